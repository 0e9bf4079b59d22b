// Which parts of native libraries are no machine code.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { outsideCode } from "../../src/formats/elf-code.ts";

/** A library of 1,000 bytes with these sections. */
function library(
  wide: boolean,
  sections: readonly (readonly [type: number, flags: number, at: number, size: number])[],
) {
  const bytes = new Uint8Array(1000);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, 1]);
  const [word, size] = wide ? [8, 64] : [4, 40];
  const set = (at: number, value: number) =>
    wide ? view.setBigUint64(at, BigInt(value), true) : view.setUint32(at, value, true);
  set(wide ? 0x28 : 0x20, 600);
  view.setUint16(wide ? 0x3a : 0x2e, size, true);
  view.setUint16(wide ? 0x3c : 0x30, sections.length, true);
  for (const [n, [type, flags, at, length]] of sections.entries()) {
    const header = 600 + n * size;
    view.setUint32(header + 4, type, true);
    set(header + 8, flags);
    set(header + 8 + 2 * word, at);
    set(header + 8 + 3 * word, length);
  }
  return bytes;
}

test.each([true, false])("sections of machine code are left out (64 bits: %s)", (wide) => {
  const sections = [
    [1, 2, 100, 50], // texts
    [1, 6, 200, 100], // code
    [1, 6, 250, 100], // over it
    [8, 6, 0, 5000], // has no bytes in the file
    [1, 6, 900, 500], // reaches over the end
  ] as const;
  expect(outsideCode(library(wide, sections))).toEqual([
    { start: 0, end: 200 },
    { start: 350, end: 1000 },
  ]);
});

test("what is no library is given whole", () => {
  expect(outsideCode(new Uint8Array(70))).toEqual([{ start: 0, end: 70 }]);
  const cut = library(true, [[1, 6, 200, 100]]).subarray(0, 620);
  expect(outsideCode(cut)).toEqual([{ start: 0, end: 620 }]);
});

test("this very program's texts stand outside of its code", () => {
  const bytes = new Uint8Array(readFileSync(process.execPath));
  const ranges = outsideCode(bytes);
  const kept = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  if (process.platform === "linux") expect(kept).toBeLessThan(bytes.length * 0.8);
  const text = Buffer.from("NODE_OPTIONS");
  const within = ranges.some(({ start, end }) => Buffer.from(bytes.buffer, start, end - start).includes(text));
  expect(within).toBe(true);
});

test("any section table gives ranges in order, within the file", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(9), fc.nat(7), fc.nat(1200), fc.nat(1200)), { maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(999), fc.nat(255)), { maxLength: 6 }),
      (wide, sections, changes) => {
        const bytes = library(wide, sections);
        for (const [at, value] of changes) bytes[at] = value;
        let before = 0;
        for (const { start, end } of outsideCode(bytes)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(1000);
      },
    ),
    { numRuns: 300 },
  );
});
