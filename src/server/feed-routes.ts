import { z } from "zod";
import { chooseFeeds, listFeeds, updateFeeds } from "../centre/feeds.ts";
import { FormatError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";

const origin = z.enum(["embedded", "updated"]);
const sha256 = z.string().nullable();
const lists = z.object({
  feeds: z.array(
    z.object({
      id: z.string(),
      about: z.string(),
      publisher: z.string(),
      licence: z.string(),
      homepage: z.string(),
      addresses: z.array(z.string()).describe("What an update reads; none for a list that comes with Candor alone"),
      loaded: z.object({ origin, date: z.string(), sha256, entries: z.int() }).nullable().describe("The list in use"),
      bytes: z.int().nullable(),
      fetchedAt: z.iso.datetime().nullable(),
      problem: z.string().nullable().describe("Why an updated list is not used"),
    }),
  ),
});
const updated = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      state: z
        .enum(["updated", "unchanged", "refused", "failed"])
        .describe("refused: what came is not accepted; failed: nothing came; the old list stays in both"),
      reason: z.string().nullable(),
      addresses: z.array(z.string()),
      missing: z.array(z.string()),
      bytes: z.int().nullable(),
      sha256,
      date: z.string().nullable(),
      before: z.int(),
      after: z.int(),
    }),
  ),
});

const asked = z.object({
  ids: z.array(z.string().max(100)).max(100).default([]).describe("Which lists; all where none is named"),
  force: z.boolean().default(false).describe("Also take a list with less than half the entries of the one before"),
});

/** The published lists that judgements are made with. */
export function feedRoutes(api: Api, context: ServerContext): void {
  const { dataFolder, jobs, now } = context;
  api.get("/feeds", { about: "Each list with publisher, licence, date and size", answer: lists }, async () => ({
    feeds: (await listFeeds(dataFolder)).map(({ loaded, ...rest }) => ({
      ...rest,
      loaded: loaded && { origin: loaded.origin, date: loaded.date, sha256: loaded.sha256, entries: loaded.entries },
    })),
  }));
  api.job(
    "/feeds/update",
    {
      about: "Fetches lists from their publishers; what is broken is refused and the old one stays",
      answer: updated,
      body: asked,
    },
    ({ body: { ids, force } }) => {
      const feeds = chooseFeeds(ids);
      if (typeof feeds === "string") throw new FormatError("feeds", feeds);
      const fetched = feeds.filter(({ files }) => Object.keys(files).length > 0);
      return jobs.start("feeds", "Update the lists", async ({ signal, tell }) => {
        const base = context.process.env["CANDOR_FEED_BASE"];
        const results = await updateFeeds(dataFolder, {
          feeds: fetched,
          base,
          force,
          now,
          signal,
          onProgress: ({ feed, file }) => {
            const done = fetched.findIndex(({ id }) => id === feed);
            tell({ type: "progress", about: `${feed}: ${file}`, done: Math.max(0, done), of: fetched.length });
          },
        });
        signal.throwIfAborted();
        return { results };
      });
    },
  );
}
