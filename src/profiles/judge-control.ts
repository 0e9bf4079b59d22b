import type { Ask, Control, ControlEvidence, ControlResult, HandAnswer } from "../core/assessment.ts";
import { severities } from "../core/check.ts";
import type { Outcome } from "../core/report.ts";

/** An answer to one question: a check's outcome, or what records of traffic say. */
export type Answered = Pick<Outcome, "check" | "state" | "title"> &
  Partial<Pick<Outcome, "reason" | "findings" | "unread">>;

/** How a control stands by the answers and by what the person says. */
export type ControlJudgement = Pick<
  ControlResult,
  "state" | "basis" | "rule" | "reason" | "evidence" | "question" | "answer"
>;

/** Findings of one answer that are repeated as evidence. */
const shownFindings = 12;

/**
 * Judges one control. Checks go before the person: a “yes” by hand decides only what checks cannot, and never overrides what they found. Pure.
 */
export function judgeControl(
  control: Control,
  answers: ReadonlyMap<string, Answered>,
  titleOf: (check: string) => string,
  hand: HandAnswer | undefined,
): ControlJudgement {
  const evidence = control.asks.map((ask) => weigh(ask, answers.get(ask.check), titleOf));
  const about = {
    rule: ruleInWords(control, titleOf),
    evidence,
    question: control.question ?? null,
    answer: hand ?? null,
  };
  const decided = byChecks(control, evidence);
  if (decided.state !== "not-determinable") return { ...about, ...decided, basis: "checks" };
  if (!hand || control.question === undefined) return { ...about, ...decided, basis: "nothing" };
  return { ...about, ...byHand(hand), basis: "person" };
}

type Decision = Pick<ControlJudgement, "state" | "reason">;

function byChecks({ rule, asks }: Control, evidence: readonly ControlEvidence[]): Decision {
  if (asks.length === 0)
    return { state: "not-determinable", reason: "No check of Candor decides this; a person can answer the question." };
  const arising = evidence.filter(({ state }) => state !== "not-applicable");
  if (arising.length === 0) return { state: "not-applicable", reason: sentences(evidence.map(({ reason }) => reason)) };
  const against = arising.filter(({ speaks }) => speaks === "against");
  const silent = arising.filter(({ speaks }) => speaks === "not");
  const speakFor = arising.filter(({ speaks }) => speaks === "for");
  const titles = (list: readonly ControlEvidence[]) => sentences(list.map(({ title }) => title));
  if (rule === "any" && speakFor.length > 0) return { state: "satisfied", reason: titles(speakFor) };
  if (rule === "all" && against.length > 0) return { state: "not-satisfied", reason: titles(against) };
  if (silent.length > 0)
    return { state: "not-determinable", reason: sentences(silent.map(({ title, reason }) => reason ?? title)) };
  return against.length > 0
    ? { state: "not-satisfied", reason: titles(against) }
    : { state: "satisfied", reason: titles(speakFor) };
}

function byHand({ answer, on }: HandAnswer): Decision {
  const when = on === null ? "" : ` on ${on}`;
  if (answer === "yes") return { state: "satisfied", reason: `Confirmed by hand${when}; Candor did not see it.` };
  if (answer === "no") return { state: "not-satisfied", reason: `Denied by hand${when}; Candor did not see it.` };
  return { state: "not-applicable", reason: `Said by hand${when} not to arise; Candor did not see it.` };
}

function weigh(ask: Ask, answered: Answered | undefined, titleOf: (check: string) => string): ControlEvidence {
  if (!answered) {
    const reason = ask.check.startsWith("traffic:")
      ? "No records of traffic were given."
      : "This report holds no answer to the question.";
    return {
      check: ask.check,
      state: "unknown",
      speaks: "not",
      title: titleOf(ask.check),
      reason,
      findings: [],
      more: 0,
    };
  }
  const findings = answered.findings ?? [];
  const told = findings
    .slice(0, shownFindings)
    .map(({ severity, message, evidence }) => ({ severity, message, evidence }));
  const { check, state, title } = answered;
  const { speaks, reason } = speech(ask, answered);
  return { check, state, speaks, title, reason, findings: told, more: findings.length - told.length };
}

function speech(
  ask: Ask,
  { state, reason, findings = [], unread = [] }: Answered,
): Pick<ControlEvidence, "speaks" | "reason"> {
  if (state === "unknown" || state === "not-applicable") return { speaks: "not", reason: reason ?? null };
  const limit = severities.indexOf(ask.counts ?? "info");
  const counting = findings.filter(({ severity }) => severities.indexOf(severity) <= limit);
  if (state === "fail" && ask.wants === "pass" && counting.length === 0)
    return unread.length > 0
      ? { speaks: "not", reason: unread.join(" ") }
      : { speaks: "for", reason: `Only findings below “${ask.counts}”.` };
  if (state === ask.wants) return { speaks: "for", reason: null };
  if (ask.neededHere)
    return { speaks: "not", reason: "An examination over ADB itself needs this: see that it is off when it is over." };
  return { speaks: "against", reason: null };
}

/** The rule of a control in one sentence. */
export function ruleInWords({ asks, rule, question }: Control, titleOf: (check: string) => string): string {
  if (asks.length === 0) return "A person answers the question; no check can.";
  const parts = asks.map(({ check, wants, counts }) => {
    const least = counts === undefined ? "" : ` of severity ${counts} or worse`;
    return wants === "pass" ? `“${titleOf(check)}” finds nothing${least}` : `“${titleOf(check)}” reports it`;
  });
  const joined = parts.length === 1 ? (parts[0] ?? "") : `${rule === "all" ? "all of" : "one of"}: ${parts.join("; ")}`;
  const hand = question === undefined ? "" : " Where that cannot be told, a person answers the question.";
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.${hand}`;
}

function sentences(list: readonly (string | null)[]): string {
  const each = [...new Set(list.filter((text) => text !== null && text !== ""))];
  return each.map((text) => (/[.!?…]$/.test(text ?? "") ? text : `${text}.`)).join(" ");
}
