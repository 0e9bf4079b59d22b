import { open, opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import { FormatError } from "../core/errors.ts";
import { partsOfApp, readAppFolder } from "./app-folder.ts";

/** A file that is to be looked into, or a reason why it cannot be. */
export type ScanInput =
  | {
      readonly state: "file";
      readonly path: string;
      readonly size: number;
      readonly modified: string;
      /** Only its first bytes spoke for it: where there is no app in it, nobody thought that there was one. */
      readonly guessed: boolean;
      /** The path is a folder that holds one app in parts, of these names, the base first; absent for a file. */
      readonly parts?: readonly string[];
    }
  | { readonly state: "unread"; readonly path: string; readonly code: InputFault; readonly reason: string }
  /** A file in a folder that is no app by its name, and no zip by its first bytes. */
  | { readonly state: "passed-over"; readonly path: string };

export type InputFault = "missing" | "no-permission" | "not-a-file" | "empty" | "io";

const appName = /\.(?:apk|xapk|apks|apkm|aab)$/i;
/** Deeper trees are loops, or made to be climbed forever. */
const maxDepth = 100;
const maxLine = 64 * 1024;

/**
 * Turns paths into files: a folder into those below it that are apps by name or begin like a zip, and one that holds an app in parts into
 * that app. In a folder the largest apps come first, so that no worker is left alone with one in the end, and all else in the order of
 * names. Links to files are followed, links to folders only where they are named themselves. Nothing is read ahead.
 */
export async function* scanInputs(paths: Iterable<string> | AsyncIterable<string>): AsyncGenerator<ScanInput> {
  for await (const path of paths) yield* inputsAt(path, 0, false);
}

async function* inputsAt(path: string, depth: number, guessed: boolean): AsyncGenerator<ScanInput> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) yield* below(path, depth);
    else if (!info.isFile())
      yield { state: "unread", path, code: "not-a-file", reason: "It is neither a file nor a folder." };
    else if (info.size === 0) yield { state: "unread", path, code: "empty", reason: "The file is empty." };
    else yield { state: "file", path, size: info.size, modified: info.mtime.toISOString(), guessed };
  } catch (error) {
    yield { state: "unread", path, ...readFault(error) };
  }
}

async function* below(folder: string, depth: number): AsyncGenerator<ScanInput> {
  if (depth >= maxDepth) {
    yield { state: "unread", path: folder, code: "io", reason: `It lies more than ${maxDepth} folders deep.` };
    return;
  }
  const entries: { readonly name: string; readonly kind: "folder" | "file" | "link" }[] = [];
  for await (const entry of await opendir(folder))
    if (entry.isDirectory()) entries.push({ name: entry.name, kind: "folder" });
    else if (entry.isFile()) entries.push({ name: entry.name, kind: "file" });
    else if (entry.isSymbolicLink()) entries.push({ name: entry.name, kind: "link" });
  const sizes = new Map<string, number>();
  for (const { name, kind } of entries)
    if (kind !== "folder" && appName.test(name)) sizes.set(name, await sizeOf(join(folder, name)));
  const size = (name: string) => sizes.get(name) ?? -1;
  entries.sort((a, b) => size(b.name) - size(a.name) || (a.name < b.name ? -1 : 1));
  const parts = partsOfApp(entries.flatMap(({ name, kind }) => (kind === "file" ? [name] : [])));
  if (parts.length > 0) yield { state: "file", ...(await readAppFolder(folder, parts)), guessed: false };
  const taken = new Set(parts);
  for (const { name, kind } of entries) {
    if (taken.has(name)) continue;
    const path = join(folder, name);
    if (kind === "folder") yield* inputsAt(path, depth + 1, false);
    else if (kind === "link" && !(await leadsToFile(path))) yield { state: "passed-over", path };
    else if (appName.test(name)) yield* inputsAt(path, depth, false);
    else if (await beginsLikeZip(path)) yield* inputsAt(path, depth, true);
    else yield { state: "passed-over", path };
  }
}

/** 0 where it cannot be told: whoever opens it will say why. */
async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    (info) => info.size,
    () => 0,
  );
}

async function leadsToFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

/** Apps are told by content: many lie around under other names. What cannot be opened has not the name of an app either. */
async function beginsLikeZip(path: string): Promise<boolean> {
  const file = await open(path, "r").catch(() => undefined);
  if (!file) return false;
  try {
    const head = new Uint8Array(4);
    const { bytesRead } = await file.read(head, 0, 4, 0);
    return bytesRead === 4 && head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** Why the operating system did not give a file, in a sentence. */
export function readFault(error: unknown): { readonly code: InputFault; readonly reason: string } {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { code: "missing", reason: "There is no such file or folder." };
    case "EACCES":
    case "EPERM":
      return { code: "no-permission", reason: "You have no permission to read it." };
    case "ELOOP":
      return { code: "io", reason: "Its links lead in a circle." };
    case "ENAMETOOLONG":
      return { code: "missing", reason: "The path is too long." };
    case "ERR_INVALID_ARG_VALUE":
      return { code: "missing", reason: "This cannot be a path." };
    default:
      return { code: "io", reason: `It cannot be read${code === "" ? "" : `: ${code}`}.` };
  }
}

/**
 * Paths in a text that comes bit by bit: one a line, or with NUL between them (`find -print0`).
 *
 * @throws FormatError when a line cannot be a path, because it does not end.
 */
export async function* pathsIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  let mark: "\n" | "\0" | undefined;
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    mark ??= rest.includes("\0") ? "\0" : rest.includes("\n") ? "\n" : undefined;
    const parts = mark === undefined ? [rest] : rest.split(mark);
    rest = parts.pop() ?? "";
    if (rest.length > maxLine) throw new FormatError("list of files", `a line of more than ${maxLine} characters`);
    for (const part of parts) if (clean(part) !== "") yield clean(part);
  }
  if (clean(rest) !== "") yield clean(rest);
}

function clean(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
