import type { ActionCall, Risk } from "../core/action.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import { ownHandsOf, remedyCalls, type Severity, severities } from "../core/check.ts";
import type { Json } from "../core/json.ts";
import type { Outcome, Report, ReportFinding } from "../core/report.ts";
import { actionOf } from "./changes.ts";

/** A finding, and what Candor or the person can do about it. */
export interface FixableFinding {
  readonly finding: ReportFinding;
  readonly calls: readonly ActionCall[];
  /** The largest of the risks of its calls; null where there are none. */
  readonly risk: Risk | null;
  /** For the person's own hands; empty where there is no such way. */
  readonly steps: readonly string[];
  readonly screen: string | null;
}

/** All that one check found, to be gone through together. */
export interface Fixable {
  readonly outcome: Outcome;
  readonly findings: readonly FixableFinding[];
}

/** Which findings to go through. */
export interface FixChoice {
  /** This severity and worse. */
  readonly severity: Severity;
  /** Only findings whose remedy is an action that can break nothing. */
  readonly onlySafe?: boolean | undefined;
  /** Only what these checks found; all where it is empty. */
  readonly checks?: readonly string[] | undefined;
}

const risks: readonly Risk[] = ["safe", "may-break-apps", "irreversible"];

/** What there is to fix, the worst first. */
export function fixablesOf(
  report: Pick<Report, "outcomes">,
  { severity, onlySafe, checks = [] }: FixChoice,
): readonly Fixable[] {
  const limit = severities.indexOf(severity);
  const chosen = report.outcomes.flatMap((outcome): readonly Fixable[] => {
    if (outcome.state !== "fail" || (checks.length > 0 && !checks.includes(outcome.check))) return [];
    const findings = (outcome.findings ?? [])
      .filter((finding) => severities.indexOf(finding.severity) <= limit)
      .map(fixableOf)
      .filter(({ risk }) => onlySafe !== true || risk === "safe");
    return findings.length === 0 ? [] : [{ outcome, findings }];
  });
  const weight = ({ findings }: Fixable) =>
    Math.min(...findings.map(({ finding }) => severities.indexOf(finding.severity)));
  return chosen.sort((a, b) => weight(a) - weight(b));
}

/** Apps that a report takes for watching somebody: whoever installed one may notice what is taken from it. */
export function watchersIn({ outcomes }: Pick<Report, "outcomes">): ReadonlySet<string> {
  const telling = outcomes.filter(({ category, state }) => category === "stalkerware" && state === "fail");
  const findings = telling.flatMap((outcome) => outcome.findings ?? []);
  return new Set(
    findings.flatMap(({ severity, subject }) =>
      subject.kind === "app" && (severity === "critical" || severity === "high") ? [subject.package] : [],
    ),
  );
}

/** Whether a change is about one of some apps: their packages, components of theirs, or lists of these. */
export function isAbout({ params }: ActionCall, apps: ReadonlySet<string>): boolean {
  const names = (value: Json): boolean => {
    if (typeof value === "string") return apps.has(value.split("/")[0] ?? "");
    if (typeof value !== "object" || value === null) return false;
    return Object.values(value).some((each) => names(each as Json));
  };
  return names(params);
}

/** The changes of some findings, each once. */
export function callsOf(findings: readonly FixableFinding[]): readonly ActionCall[] {
  const calls = findings.flatMap((each) => each.calls);
  return [...new Map(calls.map((call) => [canonicalJson(call as unknown as Json), call])).values()];
}

function fixableOf(finding: ReportFinding): FixableFinding {
  const calls = finding.remedy ? remedyCalls(finding.remedy) : [];
  const hands = finding.remedy && ownHandsOf(finding.remedy);
  const worst = Math.max(...calls.map((call) => risks.indexOf(actionOf(call).risk)));
  return {
    finding,
    calls,
    risk: calls.length === 0 ? null : (risks[worst] ?? null),
    steps: hands?.steps ?? [],
    screen: hands?.screen ?? null,
  };
}
