import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exodusTrackers } from "../../src/feeds/exodus-trackers.ts";
import { sameTracker } from "../../src/feeds/same-tracker.ts";
import { type Tracker, trackers } from "../../src/feeds/trackers.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const path = join(import.meta.dirname, "../../../shared/feeds/exodus/trackers.json");
const files = { "trackers.json": readFileSync(path, "utf8") };

const tracker = (name: string, ...classPrefixes: string[]): Tracker => ({
  name,
  company: name,
  purposes: ["analytics"],
  classPrefixes,
  hosts: [],
});
const same = sameTracker([
  tracker("One", "com.one.ads", "io.one"),
  tracker("Two", "com.two"),
  tracker("Deep", "com.one.deep"),
]);

test("the tracker of that name, whatever the signature", () => {
  expect(same(" ONE ", "com.two.")?.name).toBe("One");
});

test("else the only one that shares class names, in either direction, at whole parts of the name", () => {
  expect(same("x", "com.one.ads.")?.name).toBe("One");
  expect(same("x", "com.one.ads.banner.View")?.name).toBe("One");
  expect(same("x", "com.none|com.two")?.name).toBe("Two");
  expect(same("x", "com.one.adserver")).toBeUndefined();
  expect(same("x", "com.twofold")).toBeUndefined();
});

test("an entry that holds several, or whose signature is none or an expression, is no one's", () => {
  expect(same("x", "com.one.")).toBeUndefined();
  expect(same("x", "com.two|io.one")).toBeUndefined();
  for (const none of ["", "|", "com.", "com", ".two.", "com.t[wx]o", "(com.two)*", "com.two.".repeat(100)])
    expect(same("x", none), none).toBeUndefined();
});

test("most of Exodus' trackers are told, and none is taken for another's", () => {
  const known = sameTracker(trackers.embedded?.value.trackers ?? []);
  const pairs = exodusTrackers
    .parse(files, { yaml: parseYaml })
    .trackers.map(({ name, codeSignature }) => [name, known(name, codeSignature)?.name] as const);
  const of = new Map(pairs);
  expect(pairs.filter(([, own]) => own !== undefined).length).toBeGreaterThanOrEqual(380);
  expect(of.get("Facebook Analytics")).toBe("Facebook App Events");
  expect(of.get("Google CrashLytics")).toBe("Google Firebase Crashlytics");
  expect(of.get("Heyzap (bought by Fyber)")).toBe("Digital Turbine Exchange (Fyber)");
  expect(of.get("JiGuang Aurora Mobile JPush")).toBe("JPush (Jiguang)");
  expect(of.get("Huawei Mobile Services (HMS) Core")).toBeUndefined();
  expect(of.get("Pangle")).toBeUndefined();
  expect(of.get("Solar2D (Corona)")).toBeUndefined();
});
