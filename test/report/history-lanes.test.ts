import fc from "fast-check";
import { expect, test } from "vitest";
import { type HistoryCounts, historyLanes } from "../../src/report/history-lanes.ts";

const point = (at: string, high: number, unanswered = 0): HistoryCounts => ({
  at,
  examination: `e${at}`,
  findings: { critical: 0, high, medium: 0, low: 0, info: 0 },
  unanswered,
});
const size = { width: 114, height: 44 };

test("time goes from start to end, the highest count stands at the top, none on the ground", () => {
  const points = [point("2026-01-01T00:00:00Z", 0), point("2026-01-02T00:00:00Z", 2), point("2026-01-05T00:00:00Z", 4)];
  const [lane] = historyLanes(points, ["high"], "e2026-01-02T00:00:00Z", size);
  expect(lane?.dots.map(({ x, y }) => [x, y])).toEqual([
    [7, 37],
    [32, 22],
    [107, 7],
  ]);
  expect(lane).toMatchObject({ last: 4, most: 4, path: "M7 37L32 22L107 7", here: { x: 32 } });
});

test("examinations of one moment stand beside each other, one alone in the middle, none draw nothing", () => {
  const at = "2026-01-01T00:00:00Z";
  expect(historyLanes([point(at, 1), point(at, 1)], ["high"], null, size)[0]?.dots.map(({ x }) => x)).toEqual([7, 107]);
  expect(historyLanes([point(at, 1)], ["high"], null, size)[0]?.dots.map(({ x }) => x)).toEqual([57]);
  expect(historyLanes([], ["high", "unanswered"], null, size)).toHaveLength(2);
});

test("a thousand examinations draw a line without dots, and everything stays inside", () => {
  const points = Array.from({ length: 1000 }, (_, i) => point(new Date(i * 3_600_000).toISOString(), i % 7, i));
  for (const lane of historyLanes(points, ["high", "unanswered"], points[3]?.examination ?? "", size)) {
    expect(lane.dots).toEqual([]);
    expect(lane.here).not.toBeNull();
    expect(lane.path.split("L")).toHaveLength(1000);
  }
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.date({ noInvalidDate: true }), fc.nat(5000)), { maxLength: 12 }), (given) => {
      const some = given.map(([at, high]) => point(at.toISOString(), high));
      for (const { dots } of historyLanes(some, ["high"], null, size))
        for (const { x, y } of dots) expect(x >= 0 && x <= size.width && y >= 0 && y <= size.height).toBe(true);
    }),
  );
});
