// Whole records of real, hostile and signed APKs, beside what other tools say of the same files.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyseApk } from "../../src/apps/analyse-apk.ts";
import { isUnread } from "../../src/apps/app-record.ts";
import { FormatError } from "../../src/core/errors.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { fileName, oddApks, ordinaryApks } from "../formats/apk-files.ts";
import { exodusSet, read, record } from "./apk-record.ts";

const shared = "../shared/apks";
const signed = readdirSync(`${shared}/sigs`).map((name) => `${shared}/sigs/${name}`);
const sections = [
  "identity",
  "signers",
  "permissions",
  "components",
  "configuration",
  "network",
  "code",
  "trackers",
  "endpoints",
] as const;

test.each(ordinaryApks)("%s: every section is read, and the record is JSON", async (path) => {
  const made = await record(path);
  for (const name of sections) expect(isUnread(made[name]), name).toBe(false);
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  expect(made.file.sha256).toBe(createHash("sha256").update(readFileSync(path)).digest("hex"));
  expect(made.tampering.unread).toEqual([]);
});

test.each([...oddApks, ...signed])("%s: a record, or FormatError", async (path) => {
  try {
    const made = await record(path);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    for (const name of sections) {
      const part = made[name];
      if (isUnread(part)) expect(part.unread, name).toMatch(/\w{3}/);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
  }
});

test("which odd files are no APK, and no others", async () => {
  const refused: string[] = [];
  for (const path of [...oddApks, ...signed])
    await record(path).catch(() => {
      refused.push(fileName(path));
    });
  expect(refused).toEqual(["androguard-CertChain.apk", "generated-22-truncated-half.apk"]);
});

describe("identity as aapt2 gives it", () => {
  const badgings = ordinaryApks.filter((path) => existsSync(badgingOf(path)));
  test("for eight files", () => expect(badgings.length).toBe(8));
  test.each(badgings)("%s", async (path) => {
    const text = readFileSync(badgingOf(path), "utf8");
    const identity = read((await record(path)).identity);
    const [, name, code, version] =
      /^package: name='([^']*)' versionCode='([^']*)' versionName='([^']*)'/m.exec(text) ?? [];
    expect([identity.packageName, identity.versionCode ?? "", identity.versionName ?? ""]).toEqual([
      name,
      code,
      version,
    ]);
    expect(String(identity.minSdk ?? "")).toBe(/^sdkVersion:'([^']*)'/m.exec(text)?.[1] ?? "");
    expect(String(identity.targetSdk ?? "")).toBe(/^targetSdkVersion:'([^']*)'/m.exec(text)?.[1] ?? "");
    const label = read(identity.label);
    const byLocale = new Map(label.locales.map(({ locale, text: words }) => [locale, words]));
    const lines = [...text.matchAll(/^application-label(?:-([^:]+))?:'(.*)'$/gm)];
    for (const [, locale, words] of lines)
      if (locale === undefined) expect(label.text ?? "").toBe(words);
      else if (byLocale.has(locale)) expect(byLocale.get(locale), locale).toBe(words);
      // aapt2 prints all locales of the table; those that the name is not in fall back.
      else expect([byLocale.get(locale.split("-")[0] ?? ""), label.text ?? ""], locale).toContain(words);
    const icons = new Set(read(identity.icon).files.map((file) => file.path));
    for (const [, icon] of text.matchAll(/^application-icon-\d+:'(.+)'$/gm)) expect(icons).toContain(icon);
  });
});

function badgingOf(path: string): string {
  return `${shared}/expected-badging/${fileName(path).replace(/\.apk$/, ".txt")}`;
}

describe("trackers as exodus-core finds them, and those by hosts apart", () => {
  const { files } = JSON.parse(readFileSync(`${shared}/expected-trackers.json`, "utf8")) as {
    files: Record<string, string[]>;
  };
  test.each(Object.entries(files))("%s", async (name, expected) => {
    const trackers = read((await record(`${shared}/${name}`)).trackers);
    expect(trackers.complete).toBe(true);
    const byCode = trackers.found.filter(({ grade }) => grade !== "host-only");
    expect(byCode.map((found) => found.name).sort()).toEqual([...expected].sort());
    for (const { grade, confidence, evidence } of byCode) {
      expect([grade, confidence]).toEqual(["class-defined", "certain"]);
      expect(evidence[0]).toMatchObject({
        kind: "class",
        defined: true,
        entry: expect.stringMatching(/^classes\d*\.dex$/),
      });
    }
    for (const { confidence, evidence } of trackers.found.filter(({ grade }) => grade === "host-only")) {
      expect(confidence).toBe("possible");
      expect(evidence.every(({ kind }) => kind === "host")).toBe(true);
    }
  });
});

describe("signers as apksigner finds them", () => {
  const rows = readFileSync(`${shared}/expected-signatures.tsv`, "utf8")
    .split("\n")
    .filter((line) => /^[^#/\t]+\.apk\t/.test(line))
    .map((line) => line.split("\t"));
  test("for nine files", () => expect(rows.length).toBe(9));
  test.each(rows)("%s", async (name, _default, at24, at28, certificates) => {
    const { verdicts, certificates: described } = read((await record(`${shared}/${name}`)).signers);
    const at = (sdk: number) => verdicts.find(({ from, to }) => from <= sdk && sdk <= to);
    for (const [sdk, expected] of [
      [24, at24],
      [28, at28],
    ] as const) {
      const verdict = at(sdk);
      const said = verdict?.outcome === "verified" ? "OK" : "FAIL";
      expect(said).toBe(expected?.slice(0, expected.indexOf(":")));
      if (said === "OK") expect(expected?.split(/[:+]/)).toContain(verdict?.scheme);
    }
    expect(at(28)?.signers.join(",") ?? "").toBe(certificates);
    for (const sha256 of at(28)?.signers ?? []) expect(described.map((each) => each.sha256)).toContain(sha256);
  });
});

test("errors of the source are thrown on, and are no verdict on the app", async () => {
  const file = memoryFile(readFileSync(`${shared}/gh-obfuscapk-demo.apk`));
  const cut = new Error("the cable was pulled");
  let left = 6;
  const failing = {
    size: file.size,
    read: async (offset: number, length: number) => {
      if (left-- <= 0) throw cut;
      return await file.read(offset, length);
    },
  };
  const options = { codec: nodeCodec, crypto: nodeCrypto, trackers: exodusSet };
  await expect(analyseApk(failing, options)).rejects.toBe(cut);
});

test("a stop by the person ends the analysis, and steps are told in their order", async () => {
  const file = memoryFile(readFileSync(`${shared}/gh-obfuscapk-demo.apk`));
  const stop = new AbortController();
  const stages: string[] = [];
  const onStage = (stage: string) => {
    stages.push(stage);
    if (stage === "signatures") stop.abort(new Error("enough"));
  };
  const options = { codec: nodeCodec, crypto: nodeCrypto, trackers: exodusSet };
  await expect(analyseApk(file, { ...options, onStage, signal: stop.signal })).rejects.toThrow("enough");
  expect(stages).toEqual(["contents", "manifest", "signatures"]);
});

test("a digest that is known already is taken over", async () => {
  const file = memoryFile(readFileSync(`${shared}/gh-obfuscapk-demo.apk`));
  const options = { codec: nodeCodec, crypto: nodeCrypto, trackers: exodusSet, sha256: "ab".repeat(32) };
  expect((await analyseApk(file, options)).file.sha256).toBe("ab".repeat(32));
});
