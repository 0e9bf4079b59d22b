import type { Step } from "../core/action.ts";
import { type AppOps, defaultMode, opOf } from "../facts/app-ops.ts";
import { type InstalledApp, modesOf } from "./installed-app.ts";

/** One permission of one app and user, with what else decides whether it has an effect. */
export interface PermissionNow {
  /** Whether the phone lists it among those that a person grants. */
  readonly listed: boolean;
  readonly granted: boolean;
  /** Flags that the shell can set, and those that fix it. */
  readonly flags: readonly string[];
  /** Recorded modes of its app-op; null where none is recorded, or it has no app-op. */
  readonly modes: { readonly package: string | null; readonly uid: string | null };
}

/** Flags that say how things stand; others belong to Android's own bookkeeping and come and go. */
const meaningful = ["USER_SET", "USER_FIXED", "SYSTEM_FIXED", "POLICY_FIXED", "ONE_TIME", "REVIEW_REQUIRED"];

/** Reads how a permission stands. */
export function permissionNow({ details, user, uid }: InstalledApp, permission: string, ops: AppOps): PermissionNow {
  const listed = user.permissions.find(({ name }) => name === permission);
  const installed = details.installPermissions.find(({ name }) => name === permission);
  const op = opOf(permission);
  return {
    listed: listed !== undefined,
    granted: (listed ?? installed)?.granted ?? false,
    flags: listed?.flags.filter((flag) => meaningful.includes(flag)) ?? [],
    modes: op === undefined ? { package: null, uid: null } : modesOf(ops, uid, details.name, op),
  };
}

/**
 * Whether the app asks for a permission; null where nothing tells. The dump of all packages leaves out what apps request: it lists what was
 * decided of each permission, which from Android 10 on is all that are asked for (AOSP: Settings.dumpPackageLPr).
 */
export function asksFor(
  { details }: InstalledApp,
  permission: string,
  { listed }: PermissionNow,
  sdk: number,
): boolean | null {
  if (listed || details.installPermissions.some(({ name }) => name === permission)) return true;
  if (details.requestedPermissions.length > 0) return details.requestedPermissions.includes(permission);
  return sdk >= 29 ? false : null;
}

/** The app-op mode that keeps a granted permission from having an effect; null where none does. The uid's mode overrules. */
export function blockedBy({ modes }: PermissionNow): "ignore" | "deny" | null {
  const mode = modes.uid ?? modes.package;
  return mode === "ignore" || mode === "deny" ? mode : null;
}

/** The two flags that a person's answers leave behind. */
export function flagsOf({ flags }: PermissionNow): { readonly userSet: boolean; readonly userFixed: boolean } {
  return { userSet: flags.includes("USER_SET"), userFixed: flags.includes("USER_FIXED") };
}

interface Goal {
  readonly user: number;
  readonly package: string;
  readonly permission: string;
  readonly to: "allow" | "deny" | "ask" | "never";
}

/** Flags as Android's own screen leaves them (module Permission, AppPermissionGroup.java). */
const flagsAfter = {
  allow: { userSet: true, userFixed: false },
  deny: { userSet: true, userFixed: false },
  ask: { userSet: false, userFixed: false },
  never: { userSet: false, userFixed: true },
} as const;

/** The steps to a goal for an app that is asked for its permissions. `flags`: whether this Android lets the shell change them. */
export function permissionSteps(
  goal: Goal,
  app: InstalledApp,
  now: PermissionNow,
  on: { readonly sdk: number; readonly flags: boolean },
): readonly Step[] {
  const steps: Step[] = [];
  const grant = goal.to === "allow";
  if (now.granted !== grant) steps.push(grantStep(goal, grant, now));
  if (on.flags) {
    const before = flagsOf(now);
    const after = flagsAfter[goal.to];
    if (before.userFixed !== after.userFixed) steps.push(flagStep(goal, "user-fixed", after.userFixed));
    if (before.userSet !== after.userSet) steps.push(flagStep(goal, "user-set", after.userSet));
  }
  const op = opOf(goal.permission);
  if (grant && op !== undefined) steps.push(...unblockSteps(app, op, now, on.sdk));
  return steps;
}

function grantStep({ user, package: name, permission }: Goal, grant: boolean, now: PermissionNow): Step {
  const command = (verb: string) => ["pm", verb, "--user", String(user), name, permission];
  const [run, back] = grant ? ["grant", "revoke"] : ["revoke", "grant"];
  return {
    about: grant ? `Grant ${permission}` : `Withdraw ${permission}`,
    run: command(run as string),
    undo: [command(back as string)],
    ...(now.flags.includes("ONE_TIME") &&
      !grant && {
        loses: "It was allowed for one time only. Taken back, it stays allowed until somebody withdraws it.",
      }),
  };
}

function flagStep({ user, package: name, permission }: Goal, flag: "user-set" | "user-fixed", on: boolean): Step {
  const command = (set: boolean) => {
    const verb = set ? "set-permission-flags" : "clear-permission-flags";
    return ["pm", verb, "--user", String(user), name, permission, flag];
  };
  const words = {
    "user-set": ["Note that the person decided", "Forget that the person decided"],
    "user-fixed": ["Do not let the app ask again", "Let the app ask again"],
  } as const;
  return { about: words[flag][on ? 0 : 1], run: command(on), undo: [command(!on)] };
}

/** A grant has no effect while an app-op keeps the app from using it. The uid's mode follows the grant where there was none. */
function unblockSteps(app: InstalledApp, op: string, now: PermissionNow, sdk: number): readonly Step[] {
  const blocked = (mode: string | null) => mode === "ignore" || mode === "deny";
  const steps: Step[] = [];
  if (now.granted && blocked(now.modes.uid)) steps.push(opStep(app, op, now, modeWhenGranted(app, op, sdk)));
  if (blocked(now.modes.package))
    steps.push(opStep(app, op, { ...now, modes: { ...now.modes, uid: null } }, defaultMode(op)));
  return steps;
}

/** What Android sets for the uid of a granted permission (AOSP: com.android.server.policy.PermissionPolicyService). */
function modeWhenGranted({ user }: InstalledApp, op: string, sdk: number): string {
  const always = user.permissions.some(({ name, granted }) => granted && name.endsWith(".ACCESS_BACKGROUND_LOCATION"));
  if (op.endsWith("_LOCATION")) return sdk >= 29 && !always ? "foreground" : "allow";
  return sdk >= 30 && (op === "CAMERA" || op === "RECORD_AUDIO") ? "foreground" : "allow";
}

/** Sets the mode of an app-op where it counts: for the uid where one is set there, else for the package. */
export function opStep({ details, user }: InstalledApp, op: string, { modes }: PermissionNow, mode: string): Step {
  const wide = modes.uid !== null ? ["--uid"] : [];
  const command = (to: string) => ["cmd", "appops", "set", "--user", String(user.user), ...wide, details.name, op, to];
  return {
    about: `Set the app-op ${op} to “${mode}”`,
    run: command(mode),
    undo: [command(modes.uid ?? modes.package ?? defaultMode(op))],
  };
}
