import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { actions } from "../../src/actions/index.ts";
import { changeRecords } from "../../src/centre/change-records.ts";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { withChoices } from "../../src/centre/choice-source.ts";
import { choicesFor, keptChoices, topicOf } from "../../src/centre/choices.ts";
import { consentNote } from "../../src/centre/consent.ts";
import { examine } from "../../src/centre/examine.ts";
import { Journal, journalFile } from "../../src/centre/journal.ts";
import { readOptOuts } from "../../src/centre/opt-outs.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { collect } from "../../src/core/collect.ts";
import type { Json } from "../../src/core/json.ts";
import type { Source } from "../../src/core/source.ts";
import { type Choices, choices } from "../../src/facts/choices.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-choices-"));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const now = () => Date.UTC(2026, 10, 22);
const serialOf = (phone: VirtualPhone) => phone.state.properties.get("ro.serialno") ?? "";
const switchTo = (to: "off" | "on", id = "personalised-ads", user: number | null = null): ActionCall => ({
  action: "set-collection-switch",
  params: { switch: id, user, to },
});

/** Makes changes, each call as an entry of its own; `body` gets the open journal afterwards. */
async function made(source: Source, calls: readonly ActionCall[], body?: (journal: Journal) => Promise<unknown>) {
  const journal = await Journal.open(folder, { now });
  try {
    for (const call of calls) {
      const record = await applyChanges(source, journal, await planChanges(source, [call]));
      expect(record.results?.map(({ outcome }) => outcome)).toEqual(["done"]);
    }
    await body?.(journal);
    return journal.entries;
  } finally {
    await journal.close();
  }
}

async function told(source: Source): Promise<Choices> {
  const asked = withChoices(source, { dataFolder: folder, now });
  const snapshot = await collect(asked, [choices], { version: "test" });
  const read = snapshot.facts["choices"];
  if (read?.state !== "read") throw new Error(read?.reason);
  return read.value as Choices;
}

test("a choice holds, comes back by somebody's hand, and after an update", async () => {
  const phone = createPhone("hyperos", { now });
  const source = phoneSource(phone);
  await made(source, [switchTo("off")]);
  expect((await told(source)).choices).toMatchObject([{ state: "holds", updated: false, entry: 0, change: 1 }]);
  phone.state.settings.global.set("personalized_ad_enabled", "3");
  expect((await told(source)).choices).toMatchObject([{ state: "came-back", updated: false }]);
  phone.state.properties.set("ro.build.fingerprint", "Xiaomi/after/the:update");
  expect((await told(source)).choices).toMatchObject([{ state: "came-back", updated: true, ...switchTo("off") }]);
});

test("the other bit of the mask may change: the choice holds", async () => {
  const phone = createPhone("hyperos", { now });
  const source = phoneSource(phone);
  await made(source, [switchTo("off")]);
  phone.state.settings.global.set("personalized_ad_enabled", "0");
  expect((await told(source)).choices).toMatchObject([{ state: "holds" }]);
});

test("of two choices about one thing the later one counts; taken back, the one before it", async () => {
  const phone = createPhone("hyperos", { now });
  const source = phoneSource(phone);
  const wanted = () => choicesFor(entries, { serial: serialOf(phone) }).map(({ params }) => params["to"]);
  let entries = await made(source, [switchTo("off"), switchTo("on")]);
  expect(wanted()).toEqual(["on"]);
  entries = await made(source, [], async (journal) => {
    const last = changeRecords(journal.entries).at(-1);
    if (last) await undoChanges(source, journal, last);
  });
  expect(wanted()).toEqual(["off"]);
});

test("choices for another phone are not this one's", async () => {
  const phone = createPhone("hyperos", { now });
  const entries = await made(phoneSource(phone), [switchTo("off")]);
  expect(choicesFor(entries, { serial: "another" })).toEqual([]);
  const other = await keptChoices(phoneSource(createPhone("stock", { now })), entries);
  expect(other.choices).toEqual([]);
});

test("what was so already and is to be kept so is a choice, too", async () => {
  const phone = createPhone("hyperos", { now });
  phone.state.settings.global.set("personalized_ad_enabled", "2");
  const source = phoneSource(phone);
  const entries = await made(source, [], async (journal) => {
    const { phone: identity, optOuts } = await readOptOuts(source, journal.entries);
    const note = consentNote(identity, optOuts, [{ ...switchTo("off"), about: "Keep off" }]);
    expect(note.about).toMatch(/^Data collection: \d+ of \d+ switches are off; on: /);
    // The number that names the phone stays out of it.
    expect(JSON.stringify(note)).not.toContain(phone.state.settings.global.get("ad_aaid"));
    await journal.append("consent", note as unknown as Json);
  });
  const { optOuts } = await readOptOuts(source, entries);
  expect(optOuts.find(({ id }) => id === "personalised-ads")?.since).toEqual({
    at: "2026-11-22T00:00:00.000Z",
    entry: 0,
  });
  phone.state.settings.global.set("personalized_ad_enabled", "3");
  expect((await told(source)).choices).toMatchObject([{ state: "came-back", about: "Keep off" }]);
  const later = await readOptOuts(source, entries);
  expect(later.optOuts.find(({ id }) => id === "personalised-ads")).toMatchObject({ state: "on", since: null });
});

test("an app that was put away and is gone for good is nothing that came back", async () => {
  const phone = createPhone("stock", { now });
  const source = phoneSource(phone);
  const call = { action: "set-app-op", params: opOf(phone) };
  await made(source, [call]);
  phone.state.packages.delete(String(call.params["package"]));
  expect((await told(source)).choices).toMatchObject([{ state: "moot" }]);
});

function opOf(phone: VirtualPhone): Record<string, Json> {
  const added = [...phone.state.packages.values()].find(({ flags }) => !flags.includes("SYSTEM"));
  if (!added) throw new Error("no added app");
  return { user: 0, package: added.name, op: "RUN_ANY_IN_BACKGROUND", mode: "ignore", level: "package" };
}

test("an app that was to ask, asked and was answered on the phone: that is over, and not what came back", async () => {
  const phone = createPhone("hyperos", { now });
  const source = phoneSource(phone);
  const params = { user: 0, package: "com.whatsapp", permission: "android.permission.CAMERA", to: "ask" };
  await made(source, [{ action: "set-permission", params }]);
  expect((await told(source)).choices).toMatchObject([{ state: "holds" }]);
  const permission = phone.state.packages.get("com.whatsapp")?.users.get(0)?.permissions.get(params.permission);
  if (!permission) throw new Error("no such permission");
  // By somebody's hand with a computer, or by an update: nobody was asked.
  permission.granted = true;
  expect((await told(source)).choices).toMatchObject([{ state: "came-back" }]);
  permission.flags = [...permission.flags, "USER_SET"];
  expect((await told(source)).choices).toMatchObject([{ state: "over", reason: null }]);
  permission.granted = false;
  expect((await told(source)).choices).toMatchObject([{ state: "over" }]);
  const { report } = await examine(source, { dataFolder: folder });
  expect(report.outcomes.find(({ check }) => check === "choices-hold")?.state).toBe("pass");
});

test("what cannot be read is told as such: a mute phone, a locked journal, a damaged one", async () => {
  const phone = createPhone("hyperos", { now });
  await made(phoneSource(phone), [switchTo("off")]);
  const mute = createPhone("hyperos", { now, refuses: ["settings"] });
  expect((await told(phoneSource(mute))).choices).toMatchObject([{ state: "unknown", reason: expect.any(String) }]);
  const sealed = await Journal.open(folder, { now, seal: { seal: async (text) => `sealed ${text.length}` } });
  await sealed.append("plan", { do: "apply" });
  await sealed.close();
  expect(await told(phoneSource(phone))).toMatchObject({ unread: expect.stringContaining("locked"), choices: [] });
  await writeFile(join(folder, journalFile), "no journal\n");
  expect(await told(phoneSource(phone))).toMatchObject({ unread: expect.stringContaining("damaged") });
});

test("a phone answers nothing of the kind itself", async () => {
  const { facts } = await collect(phoneSource(createPhone("stock", { now })), [choices], { version: "test" });
  expect(facts["choices"]?.state).toBe("unknown");
});

test("an examination finds what came back, asks the phone nothing twice, and names the change that ends it", async () => {
  const phone = createPhone("hyperos", { now });
  await made(phoneSource(phone), [switchTo("off")]);
  phone.state.settings.global.set("personalized_ad_enabled", "3");
  const lines: string[] = [];
  const source = phoneSource(phone);
  const counted: Source = {
    ...source,
    run: async (command, options) => {
      lines.push(command.join(" "));
      return await source.run(command, options);
    },
  };
  const { report } = await examine(counted, { dataFolder: folder });
  const outcome = report.outcomes.find(({ check }) => check === "choices-hold");
  expect(outcome).toMatchObject({ state: "fail", findings: [{ remedy: { kind: "action", ...switchTo("off") } }] });
  expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
});

test("changes of opposite wishes are about one thing, in every action", () => {
  const of = (action: string, params: Record<string, Json>) => topicOf({ action, params });
  expect(of("set-global-setting", { key: "a", value: "1" })).toBe(of("set-global-setting", { key: "a", value: null }));
  expect(of("set-global-setting", { key: "a", value: "1" })).not.toBe(
    of("set-global-setting", { key: "b", value: "1" }),
  );
  const app = { user: 0, package: "com.example" };
  const away = ["disable-package", "uninstall-for-user", "suspend-package", "restore-package"];
  expect(new Set(away.map((action) => of(action, app))).size).toBe(1);
  for (const action of actions) {
    const names = Object.keys(action.params);
    expect(names.length, `${action.id} has no parameters`).toBeGreaterThan(0);
    if (action.topic) continue;
    const says = names.filter((name) => ["value", "mode", "to"].includes(name) || action.params[name]?.accepts(true));
    // Others than "set-…" have one outcome alone.
    expect(says.length, `${action.id} needs a topic, or a parameter that says what is wanted`).toBe(
      action.id.startsWith("set-") ? 1 : 0,
    );
  }
});
