import { closeSync, fchmodSync, futimesSync, openSync, write, writeSync } from "node:fs";
import { chmod, lstat, lutimes, mkdir, rm, symlink, utimes } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { VaultError } from "../core/errors.ts";
import { type BlobReader, createBlobReader } from "./blob-reader.ts";
import { stopReason } from "./blob-store.ts";
import { bytesOfText } from "./entry.ts";
import { writeBytes } from "./file-pieces.ts";
import { walkSnapshot } from "./list.ts";
import { type AskDisk, quickDisk } from "./quick-disk.ts";
import { release } from "./release.ts";
import type { Repository } from "./repository.ts";
import { loadIndex } from "./restic-index.ts";
import { holdReadLock } from "./restic-lock.ts";
import type { Snapshot } from "./restic-snapshot.ts";
import { posixModeOf, type TreeNode } from "./restic-tree.ts";

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
 * before it is written. Nothing is written outside of the folder, whatever the names and links in the snapshot are. Owners and set-user-id
 * are not restored.
 *
 * @throws VaultError for what ends all of it; what concerns one file is in the outcome.
 */
export async function restoreSnapshot(
  repository: Repository,
  snapshot: Snapshot,
  target: string,
  options: RestoreOptions = {},
): Promise<RestoreOutcome> {
  // What is somebody's only copy can be had even where another's lock stands.
  const lock = await holdReadLock(repository, { signal: options.signal, without: ["busy"] });
  try {
    return await restoreLocked(repository, snapshot, target, { ...options, signal: lock.signal });
  } finally {
    await lock.release();
  }
}

async function restoreLocked(
  repository: Repository,
  snapshot: Snapshot,
  target: string,
  options: RestoreOptions,
): Promise<RestoreOutcome> {
  const { signal } = options;
  const call = { signal };
  const reader = createBlobReader(repository, await loadIndex(repository, call), call);
  const work: Work = {
    reader,
    options,
    root: Buffer.from(resolve(target)),
    ask: quickDisk(),
    counts: { files: 0, folders: 0, links: 0, bytes: 0 },
    failed: [],
    links: [],
    folders: [],
    refused: new Set(),
  };
  await mkdir(work.root, { recursive: true });
  for (const under of options.include ?? [undefined])
    for await (const { path, node } of walkSnapshot(reader, snapshot, {
      ...(under !== undefined && { under }),
      ...(signal && { signal }),
    })) {
      if (signal?.aborted) throw stopReason(signal);
      await restoreNode(work, path, node);
    }
  // Links come last, so that nothing is ever written through one of them; then the folders, the innermost first, whose times would change.
  for (const { path, node } of work.links) await attempt(work, path, () => restoreLink(work, path, node));
  for (const { path, node } of work.folders.reverse()) await attempt(work, path, () => dress(pathOf(work, path), node));
  return { ...work.counts, failed: work.failed };
}

interface Work {
  readonly reader: BlobReader;
  readonly options: RestoreOptions;
  readonly root: Buffer;
  readonly ask: AskDisk;
  readonly counts: { files: number; folders: number; links: number; bytes: number };
  readonly failed: { readonly path: string; readonly message: string }[];
  readonly links: { readonly path: string; readonly node: TreeNode }[];
  readonly folders: { readonly path: string; readonly node: TreeNode }[];
  /** Folders that could not be made: nothing below them is tried. */
  readonly refused: Set<string>;
}

async function restoreNode(work: Work, path: string, node: TreeNode): Promise<void> {
  const above = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  if (work.refused.has(above)) {
    if (node.type === "dir") work.refused.add(path);
    work.failed.push({ path, message: "The folder above it was not restored." });
    return;
  }
  const done = await attempt(work, path, async () => {
    demandName(node.name);
    // With `include` the folders above never come by themselves; and only a folder of ours is ever walked into.
    await demandFolders(work, above);
    if (node.type === "dir") await restoreFolder(work, path, node);
    else if (node.type === "file") await restoreFile(work, path, node);
    else if (node.type === "symlink") work.links.push({ path, node });
    else throw new VaultError("refused", `It is a ${node.type}; only files, folders and links are restored.`);
  });
  if (!done && node.type === "dir") work.refused.add(path);
}

/** Runs one step; what goes wrong with one file is told, and what would go wrong with all ends the restore. */
async function attempt(work: Work, path: string, step: () => Promise<void>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (error instanceof VaultError && ["cancelled", "unreachable", "denied"].includes(error.code)) throw error;
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EROFS")
      throw new VaultError("unwritable", code === "EROFS" ? "The disk takes no writing." : "The disk is full.");
    const known = code === "EEXIST" ? "It is there already, and was left as it is." : undefined;
    work.failed.push({ path, message: known ?? (error instanceof Error ? error.message : String(error)) });
    return false;
  }
}

/** A tree is somebody's input: a name is one name, and never a way. */
function demandName(name: string): void {
  if (name === "" || name === "." || name === ".." || name.includes("/") || name.includes("\0"))
    throw new VaultError("refused", "Its name would lead out of the folder.");
}

function pathOf({ root }: Work, path: string): Buffer {
  return path === "" ? root : Buffer.concat([root, Buffer.from("/"), bytesOfText(path)]);
}

const made = new WeakMap<Work, Set<string>>();

/** Makes the folders of a path that are not there; one that is a link or a file is refused. */
async function demandFolders(work: Work, path: string): Promise<void> {
  if (path === "") return;
  const known = made.get(work) ?? new Set<string>();
  made.set(work, known);
  if (known.has(path)) return;
  const at = path.lastIndexOf("/");
  demandName(path.slice(at + 1));
  await demandFolders(work, path.slice(0, Math.max(at, 0)));
  const real = pathOf(work, path);
  try {
    await mkdir(real, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    if (!(await lstat(real)).isDirectory())
      throw new VaultError("refused", "What is there under this name is no folder, and is not followed.");
  }
  known.add(path);
}

async function restoreFolder(work: Work, path: string, node: TreeNode): Promise<void> {
  await demandFolders(work, path);
  work.folders.push({ path, node });
  work.counts.folders++;
}

async function restoreFile(work: Work, path: string, node: TreeNode): Promise<void> {
  const { reader, options, counts } = work;
  const real = pathOf(work, path);
  if (options.overwrite) await removeFile(real);
  // "wx" makes a new file or fails: it never writes through a link.
  const file = openSync(real, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const piece of pieces(reader, node.content ?? [])) {
      if (options.signal?.aborted) throw stopReason(options.signal);
      await writePiece(work, file, piece);
      bytes += piece.length;
      release(piece);
      options.onProgress?.({ files: counts.files, bytes: counts.bytes + bytes, path });
    }
    fchmodSync(file, posixModeOf(node.mode) & 0o777);
    futimesSync(file, seconds(node), seconds(node));
  } catch (error) {
    closeSync(file);
    // Half a file would look like the whole.
    await rm(real, { force: true });
    throw error;
  }
  closeSync(file);
  counts.bytes += bytes;
  counts.files++;
}

const writeLater = promisify(write);

async function writePiece({ ask }: Work, file: number, piece: Uint8Array): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    const length = Math.min(writeBytes, piece.length - done);
    done += await ask(
      () => writeSync(file, piece, done, length),
      async () => (await writeLater(file, piece, done, length, null)).bytesWritten,
    );
  }
}

/** The pieces of a file, one opened while another is written. */
async function* pieces(reader: BlobReader, ids: readonly string[]): AsyncGenerator<Uint8Array> {
  const ahead = (id: string | undefined) => {
    const reading = id === undefined ? undefined : reader.read("data", id);
    // Whoever stops in between must not leave a failure that nobody hears.
    reading?.catch(() => undefined);
    return reading;
  };
  let next = ahead(ids[0]);
  for (let at = 1; next !== undefined; at++) {
    const piece = await next;
    next = ahead(ids[at]);
    yield piece;
  }
}

async function restoreLink(work: Work, path: string, node: TreeNode): Promise<void> {
  const real = pathOf(work, path);
  if (work.options.overwrite) await removeFile(real);
  await symlink(bytesOfText(node.linkTarget), real);
  await lutimes(real, seconds(node), seconds(node));
  work.counts.links++;
}

async function removeFile(real: Buffer): Promise<void> {
  const found = await lstat(real).catch(() => null);
  if (found && !found.isDirectory()) await rm(real);
}

async function dress(real: Buffer, node: TreeNode): Promise<void> {
  await chmod(real, posixModeOf(node.mode) & 0o1777);
  await utimes(real, seconds(node), seconds(node));
}

/** Node takes seconds as a floating-point number and cuts it off: half a microsecond more keeps the microsecond what it was. */
function seconds({ modified }: TreeNode): number {
  const fraction = ((modified % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const whole = Number((modified - fraction) / 1_000_000_000n);
  return fraction === 0n ? whole : whole + (Number(fraction / 1000n) + 0.5) / 1e6;
}
