import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { launcherActivities } from "../../src/formats/android-manifest.ts";
import { readDex } from "../../src/formats/dex.ts";
import { classDescriptors, findMethods, typeNamed } from "../../src/formats/dex-classes.ts";
import { invokes } from "../../src/formats/dex-code.ts";
import { descriptor } from "../../src/phone/apk/dex-tables.ts";
import { type SignerRing, signerRing } from "../../src/phone/apk/signer-ring.ts";
import { buildPlantedApp, plantedApps } from "../../src/phone/models/planted-apps.ts";
import { withTool } from "../tools.ts";
import { readWritten, runOver } from "./written-apks.ts";

type Id = (typeof plantedApps)[number]["id"];

const signers: SignerRing = signerRing();
const built = new Map<string, ReadonlyMap<string, Uint8Array>>();

beforeAll(async () => {
  for (const app of plantedApps) built.set(app.id, await buildPlantedApp(app, signers));
});

function filesOf(id: string): ReadonlyMap<string, Uint8Array> {
  return built.get(id) ?? new Map();
}

function base(id: Id): Uint8Array {
  return filesOf(id).get("base.apk") ?? new Uint8Array();
}

describe.each(plantedApps.map((app) => ({ ...app })))("$id", ({ id, apk, signer, splits = [] }) => {
  withTool("apksigner")("is signed by whom it names", async (path) => {
    const { certificate } = await signers(signer);
    const sha256 = createHash("sha256").update(certificate).digest("hex");
    for (const bytes of filesOf(id).values()) {
      // It stops at the evil manifest, which Android reads: the reason for planting it.
      if (id === "bad-pack")
        return await expect(runOver(path, ["verify"], bytes)).rejects.toThrow("AndroidManifest.xml");
      const said = await runOver(path, ["verify", "-v", "--print-certs", "--min-sdk-version", "24"], bytes);
      expect(said).toContain(`certificate SHA-256 digest: ${sha256}`);
    }
  });

  withTool("dexdump")("has the classes that it was given, and no others", async (path) => {
    const given = [apk, ...splits].flatMap(({ dex = [] }) => dex.flatMap(({ classes = [] }) => classes));
    const names = given.map((each) => descriptor(typeof each === "string" ? each : each.name));
    const found: string[] = [];
    for (const bytes of filesOf(id).values()) {
      if (!(await readWritten(bytes)).zip.byName.has("classes.dex")) continue;
      const said = await runOver(path, [], bytes);
      found.push(...(said.match(/(?<=Class descriptor {2}: ').*(?=')/g) ?? []));
    }
    expect(found.sort()).toEqual([...new Set(names)].sort());
  });

  test("says of itself what it was told to, in all of its files", async () => {
    expect(filesOf(id).size).toBe(1 + splits.length);
    for (const bytes of filesOf(id).values()) {
      const { manifest, signatures, zip } = await readWritten(bytes);
      expect(manifest).toMatchObject({ packageName: apk.package, versionCode: apk.versionCode, unresolved: [] });
      expect(signatures.verdicts.map(({ outcome }) => outcome)).toEqual(["verified", "verified"]);
      if (id !== "bad-pack") expect(zip.marks).toEqual([]);
    }
  });
});

withTool("aapt2")("aapt2 names all of them but the evil one as they name themselves", async (path) => {
  for (const { id, apk } of plantedApps) {
    const bytes = filesOf(id).get("base.apk") ?? new Uint8Array();
    if (id === "bad-pack") continue;
    const said = await runOver(path, ["dump", "badging"], bytes);
    const { package: name, versionCode, versionName, label, targetSdk } = apk;
    expect(said).toContain(`package: name='${name}' versionCode='${versionCode}' versionName='${versionName}'`);
    expect(said).toContain(`targetSdkVersion:'${targetSdk}'`);
    expect(said).toContain(`application-label:'${typeof label === "string" ? label : label[""]}'\n`);
    const asked = said.match(/(?<=^uses-permission: name='android\.permission\.)\w+(?='$)/gm) ?? [];
    const own = (apk.permissions ?? []).filter((each) => typeof each === "string" && !each.includes("."));
    expect(asked.slice(0, own.length)).toEqual(own);
  }
});

test("Exodus's signatures find the trackers that are planted, and none elsewhere", async () => {
  const list = JSON.parse(readFileSync("../shared/feeds/exodus/trackers.json", "utf8")) as {
    readonly trackers: Readonly<Record<string, { readonly name: string; readonly code_signature: string }>>;
  };
  const found = async (bytes: Uint8Array): Promise<string[]> => {
    const { zip, entry } = await readWritten(bytes);
    const dex = [...zip.byName.keys()].filter((name) => /^classes[0-9]*\.dex$/.test(name));
    const names: string[] = [];
    for (const name of dex)
      for (const each of readDex(await entry(name)))
        names.push(...classDescriptors(each).names.map((type) => type.slice(1, -1).replaceAll("/", ".")));
    const matches = ({ code_signature }: { readonly code_signature: string }) =>
      code_signature.split("|").some((part) => part.length > 3 && names.some((name) => name.startsWith(part)));
    return Object.values(list.trackers)
      .filter(matches)
      .map(({ name }) => name.trim())
      .sort();
  };
  const trackers = await found(base("trackers"));
  for (const name of ["Adjust", "AppsFlyer", "Facebook Ads", "Facebook Analytics", "Google Firebase Analytics"])
    expect(trackers).toContain(name);
  for (const id of ["cleartext", "stalker", "repackaged", "split", "bad-pack"] as const)
    expect(await found(base(id))).toEqual([]);
  expect(await found(filesOf("split").get("split_scanner.apk") ?? new Uint8Array())).toEqual([
    "Sensors Analytics",
    "Umeng Analytics",
  ]);
});

test("the tracked app names AdMob and does not define it", async () => {
  const { entry } = await readWritten(base("trackers"));
  const [dex] = readDex(await entry("classes.dex"));
  expect(typeNamed(dex, "Lcom/google/android/gms/ads/AdView;")).toBeGreaterThanOrEqual(0);
  expect(classDescriptors(dex).names).not.toContain("Lcom/google/android/gms/ads/AdView;");
});

test("the stalker has the powers that it is to be found by", async () => {
  const { manifest, entry } = await readWritten(base("stalker"));
  const guards = manifest.components.map(({ permission }) => permission).filter((permission) => permission !== null);
  expect(guards.map((name) => name.replace("android.permission.", ""))).toEqual([
    "BIND_ACCESSIBILITY_SERVICE",
    "BIND_NOTIFICATION_LISTENER_SERVICE",
    "BIND_DEVICE_ADMIN",
  ]);
  expect(launcherActivities(manifest)).toEqual([]);
  const [dex] = readDex(await entry("classes.dex"));
  const methods = findMethods(dex, new Map([["Landroid/telephony/SmsManager;", new Set(["sendTextMessage"])]]));
  expect(methods.length).toBe(1);
  expect(
    invokes(
      dex,
      methods.map(({ index }) => index),
    ).callers.size,
  ).toBe(1);
});

test("Android opens the evil manifest, and Candor says what is wrong with it", async () => {
  const { zip, manifest } = await readWritten(base("bad-pack"));
  expect(manifest.packageName).toBe("com.example.flashlight");
  expect(zip.android).toEqual({ opens: "yes" });
  expect(zip.marks.map(({ kind, entry }) => [kind, entry])).toEqual([
    ["encrypted-flag", "AndroidManifest.xml"],
    ["method-unknown", "AndroidManifest.xml"],
  ]);
});
