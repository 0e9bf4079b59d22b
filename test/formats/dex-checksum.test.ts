import fc from "fast-check";
import { expect, test } from "vitest";
import { adler32 } from "../../src/formats/dex-checksum.ts";

/** RFC 1950 §8.2, as it is written there. */
function plainly(bytes: Uint8Array, start: number, end: number): number {
  let [a, b] = [1, 0];
  for (const byte of bytes.subarray(start, end)) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

test("Adler-32 of any part, wherever it begins in memory", () => {
  const places = fc.record({ seed: fc.nat(255), offset: fc.nat(9), start: fc.nat(200), length: fc.nat(6000) });
  fc.assert(
    fc.property(places, ({ seed, offset, start, length }) => {
      const bytes = new Uint8Array(offset + start + length).map((_, i) => (i * 167 + seed) & 255).subarray(offset);
      expect(adler32(bytes, start, bytes.length)).toBe(plainly(bytes, start, bytes.length));
    }),
  );
});

test("Adler-32 of the bytes that carry the most", () => {
  const bytes = new Uint8Array(100_000).fill(255);
  expect(adler32(bytes, 0, bytes.length)).toBe(plainly(bytes, 0, bytes.length));
});
