/** The sentences of checks that name who holds a permission. */
export interface HolderSentences {
  readonly used: string;
  readonly running: string;
  readonly unused: string;
  readonly unrecorded: string;
  /** Put after each of them for an app that did not come from a store. */
  readonly outside: string;
  /** Between two sentences. */
  readonly space: string;
}

/** The messages of such a check: what is held, alone or with when it was last used, and each again for an app from elsewhere. */
export function holderMessages(held: string, sentences: HolderSentences): Readonly<Record<string, string>> {
  const { space, outside } = sentences;
  const kinds = (["used", "running", "unused", "unrecorded"] as const).map(
    (kind) => [kind, `${held}${space}${sentences[kind]}`] as const,
  );
  return Object.fromEntries(
    [["held", held] as const, ...kinds].flatMap(([key, text]) => [
      [key, text],
      [`${key}Outside`, `${text}${space}${outside}`],
    ]),
  );
}
