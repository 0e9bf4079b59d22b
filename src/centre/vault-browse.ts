import { VaultError } from "../core/errors.ts";
import type { BlobReader } from "../vault/blob-reader.ts";
import { stopReason } from "../vault/blob-store.ts";
import { type ListedFile, listed, nodeAt } from "../vault/list.ts";
import { readSnapshot, readSnapshots, type Snapshot } from "../vault/restic-snapshot.ts";
import type { TreeNode } from "../vault/restic-tree.ts";
import type { VaultVisit } from "./vault-room.ts";

/** By what the names of a folder are ordered; folders come first, by their names. */
export const folderOrders = ["name", "newest", "largest"] as const;
export type FolderOrder = (typeof folderOrders)[number];

/** A part of a folder in a snapshot. */
export interface FolderPart {
  readonly snapshot: Snapshot;
  /** The folder itself, "" for the whole snapshot. */
  readonly path: string;
  readonly files: readonly ListedFile[];
  /** Names in the folder, and the bytes of the files that lie directly in it. */
  readonly total: number;
  readonly bytes: number;
}

/** What is in a folder of a snapshot, a part at a time. @throws VaultError `absent`, `damaged` */
export async function folderPart(
  visit: VaultVisit,
  snapshotId: string,
  path: string,
  { order, from, count }: { readonly order: FolderOrder; readonly from: number; readonly count: number },
): Promise<FolderPart> {
  const snapshot = await readSnapshot(visit.vault.repository, snapshotId, { signal: visit.desk.signal });
  const reader = await visit.reader();
  const tree = path === "" ? snapshot.tree : (await nodeAt(reader, snapshot, path))?.subtree;
  if (tree == null) throw new VaultError("absent", "There is no such folder in this snapshot.");
  const prefix = path === "" ? "" : `${path}/`;
  const files = (await reader.tree(tree)).map((node) => listed(`${prefix}${node.name}`, node)).sort(by[order]);
  return {
    snapshot,
    path,
    files: files.slice(from, from + count),
    total: files.length,
    bytes: files.reduce((sum, file) => sum + (file.kind === "file" ? file.bytes : 0), 0),
  };
}

const rank = ({ kind }: ListedFile) => (kind === "dir" ? 0 : 1);
const names = new Intl.Collator("en", { numeric: true });
const byName = (a: ListedFile, b: ListedFile) => rank(a) - rank(b) || names.compare(a.path, b.path);
const by: Readonly<Record<FolderOrder, (a: ListedFile, b: ListedFile) => number>> = {
  name: byName,
  newest: (a, b) => rank(a) - rank(b) || (a.kind === "dir" ? 0 : Number(b.modified - a.modified)) || byName(a, b),
  largest: (a, b) => rank(a) - rank(b) || b.bytes - a.bytes || byName(a, b),
};

/** A name that was searched for. */
export interface FoundFile {
  readonly snapshot: Snapshot;
  readonly file: ListedFile;
}

/** Folders deeper than this are not followed, as in `listFiles`. */
const mostDepth = 1000;

/**
 * Files and folders whose names hold a text, upper and lower case alike: those of one snapshot, or of all, the newest first. Each path is told
 * once, as it was last; folders that are the same in several snapshots are looked through once.
 */
export async function* searchNames(
  visit: VaultVisit,
  text: string,
  snapshotId: string | null,
): AsyncGenerator<FoundFile> {
  const { signal } = visit.desk;
  const { repository } = visit.vault;
  const snapshots =
    snapshotId === null
      ? [...(await readSnapshots(repository, { signal }))].reverse()
      : [await readSnapshot(repository, snapshotId, { signal })];
  const reader = await visit.reader();
  const seen = { folders: new Set<string>(), paths: new Set<string>() };
  const wanted = folded(text);
  for (const snapshot of snapshots)
    for await (const file of named(reader, snapshot.tree, "", wanted, seen, signal)) yield { snapshot, file };
}

async function* named(
  reader: BlobReader,
  tree: string,
  prefix: string,
  wanted: string,
  seen: { readonly folders: Set<string>; readonly paths: Set<string> },
  signal: AbortSignal | undefined,
  depth = 0,
): AsyncGenerator<ListedFile> {
  if (depth > mostDepth) throw new VaultError("damaged", "The folders of the snapshot are nested without end.");
  if (signal?.aborted) throw stopReason(signal);
  const known = `${tree} ${prefix}`;
  if (seen.folders.has(known)) return;
  seen.folders.add(known);
  for (const node of await reader.tree(tree)) {
    const path = `${prefix}${node.name}`;
    if (folded(node.name).includes(wanted) && !seen.paths.has(path)) {
      seen.paths.add(path);
      yield listed(path, node);
    }
    if (node.subtree !== null) yield* named(reader, node.subtree, `${path}/`, wanted, seen, signal, depth + 1);
  }
}

const folded = (text: string) => text.normalize("NFC").toLowerCase();

/** Files and bytes at and below paths of a snapshot, for those who wait. @throws VaultError `absent`, `damaged` */
export async function sizeBelow(
  visit: VaultVisit,
  snapshotId: string,
  paths: readonly string[],
): Promise<{ readonly files: number; readonly bytes: number }> {
  const { signal } = visit.desk;
  const snapshot = await readSnapshot(visit.vault.repository, snapshotId, { signal });
  const reader = await visit.reader();
  const sum = { files: 0, bytes: 0 };
  const add = async ({ type, size, subtree }: Pick<TreeNode, "type" | "size" | "subtree">, depth: number) => {
    if (signal?.aborted) throw stopReason(signal);
    if (type === "file") {
      sum.files++;
      sum.bytes += Number(size);
    }
    if (subtree === null || depth > mostDepth) return;
    for (const node of await reader.tree(subtree)) await add(node, depth + 1);
  };
  if (paths.length === 0) await add({ type: "dir", size: 0n, subtree: snapshot.tree }, 0);
  for (const path of paths) {
    const node = await nodeAt(reader, snapshot, path);
    if (!node) throw new VaultError("absent", "There is no such file in this snapshot.");
    await add(node, 0);
  }
  return sum;
}
