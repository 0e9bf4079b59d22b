import { defineAction, type Step } from "../core/action.ts";
import { type Json, table } from "../core/json.ts";
import { aPackage, aUser } from "../core/params.ts";
import { appOps } from "../facts/app-ops.ts";
import { chosenModes, opsOf, setOp } from "./package-ops.ts";
import {
  isSystemPackage,
  lostRights,
  type PackageOfUser,
  packageNeeds,
  packageOf,
  protectedBecause,
  sdkOf,
} from "./package-protection.ts";
import { enabledAgain, examplePackages, packageTopic, setByOthers, stateOf } from "./package-steps.ts";

/** Uninstalls an app of the system for one user and keeps its data; its file stays on the system partition. The second rung. */
export default defineAction({
  id: "uninstall-for-user",
  title: "Uninstall an app of the system for one user (its data is kept)",
  risk: "may-break-apps",
  params: { user: aUser, package: aPackage },
  needs: { ...packageNeeds, appOps },
  about: ({ user, package: name }) => `Uninstall ${name} for user ${user}, with its data kept`,
  topic: packageTopic,
  state: (params, facts) => {
    const found = packageOf(facts, params);
    const modes = found.state.installed ? chosenModes(opsOf(facts.appOps, found)) : [];
    return { ...stateOf(found.state), grants: grantsOf(found), modes: table(modes.map(({ op, mode }) => [op, mode])) };
  },
  plan: (params, facts) => {
    const { user, package: name } = params;
    const found = packageOf(facts, params);
    if (!found.state.installed) return [];
    const kept = protectedBecause(params, facts);
    const off = kept ?? setByOthers(found.state);
    if (off) return off;
    if (!isSystemPackage(found))
      return {
        refused: "It did not come with the system: its file would be gone, and could not be brought back.",
        next: { action: "disable-package", params },
      };
    if (sdkOf(facts) >= 37)
      return {
        refused: "From Android 17 on a computer cannot remove apps of the system.",
        next: { action: "suspend-package", params },
      };
    if (sdkOf(facts) < 26)
      return { refused: "Before Android 8 a computer cannot bring an app back that was uninstalled for a user." };
    return [uninstall(params, found, chosenModes(opsOf(facts.appOps, found)), lostRights(user, name, facts))];
  },
  done: (params, facts) => !packageOf(facts, params).state.installed,
  next: (params) => ({ action: "suspend-package", params }),
  examples: (facts) => examplePackages(facts),
});

/**
 * The step, and what brings everything back: Android forgets the enabled state, a suspension and modes of app-ops with the app (AOSP:
 * DeletePackageHelper.markPackageUninstalledForUserLPw, AppOpsService.packageRemovedLocked).
 */
function uninstall(
  { user, package: name }: { readonly user: number; readonly package: string },
  { state }: PackageOfUser,
  modes: readonly { readonly op: string; readonly mode: string }[],
  lost: string | undefined,
): Step {
  const of = ["--user", String(user), name];
  return {
    about: `Uninstall ${name} for user ${user} and keep its data`,
    run: ["pm", "uninstall", "-k", ...of],
    says: "Success",
    undo: [
      ["cmd", "package", "install-existing", ...of],
      ...(state.enabled === 0 ? [] : [enabledAgain(user, name, state.enabled)]),
      ...(state.suspended ? [["pm", "suspend", ...of]] : []),
      ...modes.map(({ op, mode }) => setOp(user, name, op, mode)),
    ],
    loses: ["Its place on the home screen, its alarms and accounts may have to be set up again.", lost]
      .join(" ")
      .trim(),
  };
}

/** Runtime permissions with their flags: Android keeps them with the data, and whether it did is looked at after an undo. */
function grantsOf({ state }: PackageOfUser): Json {
  return table(state.permissions.map(({ name, granted, flags }) => [name, [granted, ...(flags ?? [])]] as const));
}
