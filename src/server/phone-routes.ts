import type { Hono } from "hono";
import { version } from "../centre/version.ts";
import { type ServerContext, storeOf } from "./context.ts";

/** What there is: this Candor, and the phones that it can reach. */
export function phoneRoutes(api: Hono, context: ServerContext): void {
  api.get("/about", async (request) => request.json({ candor: version, privacy: (await storeOf(context)).state }));
  api.get("/phones", async (request) => request.json(await context.phones.list(request.req.raw.signal)));
}
