import { expect, test } from "vitest";
import { byteRange } from "../../src/server/byte-range.ts";

test.each([
  ["bytes=0-", { from: 0, to: 1000 }],
  ["bytes=0-0", { from: 0, to: 1 }],
  ["bytes=200-299", { from: 200, to: 300 }],
  ["bytes=900-99999", { from: 900, to: 1000 }],
  ["bytes=-1", { from: 999, to: 1000 }],
  ["bytes=-5000", { from: 0, to: 1000 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-2", null],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["bytes=99999999999999999999-", null],
  ["items=0-1", null],
  ["bytes=a-b", null],
  [undefined, null],
])("%s of a thousand bytes", (header, range) => {
  expect(byteRange(header, 1000)).toEqual(range);
});

test("of nothing there is no part", () => {
  expect(byteRange("bytes=0-", 0)).toBe("unsatisfiable");
  expect(byteRange("bytes=-5", 0)).toBe("unsatisfiable");
});
