import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { createPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-users-"));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const now = () => Date.UTC(2026, 10, 22);
const name = "org.thoughtcrime.securesms";

/** A phone of two persons, one of them with a work profile; all have the same app. */
function phoneOfMany() {
  const phone = createPhone("stock", { now });
  const { users, settings, packages, roles } = phone.state;
  const [owner] = users;
  const app = packages.get(name);
  const own = app?.users.get(0);
  if (!owner || !app || !own) throw new Error("no owner, or no app");
  const type = (kind: string) => `android.os.usertype.${kind}`;
  users.push(
    { ...owner, id: 10, name: "Other", flags: 0x400, type: type("full.SECONDARY"), parent: null },
    { ...owner, id: 11, name: "Work", flags: 0x1030, type: type("profile.MANAGED"), parent: 0 },
  );
  settings.secure.get(0)?.set("lock_screen_allow_private_notifications", "1");
  for (const user of [10, 11]) {
    for (const pkg of packages.values()) {
      const state = pkg.users.get(0);
      if (state) pkg.users.set(user, structuredClone(state));
    }
    settings.secure.set(user, new Map(settings.secure.get(0)));
    roles.set(user, structuredClone(roles.get(0) ?? new Map()));
  }
  return phone;
}

type Phone = ReturnType<typeof phoneOfMany>;

/** All that changes could touch, of one user. */
function stateOf({ state }: Phone, user: number): unknown {
  return structuredClone({
    app: state.packages.get(name)?.users.get(user),
    ops: [...state.appOps].filter(([uid]) => Math.floor(uid / 100_000) === user),
    secure: state.settings.secure.get(user),
    roles: state.roles.get(user),
  });
}

test.each([0, 10, 11])("only what is user %i's changes, and comes back", async (user) => {
  const phone = phoneOfMany();
  const source = phoneSource(phone);
  const others = [0, 10, 11].filter((each) => each !== user);
  const of = (users: readonly number[]) => users.map((each) => stateOf(phone, each));
  const before = { own: of([user]), others: of(others) };
  const app = { user, package: name };
  const calls: readonly ActionCall[] = [
    { action: "set-permission", params: { ...app, permission: "android.permission.READ_CONTACTS", to: "never" } },
    { action: "set-app-op", params: { ...app, op: "RUN_ANY_IN_BACKGROUND", mode: "ignore", level: "package" } },
    { action: "set-secure-setting", params: { user, key: "lock_screen_allow_private_notifications", value: "0" } },
    { action: "suspend-package", params: app },
  ];
  const journal = await Journal.open(folder, { now });
  const record = await applyChanges(source, journal, await planChanges(source, calls));
  expect(record.results?.map(({ outcome, reason }) => [outcome, reason])).toEqual(calls.map(() => ["done", null]));
  expect(of([user])).not.toEqual(before.own);
  expect(of(others)).toEqual(before.others);
  await undoChanges(source, journal, record);
  // Android stops an app whose powers change; it runs again when somebody opens it, which no command is to do.
  const run = phone.state.packages.get(name)?.users.get(user);
  if (run) run.stopped = false;
  expect([of([user]), of(others)]).toEqual([before.own, before.others]);
  await journal.close();
});
