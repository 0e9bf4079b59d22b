import { type BigIntStats, closeSync, constants, lstatSync, openSync, read, readSync } from "node:fs";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { promisify } from "node:util";
import { bytesOfText, type Entry, textOfBytes } from "./entry.ts";
import { type AskDisk, quickDisk } from "./quick-disk.ts";

/** A name that could not be looked at. */
export interface SkippedEntry {
  readonly path: string;
  readonly message: string;
}

/**
 * Everything at and below paths of this computer, with the folders above them, as restic keeps it: /home/anna/photos becomes
 * home/anna/photos. Links are kept as links. What is neither file, folder nor link, or cannot be looked at, goes to `skipped`.
 */
export async function* folderEntries(
  paths: readonly string[],
  skipped: (entry: SkippedEntry) => void = () => undefined,
): AsyncGenerator<Entry> {
  const above = new Set<string>();
  const looking: Looking = {
    user: await accountNames("/etc/passwd"),
    group: await accountNames("/etc/group"),
    ask: quickDisk(),
    skipped,
  };
  for (const each of paths) {
    const parts = textOfBytes(Buffer.from(resolve(each)))
      .split(sep)
      .filter((part) => part !== "");
    for (let depth = 1; depth < parts.length; depth++) {
      const path = parts.slice(0, depth).join("/");
      if (!above.has(path)) yield* entryAt(path, looking, false);
      above.add(path);
    }
    if (parts.length > 0) yield* entryAt(parts.join("/"), looking, true);
  }
}

interface Looking {
  /** Names of accounts by their numbers. */
  readonly user: ReadonlyMap<string, string>;
  readonly group: ReadonlyMap<string, string>;
  readonly ask: AskDisk;
  skipped(entry: SkippedEntry): void;
}

/** passwd(5) and group(5) both have the name first and the number third; nothing where the system keeps them elsewhere. */
async function accountNames(path: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path, "utf8").catch(() => "");
  const names = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [name = "", , id = ""] = line.split(":");
    if (id !== "" && !names.has(id)) names.set(id, name);
  }
  return names;
}

async function* entryAt(path: string, looking: Looking, deep: boolean): AsyncGenerator<Entry> {
  const { skipped } = looking;
  const real = Buffer.concat([Buffer.from("/"), bytesOfText(path)]);
  let entry: Entry | null;
  let names: readonly Buffer[] = [];
  try {
    entry = await entryOf(path, real, looking);
    if (entry?.kind === "dir" && deep) names = await readdir(real, { encoding: "buffer" });
  } catch (error) {
    skipped({ path, message: error instanceof Error ? error.message : String(error) });
    return;
  }
  if (entry === null) skipped({ path, message: "It is neither a file nor a folder nor a link." });
  else yield entry;
  for (const name of [...names].sort(Buffer.compare)) yield* entryAt(`${path}/${textOfBytes(name)}`, looking, true);
}

async function entryOf(path: string, real: Buffer, looking: Looking): Promise<Entry | null> {
  const stats = await looking.ask(
    () => lstatSync(real, { bigint: true }),
    () => lstat(real, { bigint: true }),
  );
  if (stats.isDirectory()) return { path, kind: "dir", ...common(stats, looking) };
  if (stats.isSymbolicLink()) {
    const linkTarget = textOfBytes(await readlink(real, { encoding: "buffer" }));
    return { path, kind: "symlink", ...common(stats, looking), linkTarget };
  }
  if (!stats.isFile()) return null;
  return {
    path,
    kind: "file",
    ...common(stats, looking),
    size: stats.size,
    open: () => readPieces(real, looking.ask),
  };
}

function common(stats: BigIntStats, { user, group }: Looking) {
  return {
    mode: Number(stats.mode) & 0o7777,
    modified: stats.mtimeNs,
    changed: stats.ctimeNs,
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    user: user.get(String(stats.uid)) ?? "",
    group: group.get(String(stats.gid)) ?? "",
    inode: stats.ino,
    device: stats.dev,
    links: stats.nlink,
  };
}

const pieceBytes = 2 ** 20;
const readLater = promisify(read);

/** Buffers, used again: one for each file would leave megabytes to be collected. */
const free: Buffer[] = [];

/** The content in pieces; a piece holds until the next is asked for. */
async function* readPieces(real: Buffer, ask: AskDisk): AsyncGenerator<Uint8Array> {
  // What was a file a moment ago may be a pipe by now, whose opening would wait for its other end.
  const file = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const buffer = free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
  try {
    for (;;) {
      const length = await ask(
        () => readSync(file, buffer, 0, buffer.length, null),
        async () => (await readLater(file, buffer, 0, buffer.length, null)).bytesRead,
      );
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    free.push(buffer);
    closeSync(file);
  }
}
