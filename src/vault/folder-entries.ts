import type { BigIntStats } from "node:fs";
import { lstat, open, readdir, readFile, readlink } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { bytesOfText, type Entry, textOfBytes } from "./entry.ts";

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
  const owners = { user: await accountNames("/etc/passwd"), group: await accountNames("/etc/group") };
  for (const each of paths) {
    const parts = textOfBytes(Buffer.from(resolve(each)))
      .split(sep)
      .filter((part) => part !== "");
    for (let depth = 1; depth < parts.length; depth++) {
      const path = parts.slice(0, depth).join("/");
      if (!above.has(path)) yield* entryAt(path, owners, skipped, false);
      above.add(path);
    }
    if (parts.length > 0) yield* entryAt(parts.join("/"), owners, skipped, true);
  }
}

/** Names of accounts by their numbers. */
interface Owners {
  readonly user: ReadonlyMap<string, string>;
  readonly group: ReadonlyMap<string, string>;
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

async function* entryAt(
  path: string,
  owners: Owners,
  skipped: (entry: SkippedEntry) => void,
  deep: boolean,
): AsyncGenerator<Entry> {
  const real = Buffer.concat([Buffer.from("/"), bytesOfText(path)]);
  let entry: Entry | null;
  let names: readonly Buffer[] = [];
  try {
    entry = await entryOf(path, real, owners);
    if (entry?.kind === "dir" && deep) names = await readdir(real, { encoding: "buffer" });
  } catch (error) {
    skipped({ path, message: error instanceof Error ? error.message : String(error) });
    return;
  }
  if (entry === null) skipped({ path, message: "It is neither a file nor a folder nor a link." });
  else yield entry;
  for (const name of [...names].sort(Buffer.compare))
    yield* entryAt(`${path}/${textOfBytes(name)}`, owners, skipped, true);
}

async function entryOf(path: string, real: Buffer, owners: Owners): Promise<Entry | null> {
  const stats = await lstat(real, { bigint: true });
  if (stats.isDirectory()) return { path, kind: "dir", ...common(stats, owners) };
  if (stats.isSymbolicLink()) {
    const linkTarget = textOfBytes(await readlink(real, { encoding: "buffer" }));
    return { path, kind: "symlink", ...common(stats, owners), linkTarget };
  }
  if (!stats.isFile()) return null;
  return { path, kind: "file", ...common(stats, owners), size: stats.size, open: () => readPieces(real, stats.size) };
}

function common(stats: BigIntStats, { user, group }: Owners) {
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

/** Pairs of buffers, used again: a photo each would leave two megabytes to be collected. */
const free: (readonly [Buffer, Buffer])[] = [];

/** The content in pieces, one read ahead of what is worked on; a piece holds until the next is asked for. */
async function* readPieces(real: Buffer, size: bigint): AsyncGenerator<Uint8Array> {
  const file = await open(real, "r");
  const small = size < 65_536n;
  const bytes = small ? Number(size) + 1 : pieceBytes;
  const make = () => [Buffer.allocUnsafe(bytes), Buffer.allocUnsafe(bytes)] as const;
  const buffers = small ? make() : (free.pop() ?? make());
  let pending: Promise<{ readonly bytesRead: number; readonly buffer: Buffer }> | undefined;
  try {
    const read = (turn: number) => file.read(buffers[turn % 2 === 0 ? 0 : 1], 0, bytes, null);
    pending = read(0);
    for (let turn = 0; ; turn++) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) return;
      pending = read(turn + 1);
      // Whoever stops in between must not leave a failure that nobody hears.
      pending.catch(() => undefined);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    // Nothing may still be reading into what somebody else is given.
    await pending?.catch(() => undefined);
    if (!small) free.push(buffers);
    await file.close();
  }
}
