import { actions } from "../actions/index.ts";
import type { Action, ActionCall, Step } from "../core/action.ts";
import { sameJson } from "../core/canonical-json.ts";
import { judgeAnswer, meaningOf } from "../core/change-answer.ts";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import { readParams } from "../core/params.ts";
import { type PlannedChange, type Planning, plan } from "../core/plan.ts";
import type { Source } from "../core/source.ts";
import { decodeText } from "../core/text.ts";
import type { JournalEntry } from "../vault/journal-chain.ts";
import { connectedPhone, demandPhone, factsFor, identityOf, lookAt } from "./change-facts.ts";
import {
  type ChangeRecord,
  type ChangeResult,
  changeRecords,
  changesAtOnce,
  openRecord,
  outcomesByPlace,
  type PhoneIdentity,
  type PlanBody,
  type StepBody,
  stepsOnTheirWay,
} from "./change-records.ts";
import { planUndo, type UndoChoice } from "./change-undo.ts";
import type { Journal } from "./journal.ts";

/** What became of planning some changes on one phone. */
export interface ChangePlan {
  readonly phone: PhoneIdentity;
  /** One for each call, in their order. */
  readonly plannings: readonly { readonly call: ActionCall; readonly planning: Planning }[];
  /** Those that are to be made. */
  readonly changes: readonly PlannedChange[];
}

/** Where the work on a plan is. `change` counts changes from 0. */
export interface ChangeProgress {
  readonly stage: "change" | "verify";
  readonly change: number;
  readonly of: number;
  readonly about: string;
}

export interface ApplyOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ChangeProgress) => void) | undefined;
  /** Why, in words. */
  readonly reason?: string | undefined;
}

/** The action of this id. @throws FormatError */
export function actionOf({ action: id }: Pick<ActionCall, "action">): Action {
  const found = actions.find((action) => action.id === id);
  if (!found) throw new FormatError("change", `there is no action ${JSON.stringify(id)}`);
  return found;
}

/** A change in words: "Take the camera away from com.example". @throws FormatError */
export function wordsFor(call: ActionCall): string {
  const action = actionOf(call);
  return action.about(readParams(action.params, call.params) as never);
}

/**
 * Plans changes from the facts of now. Changes nothing.
 *
 * @throws FormatError for an action that there is not, or wrong parameters; DeviceError `cancelled`, or where the phone is gone
 */
export async function planChanges(
  source: Source,
  calls: readonly ActionCall[],
  { signal }: Pick<ApplyOptions, "signal"> = {},
): Promise<ChangePlan> {
  const snapshot = await factsFor(source, calls, signal);
  const plannings = calls.map(({ action, params }) => {
    const call = { action, params };
    return { call, planning: plan(actionOf(call), call, snapshot) };
  });
  const changes = plannings.flatMap(({ planning }) => (planning.state === "planned" ? [planning.change] : []));
  return { phone: identityOf(source, snapshot), plannings, changes };
}

/**
 * Applies a plan: writes it to the journal, runs its steps, reads the facts again and writes what holds. A person who stops it gets a
 * result for what was done until then; a phone that vanishes leaves the plan open, see `resumeChanges`.
 *
 * @throws VaultError `interrupted` where an earlier plan for this phone is open, `locked`, `unwritable`; DeviceError `gone`
 */
export async function applyChanges(
  source: Source,
  journal: Journal,
  { phone, changes }: Pick<ChangePlan, "phone" | "changes">,
  options: ApplyOptions = {},
): Promise<ChangeRecord> {
  demandUnlocked(journal.entries);
  const open = openRecord(changeRecords(journal.entries), phone);
  if (open) throw interrupted(open);
  const body: PlanBody = { do: "apply", of: null, phone, changes, reason: options.reason ?? null };
  return await begin(source, journal, body, options);
}

/**
 * Takes a plan back, or those of its changes at `places`. An interrupted plan of which nothing can be taken back is closed with what holds.
 *
 * @throws VaultError `refused` where nothing of it can be taken back; and as `applyChanges`
 */
export async function undoChanges(
  source: Source,
  journal: Journal,
  record: ChangeRecord,
  options: ApplyOptions & UndoChoice = {},
): Promise<ChangeRecord> {
  demandUnlocked(journal.entries);
  const open = openRecord(changeRecords(journal.entries), record.body.phone);
  const isOpen = open?.n === record.n;
  if (open && !isOpen) throw interrupted(open);
  if (record.body.do === "undo")
    throw new VaultError(
      "refused",
      `Entry ${record.n} took changes back itself.`,
      isOpen ? "Finish it: candor journal resume" : "To have those changes again, make them again.",
    );
  if (isOpen && options.places)
    throw new VaultError("refused", `Entry ${record.n} was interrupted: it is taken back whole.`);
  const { body } = await planUndo(source, record, options);
  if (body.changes.length > 0) return await begin(source, journal, body, options);
  if (isOpen) return await close(source, journal, record);
  throw new VaultError("refused", `Nothing of entry ${record.n} can be taken back.`);
}

/**
 * Finishes a plan that was interrupted: steps whose outcome is known are not run again, the others are; each only sets a state, so
 * that one which had run changes nothing more.
 *
 * @throws as `applyChanges`
 */
export async function resumeChanges(
  source: Source,
  journal: Journal,
  record: ChangeRecord,
  options: ApplyOptions = {},
): Promise<ChangeRecord> {
  demandUnlocked(journal.entries);
  const open = openRecord(changeRecords(journal.entries), record.body.phone);
  if (open?.n !== record.n) throw new VaultError("refused", `Entry ${record.n} was not interrupted.`);
  demandPhone(await connectedPhone(source, options.signal), record.body.phone);
  const said = "It may have run before the interruption.";
  for (const { place: change, step } of stepsOnTheirWay(record))
    await journal.append("step", { plan: record.n, change, step, outcome: "unknown", said });
  return await work(source, journal, recordOf(journal, record.n), options);
}

async function begin(source: Source, journal: Journal, body: PlanBody, options: ApplyOptions): Promise<ChangeRecord> {
  const { head } = await journal.append("plan", body as unknown as Json);
  return await work(source, journal, recordOf(journal, head.n), options);
}

async function work(
  source: Source,
  journal: Journal,
  record: ChangeRecord,
  options: ApplyOptions,
): Promise<ChangeRecord> {
  const { n, body } = record;
  const known = outcomesByPlace(record);
  const of = body.changes.length;
  try {
    await severalAtOnce(body.changes, options.signal, async (change, at) => {
      options.onProgress?.({ stage: "change", change: at, of, about: change.about });
      for (const [place, step] of change.steps.entries()) {
        const before = known.get(at)?.get(place);
        const isKnown = before === "ran" || before === "refused";
        const outcome = isKnown ? before : await runStep(source, journal, [n, at, place], step);
        // What follows builds on this one; one that may have run before is refused where it is done already.
        if (outcome !== "ran" && !(before === "unknown" && outcome === "refused")) break;
      }
    });
    options.onProgress?.({ stage: "verify", change: of, of, about: "Reading again" });
    return await close(source, journal, record);
  } catch (error) {
    throw brokenOff(error, n);
  }
}

/**
 * Makes changes in their order, `changesAtOnce` at the same time where they touch different things: on a far phone most of the time goes by
 * waiting. After the first error, or when the person stops it, nothing more is begun; what is at work comes to its end.
 */
async function severalAtOnce(
  changes: PlanBody["changes"],
  signal: AbortSignal | undefined,
  make: (change: PlanBody["changes"][number], at: number) => Promise<void>,
): Promise<void> {
  const atWork = new Map<string, Promise<void>>();
  const errors: unknown[] = [];
  const mayGoOn = () => errors.length === 0 && !signal?.aborted;
  for (const [at, change] of changes.entries()) {
    const { apart = null } = change;
    while (atWork.size > 0 && (apart === null || atWork.has(apart) || atWork.size >= changesAtOnce))
      await Promise.race(atWork.values());
    if (!mayGoOn()) break;
    const key = apart ?? "";
    const work = make(change, at)
      .catch((error: unknown) => void errors.push(error))
      .finally(() => atWork.delete(key));
    atWork.set(key, work);
    if (apart === null) await work;
  }
  await Promise.all(atWork.values());
  if (errors.length > 0) throw errors[0];
}

/** Reads the facts again and closes a plan with what holds. */
async function close(source: Source, journal: Journal, { n }: ChangeRecord): Promise<ChangeRecord> {
  const results = await verify(source, recordOf(journal, n));
  await journal.append("result", { plan: n, results } as unknown as Json);
  return recordOf(journal, n);
}

/** The same error, saying that a plan was interrupted by it and what to do. */
function brokenOff(error: unknown, n: number): unknown {
  const next = "then finish it or take it back: candor journal resume, or candor journal resume --undo";
  if (error instanceof DeviceError)
    return new DeviceError(
      error.code,
      `${error.message} The change was interrupted; what was done until then is in the journal (entry ${n}).`,
      `Connect the phone again, ${next}`,
    );
  if (error instanceof VaultError && error.code === "unwritable")
    return new VaultError(
      error.code,
      `${error.message} The change was interrupted; what the journal has of it is entry ${n}.`,
      `Make room or make the folder writable, ${next}`,
    );
  return error;
}

/** Milliseconds and bytes for one step: `pm uninstall` on a slow phone takes some seconds. */
const stepLimits = { timeoutMs: 60_000, maxBytes: 256 * 1024 };

async function runStep(
  source: Source,
  journal: Journal,
  [n, change, step]: readonly [number, number, number],
  { run, says }: Step,
): Promise<StepBody["outcome"]> {
  const note = async (outcome: StepBody["outcome"], said: string) => {
    await journal.append("step", { plan: n, change, step, outcome, said });
    return outcome;
  };
  try {
    // Not stopped in the middle by the person: one step takes a moment, and its outcome would be unknown.
    const { stdout, stderr, exitCode } = await source.run(run, stepLimits);
    const answer = judgeAnswer(
      { ...(says !== undefined && { says }) },
      { stdout: decodeText(stdout), stderr: decodeText(stderr), exitCode },
    );
    return await note(answer.outcome, answer.said);
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    if (error.code === "refused" || error.code === "absent") return await note("refused", error.message);
    await note("unknown", error.message);
    // A single slow command is seen to when the facts are read again; without a phone nothing can be.
    if (error.code === "timeout" || error.code === "too-large") return "unknown";
    throw error;
  }
}

/** Reads the facts again and says of each change what holds now. */
async function verify(source: Source, record: ChangeRecord): Promise<readonly ChangeResult[]> {
  const snapshot = await factsFor(source, record.body.changes, undefined);
  return record.body.changes.map((change, place): ChangeResult => {
    const steps = record.steps.filter((step) => step.change === place);
    const plain = { reason: null, advice: null, next: null };
    const seen = lookAt(change, snapshot);
    const last = steps.findLast(({ outcome }) => outcome !== "ran");
    if (seen.state === "unknown") {
      const outcome = steps.length === 0 ? "not-run" : "not-verified";
      return { ...plain, outcome, reason: `Reading again failed: ${seen.reason}`, after: null };
    }
    const holds = change.restores === undefined ? seen.done : sameJson(seen.now, change.restores);
    if (holds) return { ...plain, outcome: "done", after: seen.now };
    if (steps.length === 0) return { ...plain, outcome: "not-run", reason: "It was stopped before.", after: seen.now };
    const moved = !sameJson(seen.now, change.before);
    const meaning = last && meaningOf(last.said);
    const said = last?.outcome === "refused" ? `the phone answered: ${last.said || "nothing"}` : last?.said;
    return {
      outcome: moved ? "partly" : last?.outcome === "unknown" ? "not-verified" : "refused",
      reason: meaning?.means ?? (said ? `Not done: ${said}` : "The phone took the commands and did not change."),
      advice: meaning?.advice ?? null,
      next: change.next ?? null,
      after: seen.now,
    };
  });
}

/** What is said where an earlier change of a phone has to be finished or taken back first. */
export function interrupted({ n, body }: ChangeRecord): VaultError {
  return new VaultError(
    "interrupted",
    `An earlier change of this phone was interrupted: entry ${n} of the journal (${body.changes.length === 1 ? "1 change" : `${body.changes.length} changes`}).`,
    "Finish it or take it back first: candor journal resume, or candor journal resume --undo",
  );
}

/** Whether something was interrupted can only be seen in a journal that is open. */
function demandUnlocked(entries: readonly JournalEntry[]): void {
  if (entries.some(({ head, body }) => head.kind === "plan" && body === undefined))
    throw new VaultError("locked", "The journal is locked.", "Give the passphrase: candor unlock");
}

function recordOf(journal: Journal, n: number): ChangeRecord {
  const record = changeRecords(journal.entries).find((each) => each.n === n);
  if (!record)
    throw new VaultError("locked", `Entry ${n} of the journal is locked.`, "Give the passphrase: candor unlock");
  return record;
}
