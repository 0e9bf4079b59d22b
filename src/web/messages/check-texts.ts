/** The texts of one check in another language: those of src/checks, which are the English ones, by the same keys. */
export interface CheckText {
  readonly question: string;
  readonly pass: string;
  readonly fail: string;
  readonly why: string;
  readonly advice: string;
  readonly noRemedy?: string;
  /** By the keys of the check's own messages, with the same `{holes}`. */
  readonly messages: Readonly<Record<string, string>>;
}

/** By the id of the check. */
export type CheckTexts = Readonly<Record<string, CheckText>>;

/**
 * What has no key, by the English text: steps for the person's own hands, names of evidence, what could not be read, and words that fill holes.
 * `{name}` in both stands for what differs each time; it is looked up by itself, and otherwise kept as it is.
 */
export type Phrases = Readonly<Record<string, string>>;

/** What one language has for the answers of checks. */
export interface AnswerTexts {
  readonly checks: CheckTexts;
  readonly phrases: Phrases;
  /** How lists are joined: between two, and before the last. */
  readonly list: { readonly comma: string; readonly and: string };
}
