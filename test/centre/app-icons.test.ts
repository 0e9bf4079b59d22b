import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadEngines } from "../../src/centre/app-engines.ts";
import { appIcons, inspectedIcon, readIconFile } from "../../src/centre/app-icons.ts";
import { inspectApps } from "../../src/centre/inspect-apps.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-icons-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const now = () => Date.UTC(2026, 5, 1);
const svg = "<svg/>";
const picture = {
  fills: true,
  layers: [{ kind: "svg", box: [0, 0, 1, 1], data: Buffer.from(svg).toString("base64") }],
} as const;
const sha256 = inspectedIcon(picture)?.layers[0]?.sha256 ?? "";

test("icons of a phone's apps are kept by content, and inspections name them", async () => {
  const dataFolder = join(folder, "phone");
  const packages = ["com.whatsapp", "com.callguard.identify", "com.instagram.android", "android"];
  const engines = await loadEngines(dataFolder, []);
  const look = async () => {
    const { apps } = await inspectApps(phoneSource(createPhone("hyperos", { now })), { dataFolder, engines, packages });
    return new Map(apps.map((app) => [app.package, app.icon]));
  };
  const icons = await look();
  expect(icons.get("android")).toBeNull();
  // Its bitmap lies in the part of the app for the phone's screen.
  expect(icons.get("com.callguard.identify")?.layers).toHaveLength(2);
  const files = await readdir(join(dataFolder, "apps", "icons"));
  const named = [...icons.values()].flatMap((icon) => icon?.layers.map((layer) => layer.sha256) ?? []);
  expect([...new Set(named)].sort()).toEqual(files.sort());
  for (const name of named) expect(await readIconFile({ dataFolder, now }, name)).toMatchObject({ privacy: "plain" });
  // What was lost is there again after the next look, which reads no app anew.
  await rm(join(dataFolder, "apps", "icons"), { recursive: true });
  expect(await look()).toEqual(icons);
  expect((await readdir(join(dataFolder, "apps", "icons"))).sort()).toEqual(files.sort());
});

test("what is no longer what was written, and what is no digest, is not there", async () => {
  const dataFolder = join(folder, "changed");
  await appIcons(dataFolder).put(picture);
  expect((await readIconFile({ dataFolder, now }, sha256))?.kind).toBe("svg");
  await writeFile(join(dataFolder, "apps", "icons", sha256), "<svg onload='alert(1)'/>");
  expect(await readIconFile({ dataFolder, now }, sha256)).toBeUndefined();
  for (const name of ["", "../journal.ndjson", `${sha256}/..`, sha256.toUpperCase(), "ab".repeat(32)])
    expect(await readIconFile({ dataFolder, now }, name)).toBeUndefined();
});
