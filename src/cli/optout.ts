import { type ChosenSwitches, noteChosen } from "../centre/opt-out-consent.ts";
import { callFor, notStopped, type OptOuts, optOutIds, readOptOuts } from "../centre/opt-outs.ts";
import { readJournalOf } from "../centre/private-store.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import { type ChangeFlags, runChanges, sayOn, withPhone } from "./change-run.ts";
import { type Context, columns, exitCodes } from "./context.ts";
import { optOutLines, stepLines } from "./optout-text.ts";
import type { SourceFlags } from "./source-flags.ts";

export interface OptOutFlags extends SourceFlags {
  readonly json: boolean;
  readonly user?: number;
}

export interface SwitchFlags extends ChangeFlags {
  readonly all: boolean;
  readonly user?: number;
}

/** `candor optout`: each way of collecting of the phone's system, whether it is on, what it sends and to whom, and how that is known. */
export async function optout(this: Context, flags: OptOutFlags): Promise<void> {
  await withPhone(this, flags, async (source) => {
    const found = await read(this, source, flags.user);
    const { phone, at, optOuts } = found;
    if (flags.json) {
      const document = { schema: "candor.optouts/1", phone, at, optOuts, notStopped };
      this.process.stdout.write(`${JSON.stringify(document, null, 1)}\n`);
    } else this.process.stdout.write(`${optOutLines(found, columns(this.process.stdout)).join("\n")}\n`);
    return optOuts.some(({ state, byComputer }) => state === "on" && byComputer) ? exitCodes.findings : exitCodes.fine;
  });
}

/** `candor optout off SWITCH…`. */
export async function optoutOff(this: Context, flags: SwitchFlags, ...ids: string[]): Promise<void> {
  await switchTo(this, "off", flags, ids);
}

/** `candor optout on SWITCH…`. */
export async function optoutOn(this: Context, flags: SwitchFlags, ...ids: string[]): Promise<void> {
  await switchTo(this, "on", flags, ids);
}

async function switchTo(context: Context, to: "off" | "on", flags: SwitchFlags, ids: readonly string[]): Promise<void> {
  const wrong = misunderstood(flags, ids);
  if (wrong !== undefined) {
    context.process.stderr.write(`${plainText(wrong)}\n`);
    context.process.exitCode = exitCodes.usage;
    return;
  }
  await withPhone(context, flags, async (source) => {
    const before = await read(context, source, flags.user);
    const asked = before.optOuts.filter(({ id }) => flags.all || ids.includes(id));
    const hands = asked.filter(({ byComputer, state }) => !byComputer && state !== "not-here" && state !== to);
    const missing = ids.filter((id) => !asked.some((each) => each.id === id));
    const say = sayOn(context, flags);
    if (to === "off") say(stepLines(hands, columns(context.process.stdout)));
    for (const id of missing) say([`${id}: this phone has no such switch.`]);
    const calls = asked.filter(({ byComputer }) => byComputer).map((row) => callFor(row, to));
    if (calls.length === 0) {
      say(["Nothing of this can be switched by a computer on this phone."]);
      return exitCodes.findings;
    }
    const plansBefore = await plansIn(context);
    const title = to === "off" ? "Opt out of data collection" : "Switch data collection on again";
    const code = await runChanges(context, source, calls, flags, { title, reason: title });
    const soAlready = asked.filter((row) => row.byComputer && row.state === to);
    const made = (await plansIn(context)) > plansBefore;
    if (!flags.dryRun && (made || soAlready.length === calls.length))
      await noteConsent(context, source, { to, user: flags.user, switches: soAlready });
    return code;
  });
}

/** A sentence where the wish cannot be understood. */
function misunderstood({ all }: Pick<SwitchFlags, "all">, ids: readonly string[]): string | undefined {
  if (all && ids.length > 0) return "Name switches, or say --all; not both.";
  if (!all && ids.length === 0) return "Which one? Name switches, or say --all; “candor optout” lists them.";
  const unknown = ids.find((id) => !optOutIds.includes(id));
  return unknown === undefined
    ? undefined
    : `There is no switch ${JSON.stringify(unknown)}. There are: ${optOutIds.join(", ")}.`;
}

/** Notes how the switches stand now, and that what was so already is to stay so. */
async function noteConsent(context: Context, source: Source, chosen: ChosenSwitches): Promise<void> {
  const said = await noteChosen(context, source, chosen, context.signal);
  if (said !== null) context.process.stderr.write(`${plainText(said)}\n`);
}

async function read(context: Context, source: Source, user: number | undefined): Promise<OptOuts> {
  const { entries, damage } = await readJournalOf(context);
  if (damage !== null) context.process.stderr.write(`The journal is damaged. ${plainText(damage)}\n`);
  return await readOptOuts(source, entries, { user, signal: context.signal });
}

async function plansIn(context: Context): Promise<number> {
  const { entries } = await readJournalOf(context);
  return entries.filter(({ head }) => head.kind === "plan").length;
}
