import { defaultMode, opOf } from "../../formats/app-op-definitions.ts";
import { setUidMode } from "../state/app-op-state.ts";
import { isSystem, type PackageState, type PackageUser, uidOf } from "../state/package-state.ts";
import { deniesShell, type PhoneState, sdkOf } from "../state/phone-state.ts";
import { Refusal, securityException } from "../state/refusal.ts";
import { isRuntime } from "../state/runtime-permissions.ts";
import { type Exit, exit, type Lines } from "./answer.ts";
import { type Options, options, userOption } from "./options.ts";

/** The verbs of `pm` that change a package. */
export const changeVerbs = new Set([
  "grant",
  "revoke",
  "set-permission-flags",
  "clear-permission-flags",
  "disable-user",
  "disable",
  "disable-until-used",
  "enable",
  "default-state",
  "suspend",
  "unsuspend",
  "uninstall",
  "install-existing",
  "clear",
  "hide",
  "unhide",
]);

/** Changes a package for one user, or refuses as this phone does. */
export function changePackage(state: PhoneState, verb: string, args: readonly string[]): Lines | Exit {
  const given = options(
    args,
    ["-k", "--wait", "--full", "--keep-data"],
    ["--user", "--dialogMessage", "--versionCode"],
  );
  const user = userOption(state, verb, given.value("--user"), 0);
  const [name = ""] = given.rest;
  const pkg = state.packages.get(name);
  const target = pkg?.users.get(user);
  if (verb === "hide" || verb === "unhide") {
    throw securityException(
      verb,
      `Neither user ${state.identity.uid} nor current process has android.permission.MANAGE_USERS.`,
    );
  }
  if (!pkg || !target) return unknownPackage(verb, name, user);
  const change = { state, verb, user, pkg, target, given };
  if (verb.includes("permission") || verb === "grant" || verb === "revoke") return permission(change);
  if (verb === "uninstall" || verb === "install-existing") return presence(change);
  if (verb === "suspend" || verb === "unsuspend") return suspension(change);
  if (verb === "clear") return clear(change);
  return enabling(change);
}

interface Change {
  readonly state: PhoneState;
  readonly verb: string;
  readonly user: number;
  readonly pkg: PackageState;
  readonly target: PackageUser;
  readonly given: Options;
}

function unknownPackage(verb: string, name: string, user: number): Exit {
  if (verb === "uninstall") return exit(1, `Failure [not installed for ${user}]`);
  if (verb === "clear") return exit(1, "Failed");
  throw new Refusal(
    `\nException occurred while executing '${verb}':\njava.lang.IllegalArgumentException: Unknown package: ${name}`,
  );
}

function permission({ state, verb, user, pkg, target, given }: Change): Lines {
  const [, name = "", ...flags] = given.rest;
  if (deniesShell(state)) {
    const missing = verb === "grant" ? "GRANT_RUNTIME_PERMISSIONS" : "REVOKE_RUNTIME_PERMISSIONS";
    throw securityException(
      verb,
      `${verb === "grant" ? "grantRuntimePermission" : "revokeRuntimePermission"}: Neither user ${state.identity.uid} nor current process has android.permission.${missing}.`,
    );
  }
  if (!pkg.requested.includes(name)) {
    throw securityException(verb, `Package ${pkg.name} has not requested permission ${name}`);
  }
  if (!isRuntime(name, sdkOf(state))) {
    throw securityException(verb, `Permission ${name} requested by ${pkg.name} is not a changeable permission type`);
  }
  const grant = target.permissions.get(name) ?? { granted: false, flags: [] };
  if (grant.flags.includes("SYSTEM_FIXED") || grant.flags.includes("POLICY_FIXED")) {
    throw securityException(verb, `Cannot ${verb} system fixed permission ${name} for package ${pkg.name}`);
  }
  if (verb === "grant" || verb === "revoke") {
    // AOSP takes the command and does nothing: such an app has all that it asks for.
    if (pkg.targetSdk < 23) return [];
    grant.granted = verb === "grant";
  } else {
    if (sdkOf(state) < 31) throw new Refusal(`Unknown command: ${verb}`, 255);
    const named = flags.map((flag) => flag.toUpperCase().replaceAll("-", "_"));
    const kept = grant.flags.filter((flag) => !named.includes(flag));
    const now = verb === "set-permission-flags" ? [...kept, ...named] : kept;
    grant.flags = [...now].sort((a, b) => flagBits.indexOf(a) - flagBits.indexOf(b));
  }
  target.permissions.set(name, grant);
  followWithOps(state, user, pkg, target, name);
  return [];
}

/** Flags of a permission by their bits: the order in which dumps print them (AOSP: PackageManager.FLAG_PERMISSION_*). */
const flagBits: readonly string[] = [
  "USER_SET",
  "USER_FIXED",
  "POLICY_FIXED",
  "REVOKED_COMPAT",
  "SYSTEM_FIXED",
  "GRANTED_BY_DEFAULT",
  "REVIEW_REQUIRED",
  "REVOKE_WHEN_REQUESTED",
  "USER_SENSITIVE_WHEN_GRANTED",
  "USER_SENSITIVE_WHEN_DENIED",
  "RESTRICTION_INSTALLER_EXEMPT",
  "RESTRICTION_SYSTEM_EXEMPT",
  "RESTRICTION_UPGRADE_EXEMPT",
  "APPLY_RESTRICTION",
  "GRANTED_BY_ROLE",
  "ONE_TIME",
  "AUTO_REVOKED",
];

/** App-ops follow permissions, by the uid (AOSP: com.android.server.policy.PermissionPolicyService). */
function followWithOps(
  state: PhoneState,
  user: number,
  pkg: PackageState,
  { permissions }: PackageUser,
  changed: string,
): void {
  // The uid is that of other packages as well, and the models have no modes there.
  if (pkg.sharedUser !== null) return;
  const sdk = sdkOf(state);
  const always = permissions.get("android.permission.ACCESS_BACKGROUND_LOCATION")?.granted === true;
  for (const [name, { granted }] of permissions) {
    const op = opOf(name);
    const concerned = name === changed || (name.endsWith("_LOCATION") && changed.endsWith("_LOCATION"));
    if (op === undefined || !concerned) continue;
    const whileInUse =
      sdk >= 29 && (op.endsWith("_LOCATION") ? !always : sdk >= 30 && /^(?:CAMERA|RECORD_AUDIO)$/.test(op));
    setUidMode(state.appOps, uidOf(pkg, user), op, granted ? (whileInUse ? "foreground" : "allow") : "ignore");
  }
}

function presence({ state, verb, user, pkg, target, given }: Change): Lines | Exit {
  if (verb === "install-existing") {
    target.installed = true;
    return [`Package ${pkg.name} installed for user: ${user}`];
  }
  if (!target.installed) return exit(1, `Failure [not installed for ${user}]`);
  if (isSystem(pkg) && sdkOf(state) >= 37)
    return exit(1, "Failure [only root can delete system app for a particular user]");
  if (isSystem(pkg) && given.value("--user") === undefined) return exit(1, "Failure [DELETE_FAILED_INTERNAL_ERROR]");
  if (state.devicePolicy.admins.some((admin) => admin.user === user && admin.component.startsWith(`${pkg.name}/`))) {
    return exit(1, "Failure [DELETE_FAILED_DEVICE_POLICY_MANAGER]");
  }
  forget(state, user, pkg, target);
  if (!isSystem(pkg) && [...pkg.users.values()].every((each) => !each.installed)) {
    state.packages.delete(pkg.name);
    // From Android 11 on the app's folder lies in another one, which goes with it.
    const folder = /^\/data\/app\/[^/]+/.exec(pkg.path);
    if (folder) state.files.unplant(folder[0]);
  }
  return ["Success"];
}

/**
 * What Android keeps of an app that is uninstalled for a user: permissions, and with `-k` its data. The enabled state, a suspension and modes of
 * app-ops go (AOSP: DeletePackageHelper.markPackageUninstalledForUserLPw, AppOpsService.packageRemovedLocked).
 */
function forget(state: PhoneState, user: number, pkg: PackageState, target: PackageUser): void {
  const nothing = {
    enabled: 0,
    suspendedBy: null,
    lastDisabledCaller: null,
    enabledComponents: [],
    disabledComponents: [],
  };
  Object.assign(target, nothing, { installed: false, hidden: false, stopped: true, notLaunched: true });
  for (const [op, record] of state.appOps.get(uidOf(pkg, user))?.packages.get(pkg.name) ?? [])
    record.mode = defaultMode(op);
}

/** A suspension that is refused is silent: exit code 0 and the old state (device administrators, the launcher, the dialler). */
function suspension({ state, verb, user, pkg, target }: Change): Lines {
  const essential =
    state.devicePolicy.admins.some((admin) => admin.component.startsWith(`${pkg.name}/`)) ||
    ["HOME", "DIALER"].some((role) => state.roles.get(user)?.get(`android.app.role.${role}`)?.includes(pkg.name));
  if (!essential) target.suspendedBy = verb === "suspend" ? "com.android.shell" : null;
  return [`Package ${pkg.name} new suspended state: ${target.suspendedBy !== null}`];
}

function clear({ state, pkg, target }: Change): Lines {
  if (deniesShell(state)) {
    throw securityException(
      "clear",
      `PID 4711 does not have permission android.permission.CLEAR_APP_USER_DATA to clear data of package ${pkg.name}`,
    );
  }
  for (const grant of target.permissions.values()) if (!grant.flags.includes("SYSTEM_FIXED")) grant.granted = false;
  return ["Success"];
}

/** Packages that nobody may disable on Xiaomi phones. */
const miuiCore = new Set([
  "com.lbe.security.miui",
  "com.miui.securitycenter",
  "com.android.updater",
  "com.xiaomi.market",
  "com.xiaomi.finddevice",
  "com.miui.home",
]);

function enabling({ state, verb, pkg, target }: Change): Lines {
  const goal = ["default-state", "enable", "disable", "disable-user", "disable-until-used"].indexOf(verb);
  // The shell changes whole packages between default, enabled and disabled by the user (AOSP: PackageManagerService.setEnabledSettings).
  if (state.identity.uid !== 0 && [goal, target.enabled].some((each) => each === 2 || each === 4)) {
    throw securityException(verb, `Shell cannot change component state for null to ${goal}`);
  }
  if (goal === 3 && state.vendor === "hyperos" && isSystem(pkg))
    throw securityException(verb, "Cannot disable system packages.");
  if (goal >= 2 && (state.vendor === "hyperos" || state.vendor === "miui") && miuiCore.has(pkg.name)) {
    throw securityException(verb, "Cannot disable miui core packages.");
  }
  target.enabled = goal;
  // Who switches an app on again is of no interest to Android.
  target.lastDisabledCaller = goal === 3 ? "com.android.shell" : null;
  return [
    `Package ${pkg.name} new state: ${["default", "enabled", "disabled", "disabled-user", "disabled-until-used"][goal]}`,
  ];
}
