import { expect, test } from "vitest";
import type { PreloadScore } from "../../src/core/assessment.ts";
import { preloadBaselines } from "../../src/profiles/preload-baselines.ts";
import { type PreloadedPackage, preloadScore } from "../../src/profiles/preload-score.ts";

const app = (name: string, more: Partial<PreloadedPackage> = {}): PreloadedPackage => ({
  name,
  platformSigned: false,
  hasCode: true,
  granted: [],
  ...more,
});

const p = (...names: string[]) => names.map((name) => `android.permission.${name}`);

function scored(packages: readonly PreloadedPackage[]): PreloadScore {
  const score = preloadScore(35, packages);
  if ("reason" in score) throw new Error(score.reason);
  return score;
}

test("baselines have as many packages as the published ones", () => {
  expect([...preloadBaselines].map(([level, { all, platform }]) => [level, all.size, platform.size])).toEqual([
    [34, 184, 52],
    [35, 188, 54],
  ]);
});

test("each metric is its weight times the share of what is not in the baseline", () => {
  const { metrics, lowest, highest, outOf } = scored([
    app("com.android.settings", { platformSigned: true }),
    app("com.maker.tool", { platformSigned: true }),
    app("com.android.calendar", { granted: p("READ_CALENDAR") }),
    app("com.maker.tracker", {
      granted: p("ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION", "READ_SMS", "RECEIVE_SMS", "CAMERA"),
    }),
  ]);
  expect(metrics.map(({ added, all }) => [added, all])).toEqual([
    [1, 2],
    [25, 30],
    [null, null],
  ]);
  expect(lowest).toBeCloseTo(3 + 2.5);
  expect(highest).toBeCloseTo(lowest + 1);
  expect(outOf).toBe(10);
});

test("a maker's package that ends like one of the baseline is taken for the same, and packages without code count nothing", () => {
  const { metrics } = scored([
    app("com.samsung.android.settings.intelligence", { granted: p("CAMERA") }),
    app("com.maker.theme", { granted: p("CAMERA"), hasCode: false }),
    app("com.maker.own", { granted: p("INSTALL_PACKAGES") }),
    app("com.android.systemui", { platformSigned: true }),
    app("android", { platformSigned: true }),
  ]);
  expect(metrics.map(({ added, all }) => [added, all])).toEqual([
    [0, 1],
    [100, 110],
    [null, null],
  ]);
});

test("there is no score without a baseline, or where keys cannot be told apart", () => {
  expect(preloadScore(30, [app("a.b")])).toHaveProperty("reason");
  expect(preloadScore(35, [app("a.b", { platformSigned: true })])).toHaveProperty("reason");
  expect(preloadScore(35, [])).toHaveProperty("reason");
});
