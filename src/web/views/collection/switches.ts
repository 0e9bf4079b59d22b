import type { notStopped, OptOut, OptOuts } from "../../../centre/opt-outs.ts";
import type { ActionCall } from "../../../core/action.ts";

/** One switch with the changes that turn it. */
export interface Switch extends OptOut {
  readonly calls: { readonly off: ActionCall; readonly on: ActionCall };
}

/** The switches of a phone as the server gives them. */
export interface Collection extends Pick<OptOuts, "phone" | "at"> {
  readonly switches: readonly Switch[];
  readonly notStopped: typeof notStopped;
}

/** How something is known. */
export type EvidenceGrade = OptOut["evidence"]["grade"];
