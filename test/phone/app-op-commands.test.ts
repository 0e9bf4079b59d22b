import { expect, test } from "vitest";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { ask, text } from "./phone-source.ts";

const clock = Date.UTC(2026, 3, 20, 12);
const phone = (id: string): VirtualPhone => createPhone(id, { now: () => clock });
const signal = "org.thoughtcrime.securesms";
const dump = (on: VirtualPhone) => text(on, "dumpsys appops");
const error = async (on: VirtualPhone, line: string) => new TextDecoder().decode((await ask(on, line)).stderr);

test("a mode that is set and set back to the default leaves nothing behind, of a package and of a uid", async () => {
  const on = phone("stock");
  const before = await dump(on);
  for (const level of ["", "--uid "]) {
    await ask(on, `cmd appops set --user 0 ${level}${signal} RUN_ANY_IN_BACKGROUND ignore`);
    expect(await dump(on)).not.toBe(before);
    await ask(on, `cmd appops set --user 0 ${level}${signal} RUN_ANY_IN_BACKGROUND allow`);
    expect(await dump(on)).toBe(before);
  }
});

test("a withdrawn permission is a mode of the uid; granted again, it is gone", async () => {
  const on = phone("stock");
  const before = await dump(on);
  await ask(on, `pm revoke --user 0 ${signal} android.permission.READ_CONTACTS`);
  expect(await text(on, `cmd appops get --user 0 ${signal} READ_CONTACTS`)).toContain(
    "Uid mode: READ_CONTACTS: ignore",
  );
  await ask(on, `pm grant --user 0 ${signal} android.permission.READ_CONTACTS`);
  expect(await dump(on)).toBe(before);
});

test("an app for Android 5 keeps what it asked for, whatever pm is told", async () => {
  const on = phone("hyperos");
  on.state.properties.set("persist.security.adbinput", "1");
  const before = await text(on, "dumpsys package com.oldtools.flashlight");
  const { exitCode } = await ask(on, "pm revoke --user 0 com.oldtools.flashlight android.permission.CAMERA");
  expect(exitCode).toBe(0);
  expect(await text(on, "dumpsys package com.oldtools.flashlight")).toBe(before);
});

test("an op that stands for another one changes that one's mode", async () => {
  const on = phone("stock");
  await ask(on, `cmd appops set --user 0 ${signal} WIFI_SCAN ignore`);
  expect(await text(on, `cmd appops get --user 0 ${signal} COARSE_LOCATION`)).toContain("COARSE_LOCATION: ignore");
});

test("only phones of Xiaomi know numbered ops and the mode ask; flags of permissions came with Android 12", async () => {
  expect(await error(phone("stock"), `cmd appops set --user 0 ${signal} 10008 ignore`)).toContain(
    "Bad operation #10008",
  );
  expect(await error(phone("stock"), `cmd appops set --user 0 ${signal} CAMERA ask`)).toContain("not valid");
  const old = phone("miui12");
  old.state.properties.set("persist.security.adbinput", "1");
  const flags = "pm set-permission-flags --user 0 com.whatsapp android.permission.CAMERA user-fixed";
  expect(await error(old, flags)).toContain("Unknown command");
});
