// The first bytes of deflated data, held against zlib.
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inflateStart } from "../../src/formats/inflate-start.ts";

const levels = fc.constantFrom(0, 1, 6, 9);

test("gives what zlib packed, however it packed it, from its first part alone", () => {
  // Texts that repeat themselves, so that all kinds of blocks, lengths and distances occur.
  const data = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(
        ...["dex\n035\0", "aaaaaaaaaaaaaaaaaaaaaaaa", "abcabcabc"].map((text) => new TextEncoder().encode(text)),
      ),
    ),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(
      data,
      levels,
      fc.constantFrom(0, 2, 4),
      fc.integer({ min: 1, max: 700 }),
      (pieces, level, strategy, most) => {
        const all = new Uint8Array(Buffer.concat(pieces));
        const packed = deflateRawSync(all, { level, strategy });
        expect([...inflateStart(packed, most)]).toEqual([...all.subarray(0, most)]);
        const start = inflateStart(packed.subarray(0, 512), 8);
        expect([...start]).toEqual([...all.subarray(0, 8)].slice(0, start.length));
        if (packed.length <= 512) expect(start.length).toBe(Math.min(8, all.length));
      },
    ),
    { numRuns: 150 },
  );
});

test("the first eight bytes of large files need no more than 512 packed ones", () => {
  const code = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * n * 31 + (n >> 3)) & 0xff));
  code.write("dex\n039\0", "latin1");
  for (const level of [1, 6, 9])
    expect(Buffer.from(inflateStart(deflateRawSync(code, { level }).subarray(0, 512), 8)).toString("latin1")).toBe(
      "dex\n039\0",
    );
});

test("any bytes give at most so many, at once", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: 0, max: 64 }), (bytes, most) => {
      expect(inflateStart(bytes, most).length).toBeLessThanOrEqual(most);
    }),
    { numRuns: 500 },
  );
});
