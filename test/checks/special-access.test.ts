import { beforeAll, expect, test } from "vitest";
import accessibilityServices from "../../src/checks/accessibility-services.ts";
import adbKeysExpiry from "../../src/checks/adb-keys-expiry.ts";
import adbOverTcp from "../../src/checks/adb-over-tcp.ts";
import adbWireless from "../../src/checks/adb-wireless.ts";
import defaultSmsApp from "../../src/checks/default-sms-app.ts";
import deviceAdmins from "../../src/checks/device-admins.ts";
import deviceOwner from "../../src/checks/device-owner.ts";
import installUnknownApps from "../../src/checks/install-unknown-apps.ts";
import miuiSecurityDebugging from "../../src/checks/miui-security-debugging.ts";
import notificationListeners from "../../src/checks/notification-listeners.ts";
import otherUsers from "../../src/checks/other-users.ts";
import restrictedSettingsBypass from "../../src/checks/restricted-settings-bypass.ts";
import type { Check } from "../../src/core/check.ts";
import { collect } from "../../src/core/collect.ts";
import { answer } from "../../src/core/judge.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { openInput } from "../../src/device/open.ts";
import { facts } from "../../src/facts/index.ts";

let snapshot: Snapshot;

beforeAll(async () => {
  const source = await openInput("../shared/captures/hyperos2-a14-xiaomi-pad6");
  snapshot = await collect(source, facts, { version: "0" });
  await source.close();
});

function outcome(check: Check) {
  return answer(check, snapshot, []);
}

function packages(check: Check): readonly string[] {
  return (outcome(check).findings ?? []).flatMap(({ subject }) => (subject.kind === "app" ? subject.package : []));
}

test("the tablet: ADB on the network, for ever, and with Xiaomi's extra powers", () => {
  expect(outcome(adbOverTcp).findings?.[0]?.message).toBe("ADB listens on TCP port 5555.");
  expect(outcome(adbWireless).findings?.[0]?.message).toBe("Wireless debugging is on.");
  expect(outcome(adbKeysExpiry).findings?.[0]?.message).toContain("for ever");
  expect(outcome(miuiSecurityDebugging).state).toBe("fail");
});

test("the tablet: who watches, who rules, who installs; one finding for each app", () => {
  const services = outcome(accessibilityServices).findings ?? [];
  expect(services).toHaveLength(8);
  expect(services.map(({ params }) => Number(params["count"])).reduce((a, b) => a + b)).toBe(9);
  expect(packages(notificationListeners)).toEqual([
    "com.omarea.vtools",
    "com.arlosoft.macrodroid",
    "com.catchingnow.icebox",
  ]);
  expect(packages(deviceOwner)).toEqual(["com.rosan.dhizuku"]);
  for (const check of [accessibilityServices, installUnknownApps, restrictedSettingsBypass])
    expect(new Set(packages(check)).size).toBe(packages(check).length);
});

test("the tablet: apps that may install others, those that came with it last", () => {
  const found = packages(installUnknownApps);
  // One holds it through its uid alone, one was refused it.
  expect(found).toEqual(expect.arrayContaining(["com.android.system.optimizer", "com.termux", "org.fdroid.fdroid"]));
  expect(found).not.toContain("com.android.vending");
  expect(found.slice(-2)).toEqual(["com.google.android.gm", "com.mi.android.globalFileexplorer"]);
});

test("the tablet: what its capture does not hold is unknown", () => {
  for (const check of [deviceAdmins, defaultSmsApp, otherUsers]) expect(outcome(check).state).toBe("unknown");
});
