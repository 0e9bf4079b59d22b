import { z } from "zod";
import { changeRecords, isUndoable, openRecord } from "../centre/change-records.ts";
import { journalRows, journalVerdict } from "../centre/journal-list.ts";
import { readJournalOf, readOpenJournal } from "../centre/private-store.ts";
import type { Api } from "./api.ts";
import type { ServerContext } from "./context.ts";
import { recordOf } from "./phone-work.ts";
import { journalShape, recordShape, verdictShape } from "./shapes.ts";

/** What was done, and whether the record of it is as it was written. */
export function journalRoutes(api: Api, context: ServerContext): void {
  api.get("/journal", { about: "What was done, the newest first", answer: journalShape }, async () => {
    const { damage, entries } = await readJournalOf(context);
    return { damage, rows: journalRows(entries) };
  });
  api.get("/journal/verify", { about: "Follows the chain of the journal", answer: verdictShape }, async () =>
    journalVerdict(await readJournalOf(context)),
  );
  api.get(
    "/journal/interrupted",
    {
      about: "Changes that were interrupted, the last of each phone",
      answer: z.object({ records: z.array(recordShape) }),
    },
    async () => {
      const records = changeRecords((await readJournalOf(context)).entries);
      const serials = new Set(records.map(({ body }) => body.phone.serial));
      return { records: [...serials].flatMap((serial) => openRecord(records, { serial }) ?? []) };
    },
  );
  api.get(
    "/journal/:entry",
    {
      about: "One change with its steps and what became of them",
      answer: z.object({ record: recordShape, undoable: z.boolean() }),
    },
    async ({ param }) => {
      const record = recordOf(await readOpenJournal(context), Number(param("entry")));
      return { record, undoable: isUndoable(record) };
    },
  );
}
