import { z } from "zod";
import { isEvidence } from "../centre/evidence-package.ts";
import { lookAtFile } from "../centre/look-at-file.ts";
import { receiveFile } from "../centre/receive-file.ts";
import { isSealed } from "../centre/sealed-file.ts";
import { VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import { lookedAtShape } from "./app-shapes.ts";
import type { ServerContext } from "./context.ts";
import { verifiedShape } from "./evidence-routes.ts";
import { letterShape } from "./share-shapes.ts";

/** Where files are sent to, below `/api/v1`: the one route that takes more than a little. */
export const filesPath = "/files";

const query = z.object({ name: z.string().max(1000).default("").describe("What the file is called") });

const opened = z.union([
  lookedAtShape,
  z.object({ kind: z.literal("evidence"), evidence: verifiedShape }),
  z.object({ kind: z.literal("sealed"), sealed: letterShape }),
]);

/** Files that are received at a time. */
const mostAtOnce = 2;

/** Files that are dropped onto the page: looked at once, and removed. */
export function fileRoutes(api: Api, context: ServerContext): void {
  const { dataFolder, evidence, jobs, received } = context;
  let receiving = 0;
  api.raw(
    {
      method: "post",
      path: filesPath,
      about:
        "Takes one file as it is and begins to look at it: a saved examination, a capture, a bug report, an AndroidQF zip (kept as an examination), an app, or an evidence package, which is verified. The file itself is removed afterwards, but for one that is sealed with age, which is held until it is opened.",
      query,
      body: "bytes",
      answer: opened,
      gives: "job",
    },
    async (request) => {
      if (receiving >= mostAtOnce)
        throw new VaultError("busy", "Other files are being received.", "Try again in a moment.");
      const length = Number(request.req.header("content-length") ?? Number.NaN);
      const declared = Number.isSafeInteger(length) ? length : null;
      const name = request.req.query("name") ?? "";
      receiving++;
      try {
        const file = await receiveFile({ dataFolder, name, declared }, request.req.raw.body);
        const job = jobs.start("look-at-file", file.name, async ({ signal, tell }) => {
          let sealed = false;
          try {
            const onProgress = (step: { about: string; done: number; of: number }) =>
              tell({ type: "progress", ...step });
            if (await isSealed(file.path)) {
              sealed = true;
              return { kind: "sealed", sealed: await received.take(file) };
            }
            // A package is a capture as well: whether it is as it was signed comes first.
            if (await isEvidence(file.path))
              return { kind: "evidence", evidence: await evidence.verify(file.path, file.name, signal) };
            return await lookAtFile(context, file.path, { signal, onProgress });
          } finally {
            // A sealed file is held until its owner says how it is opened.
            if (!sealed) await file.remove();
          }
        });
        return request.json({ job: job.id }, 202);
      } catch (error) {
        // What is still on its way belongs to nobody.
        request.header("connection", "close");
        throw error;
      } finally {
        receiving--;
      }
    },
  );
}
