import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Api } from "./api.ts";
import { appRoutes } from "./app-routes.ts";
import { changeRoutes } from "./change-routes.ts";
import { collectionRoutes } from "./collection-routes.ts";
import { compareRoutes } from "./compare-routes.ts";
import type { ServerContext } from "./context.ts";
import { examinationRoutes } from "./examination-routes.ts";
import { feedRoutes } from "./feed-routes.ts";
import type { Guard } from "./guard.ts";
import { hiddenRoutes } from "./hidden-routes.ts";
import { jobRoutes } from "./job-routes.ts";
import { failureOf } from "./jobs.ts";
import { journalRoutes } from "./journal-routes.ts";
import { lockRoutes } from "./lock-routes.ts";
import type { PageFiles } from "./page-files.ts";
import { permissionRoutes } from "./permission-routes.ts";
import { phoneRoutes } from "./phone-routes.ts";
import { preinstalledRoutes } from "./preinstalled-routes.ts";
import { undoRoutes } from "./undo-routes.ts";

/** Bytes of a JSON request. */
const maxBody = 1024 * 1024;

/** Status codes of what is not the server's fault. */
const statuses: Readonly<Record<string, number>> = {
  format: 400,
  "wrong-passphrase": 403,
  absent: 404,
  locked: 423,
  busy: 409,
  interrupted: 409,
  refused: 409,
  fault: 500,
  system: 500,
};

/** The parts of the interface. */
const parts = {
  phones: phoneRoutes,
  examinations: examinationRoutes,
  comparison: compareRoutes,
  apps: appRoutes,
  permissions: permissionRoutes,
  collection: collectionRoutes,
  "pre-installed apps": preinstalledRoutes,
  changes: changeRoutes,
  undo: undoRoutes,
  journal: journalRoutes,
  privacy: lockRoutes,
  "hidden apps": hiddenRoutes,
  lists: feedRoutes,
  jobs: jobRoutes,
} as const;

/** The server as a function from requests to responses. */
export function makeApp(context: ServerContext, guard: Guard, page: PageFiles): Hono {
  const app = new Hono();
  app.use(guard.middleware);
  const api = new Hono();
  api.use(bodyLimit({ maxSize: maxBody, onError: (request) => request.json(tooLarge, 413) }));
  const described = new Api(api);
  for (const [part, routes] of Object.entries(parts)) routes(described.part(part), context);
  const onError = (error: Error) => {
    const failure = failureOf(error);
    return Response.json({ error: failure }, { status: statuses[failure.code] ?? 502 });
  };
  api.onError(onError);
  app.route("/api/v1", api);
  app.all("/api/*", (request) => request.notFound());
  app.get("*", (request) => page.answer(request));
  app.notFound((request) => request.json(absent, 404));
  app.onError(onError);
  return app;
}

const absent = { error: { code: "absent", message: "There is no such thing.", next: null } };
const tooLarge = { error: { code: "too-large", message: "This is more than a request may hold.", next: null } };
