import { type InstalledApp, installedApp } from "../actions/installed-app.ts";
import { knownPermissions, type PermissionGroup, permissionGroups } from "../actions/permission-groups.ts";
import { DeviceError } from "../core/errors.ts";
import type { Fact } from "../core/fact.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { type AppOps, appOps, opOf } from "../facts/app-ops.ts";
import { appUsage, type UserAppUse } from "../facts/app-usage.ts";
import { packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { roles, type UserRoles } from "../facts/roles.ts";
import { type PermissionStateWord, permissionStates, type SeenPermission, seenPermission } from "./permission-state.ts";

/** What a matrix is made from. */
export const matrixFacts: readonly Fact<unknown>[] = [packageDetails, appOps, appUsage, roles, properties];

/** One app and one group of permissions. */
export interface PermissionCell {
  readonly group: PermissionGroup;
  /** The most that any permission of the group gives. */
  readonly state: PermissionStateWord;
  /** Whether the permissions that make this state are fixed. */
  readonly fixed: boolean;
  /** Milliseconds before the examination that the app last did what the group allows; null where that is not recorded. */
  readonly usedAgoMs: number | null;
  /** Those that the app asks for. */
  readonly permissions: readonly SeenPermission[];
}

/** When the app was last opened. `not-since`: not since the phone began to count. Epoch milliseconds, to about half a day. */
export type LastOpened =
  | { readonly state: "opened"; readonly at: number }
  | { readonly state: "not-since"; readonly at: number }
  | { readonly state: "unknown" };

/** One app of one user. */
export interface PermissionRow {
  readonly user: number;
  readonly package: string;
  readonly system: boolean;
  /** Made for Android 5 or older: it cannot ask, and has all that it lists. */
  readonly legacy: boolean;
  /** Default-app roles it holds, without prefix: DIALER, SMS, HOME … */
  readonly roles: readonly string[];
  readonly lastOpened: LastOpened;
  /** One for each group, in their order. */
  readonly cells: readonly PermissionCell[];
}

/** Apps and what they may have, of all users. */
export interface PermissionMatrix {
  readonly rows: readonly PermissionRow[];
  /** Sentences: what could not be read, and what follows from that. */
  readonly unread: readonly string[];
}

/** Makes the matrix of the facts of now. Pure. @throws DeviceError `refused` where packages could not be read */
export function permissionMatrix(snapshot: Snapshot): PermissionMatrix {
  const packages = factValue(snapshot, packageDetails);
  if (packages === null) throw new DeviceError("refused", reasonOf(snapshot, packageDetails.id));
  const ops = factValue(snapshot, appOps);
  const usage = factValue(snapshot, appUsage);
  const held = factValue(snapshot, roles);
  const sdk = Number(factValue(snapshot, properties)?.["ro.build.version.sdk"] ?? Number.NaN);
  const unread: string[] = [];
  if (ops === null)
    unread.push("App-ops could not be read: “allowed” may be withheld all the same, and no last use is known.");
  if (usage === null) unread.push("When apps were last opened could not be read.");
  if (held === null) unread.push("Which apps are default apps could not be read.");
  if (Number.isNaN(sdk))
    unread.push("The version of Android could not be read: what is only allowed in use is not told apart.");
  const rows = packages.flatMap(({ name, users }) =>
    users.flatMap(({ user }) => {
      const app = installedApp(packages, { package: name, user });
      return app ? [rowOf(app, { ops, usage, held, sdk: Number.isNaN(sdk) ? 0 : sdk })] : [];
    }),
  );
  return { rows, unread };
}

/** Whole days that the app has not been opened for, at least; null where that is not known. */
export function daysUnopened({ lastOpened }: Pick<PermissionRow, "lastOpened">, now: number): number | null {
  return lastOpened.state === "unknown" ? null : Math.max(0, Math.floor((now - lastOpened.at) / 86_400_000));
}

/** Whether an app was not opened for so many days; null where nobody knows: counting began later than that. */
export function unopenedFor(row: Pick<PermissionRow, "lastOpened">, days: number, now: number): boolean | null {
  const since = daysUnopened(row, now);
  if (since === null || (row.lastOpened.state === "not-since" && since < days)) return null;
  return since >= days;
}

interface Known {
  readonly ops: AppOps | null;
  readonly usage: readonly UserAppUse[] | null;
  readonly held: readonly UserRoles[] | null;
  readonly sdk: number;
}

function rowOf(app: InstalledApp, known: Known): PermissionRow {
  const { details, user } = app;
  const roles = known.held?.find((each) => each.user === user.user || (each.user === "current" && user.user === 0));
  return {
    user: user.user,
    package: details.name,
    system: details.flags.includes("SYSTEM"),
    legacy: details.targetSdk !== null && details.targetSdk < 23,
    roles: Object.entries(roles?.holders ?? {})
      .filter(([, holders]) => holders.includes(details.name))
      .map(([role]) => role.replace("android.app.role.", "")),
    lastOpened: lastOpened(app, known.usage),
    cells: permissionGroups.map((group) => cellOf(app, group, known)),
  };
}

function cellOf(app: InstalledApp, group: PermissionGroup, { ops, sdk }: Known): PermissionCell {
  const names = knownPermissions.filter((each) => each.group === group).map(({ name }) => name);
  const seen = names.map((name) => seenPermission(app, name, ops, sdk)).filter(({ state }) => state !== "not-asked");
  const state = permissionStates.find((word) => seen.some((each) => each.state === word)) ?? "not-asked";
  const deciding = seen.filter((each) => each.state === state);
  return {
    group,
    state,
    fixed: deciding.length > 0 && deciding.every(({ fixed }) => fixed !== null),
    usedAgoMs: usedAgoMs(app, names, ops),
    permissions: seen,
  };
}

function usedAgoMs({ uid, details }: InstalledApp, permissions: readonly string[], ops: AppOps | null): number | null {
  const own = ops?.packages.find((each) => each.uid === uid && each.package === details.name)?.ops ?? [];
  const wanted = new Set(permissions.map(opOf));
  const uses = own.flatMap(({ op, access }) => (access !== null && wanted.has(op) ? [access.agoMs] : []));
  return uses.length === 0 ? null : Math.min(...uses);
}

function lastOpened({ details, user }: InstalledApp, usage: readonly UserAppUse[] | null): LastOpened {
  const own = usage?.find((each) => each.user === user.user);
  if (!own) return { state: "unknown" };
  const at = localTime(own.last.find((each) => each.package === details.name)?.at ?? null);
  if (at !== null) return { state: "opened", at };
  if (own.since === null) return { state: "unknown" };
  const installed = localTime(user.firstInstallTime ?? details.firstInstallTime);
  return { state: "not-since", at: Math.max(own.since, installed ?? 0) };
}

/** The phone's local time is taken for UTC: for days that is near enough. */
function localTime(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(`${text.replace(" ", "T")}Z`);
  return Number.isNaN(time) ? null : time;
}

function factValue<T>(snapshot: Snapshot, { id }: Fact<T>): T | null {
  const read = snapshot.facts[id];
  return read?.state === "read" ? (read.value as T) : null;
}

function reasonOf(snapshot: Snapshot, id: string): string {
  const read = snapshot.facts[id];
  return `What apps may have could not be read: ${read?.state === "unknown" ? read.reason : "it was not asked for"}`;
}
