import { VaultError } from "../core/errors.ts";
import { type BlobStore, createBlobStore, stopReason } from "./blob-store.ts";
import { type Chunker, chunkerOf } from "./chunker.ts";
import type { Entry } from "./entry.ts";
import { createNewTree, type NewTree } from "./new-tree.ts";
import { createParentTree, type ParentTree } from "./parent-tree.ts";
import type { Repository } from "./repository.ts";
import { type BlobIndex, type IndexedPack, loadIndex } from "./restic-index.ts";
import { holdLock } from "./restic-lock.ts";
import { readPackHeader } from "./restic-pack.ts";
import { readSnapshots, type Snapshot, snapshotOrigin, writeSnapshot } from "./restic-snapshot.ts";
import { goModeOf, type TreeNode } from "./restic-tree.ts";

/** How far a put is; counts of what was read so far. */
export interface PutProgress {
  readonly files: number;
  readonly bytes: number;
  /** The path that is being read. */
  readonly path: string;
}

/** What can be said of a put. */
export interface PutOptions {
  readonly time: Date;
  /** What the snapshot is of, as it is listed: absolute folders, or `phone:<serial>/sdcard/DCIM`. */
  readonly paths: readonly string[];
  readonly hostname: string;
  readonly username?: string;
  readonly tags?: readonly string[];
  /** Files that are unchanged since this snapshot are not read again; by default the newest with the same hostname and paths. */
  readonly parent?: Snapshot | null;
  /** restic's names: `off` stores as it is, `auto` compresses what gets smaller by it. */
  readonly compression?: "auto" | "off";
  /** Bytes of new data after which a thread seals the rest; only tests choose another number. */
  readonly threadAfter?: number;
  /** Written into the snapshot: "Candor 1.2". */
  readonly program?: string;
  readonly signal?: AbortSignal;
  onProgress?(progress: PutProgress): void;
  /** A file could not be read: try it again, leave it out (it is told in the outcome), or give up (the default). */
  onFileError?(entry: Entry, error: unknown, attempt: number): Promise<FileErrorAnswer> | FileErrorAnswer;
}

export type FileErrorAnswer = "again" | "skip" | "stop";

/** What a put did. */
export interface PutOutcome {
  readonly snapshot: Snapshot;
  /** Left out, as `onFileError` decided, or because the name cannot be kept. */
  readonly failed: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Keeps files, folders and links as a new snapshot. The order of the entries does not matter; nothing of them is kept in memory but names,
 * times and hashes. Stopped at any point, the next put uses what was stored.
 *
 * @throws VaultError `cancelled`, `busy`, `unwritable`, `denied`, `unreachable`, `damaged`
 */
export async function putFiles(
  repository: Repository,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  options: PutOptions,
): Promise<PutOutcome> {
  const lock = await holdLock(repository, { exclusive: false, signal: options.signal, patience: 5_000 });
  try {
    return await putLocked(repository, entries, options, lock.signal);
  } finally {
    await lock.release();
  }
}

/** What one put works with. */
interface Work {
  readonly options: PutOptions;
  readonly signal: AbortSignal;
  readonly index: BlobIndex;
  readonly store: BlobStore;
  readonly chunker: Chunker;
  readonly tree: NewTree;
  readonly parent: ParentTree;
  readonly failed: { readonly path: string; readonly message: string }[];
  readonly counts: { new: number; changed: number; unmodified: number; files: number; bytes: number };
}

async function putLocked(
  repository: Repository,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  options: PutOptions,
  signal: AbortSignal,
): Promise<PutOutcome> {
  const index = await loadIndex(repository, { signal });
  const unindexed = await adoptPacks(repository, index, signal);
  const parent = options.parent === undefined ? await lastLike(repository, options, signal) : options.parent;
  const store = createBlobStore(repository, index, { ...options, signal, unindexed });
  const work: Work = {
    options,
    signal,
    index,
    store,
    chunker: chunkerOf(repository.polynomial),
    tree: createNewTree(BigInt(options.time.getTime()) * 1_000_000n),
    parent: createParentTree(repository, index, parent, signal),
    failed: [],
    counts: { new: 0, changed: 0, unmodified: 0, files: 0, bytes: 0 },
  };
  try {
    for await (const entry of entries) await putEntry(work, entry);
    const tree = await work.tree.save(store);
    await store.finish();
    const { counts, failed } = work;
    const snapshot = await writeSnapshot(repository, snapshotOf(options, tree, parent, counts, store), { signal });
    // Where it costs next to nothing; elsewhere the next prune does it. What was put is put, whether or not this succeeds.
    if (repository.place.kind === "folder") await repository.place.sweep?.({ signal }).catch(() => 0);
    return { snapshot, failed };
  } catch (error) {
    await store.abandon();
    throw error;
  }
}

function snapshotOf(
  options: PutOptions,
  tree: string,
  parent: Snapshot | null,
  counts: Work["counts"],
  { added }: BlobStore,
): Omit<Snapshot, "id"> {
  return {
    time: BigInt(options.time.getTime()) * 1_000_000n,
    parent: parent?.id ?? null,
    tree,
    paths: options.paths,
    hostname: options.hostname,
    username: options.username ?? "",
    tags: options.tags ?? [],
    program: options.program ?? null,
    summary: {
      filesNew: counts.new,
      filesChanged: counts.changed,
      filesUnmodified: counts.unmodified,
      dataAdded: added.raw,
      dataAddedPacked: added.packed,
      totalFiles: counts.files,
      totalBytes: counts.bytes,
    },
  };
}

async function putEntry(work: Work, entry: Entry): Promise<void> {
  if (work.signal.aborted) throw stopReason(work.signal);
  const refusal = work.tree.refusal(entry.path);
  if (refusal !== null) {
    work.failed.push({ path: entry.path, message: refusal });
    return;
  }
  if (entry.kind !== "file") {
    work.tree.add(entry.path, nodeOf(entry, null, 0n));
    return;
  }
  const before = await work.parent.file(entry.path);
  const content = before && isUnchanged(before, entry) ? kept(work, before) : undefined;
  const { counts } = work;
  if (content) {
    counts.unmodified++;
    work.tree.add(entry.path, nodeOf(entry, content, before?.size ?? 0n));
    counts.bytes += Number(before?.size ?? 0n);
  } else {
    const read = await readWithPatience(work, entry);
    if (read === null) return;
    counts[before ? "changed" : "new"]++;
    work.tree.add(entry.path, nodeOf(entry, read.ids, BigInt(read.bytes)));
  }
  counts.files++;
  work.options.onProgress?.({ files: counts.files, bytes: counts.bytes, path: entry.path });
}

/** The content of the parent's file, where all its pieces are still there. */
function kept({ index }: Work, { content }: TreeNode): readonly string[] | undefined {
  return content?.every((id) => index.get("data", id)) ? content : undefined;
}

/** As restic: same length and times, and inode where both know one. */
function isUnchanged(before: TreeNode, { size, modified, changed = modified, inode = 0n }: Entry): boolean {
  const same = before.type === "file" && before.size === size && before.modified === modified;
  return same && before.changed === changed && (before.inode === 0n || inode === 0n || sameInode(before.inode, inode));
}

/** JSON's numbers have 53 bits, and some file systems have inodes with more. */
function sameInode(before: bigint, inode: bigint): boolean {
  return before === inode || Number(before) === Number(inode);
}

interface ReadContent {
  readonly ids: readonly string[];
  readonly bytes: number;
}

async function readWithPatience(work: Work, entry: Entry): Promise<ReadContent | null> {
  for (let attempt = 1; ; attempt++) {
    const before = work.counts.bytes;
    try {
      return await readContent(work, entry);
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      work.counts.bytes = before;
      if (work.signal.aborted) throw stopReason(work.signal);
      const answer = (await work.options.onFileError?.(entry, error.cause, attempt)) ?? "stop";
      if (answer === "stop") throw error.cause;
      if (answer === "again") continue;
      const message = error.cause instanceof Error ? error.cause.message : String(error.cause);
      work.failed.push({ path: entry.path, message });
      return null;
    }
  }
}

/** Failures of the source are asked about; those of the place end the put. */
class ReadFailure extends Error {}

async function readContent(work: Work, entry: Entry): Promise<ReadContent> {
  const { store, chunker, signal, options, counts } = work;
  const ids: string[] = [];
  let bytes = 0;
  for await (const chunk of chunker.chunks(contentOf(entry, signal))) {
    ids.push(store.save("data", chunk));
    bytes += chunk.length;
    counts.bytes += chunk.length;
    await store.room();
    if (chunk.length > 262_144) options.onProgress?.({ files: counts.files, bytes: counts.bytes, path: entry.path });
  }
  return { ids, bytes };
}

async function* contentOf(entry: Entry, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    if (!entry.open) throw new VaultError("absent", `${entry.path} cannot be read.`);
    for await (const piece of entry.open(signal)) {
      if (signal.aborted) throw stopReason(signal);
      yield piece;
    }
  } catch (error) {
    throw new ReadFailure("", { cause: error });
  }
}

function nodeOf(entry: Entry, content: readonly string[] | null, size: bigint): Omit<TreeNode, "name"> {
  return {
    type: entry.kind,
    mode: goModeOf(entry.kind, entry.mode),
    modified: entry.modified,
    changed: entry.changed ?? entry.modified,
    uid: entry.uid ?? 0,
    gid: entry.gid ?? 0,
    user: entry.user ?? "",
    group: entry.group ?? "",
    inode: entry.inode ?? 0n,
    device: entry.device ?? 0n,
    size,
    links: entry.kind === "dir" ? 0n : (entry.links ?? 0n),
    linkTarget: entry.linkTarget ?? "",
    content,
    subtree: null,
  };
}

async function lastLike(repository: Repository, options: PutOptions, signal: AbortSignal): Promise<Snapshot | null> {
  const all = await readSnapshots(repository, { signal });
  return all.findLast((each) => snapshotOrigin(each) === snapshotOrigin(options)) ?? null;
}

/** Packs of an interrupted put: whole, but in no index yet. Damaged ones are left for `check` to tell. */
async function adoptPacks(
  repository: Repository,
  index: BlobIndex,
  signal: AbortSignal,
): Promise<readonly IndexedPack[]> {
  const adopted: IndexedPack[] = [];
  for await (const { name, bytes } of repository.place.list("data", { signal })) {
    if (index.packs.has(name)) continue;
    try {
      const pack = { id: name, blobs: await readPackHeader(repository, name, bytes, { signal }) };
      index.add(pack);
      adopted.push(pack);
    } catch (error) {
      if (!(error instanceof VaultError && (error.code === "damaged" || error.code === "absent"))) throw error;
    }
  }
  return adopted;
}
