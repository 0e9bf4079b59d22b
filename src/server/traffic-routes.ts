import { z } from "zod";
import { receiveFile } from "../centre/receive-file.ts";
import { letterFromReport, reportLetters } from "../centre/traffic-letter.ts";
import { VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { letterShape, regionShape } from "./rights-shapes.ts";
import { named } from "./shapes.ts";

/** Where records of traffic are sent to, below `/api/v1`. */
export const trafficFilesPath = "/traffic/files";

const moment = z.number().describe("Epoch milliseconds");

const summary = named(
  "TrafficSummary",
  z.object({
    id: z.string(),
    files: z.array(z.string()).describe("Names of the records"),
    region: regionShape,
    period: z.object({ from: moment, to: moment }).nullable(),
    connections: z.int(),
    judgedAt: moment,
    kept: z.boolean().describe("On the disk, sealed where a privacy password is set; else it is gone when Candor ends"),
  }),
);

const mark = z.object({
  at: moment,
  kind: z.enum(["accepted", "refused", "note"]),
  text: z.string().max(500),
  app: z.string().max(255).nullable().describe("The package that asked; null for all"),
});

const question = z.object({
  files: z.array(z.string().max(64)).max(20).describe("Ids of files that were received"),
  records: z.array(z.string().max(200)).max(20).describe("Ids of records that Candor keeps"),
  region: regionShape,
  marks: z.array(mark).max(50),
  nothingChosen: z.boolean().describe("No choice was made before or during the records"),
});

const shown = summary.extend({
  report: z
    .looseObject({ schema: z.literal("candor.traffic-report/1") })
    .describe("What `candor traffic report --json` prints"),
  assumed: z.array(z.string()).describe("What had to be taken for granted while reading"),
  question: question.nullable().describe("null where the records are no longer here"),
});

const line = z.string().trim().max(300);
const letterWish = z.object({
  company: line.min(1).describe("As the report calls it"),
  kind: z.enum(reportLetters),
  language: z.string().regex(/^[a-z]{2}$/),
  name: line.min(1),
  address: z.string().trim().max(1000).nullable(),
  email: line.nullable(),
  identity: z.array(line.min(1)).max(20).describe("Lines by which the company finds the person"),
  file: z.boolean().describe("Keep it among the requests, with its deadline"),
});

const letter = letterShape.extend({
  request: z.int().nullable().describe("Its number among the requests; null where it was not filed"),
});

const received = z.object({ id: z.string(), name: z.string(), size: z.int() });
const query = z.object({ name: z.string().max(1000).default("").describe("What the file is called") });
/** Files that are received at a time. */
const mostAtOnce = 2;

/** Records of traffic: who got what, where and when. What is dropped is held for now; reports are kept only where asked. */
export function trafficRoutes(api: Api, context: ServerContext): void {
  const { jobs, traffic } = context;
  receiving(api, context);
  api.get(
    "/traffic",
    {
      about: "Reports that are held or kept, the latest first, and the records that Candor keeps",
      answer: z.object({ reports: z.array(summary), records: z.array(z.string()) }),
    },
    async () => await traffic.list(),
  );
  api.job(
    "/traffic/reports",
    {
      about: "Begins to judge records",
      body: question.extend({ instead: z.string().max(64).optional().describe("A report that it takes the place of") }),
      answer: summary,
    },
    ({ body: { instead, ...asked } }) =>
      jobs.start("traffic", asked.files.join(", "), async ({ signal, tell }) => {
        const onProgress = (done: number, of: number) => tell({ type: "progress", about: "", done, of });
        return await traffic.judge(asked, instead, { signal, onProgress });
      }),
  );
  api.get(
    "/traffic/reports/:id",
    { about: "One report with what was said to get it", answer: shown },
    async ({ param }) => (await traffic.get(param("id"))) as z.input<typeof shown> | undefined,
  );
  api.post(
    "/traffic/reports/:id/letter",
    {
      about: "Writes a letter to a company of a report, with what was recorded as evidence; nothing is sent",
      body: letterWish,
      answer: letter,
    },
    async ({ param, body }) => {
      const found = await traffic.get(param("id"));
      return found && (await letterFromReport(found.report, body, context));
    },
  );
  api.post(
    "/traffic/reports/:id/keep",
    { about: "Keeps a report; the records themselves are not kept", answer: summary },
    async ({ param }) => await traffic.keep(param("id")),
  );
  api.delete(
    "/traffic/reports/:id",
    { about: "Puts a report away, and the files it was made of", answer: z.object({ removed: z.boolean() }) },
    async ({ param }) => ((await traffic.remove(param("id"))) ? { removed: true } : undefined),
  );
}

function receiving(api: Api, { dataFolder, traffic }: ServerContext): void {
  let now = 0;
  api.raw(
    {
      method: "post",
      path: trafficFilesPath,
      about: "Takes one record of traffic as it is, or what belongs to one, to be judged by /traffic/reports",
      query,
      body: "bytes",
      answer: received,
      gives: "json",
    },
    async (request) => {
      if (now >= mostAtOnce) throw new VaultError("busy", "Other files are being received.", "Try again in a moment.");
      const length = Number(request.req.header("content-length") ?? Number.NaN);
      const declared = Number.isSafeInteger(length) ? length : null;
      now++;
      try {
        const file = await receiveFile(
          { dataFolder, name: request.req.query("name") ?? "", declared },
          request.req.raw.body,
        );
        return request.json(await traffic.take(file));
      } catch (error) {
        // What is still on its way belongs to nobody.
        request.header("connection", "close");
        throw error;
      } finally {
        now--;
      }
    },
  );
}
