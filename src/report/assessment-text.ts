import { type Assessment, type ControlResult, controlStates } from "../core/assessment.ts";
import { severities } from "../core/check.ts";
import {
  countsInWords,
  methodInWords,
  preloadInWords,
  referencesInWords,
  stateNames,
  verdictNames,
} from "./assessment-words.ts";
import { plainText, wrap } from "./plain-text.ts";
import type { TerminalOptions } from "./terminal.ts";
import { deviceName, listsUsed, severityNames, sourceName } from "./wording.ts";

/** An assessment for a terminal: counts, promises, what is not satisfied, then what is not determinable; everything with `verbose`. */
export function writeAssessmentText(assessment: Assessment, { width, verbose }: TerminalOptions): string {
  const lines: string[] = [];
  const say = (text: string, indent = 0) => {
    for (const line of wrap(plainText(text, 3000), width - indent)) lines.push(`${" ".repeat(indent)}${line}`);
  };
  const { profile, takenAt, claims, results, preload, preloadReason, notice } = assessment;
  say(deviceName(assessment));
  say(`Profile “${profile.title}”, version ${profile.version}: ${profile.scope}`);
  say(
    `From ${sourceName(assessment)}, ${takenAt === null ? "at an unknown time" : `${takenAt.slice(0, 16).replace("T", " ")} UTC`}, by Candor ${assessment.candor}`,
  );
  lines.push("");
  say(countsInWords(assessment));
  for (const { promise, verdict, reason } of claims) {
    lines.push("");
    say(`${verdictNames[verdict].toUpperCase()}: “${promise}”`);
    say(reason, 4);
  }
  for (const state of controlStates) {
    const own = results.filter((result) => result.state === state).sort(byWeight);
    if (own.length === 0) continue;
    lines.push("", `${stateNames[state].toUpperCase()} (${own.length})`);
    if (state === "satisfied" && !verbose) say(own.map(({ id }) => id).join(" "), 2);
    else for (const result of own) tell(result, verbose || state === "not-satisfied", verbose, say);
  }
  lines.push("");
  if (preload) {
    say(`Risk score of pre-installed apps: ${preloadInWords(preload)} (${preload.method}).`);
    if (verbose) for (const each of [preload.formula, ...preload.deviations]) say(each, 2);
  } else if (verbose) say(`Risk score of pre-installed apps: none. ${preloadReason ?? ""}`);
  if (verbose) for (const limit of profile.limits) say(`Limit: ${limit}`);
  say(notice);
  if (verbose) say(listsUsed(assessment));
  return `${lines.join("\n")}\n`;
}

function tell(
  result: ControlResult,
  inFull: boolean,
  verbose: boolean,
  say: (text: string, indent?: number) => void,
): void {
  say(`${result.id} ${result.title} (${result.level}, ${severityNames[result.severity].toLowerCase()})`, 2);
  if (result.state === "satisfied" && !verbose) return;
  say(result.reason, 6);
  if (result.question !== null && result.state === "not-determinable") say(`Asked of you: ${result.question}`, 6);
  if (!inFull) return;
  for (const { speaks, findings, more } of result.evidence) {
    if (speaks === "for" && !verbose) continue;
    for (const finding of findings.slice(0, verbose ? findings.length : 3)) say(`- ${finding.message}`, 6);
    const rest = more + (verbose ? 0 : Math.max(0, findings.length - 3));
    if (rest > 0) say(`- and ${rest} more`, 6);
  }
  if (!verbose) return;
  say(`Rule: ${result.rule} ${methodInWords(result)}.`, 6);
  say(`See: ${referencesInWords(result)}`, 6);
}

function byWeight(a: ControlResult, b: ControlResult): number {
  const level = (result: ControlResult) => (result.level === "required" ? 0 : 1);
  return level(a) - level(b) || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
