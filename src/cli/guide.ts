import { type Fixable, fixablesOf } from "../centre/fixes.ts";
import { answerNow, checkOf } from "../centre/found-again.ts";
import { isScreen, listScreens, openScreen } from "../centre/guide.ts";
import type { Check } from "../core/check.ts";
import type { Outcome } from "../core/report.ts";
import type { Source } from "../core/source.ts";
import { withPhone } from "./change-run.ts";
import { type Context, exitCodes } from "./context.ts";
import { guideFinding, isTerminal, nameOf, openedLine, patience, sayingOn } from "./guide-finding.ts";
import { checkAsJson, screenAsJson, screensAsJson } from "./guide-json.ts";
import type { SourceFlags } from "./source-flags.ts";

export interface GuideFlags extends SourceFlags {
  readonly json: boolean;
  readonly app?: string;
  readonly user?: number;
  readonly wait?: number;
}

/** `candor guide [CHECK|SCREEN]`: opens the right screen on the phone, says what to do there, and reads again until it is done. */
export async function guide(this: Context, flags: GuideFlags, id?: string): Promise<void> {
  if (id === undefined) {
    if (flags.json) screensAsJson(this);
    else list(this);
    return;
  }
  const check = checkOf(id);
  if (!check && !isScreen(id)) {
    this.process.stderr.write(`There is neither a check nor a screen ${JSON.stringify(id)}.\n`);
    this.process.stderr.write("What to do: candor guide lists the screens, candor explain the checks.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  await withPhone(this, flags, async (source) => {
    if (flags.json)
      return check
        ? await checkAsJson(this, source, check, flags.wait ?? patience)
        : await screenAsJson(this, source, id, flags);
    const found = check && (await findingsOf(this, source, check));
    if (check && found) return await guideAll(this, source, check, found, flags);
    if (isScreen(id)) return await openOnly(this, source, id, flags);
    sayingOn(this)("There is nothing to do here now.");
    return exitCodes.fine;
  });
}

/** What a check finds now; undefined where it finds nothing, or cannot tell and that was said. */
async function findingsOf(context: Context, source: Source, check: Check): Promise<Fixable | undefined> {
  const outcome = await answerNow(source, check, context);
  sayingOn(context)(sentence(outcome));
  const [fixable] = fixablesOf(reportOf(outcome), { severity: "info" });
  return fixable;
}

function sentence({ state, title, question, reason }: Outcome): string {
  if (state === "pass" || state === "fail") return `${title}.`;
  return `${question} ${state === "unknown" ? "This could not be answered" : "This does not arise here"}: ${reason ?? ""}`;
}

async function guideAll(
  context: Context,
  source: Source,
  check: Check,
  { outcome, findings }: Fixable,
  { wait }: GuideFlags,
): Promise<number> {
  const say = sayingOn(context);
  const guided = findings.filter(({ steps }) => steps.length > 0);
  if (guided.length === 0) say(outcome.noRemedy ?? outcome.advice);
  let open = findings.length - guided.length;
  // Without a person at a terminal one screen is opened: the next would cover it.
  for (const each of isTerminal(context) ? guided : guided.slice(0, 1)) {
    if (context.signal.aborted) return exitCodes.stopped;
    say(`\n${nameOf(each.finding)}`);
    if (each.calls.length > 0) say(`Candor can do this by itself: candor fix ${check.id}`);
    const came = await guideFinding(context, source, check, each, wait);
    if (came === "gone") return exitCodes.unreadable;
    if (came !== "done") open++;
  }
  const left = isTerminal(context) ? 0 : guided.length - 1;
  if (left > 0) say(`${left} more were found: run this again for the next.`);
  return open + Math.max(left, 0) > 0 ? exitCodes.findings : exitCodes.fine;
}

async function openOnly(context: Context, source: Source, id: string, { app, user }: GuideFlags): Promise<number> {
  const opened = await openScreen(source, id, { package: app, user, signal: context.signal });
  sayingOn(context)(openedLine(opened));
  return opened.state === "opened" ? exitCodes.fine : exitCodes.findings;
}

function list(context: Context): void {
  const { stdout } = context.process;
  for (const { id, title } of listScreens()) stdout.write(`  ${id.padEnd(28)} ${title}\n`);
  stdout.write("\nOpen one with: candor guide SCREEN. A check does as well: candor guide CHECK\n");
}

/** A report of one outcome, as far as fixes need one. */
function reportOf(outcome: Outcome): Parameters<typeof fixablesOf>[0] {
  return { outcomes: [outcome] };
}
