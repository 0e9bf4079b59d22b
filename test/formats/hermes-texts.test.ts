// Scripts compiled for Hermes: their texts stand side by side in the file, and one table tells where each begins.
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { hermesTexts } from "../../src/formats/hermes-texts.ts";
import { writeHermes } from "./hermes-writer.ts";

const shown = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1").split("\0").slice(0, -1);

test("texts are told one by one, long ones and those in UTF-16 as well", () => {
  const long = "x".repeat(1000);
  expect(shown(hermesTexts(writeHermes(["https://api.shop.io", "next", "", long, "größe ✓"])))).toEqual([
    "https://api.shop.io",
    "next",
    "",
    long,
    "größe \u00ff",
  ]);
});

test("other versions, tables that contradict one another and files that are cut off are refused", () => {
  const script = writeHermes(["one", "two"]);
  for (const [at, value] of [
    [8, 73], // older
    [8, 97], // newer
    [40, 2], // functions
    [52, 1], // texts
    [44, 5_000_000],
    [60, 0xffffffff],
  ] as const) {
    const changed = script.slice();
    new DataView(changed.buffer).setUint32(at, value, true);
    expect(() => hermesTexts(changed)).toThrow(FormatError);
  }
  expect(() => hermesTexts(script.subarray(0, -3))).toThrow(FormatError);
  expect(() => hermesTexts(script.subarray(0, 100))).toThrow(FormatError);
});

test("any bytes changed give texts or FormatError, of bounded size", () => {
  const script = writeHermes(["one", "two", "a longer text", "y".repeat(300)]);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(script.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
      const changed = script.slice();
      for (const [at, value] of changes) changed[at] = value;
      try {
        expect(hermesTexts(changed).length).toBeLessThanOrEqual(changed.length * 2 + 1024);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 500 },
  );
});
