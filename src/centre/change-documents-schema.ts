import * as z from "zod";
import { type ActionCall, risks, type Step } from "../core/action.ts";
import { severities } from "../core/check.ts";
import type { PlannedChange, Planning } from "../core/plan.ts";
import type { KeptChoice } from "../facts/choices.ts";
import {
  type ChangeRecord,
  type ChangeResult,
  changeOutcomes,
  type PhoneIdentity,
  type PlanBody,
  type StepBody,
} from "./change-records.ts";
import { type HiddenApp, hidingWays } from "./hidden-apps.ts";
import type { JournalRow, JournalVerdict } from "./journal-list.ts";
import { subject } from "./schema.ts";
import { count, digest, nullable, type Same, texts } from "./schema-parts.ts";

const time = z.iso.datetime();

/** Which phone a document is about. */
export const phone = z.object({
  serial: z.string(),
  model: nullable(z.string()),
  build: nullable(z.string()).describe("Build fingerprint"),
});

/** One change as asked for. */
export const call = z.object({ action: z.string(), params: z.record(z.string(), z.json()) });

const risk = z.enum(risks);
const command = texts.describe("A command, word by word");

const step = z.object({
  about: z.string(),
  run: command,
  undo: nullable(z.array(command)).describe("What takes it back, in this order; null: nothing does"),
  loses: z.string().exactOptional().describe("What is lost for good"),
  says: z.string().exactOptional().describe("Text in the answer of a step that took effect"),
});

const change = call.extend({
  about: z.string(),
  risk,
  before: z.json().describe("What it changes, as it was when this was planned"),
  steps: z.array(step),
  next: call.exactOptional().describe("What would do where the phone refuses"),
  apart: z.string().exactOptional().describe("What it touches"),
});

const planning = z.discriminatedUnion("state", [
  z.object({ state: z.literal("planned"), change }),
  z.object({ state: z.literal("done"), about: z.string() }).describe("The phone is so already"),
  z.object({
    state: z.literal("refused"),
    about: z.string(),
    refused: z.string().describe("Why the phone is known to refuse it"),
    next: call.exactOptional(),
    advice: z.string().exactOptional(),
  }),
  z
    .object({ state: z.literal("unknown"), about: z.string(), reason: z.string() })
    .describe("What it builds on could not be read: nothing is changed"),
]);

const stepTaken = z.object({
  plan: count,
  change: count,
  step: count,
  outcome: z.enum(["ran", "refused", "unknown"]).describe("unknown: no answer came; it may have run"),
  said: z.string(),
});

const result = z.object({
  outcome: z.enum(changeOutcomes),
  reason: nullable(z.string()),
  advice: nullable(z.string()),
  next: nullable(call),
  after: z.json().describe("The state that was seen afterwards; null where it could not be read"),
});

const results = nullable(z.array(result)).describe("One for each change; null while it is open");

const planned = change.extend({
  restores: z.json().exactOptional().describe("Of an undo: the state that has to come back"),
  place: count.exactOptional().describe("Of an undo: the place of the change in the entry that made it"),
});

const record = z.object({
  n: count.describe("Number of its entry"),
  at: time,
  body: z.object({
    do: z.enum(["apply", "undo"]),
    of: nullable(count).describe("The entry that this one takes back"),
    phone,
    changes: z.array(planned),
    reason: nullable(z.string()),
  }),
  steps: z.array(stepTaken),
  results,
  undoneBy: nullable(count),
  takenBack: z.array(count).describe("Places of its changes that were taken back and seen to be as before"),
});

/** What commands that change something print with `--json`. */
export const changesDocument = z
  .object({
    schema: z.literal("candor.changes/1"),
    phone,
    plannings: z.array(z.object({ call, planning })),
    made: nullable(z.object({ entry: count, changes: z.array(planned), steps: z.array(stepTaken), results })).describe(
      "The entry of the journal; null where nothing was changed",
    ),
  })
  .describe("What was planned on a phone, and what became of it");

/** What `candor journal --json` prints. */
export const journalDocument = z
  .object({
    schema: z.literal("candor.journal/1"),
    damage: nullable(z.object({ line: count, reason: z.string() })).describe("The first line that is not as written"),
    entries: z
      .array(
        z.object({
          n: count,
          at: time,
          kind: z.string().describe("change, undo, examination, export, consent, damage, or another as written"),
          phone: nullable(phone),
          about: nullable(z.string()).describe("null while the journal is locked"),
          changes: nullable(
            z.object({
              of: count,
              interrupted: z.boolean(),
              outcomes: z.partialRecord(z.enum(changeOutcomes), count),
              takenBack: count,
              undoneBy: nullable(count),
              undoable: z.boolean(),
            }),
          ),
        }),
      )
      .describe("Newest first"),
  })
  .describe("What Candor did");

/** What `candor journal ENTRY --json` prints. */
export const journalEntryDocument = z
  .object({
    schema: z.literal("candor.journal-entry/1"),
    head: z.object({ n: count, at: time, kind: z.string(), digest, prev: digest }),
    body: z.json().exactOptional().describe("Absent while the journal is locked"),
    record: nullable(record).describe("The change that the entry is, or belongs to"),
  })
  .describe("One entry of the journal");

/** What `candor journal verify --json` prints. */
export const journalVerdictDocument = z
  .object({
    schema: z.literal("candor.journal-verdict/1"),
    entries: count,
    locked: count.describe("Of these, entries of which only the head could be verified"),
    from: nullable(time),
    to: nullable(time),
    last: nullable(digest).describe("SHA-256 of the last head"),
    damage: nullable(z.object({ line: count, reason: z.string() })),
    proofs: z
      .array(z.object({ ok: z.boolean(), said: z.string() }))
      .optional()
      .describe("The damage by its name, and what comparing the journal with signed checkpoints found"),
  })
  .describe("What verifying the journal's chain found");

/** What `candor undo --json` prints. */
export const undoDocument = z
  .object({
    schema: z.literal("candor.undo/1"),
    phone,
    plans: z.array(
      z.object({
        of: nullable(count),
        changes: z.array(planned),
        movedSince: z.array(z.boolean()).describe("Of each change: whether it was changed again since"),
      }),
    ),
    made: z.array(z.object({ entry: count, of: nullable(count), steps: z.array(stepTaken), results })),
  })
  .describe("What is taken back, and what became of it");

/** What `candor journal resume --json` prints. */
export const resumedDocument = z
  .object({ schema: z.literal("candor.resumed/1"), entry: nullable(record).describe("null: nothing was interrupted") })
  .describe("What was interrupted, as it stands now");

/** What `candor fix --json` prints where nothing is changed. */
export const fixesDocument = z
  .object({
    schema: z.literal("candor.fixes/1"),
    fixes: z.array(
      z.object({
        check: z.string(),
        severity: z.enum(severities),
        subject,
        message: z.string(),
        calls: z.array(call).describe("What Candor can do about it"),
        does: texts.describe("The same in words"),
        risk: nullable(risk),
        steps: texts.describe("For the person's own hands"),
        screen: nullable(z.string()),
      }),
    ),
  })
  .describe("What was found and what can be done about it, the worst first");

/** What was chosen, and whether it holds. */
export const choice = z.object({
  entry: count,
  change: count.describe("Place of the change in the entry, from 1"),
  at: time,
  about: z.string(),
  ...call.shape,
  state: z.enum(["holds", "came-back", "unknown", "moot", "over"]),
  reason: nullable(z.string()),
  updated: z.boolean().describe("Another build of the system than then"),
});

/** What `candor drift --json` prints. */
export const driftDocument = z
  .object({ schema: z.literal("candor.drift/1"), phone, choices: z.array(choice) })
  .describe("What was chosen for a phone with Candor, and whether it holds");

/** What `candor hidden --json` prints. */
export const hiddenDocument = z
  .object({
    schema: z.literal("candor.hidden/1"),
    apps: z.array(
      z.object({
        package: z.string(),
        user: count,
        way: z.enum(hidingWays),
        since: time,
        phone,
        entry: count,
        place: count,
      }),
    ),
  })
  .describe("The apps that Candor hid, on all phones");

/** Proof for the compiler alone: the schemas and the types say the same. */
export const changeDocumentsMatchTypes: [
  Same<z.infer<typeof phone>, PhoneIdentity>,
  Same<z.infer<typeof step>, Step>,
  Same<keyof z.infer<typeof call>, keyof ActionCall>,
  Same<keyof z.infer<typeof change>, keyof PlannedChange>,
  Same<z.infer<typeof planning>["state"], Planning["state"]>,
  Same<z.infer<typeof stepTaken>, StepBody>,
  Same<keyof z.infer<typeof result>, keyof ChangeResult>,
  Same<keyof z.infer<typeof planned>, keyof PlanBody["changes"][number]>,
  Same<keyof z.infer<typeof record>, keyof ChangeRecord>,
  Same<keyof z.infer<typeof record>["body"], keyof PlanBody>,
  Same<z.infer<typeof journalDocument>["entries"], readonly JournalRow[]>,
  Same<Omit<z.infer<typeof journalVerdictDocument>, "schema" | "proofs">, JournalVerdict>,
  Same<keyof z.infer<typeof choice>, keyof KeptChoice>,
  Same<z.infer<typeof choice>["state"], KeptChoice["state"]>,
  Same<z.infer<typeof hiddenDocument>["apps"], readonly HiddenApp[]>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true, true];
