import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { Api, type RouteSpec } from "./api.ts";
import { appRoutes } from "./app-routes.ts";
import { assessmentRoutes } from "./assessment-routes.ts";
import { changeRoutes } from "./change-routes.ts";
import { collectionRoutes } from "./collection-routes.ts";
import { compareRoutes } from "./compare-routes.ts";
import type { ServerContext } from "./context.ts";
import { evidenceRoutes, includesPath } from "./evidence-routes.ts";
import { examinationRoutes } from "./examination-routes.ts";
import { fdroidPath, fdroidRoutes } from "./fdroid-routes.ts";
import { feedRoutes } from "./feed-routes.ts";
import { fileRoutes, filesPath } from "./file-routes.ts";
import { followingRoutes } from "./following-routes.ts";
import type { Guard } from "./guard.ts";
import { guideRoutes } from "./guide-routes.ts";
import { hardwareRoutes } from "./hardware-routes.ts";
import { hiddenRoutes } from "./hidden-routes.ts";
import { iconRoutes } from "./icon-routes.ts";
import { jobRoutes } from "./job-routes.ts";
import { failureOf } from "./jobs.ts";
import { journalRoutes } from "./journal-routes.ts";
import { lockRoutes } from "./lock-routes.ts";
import type { PageFiles } from "./page-files.ts";
import { permissionRoutes } from "./permission-routes.ts";
import { phoneRoutes } from "./phone-routes.ts";
import { placeRoutes } from "./place-routes.ts";
import { preinstalledRoutes } from "./preinstalled-routes.ts";
import { proofRoutes } from "./proof-routes.ts";
import { receivedRoutes } from "./received-routes.ts";
import { restoreRoutes } from "./restore-routes.ts";
import { rightsFilesPath, rightsRoutes } from "./rights-routes.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { shareFilesPath, shareRoutes } from "./share-routes.ts";
import { trafficFilesPath, trafficRoutes } from "./traffic-routes.ts";
import { undoRoutes } from "./undo-routes.ts";
import { updateRoutes } from "./update-routes.ts";
import { vaultBrowseRoutes } from "./vault-browse-routes.ts";
import { vaultCareRoutes } from "./vault-care-routes.ts";
import { vaultFileRoutes } from "./vault-file-routes.ts";
import { vaultHideRoutes } from "./vault-hide-routes.ts";
import { vaultReturnRoutes } from "./vault-return-routes.ts";
import { vaultRoutes } from "./vault-routes.ts";
import { vaultWorkRoutes } from "./vault-work-routes.ts";

/** Where the interface lies; another version of it would lie elsewhere. */
const base = "/api/v1";
/** Bytes of a JSON request. */
const maxBody = 1024 * 1024;

/** Status codes of what is not the server's fault. */
const statuses: Readonly<Record<string, number>> = {
  format: 400,
  "wrong-passphrase": 403,
  denied: 403,
  absent: 404,
  timeout: 408,
  "too-large": 413,
  unreadable: 422,
  unwritable: 507,
  locked: 423,
  closed: 423,
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
  assessments: assessmentRoutes,
  following: followingRoutes,
  hardware: hardwareRoutes,
  files: fileRoutes,
  apps: appRoutes,
  "list of F-Droid": fdroidRoutes,
  icons: iconRoutes,
  permissions: permissionRoutes,
  collection: collectionRoutes,
  "pre-installed apps": preinstalledRoutes,
  changes: changeRoutes,
  undo: undoRoutes,
  restoring: restoreRoutes,
  guides: guideRoutes,
  journal: journalRoutes,
  proof: proofRoutes,
  privacy: lockRoutes,
  "hidden apps": hiddenRoutes,
  lists: feedRoutes,
  settings: settingsRoutes,
  traffic: trafficRoutes,
  "requests about one's data": rightsRoutes,
  evidence: evidenceRoutes,
  sharing: shareRoutes,
  "what was received": receivedRoutes,
  updates: updateRoutes,
  vaults: vaultRoutes,
  "what is in vaults": vaultBrowseRoutes,
  "files in vaults": vaultFileRoutes,
  "work on vaults": vaultWorkRoutes,
  "care of vaults": vaultCareRoutes,
  "hiding in vaults": vaultHideRoutes,
  "putting back on phones": vaultReturnRoutes,
  "places of vaults": placeRoutes,
  jobs: jobRoutes,
} as const;

/** All routes of the interface, as its document tells of them. */
export function allRoutes(): readonly RouteSpec[] {
  // Registering asks nothing of the context.
  return describe(new Hono(), {} as ServerContext).routes;
}

function describe(hono: Hono, context: ServerContext): Api {
  const api = new Api(hono);
  for (const [part, routes] of Object.entries(parts)) routes(api.part(part), context);
  const about = "This document";
  api.part("interface").get("/openapi.json", { about, answer: z.looseObject({ openapi: z.string() }) }, async () => {
    const { openApi } = await import("./openapi.ts");
    return openApi(api.routes) as { openapi: string };
  });
  return api;
}

/** The server as a function from requests to responses. */
export function makeApp(context: ServerContext, guard: Guard, page: PageFiles): Hono {
  const app = new Hono();
  app.use(guard.middleware);
  const api = new Hono();
  const limited = bodyLimit({ maxSize: maxBody, onError: (request) => request.json(tooLarge, 413) });
  const files = new Set(
    [filesPath, trafficFilesPath, rightsFilesPath, shareFilesPath, includesPath, fdroidPath].map(
      (path) => `${base}${path}`,
    ),
  );
  api.use((request, next) => (files.has(request.req.path) ? next() : limited(request, next)));
  describe(api, context);
  // By the context, so that the headers that the guard has set are on these answers, too.
  const onError = (error: Error, request: Context) => {
    const failure = failureOf(error);
    return request.json({ error: failure }, (statuses[failure.code] ?? 502) as ContentfulStatusCode);
  };
  api.onError(onError);
  app.route(base, api);
  app.all("/api/*", (request) => request.notFound());
  app.get("*", (request) => page.answer(request));
  app.notFound((request) => request.json(absent, 404));
  app.onError(onError);
  return app;
}

const absent = { error: { code: "absent", message: "There is no such thing.", next: null } };
const tooLarge = { error: { code: "too-large", message: "This is more than a request may hold.", next: null } };
