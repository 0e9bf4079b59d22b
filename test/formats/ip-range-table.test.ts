import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeIpRangeTable, type ValuedRange } from "../../scripts/ip-countries.ts";
import { FormatError } from "../../src/core/errors.ts";
import { lookUpIp, readIpRangeTable } from "../../src/formats/ip-range-table.ts";

const head = {
  name: "T",
  date: "2026-01-02",
  licence: "none",
  attribution: "of nobody",
  homepage: "https://example.org",
};
const wide = (network: bigint) =>
  ({ version: 6, words: [Number(network >> 32n), Number(network & 0xffff_ffffn), 0, 1] }) as const;

test("what was written is found again, at every edge", () => {
  const value = fc.constantFrom("DE", "FR", "US", "SG");
  const range = (max: bigint) =>
    fc
      .tuple(fc.bigInt({ min: 0n, max }), fc.bigInt({ min: 0n, max }), value)
      .map(([a, b, v]): ValuedRange => [a < b ? a : b, a < b ? b : a, v]);
  fc.assert(
    fc.property(
      fc.array(range(0xffff_ffffn), { maxLength: 8 }),
      fc.array(range(2n ** 64n - 1n), { maxLength: 8 }),
      (v4, v6) => {
        const whole = v6.map(([a, b, v]): ValuedRange => [a << 64n, (b << 64n) + 2n ** 64n - 1n, v]);
        const table = readIpRangeTable(encodeIpRangeTable(head, v4, whole));
        const holder = (ranges: readonly ValuedRange[], at: bigint) =>
          ranges.findLast(([a, b]) => a <= at && at <= b)?.[2] ?? null;
        for (const [a, b] of v4)
          for (const at of [a - 1n, a, b, b + 1n].filter((n) => n >= 0n && n < 2n ** 32n))
            expect(lookUpIp(table, { version: 4, value: Number(at) })).toBe(holder(v4, at));
        for (const [a, b] of v6)
          for (const at of [a - 1n, a, b, b + 1n].filter((n) => n >= 0n && n < 2n ** 64n))
            expect(lookUpIp(table, wide(at))).toBe(holder(v6, at));
      },
    ),
  );
});

test("a network of 64 bits that lies in two countries is in none", () => {
  const middle = (5n << 64n) + 77n;
  const table = readIpRangeTable(
    encodeIpRangeTable(
      head,
      [],
      [
        [4n << 64n, middle - 1n, "DE"],
        [middle, (7n << 64n) - 1n, "FR"],
      ],
    ),
  );
  expect([3n, 4n, 5n, 6n, 7n].map((network) => lookUpIp(table, wide(network)))).toEqual([null, "DE", null, "FR", null]);
});

test("any bytes, and any change of a table, give a table or a FormatError", () => {
  const good = encodeIpRangeTable(head, [[5n, 70_000n, "DE"]], [[0n, 2n ** 70n, "FR"]]);
  const readable = (bytes: Uint8Array) => {
    try {
      lookUpIp(readIpRangeTable(bytes), { version: 4, value: 9 });
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  };
  fc.assert(fc.property(fc.uint8Array(), readable));
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
      const bytes = Uint8Array.from(good);
      bytes[at] = byte;
      readable(bytes);
      readable(good.slice(0, length));
    }),
  );
  expect(() => readIpRangeTable(good.slice(0, -1))).toThrow(FormatError);
  expect(() => readIpRangeTable(Uint8Array.from([...good, 0]))).toThrow("behind its end");
});
