import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { collect } from "../../src/core/collect.ts";
import type { Fact } from "../../src/core/fact.ts";
import type { Json } from "../../src/core/json.ts";
import type { Source } from "../../src/core/source.ts";
import { appNetwork } from "../../src/facts/app-network.ts";
import { backgroundData } from "../../src/facts/background-data.ts";
import { sensorPrivacy } from "../../src/facts/sensor-privacy.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource, text } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);
const phone = (model: string) => createPhone(model, { now });
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-access-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const call = (action: string, params: Readonly<Record<string, Json>>): ActionCall => ({ action, params });
const cut = (name: string) => call("set-app-network", { package: name, on: false });

async function value<T>(on: VirtualPhone, fact: Fact<T>, source = phoneSource(on)): Promise<T> {
  const read = (await collect(source, [fact], { version: "0" })).facts[fact.id];
  if (read?.state !== "read") throw new Error(read?.reason ?? "not collected");
  return read.value as T;
}

async function planned(on: VirtualPhone, ...calls: readonly ActionCall[]) {
  return (await planChanges(phoneSource(on), calls)).plannings.map(({ planning }) => planning);
}

async function withJournal<T>(work: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = await Journal.open(join(folder, String(Math.random())), { now });
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

async function apply(on: VirtualPhone, journal: Journal, ...calls: readonly ActionCall[]) {
  const made = await applyChanges(phoneSource(on), journal, await planChanges(phoneSource(on), calls));
  expect(made.results?.map(({ outcome }) => outcome)).toEqual(calls.map(() => "done"));
  return made;
}

test("taking back one cut network leaves the others cut; the last one switches the rules off", async () => {
  const on = phone("stock");
  await withJournal(async (journal) => {
    const chrome = await apply(on, journal, cut("com.android.chrome"));
    const store = await apply(on, journal, cut("com.android.vending"));
    expect(await value(on, appNetwork)).toMatchObject({ on: true });
    await undoChanges(phoneSource(on), journal, chrome);
    expect(await value(on, appNetwork)).toEqual({ on: true, denied: ["com.android.vending"], asked: null });
    await undoChanges(phoneSource(on), journal, store);
    expect(await value(on, appNetwork)).toEqual({ on: true, denied: [], asked: null });
  });
});

test("the one that switched the rules on switches them off where no rule is left", async () => {
  const on = phone("stock");
  await withJournal(async (journal) => {
    const both = await apply(on, journal, cut("com.android.chrome"), cut("com.android.vending"));
    await undoChanges(phoneSource(on), journal, both);
    expect(await value(on, appNetwork)).toEqual({ on: false, denied: [], asked: null });
  });
});

test("rules that were left over are named before they count again; the system itself is never cut off", async () => {
  const on = phone("stock");
  on.state.networkLimits.cut.add(on.state.packages.get("com.android.vending")?.appId ?? 0);
  const [chrome, system] = await planned(on, cut("com.android.chrome"), cut("android"));
  expect(chrome).toMatchObject({ change: { steps: [{ about: /also cuts off com\.android\.vending again/ }, {}] } });
  expect(system).toMatchObject({ state: "refused", refused: expect.stringContaining("part of the system") });
});

test("a phone whose rules have another layout is asked app by app", async () => {
  const on = phone("stalked");
  const plain = phoneSource(on);
  const odd: Source = {
    ...plain,
    run: async (command, limits) =>
      command.includes("trafficcontroller")
        ? { stdout: new TextEncoder().encode("another layout\n"), stderr: new Uint8Array(), exitCode: 0 }
        : await plain.run(command, limits),
  };
  const before = await value(on, appNetwork, odd);
  expect(before).toMatchObject({ on: false, denied: [] });
  const [name = ""] = before?.asked ?? [];
  expect(name).not.toBe("");
  await withJournal(async (journal) => {
    await applyChanges(odd, journal, await planChanges(odd, [cut(name)]));
  });
  expect(await value(on, appNetwork, odd)).toMatchObject({ on: true, denied: [name] });
  const { plannings } = await planChanges(odd, [cut("com.google.android.gms")]);
  expect(plannings[0]?.planning).toMatchObject({ state: "unknown" });
});

test("before Android 13 the weaker way is named, and before 12 there are no switches", async () => {
  const on = phone("miui12");
  const off = call("set-sensor-privacy", { user: 0, sensor: "camera", off: true });
  const [network, sensor, sleep] = await planned(
    on,
    cut("com.android.chrome"),
    off,
    call("set-hibernation", { user: 0, package: "com.android.chrome", asleep: true }),
  );
  expect(network).toMatchObject({ state: "refused", next: { action: "set-background-data" } });
  expect(sensor).toMatchObject({ state: "refused" });
  expect(sleep).toMatchObject({ state: "refused" });
});

test("mobile data in the background: one whom data saver spares is spared again", async () => {
  const on = phone("stock");
  const uid = on.state.packages.get("com.android.chrome")?.appId ?? 0;
  on.state.networkLimits.allowed.add(uid);
  await withJournal(async (journal) => {
    const made = await apply(
      on,
      journal,
      call("set-background-data", { user: 0, package: "com.android.chrome", on: false }),
    );
    expect(await value(on, backgroundData)).toMatchObject({ denied: [uid], allowed: [] });
    await undoChanges(phoneSource(on), journal, made);
  });
  expect(await value(on, backgroundData)).toMatchObject({ denied: [], allowed: [uid] });
});

test("the camera of one user: Android 12 and later dump it in two ways", async () => {
  for (const model of ["rooted", "hyperos"]) {
    const on = phone(model);
    await withJournal(async (journal) => {
      await apply(on, journal, call("set-sensor-privacy", { user: 0, sensor: "camera", off: true }));
    });
    expect((await value(on, sensorPrivacy))?.[0]).toEqual({ user: 0, microphone: false, camera: true });
    expect((await value(on, sensorPrivacy))?.slice(1).every(({ camera }) => !camera)).toBe(true);
  }
});

test("the keyboard in use and the last one are never switched off; another comes back where it was", async () => {
  const on = phone("stock");
  const [used, voice] = ((await text(on, "ime list -s")).trim().split("\n") as [string, string]) ?? [];
  const off = (component: string) => call("set-keyboard", { user: 0, component, on: false });
  expect(await planned(on, off(used))).toMatchObject([{ state: "refused", advice: expect.stringContaining("Choose") }]);
  const secure = on.state.settings.secure.get(0);
  secure?.set("enabled_input_methods", `${voice};123;456:${used};789`);
  await withJournal(async (journal) => {
    const made = await apply(on, journal, off(voice));
    expect(await text(on, "ime list -s")).toBe(`${used}\n`);
    expect(await planned(on, off(used))).toMatchObject([{ refused: "It is the only keyboard that is switched on." }]);
    await undoChanges(phoneSource(on), journal, made);
  });
  expect(secure?.get("enabled_input_methods")).toBe(`${voice};123;456:${used};789`);
});

test("calls, messages and the home screen always have an app; a browser need not be", async () => {
  const none = (role: string) => call("set-role-holder", { user: 0, role, package: null });
  const roles = await planned(phone("stock"), none("SMS"), none("HOME"), none("BROWSER"));
  expect(roles.map(({ state }) => state)).toEqual(["refused", "refused", "planned"]);
});

test("an accessibility service written short is switched off, and Xiaomi's switch is named where it is off", async () => {
  const on = phone("hyperos");
  const component = "com.turbo.cleanmaster.pro/com.turbo.cleanmaster.pro.CleanService";
  const off = call("set-accessibility-service", { user: 0, component, on: false });
  on.state.settings.secure
    .get(0)
    ?.set("enabled_accessibility_services", "a.b/.C:com.turbo.cleanmaster.pro/.CleanService");
  on.state.properties.set("persist.security.adbinput", "1");
  await withJournal(async (journal) => await apply(on, journal, off));
  expect(on.state.settings.secure.get(0)?.get("enabled_accessibility_services")).toBe("a.b/.C");
  on.state.properties.set("persist.security.adbinput", "0");
  expect(await planned(on, call("set-accessibility-service", { user: 0, component, on: true }))).toMatchObject([
    { state: "refused", advice: expect.stringContaining("USB debugging (Security settings)") },
  ]);
});

test("an app that its maker exempted from battery saving is no promise", async () => {
  const [made] = await planned(
    phone("stock"),
    call("set-battery-exemption", { package: "com.google.android.gms", exempt: false }),
  );
  expect(made).toMatchObject({ state: "refused", next: { action: "set-app-op" } });
});
