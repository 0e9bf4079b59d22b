import type { Action, ActionCall, RefusedInAdvance, Risk, Step } from "./action.ts";
import { NotReported } from "./errors.ts";
import type { Fact } from "./fact.ts";
import type { Json } from "./json.ts";
import { readParams } from "./params.ts";
import type { Snapshot } from "./snapshot.ts";

/** One change, ready to be shown, applied and taken back. Safe for JSON. */
export interface PlannedChange extends ActionCall {
  /** In words. */
  readonly about: string;
  readonly risk: Risk;
  /** What it changes, as it was when this was planned. */
  readonly before: Json;
  readonly steps: readonly Step[];
  /** What would do where the phone refuses. */
  readonly next?: ActionCall;
  /** What it touches, where changes that touch something else may be made at the same time. */
  readonly apart?: string;
}

/** What became of planning one change. */
export type Planning =
  | { readonly state: "planned"; readonly change: PlannedChange }
  /** The phone is so already. */
  | { readonly state: "done"; readonly about: string }
  | ({ readonly state: "refused"; readonly about: string } & RefusedInAdvance)
  /** What it builds on could not be read, so nothing may be changed. */
  | { readonly state: "unknown"; readonly about: string; readonly reason: string };

/**
 * Plans one change from the facts of now. Pure.
 *
 * @throws FormatError where the parameters are not those of the action
 */
export function plan(action: Action, call: ActionCall, snapshot: Snapshot): Planning {
  const params = readParams(action.params, call.params) as never;
  const about = action.about(params);
  const values = valuesOf(action, snapshot);
  if ("missing" in values) return { state: "unknown", about, reason: values.missing };
  try {
    const steps = action.plan(params, values.values as never);
    if ("refused" in steps) return { state: "refused", about, ...steps };
    if (steps.length === 0) return { state: "done", about };
    const { risk } = action;
    const before = action.state(params, values.values as never);
    const next = action.next?.(params, values.values as never);
    const apart = action.apart?.(params);
    const more = { ...(next && { next }), ...(apart !== undefined && { apart }) };
    return { state: "planned", change: { ...call, about, risk, before, steps, ...more } };
  } catch (error) {
    if (error instanceof NotReported) return { state: "unknown", about, reason: error.message };
    throw error;
  }
}

/** What an action finds when its facts are read again. */
export type Seen =
  /** `over`: it is not so any more, because it has run its course. */
  | { readonly state: "seen"; readonly done: boolean; readonly over: boolean; readonly now: Json }
  | { readonly state: "unknown"; readonly reason: string };

/** Looks at the state that a change is about, in facts that were read again. Pure. */
export function look(action: Action, call: ActionCall, snapshot: Snapshot): Seen {
  const params = readParams(action.params, call.params) as never;
  const values = valuesOf(action, snapshot);
  if ("missing" in values) return { state: "unknown", reason: values.missing };
  try {
    const now = action.state(params, values.values as never);
    const done = action.done(params, values.values as never);
    const over = !done && (action.over?.(params, values.values as never) ?? false);
    return { state: "seen", done, over, now };
  } catch (error) {
    if (error instanceof NotReported) return { state: "unknown", reason: error.message };
    throw error;
  }
}

/** The facts that actions need, each once. */
export function factsOf(actions: readonly Action[]): readonly Fact<unknown>[] {
  const needs = actions.flatMap(({ needs }) => Object.values(needs));
  const facts = needs.filter((need): need is Fact<unknown> => need.kind === "fact");
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

function valuesOf(action: Action, snapshot: Snapshot): { values: Record<string, unknown> } | { missing: string } {
  const values: Record<string, unknown> = {};
  for (const [key, need] of Object.entries(action.needs)) {
    if (need.kind !== "fact")
      throw new TypeError(`action ${action.id} needs ${need.id}: actions are planned from facts alone`);
    const read = snapshot.facts[need.id];
    if (read?.state !== "read")
      return { missing: `${need.about} could not be read: ${read?.reason ?? "it was not asked for"}` };
    values[key] = read.value;
  }
  return { values };
}
