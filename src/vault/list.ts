import { VaultError } from "../core/errors.ts";
import { type BlobReader, createBlobReader } from "./blob-reader.ts";
import { stopReason } from "./blob-store.ts";
import type { Repository } from "./repository.ts";
import { loadIndex } from "./restic-index.ts";
import { readSnapshots, type Snapshot } from "./restic-snapshot.ts";
import { posixModeOf, type TreeNode } from "./restic-tree.ts";

/** One name in a snapshot. */
export interface ListedFile {
  /** Names joined by "/", without one at the beginning; see `textOfBytes` for names that are no UTF-8. */
  readonly path: string;
  readonly kind: "file" | "dir" | "symlink" | "other";
  /** Permission bits. */
  readonly mode: number;
  readonly bytes: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  readonly linkTarget: string | null;
}

/** What ends a listing early, and where it begins. */
export interface ListOptions {
  readonly signal?: AbortSignal;
  /** Only this path and what is below it. */
  readonly under?: string;
}

/** Everything in a snapshot, or below one path of it, folders before what is in them. @throws VaultError `absent`, `damaged` */
export async function* listFiles(
  repository: Repository,
  snapshot: Snapshot,
  options: ListOptions = {},
): AsyncGenerator<ListedFile> {
  const reader = createBlobReader(repository, await loadIndex(repository, options), options);
  for await (const { path, node } of walkSnapshot(reader, snapshot, options)) yield listed(path, node);
}

/** The content of one file, every piece verified before it is given. @throws VaultError `absent`, `damaged` */
export async function* readFile(
  repository: Repository,
  snapshot: Snapshot,
  path: string,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<Uint8Array> {
  const reader = createBlobReader(repository, await loadIndex(repository, options), options);
  const node = await nodeAt(reader, snapshot, path);
  if (node?.type !== "file")
    throw new VaultError("absent", `There is no file ${path} in snapshot ${snapshot.id.slice(0, 8)}.`);
  for (const id of node.content ?? []) {
    if (options.signal?.aborted) throw stopReason(options.signal);
    yield await reader.read("data", id);
  }
}

/** Where a name lies: files whose path or name matches (`*` any characters but "/", `**` any, `?` one), newest snapshot first. */
export async function* findFiles(
  repository: Repository,
  pattern: string,
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<{ readonly snapshot: Snapshot; readonly file: ListedFile }> {
  const fits = matcher(pattern);
  const reader = createBlobReader(repository, await loadIndex(repository, options), options);
  for (const snapshot of [...(await readSnapshots(repository, options))].reverse())
    for await (const { path, node } of walkSnapshot(reader, snapshot, options))
      if (fits(path) || fits(node.name)) yield { snapshot, file: listed(path, node) };
}

/** The nodes of a snapshot with their paths, folders before what is in them. */
export async function* walkSnapshot(
  reader: BlobReader,
  snapshot: Snapshot,
  { under, signal }: ListOptions,
): AsyncGenerator<{ readonly path: string; readonly node: TreeNode }> {
  if (under === undefined || under === "") {
    yield* walkTree(reader, snapshot.tree, "", signal);
    return;
  }
  const path = under.replace(/^\/+|\/+$/g, "");
  const node = await nodeAt(reader, snapshot, path);
  if (!node) throw new VaultError("absent", `There is no ${path} in snapshot ${snapshot.id.slice(0, 8)}.`);
  yield { path, node };
  if (node.subtree !== null) yield* walkTree(reader, node.subtree, `${path}/`, signal);
}

/** Folders deeper than this are not followed: a file system does not allow them, and recursion ends somewhere. */
const mostDepth = 1000;

async function* walkTree(
  reader: BlobReader,
  tree: string,
  prefix: string,
  signal: AbortSignal | undefined,
  depth = 0,
): AsyncGenerator<{ readonly path: string; readonly node: TreeNode }> {
  if (depth > mostDepth) throw new VaultError("damaged", "The folders of the snapshot are nested without end.");
  if (signal?.aborted) throw stopReason(signal);
  for (const node of await reader.tree(tree)) {
    const path = `${prefix}${node.name}`;
    yield { path, node };
    if (node.subtree !== null) yield* walkTree(reader, node.subtree, `${path}/`, signal, depth + 1);
  }
}

/** What lies at a path of a snapshot; null where nothing does. Names are compared as they are: "..", too, is a name like any other. */
export async function nodeAt(reader: BlobReader, snapshot: Snapshot, path: string): Promise<TreeNode | null> {
  let tree: string | null = snapshot.tree;
  let node: TreeNode | null = null;
  for (const part of path.split("/")) {
    if (tree === null) return null;
    node = (await reader.tree(tree)).find(({ name }) => name === part) ?? null;
    tree = node?.subtree ?? null;
    if (node === null) return null;
  }
  return node;
}

/** A node as lists tell of it. */
export function listed(path: string, node: TreeNode): ListedFile {
  const { type, mode, size, modified, linkTarget } = node;
  return {
    path,
    kind: type === "file" || type === "dir" || type === "symlink" ? type : "other",
    mode: posixModeOf(mode),
    bytes: Number(size),
    modified,
    linkTarget: type === "symlink" ? linkTarget : null,
  };
}

/** Matches in time that grows with the product of both lengths, whatever the pattern is. */
function matcher(pattern: string): (text: string) => boolean {
  const parts = pattern.match(/\*\*|[\s\S]/gu) ?? [];
  return (text) => {
    const characters = [...text];
    // Which lengths of the text the parts so far can match.
    let reached = new Set([0]);
    for (const part of parts) {
      const next = new Set<number>();
      for (const from of reached) {
        if (part !== "*" && part !== "**") {
          const found = characters[from];
          if (found !== undefined && (part === "?" ? found !== "/" : part === found)) next.add(from + 1);
          continue;
        }
        for (let to = from; ; to++) {
          if (next.has(to)) break;
          next.add(to);
          if (to >= characters.length || (part === "*" && characters[to] === "/")) break;
        }
      }
      reached = next;
    }
    return reached.has(characters.length);
  };
}
