import { defineFact } from "../core/fact.ts";
import { type AppOps, type OpMode, parseAppOps } from "../formats/dumpsys-appops.ts";

export {
  defaultMode,
  dumpNamesOf,
  isVendorOp,
  opOf,
  shellNameOf,
} from "../formats/app-op-definitions.ts";
export type { AppOps, OpMode, OpState, OpUse, PackageOps, UidOps } from "../formats/dumpsys-appops.ts";

/** App-ops: what each app is allowed beyond permissions, and when it last did it. */
export const appOps = defineFact({
  id: "app-ops",
  about: "What each app may do beyond its permissions, and when it last did it (app-ops)",
  read: () => [["dumpsys", "appops"]],
  parse: ([text = ""]): AppOps => parseAppOps(text),
});

/** The mode that holds for a package's op: the uid's where one is set, else the package's, else undefined (never recorded). */
export function effectiveMode(ops: AppOps, uid: number, name: string, op: string): OpMode | undefined {
  return (
    ops.uids.find((u) => u.uid === uid)?.modes[op] ??
    ops.packages.find((p) => p.uid === uid && p.package === name)?.ops.find((o) => o.op === op)?.mode
  );
}
