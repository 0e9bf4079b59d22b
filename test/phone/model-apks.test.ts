import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { launcherActivities } from "../../src/formats/android-manifest.ts";
import { readDex } from "../../src/formats/dex.ts";
import { classDescriptors } from "../../src/formats/dex-classes.ts";
import { createPhone, models, type VirtualPhone } from "../../src/phone/models/index.ts";
import { startPhone } from "../../src/phone/start.ts";
import { isSystem } from "../../src/phone/state/package-state.ts";
import { tool, withTool } from "../tools.ts";
import { adbClient } from "./adb-client.ts";
import { ask, text } from "./phone-source.ts";
import { readWritten, runOver } from "./written-apks.ts";

async function read(phone: VirtualPhone, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of phone.files.open(path)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** `com.evil.…` with names that no file system takes have no file. */
const impossible = 1;

describe.each(models.map(({ id }) => ({ id })))("$id", ({ id }) => {
  test("every package has an APK that says what the phone's tables say", async () => {
    const phone = createPhone(id);
    const signerOf = new Map<string, string>();
    let missing = 0;
    for (const pkg of phone.state.packages.values()) {
      if (pkg.name.length > 223) {
        missing++;
        continue;
      }
      const { manifest, signatures, zip } = await readWritten(await read(phone, pkg.apk));
      expect(zip.marks).toEqual([]);
      expect(manifest).toMatchObject({
        packageName: pkg.name,
        versionCode: pkg.versionCode % 2 ** 32,
        targetSdk: pkg.targetSdk,
        minSdk: pkg.minSdk,
      });
      expect(manifest.application?.label).toBe(pkg.label);
      expect(manifest.usesPermissions.map(({ name }) => name)).toEqual([...new Set(pkg.requested)]);
      expect(launcherActivities(manifest).length > 0).toBe(
        pkg.activities.some(({ categories }) => categories.includes("android.intent.category.LAUNCHER")),
      );
      const verdict = signatures.verdicts.at(-1);
      expect(verdict?.outcome).toBe("verified");
      expect(signerOf.get(pkg.signature) ?? verdict?.signers[0]).toBe(verdict?.signers[0]);
      signerOf.set(pkg.signature, verdict?.signers[0] ?? "");
    }
    expect(missing).toBe(id === "hostile" ? impossible : 0);
    expect(new Set(signerOf.values()).size).toBe(signerOf.size);
    expect([...phone.state.packages.values()].some(isSystem)).toBe(true);
  });
});

test("sha256sum, stat, tail and dd of the phone agree with the file", async () => {
  const phone = createPhone("stalked");
  const path = (await text(phone, "pm path com.systemservice")).trim().slice("package:".length);
  const bytes = await read(phone, path);
  expect(await text(phone, `stat -c %s ${path}`)).toBe(`${bytes.length}\n`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(await text(phone, `sha256sum ${path}`)).toBe(`${sha256}  ${path}\n`);
  const tail = await ask(phone, `tail -c 22 ${path}`);
  expect(Buffer.from(tail.stdout)).toEqual(Buffer.from(bytes.subarray(-22)));
  const part = await ask(phone, `dd if=${path} bs=16 skip=2 count=3 2>/dev/null`);
  expect(Buffer.from(part.stdout)).toEqual(Buffer.from(bytes.subarray(32, 80)));
});

test("an app that is uninstalled takes its files with it", async () => {
  const phone = createPhone("hyperos");
  const path = phone.state.packages.get("com.duolingo")?.apk ?? "";
  expect(path).toMatch(/^\/data\/app\/~~[^/]+==\/com\.duolingo-[^/]+==\/base\.apk$/);
  expect((await phone.files.stat(path)).mode & 0o777).toBe(0o644);
  expect(await text(phone, "pm uninstall com.duolingo")).toBe("Success\n");
  await expect(phone.files.stat(path)).rejects.toThrow("No such file");
  await expect(phone.files.stat(path.replace(/==\/.*/, "=="))).rejects.toThrow("No such file");
});

test("an app in parts has all of them, by one signer", async () => {
  const phone = createPhone("hyperos");
  const lines = (await text(phone, "pm path com.callguard.identify")).trimEnd().split("\n");
  const paths = lines.map((line) => line.replace(/^package:/, ""));
  expect(paths.map((path) => path.slice(path.lastIndexOf("/") + 1))).toEqual([
    "base.apk",
    "split_config.de.apk",
    "split_config.xxhdpi.apk",
    "split_spam_lists.apk",
  ]);
  expect(await text(phone, "dumpsys package com.callguard.identify")).toContain(
    "splits=[base, config.de, config.xxhdpi, spam_lists]\n",
  );
  const found = new Set<string>();
  for (const path of paths) {
    const { manifest, signatures } = await readWritten(await read(phone, path));
    expect(manifest.split).toBe(/split_(.*)\.apk$/.exec(path)?.[1] ?? null);
    found.add(`${manifest.packageName} ${manifest.versionCode} ${signatures.verdicts.at(-1)?.signers.join()}`);
  }
  expect(found.size).toBe(1);
});

test("the planted contents are there: a spy's powers, trackers, code that loads code", async () => {
  const classesOf = async (id: string, name: string): Promise<string[]> => {
    const phone = createPhone(id);
    const { entry, zip } = await readWritten(await read(phone, phone.state.packages.get(name)?.apk ?? ""));
    const names: string[] = [];
    for (const each of zip.byName.keys())
      if (each.endsWith(".dex"))
        for (const dex of readDex(await entry(each))) names.push(...classDescriptors(dex).names);
    return names;
  };
  expect(await classesOf("stalked", "com.systemservice")).toContain("Lcom/systemservice/ScreenService;");
  const weather = await classesOf("hyperos", "com.skylight.forecast");
  expect(weather).toContain("Lcom/skylight/forecast/ForecastActivity;");
  expect(weather).toContain("Lcom/appsflyer/AppsFlyerLib;");
  expect(await classesOf("hyperos", "com.turbo.cleanmaster.pro")).toContain("Lcom/turbo/cleanmaster/core/Loader;");
  expect(await classesOf("hyperos", "com.miui.analytics")).toContain("Lcom/xiaomi/onetrack/OneTrack;");
});

withTool("apksigner")("apksigner and aapt2 take an APK of each kind", async (path) => {
  const aapt2 = tool("aapt2");
  const phone = createPhone("hyperos");
  for (const name of ["com.skylight.forecast", "com.miui.analytics", "android"]) {
    const apk = await read(phone, phone.state.packages.get(name)?.apk ?? "");
    expect(await runOver(path, ["verify", "-v"], apk)).toMatch(/^Verifies\n/);
    if (aapt2) expect(await runOver(aapt2, ["dump", "badging"], apk)).toContain(`package: name='${name}'`);
  }
});

withTool("adb")("adb pulls a valid APK", async (path) => {
  const phone = createPhone("stalked");
  const listener = await startPhone(phone);
  const client = await adbClient(() => [path]);
  try {
    const serial = `127.0.0.1:${listener.port}`;
    await client.run(["connect", serial]);
    await client.run(["-s", serial, "wait-for-device"]);
    const apk = phone.state.packages.get("com.systemservice")?.apk ?? "";
    const { code, stderr } = await client.run(["-s", serial, "pull", apk, "pulled.apk"]);
    expect([code, stderr]).toEqual([0, ""]);
    const pulled = readFileSync(join(client.home, "pulled.apk"));
    expect(pulled.equals(await read(phone, apk))).toBe(true);
    expect((await readWritten(pulled)).manifest.packageName).toBe("com.systemservice");
  } finally {
    await client.close();
    await listener.close();
  }
});
