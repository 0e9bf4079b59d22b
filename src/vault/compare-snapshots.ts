import { VaultError } from "../core/errors.ts";
import type { BlobReader } from "./blob-reader.ts";
import { stopReason } from "./blob-store.ts";
import { compareNames, type TreeNode } from "./restic-tree.ts";

/** What became of one name from one snapshot to another. */
export interface Difference {
  /** `details`: the same content with another time, permissions or owner. */
  readonly change: "new" | "gone" | "changed" | "details";
  readonly path: string;
  /** As it is in the later snapshot; in the earlier one for what is gone. A folder that is wholly new or gone is told once. */
  readonly node: TreeNode;
  /** As it was, for what is in both. */
  readonly before: TreeNode | null;
  /** Of the file itself, or of all files in the folder. */
  readonly files: number;
  readonly bytes: number;
}

/** Folders deeper than this are not followed, as in `listFiles`. */
const mostDepth = 1000;

/**
 * What is not the same in two trees, in the order of the names. Folders that are the same in both are not opened.
 *
 * @throws VaultError `damaged`
 */
export async function* compareTrees(
  reader: BlobReader,
  before: string,
  after: string,
  signal?: AbortSignal,
): AsyncGenerator<Difference> {
  yield* differences({ reader, signal, sums: new Map() }, before, after, "", 0);
}

interface Walk {
  readonly reader: BlobReader;
  readonly signal: AbortSignal | undefined;
  /** Of folders that were looked through: the same one may lie at several places. */
  readonly sums: Map<string, Sum>;
}

interface Sum {
  readonly files: number;
  readonly bytes: number;
}

async function* differences(
  walk: Walk,
  before: string,
  after: string,
  prefix: string,
  depth: number,
): AsyncGenerator<Difference> {
  if (before === after) return;
  demandShallow(walk, depth);
  const [old, now] = [await walk.reader.tree(before), await walk.reader.tree(after)];
  for (const [was, is] of pairs(old, now)) {
    const path = `${prefix}${(is ?? was)?.name}`;
    if (was && is && was.type === is.type) {
      const change = changeOf(was, is);
      if (change !== null) yield { change, path, node: is, before: was, ...ownSum(is) };
      if (was.subtree !== null && is.subtree !== null)
        yield* differences(walk, was.subtree, is.subtree, `${path}/`, depth + 1);
      continue;
    }
    if (was) yield { change: "gone", path, node: was, before: null, ...(await sumOf(walk, was, depth)) };
    if (is) yield { change: "new", path, node: is, before: null, ...(await sumOf(walk, is, depth)) };
  }
}

/** Two lists in the order of their names, side by side. */
function* pairs(
  old: readonly TreeNode[],
  now: readonly TreeNode[],
): Generator<readonly [TreeNode | undefined, TreeNode | undefined]> {
  let [i, j] = [0, 0];
  for (let [was, is] = [old[i], now[j]]; was || is; [was, is] = [old[i], now[j]]) {
    const order = !was ? 1 : !is ? -1 : compareNames(was.name, is.name);
    if (order <= 0) i++;
    if (order >= 0) j++;
    yield [order <= 0 ? was : undefined, order >= 0 ? is : undefined];
  }
}

/** Of two nodes of one kind. When a folder was last changed says nothing that its names do not say. */
function changeOf(was: TreeNode, is: TreeNode): "changed" | "details" | null {
  const [a, b] = [was.content ?? [], is.content ?? []];
  if (a.length !== b.length || a.some((id, at) => id !== b[at]) || was.linkTarget !== is.linkTarget) return "changed";
  const isSame =
    was.mode === is.mode &&
    was.uid === is.uid &&
    was.gid === is.gid &&
    (was.type === "dir" || was.modified === is.modified);
  return isSame ? null : "details";
}

const ownSum = ({ type, size }: TreeNode): Sum =>
  type === "file" ? { files: 1, bytes: Number(size) } : { files: 0, bytes: 0 };

async function sumOf(walk: Walk, node: TreeNode, depth: number): Promise<Sum> {
  if (node.subtree === null) return ownSum(node);
  const known = walk.sums.get(node.subtree);
  if (known) return known;
  demandShallow(walk, depth);
  let sum: Sum = { files: 0, bytes: 0 };
  for (const each of await walk.reader.tree(node.subtree)) {
    const { files, bytes } = await sumOf(walk, each, depth + 1);
    sum = { files: sum.files + files, bytes: sum.bytes + bytes };
  }
  walk.sums.set(node.subtree, sum);
  return sum;
}

function demandShallow({ signal }: Walk, depth: number): void {
  if (signal?.aborted) throw stopReason(signal);
  if (depth > mostDepth) throw new VaultError("damaged", "The folders of the snapshot are nested without end.");
}
