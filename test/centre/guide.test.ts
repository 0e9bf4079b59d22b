import { expect, test } from "vitest";
import { screens } from "../../src/actions/screens.ts";
import { openScreen } from "../../src/centre/guide.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Source } from "../../src/core/source.ts";
import { startedActivities } from "../../src/phone/commands/start-activity.ts";
import { createPhone, models } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);

test("Xiaomi's own screen is opened on Xiaomi's phones, and Android's on others", async () => {
  const opened = async (model: string) => {
    const phone = createPhone(model, { now });
    const answer = await openScreen(phoneSource(phone), "app-permissions", { package: "com.whatsapp", user: 0 });
    return [answer.state, answer.way, startedActivities(phone.state)];
  };
  expect(await opened("hyperos")).toEqual([
    "opened",
    "Settings > Apps > Manage apps > the app > App permissions",
    [
      "user 0: com.miui.securitycenter/com.miui.permcenter.permissions.PermissionsEditorActivity extra_pkgname=com.whatsapp",
    ],
  ]);
  expect(await opened("stock")).toEqual([
    "opened",
    "Settings > Apps > the app > Permissions",
    [
      "user 0: com.google.android.permissioncontroller/com.android.permissioncontroller.permission.ui.ManagePermissionsActivity android.intent.extra.PACKAGE_NAME=com.whatsapp",
    ],
  ]);
});

test.each(models.map(({ id }) => id))("%s: each screen is opened once, or the way to it is told", async (model) => {
  for (const id of Object.keys(screens)) {
    const phone = createPhone(model, { now });
    const opened = await openScreen(phoneSource(phone), id, { package: "com.android.vending" });
    expect(opened.way).toMatch(/ > /);
    expect(startedActivities(phone.state)).toHaveLength(opened.state === "opened" ? 1 : 0);
    if (opened.state === "not-opened") expect(opened.reason).toMatch(/^[A-Z].*\.$/);
  }
});

test("a screen of one app needs to know which, and one that there is not is a mistake", async () => {
  const source = phoneSource(createPhone("hyperos", { now }));
  expect(await openScreen(source, "app")).toMatchObject({
    state: "not-opened",
    reason: expect.stringContaining("which"),
  });
  await expect(openScreen(source, "nowhere")).rejects.toThrow(RangeError);
});

test("a package name that is crafted stays one argument, and nothing of it is run", async () => {
  const phone = createPhone("hyperos", { now });
  const evil = "com.a;reboot $(touch /sdcard/x) 'b";
  await openScreen(phoneSource(phone), "app", { package: evil });
  expect(startedActivities(phone.state)).toEqual([
    `user 0: com.android.settings/.applications.InstalledAppDetails package:${evil}`,
  ]);
});

test("settings of a user who is not in the foreground are not opened over another's head", async () => {
  const phone = createPhone("hyperos", { now });
  const profile = phone.state.users.find(({ id }) => id === 999);
  const person = phone.state.users.find(({ id, parent }) => id !== 0 && parent === null);
  const settings = phone.state.packages.get("com.android.settings")?.users.get(999);
  if (!profile || !settings) throw new Error("the model has no dual apps any more");
  settings.installed = true;
  const source = phoneSource(phone);
  const dual = await openScreen(source, "app", { package: "com.whatsapp", user: 999 });
  expect(dual.state).toBe("opened");
  expect(startedActivities(phone.state)[0]).toMatch(/^user 999:/);
  const wifi = await openScreen(source, "wifi", { user: 999 });
  expect(wifi.state === "opened" && wifi.command.slice(0, 4)).toEqual(["am", "start", "--user", "0"]);
  const other = await openScreen(source, "wifi", { user: person?.id ?? 12 });
  expect(other).toMatchObject({
    state: "not-opened",
    reason: expect.stringContaining("switch the phone to that user"),
  });
});

test("a screen that only its own app may open is no way; the next one is tried, and a phone that is gone is said", async () => {
  const phone = createPhone("stock", { now });
  const real = phoneSource(phone);
  const refusing: Source = {
    ...real,
    run: async (command, options) => {
      if (command.includes("start") && command.some((part) => part.includes("MANAGE_APP_PERMISSIONS")))
        return {
          stdout: new TextEncoder().encode("java.lang.SecurityException: Permission Denial: starting Intent\n"),
          stderr: new Uint8Array(),
          exitCode: 255,
        };
      return await real.run(command, options);
    },
  };
  await openScreen(refusing, "app-permissions", { package: "com.whatsapp" });
  expect(startedActivities(phone.state)).toEqual([
    "user 0: com.android.settings/.applications.InstalledAppDetails package:com.whatsapp",
  ]);
  const gone: Source = {
    ...real,
    run: async () => {
      throw new DeviceError("gone", "The cable was pulled.");
    },
  };
  await expect(openScreen(gone, "wifi")).rejects.toThrow("The cable was pulled.");
});

test("on a capture nothing is opened", async () => {
  const phone = createPhone("stock", { now });
  const capture: Source = { ...phoneSource(phone), kind: "capture" };
  expect((await openScreen(capture, "wifi")).state).toBe("not-opened");
  expect(startedActivities(phone.state)).toEqual([]);
});
