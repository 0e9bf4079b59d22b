// `npm run translations`: counts what each language of the page lacks. `-- LANG` prints what is missing or stale as text to fill in, with the
// English beside it; `-- LANG --accept` notes that the texts that are there say what the English now says (do it after reading them).
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "../src/checks/index.ts";
import { type Answer, type Category, type Check, type Finding, ownHandsOf } from "../src/core/check.ts";
import { NotReported } from "../src/core/errors.ts";
import type { AnswerTexts, CheckText, CheckTexts, Phrases } from "../src/web/messages/check-texts.ts";
import { answers as es } from "../src/web/messages/checks/es/index.ts";
import { answers as id } from "../src/web/messages/checks/id/index.ts";
import { answers as zh } from "../src/web/messages/checks/zh/index.ts";
import { type OtherLanguage, otherLanguages } from "../src/web/messages/languages.ts";
import { phrases as serverEs } from "../src/web/messages/server/es/index.ts";
import { phrases as serverId } from "../src/web/messages/server/id/index.ts";
import { phrases as serverZh } from "../src/web/messages/server/zh/index.ts";
import { phrase } from "../src/web/phrases.ts";
import { serverSentences } from "./server-sentences.ts";

export const translated: Readonly<Record<OtherLanguage, AnswerTexts>> = { zh, es, id };

/** Sentences of the server, which the page fetches when the first is met. */
export const serverTranslated: Readonly<Record<OtherLanguage, Phrases>> = { zh: serverZh, es: serverEs, id: serverId };

/** What is wrong with the texts of one language. Each entry names a text: `CHECK.key`, or a phrase itself. */
export interface Audit {
  /** Texts that the checks have and the language lacks. */
  readonly missing: readonly string[];
  /** Texts of checks or messages that there are no more. */
  readonly unknown: readonly string[];
  /** Translations with other holes than the English text. */
  readonly holes: readonly string[];
  /** Checks whose English texts changed since they were put into the language. */
  readonly stale: readonly string[];
  /** Phrases of the checks' examples that have no translation. */
  readonly phrases: readonly string[];
}

/** The English texts of a check, in the shape of a translation. */
export function englishOf(check: Check): CheckText {
  const { question, title, why, advice, noRemedy, messages } = check;
  return { question, ...title, why, advice, ...(noRemedy === undefined ? {} : { noRemedy }), messages };
}

/** Compares the texts of a language with those of the checks. `accepted`: the digests of the English texts that were translated. */
export function audit(
  language: AnswerTexts,
  accepted: Readonly<Record<string, string>>,
  all: readonly Check[] = checks,
): Audit {
  const missing: string[] = [];
  const holes: string[] = [];
  const stale: string[] = [];
  const unknown = Object.keys(language.checks).filter((name) => !all.some((check) => check.id === name));
  for (const check of all) {
    const own = language.checks[check.id];
    const english = flat(englishOf(check));
    const put = own ? flat(own) : new Map<string, string>();
    for (const [key, text] of english) {
      const translation = put.get(key);
      if (!translation) missing.push(`${check.id}.${key}`);
      else if (holesOf(text) !== holesOf(translation)) holes.push(`${check.id}.${key}`);
    }
    for (const key of put.keys()) if (!english.has(key)) unknown.push(`${check.id}.${key}`);
    if (own && accepted[check.id] !== digest(check)) stale.push(check.id);
  }
  for (const [english, translation] of Object.entries(language.phrases))
    if (holesOf(english) !== holesOf(translation)) holes.push(english);
  const phrases = phrasesOf(all).filter((text) => phrase(text, language) === undefined);
  return { missing, unknown, holes, stale, phrases };
}

/** The digests of the English texts that a language's texts were made from. */
export function acceptedOf(language: OtherLanguage): Record<string, string> {
  return JSON.parse(readFileSync(acceptedPath(language), "utf8")) as Record<string, string>;
}

/** Identifies the English texts of a check. */
export function digest(check: Check): string {
  return createHash("sha256")
    .update(JSON.stringify(englishOf(check)))
    .digest("hex")
    .slice(0, 12);
}

/** All texts without a key that the examples of checks bring forth: steps, names of evidence, what could not be read. */
export function phrasesOf(all: readonly Check[] = checks): readonly string[] {
  const texts = new Set<string>();
  for (const check of all) {
    const { pass, fail, unknown = [], notApplicable = [] } = check.examples;
    for (const { given, wanted } of [...pass, ...fail, ...unknown, ...notApplicable])
      for (const text of textsOf(check, run(check, given, wanted))) texts.add(text);
  }
  return [...texts];
}

function textsOf(check: Check, { findings = [], unread = [], notApplicable }: Answer): readonly string[] {
  const ofFindings = findings.flatMap(({ evidence, remedy = check.remedy }) => [
    ...evidence.map(({ name }) => name),
    ...(remedy ? (ownHandsOf(remedy)?.steps ?? []) : []),
  ]);
  return [...ofFindings, ...unread, ...(notApplicable === undefined ? [] : [notApplicable])];
}

function run(check: Check, given: unknown, wanted: unknown): Answer {
  try {
    const answer = check.run(given as never, (wanted ?? {}) as never);
    return Array.isArray(answer) ? { findings: answer as readonly Finding[] } : (answer as Answer);
  } catch (error) {
    if (error instanceof NotReported) return { unread: [error.message] };
    throw error;
  }
}

function flat({ messages, ...texts }: CheckText): Map<string, string> {
  return new Map([
    ...Object.entries(texts),
    ...Object.entries(messages).map(([key, text]) => [`messages.${key}`, text] as const),
  ]);
}

const holesOf = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");
const acceptedPath = (language: OtherLanguage): string =>
  join(import.meta.dirname, "..", "src", "web", "messages", "checks", language, "english.json");

/** Texts to fill in, by the file that they belong into: English, for whoever puts them into the language. */
function skeleton(texts: CheckTexts, { missing, stale }: Audit): string {
  const byCategory = new Map<Category, string[]>();
  for (const check of checks) {
    if (!stale.includes(check.id) && !missing.some((key) => key.startsWith(`${check.id}.`))) continue;
    const about = texts[check.id] ? "  // Stale or incomplete: read it again.\n" : "";
    const entry = `${about}  ${JSON.stringify(check.id)}: ${JSON.stringify(englishOf(check), null, 2).replaceAll("\n", "\n  ")},`;
    byCategory.set(check.category, [...(byCategory.get(check.category) ?? []), entry]);
  }
  return [...byCategory].map(([category, entries]) => `// ${category}.ts\n${entries.join("\n")}`).join("\n");
}

function accept(language: OtherLanguage): void {
  const done = checks.filter(({ id }) => translated[language].checks[id]);
  const digests = Object.fromEntries(done.map((check) => [check.id, digest(check)]).sort());
  writeFileSync(acceptedPath(language), `${JSON.stringify(digests, null, 2)}\n`);
}

function print(language: string, { missing, unknown, holes, stale, phrases }: Audit): void {
  console.log(
    `${language}: ${missing.length} texts missing, ${stale.length} checks stale, ${unknown.length} texts of no check, ` +
      `${holes.length} with other holes, ${phrases.length} phrases missing`,
  );
  for (const name of [...unknown, ...holes]) console.log(`  wrong: ${name}`);
}

if (import.meta.main) {
  const [wanted, mode] = process.argv.slice(2);
  const chosen = otherLanguages.filter((language) => wanted === undefined || wanted === language);
  for (const language of chosen) {
    if (mode === "--accept") accept(language);
    const found = audit(translated[language], acceptedOf(language));
    if (wanted !== undefined && mode === undefined) {
      console.log(skeleton(translated[language].checks, found));
      for (const text of found.phrases) console.log(`  ${JSON.stringify(text)}: "",`);
    }
    print(language, found);
    const { phrases } = translated[language];
    const texts = { ...translated[language], phrases: { ...phrases, ...serverTranslated[language] } };
    const unsaid = serverSentences().filter((text) => phrase(text, texts) === undefined);
    console.log(`${language}: ${unsaid.length} sentences of the server missing`);
    if (wanted !== undefined && mode === undefined)
      for (const text of unsaid) console.log(`  ${JSON.stringify(text)}: "",`);
  }
}
