import { z } from "zod";
import { compareExaminations, examinationBefore } from "../centre/compare-examinations.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { comparedShape } from "./shapes.ts";

const two = z.object({ before: z.string().max(100), after: z.string().max(100) });

/** What is new, gone and changed between two examinations. */
export function compareRoutes(api: Api, context: ServerContext): void {
  const { dataFolder } = context;
  api.get(
    "/compare",
    { about: "Two examinations held against each other, by the lists of today", answer: comparedShape, query: two },
    async ({ query: { before, after } }) =>
      await compareExaminations(await storeOf(context), [before, after], dataFolder),
  );
  api.get(
    "/examinations/:id/since",
    {
      about: "What changed since the examination of the same phone before this one; null where there is none",
      answer: z.object({ compared: comparedShape.nullable() }),
    },
    async ({ param }) => {
      const store = await storeOf(context);
      const earlier = await examinationBefore(store, param("id"));
      if (!earlier) return { compared: null };
      return { compared: (await compareExaminations(store, [earlier.id, param("id")], dataFolder)) ?? null };
    },
  );
}
