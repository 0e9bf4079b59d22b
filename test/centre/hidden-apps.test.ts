import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeRecords } from "../../src/centre/change-records.ts";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { hiddenApps, hidingCalls, hidingReason } from "../../src/centre/hidden-apps.ts";
import { Journal } from "../../src/centre/journal.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { isSystem } from "../../src/phone/state/package-state.ts";
import { phoneSource } from "../phone/phone-source.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-hidden-"));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const now = () => Date.UTC(2026, 10, 22);

test.each([
  ["hyperos", "disable"],
  ["hyperos", "suspend"],
  ["stock", "disable"],
] as const)(
  "on %s, apps that were hidden (%s) are told, and brought back one by one to what they were",
  async (model, way) => {
    const phone = createPhone(model, { now });
    const source = phoneSource(phone);
    const users = [...phone.state.packages.values()].filter((pkg) => !isSystem(pkg) && pkg.users.get(0)?.installed);
    const calls = hidingCalls([...users.map(({ name }) => name), users[0]?.name ?? ""], 0, way);
    const states = () =>
      JSON.stringify(users.map(({ name, users }) => [name, users.get(0)?.enabled, users.get(0)?.suspendedBy]));
    const before = states();
    const plan = await planChanges(source, calls);
    const [first, second] = plan.changes;
    if (!first || !second) throw new Error("too few apps to hide");
    const journal = await Journal.open(folder, { now });
    const chosen = { ...plan, changes: [first, second] };
    const record = await applyChanges(source, journal, chosen, { reason: hidingReason });
    expect(record.results?.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    expect(states()).not.toBe(before);
    const names = () => hiddenApps(journal.entries, phone.serial).map((app) => [app.package, app.way, app.place]);
    const of = (change: typeof first, place: number) => [change.params["package"], way, place];
    expect(names()).toEqual([of(first, 0), of(second, 1)]);
    expect(hiddenApps(journal.entries, "another phone")).toEqual([]);
    await undoChanges(source, journal, record, { places: [0] });
    expect(names()).toEqual([of(second, 1)]);
    const again = changeRecords(journal.entries)[0];
    if (!again) throw new Error("no record");
    await undoChanges(source, journal, again);
    expect(names()).toEqual([]);
    expect(states()).toBe(before);
    await journal.close();
  },
);

test("only the chosen user's app is hidden", async () => {
  const phone = createPhone("hyperos", { now });
  const both = [...phone.state.packages.values()].find(
    (pkg) => pkg.name === "com.whatsapp" && pkg.users.get(0)?.installed && pkg.users.get(999)?.installed,
  );
  if (!both) throw new Error("no app of two users");
  const others = JSON.stringify([...both.users].filter(([user]) => user !== 999));
  const journal = await Journal.open(folder, { now });
  const source = phoneSource(phone);
  const plan = await planChanges(source, hidingCalls([both.name], 999, "disable"));
  const record = await applyChanges(source, journal, plan, { reason: hidingReason });
  expect(record.results?.map(({ outcome }) => outcome)).toEqual(["done"]);
  expect(both.users.get(999)?.enabled).toBe(3);
  expect(JSON.stringify([...both.users].filter(([user]) => user !== 999))).toBe(others);
  expect(hiddenApps(journal.entries)).toMatchObject([{ package: both.name, user: 999 }]);
  await journal.close();
});

test("what was put away for other reasons is not among them", async () => {
  const source = phoneSource(createPhone("stock", { now }));
  const journal = await Journal.open(folder, { now });
  const call = { action: "set-global-setting", params: { key: "a", value: "1" } };
  await applyChanges(source, journal, await planChanges(source, [call]), { reason: hidingReason });
  expect(hiddenApps(journal.entries)).toEqual([]);
  await journal.close();
});
