import { createHash } from "node:crypto";
import { VaultError } from "../core/errors.ts";

/** Hash of a leaf: SHA-256(0x00 ‖ data) (RFC 6962 §2.1). */
export function leafHash(data: Uint8Array | string): Uint8Array {
  return createHash("sha256").update(leafPrefix).update(data).digest();
}

/** Hash of the tree over the first `size` leaves, all of them where it is left out; SHA-256 of nothing for none (RFC 6962 §2.1). */
export function treeHash(leaves: readonly Uint8Array[], size = leaves.length): Uint8Array {
  mustHold(leaves, size);
  return size === 0 ? createHash("sha256").digest() : subtree(leaves, 0, size);
}

/**
 * The audit path of leaf `index` in the tree over the first `size` leaves, from the leaf's neighbour up (RFC 6962 §2.1.1).
 *
 * @throws VaultError `refused` where there is no such leaf.
 */
export function inclusionProof(leaves: readonly Uint8Array[], index: number, size = leaves.length): Uint8Array[] {
  mustHold(leaves, size);
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new VaultError("refused", `There is no entry ${index} among the first ${size}.`);
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      path.push(subtree(leaves, middle, to));
      to = middle;
    } else {
      path.push(subtree(leaves, from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/** Whether `path` proves that the leaf with this hash is number `index` of the `size` leaves under `root` (RFC 9162 §2.1.3.2). */
export function includes(
  root: Uint8Array,
  size: number,
  index: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
): boolean {
  if (!isSize(size) || !isSize(index) || index >= size) return false;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  for (const neighbour of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(neighbour, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, neighbour);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(hash, root);
}

/**
 * The proof that the tree over the first `before` leaves is the beginning of the one over the first `size` (RFC 6962 §2.1.2). Empty where
 * both are the same tree or the earlier one is empty.
 */
export function consistencyProof(leaves: readonly Uint8Array[], before: number, size = leaves.length): Uint8Array[] {
  mustHold(leaves, size);
  mustHold(leaves, before);
  if (before > size) throw new VaultError("refused", `The first ${before} entries are more than the first ${size}.`);
  if (before === 0 || before === size) return [];
  const proof: Uint8Array[] = [];
  let [from, to, whole] = [0, size, true];
  while (before !== to) {
    const middle = from + split(to - from);
    if (before <= middle) {
      proof.push(subtree(leaves, middle, to));
      to = middle;
    } else {
      proof.push(subtree(leaves, from, middle));
      from = middle;
      whole = false;
    }
  }
  if (!whole) proof.push(subtree(leaves, from, to));
  return proof.reverse();
}

/** Whether `proof` shows that the tree of `size` leaves under `root` begins with the one of `before` leaves under `earlier` (RFC 9162 §2.1.4.2). */
export function extendsTree(
  earlier: Uint8Array,
  before: number,
  root: Uint8Array,
  size: number,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(before) || !isSize(size) || before > size) return false;
  if (before === size) return proof.length === 0 && same(earlier, root);
  if (before === 0) return proof.length === 0 && same(earlier, treeHash([]));
  // An earlier tree that is whole has no node of its own in the proof: its hash is the first.
  const path = isPowerOfTwo(before) ? [earlier, ...proof] : [...proof];
  const first = path[0];
  if (first === undefined) return false;
  let [node, last] = [before - 1, size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [old, now] = [first, first];
  for (const neighbour of path.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      old = nodeHash(neighbour, old);
      now = nodeHash(neighbour, now);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else now = nodeHash(now, neighbour);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(old, earlier) && same(now, root);
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

function subtree(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) return leaves[from] as Uint8Array;
  const middle = from + split(to - from);
  return nodeHash(subtree(leaves, from, middle), subtree(leaves, middle, to));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash("sha256").update(nodePrefix).update(left).update(right).digest();
}

/** The largest power of two below `count`, which is at least 2. */
function split(count: number): number {
  return 2 ** (31 - Math.clz32(count - 1));
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isSize(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}

function isPowerOfTwo(value: number): boolean {
  return value === 2 ** (31 - Math.clz32(value));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function mustHold(leaves: readonly Uint8Array[], size: number): void {
  if (!isSize(size) || size > leaves.length)
    throw new VaultError("refused", `There are ${leaves.length} entries, not ${size}.`);
}
