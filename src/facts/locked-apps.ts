import type { UserId } from "../core/check.ts";
import { FormatError, NotReported } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { systemSettings } from "./system-settings.ts";

/** Apps that MIUI and HyperOS must not stop, because they are pinned in the list of recent apps. */
export interface LockedApps {
  readonly user: UserId;
  readonly packages: readonly string[];
}

/** Apps that a user pinned against being stopped (MIUI, HyperOS). */
export const lockedApps = defineFact({
  id: "locked-apps",
  about: "Apps pinned against being stopped (MIUI, HyperOS), per user",
  needs: { systemSettings },
  read: () => [],
  parse: (_, { systemSettings }): readonly LockedApps[] => {
    const lists = systemSettings.flatMap(({ settings }) => settings["locked_apps"] ?? []);
    if (lists.length === 0) throw new NotReported("The phone did not report locked_apps.");
    // The list names users itself and is repeated for each: one entry a user is kept. Users below 0 are Xiaomi's own defaults.
    const entries = lists.flatMap(parse).filter(({ user }) => user >= 0);
    return [...new Map(entries.map((entry) => [entry.user, entry])).values()];
  },
});

/** `[{"u":0,"pkgs":["com.example"]}, …]` */
function parse(text: string): readonly { readonly user: number; readonly packages: readonly string[] }[] {
  const bad = () => new FormatError("locked_apps", "not a list of users and packages");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw bad();
  }
  if (!Array.isArray(value)) throw bad();
  return value.map((entry: unknown) => {
    const { u, pkgs } = (entry ?? {}) as { readonly u?: unknown; readonly pkgs?: unknown };
    if (typeof u !== "number" || !Array.isArray(pkgs)) throw bad();
    return { user: u, packages: pkgs.filter((name): name is string => typeof name === "string") };
  });
}
