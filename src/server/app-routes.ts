import { appInDepth } from "../centre/app-in-depth.ts";
import { appTable } from "../centre/app-table.ts";
import { readExamination } from "../centre/examinations.ts";
import { readJournalOf } from "../centre/private-store.ts";
import type { Api } from "./api.ts";
import { appInDepthShape, appTableShape } from "./app-shapes.ts";
import { type ServerContext, storeOf } from "./context.ts";

/** The apps of an examination: all as a table, and one in depth. */
export function appRoutes(api: Api, context: ServerContext): void {
  const { dataFolder } = context;
  api.get(
    "/examinations/:id/apps",
    { about: "The apps that were on the phone, the worst first", answer: appTableShape },
    async ({ param }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      return snapshot && appTable(snapshot);
    },
  );
  api.get(
    "/examinations/:id/apps/:package",
    {
      about: "All that is known of one app: what is in it, its permissions, findings about it and what Candor changed",
      answer: appInDepthShape,
    },
    async ({ param }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      if (!snapshot) return undefined;
      const { entries } = await readJournalOf(context);
      return await appInDepth(snapshot, param("package"), { dataFolder, entries });
    },
  );
}
