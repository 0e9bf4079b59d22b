import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadAnalysis } from "../../src/centre/app-analysis.ts";
import { loadEngines } from "../../src/centre/app-engines.ts";
import { lookAtAll, partsOfApp } from "../../src/centre/app-folder.ts";
import { summariesOf } from "../../src/centre/app-summary.ts";
import { type AppFileRecord, scanApps } from "../../src/centre/scan-apps.ts";
import { scanFile } from "../../src/centre/scan-file.ts";
import { type ScanInput, scanInputs } from "../../src/centre/scan-inputs.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { buildPlantedApp, type PlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { writeEvilZip } from "../formats/evil-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-parts-"));
const app = join(folder, "app");
const planted = plantedApps.find(({ id }) => id === "split") as PlantedApp;

beforeAll(async () => {
  mkdirSync(app);
  for (const [name, bytes] of await buildPlantedApp(planted, signerRing())) writeFileSync(join(app, name), bytes);
  copyFileSync("../shared/apks/debsrc-politedroid.apk", join(app, "other.apk"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function inputs(path: string): Promise<ScanInput[]> {
  const found: ScanInput[] = [];
  for await (const input of scanInputs([path])) found.push(input);
  return found;
}

describe("which files are one app", () => {
  test.each([
    { names: ["base.apk", "split_config.de.apk"], parts: ["base.apk", "split_config.de.apk"] },
    { names: ["a.apk", "base.apk", "notes.txt", "split_a.apk"], parts: ["base.apk", "split_a.apk"] },
    { names: ["base-de.apk", "base-master.apk"], parts: ["base-master.apk", "base-de.apk"] },
    { names: ["base.apk", "config.arm64_v8a.apk"], parts: ["base.apk", "config.arm64_v8a.apk"] },
    { names: ["base.apk"], parts: [] },
    { names: ["split_config.de.apk", "split_config.fr.apk"], parts: [] },
    { names: ["base.apk", "other.apk"], parts: [] },
    { names: ["base-master.apk", "base.apk", "split_a.apk"], parts: [] },
  ])("$names", ({ names, parts }) => {
    expect(partsOfApp(names)).toEqual(parts);
  });
});

test("a folder with a base and splits is one input, and other apps beside them are their own", async () => {
  const [parts, other, ...rest] = await inputs(app);
  expect(rest).toEqual([]);
  expect(parts).toMatchObject({ state: "file", path: app, guessed: false });
  if (parts?.state !== "file") throw new Error("no file");
  expect(parts.parts?.[0]).toBe("base.apk");
  expect(parts.parts).toHaveLength(4);
  expect(parts.size).toBeGreaterThan(4000);
  expect(other).toMatchObject({ path: join(app, "other.apk") });
});

test("it is looked into as one app, whose tracker lies in a feature", async () => {
  const [input] = await inputs(app);
  if (input?.state !== "file") throw new Error("no file");
  const answer = await scanFile({ ...input, known: [] }, await loadAnalysis(folder), []);
  if (answer.state !== "read") throw new Error(answer.state);
  expect(answer.kind).toBe("folder");
  expect(answer.apps.map(({ inside }) => inside)).toEqual(input.parts);
  for (const { digests } of answer.apps) expect(digests.sha256).toMatch(/^[0-9a-f]{64}$/);
  const [summary, ...more] = summariesOf(answer.apps.map((each) => ({ ...each, verdicts: [] })));
  expect(more).toEqual([]);
  expect(summary).toMatchObject({ name: "Example Travel", parts: 4, standsOut: [] });
  expect(summary?.trackers.flatMap(({ names }) => names)).toContain("Umeng Analytics");
});

test("a part that is broken or gone takes nothing from the others; without any part there is a reason", async () => {
  const broken = join(folder, "broken");
  mkdirSync(broken);
  copyFileSync(join(app, "base.apk"), join(broken, "base.apk"));
  writeFileSync(join(broken, "split_a.apk"), "no zip");
  const analyse = await loadAnalysis(folder);
  const look = (...parts: string[]) => scanFile({ path: broken, size: 1, known: [], parts }, analyse, []);
  const answer = await look("base.apk", "split_a.apk", "split_gone.apk");
  if (answer.state !== "read") throw new Error(answer.state);
  expect(answer.apps.map(({ inside, record }) => [inside, record !== null])).toEqual([
    ["base.apk", true],
    ["split_a.apk", false],
    ["split_gone.apk", false],
  ]);
  expect(answer.apps[2]?.reason).toContain("no such file");
  expect(await look("split_a.apk", "split_gone.apk")).toMatchObject({ state: "unread", code: "not-an-app" });
});

test("a scan of it gives one record, which says what is missing", async () => {
  const lone = join(folder, "lone");
  mkdirSync(lone);
  copyFileSync(join(app, "base.apk"), join(lone, "base.apk"));
  const records: AppFileRecord[] = [];
  const summary = await scanApps([app, lone], {
    dataFolder: folder,
    engines: await loadEngines(folder, []),
    signal: new AbortController().signal,
    jobs: 1,
    onRecord: (record) => void records.push(record),
  });
  expect(summary).toMatchObject({ read: 3, unread: 0 });
  expect(records.find(({ path }) => path === app)).toMatchObject({
    kind: "folder",
    sha256: null,
    notes: [],
    verdicts: [],
  });
  expect(records.find(({ path }) => path.startsWith(lone))?.notes.join()).toContain("needs further parts");
}, 30_000);

test("a container of parts is one app as well, and says what does not fit", async () => {
  const parts = await buildPlantedApp(planted, signerRing());
  const newer = await buildPlantedApp({ ...planted, apk: { ...planted.apk, versionCode: 301 } }, signerRing());
  const bytes = (files: ReadonlyMap<string, Uint8Array>, name: string) => files.get(name) ?? new Uint8Array();
  const write = (name: string, entries: readonly { readonly name: string; readonly content: Uint8Array }[]) => {
    writeFileSync(join(folder, name), writeEvilZip({ entries }));
    return join(folder, name);
  };
  const base = { name: "base.apk", content: bytes(parts, "base.apk") };
  const named = { xapk_version: 2, package_name: "com.example.travel", split_apks: [{ file: "base.apk", id: "base" }] };
  const manifest = { name: "manifest.json", content: new TextEncoder().encode(JSON.stringify(named)) };
  const good = write("good.xapk", [manifest, base, { name: "de.apk", content: bytes(parts, "split_config.de.apk") }]);
  const odd = write("odd.xapk", [manifest, base, { name: "de.apk", content: bytes(newer, "split_config.de.apk") }]);
  const records = new Map<string, AppFileRecord>();
  await scanApps([good, odd], {
    dataFolder: folder,
    engines: await loadEngines(folder, []),
    signal: new AbortController().signal,
    jobs: 1,
    onRecord: (record) => void records.set(record.path, record),
  });
  expect(records.get(good)).toMatchObject({ kind: "xapk", notes: [] });
  const notes = records.get(odd)?.notes.join(" ");
  expect(notes).toContain("are of 2 versions");
  expect(notes).toContain("not all signed by the same");
}, 30_000);

test("an app bundle is not read, and says why", async () => {
  const path = join(folder, "app.aab");
  const content = new TextEncoder().encode("protobuf");
  writeFileSync(path, writeEvilZip({ entries: [{ name: "base/manifest/AndroidManifest.xml", content }] }));
  const answer = await scanFile({ path, size: 1, known: [] }, await loadAnalysis(folder), []);
  expect(answer).toMatchObject({ state: "unread", code: "not-an-app" });
  expect(answer.state === "unread" && answer.reason).toContain("app bundle, from which shops make the APKs");
});

test("engines that read files themselves are asked about each part", async () => {
  const asked: string[] = [];
  const lane = {
    look: async ({ path }: { readonly path: string }) => {
      asked.push(path);
      return { verdicts: [], unjudged: ["not asked"] };
    },
    close: async () => {},
  };
  const all = await lookAtAll(lane, { path: app, size: 1, parts: ["base.apk", "split_scanner.apk"] });
  expect(asked).toEqual([join(app, "base.apk"), join(app, "split_scanner.apk")]);
  expect(all.unjudged).toEqual(["base.apk: not asked", "split_scanner.apk: not asked"]);
  await lookAtAll(lane, { path: "x.apk", size: 1 });
  expect(asked.at(-1)).toBe("x.apk");
});
