/** What one rule of traffic says in another language: by the keys of its own messages, with the same `{holes}`. */
export interface RuleText {
  readonly title: string;
  /** Where the rule has a caution. */
  readonly caution?: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** By the id of the rule. */
export type RuleTexts = Readonly<Record<string, RuleText>>;
