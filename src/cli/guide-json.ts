import { fixablesOf } from "../centre/fixes.ts";
import { answerNow } from "../centre/found-again.ts";
import { listScreens, type Opened, openScreen } from "../centre/guide.ts";
import { type WatchedFinding, watchFinding } from "../centre/watch-finding.ts";
import type { Check } from "../core/check.ts";
import type { Source } from "../core/source.ts";
import { type Context, exitCodes } from "./context.ts";

/** Where a screen is opened, and for whom. */
export interface GuideTarget {
  readonly app?: string;
  readonly user?: number;
}

/** `candor guide --json`: the screens that there are. */
export function screensAsJson(context: Context): void {
  print(context, { screens: listScreens() });
}

/** `candor guide SCREEN --json`: opens it, and says what came of that. Gives the exit code. */
export async function screenAsJson(
  context: Context,
  source: Source,
  screen: string,
  { app, user }: GuideTarget,
): Promise<number> {
  const opened = await openScreen(source, screen, { package: app, user, signal: context.signal });
  print(context, { opened });
  return opened.state === "opened" ? exitCodes.fine : exitCodes.findings;
}

/**
 * `candor guide CHECK --json`: answers the check, opens the screen of the first finding that has a way by hand, and reads again until it is done or
 * the time is over. Gives the exit code.
 *
 * @param seconds how long is looked again
 */
export async function checkAsJson(context: Context, source: Source, check: Check, seconds: number): Promise<number> {
  const outcome = await answerNow(source, check, context);
  const [fixable] = fixablesOf({ outcomes: [outcome] }, { severity: "info" });
  const all = fixable?.findings ?? [];
  const first = all.find(({ steps }) => steps.length > 0);
  let opened: Opened | null = null;
  let watched: WatchedFinding | null = null;
  if (first) {
    const { subject } = first.finding;
    const target = {
      package: subject.kind === "app" ? subject.package : undefined,
      user: "user" in subject ? subject.user : undefined,
    };
    if (first.screen !== null) opened = await openScreen(source, first.screen, { ...target, signal: context.signal });
    watched = await watchFinding(source, check.id, first.finding, { ...context, seconds });
  }
  const findings = all.map((each) => {
    const { severity, subject, message } = each.finding;
    return { severity, subject, message, calls: each.calls, steps: each.steps, screen: each.screen };
  });
  const guided = first === undefined ? null : all.indexOf(first);
  const reason = outcome.reason ?? null;
  print(context, { check: check.id, state: outcome.state, reason, findings, guided, opened, watched });
  if (context.signal.aborted) return exitCodes.stopped;
  if (watched?.state === "away") return exitCodes.unreadable;
  return all.length === 0 || (all.length === 1 && watched?.state === "ended") ? exitCodes.fine : exitCodes.findings;
}

function print(context: Context, document: object): void {
  context.process.stdout.write(`${JSON.stringify({ schema: "candor.guide/1", ...document }, null, 1)}\n`);
}
