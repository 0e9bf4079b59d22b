import { version } from "../centre/version.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";

/** What there is: this Candor, and the phones that it can reach. */
export function phoneRoutes(api: Api, context: ServerContext): void {
  api.get("/about", { about: "This Candor, and whether what it keeps is locked" }, async () => ({
    candor: version,
    privacy: (await storeOf(context)).state,
  }));
  api.get("/phones", { about: "The phones that can be reached, and the virtual ones" }, async ({ signal }) =>
    context.phones.list(signal),
  );
}
