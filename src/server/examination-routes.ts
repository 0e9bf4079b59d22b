import type { Hono } from "hono";
import { z } from "zod";
import { keepExamination, listExaminations, readExamination, removeExamination } from "../centre/examinations.ts";
import { examine, judgeSnapshot, sawAnything } from "../centre/examine.ts";
import { DeviceError } from "../core/errors.ts";
import { begun, bodyOf, type ServerContext, storeOf } from "./context.ts";

const asked = z.object({
  phone: z.string().max(400).describe("serial:…, address:HOST:PORT or virtual:MODEL"),
  apps: z.boolean().default(true).describe("Whether to look into the apps, too"),
});

/** Examining phones, and what was found then. */
export function examinationRoutes(api: Hono, context: ServerContext): void {
  const { dataFolder, jobs, now, phones } = context;
  api.post("/examinations", async (request) => {
    const { phone, apps } = await bodyOf(request, asked);
    const job = jobs.start("examine", `Examine ${phone}`, async ({ signal, tell }) => {
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
        return { examination: await keepExamination(await storeOf(context), { ...found, phone }, now()) };
      } finally {
        await source.close();
      }
    });
    return begun(request, job);
  });
  api.get("/examinations", async (request) =>
    request.json({ examinations: await listExaminations(await storeOf(context)) }),
  );
  api.get("/examinations/:id", async (request) => {
    const snapshot = await readExamination(await storeOf(context), request.req.param("id"));
    if (!snapshot) return request.notFound();
    const all = await listExaminations(await storeOf(context));
    const summary = all.find(({ id }) => id === request.req.param("id")) ?? null;
    return request.json({ examination: summary, report: await judgeSnapshot(snapshot, dataFolder) });
  });
  api.get("/examinations/:id/facts/:fact", async (request) => {
    const snapshot = await readExamination(await storeOf(context), request.req.param("id"));
    const fact = snapshot && new Map(Object.entries(snapshot.facts)).get(request.req.param("fact"));
    return fact ? request.json(fact) : request.notFound();
  });
  api.delete("/examinations/:id", async (request) => {
    await removeExamination(await storeOf(context), request.req.param("id"));
    return request.json({ removed: true });
  });
}
