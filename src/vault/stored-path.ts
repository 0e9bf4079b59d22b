import type { StoredFile, StoredKind } from "./place.ts";

/** The kinds that hold files under names, in the order in which a copy writes them: nothing names what is not there yet. */
export const namedKinds = ["data", "index", "keys", "snapshots"] as const satisfies readonly StoredKind[];

/** Whether `name` is that of a repository's file: 64 lower-case hexadecimal digits. */
export function isStoredName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/** The path of a file below the repository's folder (doc/design.rst, "Repository Layout"); the name of `config` is not looked at. */
export function storedPath(kind: StoredKind, name: string): string {
  if (kind === "config") return "config";
  if (!isStoredName(name)) throw new RangeError(`“${name}” is no name of a file in a repository.`);
  return kind === "data" ? `data/${name.slice(0, 2)}/${name}` : `${kind}/${name}`;
}

/** The folders of a repository below its own. */
export function storedFolders(): string[] {
  return [...plainFolders, ...dataFolders()];
}

/** The folders that may hold files of this kind. */
export function foldersOf(kind: Exclude<StoredKind, "config">): string[] {
  return kind === "data" ? dataFolders() : [kind];
}

/** One file of a listing, null where the name is none of a repository or the size is no size. */
export function storedFile(name: string, bytes: number): StoredFile | null {
  return isStoredName(name) && Number.isSafeInteger(bytes) && bytes >= 0 ? { name, bytes } : null;
}

const plainFolders = ["data", "index", "keys", "locks", "snapshots"];

function dataFolders(): string[] {
  return Array.from({ length: 256 }, (_, byte) => `data/${byte.toString(16).padStart(2, "0")}`);
}
