import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { DeviceError } from "../core/errors.ts";
import { captureLimits, openZip, readEntry } from "../formats/zip.ts";
import { memoryFile, nodeCodec, type OpenFile, openFile } from "./file.ts";

/**
 * Files by their path inside of a folder, `/` between its parts: on disk or in a zip, so that both are read alike. Only what is
 * listed can be opened: a path from inside a capture reaches nothing else.
 */
export interface Folder {
  readonly name: string;
  /** Sizes in bytes by path. No links, nothing that is no file. */
  readonly files: ReadonlyMap<string, number>;
  /** Whether it stands for one file that is not a zip. */
  readonly single?: boolean;
  open(path: string): Promise<OpenFile>;
  close(): Promise<void>;
}

/** Folders below the one that was named, and files in all of them, until the listing is given up. */
const maxDepth = 6;
const maxFiles = 50_000;

/** A folder on disk. @throws DeviceError `unreadable` when it holds too many files to be one capture. */
export async function diskFolder(path: string): Promise<Folder> {
  const files = new Map<string, number>();
  const waiting = [{ prefix: "", depth: 0 }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const entry of await readdir(join(path, next.prefix), { withFileTypes: true })) {
      const inner = next.prefix + entry.name;
      if (entry.isDirectory() && next.depth < maxDepth) waiting.push({ prefix: `${inner}/`, depth: next.depth + 1 });
      else if (entry.isFile()) files.set(inner, (await stat(join(path, inner))).size);
      if (files.size > maxFiles)
        throw new DeviceError(
          "unreadable",
          `The folder "${basename(path)}" holds more than ${maxFiles} files.`,
          "Name the folder or file of one examination.",
        );
    }
  }
  return {
    name: basename(path),
    files,
    async open(inner) {
      if (!files.has(inner)) throw missing(inner);
      return await openFile(join(path, inner));
    },
    async close() {},
  };
}

/**
 * The files of a zip. Takes over `file` unless it throws.
 *
 * @throws FormatError as `openZip` does, DeviceError `unreadable` when it is locked with a password.
 */
export async function zipFolder(file: OpenFile, name: string): Promise<Folder> {
  const zip = await openZip(file, captureLimits);
  const files = new Map<string, number>();
  if ([...zip.entries.values()].some((entry) => entry.encrypted))
    throw new DeviceError(
      "unreadable",
      `"${name}" is locked with a password.`,
      "Unpack it with its password and examine what was in it.",
    );
  for (const entry of zip.entries.values())
    if (!entry.directory && !entry.link && !entry.name.startsWith("__MACOSX/")) files.set(entry.name, entry.size);
  return {
    name,
    files,
    open: async (inner) => memoryFile(await readEntry(zip, inner, nodeCodec)),
    close: () => file.close(),
  };
}

/** One open file as a folder that holds it alone. Takes over `file`. */
export function singleFile(file: OpenFile, name: string): Folder {
  return {
    name,
    single: true,
    files: new Map([[name, file.size]]),
    open: async () => ({ ...file, close: async () => undefined }),
    close: () => file.close(),
  };
}

/** What lies in one folder of a folder, as a folder of its own. `prefix` ends with `/`, or is "" for all of it. */
export function within(folder: Folder, prefix: string): Folder {
  if (prefix === "") return folder;
  const files = new Map<string, number>();
  for (const [path, size] of folder.files) if (path.startsWith(prefix)) files.set(path.slice(prefix.length), size);
  return { name: folder.name, files, open: (path) => folder.open(prefix + path), close: () => folder.close() };
}

/** "" and each folder at the first level, with its `/`: where the files of an examination are looked for. */
export function topFolders(folder: Folder): readonly string[] {
  const tops = new Set([""]);
  for (const path of folder.files.keys()) {
    const slash = path.indexOf("/");
    if (slash > 0) tops.add(path.slice(0, slash + 1));
  }
  return [...tops];
}

/** A whole file. @throws DeviceError `too-large` when it has more than `maxBytes`. */
export async function readWhole(folder: Folder, path: string, maxBytes: number): Promise<Uint8Array> {
  const size = folder.files.get(path);
  if (size === undefined) throw missing(path);
  if (size > maxBytes) throw new DeviceError("too-large", `The file "${path}" has more than ${maxBytes} bytes.`);
  return await readAll(await folder.open(path));
}

/** All bytes of an open file, which is closed. */
export async function readAll(file: OpenFile): Promise<Uint8Array> {
  try {
    return await file.read(0, file.size);
  } finally {
    await file.close();
  }
}

function missing(path: string): DeviceError {
  return new DeviceError("absent", `There is no file "${path}" in it.`);
}
