import * as z from "zod";
import { type Assessment, assessmentSchema } from "../core/assessment.ts";
import { severities } from "../core/check.ts";
import type { AssessmentComparison } from "../profiles/compare-assessments.ts";
import { evidence, report } from "./schema.ts";
import { count, nullable, type Same, texts } from "./schema-parts.ts";

const severity = z.enum(severities);
const state = z.enum(["satisfied", "not-satisfied", "not-determinable", "not-applicable"]);
const verdict = z.enum(["verified", "contradicted", "not-determinable"]);

const profile = z.object({
  id: z.string(),
  title: z.string(),
  version: z.int().positive(),
  audience: z.string(),
  scope: z.string(),
  limits: texts,
});

const summary = z.object({
  total: count,
  satisfied: count,
  notSatisfied: count,
  notDeterminable: count,
  notApplicable: count,
  byHand: count.describe("Those among them that a person answered"),
});

const result = z.object({
  id: z.string(),
  family: z.string(),
  title: z.string(),
  why: z.string(),
  severity,
  level: z.enum(["required", "advised"]),
  state,
  basis: z.enum(["checks", "person", "nothing"]).describe("What decided it"),
  rule: z.string(),
  reason: z.string(),
  evidence: z.array(
    z.object({
      check: z.string(),
      state: z.enum(["pass", "fail", "unknown", "not-applicable"]),
      speaks: z.enum(["for", "against", "not"]),
      title: z.string(),
      reason: nullable(z.string()),
      findings: z.array(z.object({ severity, message: z.string(), evidence: z.array(evidence) })),
      more: count,
    }),
  ),
  question: nullable(z.string()),
  answer: nullable(
    z.object({
      answer: z.enum(["yes", "no", "does-not-apply"]),
      note: nullable(z.string()),
      on: nullable(z.string()),
    }),
  ),
  references: z.array(z.object({ document: z.string(), edition: z.string(), section: z.string() })),
});

const preload = z.object({
  method: z.string(),
  formula: z.string(),
  source: z.string(),
  baseline: z.string(),
  metrics: z.array(
    z.object({
      name: z.string(),
      weight: z.number(),
      added: nullable(z.number()),
      all: nullable(z.number()),
      score: nullable(z.number()),
    }),
  ),
  lowest: z.number(),
  highest: z.number(),
  outOf: z.number(),
  deviations: texts,
});

const { source, takenAt, device, feeds } = report.shape;

/** What `candor assess --json` prints. */
export const assessmentDocument = z
  .object({
    schema: z.literal(assessmentSchema),
    candor: z.string(),
    profile,
    source,
    takenAt,
    device,
    feeds,
    answeredBy: nullable(z.string()),
    summary,
    results: z.array(result),
    claims: z.array(
      z.object({
        id: z.string(),
        promise: z.string(),
        about: z.string(),
        controls: texts,
        ownersPart: texts.optional(),
        verdict,
        reason: z.string(),
      }),
    ),
    preload: nullable(preload),
    preloadReason: nullable(z.string()),
    notice: z.string(),
  })
  .describe("One phone held against one profile; no total score, and no certificate");

const compared = z.object({ takenAt, source, device, summary, profile });

/** What `candor assess compare --json` prints. */
export const assessmentComparisonDocument = z.object({
  schema: z.literal("candor.assessment-comparison/1"),
  before: compared,
  after: compared,
  controls: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      severity,
      before: nullable(state),
      after: nullable(state),
      reason: z.string(),
    }),
  ),
  claims: z.array(
    z.object({ id: z.string(), promise: z.string(), before: nullable(verdict), after: nullable(verdict) }),
  ),
  same: count,
});

/** Proof for the compiler alone: the schemas and the types say the same. */
export const assessmentDocumentsMatchTypes: [
  Same<z.infer<typeof assessmentDocument>, Assessment>,
  Same<z.infer<typeof assessmentComparisonDocument>, AssessmentComparison>,
] = [true, true];
