import { defineFact, reading } from "../core/fact.ts";
import { parseDailyUpdates } from "../formats/batterystats-daily.ts";
import { parsePackageChanges } from "../formats/dumpsys-package-parts.ts";
import { packageDump } from "./package-details.ts";
import { packages } from "./packages.ts";

/** A package that was on the phone and is not any more. */
export interface RemovedPackage {
  readonly name: string;
  /** Where the trace was found. */
  readonly trace: "battery-statistics" | "package-changes";
  /** "yyyy-mm-dd-hh-mm-ss", local time: when the day of the removal began; null where the trace does not tell. */
  readonly since: string | null;
}

/** Traces of removed apps: battery statistics keep a removal for some days, the package service until the next start. */
export const removedPackages = defineFact({
  id: "removed-packages",
  about: "Traces of apps that were removed in the last days",
  needs: { packages },
  read: () => [["dumpsys", "batterystats", "--daily"], packageDump],
  parse: ([daily = "", dump = ""], { packages }) => removed(daily, dump, installedNames(packages)),
  otherwise: [
    reading({
      needs: { packages },
      read: () => [["dumpsys", "batterystats"], packageDump],
      parse: ([statistics = "", dump = ""], { packages }) => removed(statistics, dump, installedNames(packages)),
    }),
  ],
});

function installedNames(packages: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(packages.map((installed) => installed.name));
}

function removed(daily: string, dump: string, installed: ReadonlySet<string>): readonly RemovedPackage[] {
  const found = new Map<string, RemovedPackage>();
  for (const { name, version, since } of parseDailyUpdates(daily))
    if (version === 0 && !installed.has(name) && !found.has(name))
      found.set(name, { name, trace: "battery-statistics", since });
  for (const name of parsePackageChanges(dump))
    if (!installed.has(name) && !found.has(name)) found.set(name, { name, trace: "package-changes", since: null });
  return [...found.values()];
}
