import { readExamination } from "../centre/examinations.ts";
import { readUpdates } from "../centre/updates.ts";
import { updatesDocument } from "../centre/updates-schema.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { named } from "./shapes.ts";

const shape = named("Updates", updatesDocument.omit({ schema: true }));

/** Which published fixes a phone lacked when it was examined. */
export function updateRoutes(api: Api, context: ServerContext): void {
  api.get(
    "/examinations/:id/updates",
    { about: "Which published fixes the phone lacked, by the lists of today", answer: shape },
    async ({ param }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      if (!snapshot) return undefined;
      const { schema: _, ...found } = await readUpdates(snapshot, context.dataFolder);
      return found;
    },
  );
}
