import { FormatError } from "../core/errors.ts";
import { type Block, type PermissionState, readBlocks } from "./dumpsys-package-block.ts";

export type { PermissionState } from "./dumpsys-package-block.ts";

/** Where a package came from. A field is null where the phone prints null or does not print it. */
export interface InstallSource {
  readonly installing: string | null;
  readonly initiating: string | null;
  readonly originating: string | null;
  /** PackageInstaller.PACKAGE_SOURCE_*: 0 unspecified, 1 other, 2 store, 3 local file, 4 downloaded file. */
  readonly source: number | null;
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
  /** Runtime permissions, with those of the shared user id where the package has one. */
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
  /** Permissions granted at installation, with those of the shared user id where the package has one. */
  readonly installPermissions: readonly PermissionState[];
  readonly users: readonly PackageUserState[];
}

/**
 * Reads the blocks `Packages:` and `Shared users:` of `dumpsys package`, of the whole phone or of one app, Android 7 to 16.
 *
 * "Hidden system packages" is skipped: it repeats the factory versions of updated apps.
 * AOSP: services/core/java/com/android/server/pm/Settings.java, dumpPackagesLPr and dumpSharedUsersLPr.
 *
 * @throws FormatError when there is no such block or a package lacks what every version prints.
 */
export function parsePackageDump(text: string): readonly PackageDetails[] {
  const start = sectionStart(text, "Packages:");
  if (start < 0) throw new FormatError("dumpsys package", "no block Packages");
  const sharedStart = sectionStart(text, "Shared users:", start);
  const shared = new Map<string, Block>();
  if (sharedStart >= 0)
    for (const block of readBlocks(text, sharedStart, "SharedUser [")) shared.set(block.name, block);
  const packages = readBlocks(text, start, "Package [").map((block) => details(block, shared));
  if (packages.length === 0) throw new FormatError("dumpsys package", "the block Packages holds no package", start);
  return packages;
}

/** Where the lines below a headline at the start of a line begin, or -1. */
export function sectionStart(text: string, headline: string, from = 0): number {
  if (from === 0 && text.startsWith(`${headline}\n`)) return headline.length + 1;
  const at = text.indexOf(`\n${headline}\n`, Math.max(0, from - 1));
  return at < 0 ? -1 : at + headline.length + 2;
}

function details(block: Block, shared: ReadonlyMap<string, Block>): PackageDetails {
  const { name, fields } = block;
  const appId = number(fields.get("appId") ?? fields.get("userId"));
  const flags = fields.get("pkgFlags") ?? fields.get("flags");
  if (appId === null || flags === undefined || block.users.length === 0)
    throw new FormatError("dumpsys package", `a package without user id, flags or users: ${name}`);
  const partner = shared.get(sharedUserName(fields.get("sharedUser")));
  const partnerUsers = new Map(partner?.users.map((user) => [user.user, user.permissions]));
  return {
    name,
    path: text(fields.get("codePath")),
    appId,
    versionName: text(fields.get("versionName")),
    versionCode: number(fields.get("versionCode")),
    minSdk: number(fields.get("minSdk")),
    targetSdk: number(fields.get("targetSdk")),
    flags: words(flags),
    privateFlags: words(fields.get("privatePkgFlags") ?? fields.get("privateFlags") ?? ""),
    firstInstallTime: text(fields.get("firstInstallTime")),
    lastUpdateTime: text(fields.get("lastUpdateTime")),
    installSource: {
      installing: text(fields.get("installerPackageName")),
      initiating: text(fields.get("initiatingPackageName")),
      originating: text(fields.get("originatingPackageName")),
      source: number(fields.get("packageSource")),
    },
    signatureHashes: signatureHashes(fields.get("signatures")),
    requestedPermissions: block.requested,
    installPermissions: together(block.install, partner?.install),
    users: block.users.map((user) => ({
      user: user.user,
      installed: installed(user.values.get("installed")),
      hidden: user.values.get("hidden") === "true",
      suspended: user.values.get("suspended") === "true",
      enabled: number(user.values.get("enabled")) ?? 0,
      firstInstallTime: text(user.values.get("firstInstallTime")),
      lastDisabledCaller: text(user.values.get("lastDisabledCaller")),
      permissions: together(user.permissions, partnerUsers.get(user.user)),
    })),
  };
}

function installed(value: string | undefined): boolean {
  if (value !== "true" && value !== "false") throw new FormatError("dumpsys package", "a user without installed=");
  return value === "true";
}

/** Own permissions first; those of the shared user id that the package does not print itself after them. */
function together(
  own: readonly PermissionState[],
  shared: readonly PermissionState[] = [],
): readonly PermissionState[] {
  if (shared.length === 0) return own;
  const known = new Set(own.map((permission) => permission.name));
  return [...own, ...shared.filter((permission) => !known.has(permission.name))];
}

/** `SharedUserSetting{7fb54b1 android.uid.phone/1001}` names android.uid.phone. */
function sharedUserName(value = ""): string {
  return value.slice(value.indexOf(" ") + 1, value.lastIndexOf("/"));
}

/** `PackageSignatures{8214729 version:2, signatures:[260f9e73], past signatures:[]}`; up to Android 8 `PackageSignatures{… [260f9e73]}`. */
function signatureHashes(value = ""): readonly string[] {
  const open = value.indexOf("[");
  const close = value.indexOf("]", open);
  if (open < 0 || close < 0) return [];
  return value
    .slice(open + 1, close)
    .split(",")
    .map((hash) => hash.trim())
    .filter((hash) => hash !== "");
}

function words(value: string): readonly string[] {
  return value.split(" ").filter((word) => word !== "" && word !== "[" && word !== "]");
}

function text(value: string | undefined): string | null {
  return value === undefined || value === "null" || value === "" ? null : value;
}

function number(value: string | undefined): number | null {
  return value !== undefined && /^-?\d{1,19}$/.test(value) ? Number(value) : null;
}
