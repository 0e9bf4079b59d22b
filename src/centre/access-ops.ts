import { type InstalledApp, installedApp, modesOf } from "../actions/installed-app.ts";
import { levelThatCounts } from "../actions/set-app-op.ts";
import type { AppOps } from "../facts/app-ops.ts";
import type { PackageDetails } from "../facts/package-details.ts";
import { dumpNamesOf, shellNameOf } from "../formats/app-op-definitions.ts";
import type { AccessHolder } from "./access-kinds.ts";

/** Who holds an app-op, and how it is taken away. */
export interface OpAccess {
  /** Names or numbers that `appops` takes; each of them gives the access. */
  readonly ops: readonly string[];
  /** Every app has it until somebody takes it away: added apps alone are told. */
  readonly usual: boolean;
  /** The mode that means "has it"; allow or foreground where left out. */
  readonly held: string | undefined;
  /** The mode that takes it away. */
  readonly off: string;
  /** The permission that gives it as well where the op leaves it to that. */
  readonly permission: string | undefined;
}

/** The installed apps that hold one of these ops, for each user. */
export function opHolders(access: OpAccess, ops: AppOps, packages: readonly PackageDetails[]): readonly AccessHolder[] {
  return packages.flatMap((details) => {
    // Uids below 10000 are the system's own parts, and no apps.
    if (details.appId < 10_000) return [];
    if (access.usual && details.flags.includes("SYSTEM")) return [];
    return details.users.flatMap(({ user }) => {
      const app = installedApp(packages, { package: details.name, user });
      return app ? access.ops.flatMap((op) => holding(access, op, app, ops)) : [];
    });
  });
}

function holding(
  { usual, held, off, permission }: OpAccess,
  op: string,
  app: InstalledApp,
  ops: AppOps,
): readonly AccessHolder[] {
  const names = dumpNamesOf(op);
  const known = names
    .map((name) => ({ name, modes: modesOf(ops, app.uid, app.details.name, name) }))
    .find(({ modes }) => modes.package !== null || modes.uid !== null);
  const mode = known?.modes.uid && known.modes.uid !== "default" ? known.modes.uid : (known?.modes.package ?? null);
  const has = mode === null ? usual : held === undefined ? mode === "allow" || mode === "foreground" : mode === held;
  if (!has) return [];
  const { name } = app.details;
  const own = ops.packages.find((each) => each.uid === app.uid && each.package === name)?.ops;
  const user = app.user.user;
  const params = { user, package: name, op, mode: off, level: levelThatCounts(ops, app.uid, op) };
  return [
    {
      user,
      package: name,
      what: `${shellNameOf(known?.name ?? op)}: ${mode ?? "not set"}`,
      usedAgoMs: own?.find((each) => names.includes(each.op))?.access?.agoMs ?? null,
      withdraw: [
        { action: "set-app-op", params },
        ...(permission !== undefined && granted(app, permission)
          ? [{ action: "set-permission", params: { user, package: name, permission, to: "deny" } }]
          : []),
      ],
    },
  ];
}

function granted({ user }: InstalledApp, permission: string): boolean {
  return user.permissions.some((each) => each.name === permission && each.granted);
}
