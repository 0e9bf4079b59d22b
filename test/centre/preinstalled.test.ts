import { expect, test } from "vitest";
import {
  type Preinstalled,
  type PreinstalledApp,
  preinstalledIn,
  preinstalledOf,
  stateFor,
} from "../../src/centre/preinstalled.ts";
import { presetApps, readSelection, writeSelection } from "../../src/centre/preinstalled-choice.ts";
import { preinstalledPage, preinstalledTable } from "../../src/cli/preinstalled-text.ts";
import { collect } from "../../src/core/collect.ts";
import { FormatError } from "../../src/core/errors.ts";
import type { LoadedFeed } from "../../src/core/feed.ts";
import { globalSettings } from "../../src/facts/global-settings.ts";
import { packageDetails } from "../../src/facts/package-details.ts";
import { properties } from "../../src/facts/properties.ts";
import { users } from "../../src/facts/users.ts";
import { preinstalledPackages } from "../../src/feeds/preinstalled-packages.ts";
import { uadPackages } from "../../src/feeds/uad-packages.ts";
import { createPhone, models, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);
const feed = (id: string, value: unknown): LoadedFeed => ({
  id,
  origin: "embedded",
  date: "2026-11-22",
  sha256: null,
  entries: 1,
  value,
});
const own = feed(preinstalledPackages.id, preinstalledPackages.embedded?.value);
const uad = (packages: readonly object[]) => feed(uadPackages.id, { packages });
async function found(phone: VirtualPhone, feeds: readonly LoadedFeed[] = [own]): Promise<Preinstalled> {
  return preinstalledIn(
    await collect(phoneSource(phone), [packageDetails, users, properties, globalSettings], { version: "test" }),
    feeds,
  );
}
function named({ apps }: Preinstalled, name: string): PreinstalledApp {
  const app = apps.find((each) => each.name === name);
  if (!app) throw new Error(`${name} is not there`);
  return app;
}

test.each(models.map(({ id }) => id))(
  "%s: every app of the system is there with its state for each user, and nothing that was added",
  async (id) => {
    const phone = createPhone(id, { now });
    const all = await found(phone);
    const system = [...phone.state.packages.values()].filter(({ flags }) => flags.includes("SYSTEM"));
    expect(all.apps.filter(({ system }) => system).map(({ name }) => name)).toEqual(
      system.map(({ name }) => name).sort(),
    );
    for (const app of all.apps) if (!app.system) expect(app.listed, app.name).not.toBeNull();
    for (const { name, users } of system)
      for (const [user, state] of users)
        if (!state.installed) expect(stateFor(named(all, name), user), name).toBe("absent");
    for (const preset of ["gentle", "private", "minimal"] as const)
      for (const app of presetApps(all, preset, 0))
        expect(["removable", "with-care"], app.name).toContain(app.listed?.removal);
  },
);

test("state, permissions, network and what needs it", async () => {
  const phone = createPhone("hyperos", { now });
  const notes = phone.state.packages.get("com.miui.notes")?.users.get(0);
  if (!notes) throw new Error("no such app in the model");
  notes.enabled = 3;
  expect(stateFor(named(await found(phone), "com.miui.notes"), 0)).toBe("disabled");
  notes.enabled = 0;
  notes.suspendedBy = "com.android.shell";
  expect(stateFor(named(await found(phone), "com.miui.notes"), 0)).toBe("suspended");
  const weather = named(await found(phone), "com.miui.weather2");
  expect(weather.permissions).toContain("ACCESS_BACKGROUND_LOCATION");
  expect(weather.network).toBe(true);
  const theirs = uad([
    {
      name: "com.miui.notes",
      list: "Oem",
      description: "notes \u001b[31m",
      removal: "Recommended",
      dependencies: [],
      neededBy: ["com.miui.weather2", "com.example.none"],
    },
  ]);
  const both = await found(phone, [own, theirs]);
  expect(named(both, "com.miui.notes").neededBy).toEqual(["com.miui.weather2"]);
  const page = preinstalledPage(both, named(both, "com.miui.notes"));
  expect(page).toContain("Universal Android Debloater (2026-11-22): Recommended");
  expect(page).not.toContain("\u001b");
});

test.each([
  [undefined, 7],
  ["null", 7],
  ["0", null],
  ["86400000", 1],
  ["a", undefined],
])("the phone forgets this computer: %s is %s days", async (value, days) => {
  const phone = createPhone("stock", { now });
  if (value === undefined) phone.state.settings.global.delete("adb_allowed_connection_time");
  else phone.state.settings.global.set("adb_allowed_connection_time", value);
  expect((await found(phone)).forgetsAfterDays).toBe(days);
});

test("a phone that tells no packages is said to be so, and no list is shown", async () => {
  const mute = createPhone("stock", { now, refuses: ["dumpsys package"] });
  await expect(preinstalledOf(phoneSource(mute), { dataFolder: "/nowhere" })).rejects.toThrow("could not be read");
});

test("the table of an evil phone has no escapes, and no line is wider than the terminal", async () => {
  const all = await found(createPhone("hostile", { now }));
  const table = preinstalledTable(all, { user: 0, all: true }, { width: 80, color: false });
  expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test("selections: written, read, and refused where they are none", () => {
  expect(readSelection(writeSelection(["com.a", "com.b", "com.a"], "mine"))).toEqual(["com.a", "com.b"]);
  for (const text of [
    "",
    "[]",
    "{}",
    '{"schema":"candor.selection/2","packages":[]}',
    '{"schema":"candor.selection/1","packages":["a;b"]}',
    '{"schema":"candor.selection/1","packages":[1]}',
  ])
    expect(() => readSelection(text), text).toThrow(FormatError);
});
