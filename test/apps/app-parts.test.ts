import { expect, test } from "vitest";
import { partMisfits, wholeApp } from "../../src/apps/app-parts.ts";
import type { AppRecord } from "../../src/apps/app-record.ts";
import { signerRing } from "../../src/phone/apk/signer-ring.ts";
import { buildPlantedApp, type PlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { record } from "./apk-record.ts";
import { madeRecord } from "./made-apk.ts";

const planted = plantedApps.find(({ id }) => id === "split") as PlantedApp;

async function recordsOf(app: PlantedApp): Promise<AppRecord[]> {
  const records: AppRecord[] = [];
  for (const bytes of (await buildPlantedApp(app, signerRing())).values()) records.push(await record(bytes));
  return records;
}

const files = (records: readonly AppRecord[]) => records.map((each) => ({ record: each }));

test("a base with its splits fits, and is one app", async () => {
  const records = await recordsOf(planted);
  const [base, ...splits] = records;
  if (!base) throw new Error("no base");
  expect(partMisfits(files(records), true)).toEqual([]);
  expect(wholeApp(base, files(records))).toEqual([base, ...splits]);
  for (const split of splits) {
    expect(wholeApp(split, files(records)), "looked at with its base").toEqual([]);
    expect(wholeApp(split, files(splits)).length, "without a base, by itself").toBe(splits.length);
  }
});

test("another version, another signer, another package, a missing base and missing splits are said", async () => {
  const [base, ...splits] = await recordsOf(planted);
  if (!base) throw new Error("no base");
  const other = await recordsOf({ ...planted, apk: { ...planted.apk, versionCode: 301 } });
  const said = (records: readonly AppRecord[]) => partMisfits(files(records), true).join(" ");
  expect(said([base, ...other.slice(1)])).toContain("are of 2 versions");
  // Keys are made anew for each ring.
  expect(said([base, ...(await recordsOf(planted)).slice(1)])).toContain("not all signed by the same");
  expect(said([base, ...splits, await madeRecord({})])).toContain("of 2 packages");
  expect(said(splits)).toContain("The base of com.example.travel is not there");
  expect(said([base])).toContain("needs further parts that are not here");
  expect(said([base, ...splits, ...splits.slice(0, 1)])).toContain("more than once (config.de)");
});

test("files that are no parts of one app need no base, and a choice of parts may repeat them", async () => {
  const records = await recordsOf(planted);
  expect(partMisfits(files(records.slice(1)), false)).toEqual([]);
  expect(partMisfits(files([...records, ...records.slice(1)]), true, true)).toEqual([]);
});

test("kinds of split that must be there", async () => {
  const base = await madeRecord({ attributes: { requiredSplitTypes: "base__abi,base__density" } });
  const abi = await madeRecord({ attributes: { split: "config.arm64_v8a", splitTypes: "base__abi" } });
  expect(partMisfits(files([base, abi]), true).join()).toContain("(base__density)");
  const density = await madeRecord({ attributes: { split: "config.xhdpi", splitTypes: "base__density" } });
  expect(partMisfits(files([base, abi, density]), true)).toEqual([]);
});

test("what could not be read is no misfit", () => {
  expect(partMisfits([{ record: null }], true)).toEqual([]);
});
