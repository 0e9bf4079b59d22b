import { expect, test } from "vitest";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { duration, localTime } from "../../src/phone/state/clock.ts";
import { ask, text } from "./phone-source.ts";

const clock = Date.UTC(2026, 3, 20, 12);
const phone = (id = "hyperos"): VirtualPhone => createPhone(id, { now: () => clock });

async function said(on: VirtualPhone, line: string): Promise<{ out: string; error: string; code: number }> {
  const { stdout, stderr, exitCode } = await ask(on, line);
  return { out: new TextDecoder().decode(stdout), error: new TextDecoder().decode(stderr), code: exitCode };
}

const whatsapp = "com.whatsapp";
const spyless = "com.skylight.forecast";

test("HyperOS refuses to disable what belongs to the system, and disables other apps", async () => {
  const on = phone();
  const refused = await said(on, "pm disable-user --user 0 com.miui.analytics");
  expect(refused.code).toBe(255);
  expect(refused.error).toContain("java.lang.SecurityException: Cannot disable system packages.");
  expect((await said(on, "pm disable-user --user 0 com.xiaomi.finddevice")).error).toContain(
    "Cannot disable system packages.",
  );
  expect((await said(on, `pm disable-user --user 0 ${whatsapp}`)).out).toBe(
    `Package ${whatsapp} new state: disabled-user\n`,
  );
  expect((await said(on, "pm list packages -d --user 0")).out).toBe(`package:${whatsapp}\n`);
  expect((await said(on, "pm list packages -d --user 999")).out).toBe("");
  expect((await said(on, `dumpsys package ${whatsapp}`)).out).toMatch(
    /User 0: .* enabled=3 [\s\S]*lastDisabledCaller: com\.android\.shell/,
  );
});

test("MIUI and stock disable system packages, MIUI not its core", async () => {
  expect((await said(phone("miui12"), "pm disable-user --user 0 com.miui.analytics")).code).toBe(0);
  expect((await said(phone("miui12"), "pm disable-user --user 0 com.miui.home")).error).toContain(
    "Cannot disable miui core packages.",
  );
  expect((await said(phone("stock"), "pm disable-user --user 0 com.google.android.youtube")).out).toContain(
    "new state: disabled-user",
  );
});

test("without Xiaomi's security debugging, settings and permissions stay as they are", async () => {
  const on = phone();
  on.state.properties.set("persist.security.adbinput", "0");
  for (const line of [
    "settings put secure upload_log_pref 0",
    "settings delete global personalized_ad_enabled",
    `pm revoke --user 0 ${spyless} android.permission.READ_CONTACTS`,
    `pm clear --user 0 ${spyless}`,
  ]) {
    const { error, code } = await said(on, line);
    expect(error).toContain("SecurityException");
    expect(code).toBe(255);
  }
  expect((await said(on, "settings get secure upload_log_pref")).out).toBe("null\n");
  expect((await said(on, "settings get global personalized_ad_enabled")).out).toBe("3\n");
  on.state.properties.set("persist.security.adbinput", "1");
  expect(await said(on, "settings put secure upload_log_pref 0")).toEqual({ out: "", error: "", code: 0 });
  expect((await said(on, "settings get --user 0 secure upload_log_pref")).out).toBe("0\n");
  expect((await said(on, "settings delete secure upload_log_pref")).out).toBe("Deleted 1 rows\n");
  expect((await said(on, "settings put global package_verifier_user_consent -1")).code).toBe(0);
  expect((await said(on, "settings get global package_verifier_user_consent")).out).toBe("-1\n");
});

test("a revoked permission shows in the package dump and in its app-op", async () => {
  const on = phone();
  const permission = "android.permission.READ_CONTACTS";
  expect((await said(on, `pm revoke --user 0 ${spyless} ${permission}`)).code).toBe(0);
  expect((await said(on, `pm set-permission-flags --user 0 ${spyless} ${permission} user-fixed`)).code).toBe(0);
  expect((await said(on, `dumpsys package ${spyless}`)).out).toMatch(
    /READ_CONTACTS: granted=false, flags=\[ USER_SET\|USER_FIXED\|/,
  );
  expect((await said(on, `appops get --user 0 ${spyless} READ_CONTACTS`)).out).toMatch(
    /^Uid mode: READ_CONTACTS: ignore/,
  );
  expect((await said(on, `pm grant --user 0 ${spyless} android.permission.CAMERA`)).error).toContain(
    "has not requested permission",
  );
});

test("app-ops are set by name and by MIUI's number, and queried", async () => {
  const on = phone();
  expect((await said(on, `appops get --user 0 ${spyless} 10008`)).out).toBe("MIUIOP(10008): allow\n");
  await said(on, `appops set --user 0 ${spyless} 10008 ignore`);
  expect((await said(on, "cmd appops query-op --user 0 10008 ignore")).out).toContain(`${spyless}\n`);
  expect((await said(on, `appops set --user 0 ${spyless} NO-SUCH ignore`)).error).toContain("Unknown operation string");
  expect((await said(on, "appops get --user 0 not.there")).error).toBe("Error: No UID for not.there in user 0\n");
});

test("uninstalling for a user is undone by install-existing, with the permissions", async () => {
  const on = phone();
  const state = (): unknown =>
    structuredClone([...(on.state.packages.get("com.google.android.youtube")?.users.get(0)?.permissions ?? [])]);
  const before = state();
  expect((await said(on, "pm uninstall -k --user 0 com.google.android.youtube")).out).toBe("Success\n");
  expect((await said(on, "pm path com.google.android.youtube")).code).toBe(1);
  expect((await said(on, "pm list packages -u com.google.android.youtube")).out).toContain("youtube");
  expect((await said(on, "cmd package install-existing --user 0 com.google.android.youtube")).out).toContain(
    "installed for user: 0",
  );
  expect(state()).toEqual(before);
  expect((await said(on, "pm uninstall --user 0 not.there")).out).toBe("Failure [not installed for 0]\n");
});

test("a user that the shell may not enter is refused by name", async () => {
  const on = phone("stalked");
  for (const line of [
    "settings list --user 150 secure",
    "pm list packages --user 150",
    "cmd package query-activities --user 150 -a android.intent.action.MAIN",
  ]) {
    const { error, code } = await said(on, line);
    expect(error).toContain("Shell does not have permission to access user 150");
    expect(code).toBe(255);
  }
});

test("what is not there is said as the phone says it", async () => {
  const on = phone("miui12");
  expect(await said(on, "dumpsys nosuch")).toEqual({ out: "", error: "Can't find service: nosuch\n", code: 0 });
  expect(await said(on, "cmd nosuch")).toEqual({ out: "", error: "cmd: Can't find service: nosuch\n", code: 20 });
  expect((await said(on, "dumpsys package not.there")).out).toContain("Unable to find package: not.there");
  expect((await said(on, "settings get secure not_there")).out).toBe("null\n");
  expect((await said(on, "getprop not.there")).out).toBe("\n");
  expect((await said(on, "setprop persist.security.adbinput 0")).code).toBe(1);
});

test("listeners, exemptions and roles follow what is changed", async () => {
  const on = phone();
  const component = "com.xiaomi.wearable/com.xiaomi.fitness.notification.NotificationService";
  await said(on, `cmd notification disallow_listener ${component} 0`);
  expect((await said(on, "dumpsys notification")).out).not.toContain(component);
  await said(on, `cmd deviceidle whitelist -${whatsapp}`);
  expect((await said(on, "dumpsys deviceidle")).out).not.toContain(`    ${whatsapp}\n`);
  await said(on, `cmd role add-role-holder --user 0 android.app.role.BROWSER org.mozilla.firefox`);
  expect((await said(on, "cmd role get-role-holders android.app.role.BROWSER")).out).toBe("org.mozilla.firefox\n");
});

test("root is had on the rooted phone alone", async () => {
  expect((await said(phone("rooted"), "su -c id")).out).toContain("uid=0(root)");
  expect((await said(phone("rooted"), "which su")).out).toBe("/system/bin/su\n");
  expect((await said(phone("stock"), "su -c id")).code).toBe(127);
  expect((await said(phone("rooted"), "getenforce")).out).toBe("Permissive\n");
});

test("several filters in one word, version codes, uids of another user", async () => {
  const on = phone();
  const row = (await said(on, `pm list packages -3fU --user 999 --show-versioncode ${whatsapp}`)).out;
  expect(row).toMatch(
    /^package:\/data\/app\/~~[\w-]{22}==\/com\.whatsapp-[\w-]{22}==\/base\.apk=com\.whatsapp versionCode:\d+ uid:999\d{5}\n$/,
  );
  expect(await text(on, "pm list users")).toBe(
    "Users:\n\tUserInfo{0:Owner:4c13} running\n\tUserInfo{999:XSpace:801010} running\n",
  );
});

test("times are printed in the phone's zone, durations as Android does", () => {
  expect(localTime(Date.UTC(2026, 6, 1, 22, 30), "Europe/Berlin")).toBe("2026-07-02 00:30:00");
  expect([0, 5, -61_000, 86_400_000, 3_600_000].map(duration)).toEqual([
    "0",
    "+5ms",
    "-1m1s0ms",
    "+1d0h0m0s0ms",
    "+1h0m0s0ms",
  ]);
});
