import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { z } from "zod";
import { changeRecords } from "../centre/change-records.ts";
import { applyChanges, type ChangePlan, planChanges, resumeChanges, undoChanges } from "../centre/changes.ts";
import type { Journal } from "../centre/journal.ts";
import { journalRows } from "../centre/journal-list.ts";
import { openJournal, readJournalOf } from "../centre/private-store.ts";
import { rescueFirst } from "../centre/rescue.ts";
import type { ActionCall } from "../core/action.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import { VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import type { Source } from "../core/source.ts";
import { begun, bodyOf, type ServerContext } from "./context.ts";
import type { JobTools } from "./jobs.ts";

const phone = z.string().max(400);
const call = z.object({ action: z.string().max(100), params: z.record(z.string(), z.json()) });
const planned = z.object({ phone, calls: z.array(call).min(1).max(5000) });
const applied = planned.extend({
  agreed: z.string().length(64).describe("`digest` of the plan that the person has seen"),
  irreversible: z.boolean().default(false).describe("Also do what nothing can take back"),
  reason: z.string().max(300).optional(),
});
const taken = z.object({ phone, entry: z.int().min(0), places: z.array(z.int().min(0)).optional() });
const resumed = z.object({ phone, entry: z.int().min(0), undo: z.boolean().default(false) });

/** Planning, making and taking back changes, and the journal of them. */
export function changeRoutes(api: Hono, context: ServerContext): void {
  const { jobs, phones } = context;
  const onPhone = async <T>(
    ref: string,
    tools: Partial<JobTools>,
    work: (source: Source) => Promise<T>,
  ): Promise<T> => {
    const source = await phones.open(ref, {
      ...(tools.signal && { signal: tools.signal }),
      onPrompt: (message) => tools.tell?.({ type: "message", message }),
    });
    try {
      return await work(source);
    } finally {
      await source.close();
    }
  };
  const withJournal = async <T>(work: (journal: Journal) => Promise<T>): Promise<T> => {
    const journal = await openJournal(context);
    try {
      return await work(journal);
    } finally {
      await journal.close();
    }
  };
  const recordOf = (journal: Pick<Journal, "entries">, n: number) => {
    const record = changeRecords(journal.entries).find((each) => each.n === n);
    if (!record) throw new VaultError("refused", `There is no change ${n} in the journal, or it is locked.`);
    return record;
  };
  const progress = ({ tell }: JobTools) => ({
    onProgress: ({ about, change, of }: { about: string; change: number; of: number }) =>
      tell({ type: "progress", about, done: change, of }),
  });

  api.post("/plan", async (request) => {
    const { calls, phone: ref } = await bodyOf(request, planned);
    const plan = await onPhone(ref, { signal: request.req.raw.signal }, (source) =>
      planChanges(source, calls as ActionCall[]),
    );
    return request.json({ plan, digest: digestOf(plan) });
  });
  api.post("/apply", async (request) => {
    const { calls, phone: ref, agreed, irreversible, reason } = await bodyOf(request, applied);
    const job = jobs.start("apply", reason ?? `${calls.length} changes`, async (tools) =>
      onPhone(ref, tools, async (source) => {
        const plan = await planChanges(source, calls as ActionCall[], tools);
        if (digestOf(plan) !== agreed)
          throw new VaultError(
            "refused",
            "The phone has changed since this was planned.",
            "Look at the plan again and agree to it.",
          );
        const lasting = plan.changes.some(({ steps }) => steps.some(({ undo }) => undo === null));
        if (lasting && !irreversible)
          throw new VaultError(
            "refused",
            "Some of it cannot be taken back, and was not agreed to.",
            "Agree to it on its own.",
          );
        return await withJournal(async (journal) => {
          await rescueFirst(context, journal.entries, plan);
          return applyChanges(source, journal, plan, { signal: tools.signal, reason, ...progress(tools) });
        });
      }),
    );
    return begun(request, job);
  });
  api.post("/undo", async (request) => {
    const { entry, phone: ref, places } = await bodyOf(request, taken);
    const job = jobs.start("undo", `Take back entry ${entry}`, async (tools) =>
      onPhone(ref, tools, (source) =>
        withJournal((journal) =>
          undoChanges(source, journal, recordOf(journal, entry), { signal: tools.signal, places, ...progress(tools) }),
        ),
      ),
    );
    return begun(request, job);
  });
  api.post("/resume", async (request) => {
    const { entry, phone: ref, undo } = await bodyOf(request, resumed);
    const job = jobs.start("resume", `Finish entry ${entry}`, async (tools) =>
      onPhone(ref, tools, (source) =>
        withJournal((journal) =>
          (undo ? undoChanges : resumeChanges)(source, journal, recordOf(journal, entry), {
            signal: tools.signal,
            ...progress(tools),
          }),
        ),
      ),
    );
    return begun(request, job);
  });
  api.get("/journal", async (request) => {
    const { damage, entries } = await readJournalOf(context);
    return request.json({ damage, rows: journalRows(entries) });
  });
  api.get("/journal/:entry", async (request) =>
    request.json({ record: recordOf(await readJournalOf(context), Number(request.req.param("entry"))) }),
  );
}

/** What a person agrees to: the commands, and nothing else of a plan. */
function digestOf({ changes, phone: { serial } }: ChangePlan): string {
  const seen = { serial, steps: changes.map(({ steps }) => steps) } as unknown as Json;
  return createHash("sha256").update(canonicalJson(seen)).digest("hex");
}
