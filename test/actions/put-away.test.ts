import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptPackages } from "../../src/actions/kept-packages.ts";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import { lostGrants } from "../../src/centre/lost-grants.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { opRecord } from "../../src/phone/state/app-op-state.ts";
import { uidOf } from "../../src/phone/state/package-state.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-away-"));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const call = (action: string, name: string, user = 0): ActionCall => ({ action, params: { user, package: name } });
const ways = ["disable-package", "uninstall-for-user", "suspend-package"];

async function planned(phone: VirtualPhone, one: ActionCall) {
  const { plannings } = await planChanges(phoneSource(phone), [one]);
  return plannings[0]?.planning;
}

/** Applies, and takes back; gives the outcomes and what the phone had in between. */
async function thereAndBack<T>(phone: VirtualPhone, one: ActionCall, between: () => T) {
  const source = phoneSource(phone);
  const journal = await Journal.open(folder, { now });
  try {
    const made = await applyChanges(source, journal, await planChanges(source, [one]));
    const seen = between();
    const undone = await undoChanges(source, journal, made);
    return { made: made.results?.[0]?.outcome, seen, undone: undone.results?.[0]?.outcome, record: made };
  } finally {
    await journal.close();
  }
}

test("HyperOS refuses to disable apps of the system: known in advance, with the next rung", async () => {
  const phone = createPhone("hyperos", { now });
  expect(await planned(phone, call("disable-package", "com.miui.analytics"))).toMatchObject({
    state: "refused",
    refused: expect.stringContaining("HyperOS"),
    next: call("uninstall-for-user", "com.miui.analytics"),
  });
  phone.state.properties.set("ro.build.version.sdk", "37");
  expect(await planned(phone, call("disable-package", "com.miui.analytics"))).toMatchObject({
    next: call("suspend-package", "com.miui.analytics"),
  });
  expect(await planned(phone, call("uninstall-for-user", "com.miui.analytics"))).toMatchObject({
    state: "refused",
    refused: expect.stringContaining("Android 17"),
    next: call("suspend-package", "com.miui.analytics"),
  });
});

test("MIUI 12 disables them; and what a phone without HyperOS's property refuses all the same is said, with the next rung", async () => {
  const miui = createPhone("miui12", { now });
  expect((await planned(miui, call("disable-package", "com.miui.analytics")))?.state).toBe("planned");
  const phone = createPhone("hyperos", { now });
  for (const key of ["ro.mi.os.version.name", "ro.mi.os.version.incremental"]) phone.state.properties.delete(key);
  const source = phoneSource(phone);
  const journal = await Journal.open(folder, { now });
  const made = await applyChanges(
    source,
    journal,
    await planChanges(source, [call("disable-package", "com.miui.analytics")]),
  );
  await journal.close();
  expect(made.results).toMatchObject([
    {
      outcome: "refused",
      next: call("uninstall-for-user", "com.miui.analytics"),
      reason: expect.stringContaining("HyperOS"),
    },
  ]);
  expect(phone.state.packages.get("com.miui.analytics")?.users.get(0)?.installed).toBe(true);
});

test.each(ways)(
  "%s leaves alone what the phone cannot do without",
  async (way) => {
    const phone = createPhone("hyperos", { now });
    const here = [...keptPackages].filter((name) => phone.state.packages.get(name)?.users.get(0)?.installed);
    expect(here.length).toBeGreaterThan(20);
    for (const name of here) expect((await planned(phone, call(way, name)))?.state, name).toBe("refused");
  },
  60_000,
);

test.each(ways)("%s leaves alone what holds a role, a right or the keyboard", async (way) => {
  const phone = createPhone("stock", { now });
  const { state } = phone;
  const name = "com.google.android.calendar";
  const secure = state.settings.secure.get(0);
  const plain = (await planned(phone, call(way, name)))?.state;
  expect(plain).toBe("planned");
  const cases: readonly (readonly [string, () => () => void])[] = [
    ["calls", role("DIALER")],
    ["messages", role("SMS")],
    ["home screen", role("HOME")],
    ["browser", role("BROWSER")],
    ["keyboard", setting("default_input_method", `${name}/.Ime`)],
    ["accessibility", setting("enabled_accessibility_services", `a.b/.C:${name}/.Service`)],
    ["notifications", setting("enabled_notification_listeners", `${name}/.Listener`)],
    ["WebView", webview()],
  ];
  for (const [word, change] of cases) {
    const back = change();
    expect(await planned(phone, call(way, name)), word).toMatchObject({
      state: "refused",
      refused: expect.stringContaining(word),
      advice: expect.any(String),
    });
    back();
  }
  expect((await planned(phone, call(way, name)))?.state).toBe("planned");

  function role(id: string) {
    return () => {
      const roles = state.roles.get(0);
      const before = roles?.get(`android.app.role.${id}`) ?? [];
      roles?.set(`android.app.role.${id}`, [name]);
      return () => void roles?.set(`android.app.role.${id}`, before);
    };
  }
  function setting(key: string, value: string) {
    return () => {
      const before = secure?.get(key);
      secure?.set(key, value);
      return () => void (before === undefined ? secure?.delete(key) : secure?.set(key, before));
    };
  }
  function webview() {
    return () => {
      const webviewState = state.webview as { current: string };
      const before = webviewState.current;
      webviewState.current = name;
      return () => {
        webviewState.current = before;
      };
    };
  }
});

test("a device administrator is left alone, with what to do first", async () => {
  const phone = createPhone("stalked", { now });
  const admin = phone.state.devicePolicy.admins.find(
    ({ component }) => !keptPackages.has(component.split("/")[0] ?? ""),
  );
  const name = admin?.component.split("/")[0] ?? "";
  expect(await planned(phone, call("disable-package", name, admin?.user))).toMatchObject({
    refused: expect.stringContaining("device administrator"),
    advice: expect.stringContaining("Device admin apps"),
  });
});

test("an app whose file would be gone is not uninstalled, and nothing is where it could not come back", async () => {
  const phone = createPhone("hyperos", { now });
  const added = [...phone.state.packages.values()].find(
    (pkg) => !pkg.flags.includes("SYSTEM") && pkg.users.get(0)?.installed,
  );
  expect(await planned(phone, call("uninstall-for-user", added?.name ?? ""))).toMatchObject({
    refused: expect.stringContaining("file would be gone"),
    next: { action: "disable-package" },
  });
  phone.state.properties.set("ro.build.version.sdk", "25");
  // Android 7 names its WebView in a setting alone.
  expect((await planned(phone, call("uninstall-for-user", "com.miui.notes")))?.state).toBe("unknown");
  phone.state.settings.global.set("webview_provider", "com.google.android.webview");
  expect(await planned(phone, call("uninstall-for-user", "com.miui.notes"))).toMatchObject({ state: "refused" });
  expect((await planned(phone, call("suspend-package", "com.miui.notes")))?.state).toBe("refused");
});

test("an unknown app or user is left alone", async () => {
  const phone = createPhone("stock", { now });
  for (const way of ways) {
    expect((await planned(phone, call(way, "com.example.nothing")))?.state).toBe("unknown");
    expect((await planned(phone, call(way, "com.google.android.calendar", 77)))?.state).toBe("unknown");
  }
});

test("uninstalling for a user and taking it back: enabled state, suspension and app-ops are as before; other users see nothing", async () => {
  const phone = createPhone("hyperos", { now });
  const pkg = phone.state.packages.get("com.miui.weather2");
  const user = pkg?.users.get(0);
  const other = pkg?.users.get(999);
  if (!pkg || !user) throw new Error("no such app in the model");
  user.enabled = 1;
  user.suspendedBy = "com.android.shell";
  const op = opRecord(phone.state.appOps, uidOf(pkg, 0), pkg.name, "CAMERA");
  op.mode = "ignore";
  const otherBefore = structuredClone(other);
  const { made, seen, undone } = await thereAndBack(phone, call("uninstall-for-user", pkg.name), () => ({
    installed: user.installed,
    enabled: user.enabled,
    mode: op.mode,
  }));
  expect([made, undone]).toEqual(["done", "done"]);
  expect(seen).toEqual({ installed: false, enabled: 0, mode: "allow" });
  expect(user).toMatchObject({ installed: true, enabled: 1, suspendedBy: "com.android.shell" });
  expect(phone.state.appOps.get(uidOf(pkg, 0))?.packages.get(pkg.name)?.get("CAMERA")?.mode).toBe("ignore");
  expect(other).toEqual(otherBefore);
});

test("permissions that the phone did not keep are seen, and there is what puts them back", async () => {
  const phone = createPhone("hyperos", { now });
  const user = phone.state.packages.get("com.miui.weather2")?.users.get(0);
  const [permission, grant] = [...(user?.permissions ?? [])].find(([, each]) => each.granted) ?? [];
  if (!grant) throw new Error("the app of the model has no permission");
  const { made, undone, record } = await thereAndBack(phone, call("uninstall-for-user", "com.miui.weather2"), () => {
    grant.granted = false;
  });
  expect([made, undone]).toEqual(["done", "partly"]);
  expect(await lostGrants(phoneSource(phone), record.body.changes)).toEqual([
    { action: "set-permission", params: { user: 0, package: "com.miui.weather2", permission, to: "allow" } },
  ]);
});

test.each([0, 1, 2, 3, 4])("disabling an app of enabled state %i and taking it back", async (enabled) => {
  const phone = createPhone("stock", { now });
  const user = phone.state.packages.get("com.google.android.calendar")?.users.get(0);
  if (!user) throw new Error("no such app in the model");
  user.enabled = enabled;
  if (enabled > 1) {
    const state = (await planned(phone, call("disable-package", "com.google.android.calendar")))?.state;
    expect(state).toBe(enabled === 4 ? "refused" : "done");
    return;
  }
  const there = await thereAndBack(phone, call("disable-package", "com.google.android.calendar"), () => user.enabled);
  expect(there).toMatchObject({ made: "done", seen: 3, undone: "done" });
  expect(user.enabled).toBe(enabled);
});

test("a suspension that the phone silently does not do is not called done", async () => {
  const phone = createPhone("stock", { now });
  const name = "com.google.android.calendar";
  const source = phoneSource(phone);
  const plan = await planChanges(source, [call("suspend-package", name)]);
  // It becomes the home screen between the plan and the command.
  phone.state.roles.get(0)?.set("android.app.role.HOME", [name]);
  const journal = await Journal.open(folder, { now });
  const made = await applyChanges(source, journal, plan);
  await journal.close();
  expect(made.results?.[0]?.outcome).not.toBe("done");
});
