import type { InstalledPackage } from "../../facts/packages.ts";

/** Whether an app came with the phone, was added later, or cannot be told apart. */
export type AppOrigin = "system" | "user" | "unknown";

/**
 * Where an app came from: `system` when it is part of the system image (or an update of such an app), `user` when it was installed
 * later, `unknown` when the package is not in the list or the source does not tell.
 */
export function appOrigin(packages: readonly InstalledPackage[], name: string): AppOrigin {
  const system = packages.find((p) => p.name === name)?.system;
  return system === true ? "system" : system === false ? "user" : "unknown";
}
