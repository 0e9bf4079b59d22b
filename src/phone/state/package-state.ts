/** One permission of one package for one user. */
export interface Grant {
  granted: boolean;
  /** USER_SET, USER_FIXED, SYSTEM_FIXED, GRANTED_BY_DEFAULT, ONE_TIME … */
  flags: readonly string[];
}

/** What one user makes of a package. */
export interface PackageUser {
  installed: boolean;
  hidden: boolean;
  /** The package that suspended it, null when it is not suspended. */
  suspendedBy: string | null;
  stopped: boolean;
  notLaunched: boolean;
  /** PackageManager.COMPONENT_ENABLED_STATE_*: 0 default, 1 enabled, 2 disabled, 3 disabled by the user, 4 until used. */
  enabled: number;
  /** Epoch milliseconds; 0 where it was never installed. */
  firstInstallTime: number;
  installReason: number;
  ceDataInode: number;
  lastDisabledCaller: string | null;
  disabledComponents: readonly string[];
  enabledComponents: readonly string[];
  /** Runtime permissions by name. */
  readonly permissions: Map<string, Grant>;
}

/** A component that answers intents: one row of a resolver table. */
export interface IntentFilter {
  /** `package/.Class`. */
  readonly component: string;
  readonly actions: readonly string[];
  readonly categories: readonly string[];
}

/** One package with its state for every user. */
export interface PackageState {
  readonly name: string;
  /** What the launcher shows. */
  readonly label: string;
  /** `/data/app/…/` folder or `/system/app/Name` folder, or the APK itself for overlays. */
  path: string;
  /** Path of the base APK as `pm path` prints it. */
  apk: string;
  /** Names of the parts that lie beside the base as `split_NAME.apk`, sorted. */
  readonly splits?: readonly string[];
  /** Where the version of the system image lies, when a newer one hides it. */
  readonly hiddenSystemPath: string | null;
  readonly appId: number;
  readonly sharedUser: string | null;
  versionName: string | null;
  versionCode: number;
  readonly minSdk: number;
  readonly targetSdk: number;
  readonly flags: readonly string[];
  readonly privateFlags: readonly string[];
  /** Epoch milliseconds. */
  timeStamp: number;
  firstInstallTime: number;
  lastUpdateTime: number;
  readonly installer: string | null;
  readonly initiating: string | null;
  readonly originating: string | null;
  /** PackageInstaller.PACKAGE_SOURCE_*. */
  readonly packageSource: number;
  /** The hash code of its signature, 8 hexadecimal digits. */
  readonly signature: string;
  readonly signingVersion: number;
  readonly requested: readonly string[];
  readonly installPermissions: readonly string[];
  readonly activities: readonly IntentFilter[];
  readonly receivers: readonly IntentFilter[];
  readonly services: readonly IntentFilter[];
  readonly users: Map<number, PackageUser>;
}

/** Paths of all its APKs as `pm path` prints them: the base, then its splits. */
export function apkPaths({ apk, splits = [] }: PackageState): readonly string[] {
  const folder = apk.slice(0, apk.lastIndexOf("/"));
  return [apk, ...splits.map((name) => `${folder}/split_${name}.apk`)];
}

/** True for packages of the system image, updated or not. */
export function isSystem(pkg: PackageState): boolean {
  return pkg.flags.includes("SYSTEM");
}

/** True when the package is installed for the user. */
export function isInstalled(pkg: PackageState, user: number): boolean {
  return pkg.users.get(user)?.installed === true;
}

/** True when the user can start it: installed, not hidden, not disabled. */
export function isEnabled(pkg: PackageState, user: number): boolean {
  const state = pkg.users.get(user);
  return state?.installed === true && !state.hidden && state.enabled !== 2 && state.enabled !== 3;
}

/** The uid of a package for a user. */
export function uidOf(pkg: PackageState, user: number): number {
  return user * 100_000 + pkg.appId;
}

/** A stable hexadecimal hash of a text, as dumps print object identities and hash codes; up to 8 digits. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16);
}
