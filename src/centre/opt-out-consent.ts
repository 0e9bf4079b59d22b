import type { Source } from "../core/source.ts";
import { consentNote } from "./consent.ts";
import { noteInJournal } from "./journal-notes.ts";
import { callFor, type OptOut, readOptOuts } from "./opt-outs.ts";
import { type PrivatePlace, readJournalOf } from "./private-store.ts";

/** What was chosen of the switches of data collection. */
export interface ChosenSwitches {
  readonly to: "off" | "on";
  /** All users where left out. */
  readonly user?: number | undefined;
  /** Those that were asked for and stood so already: they are to stay so. What was changed for it is a choice by its own entry. */
  readonly switches: readonly Pick<OptOut, "id" | "user">[];
}

/**
 * Notes how the switches stand now, and that what was so already is to stay so. Gives a sentence where it could not be noted, else null.
 *
 * @throws DeviceError
 */
export async function noteChosen(
  place: PrivatePlace,
  source: Source,
  { to, user, switches }: ChosenSwitches,
  signal?: AbortSignal,
): Promise<string | null> {
  const { entries } = await readJournalOf(place);
  const { phone, optOuts } = await readOptOuts(source, entries, { user, signal });
  const kept = optOuts
    .filter(
      ({ id, user: of, state, byComputer }) =>
        byComputer && state === to && switches.some((each) => each.id === id && each.user === of),
    )
    .map((row) => ({ ...callFor(row, to), about: `Keep ${to}: ${row.vendor}, ${row.name}` }));
  return await noteInJournal(place, [{ kind: "consent", body: consentNote(phone, optOuts, kept) }]);
}
