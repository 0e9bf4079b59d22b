import type { ActionCall, Step } from "../core/action.ts";
import type { Json } from "../core/json.ts";
import type { PlannedChange } from "../core/plan.ts";
import type { JournalEntry } from "../vault/journal-chain.ts";

/** Which phone a change was for. */
export interface PhoneIdentity {
  /** Serial number as the phone itself reports it; the name it was reached by where it reports none. */
  readonly serial: string;
  readonly model: string | null;
  /** `ro.build.fingerprint`: tells an update from before. */
  readonly build: string | null;
}

/** Body of an entry of kind `plan`: written before the first command. */
export interface PlanBody {
  readonly do: "apply" | "undo";
  /** Number of the plan that this one takes back; null for `apply`. */
  readonly of: number | null;
  readonly phone: PhoneIdentity;
  readonly changes: readonly (PlannedChange & {
    /** For `undo`: the state that has to come back, and the place of the change in the plan it was made by. */
    readonly restores?: Json;
    readonly place?: number;
  })[];
  /** Why, in words: a rule, a selection, a finding. */
  readonly reason: string | null;
}

/** Body of an entry of kind `step`: what became of one step. */
export interface StepBody {
  readonly plan: number;
  readonly change: number;
  readonly step: number;
  /** `unknown`: no answer came; it may have run. */
  readonly outcome: "ran" | "refused" | "unknown";
  readonly said: string;
}

/** What became of one change, by the facts that were read again. */
export const changeOutcomes = ["done", "refused", "partly", "not-verified", "not-run"] as const;
export type ChangeOutcome = (typeof changeOutcomes)[number];

export interface ChangeResult {
  readonly outcome: ChangeOutcome;
  /** Why it is not done, in a sentence; null where it is. */
  readonly reason: string | null;
  readonly advice: string | null;
  /** What would do instead. */
  readonly next: ActionCall | null;
  /** The state that was seen afterwards; null where it could not be read. */
  readonly after: Json;
}

/** Body of an entry of kind `result`: closes a plan. One result for each of its changes. */
export interface ResultBody {
  readonly plan: number;
  readonly results: readonly ChangeResult[];
}

/** A plan with everything that the journal has about it. */
export interface ChangeRecord {
  /** Number of its entry. */
  readonly n: number;
  readonly at: string;
  readonly body: PlanBody;
  readonly steps: readonly StepBody[];
  /** null while it is open: interrupted, or at work. */
  readonly results: readonly ChangeResult[] | null;
  /** Number of the last plan that took it, or some of its changes, back; null where there is none. */
  readonly undoneBy: number | null;
  /** Places of its changes that were taken back, and seen to be as before. */
  readonly takenBack: readonly number[];
}

/** The plans in a journal, oldest first. Entries that are sealed are not among them. */
export function changeRecords(entries: readonly JournalEntry[]): readonly ChangeRecord[] {
  const records = new Map<number, Mutable<ChangeRecord> & { steps: StepBody[]; takenBack: number[] }>();
  for (const { head, body } of entries) {
    if (body === undefined) continue;
    if (head.kind === "plan") {
      const plan = body as unknown as PlanBody;
      const nothingYet = { steps: [], results: null, undoneBy: null, takenBack: [] };
      records.set(head.n, { n: head.n, at: head.at, body: plan, ...nothingYet });
      const undone = plan.of === null ? undefined : records.get(plan.of);
      if (undone) undone.undoneBy = head.n;
    } else if (head.kind === "step") {
      const step = body as unknown as StepBody;
      records.get(step.plan)?.steps.push(step);
    } else if (head.kind === "result") {
      const { plan, results } = body as unknown as ResultBody;
      const record = records.get(plan);
      if (!record) continue;
      record.results = results;
      const { of, changes } = record.body;
      if (of === null) continue;
      const back = changes.flatMap(({ place }, i) =>
        place !== undefined && results[i]?.outcome === "done" ? [place] : [],
      );
      records.get(of)?.takenBack.push(...back);
    }
  }
  return [...records.values()];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The plan of this phone that was interrupted: it has no result, and no later plan takes it back. */
export function openRecord(
  records: readonly ChangeRecord[],
  phone: Pick<PhoneIdentity, "serial">,
): ChangeRecord | undefined {
  return records.findLast(
    ({ results, undoneBy, body }) => results === null && undoneBy === null && body.phone.serial === phone.serial,
  );
}

/** The plan that an entry is, or whose step or result it is. */
export function recordOfEntry(
  { head, body }: JournalEntry,
  records: readonly ChangeRecord[],
): ChangeRecord | undefined {
  const plan = head.kind === "step" || head.kind === "result" ? (body as { plan?: unknown } | undefined)?.plan : head.n;
  return records.find(({ n }) => n === plan);
}

/** Whether some of a plan can still be taken back. An undo is not: what it took back is asked for anew. */
export function isUndoable(record: ChangeRecord): boolean {
  return record.body.do === "apply" && placesToUndo(record).length > 0;
}

/** One change of a plan and the steps of it that ran or may have run, the last first. */
export interface PlaceToUndo {
  readonly place: number;
  readonly steps: readonly Step[];
}

/** The changes of a plan that can be taken back and were not yet, the last first. */
export function placesToUndo(record: ChangeRecord): readonly PlaceToUndo[] {
  const known = outcomesByPlace(record);
  const begun = new Map(stepsOnTheirWay(record).map(({ place, step }) => [place, step]));
  const places = record.body.changes.map(({ steps }, place): PlaceToUndo => {
    const outcomes = known.get(place) ?? new Map<number, StepBody["outcome"]>();
    const result = record.results?.[place];
    if (result && !tookEffect.has(result.outcome)) return { place, steps: [] };
    // Where the journal was damaged, steps that ran may be missing from it.
    const all = result?.outcome === "done" && outcomes.size > 0;
    const reach = all ? steps.length - 1 : (begun.get(place) ?? furthest(outcomes));
    return { place, steps: steps.filter((_, i) => i <= reach && outcomes.get(i) !== "refused").reverse() };
  });
  return places
    .filter(({ place, steps }) => !record.takenBack.includes(place) && steps.some(({ undo }) => undo !== null))
    .reverse();
}

/** Steps of an interrupted plan that nothing is known of, and that may have been on their way to the phone when it was interrupted. */
export function stepsOnTheirWay(record: ChangeRecord): readonly { readonly place: number; readonly step: number }[] {
  if (record.results !== null) return [];
  const known = outcomesByPlace(record);
  // Changes that nothing is known of may have begun only as far as they are taken on at once.
  const mayHaveBegun = atWork();
  return record.body.changes.flatMap(({ steps, apart }, place) => {
    const outcomes = known.get(place) ?? new Map<number, StepBody["outcome"]>();
    const step = furthest(outcomes) + 1;
    const all = [...outcomes.values()];
    if (step >= steps.length || all.includes("refused")) return [];
    // Without an answer it was left alone, or, when it was run again, gone on with.
    if (all.includes("unknown")) return [{ place, step }];
    return mayHaveBegun(apart) || all.length > 0 ? [{ place, step }] : [];
  });
}

function furthest(outcomes: ReadonlyMap<number, unknown>): number {
  return Math.max(-1, ...outcomes.keys());
}

/** How many changes of a plan are at work at the same time, at most; changes are begun in their order. */
export const changesAtOnce = 4;

/**
 * Says of the changes of a plan that are not finished, asked in their order, whether they may be at work together: one that does not say
 * what it touches is at work alone, and of two that touch the same, the later one waits, as does all behind it.
 */
function atWork(): (apart: string | undefined) => boolean {
  const touched = new Set<string>();
  let open = true;
  return (apart) => {
    const may = open && !(apart === undefined ? touched.size > 0 : touched.has(apart)) && touched.size < changesAtOnce;
    open = may && apart !== undefined;
    if (apart !== undefined) touched.add(apart);
    return may;
  };
}

/**
 * What is known of the steps of each change; of one that was run again, what both runs come to: a refusal of what may have been done already
 * ("not installed for 0") says nothing about the first run.
 */
export function outcomesByPlace({
  steps,
}: Pick<ChangeRecord, "steps">): ReadonlyMap<number, ReadonlyMap<number, StepBody["outcome"]>> {
  const known = new Map<number, Map<number, StepBody["outcome"]>>();
  for (const { change, step, outcome } of steps) {
    const place = known.get(change) ?? new Map<number, StepBody["outcome"]>();
    const both = place.get(step) === "unknown" && outcome === "refused" ? "unknown" : outcome;
    known.set(change, place.set(step, both));
  }
  return known;
}

/** Outcomes after which the phone may be other than before. */
export const tookEffect: ReadonlySet<ChangeOutcome> = new Set(["done", "partly", "not-verified"]);
