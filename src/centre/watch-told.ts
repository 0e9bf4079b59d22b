import type { Outcome, Report, ReportFinding } from "../core/report.ts";
import { compareReports, type FindingDifference } from "./compare-reports.ts";

/** What was last known of a phone and told, check by check: what the next examination is held against. */
export interface Told {
  /** Per check the last answer; what could not be answered since then keeps the answer it had. */
  readonly outcomes: readonly Outcome[];
  /** Checks that were answered once and are not any more, and of which that was told. */
  readonly silent: readonly string[];
}

/** What is to be told after an examination. Nothing, where all three are empty. */
export interface News {
  /** Worst first. None of them is `not-read`: what could not be read is among `lost`, once. */
  readonly findings: readonly FindingDifference[];
  /** Questions that were answered before and are not any more. */
  readonly lost: readonly { readonly check: string; readonly question: string }[];
  /** Questions that are answered again. */
  readonly regained: readonly { readonly check: string; readonly question: string }[];
}

/**
 * Holds an examination against what was told. An answer that is missing for a while neither ends a finding nor makes it new when it comes back.
 * For the first examination of a phone (`told` is undefined) nothing is news. Pure.
 */
export function newsOf(told: Told | undefined, report: Report): { readonly news: News; readonly told: Told } {
  const known = new Map((told?.outcomes ?? []).map((outcome) => [outcome.check, outcome]));
  const merged = report.outcomes.map((is) => mergedOutcome(known.get(is.check), is));
  const now: Told = { outcomes: merged, silent: silentIn(report, known) };
  if (told === undefined) return { news: { findings: [], lost: [], regained: [] }, told: now };
  const about = { takenAt: report.takenAt, source: report.source, device: report.device };
  const before = { ...report, ...about, outcomes: told.outcomes };
  const findings = compareReports(before, { ...report, outcomes: merged }).findings;
  const [was, is] = [new Set(told.silent), new Set(now.silent)];
  const asked = ({ check, question }: Outcome) => ({ check, question });
  return {
    news: {
      findings: findings.filter(({ difference }) => difference !== "not-read"),
      lost: report.outcomes.filter(({ check }) => is.has(check) && !was.has(check)).map(asked),
      regained: report.outcomes.filter(({ check }) => was.has(check) && !is.has(check)).map(asked),
    },
    told: now,
  };
}

/** Whether there is anything to tell. */
export function isNews({ findings, lost, regained }: News): boolean {
  return findings.length + lost.length + regained.length > 0;
}

function silentIn(report: Report, known: ReadonlyMap<string, Outcome>): readonly string[] {
  return report.outcomes.flatMap(({ check, state }) => {
    const was = known.get(check);
    return state === "unknown" && was !== undefined && was.state !== "unknown" ? [check] : [];
  });
}

/** The later answer; where it is none, or not of everything, what the earlier one had besides. */
function mergedOutcome(was: Outcome | undefined, is: Outcome): Outcome {
  if (was === undefined) return slim(is);
  if (is.state === "unknown") return was;
  if (is.state !== "fail" || (is.unread ?? []).length === 0) return slim(is);
  const pairs = compareReports(reportOf(was), reportOf(is)).findings;
  const kept = pairs.flatMap(({ difference, before }) => (difference === "not-read" && before ? [before] : []));
  return slim({ ...is, findings: [...(is.findings ?? []), ...kept] });
}

function reportOf(outcome: Outcome): Report {
  const source = { kind: "phone", name: "" } as const;
  return { takenAt: null, source, device: {}, outcomes: [outcome] } as unknown as Report;
}

/** Without what a comparison does not look at: evidence, reasons, remedies. */
function slim(outcome: Outcome): Outcome {
  const { check, category, severity, state, question, title, reason, unread, findings } = outcome;
  return {
    ...{ check, category, severity, state, question, title, why: "", advice: "", references: [] },
    ...(reason !== undefined && { reason }),
    ...(unread !== undefined && { unread }),
    ...(findings !== undefined && { findings: findings.map(slimFinding) }),
  };
}

function slimFinding({ severity, confidence, subject, message, messageKey, params }: ReportFinding): ReportFinding {
  return { severity, confidence, subject, message, messageKey, params, evidence: [] };
}
