import { z } from "zod";
import { readExamination } from "../centre/examinations.ts";
import { compareExamination, type FdroidComparison, readFdroidIndex } from "../centre/fdroid-apps.ts";
import { receiveFile } from "../centre/receive-file.ts";
import { updatesDocument } from "../centre/updates-schema.ts";
import { FormatError, VaultError } from "../core/errors.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { named } from "./shapes.ts";

/** Where the list of F-Droid is sent to, below `/api/v1`: it is larger than other requests. */
export const fdroidPath = "/fdroid-index";

const shape = named("FdroidComparison", updatesDocument.shape.fdroid.unwrap());
const query = z.object({ examination: z.string().max(200) });
/** Comparisons that are kept at a time. */
const most = 8;

/** Apps of an examination compared with the list that F-Droid publishes: the person chooses the file, and nothing is fetched. */
export function fdroidRoutes(api: Api, context: ServerContext): void {
  const kept = new Map<string, FdroidComparison>();
  let receiving = false;
  api.get(
    "/examinations/:id/fdroid",
    {
      about: "What the list of F-Droid says of the apps; null until one was compared",
      answer: z.object({ comparison: shape.nullable() }),
    },
    async ({ param }) => {
      try {
        const snapshot = await readExamination(await storeOf(context), param("id"));
        return snapshot && { comparison: kept.get(param("id")) ?? null };
      } catch (error) {
        // Which apps somebody has is not kept in memory while Candor is locked.
        kept.clear();
        throw error;
      }
    },
  );
  api.raw(
    {
      method: "post",
      path: fdroidPath,
      about:
        "Takes index-v2.json of a repository of F-Droid and compares the apps of an examination; the file is removed",
      query,
      body: "bytes",
      answer: shape,
      gives: "job",
    },
    async (request) => {
      const asked = query.safeParse(request.req.query());
      if (!asked.success) throw new FormatError("request", "the examination is not named");
      const { examination } = asked.data;
      const snapshot = await readExamination(await storeOf(context), examination);
      if (!snapshot) return request.notFound();
      if (receiving) throw new VaultError("busy", "Other files are being received.", "Try again in a moment.");
      receiving = true;
      try {
        const length = Number(request.req.header("content-length") ?? Number.NaN);
        const declared = Number.isSafeInteger(length) ? length : null;
        const { dataFolder } = context;
        const file = await receiveFile({ dataFolder, name: "index-v2.json", declared }, request.req.raw.body);
        const job = context.jobs.start("fdroid", examination, async () => {
          try {
            const found = compareExamination(snapshot, await readFdroidIndex(file.path));
            kept.delete(examination);
            kept.set(examination, found);
            for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(old);
            return found;
          } finally {
            await file.remove();
          }
        });
        return request.json({ job: job.id }, 202);
      } catch (error) {
        request.header("connection", "close");
        throw error;
      } finally {
        receiving = false;
      }
    },
  );
}
