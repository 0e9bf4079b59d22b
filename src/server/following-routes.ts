import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { followingSettings } from "../centre/following-settings.ts";
import { historyOf } from "../centre/history.ts";
import { ownCommand, serviceKinds, serviceText } from "../centre/watch-service.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { comparedShape, named, reportShape } from "./shapes.ts";

const stateShape = named(
  "Following",
  z.object({
    settings: followingSettings,
    state: z
      .enum(["off", "waiting", "examining", "elsewhere", "locked", "failed"])
      .describe(
        "elsewhere: another Candor follows phones; locked: phones that come are examined after it was unlocked",
      ),
    phone: z.string().nullable().describe("That is being examined"),
    percent: z.int().min(0).max(99).nullable().describe("How much of that is done; null while none is"),
    problem: z.object({ message: z.string(), next: z.string().nullable() }).nullable(),
    strangers: z.array(z.string()).describe("Phones that are connected and were never examined: they are left alone"),
  }),
);

const questions = z.array(z.object({ check: z.string(), question: z.string() }));

const newsShape = named(
  "FollowNews",
  z.object({
    n: z.int(),
    at: z.iso.datetime(),
    model: z.string(),
    examination: z.string().describe("Id of the examination"),
    first: z.boolean().describe("The first of this phone: nothing to compare it with"),
    news: z
      .object({
        findings: comparedShape.shape.comparison.shape.findings,
        lost: questions.describe("Questions that are not answered any more"),
        regained: questions.describe("Questions that are answered again"),
      })
      .nullable()
      .describe("null where what was told before was locked"),
    notified: z.boolean().describe("Whether this computer showed a notification"),
  }),
);

const pointShape = z.object({
  at: z.iso.datetime(),
  examination: z.string(),
  findings: reportShape.shape.summary.shape.findings,
  unanswered: z.int(),
});

const query = z.object({ after: z.coerce.number().int().optional().describe("Number of the last news that is known") });

/** Following known phones while the server runs, and how the findings of a phone went over time. */
export function followingRoutes(api: Api, context: ServerContext): void {
  const { follower } = context;
  api.get(
    "/following",
    {
      about: "Whether phones are followed, how that stands, and what was told since Candor was started",
      answer: z.object({ state: stateShape, news: z.array(newsShape).describe("The latest last") }),
    },
    async () => ({ state: await follower.look(), news: await follower.news() }),
  );
  api.put(
    "/following",
    { about: "Begins or ends following known phones, and keeps that", body: followingSettings, answer: stateShape },
    async ({ body }) => {
      await follower.set(body);
      return await follower.state();
    },
  );
  api.get(
    "/following/service",
    {
      about: "What makes this computer follow phones without the page, to be set up by hand",
      query: z.object({ kind: z.enum(serviceKinds) }),
      answer: z.object({ text: z.string() }),
    },
    async ({ query: { kind } }) => ({ text: serviceText(kind, ownCommand("watch")) }),
  );
  api.get(
    "/examinations/:id/history",
    {
      about: "How the findings of the phone went over all its examinations; null for what is no phone",
      answer: z.object({
        history: z.object({ phone: z.string(), model: z.string().nullable(), points: z.array(pointShape) }).nullable(),
        kept: z.array(z.string()).describe("Ids of those that can still be opened"),
      }),
    },
    async ({ param }) => await historyOf(await storeOf(context), param("id")),
  );
  eventsOf(api, context);
}

function eventsOf(api: Api, { follower }: ServerContext): void {
  api.raw(
    {
      method: "get",
      path: "/following/events",
      about: "How following stands, whenever that changes (`state`), and what is told (`news`), until the page goes",
      query,
      body: null,
      answer: null,
      gives: "events",
    },
    (request) => {
      const given = Number(request.req.header("last-event-id") ?? request.req.query("after") ?? 0);
      return streamSSE(request, async (stream) => {
        const gone = new AbortController();
        stream.onAbort(() => gone.abort());
        for await (const event of follower.events(Number.isSafeInteger(given) ? given : 0, gone.signal))
          await (event.type === "news"
            ? stream.writeSSE({ id: String(event.news.n), event: "news", data: JSON.stringify(event.news) })
            : stream.writeSSE({ event: "state", data: JSON.stringify(event.state) }));
      });
    },
  );
}
