import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  consistencyProof,
  extendsTree,
  includes,
  inclusionProof,
  leafHash,
  treeHash,
} from "../../src/vault/merkle-tree.ts";

// The test vectors of google/certificate-transparency (Apache-2.0), cpp/merkletree/merkle_tree_test.cc: eight leaves and their roots.
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, "hex")));
const hex = (hash: Uint8Array) => Buffer.from(hash).toString("hex");

test("roots are those that Certificate Transparency publishes, and of no leaf the hash of nothing", () => {
  for (const [at, root] of roots.entries()) expect(hex(treeHash(leaves, at + 1))).toBe(root);
  expect(hex(treeHash([]))).toBe(createHash("sha256").digest("hex"));
});

test("a published path and a published consistency proof", () => {
  expect(inclusionProof(leaves, 5).map(hex)).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  expect(consistencyProof(leaves, 6, 8).map(hex)).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

const many = Array.from({ length: 70 }, (_, at) => leafHash(String(at)));
const sizes = fc.tuple(fc.nat(70), fc.nat(70)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test("every leaf of every tree is proven, and nothing else by the same path", () => {
  for (let size = 1; size <= many.length; size += 1)
    for (let index = 0; index < size; index += 1) {
      const [root, path, leaf] = [treeHash(many, size), inclusionProof(many, index, size), many[index] as Uint8Array];
      expect(includes(root, size, index, leaf, path)).toBe(true);
      expect(includes(root, size, (index + 1) % size, leaf, path)).toBe(size === 1);
      expect(includes(root, size, index, leafHash("another"), path)).toBe(false);
      expect(includes(root, size, index, leaf, [...path, leaf])).toBe(false);
      if (path.length > 0) expect(includes(root, size, index, leaf, path.slice(1))).toBe(false);
    }
});

test("every tree is shown to begin with every earlier one, and with no other", () => {
  for (let size = 0; size <= many.length; size += 1)
    for (let before = 0; before <= size; before += 1) {
      const [earlier, root] = [treeHash(many, before), treeHash(many, size)];
      const proof = consistencyProof(many, before, size);
      expect(extendsTree(earlier, before, root, size, proof)).toBe(true);
      expect(extendsTree(leafHash("another"), before, root, size, proof)).toBe(false);
      if (before > 0) expect(extendsTree(earlier, before, leafHash("another"), size, proof)).toBe(false);
      if (proof.length > 0) expect(extendsTree(earlier, before, root, size, proof.slice(1))).toBe(false);
    }
});

test("any change of a proof is seen", () => {
  fc.assert(
    fc.property(sizes, fc.nat(1000), fc.nat(255), ([before, size], where, flip) => {
      fc.pre(flip > 0);
      const proof = consistencyProof(many, before, size);
      fc.pre(proof.length > 0);
      const changed = proof.map((hash) => Uint8Array.from(hash));
      const hash = changed[where % changed.length] as Uint8Array;
      hash[where % 32] = (hash[where % 32] ?? 0) ^ flip;
      expect(extendsTree(treeHash(many, before), before, treeHash(many, size), size, changed)).toBe(false);
    }),
  );
});

test("what is not in the tree is refused", () => {
  expect(() => inclusionProof(many, 70)).toThrow("no entry 70");
  expect(() => inclusionProof(many, 3, 71)).toThrow("70 entries, not 71");
  expect(() => consistencyProof(many, 9, 8)).toThrow("more than");
  expect(includes(treeHash(many), 70, -1, leafHash("0"), [])).toBe(false);
  expect(extendsTree(treeHash(many), 70.5, treeHash(many), 71, [])).toBe(false);
});
