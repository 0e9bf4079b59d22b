import { VaultError } from "../core/errors.ts";
import type { Repository } from "./repository.ts";
import type { Snapshot } from "./restic-snapshot.ts";

/** One name in a snapshot. */
export interface ListedFile {
  /** Names joined by "/", without one at the beginning; see `textOfBytes` for names that are no UTF-8. */
  readonly path: string;
  readonly kind: "file" | "dir" | "symlink" | "other";
  readonly mode: number;
  readonly bytes: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  readonly linkTarget: string | null;
}

/** Everything in a snapshot, or below one path of it, folders before what is in them. @throws VaultError `absent`, `damaged` */
export async function* listFiles(
  _repository: Repository,
  _snapshot: Snapshot,
  _options: { readonly under?: string; readonly signal?: AbortSignal } = {},
): AsyncGenerator<ListedFile> {
  throw new VaultError("refused", "Not yet.");
}

/** The content of one file, every piece verified before it is given. @throws VaultError `absent`, `damaged` */
export async function* readFile(
  _repository: Repository,
  _snapshot: Snapshot,
  _path: string,
  _options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<Uint8Array> {
  throw new VaultError("refused", "Not yet.");
}

/** Where a name lies: files whose path or name matches (`*` any characters but "/", `**` any, `?` one), newest snapshot first. */
export async function* findFiles(
  _repository: Repository,
  _pattern: string,
  _options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<{ readonly snapshot: Snapshot; readonly file: ListedFile }> {
  throw new VaultError("refused", "Not yet.");
}
