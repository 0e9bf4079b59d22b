import type { Answer, Evidence, Finding, OwnHands, RemedyCall, Severity, UserId } from "../../core/check.ts";
import { type AppOps, appOps, type OpUse, type PackageOps } from "../../facts/app-ops.ts";
import type { PackageDetails } from "../../facts/package-details.ts";
import type { InstalledPackage } from "../../facts/packages.ts";
import { gradeApp, type Weights } from "./app-grade.ts";
import { changes } from "./remedies.ts";
import { notXiaomi } from "./xiaomi.ts";

/** What a check of app-ops declares to need. */
export interface OpGiven {
  readonly appOps: AppOps;
  readonly packages: readonly InstalledPackage[];
}

/** What it wants besides. */
export interface OpWanted {
  readonly packageDetails: readonly PackageDetails[] | undefined;
  readonly takenAt: number | undefined;
}

/** Which power is asked for, how it weighs, and what to do about it. */
export interface OpQuestion extends OwnHands {
  /** App-ops without prefix; each of them gives the power. */
  readonly ops: readonly string[];
  readonly weights: Weights;
  /** The weight for apps that came with the phone; left out where they are no finding. */
  readonly system?: Severity;
  /** Apps that came with the phone and are there for this. */
  readonly usual?: (name: string) => boolean;
}

/**
 * The apps that hold a power by an app-op: one finding per app (message `holds`, param `app`), with each op's mode per user and
 * the last use where the phone tells it.
 */
export function opAnswer(question: OpQuestion, given: OpGiven, wanted: OpWanted): Answer<"holds"> {
  if (given.packages.every(({ system }) => system === null))
    return { unread: ["The phone did not tell which apps came with it and which were added."] };
  const { holders, nameless } = opHolders(given.appOps, question.ops, given.packages);
  return {
    findings: [...holders].flatMap(([name, uses]) => finding(name, uses, question, given, wanted)),
    unread: nameless.map(
      (uid) => `The app with the uid ${uid} holds ${question.ops.join(" or ")}; the phone did not name it.`,
    ),
  };
}

/** The same for the app-ops of MIUI and HyperOS, which no other phone has. */
export function miuiOpAnswer(
  question: OpQuestion,
  given: OpGiven,
  wanted: OpWanted & { readonly properties: Readonly<Record<string, string>> | undefined },
): Answer<"holds"> {
  if (given.appOps.packages.some(({ ops }) => ops.some(({ op }) => op.startsWith("MIUIOP("))))
    return opAnswer(question, given, wanted);
  const notApplicable = wanted.properties === undefined ? undefined : notXiaomi(wanted.properties);
  if (notApplicable !== undefined) return { notApplicable };
  return { unread: ["The phone told of no permission of Xiaomi's own."] };
}

/** One op that a package holds for one user. */
interface HeldOp {
  readonly user: number;
  readonly op: string;
  readonly mode: string;
  /** Where the mode stands that counts: with the whole uid, or with the package. */
  readonly level: "uid" | "package";
  readonly access: OpUse | null;
}

/** Who holds some ops. */
interface OpHolders {
  readonly holders: ReadonlyMap<string, readonly HeldOp[]>;
  /** Uids that hold one and belong to no package that was named. */
  readonly nameless: readonly number[];
}

/** Packages that hold any of the ops, with each. A mode set for the whole uid overrules that of the package. */
function opHolders(ops: AppOps, names: readonly string[], packages: readonly InstalledPackage[]): OpHolders {
  const modes = new Map(ops.uids.map((entry) => [entry.uid, entry.modes]));
  const holders = new Map<string, HeldOp[]>();
  const nameless: number[] = [];
  const recorded = new Set(ops.packages.map(({ uid }) => uid));
  const entries = [...ops.packages];
  for (const { uid, user } of ops.uids) {
    if (recorded.has(uid)) continue;
    const named = packages.filter(({ appId }) => appId === uid % 100_000);
    entries.push(...named.map(({ name }) => ({ uid, user, package: name, ops: [] })));
    if (named.length === 0 && isApp(uid) && names.some((op) => isHeld(modes.get(uid)?.[op]))) nameless.push(uid);
  }
  for (const entry of entries.filter(({ uid }) => isApp(uid))) {
    const held = names.flatMap((op) => heldOp(entry, op, modes.get(entry.uid)?.[op]));
    if (held.length > 0) holders.set(entry.package, [...(holders.get(entry.package) ?? []), ...held]);
  }
  return { holders, nameless };
}

/** Below 10000 are the system's own uids. */
function isApp(uid: number): boolean {
  return uid % 100_000 >= 10_000;
}

function isHeld(mode: string | undefined): boolean {
  return mode === "allow" || mode === "foreground";
}

function heldOp(entry: PackageOps, op: string, uidMode: string | undefined): readonly HeldOp[] {
  const own = entry.ops.find((state) => state.op === op);
  const ofUid = uidMode !== undefined && uidMode !== "default";
  const mode = ofUid ? uidMode : own?.mode;
  if (mode === undefined || !isHeld(mode)) return [];
  const level = ofUid || op === "MANAGE_EXTERNAL_STORAGE" ? "uid" : "package";
  return [{ user: entry.user, op, mode, level, access: own?.access ?? null }];
}

/** Takes the op away where it counts. Xiaomi's own go by their number. */
function withdraw(name: string, { user, op, level }: HeldOp): RemedyCall {
  const known = /^MIUIOP\((\d+)\)$/.exec(op)?.[1] ?? op;
  return { action: "set-app-op", params: { user, package: name, op: known, mode: "ignore", level } };
}

function finding(
  name: string,
  held: readonly HeldOp[],
  question: OpQuestion,
  given: OpGiven,
  wanted: OpWanted,
): readonly Finding<"holds">[] {
  const grade = gradeApp(name, question.weights, { packages: given.packages, packageDetails: wanted.packageDetails });
  const usual = question.usual?.(name) === true;
  const severity = grade.origin !== "system" ? grade.severity : usual ? undefined : question.system;
  if (severity === undefined) return [];
  const users: readonly UserId[] = [...new Set(held.map(({ user }) => user))];
  return [
    {
      subject: { kind: "app", package: name, ...(users.length === 1 ? { user: users[0] } : {}) },
      message: "holds",
      params: { app: name },
      severity,
      confidence: grade.confidence,
      evidence: [...held.flatMap((op) => evidence(op, wanted.takenAt)), ...grade.evidence],
      remedy: changes(
        held.map((op) => withdraw(name, op)),
        question,
      ),
    },
  ];
}

function evidence({ user, op, mode, access }: HeldOp, takenAt: number | undefined): readonly Evidence[] {
  const state = { kind: "value", fact: appOps, name: `${op} for user ${user}`, value: mode } as const;
  if (access === null || takenAt === undefined) return [state];
  return [state, { kind: "time", fact: appOps, name: `last use of ${op}`, at: takenAt - access.agoMs }];
}
