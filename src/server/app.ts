import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { changeRoutes } from "./change-routes.ts";
import type { ServerContext } from "./context.ts";
import { examinationRoutes } from "./examination-routes.ts";
import type { Guard } from "./guard.ts";
import { jobRoutes } from "./job-routes.ts";
import { failureOf } from "./jobs.ts";
import type { PageFiles } from "./page-files.ts";
import { phoneRoutes } from "./phone-routes.ts";

/** Bytes of a JSON request. */
const maxBody = 1024 * 1024;

/** Status codes of what is not the server's fault. */
const statuses: Readonly<Record<string, 400 | 403 | 409 | 423 | 500>> = {
  format: 400,
  locked: 423,
  busy: 409,
  interrupted: 409,
  refused: 409,
  fault: 500,
  system: 500,
};

/** The server as a function from requests to responses. */
export function makeApp(context: ServerContext, guard: Guard, page: PageFiles): Hono {
  const app = new Hono();
  app.use(guard.middleware);
  const api = new Hono();
  api.use(bodyLimit({ maxSize: maxBody, onError: (request) => request.json(tooLarge, 413) }));
  for (const routes of [phoneRoutes, examinationRoutes, changeRoutes, jobRoutes]) routes(api, context);
  const onError = (error: Error) => {
    const failure = failureOf(error);
    return Response.json({ error: failure }, { status: statuses[failure.code] ?? 502 });
  };
  api.onError(onError);
  api.notFound((request) =>
    request.json({ error: { code: "absent", message: "There is no such thing.", next: null } }, 404),
  );
  app.route("/api/v1", api);
  app.get("*", (request) => page.answer(request));
  app.onError(onError);
  return app;
}

const tooLarge = { error: { code: "too-large", message: "This is more than a request may hold.", next: null } };
