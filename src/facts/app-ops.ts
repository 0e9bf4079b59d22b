import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

/** allow, ignore, deny (errored), default, foreground, ask (MIUI), or another word that the phone prints. */
export type OpMode = string;

/** One use of an app-op. */
export interface OpUse {
  /** Milliseconds before the time of the snapshot. */
  readonly agoMs: number;
  /** Process state in which it happened: pers, top, fgsvc, fg, bg, cch; with its suffix (top-s) where printed. */
  readonly state: string | null;
  readonly running: boolean;
}

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

export interface AppOps {
  /** Profile and device owners as the app-op service knows them. */
  readonly profileOwners: readonly { readonly user: number; readonly uid: number }[];
  readonly uids: readonly UidOps[];
  readonly packages: readonly PackageOps[];
}

/** App-ops: what each app is allowed beyond permissions, and when it last did it. */
export const appOps = defineFact({
  id: "app-ops",
  about: "App-ops: what each app may do beyond its permissions, and when it last did it",
  read: () => [["dumpsys", "appops"]],
  parse: (): AppOps => {
    throw new FormatError("dumpsys appops", "to be read");
  },
});

/** The mode that holds for a package's op: the uid's where one is set, else the package's, else undefined (never recorded). */
export function effectiveMode(ops: AppOps, uid: number, name: string, op: string): OpMode | undefined {
  return (
    ops.uids.find((u) => u.uid === uid)?.modes[op] ??
    ops.packages.find((p) => p.uid === uid && p.package === name)?.ops.find((o) => o.op === op)?.mode
  );
}
