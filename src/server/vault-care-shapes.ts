import { z } from "zod";
import { agreed } from "./agreed.ts";
import { named } from "./shapes.ts";
import { snapshotShape } from "./vault-shapes.ts";

// What the routes for the care of a vault take and answer.

const count = z.int().min(0);
const bytes = z.number().min(0);
const number = z.int().min(0).max(10_000).default(0);
const id = z.string().regex(/^[0-9a-f]{64}$/);

/** Which snapshots are to go. */
export const forgetWish = z
  .object({
    snapshots: z.array(id).min(1).max(10_000).optional().describe("These; else `keep` says which stay"),
    keep: z
      .object({ last: number, daily: number, weekly: number, monthly: number, yearly: number, withinDays: number })
      .optional()
      .describe("What stays of each origin: the last, and the last of each day, week, month and year"),
  })
  .refine(({ snapshots, keep }) => (snapshots === undefined) !== (keep === undefined), "either snapshots or a rule");
export const forgetAgreed = z.object({ wish: forgetWish, agreed });
export const forgetPlanShape = z.object({
  digest: z.string().describe("Names this plan: `agreed` of who agrees to it"),
  decisions: z.array(
    z.object({
      snapshot: snapshotShape,
      reasons: z
        .array(z.enum(["last", "daily", "weekly", "monthly", "yearly", "within", "tag", "hidden", "not chosen"]))
        .describe("Why it stays; without any it goes"),
      hidden: z.boolean().describe("Files in it were deleted on a phone: this may be all that is left of them"),
      journal: z.boolean().describe("It holds a signed state of the journal, and nothing that a person kept"),
    }),
  ),
});
export const forgottenShape = z.object({ removed: count, left: count.describe("Snapshots that are there now") });
export const prunedShape = z.object({
  packsRemoved: count,
  packsRewritten: count,
  packsKept: count,
  bytesFreed: z.number().describe("Bytes at the place before, minus after"),
  damaged: z.array(z.string()),
});

const passphrase = z.string().min(1).max(1024);
const weakToo = z.boolean().default(false).describe("Also take a passphrase that is easily guessed");
export const newKey = z.object({ passphrase, weakToo });
export const changedKey = z.object({ passphrase, next: passphrase, weakToo });
export const keysShape = named(
  "VaultKeys",
  z.object({
    keys: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(["passphrase", "recovery", "other", "damaged"]),
        of: z.string().describe("Who made it, as its file says; anybody at the place can read that"),
        made: z.iso.datetime().nullable(),
        current: z.boolean().describe("The one that opened the vault"),
      }),
    ),
    most: count.describe("So many are tried where a vault is opened"),
  }),
);

export const compareQuery = z.object({ before: id, after: id });
const sum = z.object({ files: count, bytes });
export const comparisonShape = z.object({
  before: snapshotShape,
  after: snapshotShape,
  counts: z.object({ new: sum, gone: sum, changed: sum, details: sum }),
  differences: z.array(
    z.object({
      change: z
        .enum(["new", "gone", "changed", "details"])
        .describe("details: the same content, another time or owner"),
      kind: z.enum(["file", "dir", "symlink", "other"]),
      path: z.string(),
      files: count,
      bytes,
      bytesBefore: bytes.nullable(),
      snapshot: z.string(),
      folder: z.string().describe("Stands for the folder that it lies in; for the folder itself where it is one"),
    }),
  ),
  more: count.describe("Entries that are only counted"),
});
