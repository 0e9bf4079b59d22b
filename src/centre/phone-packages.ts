import { collect } from "../core/collect.ts";
import { DeviceError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { type InstalledPackage, packages } from "../facts/packages.ts";
import { version } from "./version.ts";

/** A package that is installed for somebody, as the phone's package manager tells it. */
export interface PhonePackage {
  readonly name: string;
  readonly users: readonly number[];
  readonly system: boolean | null;
  readonly updated: boolean | null;
  readonly installer: string | null;
  readonly versionName: string | null;
  readonly versionCode: string | null;
  /** Changes with each installation and update; null where it is not printed. */
  readonly lastUpdate: string | null;
  /** An APK, or the folder with all APKs of the package; null where it is not printed. */
  readonly path: string | null;
  /** On a partition that is written at the factory or by updates of the system alone. */
  readonly onImage: boolean;
}

/** Where apps lie that were added or updated on the phone; everything else is the image. */
const writable = /^\/(?:data|mnt|storage|sdcard)\//;
/** More is no phone, but a flood. */
const mostPackages = 10_000;

/**
 * Lists the packages of all users, by `dumpsys package` or, where that is refused, by the lists of `pm`, which tell less.
 *
 * @throws DeviceError where neither can be read.
 */
export async function listPackages(source: Source, signal: AbortSignal | undefined): Promise<readonly PhonePackage[]> {
  const snapshot = await collect(source, [packageDetails, packages], { version, signal });
  if (signal?.aborted) throw new DeviceError("cancelled", "The examination was stopped.");
  const details = factIn<readonly PackageDetails[]>(snapshot, packageDetails.id);
  const listed = factIn<readonly InstalledPackage[]>(snapshot, packages.id);
  if (details) return details.flatMap(detailed).slice(0, mostPackages);
  if (listed) return listed.map(fromList).slice(0, mostPackages);
  const fact = snapshot.facts[packages.id];
  const why = fact?.state === "unknown" ? fact : { code: "refused", reason: "it lists none" };
  throw new DeviceError(codeOf(why.code), `The apps of the phone cannot be listed: ${why.reason}.`);
}

function factIn<T>({ facts }: Snapshot, id: string): T | undefined {
  const fact = facts[id];
  return fact?.state === "read" ? (fact.value as T) : undefined;
}

function codeOf(code: string): DeviceError["code"] {
  return code === "gone" || code === "timeout" || code === "too-large" || code === "absent" ? code : "refused";
}

function detailed(details: PackageDetails): readonly PhonePackage[] {
  const { name, path, flags, versionName, versionCode, lastUpdateTime, installSource } = details;
  const users = details.users.filter(({ installed }) => installed).map(({ user }) => user);
  if (users.length === 0) return [];
  return [
    {
      name,
      users,
      system: flags.includes("SYSTEM"),
      updated: flags.includes("UPDATED_SYSTEM_APP"),
      installer: installSource.installing,
      versionName,
      versionCode: versionCode === null ? null : String(versionCode),
      lastUpdate: lastUpdateTime,
      path,
      onImage: path !== null && !writable.test(path),
    },
  ];
}

/** `pm list packages` tells of one user without saying of which others. */
function fromList({ name, path, system, updated }: InstalledPackage): PhonePackage {
  return {
    name,
    users: [0],
    system,
    updated,
    installer: null,
    versionName: null,
    versionCode: null,
    lastUpdate: null,
    path: path?.endsWith("/base.apk") ? path.slice(0, -"/base.apk".length) : path,
    onImage: path !== null && !writable.test(path),
  };
}
