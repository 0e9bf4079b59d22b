import { defineAction, type RefusedInAdvance, type Step } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { anOp, aPackage, aUser, oneOf } from "../core/params.ts";
import { type AppOps, appOps, defaultMode, dumpNamesOf, isVendorOp, shellNameOf } from "../facts/app-ops.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { properties } from "../facts/properties.ts";
import { installedApp, modesOf, sharesUidWith } from "./installed-app.ts";
import { isXiaomi } from "./shell-powers.ts";

/** Modes that `appops set` takes; `ask` is Xiaomi's alone, `foreground` came with Android 10. */
export const settableModes = ["allow", "ignore", "deny", "default", "foreground", "ask"] as const;

/** Where a mode stands: with the package, or with its whole uid, which overrules it. */
export type OpLevel = "package" | "uid";

/** Sets the mode of an app-op for one app and user (AOSP: AppOpsService.onShellCommand). */
export default defineAction({
  id: "set-app-op",
  title: "Set what an app may do beyond its permissions (app-op)",
  risk: "may-break-apps",
  params: {
    user: aUser,
    package: aPackage,
    op: anOp,
    mode: oneOf(...settableModes),
    level: oneOf("package", "uid"),
  },
  needs: { appOps, packageDetails, properties },
  about: ({ user, package: name, op, mode }) => `Set ${op} to “${mode}” for ${name} of user ${user}`,
  state: (params, { appOps, packageDetails }) => found(params, appOps, packageDetails).mode,
  plan: (params, { appOps, packageDetails, properties }) => {
    const { user, package: name, op, mode, level } = params;
    const app = installedApp(packageDetails, params);
    if (!app) return { refused: `${name} is not installed for user ${user}.` };
    const never = notOnThisPhone(op, mode, properties);
    if (never) return never;
    const now = found(params, appOps, packageDetails);
    if (now.mode === mode) return [];
    if (level === "package" && now.overruledBy !== null)
      return {
        refused: `A mode of the whole app (“${now.overruledBy}”) overrules this one.`,
        next: { action: "set-app-op", params: { user, package: name, op, mode, level: "uid" } },
      };
    const before = settableModes.find((each) => each === now.mode);
    const others = level === "uid" ? sharesUidWith(packageDetails, app) : [];
    const also = others.length > 0 ? `; the same holds for ${others.join(", ")}` : "";
    const step: Step = {
      about: `Set ${op} to “${mode}”${also}`,
      run: command(params, now, mode),
      undo: [command(params, now, reported(before, `a mode of ${op} that can be set again`))],
    };
    return [step];
  },
  done: (params, { appOps, packageDetails }) => found(params, appOps, packageDetails).mode === params.mode,
  apart: ({ user, package: name }) => `${user}/${name}`,
  examples: ({ appOps, properties }) => {
    const apps = appOps.packages
      .filter(({ uid, package: name }) => uid % 100_000 >= 10_000 && aPackage.accepts(name))
      .slice(0, 12);
    return apps.flatMap(({ user, package: name }) => {
      const of = { user, package: name };
      return [
        { ...of, op: "RUN_ANY_IN_BACKGROUND", mode: "ignore", level: "package" } as const,
        { ...of, op: "SYSTEM_ALERT_WINDOW", mode: "deny", level: "package" } as const,
        { ...of, op: "MANAGE_EXTERNAL_STORAGE", mode: "ignore", level: "uid" } as const,
        ...(isXiaomi(properties) ? [{ ...of, op: "10008", mode: "ignore", level: "package" } as const] : []),
      ];
    });
  },
});

/** Where the mode of an op has to be set to count: with the uid where it has one already, else with the package. */
export function levelThatCounts(ops: AppOps, uid: number, op: string): OpLevel {
  const modes = ops.uids.find((each) => each.uid === uid)?.modes;
  return op === "MANAGE_EXTERNAL_STORAGE" || dumpNamesOf(op).some((name) => modes?.[name] !== undefined)
    ? "uid"
    : "package";
}

interface Wanted {
  readonly user: number;
  readonly package: string;
  readonly op: string;
  readonly level: OpLevel;
}

interface Found {
  /** Its name in `dumpsys appops`; null where nothing is recorded under any of them. */
  readonly dumpName: string | null;
  /** What stands at the level that is asked for: the default where nothing is recorded. */
  readonly mode: string;
  readonly overruledBy: string | null;
}

function found(wanted: Wanted, ops: AppOps, packages: readonly PackageDetails[]): Found {
  const { user, package: name, op, level } = wanted;
  const { uid } = reported(installedApp(packages, wanted), `the package ${name} of user ${user}`);
  const names = dumpNamesOf(op);
  const all = names.map((each) => ({ each, modes: modesOf(ops, uid, name, each) }));
  const known = all.find(({ modes }) => modes[level] !== null) ?? all.find(({ modes }) => modes.uid !== null);
  return {
    dumpName: known?.each ?? null,
    mode: known?.modes[level] ?? defaultMode(names[0] ?? op),
    overruledBy: known?.modes.uid ?? null,
  };
}

/** `--user` has to stand before the package; behind it, it would be taken for the op. */
function command({ user, package: name, op, level }: Wanted, { dumpName }: Found, mode: string): readonly string[] {
  const set = (by: string) => [
    ...["cmd", "appops", "set", "--user", String(user)],
    ...(level === "uid" ? ["--uid"] : []),
    ...[name, by, mode],
  ];
  if (dumpName !== null) return set(shellNameOf(dumpName));
  const [first = op, ...others] = dumpNamesOf(op).map(shellNameOf);
  if (others.length === 0) return set(first);
  // Versions of MIUI differ in what they call it: the first name that is taken counts.
  const tries = [first, ...others].map((by) => set(by).join(" "));
  return ["sh", "-c", tries.join(" 2>/dev/null || ")];
}

function notOnThisPhone(
  op: string,
  mode: string,
  properties: Readonly<Record<string, string>>,
): RefusedInAdvance | undefined {
  if (isXiaomi(properties)) return undefined;
  if (isVendorOp(op)) return { refused: "Only phones of Xiaomi know this." };
  if (mode === "ask") return { refused: "Only phones of Xiaomi can be told to ask for this." };
  return undefined;
}
