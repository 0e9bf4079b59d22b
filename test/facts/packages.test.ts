import { expect, test } from "vitest";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Fact } from "../../src/core/fact.ts";
import { commandLine, type Source } from "../../src/core/source.ts";
import { type AppCertificates, appCertificates } from "../../src/facts/app-certificates.ts";
import { type LauncherApps, launcherApps } from "../../src/facts/launcher-apps.ts";
import { packageVerifier } from "../../src/facts/package-verifier.ts";
import { type InstalledPackage, packages } from "../../src/facts/packages.ts";
import { type RemovedPackage, removedPackages } from "../../src/facts/removed-packages.ts";
import { bugReportService, captureText } from "../formats/bug-report-service.ts";

const a9 = await bugReportService("a9-emulator-gphone", "package");
const lists = {
  "pm list packages -f": captureText("hyperos2-a14-xiaomi-pad6/packages.txt"),
  "pm list packages -s": captureText("hyperos2-a14-xiaomi-pad6/packages_sistema.txt"),
  "pm list packages -3": captureText("hyperos2-a14-xiaomi-pad6/packages_usuario_actualizado.txt"),
};

/** Reads one fact from a source that holds these answers and no others. */
async function read<T>(fact: Fact<T>, answers: Readonly<Record<string, string>>): Promise<T> {
  const source: Source = {
    kind: "outputs",
    name: "test",
    takenAt: 0,
    run: async (command) => {
      const text = answers[commandLine(command)];
      if (text === undefined) throw new DeviceError("absent", "not here");
      return { stdout: new TextEncoder().encode(text), stderr: new Uint8Array(), exitCode: null };
    },
    close: async () => {},
  };
  const snapshot = await collect(source, [fact], { version: "0" });
  const state = snapshot.facts[fact.id];
  if (state?.state !== "read") throw new Error(state?.reason);
  return state.value as T;
}

function named(all: readonly InstalledPackage[], name: string): InstalledPackage | undefined {
  return all.find((app) => app.name === name);
}

test("packages from the dump of the package service", async () => {
  const all = await read(packages, { "dumpsys package": a9, ...lists });
  expect(all).toHaveLength(110);
  expect(named(all, "com.jeanboy.app.training")).toMatchObject({ system: false, updated: false, appId: 10_086 });
  expect(named(all, "com.android.phone")).toMatchObject({ system: true, appId: 1001 });
});

test("packages from three lists that were taken at different times", async () => {
  const all = await read(packages, lists);
  expect(all).toHaveLength(325);
  expect(named(all, "com.android.system.optimizer")).toMatchObject({ system: false, updated: false, appId: null });
  expect(named(all, "com.android.settings")?.system).toBe(true);
  expect(named(all, "dev.imranr.obtainium")).toMatchObject({ path: null, system: false });
  expect(all.filter(({ updated }) => updated).length).toBeGreaterThan(10);
});

test("a package in none of the lists of system and added apps is neither", async () => {
  const all = await read(packages, {
    "pm list packages -f": "package:/system/a.apk=a.a\npackage:/data/b.apk=b.b\npackage:/x/c.apk=c.c\n",
    "pm list packages -s": "package:a.a\n",
    "pm list packages -3": "package:b.b\n",
  });
  expect(all.map(({ system }) => system)).toEqual([true, false, null]);
});

test("packages and certificates from AndroidQF, with and without a final newline", async () => {
  const text = captureText("hyperos2-a14-xiaomi-pad6/derived-androidqf/packages.json");
  expect(await read(packages, { "androidqf packages.json": text.trimEnd() })).toHaveLength(322);
  // This one was made without downloading the apps: there is no certificate to be read, and none is made up.
  await expect(read(appCertificates, { "androidqf packages.json": text })).rejects.toThrow(/no certificate/);
  const certificate = { Sha1: "0F".repeat(20), Sha256: "", Md5: "" };
  const rows: readonly AppCertificates[] = await read(appCertificates, {
    "androidqf packages.json": JSON.stringify([{ name: "a.b", files: [{ path: "/x", certificate }] }]),
  });
  expect(rows).toEqual([
    { name: "a.b", certificateSha1: ["0f".repeat(20)], certificateSha256: [], certificateMd5: [], fileSha256: [] },
  ]);
});

test("traces of removed apps, from a phone and from a bug report", async () => {
  const daily =
    "Daily stats:\n  Current start time: 2019-08-15-01-00-00\n    Package changes:\n      Update com.spy.app vers=0\n" +
    "      Update com.jeanboy.app.gitman vers=0\n";
  const dump = a9.replace("    seq=55, package=", "    seq=54, package=com.gone.app\n    seq=55, package=");
  const expected: readonly RemovedPackage[] = [
    { name: "com.spy.app", trace: "battery-statistics", since: "2019-08-15-01-00-00" },
    { name: "com.gone.app", trace: "package-changes", since: null },
  ];
  const other = { "dumpsys package": dump };
  expect(await read(removedPackages, { "dumpsys batterystats --daily": daily, ...other })).toEqual(expected);
  expect(await read(removedPackages, { "dumpsys batterystats": `Battery History\n\n${daily}`, ...other })).toEqual(
    expected,
  );
});

test("icons of the users who are running", async () => {
  const command = (user: number) =>
    `cmd package query-activities --brief --user ${user} -a android.intent.action.MAIN -c android.intent.category.LAUNCHER`;
  const users =
    "Users:\n\tUserInfo{0:Owner:c13} running\n\tUserInfo{10:Work:1030}\n\tUserInfo{999:Dual:1030} running\n";
  const icons: readonly LauncherApps[] = await read(launcherApps, {
    "pm list users": users,
    [command(0)]: "1 activities found:\n  Activity #0:\n    priority=0\n    com.example/.Main\n",
    [command(999)]: "No activities found\n",
  });
  expect(icons).toEqual([
    { user: 0, packages: ["com.example"] },
    { user: 999, packages: [] },
  ]);
  await expect(
    read(launcherApps, {
      "pm list users": users,
      [command(0)]: "No activities found\n",
      [command(999)]: "No activities found\n",
    }),
  ).rejects.toThrow(/no icon at all/);
});

test("the package verifier", async () => {
  expect(await read(packageVerifier, { "dumpsys package": a9 })).toEqual({ required: ["com.android.vending"] });
});
