import { Journal, type JournalView, viewJournal } from "./journal.ts";

/** Where private things lie, and the clock. */
export interface PrivatePlace {
  readonly dataFolder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Opens the journal of a data folder to add to it. @throws VaultError `busy`, `locked` */
export async function openJournal({ dataFolder, now }: PrivatePlace): Promise<Journal> {
  return await Journal.open(dataFolder, { now });
}

/** Reads the journal of a data folder and changes nothing. */
export async function readJournalOf({ dataFolder }: Pick<PrivatePlace, "dataFolder">): Promise<JournalView> {
  return await viewJournal(dataFolder);
}
