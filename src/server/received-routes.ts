import { z } from "zod";
import type { Api } from "./api.ts";
import { lookedAtShape } from "./app-shapes.ts";
import type { ServerContext } from "./context.ts";
import type { JobTools } from "./jobs.ts";
import { download } from "./share-routes.ts";
import { letterShape, opening } from "./share-shapes.ts";

/** Sealed files that a person received (`/files` takes them): opening them, and what was in them. */
export function receivedRoutes(api: Api, { jobs, received }: ServerContext): void {
  api.get(
    "/received",
    {
      about: "Sealed files that were received since Candor began or was unlocked, the latest first",
      answer: z.object({ received: z.array(letterShape) }),
    },
    async () => ({ received: await received.list() }),
  );
  api.get(
    "/received/:id",
    { about: "One sealed file, and what was in it where it was opened", answer: letterShape },
    async ({ param }) => await received.letter(param("id")),
  );
  api.job(
    "/received/:id/open",
    {
      about: "Opens a sealed file with this Candor's own key, a passphrase or a key, and verifies all of it",
      body: opening,
      answer: letterShape,
    },
    ({ param, body }) =>
      jobs.start("open-sealed", "Share", async (tools) => await received.open(param("id"), body, optionsOf(tools))),
  );
  api.job(
    "/received/:id/look",
    { about: "Keeps what was in it among the examinations, or looks into the app in it", answer: lookedAtShape },
    ({ param }) =>
      jobs.start("look-at-file", "Share", async (tools) => await received.look(param("id"), optionsOf(tools))),
  );
  api.raw(
    {
      method: "get",
      path: "/received/:id/file",
      about: "What was in a sealed file, opened in memory while it is saved",
      query: null,
      body: null,
      answer: null,
      gives: "file",
    },
    async (request) => {
      if (request.req.raw.method !== "GET") return request.notFound();
      const found = await received.content(request.req.param("id") ?? "");
      return found ? download(request, found.name, found.pieces) : request.notFound();
    },
  );
  api.delete(
    "/received/:id",
    { about: "Removes a sealed file here, and the key that opened it", answer: z.object({ removed: z.boolean() }) },
    async ({ param }) => ({ removed: await received.remove(param("id")) }),
  );
}

/** Milliseconds between two words on how far it is. */
const pause = 200;

function optionsOf({ signal, tell }: JobTools) {
  let last = Number.NEGATIVE_INFINITY;
  const onProgress = (step: { readonly about: string; readonly done: number; readonly of: number }) => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    tell({ type: "progress", ...step });
  };
  return { signal, onProgress };
}
