import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actions } from "../../src/actions/index.ts";
import { applyChanges, planChanges, undoChanges } from "../../src/centre/changes.ts";
import { Journal } from "../../src/centre/journal.ts";
import type { Action } from "../../src/core/action.ts";
import { canonicalJson } from "../../src/core/canonical-json.ts";
import { collect } from "../../src/core/collect.ts";
import type { Json } from "../../src/core/json.ts";
import { factsOf, plan } from "../../src/core/plan.ts";
import { createPhone, models, type VirtualPhone } from "../../src/phone/models/index.ts";
import { phoneSource } from "../phone/phone-source.ts";

// Every action on every virtual phone: planned, applied, seen, taken back, and the facts are those of before. A new action is tested by
// being there: its `examples` say what may be asked of a phone.

const now = () => Date.UTC(2026, 10, 22);
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-actions-"));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const version = "test";
const factsNow = async (phone: VirtualPhone, action: Action) =>
  await collect(phoneSource(phone), factsOf([action]), { version });

/** The example calls of an action on a phone, as many as a test has time for. */
async function callsOn(phone: VirtualPhone, action: Action) {
  const { facts } = await factsNow(phone, action);
  const values: Record<string, unknown> = {};
  for (const [key, need] of Object.entries(action.needs)) {
    const read = facts[need.id];
    if (read?.state !== "read") return [];
    values[key] = read.value;
  }
  const examples = action.examples(values as never);
  const spread = examples.filter((_, i) => i % Math.max(1, Math.floor(examples.length / 8)) === 0).slice(0, 8);
  return spread.map((params) => ({ action: action.id, params }));
}

describe.each(actions.map((action) => [action.id, action] as const))("%s", (id, action) => {
  test("has a sentence, a file of its name and at least one phone where it does something", async () => {
    expect(action.title).toMatch(/^[A-Z].*[a-z)]$/);
    let planned = 0;
    for (const { id: model } of models) {
      const phone = createPhone(model, { now });
      const snapshot = await factsNow(phone, action);
      for (const call of await callsOn(phone, action)) if (plan(action, call, snapshot).state === "planned") planned++;
    }
    expect(planned, `${id} does nothing on any virtual phone`).toBeGreaterThan(0);
  });

  test.each(models.map(({ id: model }) => model))(
    "on %s: apply, see, take back: the facts are those of before",
    async (model) => {
      const phone = createPhone(model, { now });
      const source = phoneSource(phone);
      for (const call of await callsOn(phone, action)) {
        const before = await factsNow(phone, action);
        const planned = await planChanges(source, [call]);
        const journal = await Journal.open(join(folder, `${id}-${model}`), { now });
        try {
          const made = await applyChanges(source, journal, planned);
          for (const { outcome, reason } of made.results ?? [])
            expect(["done", "refused"], `${canonicalJson(call as unknown as Json)}: ${outcome} ${reason}`).toContain(
              outcome,
            );
          if (planned.changes.length === 0 || made.results?.[0]?.outcome === "refused") continue;
          const reversible = planned.changes.every(({ steps }) => steps.every(({ undo }) => undo !== null));
          if (!reversible) continue;
          const undone = await undoChanges(source, journal, made);
          expect(
            undone.results?.map(({ outcome }) => outcome),
            canonicalJson(call as unknown as Json),
          ).toEqual(["done"]);
        } finally {
          await journal.close();
        }
        expect(canonicalJson((await factsNow(phone, action)).facts as unknown as Json)).toEqual(
          canonicalJson(before.facts as unknown as Json),
        );
      }
    },
  );
});
