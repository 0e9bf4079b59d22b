import type { InstalledApp } from "../actions/installed-app.ts";
import { existsIn } from "../actions/permission-groups.ts";
import { asksFor, blockedBy, type PermissionNow, permissionNow } from "../actions/permission-steps.ts";
import type { AppOps } from "../facts/app-ops.ts";

/** How a permission, or a group of them, stands; from the most to the least that an app gets. */
export const permissionStates = [
  "allowed",
  "while-in-use", // only while the person uses the app
  "once", // until the app is left
  "unknown", // the phone does not tell
  "ignored", // granted, and an app-op keeps the app from it
  "ask", // the app has to ask first
  "denied",
  "never", // denied, and the app may not ask again
  "not-asked", // the app does not ask for it
] as const;
export type PermissionStateWord = (typeof permissionStates)[number];

/** One permission that an app asks for. */
export interface SeenPermission {
  readonly name: string;
  readonly state: PermissionStateWord;
  /** Who fixed it, so that the person cannot change it; null for nobody. */
  readonly fixed: "maker" | "administrator" | null;
}

/** How one permission of an app stands. `ops` is null where app-ops could not be read: what they withhold is not seen then. */
export function seenPermission(app: InstalledApp, name: string, ops: AppOps | null, sdk: number): SeenPermission {
  const now = permissionNow(app, name, ops ?? nothing);
  const asks = existsIn(name, sdk) ? asksFor(app, name, now, sdk) : false;
  if (asks !== true) return { name, state: asks === null ? "unknown" : "not-asked", fixed: null };
  const fixed = now.flags.includes("SYSTEM_FIXED")
    ? "maker"
    : now.flags.includes("POLICY_FIXED")
      ? "administrator"
      : null;
  return { name, state: stateOf(app, name, now, ops !== null, sdk), fixed };
}

const nothing: AppOps = { profileOwners: [], uids: [], packages: [] };

function stateOf(
  app: InstalledApp,
  name: string,
  now: PermissionNow,
  opsKnown: boolean,
  sdk: number,
): PermissionStateWord {
  const { targetSdk, installPermissions } = app.details;
  const legacy = targetSdk !== null && targetSdk < 23;
  const atInstallation = installPermissions.some((each) => each.name === name);
  // An app that is asked for nothing has what it lists, unless an app-op withholds it.
  if (legacy || now.granted) {
    if (blockedBy(now) !== null) return "ignored";
    if (now.flags.includes("ONE_TIME")) return "once";
    return onlyInUse(app, name, now, opsKnown, sdk) ? "while-in-use" : "allowed";
  }
  if (!now.listed && !atInstallation) return "unknown";
  if (now.flags.includes("USER_FIXED")) return "never";
  return now.flags.some((flag) => ["USER_SET", "POLICY_FIXED", "SYSTEM_FIXED"].includes(flag)) ? "denied" : "ask";
}

/** Camera and microphone from Android 11 on, and location without the background one from Android 10 on. */
function onlyInUse(app: InstalledApp, name: string, now: PermissionNow, opsKnown: boolean, sdk: number): boolean {
  if (/\.ACCESS_(?:FINE|COARSE)_LOCATION$/.test(name)) {
    const always = app.user.permissions.some(
      (each) => each.granted && each.name.endsWith(".ACCESS_BACKGROUND_LOCATION"),
    );
    return sdk >= 29 && !always;
  }
  if (!/\.(?:CAMERA|RECORD_AUDIO)$/.test(name) || sdk < 30) return false;
  return opsKnown ? (now.modes.uid ?? now.modes.package) === "foreground" : true;
}
