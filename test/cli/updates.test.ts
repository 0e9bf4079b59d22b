import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../src/centre/json-schemas.ts";
import type { Updates } from "../../src/centre/updates.ts";
import { candorHere as candor, captures } from "./run.ts";

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const valid = ajv.compile(jsonSchemas().updates as object);

async function read(source: string): Promise<Updates & { readonly code: number | null }> {
  const { code, out } = await candor(["updates", source, "--json"]);
  const document = JSON.parse(out) as Updates;
  expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
  return { ...document, code };
}

test("a tablet of May 2026 with the level of January: what was published between, each level by itself", async () => {
  const { code, fixes, summary, newest } = await read(join(captures, "hyperos2-a14-xiaomi-pad6"));
  expect(code).toBe(1);
  expect(fixes).toMatchObject({
    at: "2026-05-04",
    os: { level: "2026-01-01" },
    vendor: { level: "2026-01-01" },
    stale: false,
  });
  // 50 of March, and the single ones of April and May; one of January 2026 is of its own level.
  expect(fixes?.os.missing.length).toBe(52);
  expect(fixes?.vendor.exploited.map(({ id, sure }) => [id, sure])).toEqual([["CVE-2026-21385", false]]);
  expect(fixes?.months.every(({ complete }) => !complete)).toBe(true);
  expect(summary).toContain("at least 52 fixes");
  expect(newest).toMatchObject({ model: "pipa_eea_global", version: "OS2.0.14.0.UMZEUXM" });
}, 60_000);

test("a phone at the newest level is not told to have all fixes where the list ends before it", async () => {
  const { code, fixes, summary, outcomes } = await read("virtual:stock");
  expect([code, fixes?.stale, fixes?.os.missing.length]).toEqual([0, true, 0]);
  expect(summary).toContain("is not in the list");
  for (const id of ["missing-security-fixes", "known-exploited-open"])
    expect(outcomes.find(({ check }) => check === id)?.state).toBe("unknown");
}, 60_000);

test("for people: one sentence, the table, what is used in attacks, and no escape codes of the phone", async () => {
  const { out, code } = await candor(["updates", "virtual:miui12"]);
  expect(code).toBe(1);
  for (const words of [
    "days old: by its level at least",
    "Missing fixes, at least:",
    "known to be used in attacks",
    "2021-05:",
  ])
    expect(out).toContain(words);
  const hostile = await candor(["updates", "virtual:hostile"]);
  expect(hostile.out.includes("\u001b")).toBe(false);
  expect(hostile.out).toContain("is no day of the calendar");
}, 60_000);
