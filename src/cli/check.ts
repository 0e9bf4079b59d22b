import { examine, judgeSnapshot, sawAnything } from "../centre/examine.ts";
import { snapshotText } from "../centre/journal-notes.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import { type Severity, severities } from "../core/check.ts";
import type { Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { writeHtml } from "../report/html.ts";
import { writeJson } from "../report/json.ts";
import { plainText } from "../report/plain-text.ts";
import { writeTerminal } from "../report/terminal.ts";
import { type Context, columns, exitCodes, mayColor } from "./context.ts";
import { failure } from "./failure.ts";
import { type AppsFlags, lookIntoApps } from "./look-into-apps.ts";
import { examinationNotes, note, written } from "./note.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

export interface CheckFlags extends SourceFlags, AppsFlags {
  readonly json: boolean;
  readonly verbose: boolean;
  readonly html?: string;
  readonly save?: string;
  readonly failOn: Severity | "never";
}

/** `candor check [SOURCE]`: examines and reports. */
export async function check(this: Context, flags: CheckFlags, input?: string): Promise<void> {
  try {
    const { snapshot, report, isSaved } = await examined(this, flags, input);
    if (!sawAnything(snapshot)) {
      this.process.exitCode = nothingSeen(this, snapshot);
      return;
    }
    const notes = isSaved ? [] : examinationNotes(snapshot);
    if (flags.save) notes.push(await written(flags.save, "snapshot", snapshotText(snapshot), snapshot));
    if (flags.html) notes.push(await written(flags.html, "html", writeHtml(report), snapshot));
    print(this, report, flags);
    await note(this, input, notes);
    this.process.exitCode = exitCode(report, snapshot, flags.failOn);
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

async function examined(context: Context, flags: CheckFlags, input?: string) {
  const saved = input === undefined ? undefined : await readSnapshot(input);
  if (saved) return { snapshot: saved, report: await judgeSnapshot(saved, context.dataFolder), isSaved: true };
  const progress = progressOn(context.process.stderr, flags.progress);
  const source = await open(context, { input, serial: flags.serial, address: flags.address }, progress);
  const looking = lookIntoApps(context, flags);
  try {
    const seen = await examine(source, {
      dataFolder: context.dataFolder,
      signal: context.signal,
      onProgress: (step) => progress.step(step),
      apps: looking?.options,
    });
    return { ...seen, isSaved: false };
  } finally {
    looking?.end();
    progress.end();
    await source.close();
  }
}

/** Prints a report as JSON or for people. */
export function print(context: Context, report: Report, flags: Pick<CheckFlags, "json" | "verbose">): void {
  const { stdout, env } = context.process;
  if (flags.json) stdout.write(writeJson(report));
  else
    stdout.write(
      writeTerminal(report, { color: mayColor(stdout, env), width: columns(stdout), verbose: flags.verbose }),
    );
}

/** 1 for findings at or above the limit; 3 when the examination broke off; 0 otherwise. */
export function exitCode(report: Report, snapshot: Snapshot, failOn: Severity | "never"): number {
  const limit = failOn === "never" ? -1 : severities.indexOf(failOn);
  if (severities.some((severity, i) => i <= limit && report.summary.findings[severity] > 0)) return exitCodes.findings;
  const brokenOff = Object.values(snapshot.facts).some((fact) => fact.state === "unknown" && brokeOff.has(fact.code));
  const answered = report.summary.checks.pass + report.summary.checks.fail;
  return brokenOff || answered === 0 ? exitCodes.unreadable : exitCodes.fine;
}

const brokeOff = new Set<string>(["gone", "cancelled"]);

function nothingSeen(context: Context, snapshot: Snapshot): number {
  const { stderr } = context.process;
  const [first] = Object.values(snapshot.facts).flatMap((fact) => (fact.state === "unknown" ? [fact.reason] : []));
  const { kind, name } = snapshot.source;
  stderr.write(`Nothing could be examined: no fact could be read from ${plainText(JSON.stringify(name))}.\n`);
  if (first) stderr.write(`The first reason: ${plainText(first)}\n`);
  const again =
    kind === "phone"
      ? "unlock the phone, check the cable or the network, and run this again"
      : "take it again from the phone";
  stderr.write(`What to do: ${again}; “candor facts” tells every reason.\n`);
  return exitCodes.unreadable;
}
