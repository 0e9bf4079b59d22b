import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actions } from "../../src/actions/index.ts";
import { type ChangeRecord, changeRecords, openRecord } from "../../src/centre/change-records.ts";
import { applyChanges, planChanges, resumeChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import type { ActionCall } from "../../src/core/action.ts";
import { canonicalJson } from "../../src/core/canonical-json.ts";
import { collect } from "../../src/core/collect.ts";
import { DeviceError } from "../../src/core/errors.ts";
import type { Json } from "../../src/core/json.ts";
import { factsOf } from "../../src/core/plan.ts";
import type { Source } from "../../src/core/source.ts";
import { createPhone, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

// Random plans of all actions there are, interrupted at any command, before it or behind it, and again while they are finished or taken back:
// in the end everything is as if nothing had happened, or everything is done.

const now = () => Date.UTC(2026, 10, 22);
const needed = factsOf(actions);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-interrupted-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

async function readAll(phone: VirtualPhone) {
  const { facts } = await collect(phoneSource(phone), needed, { version: "test" });
  return facts;
}

/** The facts, each as one text. */
async function stateOf(phone: VirtualPhone): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(
    Object.entries(await readAll(phone)).map(([id, fact]) => [id, canonicalJson(fact as unknown as Json)]),
  );
}

/** Calls that the actions themselves propose for a phone, and that can be taken back on it. */
async function callsFor(phone: VirtualPhone): Promise<readonly ActionCall[]> {
  const facts = await readAll(phone);
  const calls = actions.flatMap((action): ActionCall[] => {
    const values: Record<string, unknown> = {};
    for (const [key, { id }] of Object.entries(action.needs)) {
      const read = facts[id];
      if (read?.state !== "read") return [];
      values[key] = read.value;
    }
    const examples = action.examples(values as never);
    const every = Math.max(1, Math.floor(examples.length / 5));
    return examples.filter((_, i) => i % every === 0).map((params) => ({ action: action.id, params }));
  });
  const { plannings } = await planChanges(phoneSource(phone), calls);
  return plannings.flatMap(({ call, planning }) =>
    planning.state === "planned" && planning.change.steps.every(({ undo }) => undo !== null) ? [call] : [],
  );
}

/** A cable that is pulled at the nth command: before the phone gets it, or behind it and before its answer. */
function cutting(phone: VirtualPhone, n: number, late: boolean): Source {
  const source = phoneSource(phone);
  let commands = 0;
  return {
    ...source,
    run: async (command, options) => {
      const at = commands++;
      if (at === n && late) await source.run(command, options);
      if (at >= n) throw new DeviceError("gone", "The phone was disconnected.");
      return await source.run(command, options);
    },
  };
}

/** Whether it came to an end. */
async function toTheEnd(work: Promise<ChangeRecord>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof DeviceError && error.code === "gone") return false;
    throw error;
  }
}

const cut = fc.record({ at: fc.oneof(fc.nat({ max: 7 }), fc.nat({ max: 40 })), late: fc.boolean() });
const trial = fc.record({
  chosen: fc.uniqueArray(fc.nat({ max: 999 }), { minLength: 1, maxLength: 5 }),
  cuts: fc.array(cut, { minLength: 1, maxLength: 3 }),
  back: fc.boolean(),
});

test.each(["stock", "hyperos"])(
  "on %s every interrupted plan ends as all done or all undone",
  async (model) => {
    const phone = createPhone(model, { now });
    const pool = await callsFor(phone);
    expect(pool.length).toBeGreaterThan(2);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(trial, async ({ chosen, cuts: [first, ...cuts], back }) => {
        if (!first) return;
        const calls = [...new Set(chosen.map((i) => pool[i % pool.length]))].filter((call) => call !== undefined);
        const source = phoneSource(phone);
        const journal = await Journal.open(join(folder, `${model}-${run++}`), { now });
        try {
          const before = await stateOf(phone);
          const whole = await applyChanges(source, journal, await planChanges(source, calls));
          const done = await stateOf(phone);
          await undoChanges(source, journal, whole);
          expect(await stateOf(phone)).toEqual(before);

          const plan = await planChanges(source, calls);
          const ended = await toTheEnd(applyChanges(cutting(phone, first.at, first.late), journal, plan));
          const record = () => changeRecords(journal.entries).find(({ n }) => n === made) ?? whole;
          const made = changeRecords(journal.entries).at(-1)?.n;
          const last = { at: Number.POSITIVE_INFINITY, late: false };
          for (const { at, late } of [...cuts, last]) {
            const open = openRecord(changeRecords(journal.entries), plan.phone);
            if (!open && !(back && ended && record().undoneBy === null)) break;
            const through = cutting(phone, at, late);
            await toTheEnd(
              back && (open ?? record()).body.do === "apply"
                ? undoChanges(through, journal, open ?? record())
                : resumeChanges(through, journal, open ?? record()),
            );
          }
          expect(openRecord(changeRecords(journal.entries), plan.phone)).toBeUndefined();
          expect(await stateOf(phone)).toEqual(back ? before : done);
          if (!back) await undoChanges(source, journal, record());
          expect(await stateOf(phone)).toEqual(before);
        } finally {
          await journal.close();
        }
      }),
      { numRuns: 16, endOnFailure: true },
    );
  },
  120_000,
);
