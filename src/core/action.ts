import type { Json } from "./json.ts";
import type { Needs, Values } from "./needs.ts";
import type { Params, ParamValues } from "./params.ts";

/** One step of a plan: a command, and what takes it back from the state before. Steps may be run again: each sets a state and adds nothing. */
export interface Step {
  /** What it does, for people: "Take the camera away from Foo". Texts of the phone in it are outside text. */
  readonly about: string;
  readonly run: readonly string[];
  /** Commands that take it back, in their order; null: nothing can, and the person is asked for this step alone. */
  readonly undo: readonly (readonly string[])[] | null;
  /** What is lost for good, where `undo` is null or does not bring everything back. */
  readonly loses?: string;
  /** Text that the answer of a step that took effect contains, where its command says so. */
  readonly says?: string;
}

/** What a change can bring about: nothing but what it is for, apps that no longer work as before, or a loss that no undo brings back. */
export const risks = ["safe", "may-break-apps", "irreversible"] as const;
export type Risk = (typeof risks)[number];

/** One change as asked for: the action and its parameters. Safe for JSON. */
export interface ActionCall {
  readonly action: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** The phone is known to refuse this: why, and what else would do. */
export interface RefusedInAdvance {
  readonly refused: string;
  /** The next rung: weaker, or by other means. Never taken without being asked for. */
  readonly next?: ActionCall;
  /** What the person can do about it: "Switch on …". */
  readonly advice?: string;
}

/** One reversible change: a pure planner from facts to steps. Erased form. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly risk: Risk;
  readonly params: Params;
  readonly needs: Needs;
  /** The change in words: "Take the camera away from com.example". */
  readonly about: (params: never) => string;
  /** What it changes, as it is now; safe for JSON. After an undo it has to be what it was before. */
  readonly state: (params: never, values: never) => Json;
  readonly plan: (params: never, values: never) => readonly Step[] | RefusedInAdvance;
  readonly done: (params: never, values: never) => boolean;
  /**
   * Whether what was wanted has run its course: an app was to ask, it asked, and was answered. Looked at where `done` does not hold any more; a
   * choice of that kind is over, and did not come back.
   */
  readonly over?: (params: never, values: never) => boolean;
  /** What else would do where the phone refuses; never taken without being asked for. */
  readonly next?: (params: never, values: never) => ActionCall | undefined;
  /**
   * What it is about, whatever is wanted of it: of two changes with one topic the later one counts. Where it is left out: the action, with all its
   * parameters but those that say what is wanted: `value`, `mode`, `to`, and what is true or false.
   */
  readonly topic?: (params: never) => string;
  /** What it touches, as a text: changes with other such texts do not meet, and may be made at the same time. */
  readonly apart?: (params: never) => string;
  /** Parameters that make sense on this phone, some of each kind: its tests on every virtual phone, and what faces offer. */
  readonly examples: (values: never) => readonly Readonly<Record<string, Json>>[];
}

/**
 * Defines an action; types flow from `params` and `needs`. `plan` gives no steps where nothing is to do. `state`, `plan` and `done`
 * throw NotReported (through `reported`) where a value that they must have is absent: nothing is changed then.
 */
export function defineAction<const P extends Params, const N extends Needs>(spec: {
  readonly id: string;
  readonly title: string;
  readonly risk: Risk;
  readonly params: P;
  readonly needs: N;
  readonly about: (params: ParamValues<P>) => string;
  readonly state: (params: ParamValues<P>, values: Values<N>) => Json;
  readonly plan: (params: ParamValues<P>, values: Values<N>) => readonly Step[] | RefusedInAdvance;
  readonly done: (params: ParamValues<P>, values: Values<N>) => boolean;
  readonly over?: (params: ParamValues<P>, values: Values<N>) => boolean;
  readonly next?: (params: ParamValues<P>, values: Values<N>) => ActionCall | undefined;
  readonly topic?: (params: ParamValues<P>) => string;
  readonly apart?: (params: ParamValues<P>) => string;
  readonly examples: (values: Values<N>) => readonly ParamValues<P>[];
}): Action {
  return spec as unknown as Action;
}
