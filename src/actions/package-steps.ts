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

const verbs = ["default-state", "enable", "disable", "disable-user", "disable-until-used"] as const;

/** The command that brings back an enabled state as `dumpsys package` prints it (AOSP: COMPONENT_ENABLED_STATE_*). */
export function enabledAgain(user: number, name: string, enabled: number): readonly string[] {
  return ["pm", verbs[enabled] ?? "default-state", "--user", String(user), name];
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
