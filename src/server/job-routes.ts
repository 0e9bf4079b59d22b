import { streamSSE } from "hono/streaming";
import { z } from "zod";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import type { Job } from "./jobs.ts";

const one = z.object({
  id: z.string(),
  kind: z.string(),
  about: z.string(),
  startedAt: z.iso.datetime(),
  state: z.enum(["running", "done", "failed", "stopped"]),
});

const shown = ({ id, kind, about, startedAt, state }: Job) => ({
  id,
  kind,
  about,
  startedAt: new Date(startedAt).toISOString(),
  state,
});

/** Long work: its list, its events as a stream that a page can take up again, and stopping it. */
export function jobRoutes(api: Api, { jobs }: ServerContext): void {
  api.get(
    "/jobs",
    { about: "Jobs that run, and the last that ended", answer: z.object({ jobs: z.array(one) }) },
    async () => ({ jobs: jobs.list().map(shown) }),
  );
  api.get("/jobs/:id", { about: "One job", answer: one }, async ({ param }) => {
    const job = jobs.get(param("id"));
    return job && shown(job);
  });
  api.raw(
    {
      method: "get",
      path: "/jobs/:id/events",
      about: "What a job tells, from the event after `Last-Event-ID` (or `after`) on, until it ends",
      query,
      body: null,
      answer: null,
      gives: "events",
    },
    (request) => {
      const job = jobs.get(request.req.param("id") ?? "");
      if (!job) return request.notFound();
      const after = Number(request.req.header("last-event-id") ?? request.req.query("after") ?? 0);
      return streamSSE(request, async (stream) => {
        const gone = new AbortController();
        stream.onAbort(() => gone.abort());
        for await (const { n, event } of job.events(Number.isSafeInteger(after) ? after : 0, gone.signal))
          await stream.writeSSE({ id: String(n), event: event.type, data: JSON.stringify(event) });
      });
    },
  );
  api.delete("/jobs/:id", { about: "Stops a job", answer: z.object({ stopping: z.boolean() }) }, async ({ param }) => {
    const job = jobs.get(param("id"));
    job?.stop();
    return job && { stopping: true };
  });
}

const query = z.object({ after: z.coerce.number().int().optional() });
