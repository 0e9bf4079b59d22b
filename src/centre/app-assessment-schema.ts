import * as z from "zod";
import { type AppAssessment, appAssessmentSchema } from "../core/app-assessment.ts";
import { assessmentDocument } from "./assessment-schema.ts";
import { count, nullable, type Same, texts } from "./schema-parts.ts";

const { profile, feeds, summary, results } = assessmentDocument.shape;

/** What `candor assess --app-profile --json` prints. */
export const appAssessmentDocument = z
  .object({
    schema: z.literal(appAssessmentSchema),
    candor: z.string(),
    profile,
    source: z.object({ kind: z.string(), name: z.string(), takenAt: nullable(z.string()) }),
    feeds,
    answeredBy: nullable(z.string()),
    summary: z.object({
      apps: count,
      notSatisfied: count.describe("Apps of which something required is not satisfied"),
      notDeterminable: count.describe("Apps besides those of which something required is not determinable"),
    }),
    leftOut: texts.describe("Apps that were not assessed, in sentences"),
    apps: z.array(
      z.object({
        package: nullable(z.string()),
        name: z.string(),
        version: nullable(z.string()),
        files: z.array(z.object({ name: z.string(), sha256: nullable(z.string()) })),
        missing: texts,
        summary,
        results,
      }),
    ),
    notice: z.string(),
  })
  .describe("Apps held against the profile for apps; no total score, and no certificate");

/** Proof for the compiler alone: the schema and the type say the same. */
export const appAssessmentMatchesType: Same<z.infer<typeof appAssessmentDocument>, AppAssessment> = true;
