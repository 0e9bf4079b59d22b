import { createSignal } from "solid-js";
import type { Outcome, ReportFinding } from "../core/report.ts";
import type { AnswerTexts, CheckText } from "./messages/check-texts.ts";
import type { Language } from "./messages/languages.ts";
import { phrase, type Said } from "./phrases.ts";
import { serverPhrases, setServerLanguage } from "./server-phrases.ts";

const loaders: Readonly<Record<Language, () => Promise<AnswerTexts | undefined>>> = {
  en: async () => undefined,
  zh: async () => (await import("./messages/checks/zh/index.ts")).answers,
  es: async () => (await import("./messages/checks/es/index.ts")).answers,
  id: async () => (await import("./messages/checks/id/index.ts")).answers,
};

/** Undefined for English: reports hold it. */
const [answers, setAnswers] = createSignal<AnswerTexts>();

/** Fetches the texts for the answers of checks; the page turns over when they are there. */
export async function loadAnswers(language: Language): Promise<void> {
  const loaded = await loaders[language]();
  setServerLanguage(language);
  setAnswers(() => loaded);
}

type Part = "question" | "title" | "why" | "advice" | "noRemedy";

/** What is needed of an outcome to say a text of it. */
type Answered = Pick<Outcome, "check" | "state"> & Readonly<Partial<Pick<Outcome, Part>>>;

/** A text of an outcome in the language of the page; English, and marked as such, where there is none. */
export function outcomeSaid(outcome: Answered, part: Part): Said {
  const english = outcome[part] ?? "";
  const texts = answers();
  if (!texts) return { text: english };
  const own = textsOf(texts, outcome.check);
  const text = own && (part === "title" ? titleOf(own, outcome) : own[part]);
  return text ? { text } : { text: english, lang: "en" };
}

function titleOf(own: CheckText, { state }: Answered): string {
  return state === "pass" ? own.pass : state === "fail" ? own.fail : own.question;
}

/** The sentence of a finding, from its key and what fills it. */
export function findingSaid(check: string, finding: ReportFinding): Said {
  const texts = answers();
  if (!texts) return { text: finding.message };
  const messages = textsOf(texts, check)?.messages ?? {};
  const template = Object.hasOwn(messages, finding.messageKey) ? messages[finding.messageKey] : undefined;
  if (template === undefined) return { text: finding.message, lang: "en" };
  return {
    text: template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(finding.params, name) ? finding.params[name] : "";
      return typeof value === "string" ? (phrase(value, texts) ?? value) : String(value);
    }),
  };
}

/**
 * A sentence or a name that has no key: a step, why something is not known, what a change does, what went wrong. What the answers of checks do
 * not hold is looked up among the sentences of the server, which are fetched when the first of them is met.
 */
export function phraseSaid(english: string): Said {
  const texts = answers();
  if (!texts) return { text: english };
  const text = phrase(english, texts) ?? phrase(english, serverPhrases(texts));
  return text === undefined ? { text: english, lang: "en" } : { text };
}

const textsOf = (texts: AnswerTexts, check: string): CheckText | undefined =>
  Object.hasOwn(texts.checks, check) ? texts.checks[check] : undefined;
