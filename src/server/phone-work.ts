import { type ChangeRecord, changeRecords } from "../centre/change-records.ts";
import type { Journal } from "../centre/journal.ts";
import { openJournal } from "../centre/private-store.ts";
import { VaultError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import type { ServerContext } from "./context.ts";
import type { JobTools } from "./jobs.ts";

/** Opens a phone for a piece of work, and closes it afterwards. @throws DeviceError */
export async function onPhone<T>(
  { phones }: Pick<ServerContext, "phones">,
  ref: string,
  tools: Partial<JobTools>,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const source = await phones.open(ref, {
    ...(tools.signal && { signal: tools.signal }),
    onPrompt: (message) => tools.tell?.({ type: "message", message }),
  });
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/** Holds the journal for a piece of work. @throws VaultError `busy`, `damaged` */
export async function withJournal<T>(context: ServerContext, work: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = await openJournal(context);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

/** The change of this entry. @throws VaultError `refused` where there is none */
export function recordOf(journal: Pick<Journal, "entries">, n: number): ChangeRecord {
  const record = changeRecords(journal.entries).find((each) => each.n === n);
  if (!record) throw new VaultError("refused", `There is no change ${n} in the journal, or it is locked.`);
  return record;
}

/** Tells the progress of changes to whoever listens to the job. */
export function changeProgress({ tell }: JobTools) {
  return {
    onProgress: ({ about, change, of }: { about: string; change: number; of: number }) =>
      tell({ type: "progress", about, done: change, of }),
  };
}
