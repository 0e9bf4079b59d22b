import type { Confidence, Evidence, Severity } from "../../core/check.ts";
import { type PackageDetails, packageDetails } from "../../facts/package-details.ts";
import { type InstalledPackage, packages } from "../../facts/packages.ts";
import { type AppOrigin, appOrigin } from "./app-origin.ts";

/** What is known of the installed apps; undefined where it could not be read. */
export interface KnownApps {
  readonly packages?: readonly InstalledPackage[] | undefined;
  readonly packageDetails?: readonly PackageDetails[] | undefined;
}

/** How much a power weighs in the hands of an added app: one that the phone's own store installed, and any other. */
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

/** Installers that put an APK file on the phone and are no store, although they come with it. */
const hands = /(?:^com\.android\.shell$|packageinstaller$|filemanager|fileexplorer|myfiles|documentsui)/i;

/** Whether the phone's own store installed it: an installer that came with the phone and does not merely open files. */
function installation(
  name: string,
  apps: KnownApps,
): { readonly store: boolean; readonly evidence: readonly Evidence[] } {
  const source = apps.packageDetails?.find((details) => details.name === name)?.installSource;
  if (!source) return { store: false, evidence: [] };
  const by = source.installing;
  // 3 and 4: from a file on the phone, from a download (PackageInstaller.PACKAGE_SOURCE_*).
  const fromFile = source.source === 3 || source.source === 4;
  const store =
    by !== null &&
    !fromFile &&
    !hands.test(by) &&
    apps.packages !== undefined &&
    appOrigin(apps.packages, by) === "system";
  const evidence = {
    kind: "value",
    fact: packageDetails,
    name: `installer of ${name}`,
    value: by ?? "none named",
  } as const;
  return { store, evidence: [evidence] };
}
