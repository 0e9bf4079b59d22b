import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Fact } from "../../src/core/fact.ts";
import { commandLine, type Source } from "../../src/core/source.ts";
import { openInput } from "../../src/device/open.ts";
import { device } from "../../src/facts/device.ts";
import { kernelCommandLine } from "../../src/facts/kernel-command-line.ts";
import { kernelVersion } from "../../src/facts/kernel-version.ts";
import { lockScreenDisabled } from "../../src/facts/lock-screen-disabled.ts";
import { lockSettings } from "../../src/facts/lock-settings.ts";
import { mounts } from "../../src/facts/mounts.ts";
import { playSystemUpdate } from "../../src/facts/play-system-update.ts";
import { processes } from "../../src/facts/processes.ts";
import { rootTraces } from "../../src/facts/root-traces.ts";
import { selinux } from "../../src/facts/selinux.ts";
import { trustAgents } from "../../src/facts/trust-agents.ts";
import { webview } from "../../src/facts/webview.ts";

/** A source that answers commands by their first words. */
function answering(answers: Readonly<Record<string, string>>): Source {
  return {
    kind: "phone",
    name: "test",
    takenAt: Date.UTC(2026, 0, 1),
    run: async (command) => {
      const line = commandLine(command);
      const found = Object.entries(answers).find(([start]) => line.startsWith(start));
      if (!found) throw new DeviceError("absent", `no answer to ${line}`);
      return { stdout: new TextEncoder().encode(found[1]), stderr: new Uint8Array(), exitCode: null };
    },
    close: async () => {},
  };
}

async function read<T>(fact: Fact<T>, source: Source): Promise<T | string> {
  const snapshot = await collect(source, [fact], { version: "0" });
  const found = snapshot.facts[fact.id];
  return found?.state === "read" ? (found.value as T) : `${found?.code}`;
}

describe("root traces", () => {
  test("tells what is there, what is not, and what may not be looked at", async () => {
    const said = `/system/xbin/su
ls: /sbin/su: No such file or directory
/system/xbin/su
ls: /sbin/.magisk: Permission denied
ls: /su/bin/su: Not a directory
end
`;
    expect(await read(rootTraces, answering({ "sh -c 'which": said }))).toEqual({
      found: ["/system/xbin/su"],
      hidden: ["/sbin/.magisk"],
    });
  });

  test("an answer without its end, or with other words, is unknown", async () => {
    expect(await read(rootTraces, answering({ "sh -c 'which": "/system/xbin/su\n/x\n" }))).toBe("unknown-layout");
    const shell = "/system/bin/sh: which: inaccessible or not found\nls: /sbin/su: No such file or directory\nend\n";
    expect(await read(rootTraces, answering({ "sh -c 'which": shell }))).toBe("unknown-layout");
  });

  test("AndroidQF's list: none found is an answer, anything but a list is none", async () => {
    const from = (text: string) => read(rootTraces, answering({ "androidqf root_binaries.json": text }));
    expect(await from("[]\n")).toEqual({ found: [], hidden: [] });
    expect(await from('["/system/bin/su\\n/x/su", ""]')).toEqual({ found: ["/system/bin/su", "/x/su"], hidden: [] });
    expect(await from("null\n")).toBe("unknown-layout");
  });
});

describe("boot parameters", () => {
  test("a phone that lets only the boot configuration be read", async () => {
    const said = 'cat: /proc/cmdline: Permission denied\nandroidboot.verifiedbootstate = "green"\nend\n';
    expect(await read(kernelCommandLine, answering({ "sh -c 'cat /proc/cmdline": said }))).toEqual({
      verifiedbootstate: "green",
    });
  });

  test("a phone that lets none be read is unknown", async () => {
    const said = "cat: /proc/cmdline: Permission denied\ncat: /proc/bootconfig: Permission denied\nend\n";
    expect(await read(kernelCommandLine, answering({ "sh -c 'cat /proc/cmdline": said }))).toBe("unknown-layout");
  });
});

test.each([
  ["Enforcing\n", "enforcing"],
  ["Permissive\n", "permissive"],
  ["Disabled\n", "disabled"],
  ["Something\n", "unknown-layout"],
])("getenforce %j is %s", async (said, mode) => {
  expect(await read(selinux, answering({ getenforce: said }))).toBe(mode);
});

test("mounts of a phone and of AndroidQF", async () => {
  const system = { device: "/dev/block/dm-0", path: "/system", type: "ext4", options: ["ro"] };
  expect(await read(mounts, answering({ "cat /proc/mounts": "/dev/block/dm-0 /system ext4 ro 0 0\n" }))).toEqual([
    system,
  ]);
  const said = '["/dev/block/dm-0 on /system type ext4 (ro)", "/dev/block/dm-0 /system ext4 ro 0 0"]';
  expect(await read(mounts, answering({ "androidqf mounts.json": said }))).toEqual([system]);
  expect(await read(mounts, answering({ "androidqf mounts.json": "[]" }))).toBe("unknown-layout");
});

test("AndroidQF's processes", async () => {
  const said = '[{"pid":1,"uid":0,"context":"u:r:init:s0","filename":"init"},{"pid":9,"uid":10001,"path":"/x"}]';
  expect(await read(processes, answering({ "androidqf processes.json": said }))).toEqual([
    { label: "u:r:init:s0", user: "root", pid: 1, name: "init" },
    { label: null, user: "10001", pid: 9, name: "/x" },
  ]);
  expect(await read(processes, answering({ "androidqf processes.json": '[{"uid":0}]' }))).toBe("unknown-layout");
});

test("the WebView: in use, none, and a layout without the line", async () => {
  const line = "Current WebView Update Service state\n  Current WebView package ";
  const from = (end: string) => read(webview, answering({ "dumpsys webviewupdate": line + end }));
  expect(await from("(name, version): (a.b, 147.0.1)\n")).toEqual({ package: "a.b", version: "147.0.1" });
  expect(await from("is null\n")).toEqual({ package: null, version: null });
  expect(await from("unknown\n")).toBe("unknown-layout");
});

test("millions of blank lines take no time", async () => {
  const said = `x${"\n".repeat(2_000_000)}`;
  for (const fact of [webview, lockSettings, trustAgents, processes, mounts, kernelVersion] as Fact<unknown>[])
    expect(await read(fact, answering({ "": said }))).toBe("unknown-layout");
});

test("the lock screen: asked of the phone, or told by its dump", async () => {
  const asked = { "cmd lock_settings get-disabled": "true\n" };
  expect(await read(lockScreenDisabled, answering(asked))).toEqual([{ user: 0, disabled: true }]);
  const dump =
    "Current lock settings service state:\nUser State:\n  User 0\n    CredentialType: NONE\n    IsLockScreenDisabled: false\n";
  const both = { ...asked, "dumpsys lock_settings": dump };
  expect(await read(lockScreenDisabled, answering(both))).toEqual([{ user: 0, disabled: false }]);
});

const captures = join(import.meta.dirname, "../../../shared/captures");

describe.runIf(existsSync(captures))("real captures", () => {
  test("the bug report of an Android 9 emulator", async () => {
    const source = await openInput(join(captures, "a9-emulator-gphone/bugreport.zip"));
    expect(await read(kernelCommandLine, source)).toEqual({ veritymode: "enforcing", verifiedbootstate: "orange" });
    expect(await read(kernelVersion, source)).toMatchObject({ release: "4.4.124+" });
    expect(await read(webview, source)).toEqual({ package: "com.android.chrome", version: "69.0.3497.100" });
    expect(await read(lockSettings, source)).toMatchObject([{ user: 0, secured: false, type: "none" }]);
    expect(await read(trustAgents, source)).toMatchObject([{ user: 0, agents: [] }]);
    expect(await read(playSystemUpdate, source)).toEqual({ package: null, version: null, date: null });
    const rows = await read(processes, source);
    if (typeof rows === "string") throw new Error(rows);
    expect(rows.length).toBeGreaterThan(150);
    expect(new Set(rows.map(({ pid }) => pid)).size).toBe(rows.length);
    expect(rows.every(({ label, user }) => label?.startsWith("u:") && user !== "")).toBe(true);
    for (const fact of [selinux, rootTraces, mounts]) expect(await read<unknown>(fact, source)).toBe("absent");
    await source.close();
  });

  test("the bug report of an Android 10 phone with a second user", async () => {
    const zip = join(captures, "a10-pixel-sailfish-userdebug-no-main-entry/bugreport.zip");
    const source = await openInput(zip);
    expect(await read(lockSettings, source)).toMatchObject([
      { user: 0, secured: false },
      { user: 11, secured: false },
    ]);
    expect(await read(webview, source)).toEqual({ package: "com.android.webview", version: "74.0.3729.186" });
    await source.close();
  });

  test("the HyperOS tablet's outputs", async () => {
    const source = await openInput(join(captures, "hyperos2-a14-xiaomi-pad6"));
    expect(await read(device, source)).toEqual({
      brand: "Xiaomi",
      manufacturer: "Xiaomi",
      model: "23043RP34G",
      name: "Xiaomi Pad 6",
      device: "pipa",
      android: "14",
      sdk: "34",
      build: "UKQ1.240624.001 release-keys",
      hyperOs: "OS2.0.12.0.UMZEUXM",
      miui: null,
      region: "US",
      securityPatch: "2026-01-01",
    });
    expect(await read(webview, source)).toEqual({ package: "com.google.android.webview", version: "147.0.7727.112" });
    for (const fact of [lockSettings, trustAgents, selinux, processes])
      expect(await read<unknown>(fact, source)).toBe("absent");
    await source.close();
  });
});
