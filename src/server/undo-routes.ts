import { z } from "zod";
import { connectedPhone } from "../centre/change-facts.ts";
import { changeRecords } from "../centre/change-records.ts";
import type { Journal } from "../centre/journal.ts";
import { readOpenJournal } from "../centre/private-store.ts";
import { allUndoable, type ChosenUndo, planUndos, shownUndo, undoSeveral } from "../centre/undo-several.ts";
import type { Source } from "../core/source.ts";
import { agreed, demandSame, digestOf } from "./agreed.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { changeProgress, onPhone, recordOf, withJournal } from "./phone-work.ts";
import { recordsShape } from "./shapes.ts";

const shown = z.object({
  entry: z.int(),
  at: z.iso.datetime(),
  about: z.string(),
  changes: z.array(
    z.object({
      about: z.string(),
      place: z.int().nullable(),
      commands: z.array(z.array(z.string())),
      moved: z.boolean().describe("Something else changed it since: it becomes what it was before this entry"),
    }),
  ),
  losses: z.array(z.string()).describe("What stays lost"),
});

const chosen = z.object({
  entry: z.int().min(0),
  places: z.array(z.int().min(0)).max(5000).optional().describe("Which of its changes, from 0; all where left out"),
});
const wish = z.object({
  phone: z.string().max(400),
  chosen: z
    .array(chosen)
    .min(1)
    .max(1000)
    .optional()
    .describe("All that can be taken back on this phone where left out"),
});

/** Taking back several entries of the journal, with a look at what that would do. */
export function undoRoutes(api: Api, context: ServerContext): void {
  api.post(
    "/undo/plan",
    {
      about: "What taking entries back would do, with its commands; changes nothing",
      answer: z.object({ plans: z.array(shown), digest: z.string() }),
      body: wish,
    },
    async ({ body, signal }) => {
      const { entries } = await readOpenJournal(context);
      return await onPhone(context, body.phone, { signal }, async (source) => {
        const plans = await planUndos(source, await recordsFor(source, entries, body.chosen, signal), signal);
        const seen = plans.map(shownUndo);
        return { plans: seen, digest: digestOf(seen) };
      });
    },
  );
  api.job(
    "/undo/several",
    {
      about: "Takes entries back, the newest first, reads again and tells what holds",
      answer: recordsShape,
      body: wish.extend({ agreed }),
    },
    ({ body }) =>
      context.jobs.start("undo", "Take changes back", async (tools) =>
        onPhone(context, body.phone, tools, (source) =>
          withJournal(context, async (journal) => {
            const wanted = await recordsFor(source, journal.entries, body.chosen, tools.signal);
            demandSame((await planUndos(source, wanted, tools.signal)).map(shownUndo), body.agreed);
            const options = { signal: tools.signal, ...changeProgress(tools) };
            return { made: await undoSeveral(source, journal, wanted, options) };
          }),
        ),
      ),
  );
}

/** Newest first: what one entry changed, a later one may have changed again. */
async function recordsFor(
  source: Source,
  entries: Journal["entries"],
  wanted: z.output<typeof wish>["chosen"],
  signal: AbortSignal,
): Promise<readonly ChosenUndo[]> {
  if (wanted)
    return wanted
      .map(({ entry, places }) => ({ record: recordOf({ entries }, entry), places }))
      .sort((a, b) => b.record.n - a.record.n);
  const { serial } = await connectedPhone(source, signal);
  return allUndoable(changeRecords(entries), serial);
}
