import type { ActionCall } from "../core/action.ts";
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
  /** Number of the plan that took it back or is about to; null where there is none. */
  readonly undoneBy: number | null;
}

/** The plans in a journal, oldest first. Entries that are sealed are not among them. */
export function changeRecords(entries: readonly JournalEntry[]): readonly ChangeRecord[] {
  const records = new Map<number, { -readonly [K in keyof ChangeRecord]: ChangeRecord[K] } & { steps: StepBody[] }>();
  for (const { head, body } of entries) {
    if (body === undefined) continue;
    if (head.kind === "plan") {
      const plan = body as unknown as PlanBody;
      records.set(head.n, { n: head.n, at: head.at, body: plan, steps: [], results: null, undoneBy: null });
      const undone = plan.of === null ? undefined : records.get(plan.of);
      if (undone) undone.undoneBy = head.n;
    } else if (head.kind === "step") {
      const step = body as unknown as StepBody;
      records.get(step.plan)?.steps.push(step);
    } else if (head.kind === "result") {
      const { plan, results } = body as unknown as ResultBody;
      const record = records.get(plan);
      if (record) record.results = results;
    }
  }
  return [...records.values()];
}

/** The plan of this phone that was interrupted: it has no result, and no later plan takes it back. */
export function openRecord(records: readonly ChangeRecord[], phone: PhoneIdentity): ChangeRecord | undefined {
  return records.findLast(
    ({ results, undoneBy, body }) => results === null && undoneBy === null && body.phone.serial === phone.serial,
  );
}

/** Whether a plan, or what is left of it, can still be taken back. */
export function isUndoable({ body, results, undoneBy }: ChangeRecord, records: readonly ChangeRecord[]): boolean {
  if (body.do !== "apply" || results === null) return false;
  if (!results.some(({ outcome }) => tookEffect.has(outcome))) return false;
  const undo = records.find(({ n }) => n === undoneBy);
  return undo === undefined || (undo.results?.some(({ outcome }) => outcome !== "done") ?? false);
}

/** Outcomes after which the phone may be other than before. */
export const tookEffect: ReadonlySet<ChangeOutcome> = new Set(["done", "partly", "not-verified"]);
