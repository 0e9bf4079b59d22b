import { buildCommand, buildRouteMap } from "@stricli/core";
import { json, noInput } from "./common-flags.ts";

const list = buildCommand({
  loader: async () => (await import("./feeds.ts")).feedsList,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "Show each list with origin, licence, date, size and digest" },
});

const update = buildCommand({
  loader: async () => (await import("./feeds.ts")).feedsUpdate,
  parameters: {
    flags: {
      json,
      force: { kind: "boolean", default: false, brief: "Also take a list that shrank by more than half" },
    },
    positional: {
      kind: "array",
      parameter: { brief: "Lists to update; all when left out", parse: String, placeholder: "ID" },
    },
  },
  docs: {
    brief: "Fetch the lists from their publishers",
    fullDescription:
      "Fetches the lists from their publishers, the only thing that Candor ever fetches unasked by another command. What is broken, truncated or hostile is refused and the old list stays.",
  },
});

/** `candor feeds …`. */
export const feedsRoutes = buildRouteMap({
  routes: { list, update },
  docs: { brief: "Published lists: indicators of stalkerware and of mobile threats" },
});
