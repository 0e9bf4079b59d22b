import type { OwnHands, Remedy, RemedyCall, UserId } from "../../core/check.ts";

/** Steps for the person's own hands; `screen` is an id of actions/screens.ts. */
export function byHand(screen: string | undefined, ...steps: readonly string[]): { readonly kind: "steps" } & OwnHands {
  return { kind: "steps", steps, ...(screen === undefined ? {} : { screen }) };
}

/** Sets a setting of the whole phone, or takes it out (null); and the way by hand. */
export function setGlobal(key: string, value: string | null, hands: OwnHands): Remedy {
  return { kind: "action", action: "set-global-setting", params: { key, value }, byHand: ownHands(hands) };
}

/** Sets settings of one user in the table `secure`. Where the source does not tell which user it is, only the way by hand is left. */
export function setSecure(user: UserId, keys: readonly string[], value: string | null, hands: OwnHands): Remedy {
  const [first, ...others] = keys;
  if (user === "current" || first === undefined) return { kind: "steps", ...ownHands(hands) };
  const call = (key: string) => ({ action: "set-secure-setting", params: { user, key, value } });
  const also = others.map(call);
  return { kind: "action", ...call(first), ...(also.length > 0 && { also }), byHand: ownHands(hands) };
}

/** Sets a setting of one user in the table `system`, in the same way. */
export function setSystem(user: UserId, key: string, value: string | null, hands: OwnHands): Remedy {
  if (user === "current") return { kind: "steps", ...ownHands(hands) };
  return { kind: "action", action: "set-system-setting", params: { user, key, value }, byHand: ownHands(hands) };
}

/** Changes that end a finding together; where there is none, only the way by hand is left. */
export function changes(calls: readonly RemedyCall[], hands: OwnHands): Remedy {
  const [first, ...also] = calls;
  if (!first) return { kind: "steps", ...ownHands(hands) };
  return { kind: "action", ...first, ...(also.length > 0 && { also }), byHand: ownHands(hands) };
}

/** Brings an app back for users for whom it was switched off or removed. */
export function bringBack(app: string, users: readonly number[], hands: OwnHands): Remedy {
  const call = (user: number) => ({ action: "restore-package", params: { user, package: app } });
  return changes(users.map(call), hands);
}

function ownHands({ steps, screen }: OwnHands): OwnHands {
  return { steps, ...(screen === undefined ? {} : { screen }) };
}

/** The end of a changed system: nothing less than the maker's own brings back what was to be checked. */
export const originalSystem: Remedy = byHand(
  "about-phone",
  "If you did not change the system yourself, treat the phone as controlled by somebody else: keep nothing private on it, and change your passwords from another device.",
  "Save what you need from the phone.",
  "Have the maker's service install the original system, or do it with the maker's own tool. That erases the phone.",
);

/** Hardware that answered before and is silent now. */
export const askHardwareAgain: Remedy = byHand(
  undefined,
  "Restart the phone, connect it to the internet, and ask again: candor attest",
  "If you switched off or removed apps of Google or of the maker since then, bring them back and ask once more.",
  "If it stays silent and you did not change the phone yourself, do not rely on what it says of its bootloader and its updates until the maker's service has looked at it.",
);

/** Away with an app that is not to be there, where nothing says that it watches somebody. */
export const uninstallByHand: Remedy = byHand(
  "app",
  "Ask yourself, and others who use this phone, who installed the app and what for.",
  "If somebody may be watching you, get help before you remove it: they may notice.",
  "Open Settings > Apps, choose the app, and uninstall it.",
);

/** A newer version of an app. */
export const updateByHand: Remedy = byHand(
  "play-store-page",
  "Open the Play Store, look the app up, and update it.",
  "If there is no newer version, look for another app that does the same, and uninstall this one.",
);

/** A newer system. */
export const updateSystem: Remedy = byHand(
  "system-update",
  "Open Settings > System > Software update (on Xiaomi: Settings > About phone, then the box with the version).",
  "Look for an update, install it, and restart the phone.",
  "When the maker offers no more, plan to replace the phone, and keep bank, mail and private messages elsewhere.",
);
