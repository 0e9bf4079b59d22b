import type { Answer, Evidence, Finding, OwnHands, Remedy, Severity } from "../../core/check.ts";
import { type AppOps, appOps, type OpUse } from "../../facts/app-ops.ts";
import { type PackageDetails, type PermissionState, packageDetails } from "../../facts/package-details.ts";
import { daysBetween, spokenAge } from "./age.ts";
import { addedApps, installOrigin, isSideloaded, originEvidence, userNames } from "./install-origin.ts";
import { installTime, lastUses, modeOf, type OpIndex, opIndex } from "./op-index.ts";

/** Which permissions are asked for, which app-ops record their use, and how a holder weighs. */
export interface PermissionQuestion {
  /** Full names, e.g. android.permission.CAMERA; a name ending in "." stands for all that begin so. */
  readonly permissions: readonly string[];
  /** App-ops without prefix. */
  readonly ops: readonly string[];
  /** The name on the phone's permission screen. */
  readonly screen: string;
  readonly weights: {
    readonly store: Severity;
    /** Not used for `unusedDays`, or never in that time. */
    readonly unused: Severity;
    readonly sideloaded: Severity;
  };
}

/** Keys of the sentences about a holder; `Outside` where the app did not come from a store. */
export type HolderMessage = `${"held" | "used" | "running" | "unused" | "unrecorded"}${"" | "Outside"}`;

const unusedDays = 90;

/**
 * The sentences about holders of one power.
 *
 * @param power goes on after "may", e.g. "take pictures and videos".
 */
export function holderMessages(power: string): Readonly<Record<HolderMessage, string>> {
  const may = `{app} may ${power} ({users}).`;
  const outside = "It did not come from a store.";
  const endings = {
    held: "",
    used: " It last did so {ago} before this examination.",
    running: " It was doing so during this examination.",
    unused: " It has not done so for {ago}.",
    unrecorded: " The phone has recorded no use.",
  };
  return Object.fromEntries(
    Object.entries(endings).flatMap(([key, ending]) => [
      [key, may + ending],
      [`${key}Outside`, `${may}${ending} ${outside}`],
    ]),
  ) as Record<HolderMessage, string>;
}

/** One finding for each added app that holds a permission for a user for whom it is installed. Apps of the system are none. */
export function permissionHolders(
  question: PermissionQuestion,
  given: { readonly packageDetails: readonly PackageDetails[] },
  wanted: { readonly appOps: AppOps | undefined; readonly takenAt: number | undefined },
): Answer<HolderMessage> {
  const index = wanted.appOps === undefined ? undefined : opIndex(wanted.appOps);
  const findings = addedApps(given.packageDetails).flatMap((details) => {
    const held = heldBy(details, question, index);
    return held.length === 0 ? [] : [finding(details, held, question, index, wanted.takenAt)];
  });
  const unread =
    findings.length > 0 && index === undefined ? ["The phone's record of last use could not be read."] : [];
  return { findings, unread };
}

/** A granted permission, for one user. */
interface Held {
  readonly user: number;
  readonly permission: PermissionState;
}

function heldBy(details: PackageDetails, question: PermissionQuestion, index: OpIndex | undefined): readonly Held[] {
  const asked = ({ name, granted }: PermissionState) =>
    granted &&
    question.permissions.some((wanted) => (wanted.endsWith(".") ? name.startsWith(wanted) : name === wanted));
  return details.users.flatMap((user) => {
    if (!user.installed) return [];
    const held = [...details.installPermissions, ...user.permissions].filter(asked);
    // The owner can refuse an app what its permission would allow by way of the app-op.
    const uid = user.user * 100_000 + details.appId;
    const modes = question.ops.map((op) => modeOf(index, uid, details.name, op)).filter((mode) => mode !== undefined);
    const refused = modes.length > 0 && modes.every((mode) => mode === "ignore" || mode === "deny");
    return refused ? [] : held.map((permission) => ({ user: user.user, permission }));
  });
}

function finding(
  details: PackageDetails,
  held: readonly Held[],
  question: PermissionQuestion,
  index: OpIndex | undefined,
  takenAt: number | undefined,
): Finding<HolderMessage> {
  const users = [...new Set(held.map(({ user }) => user))];
  const uses = index === undefined ? [] : lastUses(index, details, users, question.ops);
  const last = uses.reduce<OpUse | null>((best, { use }) => (best && best.agoMs <= use.agoMs ? best : use), null);
  const state = index === undefined ? ({ key: "held", unused: false } as const) : stateOf(last, details, takenAt);
  const outside = isSideloaded(installOrigin(details));
  const { store, unused, sideloaded } = question.weights;
  return {
    subject: { kind: "app", package: details.name, ...(users.length === 1 ? { user: users[0] } : {}) },
    message: outside ? `${state.key}Outside` : state.key,
    params: { app: details.name, users: userNames(users), ago: spokenSince(last?.agoMs ?? 0) },
    severity: outside ? sideloaded : state.unused ? unused : store,
    evidence: [
      { kind: "list", fact: packageDetails, name: "permissions held", items: held.map(shown) },
      ...uses.map(({ op, use }) => useEvidence(op, use, takenAt)),
      ...originEvidence(details),
    ],
    remedy: withdraw(details.name, held, question.screen),
  };
}

/** Every grant that was found, for every user; the app asks again where it needs it. */
function withdraw(app: string, held: readonly Held[], screen: string): Remedy {
  const byHand: OwnHands = {
    steps: [`On the phone: Settings > Apps > ${app} > Permissions > ${screen}: do not allow.`],
    screen: "app-permissions",
  };
  const [first, ...also] = held.map(({ user, permission }) => ({
    action: "set-permission",
    params: { user, package: app, permission: permission.name, to: "deny" },
  }));
  if (!first) return { kind: "steps", ...byHand };
  return { kind: "action", ...first, ...(also.length > 0 && { also }), byHand };
}

function stateOf(last: OpUse | null, details: PackageDetails, takenAt: number | undefined) {
  const installed = installTime(details);
  if (last === null) {
    const old = takenAt !== undefined && installed !== null && daysBetween(installed, takenAt) > unusedDays;
    return { key: "unrecorded", unused: old } as const;
  }
  if (last.running) return { key: "running", unused: false } as const;
  const unused = last.agoMs > unusedDays * 86_400_000;
  return { key: unused ? "unused" : "used", unused } as const;
}

/** A clock that was set back since makes the use look later than the examination. */
function spokenSince(agoMs: number): string {
  return agoMs < 86_400_000 ? "less than a day" : spokenAge(Math.floor(agoMs / 86_400_000));
}

const tellingFlags = [
  "POLICY_FIXED",
  "SYSTEM_FIXED",
  "USER_FIXED",
  "ONE_TIME",
  "GRANTED_BY_DEFAULT",
  "GRANTED_BY_ROLE",
];

function shown({ user, permission }: Held): string {
  const flags = permission.flags.filter((flag) => tellingFlags.includes(flag));
  return `user ${user}: ${permission.name}${flags.length > 0 ? ` (${flags.join(", ")})` : ""}`;
}

function useEvidence(op: string, use: OpUse, takenAt: number | undefined): Evidence {
  const name = `last use of ${op}${use.state === null ? "" : ` (${use.state})`}`;
  if (takenAt !== undefined) return { kind: "time", fact: appOps, name, at: takenAt - use.agoMs };
  return { kind: "value", fact: appOps, name, value: `${spokenSince(use.agoMs)} before` };
}
