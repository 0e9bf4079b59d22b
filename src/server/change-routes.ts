import { z } from "zod";
import { applyChanges, type ChangePlan, planChanges, resumeChanges, undoChanges } from "../centre/changes.ts";
import { hidingReason } from "../centre/hidden-apps.ts";
import { rescueFirst } from "../centre/rescue.ts";
import type { ActionCall } from "../core/action.ts";
import { VaultError } from "../core/errors.ts";
import { agreed, demandSame, digestOf } from "./agreed.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { changeProgress, onPhone, recordOf, withJournal } from "./phone-work.ts";
import { planShape, recordShape } from "./shapes.ts";

const phone = z.string().max(400);
const call = z.object({ action: z.string().max(100), params: z.record(z.string(), z.json()) });
const planned = z.object({ phone, calls: z.array(call).min(1).max(5000) });
const applied = planned.extend({
  agreed,
  irreversible: z.boolean().default(false).describe("Also do what nothing can take back"),
  reason: z.string().max(300).optional(),
});
const taken = z.object({ phone, entry: z.int().min(0), places: z.array(z.int().min(0)).optional() });
const resumed = z.object({ phone, entry: z.int().min(0), undo: z.boolean().default(false) });

/** Planning, making and taking back changes. */
export function changeRoutes(api: Api, context: ServerContext): void {
  const { jobs } = context;
  api.post(
    "/plan",
    {
      about: "What changes would do, with their commands; changes nothing",
      answer: z.object({ plan: planShape, digest: z.string() }),
      body: planned,
    },
    async ({ body: { calls, phone: ref }, signal }) => {
      const plan = await onPhone(context, ref, { signal }, (source) => planChanges(source, calls as ActionCall[]));
      return { plan, digest: digestOf(seenOf(plan)) };
    },
  );
  api.job(
    "/apply",
    {
      about: "Makes changes that a person has agreed to, reads again and tells what holds",
      answer: recordShape,
      body: applied,
    },
    ({ body: { calls, phone: ref, agreed, irreversible, reason } }) =>
      jobs.start("apply", reason ?? `${calls.length} changes`, async (tools) =>
        onPhone(context, ref, tools, async (source) => {
          await demandSealed(context, reason);
          const plan = await planChanges(source, calls as ActionCall[], tools);
          demandAgreed(plan, { agreed, irreversible });
          return await withJournal(context, async (journal) => {
            await rescueFirst(context, journal.entries, plan);
            return applyChanges(source, journal, plan, { signal: tools.signal, reason, ...changeProgress(tools) });
          });
        }),
      ),
  );
  api.job(
    "/undo",
    { about: "Takes an entry of the journal back, or some of its changes", answer: recordShape, body: taken },
    ({ body: { entry, phone: ref, places } }) =>
      jobs.start("undo", `Take back entry ${entry}`, async (tools) =>
        onPhone(context, ref, tools, (source) =>
          withJournal(context, (journal) => {
            const options = { signal: tools.signal, places, ...changeProgress(tools) };
            return undoChanges(source, journal, recordOf(journal, entry), options);
          }),
        ),
      ),
  );
  api.job(
    "/resume",
    { about: "Finishes what was interrupted, or takes it back", answer: recordShape, body: resumed },
    ({ body: { entry, phone: ref, undo } }) =>
      jobs.start("resume", `Finish entry ${entry}`, async (tools) =>
        onPhone(context, ref, tools, (source) =>
          withJournal(context, (journal) => {
            const options = { signal: tools.signal, ...changeProgress(tools) };
            return (undo ? undoChanges : resumeChanges)(source, journal, recordOf(journal, entry), options);
          }),
        ),
      ),
  );
}

/** @throws VaultError `refused` where the plan is not the one that was agreed to */
function demandAgreed(plan: ChangePlan, given: { readonly agreed: string; readonly irreversible: boolean }): void {
  demandSame(seenOf(plan), given.agreed);
  const lasting = plan.changes.some(({ steps }) => steps.some(({ undo }) => undo === null));
  if (lasting && !given.irreversible)
    throw new VaultError(
      "refused",
      "Some of it cannot be taken back, and was not agreed to.",
      "Agree to it on its own.",
    );
}

/** Which apps are hidden is written sealed or not at all. @throws VaultError `refused`, `locked` */
async function demandSealed(context: ServerContext, reason: string | undefined): Promise<void> {
  if (reason !== hidingReason || (await storeOf(context)).state !== "plain") return;
  throw new VaultError(
    "refused",
    "No privacy password is set, so anybody at this computer could read which apps are hidden.",
    "Set one first.",
  );
}

/** What a person agrees to: the commands, and nothing else of a plan. */
function seenOf({ changes, phone: { serial } }: ChangePlan) {
  return { serial, steps: changes.map(({ steps }) => steps) };
}
