import { actions } from "../actions/index.ts";
import type { Action, ActionCall, Step } from "../core/action.ts";
import { sameJson } from "../core/canonical-json.ts";
import { judgeAnswer, meaningOf } from "../core/change-answer.ts";
import { collect } from "../core/collect.ts";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import { factsOf, look, type PlannedChange, type Planning, plan } from "../core/plan.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { decodeText } from "../core/text.ts";
import { properties } from "../facts/properties.ts";
import {
  type ChangeRecord,
  type ChangeResult,
  changeRecords,
  openRecord,
  type PhoneIdentity,
  type PlanBody,
  type StepBody,
  tookEffect,
} from "./change-records.ts";
import type { Journal } from "./journal.ts";
import { version } from "./version.ts";

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
  const plannings = calls.map((call) => ({ call, planning: plan(actionOf(call), call, snapshot) }));
  const changes = plannings.flatMap(({ planning }) => (planning.state === "planned" ? [planning.change] : []));
  return { phone: identityOf(source, snapshot), plannings, changes };
}

/**
 * Applies a plan: writes it to the journal, runs its steps, reads the facts again and writes what holds. A person who stops it gets a
 * result for what was done until then; a phone that vanishes leaves the plan open, see `resumeChanges`.
 *
 * @throws VaultError `interrupted` where an earlier plan for this phone is open, `unwritable`; DeviceError `gone`
 */
export async function applyChanges(
  source: Source,
  journal: Journal,
  { phone, changes }: Pick<ChangePlan, "phone" | "changes">,
  options: ApplyOptions = {},
): Promise<ChangeRecord> {
  const open = openRecord(changeRecords(journal.entries), phone);
  if (open) throw interrupted(open);
  const body: PlanBody = { do: "apply", of: null, phone, changes, reason: options.reason ?? null };
  return await begin(source, journal, body, options);
}

/**
 * Takes a plan back, or those of its changes at `places`: from the last step to the first.
 *
 * @throws VaultError `refused` where it cannot be taken back; and as `applyChanges`
 */
export async function undoChanges(
  source: Source,
  journal: Journal,
  record: ChangeRecord,
  options: ApplyOptions & { readonly places?: readonly number[] | undefined } = {},
): Promise<ChangeRecord> {
  const records = changeRecords(journal.entries);
  const { phone } = record.body;
  const open = openRecord(records, phone);
  if (open && open.n !== record.n) throw interrupted(open);
  const places = record.body.changes
    .map((_, place) => place)
    .filter((place) => (options.places ?? [place]).includes(place) && mayHaveRun(record, place).length > 0)
    .reverse();
  const snapshot = await factsFor(source, record.body.changes, options.signal);
  demandPhone(identityOf(source, snapshot), phone);
  const changes = places.flatMap((place) => {
    const undo = undoOf(record, place, snapshot);
    return undo ? [undo] : [];
  });
  if (changes.length === 0) throw new VaultError("refused", `Nothing of entry ${record.n} can be taken back.`);
  const body: PlanBody = { do: "undo", of: record.n, phone, changes, reason: options.reason ?? null };
  return await begin(source, journal, body, options);
}

/**
 * Finishes a plan that was interrupted: steps whose outcome is known are not run again, the others are; each only sets a state, so
 * that one which had run changes nothing more.
 */
export async function resumeChanges(
  source: Source,
  journal: Journal,
  record: ChangeRecord,
  options: ApplyOptions = {},
): Promise<ChangeRecord> {
  demandPhone(identityOf(source, await collectFacts(source, [], options.signal)), record.body.phone);
  return await work(source, journal, record, options);
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
  for (const [at, change] of body.changes.entries()) {
    if (options.signal?.aborted) break;
    options.onProgress?.({ stage: "change", change: at, of: body.changes.length, about: change.about });
    for (const [place, step] of change.steps.entries()) {
      const before = record.steps.find(({ change: c, step: s }) => c === at && s === place);
      const outcome =
        before && before.outcome !== "unknown" ? before.outcome : await runStep(source, journal, [n, at, place], step);
      // What follows builds on this one.
      if (outcome !== "ran") break;
    }
  }
  options.onProgress?.({
    stage: "verify",
    change: body.changes.length,
    of: body.changes.length,
    about: "Reading again",
  });
  const results = await verify(source, recordOf(journal, n));
  await journal.append("result", { plan: n, results } as unknown as Json);
  return recordOf(journal, n);
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
    throw new DeviceError(
      error.code,
      `${error.message} The change was interrupted; what was done until then is in the journal.`,
      "Connect the phone again, then finish it or take it back: candor journal resume",
    );
  }
}

/** Reads the facts again and says of each change what holds now. */
async function verify(source: Source, record: ChangeRecord): Promise<readonly ChangeResult[]> {
  const snapshot = await factsFor(source, record.body.changes, undefined);
  return record.body.changes.map((change, place): ChangeResult => {
    const steps = record.steps.filter((step) => step.change === place);
    const plain = { reason: null, advice: null, next: null };
    const seen = look(actionOf(change), change, snapshot);
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

/** The change that takes back what was run of one; undefined where nothing of it can be. */
function undoOf(record: ChangeRecord, place: number, snapshot: Snapshot): PlanBody["changes"][number] | undefined {
  const change = record.body.changes[place];
  if (!change) return undefined;
  const steps = mayHaveRun(record, place).flatMap((step): Step[] =>
    (step.undo ?? []).map((run) => ({ about: `Take back: ${step.about}`, run, undo: [step.run] })),
  );
  if (steps.length === 0) return undefined;
  const seen = look(actionOf(change), change, snapshot);
  const { action, params, about, risk, before } = change;
  return {
    action,
    params,
    about: `Take back: ${about}`,
    risk,
    before: seen.state === "seen" ? seen.now : null,
    steps,
    restores: change.restores ?? before,
    place,
  };
}

/** Steps of a change that ran or may have run, the last first. */
function mayHaveRun(record: ChangeRecord, place: number): readonly Step[] {
  const change = record.body.changes[place];
  const result = record.results?.[place];
  if (!change || (result && !tookEffect.has(result.outcome))) return [];
  const known = new Map(record.steps.filter((step) => step.change === place).map((step) => [step.step, step.outcome]));
  // In an open plan the step behind the last known one may have been on its way to the phone.
  const reach = record.results === null ? known.size : known.size - 1;
  return change.steps.filter((_, i) => i <= reach && known.get(i) !== "refused").reverse();
}

async function factsFor(
  source: Source,
  calls: readonly ActionCall[],
  signal: AbortSignal | undefined,
): Promise<Snapshot> {
  return await collectFacts(source, [...new Set(calls.map(actionOf))], signal);
}

async function collectFacts(
  source: Source,
  needed: readonly Action[],
  signal: AbortSignal | undefined,
): Promise<Snapshot> {
  const snapshot = await collect(source, [properties, ...factsOf(needed).filter(({ id }) => id !== properties.id)], {
    version,
    signal,
  });
  if (signal?.aborted) throw new DeviceError("cancelled", "It was stopped before anything was changed.");
  const [first] = Object.values(snapshot.facts);
  const all = Object.values(snapshot.facts).every((fact) => fact.state === "unknown");
  if (all && first?.state === "unknown") {
    const gone = Object.values(snapshot.facts).find((fact) => fact.state === "unknown" && fact.code === "gone");
    throw new DeviceError(gone ? "gone" : "refused", `Nothing could be read from the phone: ${first.reason}`);
  }
  return snapshot;
}

function identityOf(source: Source, { facts }: Snapshot): PhoneIdentity {
  const read = facts[properties.id];
  const values = read?.state === "read" ? (read.value as Readonly<Record<string, string>>) : {};
  return {
    serial: values["ro.serialno"] || values["ro.boot.serialno"] || source.name,
    model: values["ro.product.model"] || null,
    build: values["ro.build.fingerprint"] || null,
  };
}

function demandPhone(found: PhoneIdentity, wanted: PhoneIdentity): void {
  if (found.serial === wanted.serial) return;
  throw new VaultError(
    "refused",
    `The entry is about another phone (${wanted.model ?? "unknown model"}, ${wanted.serial}) than the one that is connected (${found.model ?? "unknown model"}, ${found.serial}).`,
    "Connect that phone, then repeat this.",
  );
}

function interrupted({ n, body }: ChangeRecord): VaultError {
  return new VaultError(
    "interrupted",
    `Entry ${n} of the journal (${body.changes.length} changes on this phone) was interrupted.`,
    "Finish it or take it back first: candor journal resume, or candor journal resume --undo",
  );
}

function recordOf(journal: Journal, n: number): ChangeRecord {
  const record = changeRecords(journal.entries).find((each) => each.n === n);
  if (!record)
    throw new VaultError("locked", `Entry ${n} of the journal is locked.`, "Give the passphrase: candor unlock");
  return record;
}
