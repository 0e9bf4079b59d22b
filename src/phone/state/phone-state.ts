import type { Identity } from "../program.ts";
import type { UidOps } from "./app-op-state.ts";
import type { FileTree } from "./file-tree.ts";
import type { HardwareState } from "./hardware-state.ts";
import type { PackageState } from "./package-state.ts";
import type { SettingTables } from "./setting-tables.ts";

/** A person or a profile on the phone. */
export interface UserState {
  readonly id: number;
  /** null where the phone never named the owner. */
  readonly name: string | null;
  /** Bits of android.content.pm.UserInfo. */
  readonly flags: number;
  /** `android.os.usertype.full.SYSTEM` … (Android 11 and later print it). */
  readonly type: string;
  running: boolean;
  /** The user whose profile this is. */
  readonly parent: number | null;
  /** False where the shell may not enter: Samsung's Secure Folder, a user with no_debugging_features. */
  readonly shellAllowed: boolean;
  readonly restrictions: readonly string[];
  /** Epoch milliseconds, null for the owner. */
  readonly createdAt: number | null;
}

/** An active device administrator. */
export interface DeviceAdmin {
  readonly user: number;
  readonly component: string;
  readonly uid: number;
  readonly testOnly: boolean;
  /** wipe-data, force-lock, reset-password … */
  readonly policies: readonly string[];
}

export interface DevicePolicyState {
  readonly admins: readonly DeviceAdmin[];
  readonly deviceOwner: { readonly component: string; readonly user: number } | null;
  readonly profileOwners: readonly { readonly component: string; readonly user: number; readonly uid: number }[];
  /** per-user, block, block default key … */
  readonly encryptionStatus: string;
}

/** The screen lock of one user. */
export interface LockState {
  readonly credential: "NONE" | "PATTERN" | "PIN" | "PASSWORD";
  /** Printed as synthetic password handle or protector; 0 when there is none. */
  readonly handle: bigint;
  readonly sid: bigint;
  /** True when not even a swipe is asked for. */
  readonly disabled: boolean;
}

export interface TrustAgent {
  readonly user: number;
  readonly component: string;
  readonly trusted: boolean;
}

/** A computer that may debug the phone. */
export interface AdbKey {
  /** The key as `adbkey.pub` holds it: base64, a space, a comment. */
  readonly line: string;
  /** Epoch milliseconds. */
  readonly lastConnection: number;
}

export interface AdbState {
  readonly keys: AdbKey[];
  connected: boolean;
  /** MD5 of the last key, colons between bytes; null where the version does not print it. */
  lastKey: string | null;
}

/** An accessibility service as its app declares it. */
export interface AccessibilityService {
  readonly component: string;
  readonly label: string;
  /** Bits of AccessibilityServiceInfo.CAPABILITY_*. */
  readonly capabilities: number;
  readonly feedback: string;
  readonly eventTypes: string;
  readonly notificationTimeout: number;
}

/** A network that is connected. */
export interface NetworkState {
  readonly id: number;
  readonly kind: "WIFI" | "CELLULAR" | "VPN";
  readonly interfaceName: string;
  readonly addresses: readonly string[];
  readonly dns: readonly string[];
  readonly ownerUid: number | null;
  /** Name of a VPN's session. */
  readonly session: string | null;
  readonly createdAt: number;
}

export interface WebViewState {
  readonly current: string;
  readonly version: string;
  readonly versionCode: number;
  readonly targetSdk: number;
  readonly minimumSdk: number;
  readonly minimumVersionCode: number;
  /** Providers that the image names and that are not installed. */
  readonly missing: readonly string[];
}

/** Installs, updates and removals of one day, as the battery statistics keep them. */
export interface DailyChanges {
  readonly from: number;
  /** null for the day that is not over. */
  readonly to: number | null;
  /** A version of 0 stands for a removal. */
  readonly changes: readonly { readonly package: string; readonly version: number }[];
}

export interface ProcessState {
  readonly label: string;
  readonly user: string;
  readonly pid: number;
  readonly ppid: number;
  readonly name: string;
}

export interface MountState {
  readonly device: string;
  readonly path: string;
  readonly type: string;
  readonly options: string;
}

/** Whether microphone and camera are switched off for all apps. */
export interface SensorPrivacy {
  readonly user: number;
  readonly sensor: "microphone" | "camera";
  readonly blocked: boolean;
}

export interface BackupState {
  readonly enabled: boolean;
  readonly transports: readonly {
    readonly component: string;
    readonly destination: string;
    readonly selected: boolean;
  }[];
}

/** Apps whose network was limited. */
export interface NetworkLimits {
  /** Whether the firewall chain that the shell may use is switched on; a restart switches it off. */
  chain: boolean;
  /** App ids that have no network while the chain is on. */
  readonly cut: Set<number>;
  /** Uids without mobile data in the background, and those that have it although data saver is on. */
  readonly denied: Set<number>;
  readonly allowed: Set<number>;
  saver: boolean;
}

/** A notification that is shown. */
export interface NotificationRecord {
  readonly package: string;
  readonly user: number;
  readonly id: number;
  readonly channel: string;
}

/** Makes the lines of one `dumpsys` service; a string is a line, bytes stand as they are. */
export type Dump = (state: PhoneState, args: readonly string[]) => Iterable<string | Uint8Array>;

/** How the maker's Android differs from AOSP in what it refuses. */
export type VendorPolicy = "aosp" | "miui" | "hyperos" | "samsung";

/** Everything the virtual phone knows; commands read and change it. Maps, so that crafted keys are plain data. */
export interface PhoneState {
  readonly serial: string;
  readonly identity: Identity;
  readonly kernel: { readonly release: string; readonly version: string; readonly machine: string };
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Epoch milliseconds. */
  readonly bootedAt: number;
  readonly vendor: VendorPolicy;
  readonly properties: Map<string, string>;
  readonly hardware: HardwareState;
  readonly users: UserState[];
  currentUser: number;
  readonly packages: Map<string, PackageState>;
  readonly features: readonly string[];
  /** Package that verifies installs (Play Protect); null where there is none. */
  readonly verifier: string | null;
  readonly appOps: Map<number, UidOps>;
  readonly settings: SettingTables;
  /** user → role → holders. */
  readonly roles: Map<number, Map<string, string[]>>;
  readonly devicePolicy: DevicePolicyState;
  readonly locks: Map<number, LockState>;
  readonly trustAgents: readonly TrustAgent[];
  readonly adb: AdbState;
  readonly accessibility: readonly AccessibilityService[];
  readonly notifications: readonly NotificationRecord[];
  /** Packages that may run although the phone idles. */
  readonly idleExempt: { readonly system: Set<string>; readonly exceptIdle: Set<string>; readonly user: Set<string> };
  readonly networks: readonly NetworkState[];
  readonly backup: BackupState;
  readonly webview: WebViewState;
  readonly unlockedUsers: readonly number[];
  readonly sensorPrivacy: SensorPrivacy[];
  readonly networkLimits: NetworkLimits;
  /** user → apps that sleep until they are opened. */
  readonly hibernating: Map<number, Set<string>>;
  readonly daily: readonly DailyChanges[];
  readonly processes: readonly ProcessState[];
  readonly mounts: readonly MountState[];
  selinux: "Enforcing" | "Permissive";
  readonly files: FileTree;
  /** Dumps that replace the ordinary ones, by service. */
  readonly dumps: Map<string, Dump>;
  /** Rows of content providers that the shell may read, by URI, as `content query` prints them. */
  provided: ReadonlyMap<string, readonly string[]>;
  /** Version of the Magisk binary; null where the phone is not rooted. */
  readonly magisk: string | null;
  /** Programs and services that this phone refuses, for example `settings`, `dumpsys package`. */
  readonly refuses: readonly string[];
}

/** The API level of the phone's Android. */
export function sdkOf(state: PhoneState): number {
  return Number(state.properties.get("ro.build.version.sdk") ?? "0");
}

/** The phone's time zone. */
export function zoneOf(state: PhoneState): string {
  return state.properties.get("persist.sys.timezone") ?? "UTC";
}

/** True where "USB debugging (Security settings)" is off, so that Xiaomi denies the shell its strong permissions. */
export function deniesShell(state: PhoneState): boolean {
  return (
    (state.vendor === "hyperos" || state.vendor === "miui") && state.properties.get("persist.security.adbinput") !== "1"
  );
}
