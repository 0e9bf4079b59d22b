import type { AppAssessment } from "../core/app-assessment.ts";
import { referencesInWords } from "./assessment-words.ts";
import { writeCsv } from "./csv.ts";

const head = [
  "app",
  "package",
  "version",
  "sha256",
  "control",
  "family",
  "title",
  "level",
  "severity",
  "state",
  "reason",
  "findings",
  "references",
] as const;

/** An assessment of apps as CSV, one row for each control of each app. */
export function writeAppAssessmentCsv({ apps }: AppAssessment): string {
  const rows = apps.flatMap((app) =>
    app.results.map((result) => [
      app.name,
      app.package,
      app.version,
      app.files.map(({ sha256 }) => sha256 ?? "").join(" "),
      result.id,
      result.family,
      result.title,
      result.level,
      result.severity,
      result.state,
      result.reason,
      result.evidence.flatMap(({ findings }) => findings.map(({ message }) => message)).join("; "),
      referencesInWords(result),
    ]),
  );
  return writeCsv([head, ...rows]);
}
