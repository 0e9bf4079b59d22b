import type { LetterKind, Problem } from "./letter.ts";

/** `a, b and c`. */
export function enumerated(items: readonly string[], and: string, comma = ", "): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(comma)}${and}${last}`;
}

/** How articles of a law are cited. */
export type ArticleUnit = "article" | "section" | "rule";

/**
 * The words of letters in one language. Texts are in the notation of `fillTemplate`; `{law}` is the short name of the law and `{article}` its
 * articles as they are cited.
 */
export interface LetterWords {
  /** ISO 639-1, with the script where one is meant: a locale for dates and names of countries. */
  readonly locale: string;
  readonly greeting: string;
  readonly thanks: string;
  readonly closing: string;
  /** Names of laws that differ by language, by region; others are called as in the table of laws. */
  readonly laws: Readonly<Record<string, string>>;
  /** `15` and `19` → `Art. 15 and 19`. */
  readonly cite: (unit: ArticleUnit, articles: readonly string[]) => string;
  /** Articles of a law, in brackets, for the end of a question. */
  readonly cited: (articles: string, law: string) => string;
  /** Between the parts of a list. */
  readonly comma: string;
  readonly subjects: Readonly<Record<LetterKind, string>>;
  readonly bodies: Readonly<Record<LetterKind, string>>;
  /** For which services it is meant, too. */
  readonly runs: string;
  readonly identity: string;
  /** `{period}`: within which an answer is due. */
  readonly deadline: string;
  readonly period: (amount: number, unit: "hours" | "days" | "months") => string;
  /** What comes when nobody answers. */
  readonly reserve: string;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly evidence: EvidenceWords;
  /** Where the postal address would stand. `{domain}` */
  readonly addressUnknown: string;
  readonly contact: string;
}

/** Sentences about what was recorded. */
export interface EvidenceWords {
  /** `{device}`, `{from}`, `{to}`; flags `period`, `device`. */
  readonly intro: string;
  /** `{host}`, `{connections}`, `{first}`, `{last}`, `{apps}`, `{facts}`; flags `one`, `several`, `moment`, `times`, `apps`. */
  readonly host: string;
  /** `{count}` connections in each. */
  readonly clear: string;
  readonly beforeChoice: string;
  readonly afterRefusal: string;
  /** `{data}`. */
  readonly data: string;
  readonly contactOnly: string;
  /** `{country}`, `{source}`, `{date}`. */
  readonly place: string;
  readonly placeUnknown: string;
  /** `{file}`, `{bytes}`, `{sha256}`. */
  readonly record: string;
  readonly caution: string;
  /** Before the questions, then each; `{recipients}` … are the articles in brackets, or empty. */
  readonly ask: string;
  readonly questions: readonly string[];
  /** Asked only where something went unencrypted. */
  readonly security: string;
  /** Kinds of personal data, by id. */
  readonly kinds: Readonly<Record<string, string>>;
  /** `{count}` more hosts than are listed. */
  readonly more: string;
}
