import type { PackageDetails, PackageUserState, PermissionState } from "../../facts/package-details.ts";
import type { InstalledPackage } from "../../facts/packages.ts";

/** A package for the examples of checks: added from Google Play for user 0, unless told otherwise. */
export function examplePackage(name: string, change: Partial<PackageDetails> = {}): PackageDetails {
  return {
    name,
    path: `/data/app/~~a==/${name}-b==`,
    appId: 10_200,
    versionName: "1.0",
    versionCode: 1,
    minSdk: 26,
    targetSdk: 35,
    flags: ["HAS_CODE"],
    privateFlags: [],
    firstInstallTime: "2025-01-05 10:00:00",
    lastUpdateTime: "2025-01-05 10:00:00",
    installSource: {
      installing: "com.android.vending",
      initiating: "com.android.vending",
      originating: null,
      source: 2,
    },
    signatureHashes: ["0123abcd"],
    requestedPermissions: [],
    installPermissions: [],
    users: [exampleUser()],
    ...change,
  };
}

/** A package that came with the phone. */
export function exampleSystemPackage(name: string, change: Partial<PackageDetails> = {}): PackageDetails {
  return examplePackage(name, {
    path: `/system/app/${name}`,
    appId: 10_050,
    flags: ["SYSTEM", "HAS_CODE"],
    installSource: { installing: null, initiating: null, originating: null, source: null },
    ...change,
  });
}

/** The state of a package for a user: installed for user 0 with these permissions, unless told otherwise. */
export function exampleUser(
  permissions: readonly PermissionState[] = [],
  change: Partial<PackageUserState> = {},
): PackageUserState {
  return {
    user: 0,
    installed: true,
    hidden: false,
    suspended: false,
    enabled: 0,
    firstInstallTime: null,
    lastDisabledCaller: null,
    permissions,
    ...change,
  };
}

/** A permission that the person allowed. */
export function exampleGrant(name: string, granted = true): PermissionState {
  return { name, granted, flags: ["USER_SET"] };
}

/** A row of the list of packages. */
export function exampleInstalled(name: string, system: boolean | null = false): InstalledPackage {
  const path = system === true ? `/system/app/${name}` : `/data/app/~~a==/${name}-b==`;
  return { name, path, system, updated: system === null ? null : false, appId: system === true ? 10_050 : 10_200 };
}

/** How an app looks that was installed from a computer. */
export const fromComputer: PackageDetails["installSource"] = {
  installing: null,
  initiating: "com.android.shell",
  originating: null,
  source: 1,
};
