import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { recordShape } from "../../src/apps/app-record.ts";
import { type Analyse, loadAnalysis } from "../../src/centre/app-analysis.ts";
import { appCache, storedRecord } from "../../src/centre/app-cache.ts";
import {
  appFile,
  appInspections,
  appScan,
  appsDocument,
  appViewDocument,
} from "../../src/centre/app-documents-schema.ts";
import { appRecord } from "../../src/centre/app-record-schema.ts";
import { documentNames } from "../../src/centre/document-names.ts";
import { jsonSchemas } from "../../src/centre/json-schemas.ts";
import { FormatError } from "../../src/core/errors.ts";
import { writeCapture } from "../../src/device/capture.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { openAppFile } from "../../src/formats/app-container.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { buildPlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { example } from "../cli/app-inspections-example.ts";
import { candor } from "../cli/run.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-schemas-"));
const modules = ["android-apidemos", "io.appium.settings", "appium-uiautomator2-server"];
const folders = ["../shared/apks", "../shared/apks/evil", ...modules.map((name) => join("node_modules", name, "apks"))];
const files = folders.flatMap((path) =>
  readdirSync(path)
    .filter((name) => name.endsWith(".apk"))
    .map((name) => join(path, name)),
);
let analyse: Analyse;

beforeAll(async () => {
  analyse = await loadAnalysis(folder);
  for (const app of plantedApps) {
    mkdirSync(join(folder, "apps", app.id), { recursive: true });
    for (const [name, bytes] of await buildPlantedApp(app, signerRing()))
      writeFileSync(join(folder, "apps", app.id, name), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What does not fit: nothing, or where and why. As JSON, as it is read elsewhere. */
function misfit(schema: z.ZodType, document: unknown): string {
  const { error } = schema.safeParse(JSON.parse(JSON.stringify(document)));
  return error ? error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n") : "";
}

test.each(files)("the record of %s fits the schema", async (path) => {
  try {
    const record = await analyse(await openAppFile(memoryFile(new Uint8Array(readFileSync(path))), nodeCodec));
    expect(misfit(appRecord, record)).toBe("");
    expect(misfit(appRecord, { ...record, identity: { unread: "no manifest" } })).toBe("");
    const { signers, ...less } = record;
    expect(misfit(appRecord, less), "without its signers").not.toBe("");
    expect(misfit(appRecord, { ...record, tampering: { ...record.tampering, more: "many" } })).not.toBe("");
    expect(signers).toBeDefined();
  } catch (error) {
    // It is no APK, and there is no record of it.
    if (!(error instanceof FormatError)) throw error;
  }
});

describe("a scan, as the command line prints it", () => {
  const named = ["../shared/apks/debsrc-politedroid.apk", "package.json", join("no", "such.apk")];

  test("as one document", async () => {
    const { out } = await candor(["apps", "scan", "--json", ...named, join(folder, "apps")]);
    const document: unknown = JSON.parse(out);
    expect(misfit(appScan, document)).toBe("");
    const { files: records } = document as z.infer<typeof appScan>;
    expect(records.map(({ state }) => state)).toContain("unread");
    expect(records.map(({ kind }) => kind)).toContain("folder");
    expect(records.flatMap(({ apps }) => apps.flatMap(({ verdicts }) => verdicts)).length).toBeGreaterThan(2);
  });

  test("as lines", async () => {
    const { out } = await candor(["apps", "scan", "--ndjson", ...named]);
    const lines = out.trimEnd().split("\n");
    expect(lines).toHaveLength(named.length);
    for (const line of lines) expect(misfit(appFile, JSON.parse(line))).toBe("");
    const [first = ""] = lines;
    expect(misfit(appFile, { ...JSON.parse(first), state: "fine" })).not.toBe("");
    expect(misfit(appFile, { ...JSON.parse(first), code: "tired" })).not.toBe("");
  });
});

test("what was found in the apps of a phone", async () => {
  const { createPhone } = await import("../../src/phone/models/index.ts");
  const { inspectApps } = await import("../../src/centre/inspect-apps.ts");
  const { loadEngines } = await import("../../src/centre/app-engines.ts");
  const { phoneSource } = await import("../phone/phone-source.ts");
  const source = phoneSource(createPhone("stalked"));
  const packages = ["com.systemservice", "com.whatsapp", "com.android.phone"];
  const found = await inspectApps(source, { dataFolder: folder, engines: await loadEngines(folder, []), packages });
  expect(misfit(appInspections, found)).toBe("");
  const spy = found.apps.find((app) => app.package === "com.systemservice");
  expect(spy?.verdicts.map(({ engine }) => engine)).toContain("heuristics");
  expect(found.apps.filter(({ verdicts }) => verdicts.length > 0)).toEqual([spy]);
  expect(misfit(appInspections, { ...found, apps: [{ ...spy, depth: "deep" }] })).not.toBe("");
});

test("the apps of a phone and one of them, as the command line prints them", async () => {
  const path = join(folder, "phone.candor");
  const bytes = (text: string) => ({ stdout: new TextEncoder().encode(text), stderr: new Uint8Array(), exitCode: 0 });
  const answers = new Map([
    ["candor apps", bytes(`${JSON.stringify(example)}\n`)],
    ["getprop", bytes("[ro.product.model]: [Example]\n")],
  ]);
  await writeCapture(path, { source: { kind: "phone", name: "x" }, takenAt: 1_780_000_000_000, answers }, "test");
  const list: unknown = JSON.parse((await candor(["apps", path, "--json"])).out);
  expect(misfit(appsDocument, list)).toBe("");
  expect(misfit(appsDocument, { ...(list as object), complete: "yes" })).not.toBe("");
  for (const named of [[example.apps[0]?.package ?? "", path], ["../shared/apks/gh-exodus-instapaper.apk"]]) {
    const view: unknown = JSON.parse((await candor(["apps", "show", ...named, "--json"])).out);
    expect(misfit(appViewDocument, view)).toBe("");
    expect(misfit(appViewDocument, { ...(view as object), apps: [{}] })).not.toBe("");
  }
});

/** SHA-256 of the schema of records, by the number of their shape: who changes the schema gives the shape its next number. */
const shapes: Readonly<Record<number, string>> = {
  3: "a1d54101c3edc55d89e3ed265f52872c26c6ac8968f8441fbce574d7a2a67029",
};

test("records of another shape are not taken from the cache", async () => {
  const digest = createHash("sha256").update(JSON.stringify(jsonSchemas().app)).digest("hex");
  expect(
    shapes[recordShape],
    "the schema of records changed: recordShape in app-record.ts has to become one more",
  ).toBe(digest);
  const record = await analyse(
    await openAppFile(memoryFile(new Uint8Array(readFileSync("../shared/apks/debsrc-politedroid.apk"))), nodeCodec),
  );
  const sha256 = "ab".repeat(32);
  await appCache(folder, "this version").put(sha256, "whole", record);
  expect(await storedRecord(folder, sha256)).toEqual(JSON.parse(JSON.stringify(record)));
  expect(await appCache(folder, "this version").get(sha256, "code")).toBeDefined();
  expect(await appCache(folder, "another version").get(sha256, "code")).toBeUndefined();
  const file = join(folder, "apps", "records", `${sha256}.json`);
  const [header = "", ...rest] = readFileSync(file, "utf8").split("\n");
  for (const shape of [recordShape - 1, undefined]) {
    writeFileSync(file, [JSON.stringify({ ...JSON.parse(header), shape }), ...rest].join("\n"));
    expect(await appCache(folder, "this version").get(sha256, "code")).toBeUndefined();
    expect(await storedRecord(folder, sha256)).toBeUndefined();
  }
});

test("every document that is named has a schema, and the command line prints it", async () => {
  const schemas = jsonSchemas();
  expect(Object.keys(schemas).sort()).toEqual([...documentNames].sort());
  const { code, out } = await candor(["schema", "app-inspections"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(schemas["app-inspections"])));
  const unknown = await candor(["schema", "applications"]);
  expect(unknown.code).not.toBe(0);
  expect(unknown.err).toContain("app-inspections");
});
