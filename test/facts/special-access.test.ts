import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Fact } from "../../src/core/fact.ts";
import { commandLine, type Source } from "../../src/core/source.ts";
import { accessibility } from "../../src/facts/accessibility.ts";
import { adbKeys } from "../../src/facts/adb-keys.ts";
import { chosenServices } from "../../src/facts/chosen-services.ts";
import { inputMethods } from "../../src/facts/input-methods.ts";
import { lockedApps } from "../../src/facts/locked-apps.ts";
import { notificationListeners } from "../../src/facts/notification-listeners.ts";
import { policyOwners } from "../../src/facts/policy-owners.ts";
import { roles } from "../../src/facts/roles.ts";
import { usbState } from "../../src/facts/usb-state.ts";
import { userKinds } from "../../src/facts/user-kinds.ts";
import * as dumps from "../formats/service-dumps.ts";

const pad6 = "../shared/captures/hyperos2-a14-xiaomi-pad6";
const { outputs } = JSON.parse(readFileSync(`${pad6}/outputs.json`, "utf8")) as { outputs: Record<string, string> };

/** A source with these answers, and otherwise those of a real HyperOS tablet where `real` is set. */
function source(answers: Readonly<Record<string, string>>, real = false): Source {
  return {
    kind: "outputs",
    name: "test",
    takenAt: Date.UTC(2026, 4, 4),
    run: async (command) => {
      const line = commandLine(command);
      const file = real ? outputs[line] : undefined;
      const text = answers[line] ?? (file === undefined ? undefined : readFileSync(`${pad6}/${file}`, "utf8"));
      if (text === undefined) throw new DeviceError("absent", `no answer to ${line}`);
      return { stdout: new TextEncoder().encode(text), stderr: new Uint8Array(), exitCode: 0 };
    },
    close: async () => {},
  };
}

async function value<T>(fact: Fact<T>, from: Source): Promise<T> {
  const read = (await collect(from, [fact], { version: "0" })).facts[fact.id];
  if (read?.state !== "read") throw new Error(read?.reason ?? "not collected");
  return read.value as T;
}

const users =
  "Users:\n\tUserInfo{0:Owner:c13} running\n\tUserInfo{10:Work:1030} running\n\tUserInfo{12:Second:410}\n\tUserInfo{999:XSpace:1030}\n";

test("the tablet: nine accessibility services, three listeners, its owner by uid", async () => {
  const tablet = source({}, true);
  const [services] = await value(accessibility, tablet);
  expect(services).toMatchObject({ user: "current", bound: null });
  expect(services?.services).toHaveLength(9);
  expect((await value(notificationListeners, tablet))[0]?.listeners).toHaveLength(3);
  expect(await value(policyOwners, tablet)).toEqual([
    { kind: "device-or-profile", user: 0, packages: ["com.rosan.dhizuku"], uid: 10_294 },
  ]);
  expect(await value(usbState, tablet)).toEqual({ functions: ["rndis", "adb"], tethering: true });
  expect(await value(lockedApps, tablet)).toEqual([{ user: 0, packages: [] }]);
  expect((await value(inputMethods, tablet))[0]?.selected?.package).toBe("com.google.android.inputmethod.latin");
  expect((await value(chosenServices, tablet))[0]?.autofill?.[0]?.package).toBe("com.google.android.gms");
  expect((await value(roles, tablet))[0]?.holders["android.app.role.ASSISTANT"]).toEqual([
    "com.google.android.googlequicksearchbox",
  ]);
});

test("accessibility: where no setting was ever made, the service is asked, and nothing is assumed", async () => {
  const settings = { "settings list secure": "android_id=1\n" };
  await expect(value(accessibility, source(settings))).rejects.toThrow("enabled_accessibility_services");
  const asked = await value(accessibility, source({ ...settings, "dumpsys accessibility": dumps.accessibility9 }));
  expect(asked).toEqual([{ user: 0, services: [], bound: ["Reader", "Helper"] }]);
  const got = { "settings get secure enabled_accessibility_services": "com.a/.B\n" };
  expect(await value(accessibility, source(got))).toEqual([
    { user: "current", services: [{ component: "com.a/com.a.B", package: "com.a" }], bound: null },
  ]);
});

test("listeners: the service before the setting", async () => {
  const setting = { "settings list secure": "enabled_notification_listeners=com.old/.Gone\n" };
  const both = { ...setting, "dumpsys notification": dumps.notification14 };
  expect((await value(notificationListeners, source(both)))[0]?.listeners).toHaveLength(3);
  expect((await value(notificationListeners, source(setting)))[0]?.listeners[0]?.package).toBe("com.old");
});

test("owners: from the policy service; an app-op dump without owners says nothing", async () => {
  expect(await value(policyOwners, source({ "dumpsys device_policy": dumps.devicePolicy12 }))).toEqual([
    { kind: "device", user: 0, packages: ["com.example.owner"], uid: null },
    { kind: "profile", user: 10, packages: ["com.example.work"], uid: null },
  ]);
  const ops = readFileSync(`${pad6}/appops.txt`, "utf8").replace("    User #0: u0a294\n", "");
  await expect(value(policyOwners, source({ "dumpsys appops": ops }))).rejects.toThrow();
});

test("ADB keys: the binary key store of Android 13, and the USB service before Android 10", async () => {
  expect(await value(adbKeys, source({ "dumpsys adb": dumps.adb13 }))).toHaveLength(1);
  expect(await value(adbKeys, source({ "dumpsys usb": dumps.usb9 }))).toHaveLength(1);
  expect(await value(adbKeys, source({ "dumpsys usb": dumps.usb8 }))).toHaveLength(2);
});

test("roles: the service before the settings", async () => {
  expect((await value(roles, source({ "dumpsys role": dumps.role10 })))[1]?.user).toBe(10);
  const old = { "settings list secure": "sms_default_application=com.example.sms\nassistant=\n" };
  const [told] = await value(roles, source(old));
  expect({ ...told?.holders }).toEqual({
    "android.app.role.SMS": ["com.example.sms"],
    "android.app.role.ASSISTANT": [],
  });
});

test("kinds of users: by settings, fixed numbers, types and flags", async () => {
  const answers = {
    "pm list users": users.replace("Users:\n", "Users:\n\tUserInfo{13:Hidden:1010}\n"),
    ...Object.fromEntries([0, 10, 12, 13, 999].map((u) => [`settings list --user ${u} secure`, "second_user_id=12\n"])),
  };
  const dump = "  UserInfo{13:Hidden:1010}\n    Type: android.os.usertype.profile.PRIVATE\n";
  const kinds = await value(userKinds, source({ ...answers, "dumpsys user": dump }));
  expect(Object.fromEntries(kinds.map(({ user, kind }) => [user, kind]))).toEqual({
    0: "owner",
    10: "work-profile",
    12: "second-space",
    13: "private-space",
    999: "dual-apps",
  });
  const untold = await value(userKinds, source({ "pm list users": answers["pm list users"] }));
  expect(Object.fromEntries(untold.map(({ user, kind }) => [user, kind]))).toMatchObject({
    12: "person",
    13: "profile",
  });
});

test("locked apps: Xiaomi's defaults are no pins, and other JSON is refused", async () => {
  const of = (list: string) => source({ "settings list system": `locked_apps=${list}\n` });
  expect(await value(lockedApps, of('[{"u":0,"pkgs":["com.a"]},{"u":-100,"pkgs":["com.b"]}]'))).toEqual([
    { user: 0, packages: ["com.a"] },
  ]);
  for (const bad of ["", "null", "{}", "[1]", '[{"u":"0","pkgs":[]}]', '[{"u":0}]', "[null]"])
    await expect(value(lockedApps, of(bad))).rejects.toThrow("locked_apps");
});
