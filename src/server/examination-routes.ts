import { z } from "zod";
import { listExaminations, readExamination, removeExamination } from "../centre/examinations.ts";
import { judgeSnapshot } from "../centre/examine.ts";
import { snapshot } from "../centre/schema.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { examinePhone } from "./examining.ts";
import { examinationShape, reportShape } from "./shapes.ts";

const asked = z.object({
  phone: z.string().max(400).describe("serial:…, address:HOST:PORT or virtual:MODEL"),
  apps: z.boolean().default(true).describe("Whether to look into the apps, too"),
});

/** Examining phones, and what was found then. */
export function examinationRoutes(api: Api, context: ServerContext): void {
  const { dataFolder, jobs } = context;
  api.job(
    "/examinations",
    {
      about: "Examines a phone and keeps what was found",
      body: asked,
      answer: z.object({ examination: examinationShape }),
    },
    ({ body: { phone, apps } }) =>
      jobs.start("examine", `Examine ${phone}`, async (tools) => {
        const { examination } = await examinePhone(context, { phone, apps }, tools);
        return { examination };
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
