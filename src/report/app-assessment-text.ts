import type { AppAssessment, AssessedApp } from "../core/app-assessment.ts";
import { type ControlResult, controlStates } from "../core/assessment.ts";
import { severities } from "../core/check.ts";
import { countsInWords, referencesInWords, stateNames } from "./assessment-words.ts";
import { plainText, wrap } from "./plain-text.ts";
import type { TerminalOptions } from "./terminal.ts";
import { severityNames } from "./wording.ts";

/** More apps than these are told shortly. */
const few = 3;

type Say = (text: string, indent?: number) => void;

/** An assessment of apps for a terminal: of each what is not satisfied, then what is not determinable; everything with `verbose`. */
export function writeAppAssessmentText(assessment: AppAssessment, { width, verbose }: TerminalOptions): string {
  const lines: string[] = [];
  const say: Say = (text, indent = 0) => {
    for (const line of wrap(plainText(text, 3000), width - indent)) lines.push(`${" ".repeat(indent)}${line}`);
  };
  const { profile, source, summary, apps, leftOut, notice, candor } = assessment;
  say(`Profile “${profile.title}”, version ${profile.version}: ${profile.scope}`);
  const when = source.takenAt === null ? "" : `, ${source.takenAt.slice(0, 16).replace("T", " ")} UTC`;
  say(`From ${source.kind} ${source.name}${when}, by Candor ${candor}`);
  if (apps.length > 1)
    say(
      `${summary.apps} apps. In ${summary.notSatisfied} something required is not satisfied, in ${summary.notDeterminable} more it is not determinable.`,
    );
  for (const sentence of leftOut) say(sentence);
  const short = apps.length > few && !verbose;
  const told = short ? apps.filter((app) => app.summary.notSatisfied > 0) : apps;
  for (const app of told) tell(app, short, verbose, lines, say);
  if (told.length < apps.length) {
    lines.push("");
    say(
      `${apps.length - told.length} more apps, of which no control is denied: --verbose, --json and --csv tell all of them.`,
    );
  }
  lines.push("");
  if (verbose) for (const limit of profile.limits) say(`Limit: ${limit}`);
  say(notice);
  return `${lines.join("\n")}\n`;
}

function tell(app: AssessedApp, short: boolean, verbose: boolean, lines: string[], say: Say): void {
  const { name, package: id, version, missing, results } = app;
  lines.push("");
  say([name, id === null || id === name ? "" : `(${id})`, version ?? ""].filter((part) => part !== "").join(" "));
  say(countsInWords(app), 2);
  for (const sentence of missing) say(sentence, 2);
  for (const state of controlStates) {
    const own = results.filter((result) => result.state === state).sort(byWeight);
    if (own.length === 0) continue;
    const ids = own.map((result) => result.id).join(" ");
    if (short && state !== "not-satisfied") continue;
    if ((state === "satisfied" || state === "not-applicable") && !verbose) say(`${stateNames[state]}: ${ids}`, 2);
    else {
      say(`${stateNames[state].toUpperCase()} (${own.length})`, 2);
      for (const result of own) tellControl(result, short, verbose, say);
    }
  }
}

function tellControl(result: ControlResult, short: boolean, verbose: boolean, say: Say): void {
  say(`${result.id} ${result.title} (${result.level}, ${severityNames[result.severity].toLowerCase()})`, 4);
  if (short) return;
  const findings = result.evidence.flatMap((each) => each.findings);
  if (findings.length === 0) say(result.reason, 8);
  if (result.question !== null && result.state === "not-determinable") say(`Asked of you: ${result.question}`, 8);
  for (const { message } of verbose ? findings : findings.slice(0, 3)) say(`- ${message}`, 8);
  if (!verbose && findings.length > 3) say(`- and ${findings.length - 3} more`, 8);
  if (!verbose) return;
  for (const { evidence } of findings)
    for (const each of evidence) if (each.from.length > 0) say(`In ${each.from.join(", ")}`, 10);
  say(`Rule: ${result.rule}`, 8);
  say(`See: ${referencesInWords(result)}`, 8);
}

function byWeight(a: ControlResult, b: ControlResult): number {
  const level = (result: ControlResult) => (result.level === "required" ? 0 : 1);
  return level(a) - level(b) || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
