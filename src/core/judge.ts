import {
  type Answer,
  type Category,
  type Check,
  categories,
  type Evidence,
  type Finding,
  type Remedy,
  type RemedyCall,
  remedyCalls,
  type Severity,
  severities,
} from "./check.ts";
import { NotReported } from "./errors.ts";
import type { Fact } from "./fact.ts";
import type { LoadedFeed } from "./feed.ts";
import type { Need, Needs } from "./needs.ts";
import {
  type NotExamined,
  type Outcome,
  type Report,
  type ReportEvidence,
  type ReportFinding,
  reportSchema,
} from "./report.ts";
import type { Snapshot } from "./snapshot.ts";

/** What checks are judged from besides the snapshot. */
export interface JudgeOptions {
  readonly feeds?: readonly LoadedFeed[];
  /** All facts that were to be read, for what they are about in `notExamined`. */
  readonly facts?: readonly Fact<unknown>[];
  /** A change in words. Undefined for one that cannot be planned: what the phone says is in it, and it is left out of the report. */
  readonly wordsFor?: (call: RemedyCall) => string | undefined;
}

/**
 * Judges a snapshot: each check's question answered from the facts and feeds it declared, and from nothing else. Pure: the
 * same snapshot and feeds give the same report in any year.
 */
export function judge(snapshot: Snapshot, checks: readonly Check[], options: JudgeOptions = {}): Report {
  const outcomes = [...checks].sort(byCategory).map((check) => answer(check, snapshot, options.feeds ?? [], options));
  const used = new Set(
    checks.flatMap(({ needs, wants }) => [...Object.values(needs), ...Object.values(wants)].map(({ id }) => id)),
  );
  const feeds = (options.feeds ?? [])
    .filter(({ id }) => used.has(id))
    .map(({ id, origin, date, entries }) => ({ id, origin, date, entries }));
  return {
    schema: reportSchema,
    candor: snapshot.candor,
    source: snapshot.source,
    takenAt: snapshot.takenAt,
    device: device(snapshot),
    summary: summarise(outcomes),
    outcomes,
    notExamined: notExamined(snapshot, checks, options.facts ?? []),
    feeds,
  };
}

/** The answer to one check. */
export function answer(
  check: Check,
  snapshot: Snapshot,
  feeds: readonly LoadedFeed[],
  { wordsFor }: Pick<JudgeOptions, "wordsFor"> = {},
): Outcome {
  const given = gather(check.needs, snapshot, feeds);
  if (given.missing.length > 0) return unknown(check, reasons(given.missing));
  const wanted = gather(check.wants, snapshot, feeds);
  let result: Answer;
  try {
    const returned = check.run(given.values as never, wanted.values as never);
    result = Array.isArray(returned) ? { findings: returned as readonly Finding[] } : (returned as Answer);
  } catch (error) {
    if (error instanceof NotReported) return unknown(check, error.message);
    throw error;
  }
  return conclude(check, result, snapshot, wordsFor);
}

function conclude(check: Check, result: Answer, snapshot: Snapshot, wordsFor: JudgeOptions["wordsFor"]): Outcome {
  if (result.notApplicable !== undefined)
    return { ...about(check), state: "not-applicable", title: check.question, reason: result.notApplicable };
  const unread = result.unread ?? [];
  const findings = (result.findings ?? []).map((finding) => report(finding, check, snapshot, wordsFor));
  if (findings.length > 0) {
    const worst = severities.find((severity) => findings.some((finding) => finding.severity === severity));
    return {
      ...about(check),
      severity: worst ?? check.severity,
      state: "fail",
      title: check.title.fail,
      findings: findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
      ...(unread.length > 0 ? { unread } : {}),
      ...(check.noRemedy === undefined ? {} : { noRemedy: check.noRemedy }),
    };
  }
  if (unread.length > 0) return unknown(check, unread.join(" "));
  return { ...about(check), state: "pass", title: check.title.pass };
}

function unknown(check: Check, reason: string): Outcome {
  return { ...about(check), state: "unknown", title: check.question, reason };
}

function about(check: Check) {
  const { id, category, severity, question, why, advice, references } = check;
  return { check: id, category, severity, question, why, advice, references };
}

interface Gathered {
  readonly values: Record<string, unknown>;
  readonly missing: readonly Missing[];
}

/** A value that there is not: what it is, where it has a name for people, and why. */
interface Missing {
  readonly about?: string;
  readonly reason: string;
}

/** The declared values, frozen by nobody but seen by this check alone; and a sentence for each that is missing. */
function gather(needs: Needs, snapshot: Snapshot, feeds: readonly LoadedFeed[]): Gathered {
  const values: Record<string, unknown> = {};
  const missing: Missing[] = [];
  for (const [key, need] of Object.entries(needs)) {
    const found = find(need, snapshot, feeds);
    if ("value" in found) values[key] = found.value;
    else missing.push(found);
  }
  return { values, missing };
}

function find(need: Need, snapshot: Snapshot, feeds: readonly LoadedFeed[]): { readonly value: unknown } | Missing {
  if (need.kind === "time") {
    if (snapshot.takenAt === null) return { reason: "It is not known when this was taken, and ages need that." };
    return { value: Date.parse(snapshot.takenAt) };
  }
  if (need.kind === "feed") {
    const feed = feeds.find(({ id }) => id === need.id);
    if (feed) return { value: feed.value };
    return need.embedded ? { value: need.embedded.value } : { reason: `The list "${need.id}" is not loaded.` };
  }
  const read = Object.hasOwn(snapshot.facts, need.id) ? snapshot.facts[need.id] : undefined;
  if (!read) return { about: need.about, reason: "not read" };
  return read.state === "read" ? { value: read.value } : { about: need.about, reason: read.reason };
}

/** One sentence for each reason; what is missing for the same one is named together. */
function reasons(missing: readonly Missing[]): string {
  const byReason = new Map<string, string[]>();
  for (const { about, reason } of missing)
    byReason.set(reason, [...(byReason.get(reason) ?? []), ...(about === undefined ? [] : [about])]);
  return [...byReason]
    .map(([reason, abouts]) => [...(abouts.length > 0 ? [abouts.join("; ")] : []), reason].join(": "))
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(" ");
}

function report(finding: Finding, check: Check, snapshot: Snapshot, wordsFor: JudgeOptions["wordsFor"]): ReportFinding {
  const params = finding.params ?? {};
  const template = check.messages[finding.message];
  if (template === undefined) throw new Error(`check ${check.id} has no message "${finding.message}"`);
  return {
    severity: finding.severity ?? check.severity,
    confidence: finding.confidence ?? "certain",
    subject: finding.subject,
    message: fill(template, params),
    messageKey: finding.message,
    params,
    evidence: finding.evidence.map((item) => locate(item, snapshot)),
    ...remedyOf(finding.remedy ?? check.remedy, wordsFor),
  };
}

/** The remedy with what it does; the way by hand where a call of it cannot be planned. */
function remedyOf(
  remedy: Remedy | undefined,
  wordsFor: JudgeOptions["wordsFor"],
): Pick<ReportFinding, "remedy" | "does"> {
  if (remedy?.kind !== "action" || !wordsFor) return remedy ? { remedy } : {};
  const does = remedyCalls(remedy).flatMap((call) => wordsFor(call) ?? []);
  if (does.length === remedyCalls(remedy).length) return { remedy, does };
  return remedy.byHand ? { remedy: { kind: "steps", ...remedy.byHand } } : {};
}

/** Fills `{name}` from the params; each hole once, what fills it is never searched for holes again. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    if (!Object.hasOwn(params, name)) throw new Error(`nothing fills ${hole} in "${template}"`);
    return String(params[name]);
  });
}

function locate(item: Evidence, snapshot: Snapshot): ReportEvidence {
  const read = snapshot.facts[item.fact.id];
  const where = { fact: item.fact.id, name: item.name, from: read?.from ?? [] };
  if (item.kind === "value") return { ...where, kind: "value", value: item.value };
  if (item.kind === "list") return { ...where, kind: "list", items: item.items };
  return { ...where, kind: "time", at: new Date(item.at).toISOString() };
}

/** What the phone says it is, from the fact `device`. */
function device(snapshot: Snapshot): Record<string, string | null> {
  const read = snapshot.facts["device"];
  const value = read?.state === "read" ? (read.value as Record<string, unknown>) : {};
  return Object.fromEntries(Object.entries(value).map(([key, said]) => [key, said === null ? null : String(said)]));
}

function summarise(outcomes: readonly Outcome[]): Report["summary"] {
  const findings = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const outcome of outcomes) for (const finding of outcome.findings ?? []) findings[finding.severity]++;
  const count = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  return {
    findings,
    checks: {
      total: outcomes.length,
      pass: count("pass"),
      fail: count("fail"),
      unknown: count("unknown"),
      notApplicable: count("not-applicable"),
    },
  };
}

function notExamined(
  snapshot: Snapshot,
  checks: readonly Check[],
  facts: readonly Fact<unknown>[],
): readonly NotExamined[] {
  return Object.entries(snapshot.facts).flatMap(([id, read]) => {
    if (read.state === "read") return [];
    const waiting = checks.filter((check) => Object.values(check.needs).some((need) => need.id === id));
    const fact = facts.find((candidate) => candidate.id === id);
    return [
      { fact: id, about: fact?.about ?? id, code: read.code, reason: read.reason, checks: waiting.map((c) => c.id) },
    ];
  });
}

function byCategory(a: Check, b: Check): number {
  const order = (category: Category) => categories.indexOf(category);
  return order(a.category) - order(b.category) || (a.id < b.id ? -1 : 1);
}
