import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWithFdroid } from "../../src/centre/fdroid-apps.ts";
import { examplePackage } from "../../src/checks/wording/example-packages.ts";
import { FormatError } from "../../src/core/errors.ts";
import { parseFdroidIndex } from "../../src/formats/fdroid-index.ts";

const signer = "ab".repeat(32);
const version = (name: string, code: number, change: object = {}, manifest: object = {}) => ({
  added: 1,
  manifest: { versionName: name, versionCode: code, signer: { sha256: [signer] }, ...manifest },
  ...change,
});
const document = (packages: object) => JSON.stringify({ repo: { timestamp: Date.UTC(2026, 9, 1) }, packages });
const index = parseFdroidIndex(
  document({
    "org.example.notes": {
      metadata: {},
      versions: {
        a: version("1.0", 10, { antiFeatures: { KnownVuln: {} } }),
        b: version("1.2", 12),
        c: version("2.0-beta", 20, { releaseChannels: ["Beta"] }),
      },
    },
    "org.example.maps": {
      versions: {
        a: version("3.0", 301, {}, { nativecode: ["armeabi-v7a"] }),
        b: version("3.0", 302, {}, { nativecode: ["arm64-v8a"] }),
        c: version("3.1", 312, {}, { nativecode: ["arm64-v8a"] }),
      },
    },
  }),
);
const source = { installing: "org.fdroid.fdroid", initiating: null, originating: null, source: null };
const app = (name: string, versionName: string, versionCode: number, change: object = {}) =>
  examplePackage(name, { versionName, versionCode, installSource: source, ...change } as never);
const certificate = (name: string, sha256: string) => ({
  name,
  certificateSha1: [],
  certificateSha256: [sha256],
  certificateMd5: [],
  fileSha256: [],
});

test("an old version of an app of F-Droid: the newest for everybody, and its known hole", () => {
  const { apps, published } = compareWithFdroid([app("org.example.notes", "1.0", 10)], undefined, index);
  expect(published).toBe("2026-10-01");
  expect(apps).toEqual([
    { package: "org.example.notes", version: "1.0", newer: "1.2", signer: "unknown", vulnerable: true },
  ]);
});

test("a greater number for another processor is no newer version, and one for another alone is none", () => {
  const newer = (name: string, code: number) =>
    compareWithFdroid([app("org.example.maps", name, code)], undefined, index).apps[0]?.newer;
  expect([newer("3.0", 301), newer("3.0", 302), newer("3.1", 312)]).toEqual([null, "3.1", null]);
});

test("an app from elsewhere counts where its signer is the repository's; another signer of a client's app is told", () => {
  const elsewhere = app("org.example.notes", "1.2", 12, {
    installSource: { ...source, installing: "com.android.vending" },
  });
  expect(compareWithFdroid([elsewhere], undefined, index).apps).toEqual([]);
  expect(compareWithFdroid([elsewhere], [certificate("org.example.notes", signer)], index).apps[0]?.signer).toBe(
    "same",
  );
  const own = app("org.example.notes", "1.2", 12);
  expect(compareWithFdroid([own], [certificate("org.example.notes", "cd".repeat(32))], index).apps[0]?.signer).toBe(
    "other",
  );
  expect(compareWithFdroid([app("org.example.gone", "1", 1)], undefined, index).missing).toEqual(["org.example.gone"]);
});

test("what is no index is refused, and versions that are not whole are left out", () => {
  for (const text of [
    "",
    "[]",
    "{}",
    '{"repo":{"timestamp":1},"packages":{}}',
    document({ "../x": { versions: { a: version("1", 1) } } }),
  ])
    expect(() => parseFdroidIndex(text), text).toThrow(FormatError);
  const odd = { a: version("1", 1.5), b: { manifest: null }, c: version("2", 2, {}, { signer: { sha256: ["x"] } }) };
  expect(parseFdroidIndex(document({ "a.b": { versions: odd } })).apps.get("a.b")).toMatchObject([
    { code: 2, signers: [] },
  ]);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        parseFdroidIndex(JSON.stringify({ repo: { timestamp: 1 }, packages: value }));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 300 },
  );
});
