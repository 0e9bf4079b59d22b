import type { Confidence, Evidence, Severity } from "../../core/check.ts";
import { type PackageDetails, packageDetails } from "../../facts/package-details.ts";
import { type InstalledPackage, packages } from "../../facts/packages.ts";
import { type AppOrigin, appOrigin } from "./app-origin.ts";
import { installOrigin, isSideloaded } from "./install-origin.ts";

/** What is known of the installed apps; undefined where it could not be read. */
export interface KnownApps {
  readonly packages?: readonly InstalledPackage[] | undefined;
  readonly packageDetails?: readonly PackageDetails[] | undefined;
}

/** How much a power weighs in the hands of an added app: one that a store installed, and any other. */
export interface Weights {
  readonly store: Severity;
  readonly other: Severity;
}

/** How a finding about one app weighs, and what that rests on. */
export interface AppGrade {
  readonly origin: AppOrigin;
  readonly severity: Severity;
  /** `possible` where it is not known whether the app came with the phone. */
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

/** Weighs an app by where it came from. */
export function gradeApp(name: string, weights: Weights, apps: KnownApps): AppGrade {
  const origin = appOrigin(apps.packages ?? [], name);
  const installed = installation(name, apps);
  return {
    origin,
    severity: installed.store ? weights.store : weights.other,
    confidence: origin === "unknown" ? "possible" : "certain",
    evidence: [
      ...(origin === "user"
        ? [{ kind: "value", fact: packages, name: `origin of ${name}`, value: "added later" } as const]
        : []),
      ...installed.evidence,
    ],
  };
}

/** Whether a store installed it: one that is known, or an unknown installer that came with the phone. */
function installation(
  name: string,
  apps: KnownApps,
): { readonly store: boolean; readonly evidence: readonly Evidence[] } {
  const details = apps.packageDetails?.find((entry) => entry.name === name);
  if (!details) return { store: false, evidence: [] };
  const origin = installOrigin(details);
  const ownStore = origin.kind === "app" && appOrigin(apps.packages ?? [], origin.by ?? "") === "system";
  const evidence = {
    kind: "value",
    fact: packageDetails,
    name: `installer of ${name}`,
    value: origin.by ?? "none named",
  } as const;
  return { store: ownStore || !isSideloaded(origin), evidence: [evidence] };
}
