import { reported } from "../../core/errors.ts";

/**
 * Whether a setting that is "1" for on and "0" for off is on.
 *
 * @throws NotReported for anything else: unset, "null" or a word that Android does not write there.
 */
export function switchState(value: string | undefined, name: string): boolean {
  return reported(value === "1" || value === "0" ? value : undefined, name) === "1";
}
