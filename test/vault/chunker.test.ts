import fc from "fast-check";
import { expect, test } from "vitest";
import { chunkBounds, chunkerOf } from "../../src/vault/chunker.ts";
import { rabinModule } from "../../src/vault/rabin-module.ts";
import { isIrreducible, modulo, newPolynomial } from "../../src/vault/rabin-polynomial.ts";
import { polynomial } from "./repository-tools.ts";
import { noise } from "./tree-maker.ts";

// That the cuts are those of restic itself is shown in restic-oracle.test.ts, by trees that are equal byte for byte.

async function lengths(data: Uint8Array, piece: number, p = polynomial): Promise<readonly number[]> {
  async function* pieces() {
    for (let at = 0; at < data.length; at += piece) yield data.subarray(at, at + piece);
  }
  const found: number[] = [];
  for await (const chunk of chunkerOf(p).chunks(pieces())) found.push(chunk.length);
  return found;
}

/** The digest of the 64 bytes that end at a place, by the definition: all bits as one polynomial. */
function digest(data: Uint8Array, at: number): bigint {
  return modulo(BigInt(`0x${Buffer.from(data.subarray(at - 63, at + 1)).toString("hex")}`), polynomial);
}

test("chunks end where the digest of 64 bytes by the definition ends in zeroes, and nowhere before", async () => {
  const data = noise(6_000_000, "definition");
  const { min, averageBits } = chunkBounds;
  let start = 0;
  const ends = [];
  for (const length of (await lengths(data, 70_001)).slice(0, -1)) {
    expect(length).toBeGreaterThanOrEqual(min);
    expect(digest(data, start + length - 1) & ((1n << BigInt(averageBits)) - 1n)).toBe(0n);
    start += length;
    ends.push(start);
  }
  expect(ends.length).toBeGreaterThan(1);
});

test("the module finds the first place, however it is asked", () => {
  const data = noise(40_000, "module");
  const bits = 7;
  const { bytes, bufferStart, scan } = rabinModule(polynomial, data.length, bits);
  bytes.set(data, bufferStart);
  const places: number[] = [];
  for (let at = 64; at < data.length; at++)
    if ((digest(data, at) & ((1n << BigInt(bits)) - 1n)) === 0n) places.push(at);
  expect(places.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(fc.integer({ min: 64, max: data.length }), fc.integer({ min: 0, max: 30_000 }), (from, more) => {
      const to = Math.min(from + more, data.length);
      const first = places.find((at) => at >= from && at < to);
      expect(scan(bufferStart + from, bufferStart + to)).toBe(first === undefined ? -1 : bufferStart + first);
    }),
    { numRuns: 300 },
  );
});

test("how the content arrives makes no difference", async () => {
  const data = noise(5_000_000, "pieces");
  const whole = await lengths(data, data.length);
  expect(whole.reduce((sum, length) => sum + length, 0)).toBe(data.length);
  for (const piece of [4096, 65_537, 1_000_003]) expect(await lengths(data, piece)).toEqual(whole);
});

test("short content is one chunk, none is none, zeroes are cut at the least length, and the same bytes never beyond the most", async () => {
  const { min, max } = chunkBounds;
  expect(await lengths(new Uint8Array(), 1)).toEqual([]);
  expect(await lengths(noise(min - 1, "a"), 1000)).toEqual([min - 1]);
  expect(await lengths(new Uint8Array(3 * min + 5), 99_999)).toEqual([min, min, min, 5]);
  const ones = await lengths(new Uint8Array(max + min).fill(1), 2 ** 20);
  expect(ones.every((length) => length <= max)).toBe(true);
}, 60_000);

test("a byte more in front changes the first chunks alone", async () => {
  const data = noise(12_000_000, "shift");
  const before = await lengths(data, 2 ** 20);
  const after = await lengths(Buffer.concat([Buffer.from("x"), data]), 2 ** 20);
  expect(after.slice(-2)).toEqual(before.slice(-2));
});

test("polynomials are random, of degree 53, and irreducible; those that are not are known", () => {
  const some = Array.from({ length: 4 }, newPolynomial);
  expect(new Set(some).size).toBe(4);
  for (const each of [...some, polynomial]) {
    expect(each >> 53n).toBe(1n);
    expect(isIrreducible(each)).toBe(true);
  }
  for (const reducible of [0n, 1n, 1n << 53n, polynomial << 1n, polynomial ^ 1n, (1n << 53n) | 3n, (1n << 53n) | 1n])
    expect(isIrreducible(reducible)).toBe(false);
});
