import * as z from "zod";
import { bulletinParts, bulletinSeverities } from "../feeds/bulletin-table.ts";
import { report } from "./schema.ts";
import { count, type Same } from "./schema-parts.ts";
import type { UpdateRow, Updates } from "./updates.ts";

const day = z.iso.date();
const month = z.string().regex(/^\d{4}-\d\d$/);
const part = z.enum(bulletinParts);
const severity = z.enum(bulletinSeverities).nullable().describe("null: no source tells");

const missing = z.object({ id: z.string(), severity, part, level: day.describe("The first level that promises it") });
const exploited = z.object({
  id: z.string(),
  part,
  level: day,
  added: day.describe("When it was listed as used in attacks"),
  vendor: z.string(),
  sure: z.boolean().describe("False where no bulletin at hand names the month"),
});
const standing = z.object({
  level: z.string().nullable(),
  unknown: z.string().nullable().describe("A sentence: why the level tells nothing"),
  missing: z.array(missing),
  exploited: z.array(exploited),
});
const row = z.object({
  part,
  level: z.enum(["os", "vendor"]),
  critical: count,
  high: count,
  moderate: count,
  low: count,
  notTold: count,
});

const fixes = z.object({
  at: day,
  until: month.describe("The last month that the list has"),
  stale: z.boolean().describe("Nothing missing does not mean that all is there: the list is too old"),
  os: standing,
  vendor: standing.describe("Chips and drivers of all makers: which concern this phone is not told"),
  uncertain: z.array(month).describe("Months of which the list may not have all"),
  rows: z.array(row),
  months: z.array(z.object({ month, fixes: count, complete: z.boolean() })),
});

const { candor, source, takenAt, device, outcomes, feeds } = report.shape;

/** What `updates --json` prints. */
export const updatesDocument = z
  .object({
    schema: z.literal("candor.updates/1"),
    candor,
    source,
    takenAt,
    device,
    summary: z.string(),
    fixes: fixes.nullable(),
    playSystem: z.string().nullable(),
    webview: z.string().nullable(),
    kernel: z.string().nullable(),
    newest: z.object({ model: z.string(), version: z.string(), date: day }).nullable(),
    fdroid: z
      .object({
        published: day,
        apps: z.array(
          z.object({
            package: z.string(),
            version: z.string().nullable(),
            newer: z.string().nullable(),
            signer: z.enum(["same", "other", "unknown"]),
            vulnerable: z.boolean(),
          }),
        ),
        missing: z.array(z.string()),
      })
      .nullable()
      .describe("Apps compared with an index of F-Droid; null where none was named"),
    outcomes,
    lists: feeds,
  })
  .describe("Which published security fixes a phone lacks");

/** Proof for the compiler alone. */
export const updatesSchemaMatchesTypes: [
  Same<keyof z.infer<typeof updatesDocument>, keyof Updates>,
  Same<keyof z.infer<typeof fixes>, keyof NonNullable<Updates["fixes"]>>,
  Same<keyof z.infer<typeof row>, keyof UpdateRow>,
] = [true, true, true];
