import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";

/** Where a package came from. A field is null where the phone prints null or does not print it. */
export interface InstallSource {
  readonly installing: string | null;
  readonly initiating: string | null;
  readonly originating: string | null;
  /** PackageInstaller.PACKAGE_SOURCE_*: 0 unspecified, 1 other, 2 store, 3 local file, 4 downloaded file. */
  readonly source: number | null;
}

export interface PermissionState {
  readonly name: string;
  readonly granted: boolean;
  /** USER_SET, USER_FIXED, SYSTEM_FIXED, POLICY_FIXED, GRANTED_BY_DEFAULT, ONE_TIME … */
  readonly flags: readonly string[];
}

/** A package's state for one user. */
export interface PackageUserState {
  readonly user: number;
  readonly installed: boolean;
  readonly hidden: boolean;
  readonly suspended: boolean;
  /** PackageManager.COMPONENT_ENABLED_STATE_*: 0 default, 1 enabled, 2 disabled, 3 disabled by user, 4 until used. */
  readonly enabled: number;
  /** "yyyy-mm-dd hh:mm:ss", the phone's local time; null where not printed. */
  readonly firstInstallTime: string | null;
  readonly lastDisabledCaller: string | null;
  /** Runtime permissions. */
  readonly permissions: readonly PermissionState[];
}

/** What `dumpsys package` tells of one package. */
export interface PackageDetails {
  readonly name: string;
  readonly path: string | null;
  readonly appId: number;
  readonly versionName: string | null;
  readonly versionCode: number | null;
  readonly minSdk: number | null;
  readonly targetSdk: number | null;
  /** SYSTEM, UPDATED_SYSTEM_APP, DEBUGGABLE, TEST_ONLY, HAS_CODE, ALLOW_BACKUP … */
  readonly flags: readonly string[];
  readonly privateFlags: readonly string[];
  readonly firstInstallTime: string | null;
  readonly lastUpdateTime: string | null;
  readonly installSource: InstallSource;
  /** The 8-digit hash code that the dump prints of each signature: not a certificate digest. */
  readonly signatureHashes: readonly string[];
  readonly requestedPermissions: readonly string[];
  /** Permissions granted at installation. */
  readonly installPermissions: readonly PermissionState[];
  readonly users: readonly PackageUserState[];
}

/** Every package in detail: version, origin, permissions and state per user. */
export const packageDetails = defineFact({
  id: "package-details",
  about: "Packages in detail: version, origin, permissions and state per user",
  read: () => [["dumpsys", "package"]],
  parse: (): readonly PackageDetails[] => {
    throw new FormatError("dumpsys package", "to be read");
  },
});
