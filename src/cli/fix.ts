import { examine } from "../centre/examine.ts";
import { callsOf, type Fixable, type FixableFinding, fixablesOf, isAbout, watchersIn } from "../centre/fixes.ts";
import { answerNow, checkOf, checksAbout, isQuick } from "../centre/found-again.ts";
import { remedyWords } from "../centre/remedy-words.ts";
import type { ActionCall } from "../core/action.ts";
import type { Check, Severity } from "../core/check.ts";
import type { Report } from "../core/report.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { mayBeWatched, safetyNotice, severityNames } from "../report/wording.ts";
import { type ChangeFlags, runChanges, withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import { guideFinding, isTerminal, nameOf, sayingOn } from "./guide-finding.ts";
import { type AppsFlags, lookIntoApps } from "./look-into-apps.ts";
import type { Progress } from "./progress.ts";

export interface FixFlags extends ChangeFlags, AppsFlags {
  readonly severity: Severity;
  readonly only?: "safe";
}

const noticed =
  "Some of this is about an app that may be watching somebody: whoever installed it may notice the change. Leave it until you are safe.";

/** Findings of one check that are shown before "and N more". */
const shown = 8;

/** `candor fix [CHECK...]`: goes through what an examination found, the worst first: explain, show, ask, change, see. */
export async function fix(this: Context, flags: FixFlags, ...ids: string[]): Promise<void> {
  const strange = ids.filter((id) => checkOf(id) === undefined);
  if (strange.length > 0) {
    this.process.stderr.write(`There is no check ${strange.map((id) => JSON.stringify(id)).join(", ")}.\n`);
    this.process.stderr.write("What to do: candor explain lists all checks.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  if (flags.yes && ids.length === 0 && flags.only !== "safe") {
    this.process.stderr.write("Without being asked, apps could stop working as you know them.\n");
    this.process.stderr.write("What to do: add --only safe, or name the checks whose findings are to be fixed.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  await withPhone(this, flags, async (source, progress) => {
    const report = await reportOf(this, source, flags, ids, progress);
    const fixables = fixablesOf(report, { severity: flags.severity, onlySafe: flags.only === "safe", checks: ids });
    if (flags.yes || flags.dryRun) return await all(this, source, fixables, watchersIn(report), flags);
    if (flags.json || !isTerminal(this)) return list(this, fixables, flags);
    if (mayBeWatched(report)) sayingOn(this)(`${safetyNotice}\n`);
    return await goThrough(this, source, fixables, watchersIn(report), flags);
  });
}

/** Chosen checks are answered alone, with those that tell of somebody watching; without any, everything is examined. */
async function reportOf(
  context: Context,
  source: Source,
  flags: FixFlags,
  ids: readonly string[],
  progress: Progress,
): Promise<Pick<Report, "outcomes">> {
  const chosen = ids.flatMap((id) => checkOf(id) ?? []);
  if (ids.length > 0 && chosen.every(isQuick)) {
    const outcomes = [];
    for (const check of [...chosen, ...watchChecks(chosen)]) outcomes.push(await answerNow(source, check, context));
    return { outcomes };
  }
  const looking = lookIntoApps(context, flags);
  try {
    const { report } = await examine(source, {
      dataFolder: context.dataFolder,
      signal: context.signal,
      onProgress: (step) => progress.step(step),
      apps: looking?.options,
    });
    return report;
  } finally {
    looking?.end();
    progress.end();
  }
}

function watchChecks(chosen: readonly Check[]): readonly Check[] {
  return checksAbout("stalkerware").filter((check) => isQuick(check) && !chosen.includes(check));
}

/** Everything that Candor can do, as one change; but nothing unasked about an app that may be watching somebody. */
async function all(
  context: Context,
  source: Source,
  fixables: readonly Fixable[],
  watchers: ReadonlySet<string>,
  flags: FixFlags,
): Promise<number> {
  const possible = callsOf(fixables.flatMap(({ findings }) => findings));
  const calls = possible.filter((call) => !isAbout(call, watchers));
  if (calls.length < possible.length)
    context.process.stderr.write(
      `Left out is what is about apps that may be watching somebody (${plainText([...watchers].join(", "))}): whoever installed them may notice. ` +
        "Read the report first (candor check), and then decide one by one: candor fix\n",
    );
  if (calls.length === 0) {
    if (flags.json) return list(context, fixables, flags);
    sayingOn(context)("There is nothing here that Candor can do by itself.");
    return fixables.length === 0 ? exitCodes.fine : exitCodes.findings;
  }
  const title = flags.only === "safe" ? "Fix what can be fixed without breaking anything" : "Fix what was found";
  return await runChanges(context, source, calls, flags, { title, reason: "candor fix" });
}

/** One finding after the other with the person, the worst first. */
async function goThrough(
  context: Context,
  source: Source,
  fixables: readonly Fixable[],
  watchers: ReadonlySet<string>,
  flags: FixFlags,
): Promise<number> {
  const say = sayingOn(context);
  if (fixables.length === 0) say("There is nothing to fix among what was examined.");
  let open = 0;
  for (const [i, fixable] of fixables.entries()) {
    if (context.signal.aborted) return exitCodes.stopped;
    explain(context, fixable, `${i + 1} of ${fixables.length}`);
    if (callsOf(fixable.findings).some((call) => isAbout(call, watchers))) say(noticed);
    const came = await mend(context, source, fixable, flags);
    if (came === "gone") return exitCodes.unreadable;
    if (came === "stop") {
      open += fixables.length - i;
      break;
    }
    if (came === "open") open++;
  }
  say(open === 0 ? "That was all." : `${open} of ${fixables.length} are left.`);
  return open === 0 ? exitCodes.fine : exitCodes.findings;
}

/** Asks what to do about one check until it is mended, or the person leaves it. */
async function mend(
  context: Context,
  source: Source,
  fixable: Fixable,
  flags: FixFlags,
): Promise<"mended" | "open" | "stop" | "gone"> {
  const check = checkOf(fixable.outcome.check);
  let calls = callsOf(fixable.findings);
  for (;;) {
    const choice = await choose(context, fixable, calls.length);
    if (choice === "stop") return "stop";
    if (choice === "skip" || !check) return "open";
    if (choice === "guide") {
      const reached = await handByHand(context, source, check, fixable);
      if (!reached) return context.signal.aborted ? "stop" : "gone";
    } else {
      const chosen = choice === "do" ? calls : await chooseSome(context, fixable.findings);
      if (chosen.length > 0) await runChanges(context, source, chosen, flags, intent(fixable));
      // What was chosen among several is what was wanted; what the phone refused can be done by hand.
      if (choice === "some") return (await isMended(context, source, check)) ? "mended" : "open";
      calls = [];
    }
    if (await isMended(context, source, check)) return "mended";
    if (choice === "guide" || !isQuick(check) || !hasSteps(fixable)) return "open";
  }
}

function hasSteps({ findings }: Fixable): boolean {
  return findings.some(({ steps }) => steps.length > 0);
}

function intent({ outcome }: Fixable) {
  return { title: outcome.title, reason: `candor fix ${outcome.check}` };
}

/** False where the phone went away meanwhile. */
async function handByHand(context: Context, source: Source, check: Check, { findings }: Fixable): Promise<boolean> {
  for (const each of findings.filter(({ steps }) => steps.length > 0)) {
    sayingOn(context)(`\n${nameOf(each.finding)}`);
    if ((await guideFinding(context, source, check, each)) === "gone") return false;
    if (context.signal.aborted) return false;
  }
  return true;
}

/** Asks the check again and says what it finds now. */
async function isMended(context: Context, source: Source, check: Check): Promise<boolean> {
  const say = sayingOn(context);
  if (!isQuick(check)) {
    say("The next examination tells what became of it: candor check");
    return false;
  }
  const outcome = await answerNow(source, check, context);
  if (outcome.state === "fail") say(`Still there: ${outcome.title} (${outcome.findings?.length ?? 0}).`);
  else if (outcome.state === "unknown") say(`What became of it could not be read: ${outcome.reason ?? ""}`);
  else say(`Seen on the phone: ${outcome.state === "pass" ? `${outcome.title}.` : (outcome.reason ?? "")}`);
  return outcome.state === "pass" || outcome.state === "not-applicable";
}

function explain(context: Context, { outcome, findings }: Fixable, place: string): void {
  const say = sayingOn(context);
  const { finding: worst } = findings[0] ?? {};
  say(`\n[${place}] ${severityNames[worst?.severity ?? outcome.severity]}: ${outcome.title}`);
  say(`Why it matters: ${outcome.why}`);
  for (const { finding } of findings.slice(0, shown)) say(`  • ${finding.message}`);
  if (findings.length > shown) say(`  • and ${findings.length - shown} more`);
  say(`What to do: ${outcome.advice}`);
  const does = doneBy(findings);
  if (does.length > 0) say("Candor can do this, and take it back:");
  for (const words of does.slice(0, shown)) say(`  → ${words}`);
  if (does.length > shown) say(`  → and ${does.length - shown} more`);
  if (does.length === 0 && outcome.noRemedy !== undefined) say(outcome.noRemedy);
}

async function choose(
  context: Context,
  fixable: Fixable,
  calls: number,
): Promise<"do" | "some" | "guide" | "skip" | "stop"> {
  const { select, isCancel } = await import("@clack/prompts");
  const options = [
    ...(calls > 0 ? [{ value: "do", label: "Show what Candor would do, and ask again" } as const] : []),
    ...(calls > 1 ? [{ value: "some", label: "Choose some of it" } as const] : []),
    ...(hasSteps(fixable) ? [{ value: "guide", label: "Guide me: open the screen on the phone" } as const] : []),
    { value: "skip", label: "Leave it as it is" } as const,
    { value: "stop", label: "Stop here" } as const,
  ];
  const message = "What shall be done?";
  const answer = await select({ message, options, output: context.process.stderr, signal: context.signal });
  return isCancel(answer) ? "stop" : answer;
}

async function chooseSome(context: Context, findings: readonly FixableFinding[]): Promise<readonly ActionCall[]> {
  const { multiselect, isCancel } = await import("@clack/prompts");
  const calls = callsOf(findings);
  const answer = await multiselect({
    message: "Which of these? Space chooses, Enter goes on.",
    options: calls.map((call, value) => ({ value, label: plainText(remedyWords(call) ?? call.action) })),
    required: false,
    output: context.process.stderr,
    signal: context.signal,
  });
  return isCancel(answer) ? [] : calls.filter((_, i) => answer.includes(i));
}

/** Nobody can be asked, or one document is wanted: what could be done, and nothing is. */
function list(context: Context, fixables: readonly Fixable[], flags: FixFlags): number {
  const { stdout, stderr } = context.process;
  const left = fixables.length === 0 ? exitCodes.fine : exitCodes.findings;
  if (flags.json) {
    const rows = fixables.flatMap(({ outcome, findings }) => findings.map((each) => row(outcome.check, each)));
    stdout.write(`${JSON.stringify({ schema: "candor.fixes/1", fixes: rows }, null, 1)}\n`);
    return left;
  }
  const say = sayingOn(context);
  for (const { outcome, findings } of fixables) {
    say(`${severityNames[findings[0]?.finding.severity ?? outcome.severity]}: ${outcome.title} (${outcome.check})`);
    const does = doneBy(findings);
    for (const words of does.slice(0, shown)) say(`  → ${words}`);
    if (does.length > shown) say(`  → and ${does.length - shown} more`);
    if (does.length === 0) say(`  ${outcome.noRemedy ?? `by hand: candor guide ${outcome.check}`}`);
  }
  if (fixables.length === 0) say("There is nothing to fix among what was examined.");
  else
    stderr.write(
      "Nothing was changed: there is nobody to ask. Say --yes to agree (--only safe for what breaks nothing), or --dry-run to see the commands.\n",
    );
  return left;
}

function doneBy(findings: readonly FixableFinding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ finding }) => finding.does ?? []))];
}

function row(check: string, { finding, calls, risk, steps, screen }: FixableFinding) {
  const { severity, subject, message, does = [] } = finding;
  return { check, severity, subject, message, calls, does, risk, steps, screen };
}
