import * as z from "zod";
import {
  call,
  changesDocument,
  hiddenDocument,
  journalDocument,
  journalVerdictDocument,
  phone,
  resumedDocument,
} from "../centre/change-documents-schema.ts";
import { differences } from "../centre/compare-reports.ts";
import { report } from "../centre/schema.ts";
import { count, nullable } from "../centre/schema-parts.ts";
import { guideDocument, lockDocument, optOutsDocument, preinstalledDocument } from "../centre/view-documents-schema.ts";

// What routes answer: for the document of the interface, and for the compiler, which holds what handlers give against it. Most of it are parts of
// the documents that Candor writes.

/** A shape that stands under a name of its own in the document. */
export function named<T extends z.ZodType>(id: string, shape: T): T {
  return shape.meta({ id }) as T;
}

const time = z.iso.datetime();

/** A sentence on what went wrong; null where nothing did. */
export const problemShape = z.object({ problem: nullable(z.string()) });

export const callShape = named("Call", call);
export const callsShape = z.object({ calls: z.array(callShape) });
export const phoneShape = named("Phone", phone);
export const reportShape = named("Report", report);
export const findingShape = named("Finding", report.shape.outcomes.element.shape.findings.unwrap().element);

/** A change with its steps and what became of them. */
export const recordShape = named("ChangeRecord", resumedDocument.shape.entry.unwrap());
export const recordsShape = z.object({ made: z.array(recordShape) });

const change = recordShape.shape.body.shape.changes.element;

/** What changes would do. */
export const planShape = named(
  "Plan",
  z.object({
    phone: phoneShape,
    plannings: changesDocument.shape.plannings,
    changes: z.array(change.omit({ restores: true, place: true })),
  }),
);

export const examinationShape = named(
  "Examination",
  z.object({
    id: z.string(),
    takenAt: nullable(time).describe("When the phone was as it says; null where a capture does not tell"),
    keptAt: time,
    source: report.shape.source,
    phone: nullable(z.string()).describe("How the phone was reached; null for captures"),
    serial: nullable(z.string()),
    device: report.shape.device,
    summary: report.shape.summary,
  }),
);

const aboutReport = report.pick({ takenAt: true, source: true, device: true });
const answerState = z.enum(["pass", "fail", "unknown", "not-applicable", "absent"]);
const outcome = report.shape.outcomes.element.shape;

/** Two examinations held against each other. */
export const comparedShape = named(
  "ComparedExaminations",
  z.object({
    before: examinationShape,
    after: examinationShape,
    samePhone: nullable(z.boolean()),
    comparison: z.object({
      before: aboutReport,
      after: aboutReport,
      findings: z
        .array(
          z.object({
            difference: z
              .enum(differences)
              .describe("newly-read: the earlier one could not tell; not-read: the later one cannot tell"),
            check: z.string(),
            category: outcome.category,
            title: z.string(),
            severity: outcome.severity,
            before: nullable(findingShape),
            after: nullable(findingShape),
            reason: nullable(z.string()),
          }),
        )
        .describe("The worst first"),
      answers: z.array(
        z.object({
          check: z.string(),
          category: outcome.category,
          question: z.string(),
          before: answerState,
          after: answerState,
        }),
      ),
      counts: z.record(z.enum([...differences, "same"]), count),
    }),
  }),
);

export const journalShape = z.object({
  damage: nullable(z.string()).describe("What is wrong with the journal, in a sentence"),
  rows: journalDocument.shape.entries,
});
export const verdictShape = journalVerdictDocument.omit({ schema: true });
export const privacyShape = named("Privacy", lockDocument.omit({ schema: true }));
export const hiddenShape = hiddenDocument.omit({ schema: true });
export const openedShape = guideDocument.shape.opened.unwrap();
export const screensShape = z.object({ screens: guideDocument.shape.screens.unwrap() });
export const preinstalledShape = preinstalledDocument.omit({ schema: true });
const { optOuts, notStopped } = optOutsDocument.shape;

/** The switches of data collection. */
export const collectionShape = named(
  "Collection",
  z.object({
    phone: phoneShape,
    at: nullable(time),
    switches: z.array(optOuts.element.extend({ calls: z.object({ off: callShape, on: callShape }) })),
    notStopped,
  }),
);
