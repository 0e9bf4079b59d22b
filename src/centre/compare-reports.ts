import { canonicalJson } from "../core/canonical-json.ts";
import type { Category, Severity } from "../core/check.ts";
import type { Json } from "../core/json.ts";
import type { Outcome, OutcomeState, Report, ReportFinding } from "../core/report.ts";

/**
 * How a finding of two examinations stands. `new`: the earlier one was answered and did not have it. `newly-read`: the earlier one could not tell.
 * `gone`: the later one is answered and does not have it. `not-read`: the later one cannot tell, so that it may still be there.
 * `changed`: in both, and not the same.
 */
export const differences = ["new", "newly-read", "changed", "not-read", "gone"] as const;
export type Difference = (typeof differences)[number];

/** One finding that is not the same in both. */
export interface FindingDifference {
  readonly difference: Difference;
  readonly check: string;
  readonly category: Category;
  /** The check's sentence for where the finding is. */
  readonly title: string;
  /** The worse of both. */
  readonly severity: Severity;
  readonly before: ReportFinding | null;
  readonly after: ReportFinding | null;
  /** Why the other examination cannot tell; null where it can. */
  readonly reason: string | null;
}

/** One question that is not answered in the same way. `absent`: that Candor did not ask it. */
export interface AnswerDifference {
  readonly check: string;
  readonly category: Category;
  readonly question: string;
  readonly before: OutcomeState | "absent";
  readonly after: OutcomeState | "absent";
}

/** Two examinations held against each other. Texts of phones are outside text. */
export interface ReportComparison {
  readonly before: Pick<Report, "takenAt" | "source" | "device">;
  readonly after: Pick<Report, "takenAt" | "source" | "device">;
  /** Worst first, and among those of one weight in the order of `differences`. */
  readonly findings: readonly FindingDifference[];
  readonly answers: readonly AnswerDifference[];
  readonly counts: Readonly<Record<Difference | "same", number>>;
}

/** Compares two reports. What could not be read is never taken for gone. Pure. */
export function compareReports(before: Report, after: Report): ReportComparison {
  const earlier = new Map(before.outcomes.map((outcome) => [outcome.check, outcome]));
  const later = new Map(after.outcomes.map((outcome) => [outcome.check, outcome]));
  const ids = [...new Set([...later.keys(), ...earlier.keys()])];
  const counts = { new: 0, "newly-read": 0, changed: 0, "not-read": 0, gone: 0, same: 0 };
  const findings: FindingDifference[] = [];
  const answers: AnswerDifference[] = [];
  for (const id of ids) {
    const [was, is] = [earlier.get(id), later.get(id)];
    const known = is ?? was;
    if (!known) continue;
    const found = findingDifferences(was, is);
    counts.same += found.same;
    for (const each of found.differences) counts[each.difference]++;
    findings.push(...found.differences);
    if (was?.state !== is?.state)
      answers.push({
        check: id,
        category: known.category,
        question: known.question,
        before: was?.state ?? "absent",
        after: is?.state ?? "absent",
      });
  }
  return { before: aboutOf(before), after: aboutOf(after), findings: findings.sort(byWeight), answers, counts };
}

function aboutOf({ takenAt, source, device }: Report): ReportComparison["before"] {
  return { takenAt, source, device };
}

const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

function byWeight(a: FindingDifference, b: FindingDifference): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    differences.indexOf(a.difference) - differences.indexOf(b.difference)
  );
}

function findingDifferences(was: Outcome | undefined, is: Outcome | undefined) {
  const known = is ?? was;
  const pairs = pairsOf(was?.findings ?? [], is?.findings ?? []);
  const list = pairs.flatMap(([before, after]): FindingDifference[] => {
    const difference = differenceOf(before, after, was, is);
    if (difference === null || !known) return [];
    const ranks = [before, after].flatMap((each) => (each ? [severities.indexOf(each.severity)] : []));
    const silent = before === null ? was : after === null ? is : undefined;
    return [
      {
        difference,
        check: known.check,
        category: known.category,
        title: (after ? is?.title : was?.title) ?? known.title,
        severity: severities[Math.min(...ranks)] ?? known.severity,
        before,
        after,
        reason: difference === "newly-read" || difference === "not-read" ? silenceOf(silent) : null,
      },
    ];
  });
  return { differences: list, same: pairs.length - list.length };
}

function silenceOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "That version of Candor did not ask this.";
  return outcome.reason ?? `Could not be read: ${(outcome.unread ?? []).join("; ")}`;
}

function differenceOf(
  before: ReportFinding | null,
  after: ReportFinding | null,
  was: Outcome | undefined,
  is: Outcome | undefined,
): Difference | null {
  if (before && after) return detailOf(before) === detailOf(after) ? null : "changed";
  if (after) return isAnswered(was) ? "new" : "newly-read";
  return isAnswered(is) ? "gone" : "not-read";
}

/** A check that found something and could not see all else does not know what became of the rest. */
function isAnswered(outcome: Outcome | undefined): boolean {
  if (outcome === undefined || outcome.state === "unknown") return false;
  return outcome.state !== "fail" || (outcome.unread ?? []).length === 0;
}

type Pair = readonly [before: ReportFinding | null, after: ReportFinding | null];

/** Puts findings about the same together; of several about the same, those that are wholly alike first. */
function pairsOf(before: readonly ReportFinding[], after: readonly ReportFinding[]): readonly Pair[] {
  const left = [...before];
  const take = (key: (finding: ReportFinding) => string, wanted: ReportFinding) => {
    const at = left.findIndex((each) => key(each) === key(wanted));
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const alike = after.map((finding) => [take(detailOf, finding), finding] as const);
  const paired = alike.map(([found, finding]): Pair => [found ?? take(keyOf, finding), finding]);
  return [...paired, ...left.map((finding): Pair => [finding, null])];
}

function keyOf({ subject, messageKey }: ReportFinding): string {
  return canonicalJson(plain({ subject, messageKey }));
}

function detailOf({ subject, messageKey, severity, confidence, params }: ReportFinding): string {
  return canonicalJson(plain({ subject, messageKey, severity, confidence, params }));
}

/** Without members that are undefined, and without halves of characters, which a phone may well send. */
function plain(value: unknown): Json {
  const whole = (_: string, each: unknown) => (typeof each === "string" ? each.toWellFormed() : each);
  return JSON.parse(JSON.stringify(value, whole)) as Json;
}
