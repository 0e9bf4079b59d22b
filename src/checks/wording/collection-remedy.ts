import type { OwnHands, Remedy, UserId } from "../../core/check.ts";

/**
 * Switches a way of collecting off (ids of actions/collection-switches.ts): `user` is null for what counts for the whole phone. Where the source
 * does not tell which user it is, only the way by hand is left.
 */
export function switchOff(id: string, user: UserId | null, { steps, screen }: OwnHands): Remedy {
  const byHand = { steps, ...(screen === undefined ? {} : { screen }) };
  if (user === "current") return { kind: "steps", ...byHand };
  return { kind: "action", action: "set-collection-switch", params: { switch: id, user, to: "off" }, byHand };
}
