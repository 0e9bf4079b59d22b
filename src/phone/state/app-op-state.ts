import { defaultMode } from "../../formats/app-op-definitions.ts";

/** One use of an app-op, or one refusal. */
export interface OpEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  /** pers, top, fgsvc, fg, bg, cch. */
  readonly state: string;
  /** s self, tp trusted proxy, tpd trusted proxied, up, upd. */
  readonly flag: string;
  readonly durationMs: number | null;
  /** Attribution tag; null for none. */
  readonly tag: string | null;
  /** What is printed in `proxy[…]`. */
  readonly proxy: string | null;
}

/** An app-op of one package. */
export interface OpRecord {
  mode: string;
  readonly accesses: OpEvent[];
  readonly rejects: OpEvent[];
  /** Uses that go on: attribution tag, start in epoch milliseconds, how often it was started within itself. */
  readonly running: { readonly tag: string | null; readonly since: number; readonly nesting: number }[];
  /** Attribution tags in the order in which the phone prints them, where more than the events tell. */
  readonly tags: readonly (string | null)[];
  /** Made by setting a mode, not by a use: Android drops it when its mode is the default again. */
  readonly set?: true;
}

/** App-ops under one uid. */
export interface UidOps {
  readonly uid: number;
  /** Process state of the uid. */
  state: string;
  capability: string;
  appWidgetVisible: boolean;
  /** Ops that depend on the foreground, with who watches them. */
  foregroundOps: readonly (readonly [string, string])[];
  hasForegroundWatchers: boolean;
  /** Long uses under way in the whole uid; Android 9 and 10 print it. */
  startNesting: number;
  /** Modes of the whole uid by op. */
  readonly modes: Map<string, string>;
  /** Package → op → record. */
  readonly packages: Map<string, Map<string, OpRecord>>;
}

/** The records of a uid, made when there are none. */
export function uidOps(ops: Map<number, UidOps>, uid: number): UidOps {
  let known = ops.get(uid);
  if (!known) {
    known = {
      uid,
      state: "cch",
      capability: "------",
      appWidgetVisible: false,
      foregroundOps: [],
      hasForegroundWatchers: false,
      startNesting: 0,
      modes: new Map(),
      packages: new Map(),
    };
    ops.set(uid, known);
  }
  return known;
}

/** The record of one op of a package, made when there is none. */
export function opRecord(ops: Map<number, UidOps>, uid: number, name: string, op: string): OpRecord {
  const byPackage = uidOps(ops, uid).packages;
  let byOp = byPackage.get(name);
  if (!byOp) {
    byOp = new Map();
    byPackage.set(name, byOp);
  }
  let record = byOp.get(op);
  if (!record) {
    record = { mode: defaultMode(op), accesses: [], rejects: [], running: [], tags: [] };
    byOp.set(op, record);
  }
  return record;
}

/** Numbers that Android 7 and 8 print for modes. */
export const modeNumbers: readonly string[] = ["allow", "ignore", "deny", "default", "foreground", "ask"];

/** Sets the mode of one op of a package; what holds nothing but the default is dropped (AOSP: AppOpsService.setMode, pruneOpLocked). */
export function setPackageMode(ops: Map<number, UidOps>, uid: number, name: string, op: string, mode: string): void {
  const known = ops.get(uid)?.packages.get(name)?.get(op);
  const record = known ?? { ...opRecord(ops, uid, name, op), set: true as const };
  record.mode = mode;
  const { packages } = uidOps(ops, uid);
  packages.get(name)?.set(op, record);
  const used = record.accesses.length + record.rejects.length + record.running.length > 0;
  if (record.set && !used && mode === defaultMode(op)) packages.get(name)?.delete(op);
  if (packages.get(name)?.size === 0) packages.delete(name);
  dropEmpty(ops, uid);
}

/** Sets the mode of an op for a whole uid; the default is no mode (AOSP: AppOpsService.setUidMode). */
export function setUidMode(ops: Map<number, UidOps>, uid: number, op: string, mode: string): void {
  const { modes } = uidOps(ops, uid);
  if (mode === defaultMode(op)) modes.delete(op);
  else modes.set(op, mode);
  dropEmpty(ops, uid);
}

function dropEmpty(ops: Map<number, UidOps>, uid: number): void {
  const known = ops.get(uid);
  if (known && known.modes.size + known.packages.size === 0) ops.delete(uid);
}
