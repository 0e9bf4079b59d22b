import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { billsOf } from "../../src/centre/bill-of-materials.ts";
import { madeRecord, makeApk, named } from "../apps/made-apk.ts";
import { candor, root } from "./run.ts";

const app = join(root, "..", "shared", "apks", "gh-exodus-instapaper.apk");

interface Document {
  readonly metadata: {
    readonly component: {
      readonly name: string;
      readonly properties: readonly { readonly name: string; readonly value: string }[];
    };
  };
  readonly components: readonly {
    readonly name: string;
    readonly purl?: string;
    readonly version?: string;
    readonly properties?: readonly object[];
  }[];
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-sbom-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a bill of materials is written for each app, beside the usual output", async () => {
  const bills = join(folder, "bills");
  const { out, err, code } = await candor(["apps", "scan", app, "--sbom", bills]);
  expect([err, code]).toEqual(["", 0]);
  expect(out).toContain("Lean for Instapaper");
  expect(readdirSync(bills)).toEqual(["com.olivierpayen.leaninstapaper-ad170669c783.cdx.json"]);
  const document = JSON.parse(readFileSync(join(bills, readdirSync(bills)[0] ?? ""), "utf8")) as Document;
  const part = (name: string) => document.components.find((each) => each.name === name);
  expect(part("Support Library AppCompat")).toMatchObject({
    version: "27.1.0",
    purl: "pkg:maven/com.android.support/appcompat-v7@27.1.0",
  });
  expect(part("OkHttp")).toMatchObject({ purl: "pkg:maven/com.squareup.okhttp3/okhttp" });
  expect(part("Google Firebase Crashlytics") ?? part("Google CrashLytics")).toBeDefined();
  expect(part("Conscrypt"), "which is only referred to").toBeUndefined();
});

test("on standard output there is nothing else, one line an app", async () => {
  const { out, code } = await candor(["apps", "scan", join(root, "..", "shared", "apks", "evil"), "--sbom", "-"]);
  expect(code).toBe(0);
  const lines = out.split("\n").slice(0, -1);
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
});

test("a hostile name stays within the folder", async () => {
  const bills = join(folder, "hostile");
  const bytes = makeApk({ attributes: { package: "../../etc/-rf\u0000x" }, children: [named("application", "a")] });
  writeFileSync(join(folder, "hostile.apk"), bytes);
  await candor(["apps", "scan", join(folder, "hostile.apk"), "--sbom", bills]);
  expect(readdirSync(folder).sort()).toEqual(["bills", "hostile", "hostile.apk"]);
  for (const name of readdirSync(bills)) expect(name).toMatch(/^[A-Za-z0-9_][\w.-]{0,150}\.cdx\.json$/);
  expect(readdirSync(bills)).toHaveLength(1);
});

test("the two ways of printing exclude one another, and a folder that cannot be made is said", async () => {
  expect((await candor(["apps", "scan", app, "--sbom", "-", "--json"])).code).toBe(2);
  const { err, code } = await candor(["apps", "scan", app, "--sbom", "/dev/null/bills"]);
  expect(code).toBe(3);
  expect(err).toContain("a part of the path is not a folder");
});

test("an app in parts has one bill, in which each part is named and what both hold stands once", async () => {
  const base = await madeRecord({ dex: { classes: ["Lokhttp3/Call;"] } });
  const split = await madeRecord({
    attributes: { split: "config.arm64_v8a" },
    dex: { classes: ["Lokhttp3/Http;", "Lretrofit2/Retrofit;"] },
    entries: { "lib/arm64-v8a/libflutter.so": Uint8Array.of(1, 2, 3) },
  });
  const bills = billsOf(
    [
      { inside: "split_config.arm64_v8a.apk", record: split },
      { inside: "base.apk", record: base },
      { inside: "broken.apk", record: null },
    ],
    0,
  );
  expect(bills).toHaveLength(1);
  expect(bills[0]?.components.map(({ name }) => name)).toEqual(["Flutter", "OkHttp", "Retrofit", "libflutter.so"]);
  expect(bills[0]?.components[1]?.evidence.map(({ location }) => location)).toEqual([
    "base.apk!/classes.dex",
    "split_config.arm64_v8a.apk!/classes.dex",
  ]);
  expect(bills[0]?.subject.properties).toContainEqual({ name: "candor:part", value: "split_config.arm64_v8a.apk" });
});
