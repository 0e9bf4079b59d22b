import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ChangeRecord, changeRecords, changesAtOnce, openRecord } from "../../src/centre/change-records.ts";
import { applyChanges, planChanges, resumeChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Source } from "../../src/core/source.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

const now = () => Date.UTC(2026, 10, 22);
const permissions = ["CAMERA", "READ_CONTACTS"].map((each) => `android.permission.${each}`);
const apps = Array.from({ length: 10 }, (_, i) => `com.example.app${i}`);

let folder = "";
let runs = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-at-once-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));
const journalOf = async () => await Journal.open(join(folder, String(runs++)), { now });

/** A phone with ten more apps that have two permissions each. */
function phoneWithApps(): VirtualPhone {
  const phone = createPhone("stock", { now });
  const model = [...phone.state.packages.values()].find(({ flags }) => !flags.includes("SYSTEM"));
  const user = model?.users.get(0);
  if (!model || !user) throw new Error("no app");
  for (const [i, name] of apps.entries()) {
    const grants = new Map(permissions.map((each) => [each, { granted: true, flags: ["USER_SET"] }]));
    const users = new Map([[0, { ...user, permissions: grants }]]);
    phone.state.packages.set(name, { ...model, name, appId: 15_000 + i, requested: permissions, users });
  }
  return phone;
}

const withdraw = (app: string, permission = permissions[0] as string): ActionCall => ({
  action: "set-permission",
  params: { user: 0, package: app, permission, to: "deny" },
});
const setting = (key: string): ActionCall => ({ action: "set-global-setting", params: { key, value: "1" } });
const grants = (phone: VirtualPhone) =>
  apps.map(
    (app) =>
      phone.state.packages
        .get(app)
        ?.users.get(0)
        ?.permissions.get(permissions[0] as string)?.granted,
  );

/** A source that notes how many changing commands are under way, each of which takes a moment. */
function watched(phone: VirtualPhone, during: (running: readonly string[]) => void): Source {
  const source = phoneSource(phone);
  const running: string[] = [];
  return {
    ...source,
    run: async (command, options) => {
      if (command[0] !== "pm" && command[0] !== "settings") return await source.run(command, options);
      if (command[1] === "list") return await source.run(command, options);
      const words = command.join(" ");
      running.push(words);
      during(running);
      await new Promise((resolve) => setTimeout(resolve, 4));
      try {
        return await source.run(command, options);
      } finally {
        running.splice(running.indexOf(words), 1);
      }
    },
  };
}

test("changes of different apps are made several at a time, those of one app one after the other", async () => {
  const phone = phoneWithApps();
  let most = 0;
  const source = watched(phone, (running) => {
    most = Math.max(most, running.length);
    const changed = running.map((words) => /com\.example\.app\d/.exec(words)?.[0]);
    expect(new Set(changed).size).toBe(running.length);
  });
  const journal = await journalOf();
  const calls = apps.flatMap((app) => permissions.map((permission) => withdraw(app, permission)));
  const made = await applyChanges(source, journal, await planChanges(source, calls));
  expect(made.results?.every(({ outcome }) => outcome === "done")).toBe(true);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(changesAtOnce);
  await undoChanges(source, journal, made);
  expect(grants(phone)).toEqual(apps.map(() => true));
  await journal.close();
});

test("a change that does not say what it touches is made alone", async () => {
  const phone = phoneWithApps();
  const source = watched(phone, (running) => {
    if (running.some((words) => words.startsWith("settings put"))) expect(running).toHaveLength(1);
  });
  const journal = await journalOf();
  const calls = apps.flatMap((app, i) => [withdraw(app), ...(i % 3 === 0 ? [setting(`candor_${i}`)] : [])]);
  const made = await applyChanges(source, journal, await planChanges(source, calls));
  expect(made.results?.every(({ outcome }) => outcome === "done")).toBe(true);
  await journal.close();
});

/** The phone vanishes with the nth changing command: those that are under way then have run, and their answers are lost. */
function vanishing(phone: VirtualPhone, n: number): Source {
  const source = phoneSource(phone);
  let commands = 0;
  return {
    ...source,
    run: async (command, options) => {
      if (command[0] !== "pm" || command[1] === "list") return await source.run(command, options);
      const at = commands++;
      const answer = at <= n + 2 ? await source.run(command, options) : undefined;
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (at >= n || answer === undefined) throw new DeviceError("gone", "The phone was disconnected.");
      return answer;
    },
  };
}

test.each([0, 1, 3, 5, 8])(
  "a phone that vanishes at command %i leaves nothing half done, whichever way it goes on",
  async (n) => {
    for (const back of [true, false]) {
      const phone = phoneWithApps();
      const journal = await journalOf();
      const plan = await planChanges(
        phoneSource(phone),
        apps.map((app) => withdraw(app)),
      );
      await expect(applyChanges(vanishing(phone, n), journal, plan)).rejects.toThrow("disconnected");
      expect(grants(phone)).toContain(false);
      const open = openRecord(changeRecords(journal.entries), plan.phone) as ChangeRecord;
      if (back) await undoChanges(phoneSource(phone), journal, open);
      else await resumeChanges(phoneSource(phone), journal, open);
      expect(grants(phone)).toEqual(apps.map(() => back));
      await journal.close();
    }
  },
);

test("of changes that nothing is known of, no more are taken back than could have begun", async () => {
  const phone = phoneWithApps();
  const journal = await journalOf();
  const gone: Source = {
    ...phoneSource(phone),
    run: () => Promise.reject(new DeviceError("gone", "The phone was disconnected.")),
  };
  const plan = await planChanges(
    phoneSource(phone),
    apps.map((app) => withdraw(app)),
  );
  await expect(applyChanges(gone, journal, plan)).rejects.toThrow("disconnected");
  const open = openRecord(changeRecords(journal.entries), plan.phone) as ChangeRecord;
  const undone = await undoChanges(phoneSource(phone), journal, open);
  // Those that were under way, and as many that could have come after them.
  expect(undone.body.changes.length).toBeLessThanOrEqual(2 * changesAtOnce);
  await journal.close();
});

test("after a stop by the person nothing more is begun", async () => {
  const phone = phoneWithApps();
  const stop = new AbortController();
  const source = watched(phone, () => stop.abort());
  const journal = await journalOf();
  const plan = await planChanges(
    source,
    apps.map((app) => withdraw(app)),
  );
  const made = await applyChanges(source, journal, plan, { signal: stop.signal });
  const done = made.results?.filter(({ outcome }) => outcome === "done").length ?? 0;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThanOrEqual(changesAtOnce);
  expect(made.results?.filter(({ outcome }) => outcome === "not-run")).toHaveLength(apps.length - done);
  await journal.close();
});
