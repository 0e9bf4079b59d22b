import { opOf, opRecord } from "../state/app-op-state.ts";
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
    grant.granted = verb === "grant";
    const op = opOf(name);
    if (op !== undefined)
      opRecord(state.appOps, uidOf(pkg, user), pkg.name, op).mode = verb === "grant" ? "allow" : "ignore";
  } else {
    const named = flags.map((flag) => flag.toUpperCase().replaceAll("-", "_"));
    const kept = grant.flags.filter((flag) => !named.includes(flag));
    grant.flags = verb === "set-permission-flags" ? [...kept, ...named] : kept;
  }
  target.permissions.set(name, grant);
  return [];
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
  target.installed = false;
  if (!isSystem(pkg) && [...pkg.users.values()].every((each) => !each.installed)) {
    state.packages.delete(pkg.name);
    // From Android 11 on the app's folder lies in another one, which goes with it.
    const folder = /^\/data\/app\/[^/]+/.exec(pkg.path);
    if (folder) state.files.unplant(folder[0]);
  }
  return ["Success"];
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
  const goal = verb === "disable-user" ? 3 : verb === "disable" ? 2 : verb === "enable" ? 1 : 0;
  if (verb === "disable" && state.identity.uid !== 0) {
    throw securityException(verb, "Shell cannot change component state for null to 2");
  }
  if (goal === 3 && state.vendor === "hyperos" && isSystem(pkg))
    throw securityException(verb, "Cannot disable system packages.");
  if (goal >= 2 && (state.vendor === "hyperos" || state.vendor === "miui") && miuiCore.has(pkg.name)) {
    throw securityException(verb, "Cannot disable miui core packages.");
  }
  target.enabled = goal;
  if (goal === 3) target.lastDisabledCaller = "com.android.shell";
  return [`Package ${pkg.name} new state: ${["default", "enabled", "disabled", "disabled-user"][goal]}`];
}
