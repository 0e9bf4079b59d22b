import { evidenceText } from "./letter-evidence.ts";
import { fillTemplate } from "./letter-template.ts";
import type { ArticleUnit, LetterWords } from "./letter-words.ts";
import { german } from "./letters/de.ts";
import { english } from "./letters/en.ts";
import { spanish } from "./letters/es.ts";
import { indonesian } from "./letters/id.ts";
import { chinese } from "./letters/zh.ts";

/** The letters that there are. */
export const letterKinds = [
  "access",
  "erasure",
  "objection",
  "withdrawal",
  "portability",
  "restriction",
  "rectification",
  "reminder",
  "complaint",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a reminder or a complaint is about. */
export const problems = ["no-answer", "partial", "refused", "id-demanded", "extended-late"] as const;
export type Problem = (typeof problems)[number];

/** Languages in which every letter is there, by ISO 639-1. */
export const letterWords: Readonly<Record<"en" | "de" | "es" | "zh" | "id", LetterWords>> = {
  en: english,
  de: german,
  es: spanish,
  zh: chinese,
  id: indonesian,
};

/** The law by which something is asked. */
export interface LetterLaw {
  readonly region: string;
  /** As the table of laws calls it. */
  readonly name: string;
  readonly unit: ArticleUnit;
  readonly articles: readonly string[];
  /** Within which an answer is due; null where the law sets no time. */
  readonly reply: { readonly amount: number; readonly unit: "hours" | "days" | "months" } | null;
}

/** Whom a letter is to or from. */
export interface Party {
  readonly name: string;
  /** Several lines; null where it is not known. */
  readonly address: string | null;
  readonly email: string | null;
}

/** What was recorded of connections to one recipient. Epoch milliseconds; outside text. */
export interface LetterEvidence {
  readonly device: string | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly records: readonly { readonly file: string; readonly bytes: number; readonly sha256: string | null }[];
  readonly hosts: readonly HostEvidence[];
}

/** What was recorded of one server. */
export interface HostEvidence {
  readonly host: string;
  readonly connections: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly apps: readonly string[];
  readonly clear: number;
  readonly beforeChoice: number;
  readonly afterRefusal: number;
  /** Ids of kinds of personal data. */
  readonly data: readonly string[];
  /** ISO 3166-1 alpha-2; null where the place is not known or must not be stated. */
  readonly country: string | null;
  readonly placeFrom: { readonly source: string; readonly date: string } | null;
}

/** The request that a reminder or a complaint goes back to. Days as yyyy-mm-dd. */
export interface EarlierRequest {
  readonly sentOn: string;
  readonly articles: readonly string[];
  readonly unit: ArticleUnit;
  readonly to: Party;
  readonly dueOn: string | null;
  readonly problem: Problem;
  readonly answerOn: string | null;
  readonly answerNote: string;
}

/** All that a letter is made of. */
export interface LetterInput {
  readonly kind: LetterKind;
  /** ISO 639-1. Where there are no words of our own, `template` has to be given, and what is added to it is in English. */
  readonly language: string;
  readonly law: LetterLaw;
  readonly from: Party;
  readonly to: Party & { readonly runs: readonly string[]; readonly domain: string | null };
  /** Of the letter, yyyy-mm-dd. */
  readonly date: string;
  /** A text of datarequests.org; the words of our own where null. */
  readonly template: string | null;
  readonly evidence: LetterEvidence | null;
  /** Lines by which the recipient finds the person: what is needed and nothing more. */
  readonly identity: readonly string[];
  /** What is to be erased, or corrected; null for all. */
  readonly data: string | null;
  readonly reason: string | null;
  readonly earlier: EarlierRequest | null;
}

/** A letter, ready to be sent. */
export interface Letter {
  readonly kind: LetterKind;
  readonly language: string;
  readonly subject: string;
  /** Lines at its head: who writes. */
  readonly from: string;
  /** Whom it is to, as on an envelope. */
  readonly to: string;
  /** The day in words. */
  readonly date: string;
  /** From the greeting to the name. */
  readonly body: string;
}

/** Writes a letter. @throws FormatError for a template with a spot that nothing is given for */
export function writeLetter(input: LetterInput): Letter {
  const words = wordsFor(input.language);
  const { from, to } = input;
  const values = valuesOf(input, words);
  const address = to.address ?? addressToFind(input, words);
  const text =
    input.template === null ? ownText(input, words, values) : templateText(input.template, input, words, values);
  const sender = [from.name, ...(from.address?.split("\n") ?? []), ...(from.email === null ? [] : [from.email])];
  return {
    kind: input.kind,
    language: input.language,
    subject: fillTemplate(words.subjects[input.kind], { values, flags: {} }),
    from: sender.map(safeLine).join("\n"),
    to: safeText([to.name, ...address.split("\n")].join("\n")),
    date: dayWords(input.date, localeOf(input.language)),
    body: safeText(`${text}\n\n${from.name}`),
  };
}

/** The whole letter as text, as it is printed. */
export function letterText({ from, to, date, subject, body }: Letter): string {
  return `${from}\n\n${to}\n\n${date}\n\n${subject}\n\n${body}\n`;
}

/** The words of a language, or English ones where there are none of our own. */
export function wordsFor(language: string): LetterWords {
  return Object.hasOwn(letterWords, language) ? letterWords[language as keyof typeof letterWords] : english;
}

/** A day in words. @param day yyyy-mm-dd */
export function dayWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

/** How a law is called in a letter. */
export function lawName({ region, name }: Pick<LetterLaw, "region" | "name">, words: LetterWords): string {
  return words.laws[region] ?? name;
}

/** For days: the text around them is in the language even where the words are not ours. */
function localeOf(language: string): string {
  return Object.hasOwn(letterWords, language) ? wordsFor(language).locale : language;
}

/** One line without controls and marks that turn the direction of text. */
function safeLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(unseen, "");
}

function safeText(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, " ").replace(unseen, "");
}

/** Invisible characters have no place in a letter; the joiners of scripts that need them are kept. */
const unseen = /(?![\u200c\u200d])\p{Cf}/gu;

function addressToFind({ to: { domain, name } }: LetterInput, words: LetterWords): string {
  return fillTemplate(words.addressUnknown, { values: { domain: domain ?? name }, flags: {} });
}

function valuesOf(input: LetterInput, words: LetterWords): Readonly<Record<string, string>> {
  const { law, earlier, from, to, identity, data, reason } = input;
  const day = (value: string | null) => (value === null ? "–" : dayWords(value, localeOf(input.language)));
  const values = {
    law: lawName(law, words),
    article: words.cite(law.unit, law.articles),
    // A sentence ends after it; “Ltd.” has the dot already.
    runs_list: to.runs.join(", ").replace(/\.$/, ""),
    id_data: identity.map((line) => `- ${line}`).join("\n"),
    erasure_data: data ?? "",
    rectification_data: data ?? "",
    objection_reason: reason ?? "",
    period: law.reply === null ? "" : words.period(law.reply.amount, law.reply.unit),
    contact: from.email ?? from.address?.replaceAll("\n", ", ") ?? words.contact,
    request_date: day(earlier?.sentOn ?? null),
    due_date: day(earlier?.dueOn ?? null),
    answer_date: day(earlier?.answerOn ?? null),
    answer_note: earlier?.answerNote ?? "",
    request_article: earlier ? words.cite(earlier.unit, earlier.articles) : "",
    request_recipient: earlier?.to.name ?? "",
    request_recipient_address: earlier
      ? [earlier.to.name, earlier.to.address, earlier.to.email].filter((line) => line !== null).join("\n")
      : "",
  };
  const problem = earlier ? fillTemplate(words.problems[earlier.problem], { values, flags: {} }) : "";
  return { ...values, problem };
}

/** Body, evidence and all that a letter needs, in words of our own. */
function ownText(input: LetterInput, words: LetterWords, values: Readonly<Record<string, string>>): string {
  const flags = flagsOf(input);
  const part = (text: string) => fillTemplate(text, { values, flags });
  const goesBack = input.kind === "reminder" || input.kind === "complaint";
  return [
    words.greeting,
    part(words.bodies[input.kind]),
    goesBack ? "" : part(words.runs),
    evidenceText(input, words),
    input.identity.length > 0 ? part(words.identity) : "",
    !goesBack && input.law.reply !== null ? part(words.deadline) : "",
    goesBack ? "" : words.reserve,
    words.thanks,
    words.closing,
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

/** A text of datarequests.org with the evidence before the lines that identify the person. */
function templateText(
  template: string,
  input: LetterInput,
  words: LetterWords,
  values: Readonly<Record<string, string>>,
): string {
  const { earlier } = input;
  // These texts write "Article {request_article} GDPR" themselves.
  const bare = { ...values, request_article: earlier?.articles.join(", ") ?? "" };
  const evidence = "\u0001";
  const placed = withEvidence(template, evidence);
  const open =
    input.kind === "complaint" ? [values["problem"] ?? "", values["contact"] ?? ""] : [values["problem"] ?? ""];
  const filled = fillTemplate(placed, { values: bare, flags: flagsOf(input), open });
  // Some texts set a full stop after what ends with one.
  const stopped = filled.replace(/(?<!\.)\.\.(?=\s|$)/g, ".");
  return stopped.replace(evidence, () => evidenceText(input, words)).replace(/\n{3,}/g, "\n\n");
}

function withEvidence(template: string, evidence: string): string {
  const block = template.indexOf("[has_fields>");
  if (block >= 0) return `${template.slice(0, block)}\n\n${evidence}\n\n${template.slice(block)}`;
  const paragraphs = template.split("\n\n");
  // Before the thanks and the closing words.
  const at = Math.max(1, paragraphs.length - 2);
  return [...paragraphs.slice(0, at), evidence, ...paragraphs.slice(at)].join("\n\n");
}

function flagsOf({ to, identity, data, reason, kind }: LetterInput): Readonly<Record<string, boolean>> {
  return {
    runs: to.runs.length > 0,
    has_fields: identity.length > 0,
    data_portability: kind === "access",
    include_objection: reason !== null,
    erase_all: data === null,
    erase_some: data !== null,
  };
}
