import type { ActionCall } from "../core/action.ts";
import { aPackage } from "../core/params.ts";

import { type PermissionCell, type PermissionMatrix, type PermissionRow, unopenedFor } from "./permission-matrix.ts";
import {
  backgroundLocation,
  type PermissionChoice,
  type PermissionGoal,
  type PermissionGroup,
} from "./permission-words.ts";

/** What is to be set, for which apps. */
export interface PermissionWish {
  readonly permissions: readonly PermissionChoice[];
  readonly to: PermissionGoal;
  /** Package names; null for all apps that were added. */
  readonly apps: readonly string[] | null;
  /** null for all users. */
  readonly user: number | null;
  /** Only apps that were not opened for so many days. */
  readonly unusedDays: number | null;
}

/** The changes of a wish, and what it would have touched and does not. */
export interface ChosenChanges {
  readonly calls: readonly ActionCall[];
  readonly leftOut: readonly { readonly package: string; readonly user: number; readonly why: string }[];
  /** Names of apps that were asked for and are not there. */
  readonly missing: readonly string[];
  /** Apps that were named and need no change: they do not ask for it, or it is so already. */
  readonly already: readonly string[];
  /** What the person should know before agreeing. */
  readonly warnings: readonly string[];
}

/** What a default app cannot do its work without. */
const neededBy: Readonly<Record<string, readonly PermissionGroup[]>> = Object.assign(Object.create(null), {
  DIALER: ["phone", "call-log", "contacts", "microphone", "notifications"],
  SMS: ["sms", "contacts", "phone", "notifications"],
  ASSISTANT: ["microphone"],
  CALL_SCREENING: ["phone", "call-log", "contacts"],
  EMERGENCY: ["location", "phone"],
});

const roleWords: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  DIALER: "the app for calls",
  SMS: "the app for messages",
  ASSISTANT: "the assistant",
  CALL_SCREENING: "the app that screens calls",
  EMERGENCY: "the app for emergencies",
});

/** Works out what a wish comes to on this phone. Pure. `now` in epoch milliseconds. */
export function choosePermissions({ rows }: PermissionMatrix, wish: PermissionWish, now: number): ChosenChanges {
  const perApp: ActionCall[][] = [];
  const leftOut: { package: string; user: number; why: string }[] = [];
  const warnings: string[] = [];
  const already: string[] = [];
  const wanted = rows.filter((row) => isWanted(row, wish));
  for (const row of wanted) {
    const { user, package: name } = row;
    const skip = (why: string) => leftOut.push({ package: name, user, why });
    const own = permissionsOf(row, wish);
    if (own.length === 0) {
      if (wish.apps !== null) already.push(user === 0 ? name : `${name} (user ${user})`);
      continue;
    }
    const unopened = wish.unusedDays === null || unopenedFor(row, wish.unusedDays, now);
    if (unopened === false) continue;
    if (unopened === null) {
      skip("The phone does not tell since when it was not opened.");
      continue;
    }
    if (!aPackage.accepts(name)) {
      skip("Its package name is none that Android allows.");
      continue;
    }
    const role = wish.to === "allow" ? undefined : neededRole(row, wish);
    const words = role && `It is ${roleWords[role]} and needs this`;
    if (words !== undefined && wish.apps === null) {
      skip(`${words}. Name it with --app to change it all the same.`);
      continue;
    }
    if (words !== undefined) warnings.push(`${name}: ${words}.`);
    const callOf = (permission: string): ActionCall => ({
      action: "set-permission",
      params: { user, package: name, permission, to: wish.to },
    });
    perApp.push(own.map(callOf));
  }
  const missing = (wish.apps ?? []).filter((app) => !wanted.some((row) => row.package === app));
  return { calls: inTurn(perApp), leftOut, missing, already, warnings };
}

/** One of each app, then the next of each: changes of different apps can be made at the same time. */
function inTurn(perApp: readonly (readonly ActionCall[])[]): readonly ActionCall[] {
  const most = Math.max(0, ...perApp.map(({ length }) => length));
  return Array.from({ length: most }, (_, i) => perApp.flatMap((calls) => calls[i] ?? [])).flat();
}

function isWanted(row: PermissionRow, { apps, user }: PermissionWish): boolean {
  if (user !== null && row.user !== user) return false;
  return apps === null ? !row.system : apps.includes(row.package);
}

/** The permissions of an app that a wish is about, and that are not so already. */
function permissionsOf(row: PermissionRow, { permissions, to }: PermissionWish): readonly string[] {
  const groups = new Set<string>(permissions);
  // A location that may be asked for in the background only would be left behind.
  if (groups.has("location") && to !== "allow") groups.add(backgroundLocation);
  const precise = groups.has("precise-location");
  const asked = row.cells.flatMap(({ group, permissions }) =>
    permissions.filter(({ name }) => groups.has(group) || (precise && name.endsWith(".ACCESS_FINE_LOCATION"))),
  );
  const already = isAlready[to];
  return asked.filter(({ state }) => !already.includes(state)).map(({ name }) => name);
}

/** States that a goal has nothing to add to. What is not known is tried, and the plan says what it found. */
const isAlready: Readonly<Record<PermissionGoal, readonly PermissionCell["state"][]>> = {
  allow: ["allowed", "while-in-use"],
  deny: ["denied", "never", "ask"],
  ask: ["ask"],
  never: ["never"],
};

function neededRole(row: PermissionRow, { permissions }: PermissionWish): string | undefined {
  const groups = permissions.map((each) => (each === "precise-location" ? "location" : each));
  return row.roles.find((role) => neededBy[role]?.some((group) => groups.includes(group)));
}
