import type { AppOps, OpMode, OpState, OpUse } from "../../facts/app-ops.ts";
import type { PackageDetails } from "../../facts/package-details.ts";

/** App-ops by uid and package, so that a check over all apps asks each once. */
export interface OpIndex {
  readonly uids: ReadonlyMap<number, Readonly<Record<string, OpMode>>>;
  /** By `uid/package`. */
  readonly packages: ReadonlyMap<string, readonly OpState[]>;
}

/** The index of what the app-op service told. */
export function opIndex(ops: AppOps): OpIndex {
  return {
    uids: new Map(ops.uids.map((entry) => [entry.uid, entry.modes])),
    packages: new Map(ops.packages.map((entry) => [`${entry.uid}/${entry.package}`, entry.ops])),
  };
}

/** The mode that holds for a package's op: the uid's where one is set, else its own; undefined where none is recorded. */
export function modeOf(index: OpIndex | undefined, uid: number, name: string, op: string): OpMode | undefined {
  const own = index?.packages.get(`${uid}/${name}`)?.find((state) => state.op === op)?.mode;
  const ofUid = index?.uids.get(uid)?.[op];
  return ofUid === undefined || ofUid === "default" ? own : ofUid;
}

/** The recorded last use of each of the ops, newest of all these users. */
export function lastUses(
  index: OpIndex,
  details: PackageDetails,
  users: readonly number[],
  ops: readonly string[],
): readonly { readonly op: string; readonly use: OpUse }[] {
  const states = users.flatMap((user) => index.packages.get(`${user * 100_000 + details.appId}/${details.name}`) ?? []);
  return ops.flatMap((op) => {
    const uses = states.filter((state) => state.op === op).flatMap((state) => state.access ?? []);
    const newest = uses.reduce<OpUse | null>((best, use) => (best && best.agoMs <= use.agoMs ? best : use), null);
    return newest === null ? [] : [{ op, use: newest }];
  });
}

/** When the app was first installed, epoch milliseconds to within a day (the phone prints local time); null where not told. */
export function installTime(details: PackageDetails): number | null {
  const printed = details.firstInstallTime ?? details.users.find((user) => user.installed)?.firstInstallTime ?? "";
  const time = Date.parse(`${printed.replace(" ", "T")}Z`);
  return Number.isNaN(time) ? null : time;
}

/** The apps to which an op is allowed, for any user. The system's own uids, below 10000, are no apps. */
export function opHolderNames(ops: AppOps, op: string): readonly string[] {
  const index = opIndex(ops);
  const holders = ops.packages.filter(({ uid, package: name }) => {
    const mode = uid % 100_000 < 10_000 ? undefined : modeOf(index, uid, name, op);
    return mode === "allow" || mode === "foreground";
  });
  return [...new Set(holders.map((entry) => entry.package))];
}
