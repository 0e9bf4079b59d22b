import { type AppOps, defaultMode, type OpState } from "../facts/app-ops.ts";
import type { PackageOfUser } from "./package-protection.ts";

/** What the app-op service has recorded of a package itself, not of its whole uid. */
export function opsOf(ops: AppOps, { details, state }: PackageOfUser): readonly OpState[] {
  const uid = state.user * 100_000 + details.appId;
  return ops.packages.find((each) => each.uid === uid && each.package === details.name)?.ops ?? [];
}

/** Modes that somebody chose: they are gone with the app and have to be put back. Others come by themselves. */
export function chosenModes(ops: readonly OpState[]): readonly Pick<OpState, "op" | "mode">[] {
  return ops
    .filter(({ op, mode }) => mode !== defaultMode(op) && commandName(op) !== undefined)
    .map(({ op, mode }) => ({ op, mode }));
}

/** `appops set` for one op of a package. */
export function setOp(user: number, name: string, op: string, mode: string): readonly string[] {
  return ["appops", "set", "--user", String(user), name, commandName(op) ?? op, mode];
}

/** As `appops` takes it: MIUI's ops by their number; undefined for a name that no command takes. */
function commandName(op: string): string | undefined {
  return /^MIUIOP\((\d{1,6})\)$/.exec(op)?.[1] ?? /^[A-Z][A-Z0-9_]*$/.exec(op)?.[0];
}
