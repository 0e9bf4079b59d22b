import { z } from "zod";
import { readExamination } from "../centre/examinations.ts";
import { noteChosen } from "../centre/opt-out-consent.ts";
import { callFor, notStopped, type OptOuts, optOutsIn, readOptOuts } from "../centre/opt-outs.ts";
import { readJournalOf } from "../centre/private-store.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";
import { onPhone } from "./phone-work.ts";
import { collectionShape, problemShape } from "./shapes.ts";

const chosen = z.object({
  to: z.enum(["off", "on"]),
  user: z.int().min(0).optional().describe("All users where left out"),
  switches: z
    .array(z.object({ id: z.string().max(100), user: z.int().min(0).nullable() }))
    .max(500)
    .describe("Those that were asked for and stood so already"),
});

/** The switches by which a phone collects data. */
export function collectionRoutes(api: Api, context: ServerContext): void {
  const withCalls = ({ optOuts, phone, at }: OptOuts) => ({
    phone,
    at,
    switches: optOuts.map((row) => ({ ...row, calls: { off: callFor(row, "off"), on: callFor(row, "on") } })),
    notStopped,
  });
  api.get(
    "/examinations/:id/collection",
    { about: "How the switches of data collection stood when it was examined", answer: collectionShape },
    async ({ param }) => {
      const snapshot = await readExamination(await storeOf(context), param("id"));
      return snapshot && withCalls(optOutsIn(snapshot, (await readJournalOf(context)).entries));
    },
  );
  api.get(
    "/phones/:phone/collection",
    { about: "How the switches of data collection stand now", answer: collectionShape },
    async ({ param, signal }) => {
      const { entries } = await readJournalOf(context);
      return await onPhone(context, param("phone"), { signal }, async (source) =>
        withCalls(await readOptOuts(source, entries, { signal })),
      );
    },
  );
  api.post(
    "/phones/:phone/collection/consent",
    {
      about: "Notes in the journal how the switches stand after a choice, so that updates can be held against it",
      answer: problemShape,
      body: chosen,
    },
    async ({ param, body, signal }) =>
      await onPhone(context, param("phone"), { signal }, async (source) => ({
        problem: await noteChosen(context, source, body, signal),
      })),
  );
}
