import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, normalize } from "node:path";
import { VaultError } from "../core/errors.ts";

/** A folder of this computer, to choose from. */
export interface LocalFolder {
  readonly path: string;
  /** Null at the top. */
  readonly above: string | null;
  /** Names of the folders in it, in order; hidden ones are left out. */
  readonly folders: readonly string[];
  /** How many more there are than are named. */
  readonly more: number;
}

/** Names that are given at most. */
const most = 1000;

/** A path as a person writes it: absolute, or below `~`. @throws VaultError `refused` for another */
export function localPath(text: string): string {
  const path = text.trim();
  if (path === "~" || path.startsWith("~/")) return normalize(join(homedir(), path.slice(1)));
  if (!isAbsolute(path) || path.includes("\0"))
    throw new VaultError("refused", "This is not the whole path of a folder.", "Write it from its beginning on.");
  return normalize(path);
}

/** What folders a folder of this computer has; the person's own where none is named. @throws VaultError `absent`, `refused` */
export async function localFolder(text: string): Promise<LocalFolder> {
  const path = text === "" ? homedir() : localPath(text);
  let names: string[];
  try {
    const found = await readdir(path, { withFileTypes: true });
    const folders = await Promise.all(
      found.map(
        async (each) => each.isDirectory() || (each.isSymbolicLink() && (await isFolder(join(path, each.name)))),
      ),
    );
    names = found.flatMap(({ name }, i) => (folders[i] === true && !name.startsWith(".") ? [name] : []));
  } catch {
    throw new VaultError("absent", "This folder cannot be opened.", "Choose another one.");
  }
  names.sort((a, b) => a.localeCompare(b));
  const above = dirname(path);
  return {
    path,
    above: above === path ? null : above,
    folders: names.slice(0, most),
    more: Math.max(0, names.length - most),
  };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
