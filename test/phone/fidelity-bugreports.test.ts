import { expect, test } from "vitest";
import { phoneOf, type VirtualPhone } from "../../src/phone/models/index.ts";
import { bugReportService } from "../formats/bug-report-service.ts";
import { bare, clockOf, loadAppOps, stateOf, uidPart } from "./load-capture.ts";
import { text } from "./phone-source.ts";

const a9 = "a9-emulator-gphone";
const a10 = "a10-pixel-sailfish-userdebug-no-main-entry";

/** Android 10 with its owner and a second user who is not started. */
function pixel(now = 0): VirtualPhone {
  const state = stateOf({ "ro.build.version.sdk": "29", "persist.sys.timezone": "Europe/Stockholm" }, "aosp", now);
  const [owner] = state.users;
  if (!owner) throw new Error("a phone without an owner");
  const second = {
    ...owner,
    id: 11,
    name: "User2",
    flags: 0x10,
    running: false,
    restrictions: ["no_sms", "no_outgoing_calls"],
  };
  state.users.splice(0, 1, { ...owner, name: null }, second);
  Object.assign(state, { unlockedUsers: [0] });
  state.locks.clear();
  return phoneOf(state);
}

/** Without the line of dumpsys about how long it took. */
const body = (dump: string): string => dump.replace(/^--------- .*\n?/gm, "").trimEnd();

test("dumpsys lock_settings of Android 10 and 9 comes back", async () => {
  expect(body(await text(pixel(), "dumpsys lock_settings"))).toBe(body(await bugReportService(a10, "lock_settings")));
  const phone = phoneOf(stateOf({ "ro.build.version.sdk": "28" }, "aosp", 0));
  phone.state.locks.clear();
  expect(body(await text(phone, "dumpsys lock_settings"))).toBe(body(await bugReportService(a9, "lock_settings")));
});

test("dumpsys trust of Android 10 comes back", async () => {
  expect(body(await text(pixel(), "dumpsys trust"))).toBe(body(await bugReportService(a10, "trust")));
});

test("dumpsys mount of Android 10: whose storage is open", async () => {
  const line = /^Local unlocked users: .*$/m;
  expect(line.exec(await text(pixel(), "dumpsys mount"))?.[0]).toBe(
    line.exec(await bugReportService(a10, "mount"))?.[0],
  );
});

test("dumpsys accessibility of Android 10 and 9: no service", async () => {
  const services = (dump: string): readonly string[] => dump.match(/(?:[A-Z]\w+ )?services:\{\}\]?/g) ?? [];
  expect(services(await text(pixel(), "dumpsys accessibility"))).toEqual(
    services(await bugReportService(a10, "accessibility")),
  );
  const phone = phoneOf(stateOf({ "ro.build.version.sdk": "28" }, "aosp", 0));
  expect(services(await text(phone, "dumpsys accessibility"))).toEqual(
    services(await bugReportService(a9, "accessibility")),
  );
});

test("dumpsys role of Android 10: roles and holders of both users", async () => {
  const phone = pixel();
  const theirs = await bugReportService(a10, "role");
  phone.state.roles.clear();
  for (const part of theirs.split("user_id=").slice(1)) {
    const roles = [...part.matchAll(/name=(\S+)\n(?: +holders=(\S+)\n)?/g)].map(
      ([, name = "", holder]): [string, string[]] => [name, holder === undefined ? [] : [holder]],
    );
    phone.state.roles.set(Number.parseInt(part, 10), new Map(roles));
  }
  // The hash of the packages is the only line that differs.
  const blank = (dump: string): string => body(dump).replace(/packages_hash=\w+/g, "packages_hash=");
  expect(blank(await text(phone, "dumpsys role"))).toBe(blank(theirs));
});

test("dumpsys device_policy of Android 10 and 9: administrators and encryption", async () => {
  const lines = (dump: string): readonly string[] =>
    dump.match(
      /^ +(?:Enabled Device Admins .*|Encryption Status.*|mPasswordOwner.*|[\w.]+\/[\w.]+:|uid=\d+|testOnlyAdmin=.*|policies:|(?:wipe|reset|force|disable)-.*)$/gm,
    ) ?? [];
  expect(lines(await text(pixel(), "dumpsys device_policy"))).toEqual(
    lines(await bugReportService(a10, "device_policy")),
  );
  const phone = phoneOf(stateOf({ "ro.build.version.sdk": "28" }, "aosp", 0));
  Object.assign(phone.state.devicePolicy, {
    admins: [
      {
        user: 0,
        component: "com.google.android.gms/.mdm.receivers.MdmDeviceAdminReceiver",
        uid: 10_008,
        testOnly: false,
        policies: ["wipe-data", "reset-password", "force-lock", "disable-keyguard-features"],
      },
    ],
    encryptionStatus: "block default key",
  });
  expect(lines(await text(phone, "dumpsys device_policy"))).toEqual(lines(await bugReportService(a9, "device_policy")));
});

test("dumpsys webviewupdate of Android 10 comes back", async () => {
  const phone = pixel();
  Object.assign(phone.state, {
    webview: {
      current: "com.android.webview",
      version: "74.0.3729.186",
      versionCode: 373_018_655,
      targetSdk: 29,
      minimumSdk: 29,
      minimumVersionCode: 373_018_655,
      missing: [],
    },
  });
  expect(body(await text(phone, "dumpsys webviewupdate"))).toBe(body(await bugReportService(a10, "webviewupdate")));
});

test("dumpsys adb of Android 10: keys and their store come back", async () => {
  const phone = pixel();
  const theirs = await bugReportService(a10, "adb");
  for (const [, line = "", time] of theirs.matchAll(/<adbKey key="(.*?)" lastConnection="(\d+)"/g)) {
    phone.state.adb.keys.push({ line, lastConnection: Number(time) });
  }
  const lines = (dump: string): readonly string[] =>
    body(dump)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  expect(phone.state.adb.keys).toHaveLength(2);
  // Files keep their last line break, and the store ends in an element; both only shift lines.
  expect(lines(await text(phone, "dumpsys adb")).filter((line) => !line.includes("keyStore"))).toEqual(
    lines(theirs).filter((line) => !line.includes("keyStore")),
  );
});

test("pm list users prints what dumpsys user of Android 10 names", async () => {
  const rows = (dump: string): readonly string[] => dump.match(/UserInfo\{.*?\}/g) ?? [];
  const theirs = rows(await bugReportService(a10, "user"));
  expect(rows(await text(pixel(), "pm list users"))).toEqual(theirs);
  expect(rows(await text(pixel(), "dumpsys user"))).toEqual(theirs);
});

test.each([
  [a10, "29", "Europe/Stockholm", 1],
  [a9, "28", "Asia/Shanghai", 8],
])("dumpsys appops of %s comes back, uid by uid", async (folder, sdk, zone, offset) => {
  const theirs = await bugReportService(folder, "appops");
  const state = stateOf({ "ro.build.version.sdk": sdk, "persist.sys.timezone": zone }, "aosp", clockOf(theirs, offset));
  state.packages.set("nothing", bare("nothing", "/system/app/Nothing/Nothing.apk", true));
  loadAppOps(state, theirs, offset);
  const printed = uidPart(await text(phoneOf(state), "dumpsys appops")).split("\n");
  expect(printed.length).toBeGreaterThan(100);
  expect(printed).toEqual(uidPart(theirs).split("\n"));
});
