import type { ActionCall } from "../core/action.ts";
import type { PhoneIdentity } from "./change-records.ts";
import type { OptOut } from "./opt-outs.ts";

/** Body of an entry of kind `consent`: what the person agrees to, by the switches of the phone as they stood then. */
export interface ConsentBody {
  readonly phone: PhoneIdentity;
  /** In words, for the list of the journal. */
  readonly about: string;
  readonly switches: readonly {
    readonly switch: string;
    readonly user: number | null;
    readonly state: OptOut["state"];
    /** As the phone stores it; null where it was never set. */
    readonly value: string | null;
  }[];
  /** What was asked for and was so already: from now on it is looked after like what was changed. */
  readonly kept: readonly (ActionCall & { readonly about: string })[];
}

/** The note of how the switches of a phone stand. */
export function consentNote(
  phone: PhoneIdentity,
  optOuts: readonly OptOut[],
  kept: ConsentBody["kept"] = [],
): ConsentBody {
  const here = optOuts.filter(({ state }) => state === "on" || state === "off");
  const off = here.filter(({ state }) => state === "off");
  const on = here.filter(({ state }) => state === "on").map(({ id }) => id);
  const named = on.length === 0 ? "" : `; on: ${[...new Set(on)].join(", ")}`;
  return {
    phone,
    about: `Data collection: ${off.length} of ${here.length} switches are off${named}`,
    switches: optOuts.map(({ id, user, state, value }) => ({ switch: id, user, state, value })),
    kept,
  };
}
