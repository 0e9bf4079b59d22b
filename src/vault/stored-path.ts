import { VaultError } from "../core/errors.ts";
import type { StoredFile, StoredKind } from "./place.ts";

/** Whether `name` is that of a repository's file: 64 lower-case hexadecimal digits. */
export function isStoredName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/**
 * The path of a file below the repository's folder (doc/design.rst, "Repository Layout"); the name of `config` is not looked at.
 *
 * @throws VaultError `refused`: names come from outside, and nothing else ever becomes part of a path.
 */
export function storedPath(kind: StoredKind, name: string): string {
  if (kind === "config") return "config";
  if (!isStoredName(name)) throw new VaultError("refused", `${kind} has no file of such a name.`);
  return kind === "data" ? `data/${name.slice(0, 2)}/${name}` : `${kind}/${name}`;
}

/** One file of a listing, null where the name is none of a repository or the size is no size. */
export function storedFile(name: string, bytes: number): StoredFile | null {
  return isStoredName(name) && Number.isSafeInteger(bytes) && bytes >= 0 ? { name, bytes } : null;
}
