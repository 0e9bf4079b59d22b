import * as z from "zod";
import { appInspections, appsDocument, appViewDocument } from "../centre/app-documents-schema.ts";
import { changeOutcomes } from "../centre/change-records.ts";
import { report } from "../centre/schema.ts";
import { count, nullable, texts } from "../centre/schema-parts.ts";
import { permissionsDocument } from "../centre/view-documents-schema.ts";
import { callShape, examinationShape, findingShape, named } from "./shapes.ts";

// What routes about apps answer.

const time = z.iso.datetime();
const { rows, unread } = permissionsDocument.shape;
const permissionRow = named("PermissionRow", rows.element);

/** Who may use what. */
export const matrixShape = z.object({ takenAt: nullable(time), rows: z.array(permissionRow), unread });

export const choiceShape = z.object({
  calls: z.array(callShape),
  leftOut: z.array(z.object({ package: z.string(), user: count, why: z.string() })),
  missing: texts.describe("Names of apps that were asked for and are not there"),
  already: texts.describe("Apps that were named and need no change"),
  warnings: texts,
});

const rule = z.object({
  permissions: texts,
  to: z.string(),
  apps: nullable(texts),
  user: nullable(count),
  unusedDays: nullable(count),
});
export const rulesShape = z.object({ rules: z.array(z.object({ text: z.string(), rule })) });

const inspection = appInspections.shape.apps.element;
const engines = appInspections.shape.engines;

const tableRow = named(
  "AppRow",
  z.object({
    package: z.string(),
    name: z.string(),
    icon: inspection.shape.icon.unwrap().describe("Pictures one above the other, by digest; null: none is known"),
    version: nullable(z.string()),
    users: z.array(count),
    system: nullable(z.boolean()),
    origin: z.object({ kind: z.enum(["system", "shop", "outside", "unknown"]), words: z.string() }),
    signer: z.string(),
    trackers: nullable(count).describe("null: its code was not read"),
    companies: texts,
    dangerous: nullable(count),
    size: nullable(count),
    verdict: nullable(z.object({ severity: report.shape.outcomes.element.shape.severity, name: z.string(), count })),
    depth: inspection.shape.depth,
    unread: z.boolean().describe("Something of it could not be read: no verdict is no pass"),
    cleartext: nullable(z.boolean()),
    lastOpened: permissionRow.shape.lastOpened,
  }),
);

export const appTableShape = z.object({
  rows: z.array(tableRow),
  summary: appsDocument.shape.summary,
  engines,
  missing: texts,
  notLookedInto: nullable(z.string()).describe("Why nothing is known of what is in the apps"),
  takenAt: nullable(time),
});

const view = named("AppView", appViewDocument.shape.apps.element);
const tone = z.enum(["alarm", "warn", "quiet"]).optional();
const page = named(
  "AppPage",
  z.object({
    name: z.string(),
    packageName: nullable(z.string()),
    version: nullable(z.string()),
    sections: z.array(
      z.object({
        title: z.string(),
        rows: z.array(z.object({ label: z.string(), items: z.array(z.object({ text: z.string(), tone })) })),
      }),
    ),
  }),
);

const { check, category, title, why, advice, references, noRemedy } = report.shape.outcomes.element.shape;

export const appInDepthShape = z.object({
  row: tableRow,
  view,
  page,
  permissions: z.array(permissionRow).describe("One a user"),
  permissionsUnread: texts,
  findings: z.array(z.object({ check, category, title, why, advice, references, noRemedy, finding: findingShape })),
  history: nullable(
    z.array(
      z.object({
        entry: count,
        place: count,
        at: time,
        about: z.string(),
        outcome: nullable(z.enum(changeOutcomes)),
        takenBack: z.boolean(),
      }),
    ),
  ).describe("Newest first; null while the journal is locked"),
  mayWatch: z.boolean().describe("It may let somebody watch whoever uses the phone: safety comes before removal"),
});

/** What a file turned out to be. */
export const lookedAtShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("examination"), examination: examinationShape }),
  z.object({
    kind: z.literal("app"),
    apps: z.array(z.object({ view, page, mayWatch: z.boolean() })),
    notes: texts,
  }),
]);
