import { type ActionCall, defineAction, type RefusedInAdvance, type Step } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import type { Values } from "../core/needs.ts";
import { aPackage, aPermission, aUser, oneOf } from "../core/params.ts";
import { appOps, opOf } from "../facts/app-ops.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { type InstalledApp, installedApp, sharesUidWith } from "./installed-app.ts";
import { knownPermission, type PermissionGoal, permissionGoals } from "./permission-groups.ts";
import {
  asksFor,
  blockedBy,
  flagsOf,
  opStep,
  type PermissionNow,
  permissionNow,
  permissionSteps,
} from "./permission-steps.ts";
import { deniedToShell } from "./shell-powers.ts";

interface Wanted {
  readonly user: number;
  readonly package: string;
  readonly permission: string;
  readonly to: PermissionGoal;
}

const needs = { appOps, packageDetails, properties } as const;
type Facts = Values<typeof needs>;

/** From which Android on the shell can change the flags of a permission (PackageManagerShellCommand, set-permission-flags). */
const flagsSince = 31;

/** Grants, withdraws or fixes one permission of one app for one user; brings back grant, flags and app-op modes of before. */
export default defineAction({
  id: "set-permission",
  title: "Grant or withdraw a permission of an app",
  risk: "may-break-apps",
  params: { user: aUser, package: aPackage, permission: aPermission, to: oneOf(...permissionGoals) },
  needs,
  about: ({ user, package: name, permission, to }) => {
    const app = user === 0 ? name : `${name} (user ${user})`;
    const what = knownPermission(permission)?.words ?? permission;
    if (to === "allow") return `Allow ${app}: ${what}`;
    if (to === "ask") return `Have ${app} ask for: ${what}`;
    return `Withdraw from ${app}${to === "never" ? ", which may not ask again" : ""}: ${what}`;
  },
  state: (wanted, facts) => {
    const { granted, flags, modes } = now(wanted, facts).now;
    return { granted, flags: [...flags].sort(), modes };
  },
  plan: (wanted, facts) => {
    const app = installedApp(facts.packageDetails, wanted);
    if (!app) return { refused: `${wanted.package} is not installed for user ${wanted.user}.` };
    const state = permissionNow(app, wanted.permission, facts.appOps);
    if (asksFor(app, wanted.permission, state, sdkOf(facts)) === false)
      return { refused: "The app does not ask for this permission." };
    if (holds(wanted, app, state, sdkOf(facts))) return [];
    const refusal = refusedBecause(wanted, app, state, facts);
    if (refusal) return refusal;
    const others = sharesUidWith(facts.packageDetails, app);
    const steps = isLegacy(app)
      ? legacySteps(wanted, app, state)
      : permissionSteps(wanted, app, state, { sdk: sdkOf(facts), flags: sdkOf(facts) >= flagsSince });
    return others.length === 0
      ? steps
      : steps.map((step) => ({ ...step, about: `${step.about}; the same holds for ${others.join(", ")}` }));
  },
  done: (wanted, facts) => {
    const seen = now(wanted, facts);
    return holds(wanted, seen.app, seen.now, sdkOf(facts));
  },
  over: (wanted, facts) => wanted.to === "ask" && wasAnswered(now(wanted, facts).now),
  next: (wanted, facts) => opInstead(wanted, now(wanted, facts).now),
  apart: ({ user, package: name }) => `${user}/${name}`,
  examples: ({ packageDetails }) =>
    packageDetails
      .filter(({ name }) => aPackage.accepts(name))
      .flatMap((details) =>
        details.users
          .filter(({ installed }) => installed)
          .flatMap(({ user, permissions }) => {
            const changeable = permissions.filter(
              ({ name, flags }) => aPermission.accepts(name) && !flags.includes("SYSTEM_FIXED"),
            );
            return changeable.map(({ name: permission }, i) => {
              const to = permissionGoals[(i + details.appId) % permissionGoals.length] ?? "deny";
              return { user, package: details.name, permission, to };
            });
          }),
      ),
});

function now(wanted: Wanted, { packageDetails, appOps }: Facts): { app: InstalledApp; now: PermissionNow } {
  const about = `the package ${wanted.package} of user ${wanted.user}`;
  const app = reported(installedApp(packageDetails, wanted), about);
  return { app, now: permissionNow(app, wanted.permission, appOps) };
}

function holds({ to }: Wanted, app: InstalledApp, state: PermissionNow, sdk: number): boolean {
  const blocked = blockedBy(state) !== null;
  if (isLegacy(app)) return to === "allow" ? !blocked : to !== "ask" && blocked;
  if (to === "allow") return state.granted && !blocked;
  if (state.granted) return false;
  const { userSet, userFixed } = flagsOf(state);
  if (to !== "ask") return to === "deny" || userFixed;
  // An app whose permission was withdrawn once may ask again; only the note of that cannot be taken away before Android 12.
  return !userFixed && (!userSet || sdk < flagsSince);
}

/** The app asked, and a person answered: Android notes either. */
function wasAnswered({ flags }: PermissionNow): boolean {
  return ["USER_SET", "USER_FIXED", "ONE_TIME"].some((flag) => flags.includes(flag));
}

function refusedBecause(
  wanted: Wanted,
  app: InstalledApp,
  state: PermissionNow,
  facts: Facts,
): RefusedInAdvance | undefined {
  const { permission, to } = wanted;
  const instead = opInstead(wanted, state);
  const next = instead && { next: instead };
  if (isLegacy(app)) return refusedToLegacy(wanted);
  if (isGivenAtInstallation(app.details, permission) && !state.listed)
    return { refused: "Android gives this permission with the installation: nobody is asked for it.", ...next };
  if (state.flags.includes("SYSTEM_FIXED"))
    return { refused: "The phone's maker fixed this permission: nobody may change it.", ...next };
  if (state.flags.includes("POLICY_FIXED"))
    return { refused: "An administrator of this phone or profile fixed this permission.", ...next };
  const denied = deniedToShell(facts.properties);
  if (denied) return { ...denied, ...next };
  if (sdkOf(facts) >= flagsSince) return undefined;
  const version = "Before Android 12 a computer cannot change whether an app may ask again.";
  if (to === "never")
    return { refused: version, next: { action: "set-permission", params: { ...wanted, to: "deny" } } };
  if (to === "ask" && flagsOf(state).userFixed)
    return { refused: version, advice: "Set it on the phone: Settings, Apps, this app, Permissions." };
  return undefined;
}

/** An app for Android 5 or older was given everything when it was installed, and knows of no asking. */
function isLegacy({ details }: InstalledApp): boolean {
  return details.targetSdk !== null && details.targetSdk < 23;
}

function refusedToLegacy(wanted: Wanted): RefusedInAdvance | undefined {
  if (opOf(wanted.permission) === undefined)
    return { refused: "The app was made for Android 5 or older, and Android has no other way to keep this from it." };
  if (wanted.to !== "ask") return undefined;
  const next = { action: "set-permission", params: { ...wanted, to: "deny" } };
  return { refused: "The app was made for Android 5 or older: it cannot ask.", next };
}

function legacySteps({ permission, to }: Wanted, app: InstalledApp, state: PermissionNow): readonly Step[] {
  const op = reported(opOf(permission), `the app-op of ${permission}`);
  return [opStep(app, op, state, to === "allow" ? "allow" : "ignore")];
}

/** Android gives it nothing, or says that there is nothing, while the permission stands: weaker, as some apps notice. */
function opInstead({ user, package: name, permission, to }: Wanted, state: PermissionNow): ActionCall | undefined {
  const op = opOf(permission);
  if (op === undefined || to === "allow" || !state.granted || blockedBy(state) !== null) return undefined;
  const level = state.modes.uid === null ? "package" : "uid";
  return { action: "set-app-op", params: { user, package: name, op, mode: "ignore", level } };
}

function isGivenAtInstallation({ installPermissions }: PackageDetails, permission: string): boolean {
  return installPermissions.some(({ name }) => name === permission);
}

function sdkOf({ properties }: Facts): number {
  return Number(reported(properties["ro.build.version.sdk"], "the level of Android (ro.build.version.sdk)"));
}
