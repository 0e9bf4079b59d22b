import { FormatError } from "../core/errors.ts";
import { table } from "../core/json.ts";
import { modeWord, type OpMode, type OpReader, type OpUse, readOpLine, readUse } from "./dumpsys-appops-op.ts";

export type { OpMode, OpUse } from "./dumpsys-appops-op.ts";

/** One app-op of one package. */
export interface OpState {
  /** Name without prefix: CAMERA, FINE_LOCATION, MIUIOP(10008) … */
  readonly op: string;
  readonly mode: OpMode;
  /** The newest access and the newest rejection; null where none is recorded. */
  readonly access: OpUse | null;
  readonly reject: OpUse | null;
}

/** App-ops of one package under one uid. */
export interface PackageOps {
  /** user × 100000 + appId. */
  readonly uid: number;
  readonly user: number;
  readonly package: string;
  readonly ops: readonly OpState[];
}

/** Modes set for a whole uid; they overrule those of its packages. */
export interface UidOps {
  readonly uid: number;
  readonly user: number;
  readonly modes: Readonly<Record<string, OpMode>>;
}

/** What the app-op service knows. */
export interface AppOps {
  /** Profile and device owners as the app-op service knows them. */
  readonly profileOwners: readonly { readonly user: number; readonly uid: number }[];
  readonly uids: readonly UidOps[];
  readonly packages: readonly PackageOps[];
}

/**
 * Reads `dumpsys appops`, Android 7 to 16, with MIUI's numbered ops.
 *
 * Android 7 and 8 print one line per op with numeric modes; 9 and 10 one block per op; 11 and newer one block per attribution tag.
 * AOSP: services/core/java/com/android/server/appop/AppOpsService.java, dump.
 *
 * @throws FormatError when there is no uid, or an op is not printed as any known version does.
 */
export function parseAppOps(text: string): AppOps {
  const start = text.indexOf("Current AppOps Service state:");
  if (start < 0) throw new FormatError("dumpsys appops", "no headline");
  const walk: Walk = { owners: [], uids: [], packages: [], place: "head", uid: null, ops: null, reader: null };
  for (let at = start; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const indent = indentAt(text, at, end);
    if (at + indent < end) readLine(walk, indent, text.slice(at + indent, end), at);
    at = end + 1;
  }
  if (walk.uids.length === 0) throw new FormatError("dumpsys appops", "no uid", start);
  return { profileOwners: walk.owners, uids: walk.uids, packages: walk.packages };
}

/** The app's number from `1000`, `u0a294`, `u10s1000`, `u0i1` or `u0ai0`. AOSP: android.os.UserHandle.formatUid. */
export function parseUid(word: string): number | null {
  if (/^\d{1,10}$/.test(word)) return Number(word);
  const match = /^u(\d{1,5})(s|ai|a|i)(\d{1,5})$/.exec(word);
  if (match === null) return null;
  const base = { s: 0, a: 10_000, ai: 90_000, i: 99_000 }[match[2] as "s" | "a" | "ai" | "i"];
  return Number(match[1]) * 100_000 + base + Number(match[3]);
}

interface Walk {
  readonly owners: { user: number; uid: number }[];
  readonly uids: { uid: number; user: number; modes: Record<string, OpMode> }[];
  readonly packages: { uid: number; user: number; package: string; ops: OpReader[] }[];
  place: "head" | "owners" | "uid" | "package" | "elsewhere";
  uid: Walk["uids"][number] | null;
  ops: OpReader[] | null;
  reader: OpReader | null;
}

function readLine(walk: Walk, indent: number, line: string, at: number): void {
  if (indent <= 2) startPlace(walk, line, at);
  else if (walk.place === "owners") readOwner(walk, line, at);
  else if (walk.place === "head" || walk.place === "elsewhere" || walk.uid === null) return;
  else if (indent === 4) readUidLine(walk, walk.uid, line);
  else if (walk.ops === null) {
    const mark = indent === 6 ? line.indexOf(": mode=") : -1;
    if (mark > 0) walk.uid.modes[line.slice(0, mark)] = modeWord(line.slice(mark + 7));
  } else if (indent === 6) {
    walk.reader = readOpLine(line, at);
    walk.ops.push(walk.reader);
  } else if (walk.reader !== null) readUse(walk.reader, line, at);
}

function startPlace(walk: Walk, line: string, at: number): void {
  walk.ops = null;
  walk.reader = null;
  walk.uid = null;
  if (line === "Profile owners:") walk.place = "owners";
  else if (!line.startsWith("Uid ")) walk.place = "elsewhere";
  else {
    const uid = line.endsWith(":") ? parseUid(line.slice(4, -1)) : null;
    if (uid === null) throw new FormatError("dumpsys appops", `not a uid: ${line.slice(0, 40)}`, at);
    walk.uid = { uid, user: Math.floor(uid / 100_000), modes: table() };
    walk.uids.push(walk.uid);
    walk.place = "uid";
  }
}

/** `User #0: u0a294` */
function readOwner(walk: Walk, line: string, at: number): void {
  const match = /^User #(\d{1,9}): (\w{1,20})$/.exec(line);
  const uid = match === null ? null : parseUid(match[2] ?? "");
  if (match === null || uid === null) throw new FormatError("dumpsys appops", "a profile owner without a uid", at);
  walk.owners.push({ user: Number(match[1]), uid });
}

function readUidLine(walk: Walk, uid: Walk["uids"][number], line: string): void {
  walk.reader = null;
  if (!line.startsWith("Package ") || !line.endsWith(":")) return;
  walk.ops = [];
  walk.packages.push({ uid: uid.uid, user: uid.user, package: line.slice(8, -1), ops: walk.ops });
}

function indentAt(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at - from;
}
