import { actions } from "../actions/index.ts";
import type { RemedyCall } from "../core/check.ts";
import { FormatError } from "../core/errors.ts";
import { readParams } from "../core/params.ts";

/** What a change does, in words; undefined where it cannot be planned, because of a name that no app of Android can have, for example. */
export function remedyWords({ action: id, params }: RemedyCall): string | undefined {
  const action = actions.find((each) => each.id === id);
  if (!action) return undefined;
  try {
    return action.about(readParams(action.params, params) as never);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
