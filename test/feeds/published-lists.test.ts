import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { exodusTrackers } from "../../src/feeds/exodus-trackers.ts";
import { sampleApp, stalkerwareSamples } from "../../src/feeds/stalkerware-samples.ts";
import { compileSignatures } from "../../src/formats/class-tree.ts";
import { findHash, readHashList } from "../../src/formats/hash-list.ts";
import { parseYaml } from "../../src/formats/yaml-document.ts";

const shared = join(import.meta.dirname, "../../../shared/feeds");
const read = (path: string) => readFileSync(join(shared, path), "utf8");
const readers = { yaml: parseYaml };
const published = read("exodus/trackers.json");
const samplesText = read("stalkerware-indicators/samples.csv");
const exodus = (text: string) => exodusTrackers.parse({ "trackers.json": text }, readers).trackers;
const samples = (text: string) => stalkerwareSamples.parse({ "samples.csv": text }, readers);

test("the published Exodus list gives every tracker with its signatures as they stand there", () => {
  const trackers = exodus(published);
  const original = JSON.parse(published) as { trackers: Record<string, Record<string, unknown>> };
  expect(trackers.length).toBe(432);
  expect(trackers.filter(({ codeSignature }) => codeSignature !== "").length).toBe(428);
  expect(trackers.filter(({ networkSignature }) => networkSignature !== "").length).toBe(260);
  for (const tracker of trackers) {
    const source = original.trackers[String(tracker.id)];
    expect([tracker.codeSignature, tracker.networkSignature, tracker.categories]).toEqual([
      String(source?.["code_signature"]).trim(),
      String(source?.["network_signature"]).trim(),
      source?.["categories"],
    ]);
  }
  expect(trackers.filter(({ website }) => website === "").map(({ name }) => name)).toEqual([]);
  expect(compileSignatures(trackers.map(({ codeSignature }) => codeSignature)).refused).toEqual([]);
});

const one = (changes: Record<string, unknown>) =>
  JSON.stringify({
    trackers: {
      7: {
        id: 7,
        name: "Ads",
        code_signature: "com.ads.",
        network_signature: "ads\\.example",
        categories: [],
        ...changes,
      },
    },
  });

test("what is not the Exodus list is refused, one bad tracker included", () => {
  expect(exodus(one({}))).toEqual([
    { id: 7, name: "Ads", website: "", categories: [], codeSignature: "com.ads.", networkSignature: "ads\\.example" },
  ]);
  for (const text of ["", "[]", "null", "{}", '{"trackers":[]}', '{"trackers":{}}', '{"trackers":{"1":1}}', "<html>"])
    expect(() => exodus(text), text).toThrow(FormatError);
  for (const bad of [
    { id: "7" },
    { id: 1.5 },
    { id: -1 },
    { name: "" },
    { name: "a\u202eb" },
    { name: "n".repeat(201) },
    { code_signature: 5 },
    { code_signature: "" },
    { code_signature: "x".repeat(8_193) },
    { code_signature: "com.a\nb" },
    { network_signature: ["a"] },
  ])
    expect(() => exodus(one(bad)), JSON.stringify(bad).slice(0, 80)).toThrow(FormatError);
  const twice = JSON.stringify({
    trackers: { 7: JSON.parse(one({})).trackers[7], 8: JSON.parse(one({})).trackers[7] },
  });
  expect(() => exodus(twice)).toThrow(/twice/);
});

test("the largest list that is accepted can be searched for, and a larger one is refused", () => {
  const list = (count: number) => {
    const row = (i: number) => ({
      id: i + 1,
      name: "Ads",
      code_signature: `com.a${i}.`.padEnd(400, "ab"),
      categories: [],
    });
    return JSON.stringify({ trackers: Object.fromEntries(Array.from({ length: count }, (_, i) => [i, row(i)])) });
  };
  const trackers = exodus(list(250));
  expect(compileSignatures(trackers.map(({ codeSignature }) => codeSignature)).refused).toEqual([]);
  expect(() => exodus(list(251))).toThrow(/more than/);
});

test("an address that is none and categories that are none are left out; hostile expressions stay text", () => {
  const [tracker] = exodus(
    one({ website: "javascript:alert(1)", categories: ["Analytics", 5, "", "Analytics"], network_signature: "(a*)*$" }),
  );
  expect(tracker).toMatchObject({ website: "", categories: ["Analytics"], networkSignature: "(a*)*$" });
  const named = exodus(`{"trackers":{"__proto__":${JSON.stringify(JSON.parse(one({})).trackers[7])}}}`);
  expect(named.map(({ id }) => id)).toEqual([7]);
});

test("the published samples give each digest with its app", () => {
  const list = samples(samplesText);
  const rows = samplesText.trimEnd().split("\n").slice(1);
  expect(rows.length).toBe(3_228);
  expect(stalkerwareSamples.count(list)).toBe(new Set(rows.map((row) => row.slice(0, 64).toLowerCase())).size);
  for (const row of rows) expect(sampleApp(list, row.slice(0, 64))).toBe(row.split(",")[4]?.trim());
  expect(sampleApp(list, rows[0]?.slice(0, 64).toUpperCase() ?? "")).toBe("1TopSpy");
  for (let i = 0; i < 1_000; i++) {
    const stranger = createHash("sha256").update(String(i)).digest("hex");
    expect(sampleApp(list, stranger)).toBeNull();
  }
  expect(sampleApp(list, "")).toBeNull();
  expect(sampleApp(list, "f".repeat(64))).toBeNull();
  const again = readHashList(new TextEncoder().encode(samplesText));
  expect(findHash(again, rows[9]?.slice(0, 64) ?? "")).toMatchObject({ algorithm: "sha256", line: 11 });
});

test("columns are found by name, and what is no list of samples is refused", () => {
  const digest = "a".repeat(64);
  expect(samples(`App,Certificate,SHA256\r\nSpy,,${digest}\r\n\r\n`)).toEqual({
    digests: digest,
    owners: [0],
    apps: ["Spy"],
  });
  expect(samples(`SHA256,App\n${digest},Spy, the second\n`).apps).toEqual(["Spy, the second"]);
  expect(stalkerwareSamples.count(samples("SHA256,App\n"))).toBe(0);
  for (const text of [
    "",
    "404: Not Found",
    "SHA256\n",
    `SHA256,App\n${digest}\n`,
    `SHA256,App\n${"g".repeat(64)},Spy\n`,
  ])
    expect(() => samples(text), text).toThrow(FormatError);
});

test("any change to either list gives a list or FormatError", () => {
  const attempt = (parse: () => unknown) => {
    try {
      parse();
      return true;
    } catch (error) {
      return error instanceof FormatError;
    }
  };
  const small = samplesText.slice(0, 700);
  const json = one({});
  const at = fc.nat(1_000);
  fc.assert(
    fc.property(at, fc.string(), (i, text) => attempt(() => samples(small.slice(0, i) + text + small.slice(i)))),
  );
  fc.assert(fc.property(at, fc.string(), (i, text) => attempt(() => exodus(json.slice(0, i) + text + json.slice(i)))));
  fc.assert(fc.property(fc.jsonValue(), (value) => attempt(() => exodus(JSON.stringify({ trackers: { 1: value } })))));
});
