import { constants } from "node:fs";
import { copyFile, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import { writeAtomic } from "../device/atomic-file.ts";
import {
  type BodySeal,
  type ChainEnd,
  chainStart,
  type JournalEntry,
  journalLine,
  readJournal,
} from "../vault/journal-chain.ts";
import { mendJournal } from "../vault/journal-mending.ts";
import { takeLock } from "./folder-lock.ts";

/** File of the journal in the data folder. */
export const journalFile = "journal.ndjson";

/** The journal of one data folder, for reading alone. */
export interface JournalView {
  readonly entries: readonly JournalEntry[];
  /** What is wrong with it, in a sentence; null where nothing is. */
  readonly damage: string | null;
  /** The first line that is not as it was written, counted from 1; null where all are. */
  readonly firstBad: { readonly line: number; readonly reason: string } | null;
}

/** Reads the journal; an empty one where there is none yet. Changes nothing. */
export async function viewJournal(folder: string, seal: BodySeal = {}): Promise<JournalView> {
  const { entries, damage } = await readJournal(await bytesOf(join(folder, journalFile)), seal);
  const sentence = damage && `Line ${damage.line} is bad: ${damage.reason}. The next change mends it.`;
  return { entries, damage: sentence, firstBad: damage };
}

export interface JournalOptions {
  readonly seal?: BodySeal;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The journal, opened to add to it; while it is, no other Candor can. Each entry is on the disk before `append` answers. */
export class Journal {
  readonly folder: string;
  /** What was mended when it was opened, in a sentence: for the person. */
  readonly mended: string | null;
  readonly #options: JournalOptions;
  readonly #release: () => Promise<void>;
  readonly #entries: JournalEntry[];
  #end: ChainEnd;
  #appending: Promise<unknown> = Promise.resolve();

  private constructor(
    folder: string,
    options: JournalOptions,
    release: () => Promise<void>,
    read: { entries: readonly JournalEntry[]; end: ChainEnd },
    mended: string | null,
  ) {
    this.folder = folder;
    this.#options = options;
    this.#release = release;
    this.#entries = [...read.entries];
    this.#end = read.end;
    this.mended = mended;
  }

  /**
   * Opens the journal, and makes it where there is none. A damaged one (a power cut, a full disk) is copied aside, whole, and mended: see
   * `mendJournal`.
   *
   * @throws VaultError `busy`, `unwritable`
   */
  static async open(folder: string, options: JournalOptions): Promise<Journal> {
    const release = await lockedFolder(folder, options).catch((error: unknown) => {
      throw unwritable(error);
    });
    try {
      const path = join(folder, journalFile);
      const bytes = await bytesOf(path);
      const read =
        bytes.length === 0
          ? { entries: [], end: chainStart, intact: 0, damage: null }
          : await readJournal(bytes, options.seal ?? {});
      if (!read.damage) return new Journal(folder, options, release, read, null);
      const at = new Date(options.now()).toISOString();
      const aside = `journal.damaged-${at.replaceAll(":", "")}.ndjson`;
      await copyFile(path, join(folder, aside), constants.COPYFILE_EXCL);
      const mended = await mendJournal(bytes, read, options.seal ?? {}, { file: aside, at });
      await writeAtomic(path, mended.text);
      const { line, reason } = read.damage;
      const what =
        mended.lost === 0
          ? "Nothing of it is lost"
          : mended.lost === 1
            ? "One entry is lost"
            : `${mended.lost} entries are lost`;
      const said = `Line ${line} of the journal was damaged: ${reason}. ${what}; the rest was kept and chained anew, and the damaged file is kept as ${aside}.`;
      return new Journal(folder, options, release, mended, said);
    } catch (error) {
      await release();
      throw unwritable(error);
    }
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /**
   * Adds an entry; it is synced to the disk when this answers.
   *
   * @throws VaultError `unwritable`
   */
  append(kind: string, body: Json): Promise<JournalEntry> {
    const appended = this.#appending.then(() => this.#append(kind, body));
    this.#appending = appended.catch(() => undefined);
    return appended;
  }

  async #append(kind: string, body: Json): Promise<JournalEntry> {
    const at = new Date(this.#options.now()).toISOString();
    const { line, head, end } = await journalLine(this.#end, { at, kind, body }, this.#options.seal ?? {});
    try {
      const file = await open(join(this.folder, journalFile), "a", 0o600);
      const { size } = await file.stat();
      try {
        await file.writeFile(line);
        await file.datasync();
      } catch (error) {
        // Half a line would stop the next one from being read.
        await file.truncate(size).catch(() => undefined);
        throw error;
      } finally {
        await file.close();
      }
    } catch (error) {
      throw unwritable(error);
    }
    this.#end = end;
    const entry = { head, body };
    this.#entries.push(entry);
    return entry;
  }

  /** Lets other Candors at it. */
  async close(): Promise<void> {
    await this.#appending;
    await this.#release();
  }
}

async function lockedFolder(folder: string, options: JournalOptions): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return await takeLock(join(folder, "journal.lock"), new Date(options.now()));
}

/** What the operating system says, for people; other errors as they are. */
function unwritable(error: unknown): unknown {
  if (!(error instanceof Error && "code" in error && "syscall" in error)) return error;
  const why = reasons.get(String(error.code)) ?? String(error.code);
  return new VaultError(
    "unwritable",
    `The journal cannot be written: ${why}.`,
    "Nothing is changed without it. Make room or make the data folder writable, then repeat this.",
  );
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "there is no room left for this person on the disk"],
  ["EROFS", "the disk cannot be written to"],
  ["EACCES", "this computer does not allow it"],
  ["EPERM", "this computer does not allow it"],
  ["EIO", "the disk is faulty"],
  ["EFBIG", "the file has become too large"],
  ["ENOTDIR", "the data folder is no folder"],
  ["EEXIST", "the data folder is no folder"],
]);

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Uint8Array();
    throw error;
  }
}
