import { z } from "zod";
import { connectedPhone } from "../centre/change-facts.ts";
import { changeRecords } from "../centre/change-records.ts";
import { preinstalledOf } from "../centre/preinstalled.ts";
import { openPrivate, readOpenJournal } from "../centre/private-store.ts";
import { keepRescue, rescueName, rescueScript, rescueSteps } from "../centre/rescue.ts";
import { changesOf, planRestore, type RestorePlan, type RestoreWish, restoreApps } from "../centre/restore.ts";
import { VaultError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { agreed, demandSame, digestOf } from "./agreed.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { changeProgress, onPhone, withJournal } from "./phone-work.ts";
import { callsShape, recordsShape } from "./shapes.ts";

const restoring = callsShape.extend({
  entries: z.array(z.object({ entry: z.int(), at: z.string(), places: z.array(z.int()) })),
  about: z.array(z.string()).describe("What is taken back, in words"),
  unknown: z.array(z.string()),
  digest: z.string(),
});

const wish = z.object({
  packages: z.array(z.string().max(255)).max(5000).nullable().describe("null for all that Candor put away"),
  user: z.int().min(0).optional(),
});

/** Bringing back what was put away, by Candor or without it. */
export function restoreRoutes(api: Api, context: ServerContext): void {
  const planned = async (source: Source, given: RestoreWish, signal: AbortSignal) => {
    const found = await preinstalledOf(source, { dataFolder: context.dataFolder, signal });
    const { serial } = await connectedPhone(source, signal);
    const { entries } = await readOpenJournal(context);
    return planRestore(
      found,
      changeRecords(entries).filter(({ body }) => body.phone.serial === serial),
      given,
    );
  };
  api.post(
    "/phones/:phone/restore/plan",
    { about: "What would bring apps back; changes nothing", answer: restoring, body: wish },
    async ({ param, body, signal }) =>
      await onPhone(context, param("phone"), { signal }, async (source) => {
        const seen = shown(await planned(source, body, signal));
        return { ...seen, digest: digestOf(seen) };
      }),
  );
  api.job(
    "/phones/:phone/restore",
    {
      about: "Brings apps back, reads again and tells what holds",
      answer: recordsShape,
      body: wish.extend({ agreed }),
    },
    ({ param, body }) => {
      const phone = param("phone");
      return context.jobs.start("restore", "Bring apps back", async (tools) =>
        onPhone(context, phone, tools, async (source) => {
          const plan = await planned(source, body, tools.signal);
          if (plan.unknown.length > 0)
            throw new VaultError("refused", `These did not come with this phone: ${plan.unknown.join(", ")}.`);
          demandSame(shown(plan), body.agreed);
          return await withJournal(context, async (journal) => ({
            made: await restoreApps(source, journal, plan, { signal: tools.signal, ...changeProgress(tools) }),
          }));
        }),
      );
    },
  );
  api.post(
    "/phones/:phone/rescue",
    {
      about: "Writes the script that brings all apps back with nothing but adb, and gives it",
      answer: z.object({ script: z.string(), apps: z.int(), name: z.string() }),
    },
    async ({ param, signal }) =>
      await onPhone(context, param("phone"), { signal }, async (source) => {
        const phone = await connectedPhone(source, signal);
        const steps = rescueSteps(changeRecords((await readOpenJournal(context)).entries), phone);
        const script = rescueScript(steps, phone, new Date(context.now()));
        await keepRescue(await openPrivate(context), phone, script);
        return { script, apps: steps.length, name: rescueName(phone).replace(/^.*\//, "") };
      }),
  );
}

/** What a person is shown of it. */
function shown({ own, others, unknown }: RestorePlan) {
  const entries = own.map(({ record, places }) => ({ entry: record.n, at: record.at, places: [...(places ?? [])] }));
  return { entries, about: changesOf(own).map(({ about }) => about), calls: [...others], unknown: [...unknown] };
}
