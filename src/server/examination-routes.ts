import { z } from "zod";
import { keepExamination, listExaminations, readExamination, removeExamination } from "../centre/examinations.ts";
import { examine, judgeSnapshot, sawAnything } from "../centre/examine.ts";
import { examinationNote, noteInJournal } from "../centre/journal-notes.ts";
import { snapshot } from "../centre/schema.ts";
import { DeviceError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import type { JobTools } from "./jobs.ts";
import { examinationShape, reportShape } from "./shapes.ts";

const asked = z.object({
  phone: z.string().max(400).describe("serial:…, address:HOST:PORT or virtual:MODEL"),
  apps: z.boolean().default(true).describe("Whether to look into the apps, too"),
});

/** Examining phones, and what was found then. */
export function examinationRoutes(api: Api, context: ServerContext): void {
  const { dataFolder, jobs, now, phones } = context;
  api.job(
    "/examinations",
    {
      about: "Examines a phone and keeps what was found",
      body: asked,
      answer: z.object({ examination: examinationShape }),
    },
    ({ body: { phone, apps } }) =>
      jobs.start("examine", `Examine ${phone}`, async ({ signal, tell }) => {
        const source = await phones.open(phone, { signal, onPrompt: (message) => tell({ type: "message", message }) });
        try {
          const found = await examine(source, {
            dataFolder,
            signal,
            onProgress: ({ about, done, total }) => tell({ type: "progress", about, done, of: total }),
            ...(apps && {
              apps: {
                onProgress: (step) =>
                  tell({
                    type: "progress",
                    about: `Looking into ${step.app ?? "the apps"}`,
                    done: step.done,
                    of: step.of,
                  }),
              },
            }),
          });
          if (!sawAnything(found.snapshot))
            throw new DeviceError(
              "refused",
              "Nothing could be read from the phone.",
              "Unlock it, check the cable, and try again.",
            );
          const examination = await keepExamination(await storeOf(context), { ...found, phone }, now());
          await noteExamined(context, found.snapshot, phone, tell);
          return { examination };
        } finally {
          await source.close();
        }
      }),
  );
  api.get(
    "/examinations",
    { about: "What was examined, the newest first", answer: z.object({ examinations: z.array(examinationShape) }) },
    async () => ({ examinations: await listExaminations(await storeOf(context)) }),
  );
  api.get(
    "/examinations/:id",
    {
      about: "One examination, judged with the lists of today",
      answer: z.object({ examination: examinationShape.nullable(), report: reportShape }),
    },
    async ({ param }) => {
      const store = await storeOf(context);
      const snapshot = await readExamination(store, param("id"));
      if (!snapshot) return undefined;
      const summary = (await listExaminations(store)).find(({ id }) => id === param("id")) ?? null;
      return { examination: summary, report: await judgeSnapshot(snapshot, dataFolder) };
    },
  );
  api.get(
    "/examinations/:id/facts/:fact",
    { about: "One fact as it was read", answer: snapshot.shape.facts.valueType },
    async ({ param }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      return snapshot && new Map(Object.entries(snapshot.facts)).get(param("fact"));
    },
  );
  api.delete(
    "/examinations/:id",
    { about: "Removes an examination for good", answer: z.object({ removed: z.boolean() }) },
    async ({ param }) => {
      await removeExamination(await storeOf(context), param("id"));
      return { removed: true };
    },
  );
}

/** Notes it in the journal, but for virtual phones of Candor's own; says where it could not be noted. */
async function noteExamined(
  context: ServerContext,
  taken: Snapshot,
  phone: string,
  tell: JobTools["tell"],
): Promise<void> {
  if (phone.startsWith("virtual:")) return;
  const problem = await noteInJournal(context, [{ kind: "examination", body: examinationNote(taken) }]);
  if (problem !== null) tell({ type: "message", message: problem });
}
