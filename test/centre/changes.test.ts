import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ChangeRecord, changeRecords, openRecord } from "../../src/centre/change-records.ts";
import { applyChanges, planChanges, resumeChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal, journalFile, viewJournal } from "../../src/centre/journal.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Source } from "../../src/core/source.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-changes-"));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const now = () => Date.UTC(2026, 10, 22);
const openJournal = () => Journal.open(folder, { now });
const set = (key: string, value: string | null): ActionCall => ({
  action: "set-global-setting",
  params: { key, value },
});
const globalOf = (phone: VirtualPhone, key: string) => phone.state.settings.global.get(key);

async function applied(source: Source, calls: readonly ActionCall[]): Promise<ChangeRecord> {
  const journal = await openJournal();
  try {
    return await applyChanges(source, journal, await planChanges(source, calls));
  } finally {
    await journal.close();
  }
}

test("a change is planned, made, seen, and taken back to what was", async () => {
  const phone = createPhone("stock", { now });
  const source = phoneSource(phone);
  const before = new Map(phone.state.settings.global);
  const record = await applied(source, [set("candor_new", "1"), set("adb_enabled", null)]);
  expect(record.results?.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  expect(globalOf(phone, "candor_new")).toBe("1");
  const journal = await openJournal();
  const undone = await undoChanges(source, journal, record);
  await journal.close();
  expect(undone.results?.every(({ outcome }) => outcome === "done")).toBe(true);
  expect(phone.state.settings.global).toEqual(before);
});

test("Xiaomi without security debugging: said before, nothing written", async () => {
  const phone = createPhone("hyperos", { now });
  phone.state.properties.set("persist.security.adbinput", "0");
  const { plannings, changes } = await planChanges(phoneSource(phone), [set("candor_new", "1")]);
  expect(changes).toEqual([]);
  expect(plannings[0]?.planning).toMatchObject({
    state: "refused",
    advice: expect.stringContaining("Security settings"),
  });
});

test("what is so already needs no step; what cannot be read is not planned", async () => {
  const phone = createPhone("stock", { now });
  const key = "adb_enabled";
  const plan = await planChanges(phoneSource(phone), [set(key, globalOf(phone, key) ?? null)]);
  expect(plan.plannings[0]?.planning.state).toBe("done");
  const mute = createPhone("stock", { now, refuses: ["settings"] });
  const other = await planChanges(phoneSource(mute), [set(key, "5")]);
  expect(other.plannings[0]?.planning).toMatchObject({
    state: "unknown",
    reason: expect.stringContaining("could not be read"),
  });
});

test.each(["no such action", { key: "a" }, { key: "a", value: "b", more: 1 }, { key: "a\n", value: "b" }])(
  "wrong parameters are refused: %j",
  async (params) => {
    const call = typeof params === "string" ? { action: params, params: {} } : { action: "set-global-setting", params };
    await expect(planChanges(phoneSource(createPhone("stock", { now })), [call as ActionCall])).rejects.toThrow(
      /change|parameters/,
    );
  },
);

/** A cable that is pulled around the nth command that changes something: before it, or after it but before its answer. */
function cutting(phone: VirtualPhone, n: number, late: boolean): Source {
  const source = phoneSource(phone);
  let changes = 0;
  let gone = false;
  return {
    ...source,
    run: async (command, options) => {
      const lost = () => {
        gone = true;
        return new DeviceError("gone", "The phone was disconnected.");
      };
      if (gone) throw lost();
      if (command[0] !== "settings" || command[1] === "list") return await source.run(command, options);
      const at = changes++;
      if (at === n && !late) throw lost();
      const answer = await source.run(command, options);
      if (at === n) throw lost();
      return answer;
    },
  };
}

const calls = [set("a", "1"), set("b", "2"), set("c", "3")];
const cuts = [0, 1, 2].flatMap((n) =>
  [false, true].flatMap((late) => [false, true].map((undo) => ({ n, late, undo }))),
);

test.each(cuts)(
  "a cable pulled at command $n (late: $late) is finished or taken back (undo: $undo)",
  async ({ n, late, undo }) => {
    const phone = createPhone("stock", { now });
    const before = new Map(phone.state.settings.global);
    await expect(applied(cutting(phone, n, late), calls)).rejects.toThrow("disconnected");
    const source = phoneSource(phone);
    await expect(applied(source, [set("d", "4")])).rejects.toThrow("interrupted");
    const journal = await openJournal();
    const records = changeRecords(journal.entries);
    const [first] = records;
    if (!first) throw new Error("no record");
    expect(openRecord(records, first.body.phone)).toBe(first);
    const record = undo ? await undoChanges(source, journal, first) : await resumeChanges(source, journal, first);
    await journal.close();
    expect(record.results?.every(({ outcome }) => outcome === "done")).toBe(true);
    const after = undo ? before : new Map([...before, ["a", "1"], ["b", "2"], ["c", "3"]]);
    expect(phone.state.settings.global).toEqual(after);
  },
);

test("a step that was done and is refused when it is run again can still be taken back", async () => {
  const phone = createPhone("stock", { now });
  const name = "com.android.dreams.phototable";
  const installed = () => phone.state.packages.get(name)?.users.get(0)?.installed;
  const source = phoneSource(phone);
  const losing: Source = {
    ...source,
    run: async (command, options) => {
      const answer = await source.run(command, options);
      if (command.includes("uninstall")) throw new DeviceError("gone", "The phone was disconnected.");
      return answer;
    },
  };
  await expect(applied(losing, [{ action: "uninstall-for-user", params: { user: 0, package: name } }])).rejects.toThrow(
    "disconnected",
  );
  expect(installed()).toBe(false);
  const journal = await openJournal();
  const [open] = changeRecords(journal.entries);
  if (!open) throw new Error("no record");
  // The phone says "not installed for 0", and so it is.
  const record = await resumeChanges(source, journal, open);
  expect(record.steps.map(({ outcome }) => outcome)).toEqual(["unknown", "refused"]);
  expect(record.results?.[0]?.outcome).toBe("done");
  const undone = await undoChanges(source, journal, record);
  await journal.close();
  expect(undone.results?.[0]?.outcome).toBe("done");
  expect(installed()).toBe(true);
});

test("killed after any byte of the journal, it opens and everything can be finished or taken back", async () => {
  const phone = createPhone("stock", { now });
  await applied(phoneSource(phone), calls);
  const whole = await readFile(join(folder, journalFile));
  const lines = [...whole.keys()].filter((i) => whole[i] === 0x0a);
  const points = [
    ...new Set([...lines.flatMap((i) => [i, i + 1, i + 2]), ...[...whole.keys()].filter((i) => i % 97 === 0)]),
  ];
  for (const cut of points) {
    await rm(folder, { recursive: true, force: true });
    const journalAt = await openJournal();
    await journalAt.close();
    await writeFile(join(folder, journalFile), whole.subarray(0, cut));
    // What the phone holds then: the commands that were sent before this byte was written, and maybe one more.
    const again = createPhone("stock", { now });
    const known = whole.subarray(0, cut).toString().split("\n").length - 2;
    for (const [i, key] of ["a", "b", "c"].entries())
      if (i <= known && known >= 0) again.state.settings.global.set(key, String(i + 1));
    const journal = await openJournal();
    const open = changeRecords(journal.entries).find(({ results }) => results === null);
    // A line that lacks nothing but its end is whole.
    expect(open !== undefined, `cut at ${cut}`).toBe(cut >= whole.indexOf(0x0a) && cut < whole.length - 1);
    if (open) {
      const record = await undoChanges(phoneSource(again), journal, open);
      expect(
        record.results?.every(({ outcome }) => outcome === "done"),
        `cut at ${cut}`,
      ).toBe(true);
      for (const key of ["a", "b", "c"]) expect(globalOf(again, key), `cut at ${cut}`).toBeUndefined();
    }
    await journal.close();
  }
}, 60_000);

test("a person who stops gets a result of what was done until then", async () => {
  const phone = createPhone("stock", { now });
  const stop = new AbortController();
  const journal = await openJournal();
  const source = phoneSource(phone);
  const record = await applyChanges(source, journal, await planChanges(source, calls), {
    signal: stop.signal,
    onProgress: ({ change }) => change === 1 && stop.abort(),
  });
  await journal.close();
  expect(record.results?.map(({ outcome }) => outcome)).toEqual(["done", "done", "not-run"]);
});

test("a damaged end is kept aside, and the journal goes on; two at once are told", async () => {
  await applied(phoneSource(createPhone("stock", { now })), [set("a", "1")]);
  const path = join(folder, journalFile);
  const bytes = await readFile(path);
  bytes[bytes.length - 20] = 0x41;
  await writeFile(path, bytes);
  expect((await viewJournal(folder)).damage).toContain("Line 3");
  const journal = await openJournal();
  expect(journal.mended).toContain("journal.damaged-");
  await expect(openJournal()).rejects.toThrow("Another Candor");
  await journal.close();
  const view = await viewJournal(folder);
  expect(view).toMatchObject({ damage: null });
  expect(view.entries.map(({ head }) => head.kind)).toEqual(["plan", "step", "damage"]);
  await writeFile(join(folder, "journal.lock"), JSON.stringify({ pid: 2 ** 22 + 1, since: "long ago" }));
  await (await openJournal()).close();
});

test("another phone, and a state that did not come back, are told", async () => {
  const record = await applied(phoneSource(createPhone("stock", { now, serial: "one" })), [set("a", "1")]);
  const journal = await openJournal();
  const other = phoneSource(createPhone("stock", { now, serial: "two" }));
  await expect(undoChanges(other, journal, record)).rejects.toThrow("another phone");
  await journal.close();
});
