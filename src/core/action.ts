import type { Json } from "./json.ts";
import type { Needs, Values } from "./needs.ts";

/** One step of a plan: a command, and the command that takes it back, from the state before. */
export interface Step {
  readonly run: readonly string[];
  /** null: cannot be undone; the person is asked for this step alone. */
  readonly undo: readonly string[] | null;
}

export type Risk = "safe" | "may-break-apps" | "irreversible";

/** One reversible change: a pure planner from facts to steps. Erased form. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly risk: Risk;
  readonly needs: Needs;
  readonly plan: (params: never, values: never) => readonly Step[];
  readonly done: (params: never, values: never) => boolean;
}

/** Defines an action; types flow from `needs`. */
export function defineAction<const N extends Needs, P extends Readonly<Record<string, Json>>>(spec: {
  readonly id: string;
  readonly title: string;
  readonly risk: Risk;
  readonly needs: N;
  readonly plan: (params: P, values: Values<N>) => readonly Step[];
  readonly done: (params: P, values: Values<N>) => boolean;
}): Action {
  return spec as Action;
}
