import { VaultError } from "../core/errors.ts";
import type { StoredKind } from "./place.ts";
import type { Repository } from "./repository.ts";

/** What a check found: `file` is the path inside the vault, for example `data/<64 digits>`. */
export interface CheckProblem {
  readonly file: string;
  readonly kind: StoredKind;
  readonly message: string;
  /** An error loses data; a note is only untidy (packs of an interrupted put) and goes with the next prune. */
  readonly grade: "error" | "note";
}

/** What was looked at, and what was found. */
export interface CheckOutcome {
  readonly problems: readonly CheckProblem[];
  readonly snapshots: number;
  readonly packs: number;
  readonly blobs: number;
  /** Bytes that were read and verified; 0 without `readData`. */
  readonly bytesRead: number;
}

/** What can be said of a check. */
export interface CheckOptions {
  /** Read and verify every byte, too. */
  readonly readData?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(progress: { readonly packs: number; readonly ofPacks: number; readonly bytes: number }): void;
}

/** Looks whether everything that the snapshots need is there, and with `readData` whether it is what was written. Goes on after a problem. */
export async function checkRepository(_repository: Repository, _options: CheckOptions = {}): Promise<CheckOutcome> {
  throw new VaultError("refused", "Not yet.");
}
