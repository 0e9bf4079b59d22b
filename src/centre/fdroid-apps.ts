import { readFile, stat } from "node:fs/promises";
import { DeviceError, FormatError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { type AppCertificates, appCertificates } from "../facts/app-certificates.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { type FdroidIndex, type FdroidVersion, parseFdroidIndex } from "../formats/fdroid-index.ts";

/** An installed app as a repository of F-Droid knows it. */
export interface FdroidApp {
  readonly package: string;
  readonly version: string | null;
  /** The newest version for everybody that runs on the same processor, where it is newer; null: none is. */
  readonly newer: string | null;
  /** Whether its signer is one of those of the repository; unknown where certificates were not read. */
  readonly signer: "same" | "other" | "unknown";
  /** The repository says that the installed version has a known hole. */
  readonly vulnerable: boolean;
}

export interface FdroidComparison {
  /** yyyy-mm-dd of the index. */
  readonly published: string;
  /** Added apps that a client of F-Droid installed, and others that the repository has with the same signer. */
  readonly apps: readonly FdroidApp[];
  /** Packages that a client of F-Droid installed, and that the repository does not have. */
  readonly missing: readonly string[];
}

const maxBytes = 300_000_000;
/** Apps that install from repositories of F-Droid. */
const clients: ReadonlySet<string> = new Set([
  "org.fdroid.fdroid",
  "org.fdroid.basic",
  "org.fdroid.fdroid.privileged",
  "com.looker.droidify",
  "com.machiav3lli.fdroid",
]);

/**
 * Reads an index that the person downloaded.
 *
 * @throws FormatError where it is none; the operating system's error where it cannot be read.
 */
export async function readFdroidIndex(path: string): Promise<FdroidIndex> {
  if ((await stat(path)).size > maxBytes) throw new FormatError("index-v2.json", "too large to be one");
  return parseFdroidIndex(await readFile(path, "utf8"));
}

/**
 * Compares the apps of an examination with an index.
 *
 * @throws DeviceError `unreadable` where the examination does not know the apps
 */
export function compareExamination({ facts }: Snapshot, index: FdroidIndex): FdroidComparison {
  const packages = Object.hasOwn(facts, packageDetails.id) ? facts[packageDetails.id] : undefined;
  const certificates = Object.hasOwn(facts, appCertificates.id) ? facts[appCertificates.id] : undefined;
  if (packages?.state !== "read")
    throw new DeviceError("unreadable", "The apps could not be read in this examination, so nothing can be compared.");
  const own = certificates?.state === "read" ? (certificates.value as readonly AppCertificates[]) : undefined;
  return compareWithFdroid(packages.value as readonly PackageDetails[], own, index);
}

/** Compares the installed apps with an index: newer versions, other signers, known holes. Pure. */
export function compareWithFdroid(
  packages: readonly PackageDetails[],
  certificates: readonly AppCertificates[] | undefined,
  { published, apps }: FdroidIndex,
): FdroidComparison {
  const added = packages.filter(({ flags, path }) => !flags.includes("SYSTEM") && !path?.startsWith("/system"));
  const found = added.flatMap((details): readonly FdroidApp[] => {
    const versions = apps.get(details.name);
    if (!versions) return [];
    const own = certificates?.find(({ name }) => name === details.name)?.certificateSha256 ?? [];
    const known = new Set(versions.flatMap(({ signers }) => signers));
    const signer = own.length === 0 ? "unknown" : own.some((digest) => known.has(digest)) ? "same" : "other";
    if (!isFromClient(details) && signer !== "same") return [];
    const installed = versions.find(({ code }) => code === details.versionCode);
    return [
      {
        package: details.name,
        version: details.versionName,
        newer: newerThan(details, installed, versions),
        signer,
        vulnerable: installed?.vulnerable ?? false,
      },
    ];
  });
  const missing = added.filter((details) => isFromClient(details) && !apps.has(details.name)).map(({ name }) => name);
  return { published: new Date(published).toISOString().slice(0, 10), apps: found, missing };
}

function isFromClient({ installSource: { installing, initiating } }: PackageDetails): boolean {
  return [installing, initiating].some((name) => name !== null && clients.has(name));
}

/** Builds for several processors differ in their number alone: another name must go with the greater one. */
function newerThan(
  { versionCode, versionName }: PackageDetails,
  installed: FdroidVersion | undefined,
  versions: readonly FdroidVersion[],
): string | null {
  if (versionCode === null) return null;
  const processors = installed?.processors ?? [];
  const newer = versions.find(
    (version) =>
      !version.test &&
      version.code > versionCode &&
      version.name !== versionName &&
      (processors.length === 0 ||
        version.processors.length === 0 ||
        version.processors.some((each) => processors.includes(each))),
  );
  return newer?.name ?? null;
}
