import { phraseSaid } from "./answers.ts";
import type { Said } from "./phrases.ts";

/**
 * What an entry of the journal says, in parts: the reason that was given, which may be in the language that the page had then, and what was changed
 * first or how much. See `changeSummary` in `src/centre/journal-list.ts`.
 */
export function journalSaid(about: string): readonly Said[] {
  const whole = phraseSaid(about);
  if (whole.lang === undefined) return [whole];
  const several = / \((\d+ changes)\)$/.exec(about);
  if (several?.[1] !== undefined)
    return [given(about.slice(0, several.index)), text(" ("), phraseSaid(several[1]), text(")")];
  for (let at = about.indexOf(": "); at >= 0; at = about.indexOf(": ", at + 1)) {
    const first = about.slice(at + 2);
    const change = phraseSaid(first);
    if (change.text !== first) return [given(about.slice(0, at)), text(": "), change];
  }
  return [whole];
}

/** Words of a person or of the page: where they are no sentence of the server, their language is not known. */
const given = (words: string): Said => text(phraseSaid(words).text);
const text = (of: string): Said => ({ text: of });
