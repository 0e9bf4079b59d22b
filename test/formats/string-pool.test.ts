import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { readStringPool } from "../../src/formats/string-pool.ts";
import { chunk, join, stringPool, u16, u32 } from "./axml-writer.ts";

const read = (bytes: Uint8Array) => {
  const pool = readStringPool(bytes, 0, bytes.length);
  return Array.from({ length: pool.count }, (_, n) => pool.get(n));
};
/** A pool of one string whose bytes are given. */
const pool8 = (...bytes: number[]) => chunk(1, u32(1, 0, 0x100, 32, 0), u32(0), new Uint8Array([...bytes, 0, 0, 0]));
const pool16 = (...units: number[]) => chunk(1, u32(1, 0, 0, 32, 0), u32(0), u16(...units, 0));

test("reads any strings in both encodings", () => {
  const strings = fc.array(fc.string({ unit: "grapheme", maxLength: 300 }), { maxLength: 20 });
  fc.assert(
    fc.property(strings, fc.boolean(), (list, utf8) => {
      const kept = list.filter((text) => Buffer.byteLength(text) < 0x7fff);
      expect(read(stringPool(kept, utf8))).toEqual(kept);
    }),
    { numRuns: 100 },
  );
});

test("reads long strings, also those whose length aapt cut to 15 bits", () => {
  const long = "é".repeat(0x9000);
  const text = [...Buffer.from(long)];
  const lost = text.length & 0x7fff;
  expect(read(pool8(0x80, 0, 0x80 | (lost >> 8), lost & 0xff, ...text, 0))).toEqual([long]);
  const units = [...long].map((letter) => letter.charCodeAt(0));
  expect(read(pool16(0x8000, units.length, ...units, 0))).toEqual([long]);
});

test("joins characters written as two halves, and replaces what is no UTF-8", () => {
  expect(read(pool8(2, 8, 0x61, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0x62, 0))).toEqual(["a😀b"]);
  expect(read(pool8(2, 2, 0xff, 0x61, 0))).toEqual(["\ufffda"]);
  expect(read(pool8(3, 3, 0xef, 0xbb, 0xbf, 0))).toEqual(["\ufeff"]);
});

test("sees no string where none ends", () => {
  expect(read(pool8(3, 3, 0x61, 0x62, 0x63, 0x64))).toEqual([undefined]);
  expect(read(pool16(2, 0x61, 0x62, 0x63))).toEqual([undefined]);
  const outside = chunk(1, u32(1, 0, 0, 32, 0), u32(0x7fffffff), u16(1, 0x61, 0, 0));
  expect(read(outside)).toEqual([undefined]);
});

test("refuses pools that do not fit into themselves", () => {
  const cases = [
    chunk(1, u32(0xffffffff, 0, 0, 32, 0), u32(0), u32(0)),
    chunk(1, u32(1, 0, 0, 0xfffffff0, 0), u32(0), u32(0)),
    chunk(1, u32(1, 1, 0, 32, 16), u32(0), u32(0)),
    new Uint8Array(20),
  ];
  for (const bytes of cases) expect(() => read(bytes)).toThrow(FormatError);
});

test("refuses strings that lie over one another instead of decoding them for ever", () => {
  const [count, length] = [100_000, 60_000];
  const offsets = u32(...Array.from({ length: count }, (_, n) => (n % length) * 2));
  // Every unit is both a length and a letter, and from each a string of 0x7000 letters begins.
  const units = new Uint8Array(new Uint16Array(length + 0x7002).fill(0x7000).buffer);
  const end = join(units, new Uint8Array(4));
  const evil = chunk(1, u32(count, 0, 0, 28 + count * 4, 0), offsets, end);
  for (let at = 28 + count * 4 + 0xe002; at < evil.length; at += 0xe002) evil.fill(0, at, at + 2);
  const same = chunk(
    1,
    u32(count, 0, 0, 28 + count * 4, 0),
    u32(...new Array(count).fill(0)),
    u16(0x7000),
    u16(...new Array(0x7000).fill(0x61), 0, 0),
  );
  expect(() => read(same)).toThrow("lie over one another");
  try {
    read(evil);
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
  }
});
