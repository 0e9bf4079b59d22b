import type { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { ServerContext } from "./context.ts";
import type { Job } from "./jobs.ts";

const shown = ({ id, kind, about, startedAt, state }: Job) => ({
  id,
  kind,
  about,
  startedAt: new Date(startedAt).toISOString(),
  state,
});

/** Long work: its list, its events as a stream that a page can take up again, and stopping it. */
export function jobRoutes(api: Hono, { jobs }: ServerContext): void {
  api.get("/jobs", (request) => request.json({ jobs: jobs.list().map(shown) }));
  api.get("/jobs/:id", (request) => {
    const job = jobs.get(request.req.param("id"));
    return job ? request.json(shown(job)) : request.notFound();
  });
  api.get("/jobs/:id/events", (request) => {
    const job = jobs.get(request.req.param("id"));
    if (!job) return request.notFound();
    const after = Number(request.req.header("last-event-id") ?? request.req.query("after") ?? 0);
    return streamSSE(request, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      for await (const { n, event } of job.events(Number.isSafeInteger(after) ? after : 0, gone.signal))
        await stream.writeSSE({ id: String(n), event: event.type, data: JSON.stringify(event) });
    });
  });
  api.delete("/jobs/:id", (request) => {
    const job = jobs.get(request.req.param("id"));
    if (!job) return request.notFound();
    job.stop();
    return request.json({ stopping: true });
  });
}
