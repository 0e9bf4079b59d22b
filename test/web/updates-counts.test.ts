import { expect, test } from "vitest";
import type { MissingFix } from "../../src/feeds/missing-fixes.ts";
import { countsOf, csvOf, daysOld, type FixesShown, grades, monthsOf } from "../../src/web/views/updates/counts.ts";

const fix = (id: string, level: string, severity: MissingFix["severity"]): MissingFix => ({
  id,
  level,
  severity,
  part: "kernel",
});
const fixes: FixesShown = {
  at: "2026-11-22",
  until: "2026-06",
  stale: true,
  os: {
    level: "2026-03-01",
    unknown: null,
    missing: [fix("CVE-1", "2026-04-01", "critical"), fix("CVE-2", "2026-06-05", null)],
    exploited: [],
  },
  vendor: {
    level: "2026-03-05",
    unknown: null,
    missing: [fix("CVE-3", "2026-06-05", "high")],
    exploited: [],
  },
  uncertain: ["2026-06"],
  rows: [],
  months: [
    { month: "2026-04", fixes: 9, complete: true },
    { month: "2026-05", fixes: 0, complete: true },
    { month: "2026-06", fixes: 40, complete: false },
  ],
};

test("fixes are counted by grade, what is not graded by itself", () => {
  expect(countsOf(fixes.os.missing)).toEqual({ critical: 1, high: 0, moderate: 0, low: 0, notTold: 1 });
  const sum = (counts: Readonly<Record<string, number>>) =>
    grades.reduce((total, each) => total + (counts[each] ?? 0), 0);
  expect(sum(countsOf([...fixes.os.missing, ...fixes.vendor.missing]))).toBe(3);
});

test("each month has what came out in it, of Android and of chips together, and months without any stay", () => {
  expect(
    monthsOf(fixes).map(({ month, published, missing, complete }) => [month, published, missing, complete]),
  ).toEqual([
    ["2026-04", 9, 1, true],
    ["2026-05", 0, 0, true],
    ["2026-06", 40, 2, false],
  ]);
  expect(monthsOf(fixes)[2]?.counts).toMatchObject({ high: 1, notTold: 1 });
});

test("a level that is no day has no age", () => {
  expect(daysOld("2026-11-01", "2026-11-22")).toBe(21);
  expect(daysOld("2026-12-01", "2026-11-22")).toBe(-9);
  expect(daysOld("6.1.90-android14", "2026-11-22")).toBeNull();
  expect(daysOld(null, "2026-11-22")).toBeNull();
});

test("the table for other programs has a row for each", () => {
  expect(csvOf(fixes).split("\r\n")).toEqual([
    "fix,grade,part,level,of",
    "CVE-1,critical,kernel,2026-04-01,android",
    "CVE-2,,kernel,2026-06-05,android",
    "CVE-3,high,kernel,2026-06-05,chips and drivers",
    "",
  ]);
});
