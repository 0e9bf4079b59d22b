import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileTrackers } from "../../src/apps/tracker-set.ts";
import { exodusTrackers } from "../../src/feeds/exodus-trackers.ts";
import { trackers } from "../../src/feeds/trackers.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";
import { read, record } from "./apk-record.ts";

const file = "trackers.json";
const exodus = exodusTrackers.parse(
  { [file]: readFileSync(`../shared/feeds/exodus/${file}`, "utf8") },
  { yaml: parseYaml },
);
const own = trackers.embedded?.value ?? { trackers: [] };
const both = compileTrackers({ "exodus-trackers": exodus, trackers: own });

test("what both lists know is one tracker, with the other list's name beside its own", () => {
  const known = (name: string) => both.known.find((each) => each.name === name);
  expect(known("Facebook App Events")).toMatchObject({ company: "Meta", lists: ["trackers", "exodus-trackers"] });
  expect(known("Facebook App Events")?.aliases).toContain("Facebook Analytics");
  expect(known("Facebook Analytics")).toBeUndefined();
  expect(known("Google Firebase Crashlytics")?.aliases).toContain("Google CrashLytics");
  expect(known("Pangle")?.lists).toContain("exodus-trackers");
  const joined = both.known.filter(({ lists }) => lists.length === 2).length;
  expect(joined).toBeGreaterThanOrEqual(300);
  expect(new Set(both.known.map(({ name }) => name.toLowerCase())).size).toBe(both.known.length);
});

test("no entry of either list is lost by that", () => {
  const names = new Set(
    both.known.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => each.toLowerCase())),
  );
  const all = [...exodus.trackers, ...own.trackers].map(({ name }) => name.trim().toLowerCase());
  expect(all.filter((name) => !names.has(name))).toEqual([]);
  expect(both.leftOut.length).toBeLessThan(60);
});

const { files } = JSON.parse(readFileSync("../shared/apks/expected-trackers.json", "utf8")) as {
  files: Record<string, string[]>;
};

test.each(readdirSync("../shared/apks").filter((name) => name.endsWith(".apk")))(
  "%s: by both lists all that exodus-core reports, each once",
  async (name) => {
    const { found } = read((await record(`../shared/apks/${name}`, both)).trackers);
    const inCode = found.filter(({ grade }) => grade !== "host-only");
    const names = inCode.flatMap((each) => [each.name, ...each.aliases]);
    expect(names).toEqual(expect.arrayContaining(files[name] ?? ["not listed"]));
    for (const one of files[name] ?? [])
      expect(inCode.filter((each) => each.name === one || each.aliases.includes(one)).length, one).toBe(1);
  },
);
