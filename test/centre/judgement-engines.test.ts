import { expect, test } from "vitest";
import type { AppRecord } from "../../src/apps/app-record.ts";
import type { JudgedApp } from "../../src/centre/app-engines.ts";
import { knownSignerEngine, shapeEngine } from "../../src/centre/judgement-engines.ts";
import type { KnownSigners } from "../../src/feeds/known-signers.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { buildPlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { record } from "../apps/apk-record.ts";
import { makeApk } from "../apps/made-apk.ts";

const use = { list: "known-signers", origin: "embedded", date: "2026-11-22", entries: 1 } as const;

function known(packageName: string, ...certificates: string[]): KnownSigners {
  return { signers: [{ package: packageName, maker: "Example", certificates, source: "https://example.org" }] };
}

function judged(records: readonly AppRecord[], more: Partial<JudgedApp> = {}): JudgedApp {
  return { packageName: null, digests: {}, size: null, certificates: [], records, ...more };
}

async function planted(id: string): Promise<AppRecord[]> {
  const app = plantedApps.find((each) => each.id === id);
  if (!app) throw new Error(id);
  const records: AppRecord[] = [];
  for (const bytes of (await buildPlantedApp(app, signerRing())).values()) records.push(await record(bytes));
  return records;
}

function certificateOf(apk: AppRecord): string {
  return "unread" in apk.signers ? "" : (apk.signers.verdicts.at(-1)?.signers[0] ?? "");
}

const strange = "0".repeat(64);
const sigs = "../shared/apks/sigs";

test("a known package by another signer is said, by its known one not", async () => {
  const records = await planted("repackaged");
  const own = certificateOf(records[0] as AppRecord);
  const judge = (list: KnownSigners, more?: Partial<JudgedApp>) =>
    knownSignerEngine(list, use).judge(judged(records, more));
  expect(judge(known("com.whatsapp", strange))).toMatchObject([
    { severity: "high", confidence: "likely", evidence: { name: "SHA-256 of the certificate", value: own } },
  ]);
  expect(judge(known("com.whatsapp", strange, own))).toEqual([]);
  expect(judge(known("com.other", strange))).toEqual([]);
  expect(judge(known("com.whatsapp", strange), { vouched: "shop" }), "a shop compares signers itself").toEqual([]);
  expect(judge(known("com.whatsapp", strange), { vouched: "system" })).toEqual([]);
});

test("a signer before a rotation counts", async () => {
  const rotated = await record(`${sigs}/golden-legacy-aligned-v2v3-lineage-out.apk`);
  if ("unread" in rotated.signers || "unread" in rotated.identity) throw new Error("not read");
  const lineage = rotated.signers.verdicts.at(-1)?.lineage.map(({ sha256 }) => sha256) ?? [];
  expect(lineage.length).toBeGreaterThan(1);
  const name = rotated.identity.packageName;
  for (const sha256 of lineage)
    expect(knownSignerEngine(known(name, sha256), use).judge(judged([rotated]))).toEqual([]);
  expect(knownSignerEngine(known(name, strange), use).judge(judged([rotated]))).toHaveLength(1);
});

test("an app that was changed after its known signer signed it, and one that nobody signed", async () => {
  const changed = await changedBase("trackers");
  const list = known("com.example.shop", strange);
  expect(knownSignerEngine(list, use).judge(judged([changed]))).toMatchObject([
    { confidence: "certain", message: expect.stringContaining("it was changed after it was signed") },
  ]);
  const unsigned = await record(makeApk({}));
  expect(knownSignerEngine(known("com.made", strange), use).judge(judged([unsigned]))).toMatchObject([
    { message: expect.stringContaining("nobody has signed it") },
  ]);
});

test("a key that anybody has is certain to be another's", async () => {
  const [app] = await planted("cleartext");
  expect(knownSignerEngine(known("com.example.weather", strange), use).judge(judged([app as AppRecord]))).toMatchObject(
    [{ confidence: "certain", message: expect.stringContaining("a key that anybody can have") }],
  );
});

test("signatures that were not read accuse nobody, and a part is not judged by itself", async () => {
  const [app] = await planted("repackaged");
  const unread = { ...(app as AppRecord), signers: { unread: "no" } };
  expect(knownSignerEngine(known("com.whatsapp", strange), use).judge(judged([unread]))).toEqual([]);
  const [, split] = await planted("split");
  expect(knownSignerEngine(known("com.example.travel", strange), use).judge(judged([split as AppRecord]))).toEqual([]);
});

test("Candor's rules give reasons, spare what came with the phone and makers that are known", async () => {
  const records = await planted("stalker");
  const [found] = shapeEngine(undefined).judge(judged(records));
  expect(found).toMatchObject({ severity: "high", confidence: "likely" });
  expect(found?.message).toContain("has no icon on the home screen");
  expect(found?.message).toContain("no proof");
  expect(found?.evidence.value).toContain("accessibility");
  expect(
    shapeEngine(undefined).judge(judged(records, { vouched: "shop" })),
    "shops carry such apps, too",
  ).toMatchObject([{ severity: "medium", confidence: "possible" }]);
  expect(shapeEngine(undefined).judge(judged(records, { vouched: "system" }))).toEqual([]);
  const maker = known("com.another", certificateOf(records[0] as AppRecord));
  expect(shapeEngine(maker).judge(judged(records))).toEqual([]);
});

/** The base of a planted app with one byte of its code changed. */
async function changedBase(id: string): Promise<AppRecord> {
  const app = plantedApps.find((each) => each.id === id);
  const bytes = app && (await buildPlantedApp(app, signerRing())).get("base.apk");
  if (!bytes) throw new Error(id);
  const at = Buffer.from(bytes).indexOf("classes.dex") + 200;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return await record(bytes);
}
