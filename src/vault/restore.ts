import { VaultError } from "../core/errors.ts";
import type { Repository } from "./repository.ts";
import type { Snapshot } from "./restic-snapshot.ts";

/** What can be said of a restore. */
export interface RestoreOptions {
  /** Only what lies at or below these paths. */
  readonly include?: readonly string[];
  /** Replace files that are there; otherwise they are left, and told. */
  readonly overwrite?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(progress: { readonly files: number; readonly bytes: number; readonly path: string }): void;
}

/** What a restore did. */
export interface RestoreOutcome {
  readonly files: number;
  readonly folders: number;
  readonly links: number;
  readonly bytes: number;
  /** What was not restored, and why; the rest was. */
  readonly failed: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Restores a snapshot below a folder, with permissions and times (to the microsecond: Node sets no finer ones). Every piece is verified
 * before it is written. Nothing is written outside of the folder, whatever the names and links in the snapshot are; set-user-id and owner are not
 * restored.
 *
 * @throws VaultError
 */
export async function restoreSnapshot(
  _repository: Repository,
  _snapshot: Snapshot,
  _target: string,
  _options: RestoreOptions = {},
): Promise<RestoreOutcome> {
  throw new VaultError("refused", "Not yet.");
}
