import { VaultError } from "../core/errors.ts";
import type { Entry } from "./entry.ts";
import type { Repository } from "./repository.ts";
import type { Snapshot } from "./restic-snapshot.ts";

/** How far a put is; counts of what was read so far. */
export interface PutProgress {
  readonly files: number;
  readonly bytes: number;
  /** The path that is being read. */
  readonly path: string;
}

/** What can be said of a put. */
export interface PutOptions {
  readonly time: Date;
  /** What the snapshot is of, as it is listed: absolute folders, or `phone:<serial>/sdcard/DCIM`. */
  readonly paths: readonly string[];
  readonly hostname: string;
  readonly username?: string;
  readonly tags?: readonly string[];
  /** Files that are unchanged since this snapshot are not read again; by default the newest with the same hostname and paths. */
  readonly parent?: Snapshot | null;
  /** restic's names: `off` stores as it is, `auto` compresses what gets smaller by it. */
  readonly compression?: "auto" | "off";
  readonly signal?: AbortSignal;
  onProgress?(progress: PutProgress): void;
  /** A file could not be read: try it again, leave it out (it is told in the outcome), or give up (the default). */
  onFileError?(
    entry: Entry,
    error: unknown,
    attempt: number,
  ): Promise<"again" | "skip" | "stop"> | "again" | "skip" | "stop";
}

/** What a put did. */
export interface PutOutcome {
  readonly snapshot: Snapshot;
  /** Left out, as `onFileError` decided. */
  readonly failed: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Keeps files, folders and links as a new snapshot. The order of the entries does not matter; nothing of them is kept in memory but names,
 * times and hashes. Stopped at any point, the next put uses what was stored.
 *
 * @throws VaultError `cancelled`, `busy`, `unwritable`, `denied`, `unreachable`, `damaged`
 */
export async function putFiles(
  _repository: Repository,
  _entries: AsyncIterable<Entry> | Iterable<Entry>,
  _options: PutOptions,
): Promise<PutOutcome> {
  throw new VaultError("refused", "Not yet.");
}
