import { z } from "zod";
import { agreed } from "./agreed.ts";

// What the routes that delete on a phone, or put files on it, take and answer.

const count = z.int().min(0);
const bytes = z.number().min(0);
const plan = z.string().describe("What the plan is asked for by, for as long as the vault stays open");
const digest = z.string().describe("Names the list; to be given when it is agreed to");
const leftOut = {
  left: z
    .array(z.object({ path: z.string(), reason: z.string() }))
    .describe("What stays as it is, and why; the first of it"),
  leftCount: count,
};
const broken = z
  .object({ code: z.string(), message: z.string(), next: z.string().nullable() })
  .nullable()
  .describe("What ended it before its end; what is told of was done all the same");

export const agreeing = z.object({ agreed });
export const hideWish = z.object({
  phone: z.string().max(300),
  what: z
    .array(z.string().min(1).max(4096))
    .min(1)
    .max(200)
    .describe("As `candor vault hide` takes it: photos, files /PATH…"),
});
export const hidePlanShape = z.object({
  plan,
  digest,
  phone: z.string(),
  serial: z.string(),
  snapshot: z.string(),
  files: count.describe("That are the same on the phone and in the vault, both read to their last byte"),
  bytes,
  transferred: bytes.describe("That came from the phone"),
  added: bytes.describe("That were added to the vault"),
  problems: z
    .array(z.object({ file: z.string(), message: z.string() }))
    .describe("What a check of the vault found: then nothing can be deleted"),
  ...leftOut,
});
export const planPart = z.object({
  from: z.coerce.number().int().min(0).max(10_000_000).default(0),
  count: z.coerce.number().int().min(1).max(1000).default(200),
});
export const hideListShape = z.object({
  total: count,
  files: z.array(z.object({ path: z.string(), bytes })),
});
export const hiddenShape = z.object({
  snapshot: z.string(),
  of: count.describe("Files that were agreed to"),
  deleted: count.describe("Each was looked for afterwards, and is gone"),
  bytes,
  inDoubt: count.describe("Files of a command that nobody heard the answer of: gone or still there"),
  untouched: count.describe("Files that it did not come to"),
  broken,
  ...leftOut,
});

export const returnWish = z.object({
  phone: z.string().max(300),
  files: z.array(z.string().max(8000)).max(5000).describe("What is to be put on the phone; all where none is named"),
  into: z.string().trim().min(1).max(1000).optional().describe("A folder of the phone; where it was when left out"),
  base: z.string().max(8000).default("").describe("The folder of the snapshot that `into` stands for"),
});
const returned = z.object({ path: z.string(), bytes });
export const returnPlanShape = z.object({
  plan,
  digest,
  phone: z.string(),
  serial: z.string(),
  snapshot: z.string(),
  files: count,
  bytes,
  taken: z
    .array(returned.extend({ found: z.enum(["alike", "other", "unknown"]) }))
    .describe("Names that something has on the phone, and keeps; the first of them"),
  takenCount: count,
  tight: z
    .array(z.object({ volume: z.string(), needs: bytes, free: bytes.nullable() }))
    .describe("Volumes of the phone that have less room than the files need; free: null where the phone did not say"),
  ...leftOut,
});
export const returnListShape = z.object({ total: count, files: z.array(returned) });
export const returnedShape = z.object({
  snapshot: z.string(),
  of: count,
  returned: count.describe("Each was read by the phone to its last byte after it was put there"),
  same: count.describe("Lay there already, the same"),
  bytes,
  untouched: count.describe("Files that it did not come to"),
  broken,
  ...leftOut,
});
