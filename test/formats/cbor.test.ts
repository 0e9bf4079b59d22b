import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { type Cbor, type CborKey, cborLimits, readCbor } from "../../src/formats/cbor.ts";
import { writeCbor } from "../../src/formats/cbor-writer.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const read = (hex: string) => readCbor(bytes(hex));

test.each<[string, Cbor]>([
  ["00", 0],
  ["17", 23],
  ["1818", 24],
  ["1903e8", 1000],
  ["1a000f4240", 1_000_000],
  ["1b000000e8d4a51000", 1_000_000_000_000],
  ["1bffffffffffffffff", 18_446_744_073_709_551_615n],
  ["20", -1],
  ["3903e7", -1000],
  ["3bffffffffffffffff", -18_446_744_073_709_551_616n],
  ["f4", false],
  ["f5", true],
  ["f6", null],
  ["f7", undefined],
  ["f0", { kind: "simple", value: 16 }],
  ["f8ff", { kind: "simple", value: 255 }],
  ["c074323031332d30332d32315432303a30343a30305a", { kind: "tag", tag: 0, value: "2013-03-21T20:04:00Z" }],
  ["f90000", { kind: "float", value: 0 }],
  ["f93c00", { kind: "float", value: 1 }],
  ["f90001", { kind: "float", value: 2 ** -24 }],
  ["f97bff", { kind: "float", value: 65_504 }],
  ["fa47c35000", { kind: "float", value: 100_000 }],
  ["fb3ff199999999999a", { kind: "float", value: 1.1 }],
  ["f97c00", { kind: "float", value: Number.POSITIVE_INFINITY }],
  ["4401020304", bytes("01020304")],
  ["6161", "a"],
  ["62c3bc", "ü"],
  ["83010203", [1, 2, 3]],
  [
    "a201020304",
    new Map([
      [1, 2],
      [3, 4],
    ]),
  ],
  [
    "a26161016162820203",
    new Map<CborKey, Cbor>([
      ["a", 1],
      ["b", [2, 3]],
    ]),
  ],
  ["5f42010243030405ff", bytes("0102030405")],
  ["7f657374726561646d696e67ff", "streaming"],
  ["9f018202039f0405ffff", [1, [2, 3], [4, 5]]],
  [
    "bf61610161629f0203ffff",
    new Map<CborKey, Cbor>([
      ["a", 1],
      ["b", [2, 3]],
    ]),
  ],
])("RFC 8949 appendix A: %s", (hex, value) => {
  expect(read(hex)).toEqual(value);
});

test.each([
  ["", "it ends too early"],
  ["0000", "something follows"],
  ["1c", "no meaning"],
  ["1f", "without an end"],
  ["ff", "an end where nothing is to end"],
  ["8201ff", "an end where nothing is to end"],
  ["a1ff", "it ends too early"],
  ["bf01ff", "an end where nothing"],
  ["4401", "ends too early"],
  ["5b7fffffffffffffff00", "ends too early"],
  ["9b7fffffffffffffff00", "ends too early"],
  ["bb7fffffffffffffff00", "ends too early"],
  ["61ff", "not UTF-8"],
  ["5f6161ff", "a part of a string is none"],
  ["a201000101", "stands there twice"],
  ["a14100f6", "a key is neither"],
  ["a1f93c00f6", "a key is neither"],
  ["f818", "in two bytes"],
])("%s is refused: %s", (hex, reason) => {
  expect(() => read(hex)).toThrow(FormatError);
  expect(() => read(hex)).toThrow(reason);
});

test("what is not written deterministically is refused where that is asked for", () => {
  for (const hex of ["1817", "190017", "5801aa", "9f01ff", "fa3f800000", "fb3ff0000000000000", "a2020001f6"]) {
    expect(() => readCbor(bytes(hex))).not.toThrow();
    expect(() => readCbor(bytes(hex), "bytewise"), hex).toThrow(FormatError);
  }
  for (const hex of ["1818", "fa47c35000", "fb3ff199999999999a", "f90001", "a201f602f6"])
    expect(() => readCbor(bytes(hex), "bytewise"), hex).not.toThrow();
  // "b" before 100: by length the text comes after; by bytes too. -1 (0x20) and 100 (0x1864) differ.
  expect(() => readCbor(bytes("a220001864f6"), "length-first")).not.toThrow();
  expect(() => readCbor(bytes("a220001864f6"), "bytewise")).toThrow("keys are not in their order");
});

test("nesting and number of values are bounded", () => {
  expect(() => readCbor(new Uint8Array(1_000_000).fill(0x81))).toThrow("nested too deeply");
  expect(() => readCbor(new Uint8Array(1_000_000).fill(0xc1))).toThrow("nested too deeply");
  const many = new Uint8Array(cborLimits.items + 10);
  many.set([0x9f]);
  many[many.length - 1] = 0xff;
  expect(() => readCbor(many)).toThrow("too many values");
  const parts = new Uint8Array(cborLimits.items + 10).fill(0x40);
  parts[0] = 0x5f;
  expect(() => readCbor(parts)).toThrow("too many values");
});

test("any bytes give a value or a FormatError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(undefined, "bytewise" as const), (input, order) => {
      try {
        readCbor(input, order);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 2000 },
  );
});

test("what is written is read back, and is deterministic", () => {
  const { value } = fc.letrec<{ value: Cbor; map: Cbor; leaf: Cbor }>((tie) => ({
    leaf: fc.oneof(
      fc.integer(),
      fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n - 1n }).filter((n) => n < -(2n ** 53n) || n >= 2n ** 53n),
      fc.string({ unit: "grapheme" }),
      fc.uint8Array({ maxLength: 40 }).map((each) => new Uint8Array(each)),
      fc.constantFrom(true, false, null, undefined),
    ),
    map: fc
      .array(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie("value")), { maxLength: 6 })
      .map((entries) => new Map(entries)),
    value: fc.oneof({ maxDepth: 5 }, tie("leaf"), fc.array(tie("value"), { maxLength: 6 }), tie("map")),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom("bytewise" as const, "length-first" as const), (given, order) => {
      const written = writeCbor(given, order);
      expect(readCbor(written, order)).toEqual(given);
    }),
  );
});
