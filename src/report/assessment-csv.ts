import type { Assessment } from "../core/assessment.ts";
import { referencesInWords } from "./assessment-words.ts";
import { writeCsv } from "./csv.ts";

const head = [
  "profile",
  "profile version",
  "taken at",
  "control",
  "family",
  "title",
  "level",
  "severity",
  "state",
  "basis",
  "reason",
  "checks",
  "findings",
  "answer",
  "references",
] as const;

/** An assessment as CSV, one row a control. */
export function writeAssessmentCsv({ profile, takenAt, results }: Assessment): string {
  const rows = results.map((result) => [
    profile.id,
    profile.version,
    takenAt,
    result.id,
    result.family,
    result.title,
    result.level,
    result.severity,
    result.state,
    result.basis,
    result.reason,
    result.evidence.map(({ check, state }) => `${check}: ${state}`).join("; "),
    result.evidence.flatMap(({ findings }) => findings.map(({ message }) => message)).join("; "),
    result.answer?.answer ?? null,
    referencesInWords(result),
  ]);
  return writeCsv([head, ...rows]);
}
