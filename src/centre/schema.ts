import * as z from "zod";
import { categories, severities } from "../core/check.ts";
import { type Report, reportSchema } from "../core/report.ts";
import { type Snapshot, snapshotSchema, unreadCodes } from "../core/snapshot.ts";
import type { Same } from "./schema-parts.ts";

const sourceKind = z.enum(["phone", "bug-report", "androidqf", "outputs", "capture"]);
const source = z.object({ kind: sourceKind, name: z.string() });
const takenAt = z.iso
  .datetime()
  .nullable()
  .describe("When the facts were true, UTC; null when the capture does not tell");
const severity = z.enum(severities);

const readFact = z.discriminatedUnion("state", [
  z.object({ state: z.literal("read"), value: z.unknown(), from: z.array(z.string()) }),
  z.object({
    state: z.literal("unknown"),
    code: z.enum(unreadCodes),
    reason: z.string(),
    from: z.array(z.string()),
  }),
]);

/** A snapshot as saved. */
export const snapshot = z
  .object({
    schema: z.literal(snapshotSchema),
    candor: z.string().describe("Candor's version"),
    source,
    takenAt,
    facts: z.record(z.string(), readFact).describe("By the fact's id"),
  })
  .describe("All facts of one examination");

const user = z.union([z.int().nonnegative(), z.literal("current")]);
/** What a finding is about. */
export const subject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("device") }),
  z.object({ kind: z.literal("user"), user, name: z.string().optional() }),
  z.object({ kind: z.literal("app"), package: z.string(), label: z.string().optional(), user: user.optional() }),
  z.object({ kind: z.literal("setting"), name: z.string(), user: user.optional() }),
  z.object({ kind: z.literal("file"), path: z.string() }),
  z.object({ kind: z.literal("host"), host: z.string() }),
]);

const where = {
  fact: z.string(),
  name: z.string(),
  from: z.array(z.string()).describe("Commands, and where they were answered"),
};
/** One thing that was seen, with where it was read. */
export const evidence = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("value"), ...where, value: z.string() }),
  z.object({ kind: z.literal("list"), ...where, items: z.array(z.string()) }),
  z.object({ kind: z.literal("time"), ...where, at: z.iso.datetime() }),
]);

const call = { action: z.string(), params: z.record(z.string(), z.json()) };
const ownHands = { steps: z.array(z.string()), screen: z.string().optional() };
const remedy = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("action"),
    ...call,
    also: z.array(z.object(call)).optional(),
    byHand: z.object(ownHands).optional(),
  }),
  z.object({ kind: z.literal("steps"), ...ownHands }),
]);

/** One finding of a report. */
export const finding = z.object({
  severity,
  confidence: z.enum(["certain", "likely", "possible"]),
  subject,
  message: z.string(),
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  evidence: z.array(evidence),
  remedy: remedy.optional(),
  does: z.array(z.string()).optional(),
});

const outcome = z.object({
  check: z.string(),
  category: z.enum(categories),
  severity,
  state: z.enum(["pass", "fail", "unknown", "not-applicable"]),
  question: z.string(),
  title: z.string(),
  why: z.string(),
  advice: z.string(),
  references: z.array(z.string()),
  reason: z.string().optional().describe("For unknown and not-applicable"),
  noRemedy: z.string().optional(),
  unread: z.array(z.string()).optional().describe("For fail: what could not be seen besides"),
  findings: z.array(finding).optional(),
});

const count = z.int().nonnegative();

/** A report as `check --json` prints it. */
export const report = z
  .object({
    schema: z.literal(reportSchema),
    candor: z.string().describe("Candor's version"),
    source,
    takenAt,
    device: z.record(z.string(), z.string().nullable()).describe("What the phone says it is"),
    summary: z.object({
      findings: z.object({ critical: count, high: count, medium: count, low: count, info: count }),
      checks: z.object({ total: count, pass: count, fail: count, unknown: count, notApplicable: count }),
    }),
    outcomes: z.array(outcome),
    notExamined: z.array(
      z.object({
        fact: z.string(),
        about: z.string(),
        code: z.string(),
        reason: z.string(),
        checks: z.array(z.string()).describe("Checks that have no answer for it"),
      }),
    ),
    feeds: z.array(
      z.object({ id: z.string(), origin: z.enum(["embedded", "updated"]), date: z.string(), entries: count }),
    ),
  })
  .describe("The answers to all checks; there is no total score");

// The schemas and the engine's types say the same, or this does not compile.
/** Proof for the compiler alone. */
export const schemasMatchTypes: [
  Same<z.infer<typeof report>["summary"], Report["summary"]>,
  Same<keyof z.infer<typeof report>, keyof Report>,
  Same<keyof z.infer<typeof outcome>, keyof Report["outcomes"][number]>,
  Same<keyof z.infer<typeof snapshot>, keyof Snapshot>,
] = [true, true, true, true];
