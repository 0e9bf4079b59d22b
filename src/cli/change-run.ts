import { type ChangeRecord, changeRecords, openRecord, type PhoneIdentity } from "../centre/change-records.ts";
import { applyChanges, type ChangePlan, type ChangeProgress, interrupted, planChanges } from "../centre/changes.ts";
import type { Journal } from "../centre/journal.ts";
import { openJournal, readOpenJournal } from "../centre/private-store.ts";
import { rescueFirst } from "../centre/rescue.ts";
import type { ActionCall } from "../core/action.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import { DeviceError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import type { PlannedChange } from "../core/plan.ts";
import type { Source } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";
import type { ChangeFlags } from "./change-flags.ts";
import { allDone, changeLines, commandLines, outcomeLines } from "./change-text.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { type Progress, progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

export { type ChangeFlags, changeFlags } from "./change-flags.ts";

/** What is to be done, for people. */
export interface ChangeIntent {
  /** "Withdraw permissions". */
  readonly title: string;
  /** Why, for the journal. */
  readonly reason?: string;
  /** Runs after consent and before the first command: for what has to be on the disk by then. */
  readonly before?: (changes: readonly PlannedChange[], phone: PhoneIdentity) => Promise<void>;
}

/** Opens the phone for a command that may change it, and closes it; says what goes wrong. Gives the exit code. */
export async function withPhone(
  context: Context,
  flags: SourceFlags,
  work: (source: Source, progress: Progress) => Promise<number>,
  input?: string,
): Promise<void> {
  const progress = progressOn(context.process.stderr, flags.progress);
  try {
    const source = await open(context, { input, serial: flags.serial, address: flags.address }, progress);
    try {
      context.process.exitCode = await work(source, progress);
    } finally {
      progress.end();
      await source.close();
    }
  } catch (error) {
    progress.end();
    context.process.exitCode = failure(context, error);
  }
}

/**
 * Plans changes, shows them, asks, makes them and says what holds afterwards. Gives the exit code: 0 when all hold, 1 when some do not,
 * 2 when nobody could be asked.
 *
 * @throws VaultError `interrupted` where an earlier change of this phone is open; DeviceError
 */
export async function runChanges(
  context: Context,
  source: Source,
  calls: readonly ActionCall[],
  flags: ChangeFlags,
  intent: ChangeIntent,
): Promise<number> {
  const { stderr } = context.process;
  const say = sayOn(context, flags);
  const plan = await planChanges(source, calls, { signal: context.signal });
  if (!flags.dryRun) await demandNothingOpen(context, plan.phone);
  say(changeLines(plan, intent.title));
  if (flags.dryRun) say(commandLines(plan.changes));
  if (flags.dryRun || plan.changes.length === 0) {
    if (flags.json) printJson(context, plan, null);
    return plan.changes.length > 0 || allDone(plan) ? exitCodes.fine : exitCodes.findings;
  }
  demandLive(source);
  const agreed = await consent(context, plan.changes, flags);
  if (agreed === null) return exitCodes.usage;
  if (agreed.length === 0) {
    stderr.write("Nothing was changed.\n");
    return exitCodes.fine;
  }
  const settled = await agreedAgain(context, source, agreed, flags, intent);
  if (typeof settled === "number") return settled;
  await intent.before?.(settled.changes, settled.phone);
  const record = await apply(context, source, settled, flags, intent);
  if (flags.json) printJson(context, plan, record);
  else say(outcomeLines(record));
  const left = plan.plannings.some(({ planning }) => planning.state === "refused" || planning.state === "unknown");
  const held = record.results?.every(({ outcome }) => outcome === "done") ?? false;
  if (context.signal.aborted) return exitCodes.stopped;
  return held && !left ? exitCodes.fine : exitCodes.findings;
}

/** Writes lines for people: on standard output, and nowhere where one JSON document is wanted. */
export function sayOn(context: Context, { json }: Pick<ChangeFlags, "json">): (lines: readonly string[]) => void {
  return (lines) => {
    if (!json && lines.length > 0) context.process.stdout.write(`${lines.join("\n")}\n`);
  };
}

/** @throws DeviceError `refused` for what is no phone: a capture can be planned on, and not be changed */
export function demandLive(source: Source): void {
  if (source.kind === "phone") return;
  throw new DeviceError(
    "refused",
    "This is not the phone itself, and cannot be changed.",
    "Connect the phone, or use --dry-run to see the commands.",
  );
}

/** Told before the person reads a plan, and not after. @throws VaultError `interrupted` */
async function demandNothingOpen(context: Context, phone: PhoneIdentity): Promise<void> {
  const { entries, damage } = await readOpenJournal(context);
  if (damage !== null) context.process.stderr.write(`The journal is damaged. ${plainText(damage)}\n`);
  const open = openRecord(changeRecords(entries), phone);
  if (open) throw interrupted(open);
}

/** Times that a plan is shown anew because the phone changes under it. */
const mostTries = 4;

/**
 * Time has passed while the person read: the phone is asked again, and what differs from what was agreed to is shown and asked about again. An
 * exit code where nothing is to be done.
 */
async function agreedAgain(
  context: Context,
  source: Source,
  agreed: readonly PlannedChange[],
  flags: ChangeFlags,
  intent: ChangeIntent,
): Promise<ChangePlan | number> {
  const { stderr } = context.process;
  let chosen = agreed;
  for (let tries = 1; tries <= mostTries; tries++) {
    const again = await planChanges(source, chosen, { signal: context.signal });
    if (sameSteps(again.changes, chosen)) return again;
    stderr.write("The phone has changed since this was planned. This is what would be done now:\n");
    sayOn(context, flags)(changeLines(again, intent.title));
    if (again.changes.length === 0) {
      if (flags.json) printJson(context, again, null);
      return allDone(again) ? exitCodes.fine : exitCodes.findings;
    }
    const next = await consent(context, again.changes, flags);
    if (next === null) return exitCodes.usage;
    if (next.length === 0) {
      stderr.write("Nothing was changed.\n");
      return exitCodes.fine;
    }
    chosen = next;
  }
  stderr.write("Nothing was changed: the phone is being changed by somebody or something else all the time.\n");
  return exitCodes.findings;
}

async function apply(
  context: Context,
  source: Source,
  plan: ChangePlan,
  flags: ChangeFlags,
  intent: ChangeIntent,
): Promise<ChangeRecord> {
  return await withJournal(context, flags, async (journal, progress) => {
    const script = await rescueFirst(context, journal.entries, plan);
    if (script !== null)
      progress.say(`A script that puts everything back with nothing but adb was written first: ${script}`);
    return await applyChanges(source, journal, plan, {
      signal: context.signal,
      reason: intent.reason ?? intent.title,
      onProgress: changeProgress(progress),
    });
  });
}

/** Opens the journal for work on the phone and closes it; says what was mended. @throws VaultError */
export async function withJournal<T>(
  context: Context,
  flags: Pick<SourceFlags, "progress">,
  work: (journal: Journal, progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = progressOn(context.process.stderr, flags.progress);
  const journal = await openJournal(context);
  try {
    if (journal.mended) progress.say(journal.mended);
    return await work(journal, progress);
  } finally {
    progress.end();
    await journal.close();
  }
}

/** Shows the progress of changes as that of an examination. */
export function changeProgress(progress: Progress): (step: ChangeProgress) => void {
  return ({ stage, about, change, of }) => progress.step({ fact: stage, about, done: change, total: of });
}

/** The changes that the person agrees to; null where nobody can be asked and nothing was said in advance. */
export async function consent(
  context: Context,
  changes: readonly PlannedChange[],
  flags: Pick<ChangeFlags, "yes" | "allowIrreversible" | "json">,
): Promise<readonly PlannedChange[] | null> {
  const { stderr } = context.process;
  const final = changes.filter(({ steps }) => steps.some(({ undo }) => undo === null));
  const rest = changes.filter((change) => !final.includes(change));
  if (flags.yes) {
    if (final.length === 0 || flags.allowIrreversible) return changes;
    stderr.write(
      `${final.length} of the changes cannot be taken back and were left out; --allow-irreversible does them, too.\n`,
    );
    return rest;
  }
  if (flags.json || !process.stdin.isTTY || !stderr.isTTY) {
    stderr.write(
      "Nothing was changed: there is nobody to ask. Say --yes to agree, or --dry-run to see the commands.\n",
    );
    return null;
  }
  const { confirm, isCancel } = await import("@clack/prompts");
  const ask = async (message: string) => {
    const answer = await confirm({ message, initialValue: false, output: stderr, signal: context.signal });
    return !isCancel(answer) && answer;
  };
  const agreed: PlannedChange[] = [];
  if (rest.length > 0 && (await ask(rest.length === 1 ? "Do this?" : `Do these ${rest.length}?`))) agreed.push(...rest);
  for (const change of final) {
    const losses = change.steps.flatMap(({ loses }) => (loses === undefined ? [] : [loses]));
    if (await ask(`${change.about}: this cannot be taken back. ${losses.join(" ")} Do it all the same?`))
      agreed.push(change);
  }
  return agreed;
}

function sameSteps(a: readonly PlannedChange[], b: readonly PlannedChange[]): boolean {
  const steps = (changes: readonly PlannedChange[]) =>
    canonicalJson(changes.map((each) => each.steps) as unknown as Json);
  return steps(a) === steps(b);
}

function printJson(context: Context, { phone, plannings }: ChangePlan, record: ChangeRecord | null): void {
  const made = record && {
    entry: record.n,
    changes: record.body.changes,
    steps: record.steps,
    results: record.results,
  };
  context.process.stdout.write(`${JSON.stringify({ schema: "candor.changes/1", phone, plannings, made }, null, 1)}\n`);
}
