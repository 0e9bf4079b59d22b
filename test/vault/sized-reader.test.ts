import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyIndex } from "../../src/vault/restic-index.ts";
import {
  lengthOf,
  piecesOf,
  piecesWithin,
  randomAccess,
  readWithin,
  type SizedReader,
  withSizes,
} from "../../src/vault/sized-reader.ts";

/** A reader of blobs that are named by what is in them, and which were read. */
function readerOf(
  blobs: ReadonlyMap<string, Uint8Array>,
): SizedReader & { readonly read: SizedReader["read"]; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    bytesOf: (_, id) => blobs.get(id)?.length ?? 0,
    tree: async () => [],
    read: async (_, id) => {
      asked.push(id);
      return blobs.get(id) ?? new Uint8Array();
    },
  };
}

test("any part of a file is read from the pieces that it lies in, and from no other", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 8 }),
      fc.nat(80),
      fc.nat(80),
      async (parts, a, b) => {
        const blobs = new Map(parts.map((part, i) => [String(i), part]));
        const reader = readerOf(blobs);
        const pieces = piecesOf(reader, [...blobs.keys()]);
        const whole = Buffer.concat(parts);
        expect(lengthOf(pieces)).toBe(whole.length);
        const from = Math.min(a, b, whole.length);
        const to = Math.min(Math.max(a, b), whole.length);
        expect(Buffer.from(await randomAccess(reader, pieces).read(from, to - from))).toEqual(whole.subarray(from, to));
        expect(reader.asked.length).toBe(piecesWithin(pieces, from, to).length);
        for (const id of reader.asked) expect(blobs.get(id)?.length).toBeGreaterThan(0);
      },
    ),
  );
});

test("the middle of a film of six gigabytes is two pieces", async () => {
  const mib = 2 ** 20;
  const blob = Buffer.alloc(mib).map((_, i) => i & 255);
  const reader = readerOf(new Map([["a", blob]]));
  const pieces = piecesOf(
    reader,
    Array.from({ length: 6 * 1024 }, () => "a"),
  );
  expect(lengthOf(pieces)).toBe(6 * 1024 * mib);
  const from = 5 * 1024 * mib - 3;
  const found = await randomAccess(reader, pieces).read(from, 6);
  expect([...found]).toEqual([253, 254, 255, 0, 1, 2]);
  expect(reader.asked.length).toBe(2);
});

test("lengths come from the index; a piece of another length is damage, an unknown one is absent", async () => {
  const index = emptyIndex();
  const [plain, packed] = ["a".repeat(64), "b".repeat(64)];
  index.add({
    id: "f".repeat(64),
    blobs: [
      { id: plain, type: "data", offset: 0, length: 132, rawLength: null },
      { id: packed, type: "data", offset: 132, length: 60, rawLength: 500 },
    ],
  });
  const reader = withSizes(readerOf(new Map([[plain, new Uint8Array(99)]])), index);
  expect([reader.bytesOf("data", plain), reader.bytesOf("data", packed)]).toEqual([100, 500]);
  expect(() => reader.bytesOf("data", "c".repeat(64))).toThrow("does not know a piece");
  const [piece] = piecesOf(reader, [plain]);
  if (!piece) throw new Error("no piece");
  await expect(readWithin(reader, piece, 0, 100)).rejects.toThrow("is not as long as the index says");
  await expect(randomAccess(reader, []).read(0, 1)).rejects.toThrow("shorter");
});
