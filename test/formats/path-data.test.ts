import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { readPathData, short } from "../../src/formats/path-data.ts";
import { littleWork } from "../little-work.ts";

test("paths are written anew: letters, numbers and spaces", () => {
  expect(readPathData("M12,2C6.48,2 2,6.48 2,12s4.48,10 10,10zM-.5.5h1e1a1 1 0 0,1 10-2")).toBe(
    "M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10zM-0.5 0.5h10a1 1 0 0 1 10 -2",
  );
  expect(readPathData(" \n")).toBe("");
  expect(readPathData("m1 2 3 4,5,6")).toBe("m1 2 3 4 5 6");
  // Flags of arcs are yes or no.
  expect(readPathData("M0 0A5 5 0 2 0 1 1")).toBe("M0 0A5 5 0 1 0 1 1");
});

test.each([
  ["a command that there is not", "M0 0x1"],
  ["no place to begin", "L1 1"],
  ["a number too few", "M0 0L1"],
  ["numbers behind an end", "M0 0z5"],
  ["markup", 'M0 0"/><script>alert(1)</script>'],
  ["an entity", "M0 0&#34;"],
  ["numbers that are none", "M0 NaN"],
  ["numbers beyond all drawings", "M0 1e99"],
  ["a path without end", `M0 0${"l1 1".repeat(40_000)}`],
  ["more points than any drawing", `M0 0${"h1".repeat(20_001)}`],
])("%s is refused", (_, path) => {
  expect(() => readPathData(path)).toThrow(FormatError);
});

test("numbers are short, and never of another kind", () => {
  expect([0.1 + 0.2, -0.00001, 1e-9, 999_999.99999, -3].map(short)).toEqual(["0.3", "0", "0", "1000000", "-3"]);
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY, 1e7]) expect(() => short(number)).toThrow(FormatError);
});

test("any text gives a path or FormatError, soon, and with nothing in it but a path", async () => {
  const holds = (text: string) => {
    try {
      const path = readPathData(text);
      expect(path).toMatch(/^[MmLlHhVvCcSsQqTtAaZz0-9 .-]*$/);
      expect(readPathData(path)).toBe(path);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  };
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'MmLzhAaCc0123456789.,-+eE \n"<&') }), holds));
  fc.assert(fc.property(fc.string(), (text) => holds(`M0 0${text}`)));
  await littleWork(() => {
    for (const piece of ["1", "-", ".", "1.", "1e", " ", ",", "e1"]) holds(`M${piece.repeat(100_000)}`);
  });
});
