import type { RefusedInAdvance } from "../core/action.ts";
import type { PackageUserState } from "../facts/package-details.ts";
import { keptPackages } from "./kept-packages.ts";
import type { PackageFacts } from "./package-protection.ts";

/** What is changed when an app is put away, as it is now; safe for JSON. */
export function stateOf({ installed, enabled, suspended }: PackageUserState): {
  readonly installed: boolean;
  readonly enabled: number;
  readonly suspended: boolean;
} {
  return { installed, enabled, suspended };
}

/** Whether an app is there or put away, by whatever means: of two such changes the later one counts. */
export function packageTopic({ user, package: name }: { readonly user: number; readonly package: string }): string {
  return `package ${user} ${name}`;
}

/** Whether nothing of it can run for this user: uninstalled, or disabled. State 4, "until used", lets an app start. */
export function isAway({ installed, enabled }: PackageUserState): boolean {
  return !installed || enabled === 2 || enabled === 3;
}

/**
 * The command that brings back an enabled state as `dumpsys package` prints it (AOSP: COMPONENT_ENABLED_STATE_*): default, enabled, disabled by
 * the user. The others the shell can neither set nor leave (PackageManagerService.setEnabledSettings), see `setByOthers`.
 */
export function enabledAgain(user: number, name: string, enabled: number): readonly string[] {
  return [
    "pm",
    enabled === 3 ? "disable-user" : enabled === 1 ? "enable" : "default-state",
    "--user",
    String(user),
    name,
  ];
}

/** Why an app that the system or the app itself switched off is left as it is: a computer could not bring that state back. */
export function setByOthers({ enabled }: PackageUserState): RefusedInAdvance | undefined {
  if (enabled !== 2 && enabled !== 4) return undefined;
  return {
    refused:
      enabled === 2
        ? "The system or the app itself has switched it off, and Android lets no computer change that."
        : "It is off until it is used, and Android lets no computer change that.",
  };
}

/** Packages to try an action on: some of the system's and some that were added, for each user that has them. */
export function examplePackages({
  packageDetails,
}: Pick<PackageFacts, "packageDetails">): readonly { readonly user: number; readonly package: string }[] {
  return packageDetails
    .filter(({ name }) => !keptPackages.has(name))
    .flatMap(({ name, users }) =>
      users.filter(({ installed }) => installed).map(({ user }) => ({ user, package: name })),
    );
}
