import type { UidOps } from "../state/app-op-state.ts";
import { FileTree } from "../state/file-tree.ts";
import { honestHardware } from "../state/hardware-state.ts";
import { isInstalled, type PackageState } from "../state/package-state.ts";
import type {
  AdbKey,
  DeviceAdmin,
  MountState,
  PhoneState,
  ProcessState,
  UserState,
  VendorPolicy,
} from "../state/phone-state.ts";
import { plantSystemFiles } from "../state/system-files.ts";
import { type AppSpec, makePackage } from "./app-spec.ts";
import type { BuildOptions } from "./model.ts";
import { plantApks } from "./plant-apks.ts";
import { systemProcesses } from "./processes.ts";

type Rows = Readonly<Record<string, string>>;

/** Parts of the state that a model may give instead of the usual ones. */
type Given = Partial<
  Pick<
    PhoneState,
    | "verifier"
    | "trustAgents"
    | "accessibility"
    | "notifications"
    | "networks"
    | "backup"
    | "webview"
    | "unlockedUsers"
    | "sensorPrivacy"
    | "daily"
    | "selinux"
    | "magisk"
    | "identity"
  >
>;

/** What a model says of its phone. */
export interface PhoneSpec extends Given {
  readonly serial: string;
  readonly vendor: VendorPolicy;
  readonly properties: Rows;
  readonly kernel: PhoneState["kernel"];
  readonly users?: readonly UserState[];
  readonly apps: readonly AppSpec[];
  readonly features?: readonly string[];
  readonly global: Rows;
  readonly secure: Rows;
  readonly system?: Rows;
  /** Roles without `android.app.role.`; with every user that has the app. */
  readonly roles?: Readonly<Record<string, string>>;
  readonly lock?: "NONE" | "PATTERN" | "PIN" | "PASSWORD";
  readonly keys?: readonly AdbKey[];
  /** The uids follow from the packages. */
  readonly devicePolicy?: {
    readonly admins?: readonly Omit<DeviceAdmin, "uid" | "testOnly">[];
    readonly deviceOwner?: PhoneState["devicePolicy"]["deviceOwner"];
    readonly profileOwners?: readonly { readonly component: string; readonly user: number }[];
    readonly encryptionStatus?: string;
  };
  /** Packages that the idling phone spares by the owner's choice. */
  readonly exempt?: readonly string[];
  readonly mounts: readonly MountState[];
  readonly processes?: readonly ProcessState[];
}

/** The owner of a phone; later versions set more flags (AOSP: UserInfo). */
export function owner(sdk: number): UserState {
  const flags = sdk >= 34 ? 0x4c13 : sdk >= 30 ? 0xc13 : 0x13;
  return {
    id: 0,
    name: "Owner",
    flags,
    type: "android.os.usertype.full.SYSTEM",
    running: true,
    parent: null,
    shellAllowed: true,
    restrictions: [],
    createdAt: null,
  };
}

/** Makes a phone's state of what a model says. */
export function compose(spec: PhoneSpec, options: BuildOptions): PhoneState {
  const now = options.now();
  const sdk = Number(spec.properties["ro.build.version.sdk"]);
  const users = [...(spec.users ?? [owner(sdk)])];
  const appOps = new Map<number, UidOps>();
  let appId = 10_049;
  const around = { sdk, now, users: users.map((user) => user.id), appOps, nextId: () => ++appId };
  const packages = new Map<string, PackageState>(spec.apps.map((app) => [app.name, makePackage(app, around)]));
  const identity = spec.identity ?? shellIdentity;
  const serial = options.serial ?? spec.serial;
  const properties = new Map(Object.entries({ "ro.boot.serialno": serial, "ro.serialno": serial, ...spec.properties }));
  const state: PhoneState = {
    ...usualParts(spec, users, packages, now),
    serial,
    identity,
    kernel: spec.kernel,
    now: options.now,
    bootedAt: now - 5 * 86_400_000 - 4_321_000,
    vendor: spec.vendor,
    properties,
    hardware: honestHardware(properties, serial),
    users,
    currentUser: 0,
    packages,
    appOps,
    settings: settingTables(spec, users),
    roles: new Map(users.map(({ id }) => [id, roleTable(spec.roles ?? {}, id, packages)])),
    devicePolicy: devicePolicy(spec.devicePolicy ?? {}, packages),
    locks: new Map(users.map((user) => [user.id, lock(user.id === 0 ? (spec.lock ?? "PIN") : "NONE")])),
    adb: { keys: [...(spec.keys ?? [])], connected: true, lastKey: fingerprint },
    idleExempt: idleExempt(packages, spec.exempt ?? []),
    networkLimits: { chain: false, cut: new Set(), denied: new Set(), allowed: new Set(), saver: false },
    hibernating: new Map(users.map((user) => [user.id, new Set<string>()])),
    processes: [...systemProcesses, ...(spec.processes ?? [])],
    mounts: spec.mounts,
    files: new FileTree(identity, options.now, spec.mounts),
    dumps: new Map(),
    provided: new Map(),
    refuses: options.refuses ?? [],
  };
  plantSystemFiles(state);
  plantApks(state, spec.apps);
  return state;
}

/** What a model may give, and what an ordinary phone has otherwise. */
function usualParts(
  spec: PhoneSpec,
  users: readonly UserState[],
  packages: ReadonlyMap<string, PackageState>,
  now: number,
): Omit<Required<Given>, "identity"> & Pick<PhoneState, "features"> {
  return {
    features: spec.features ?? usualFeatures,
    verifier: spec.verifier === undefined ? "com.android.vending" : spec.verifier,
    trustAgents: spec.trustAgents ?? [],
    accessibility: spec.accessibility ?? [],
    notifications: spec.notifications ?? [],
    networks: spec.networks ?? [wifi(now)],
    backup: spec.backup ?? { enabled: true, transports: [googleTransport] },
    webview: spec.webview ?? webviewOf(packages, Number(spec.properties["ro.build.version.sdk"])),
    unlockedUsers: spec.unlockedUsers ?? users.filter((user) => user.running).map((user) => user.id),
    sensorPrivacy: [...(spec.sensorPrivacy ?? [])],
    daily: spec.daily ?? [{ from: now - 14 * 3_600_000, to: null, changes: [] }],
    selinux: spec.selinux ?? "Enforcing",
    magisk: spec.magisk ?? null,
  };
}

function settingTables(spec: PhoneSpec, users: readonly UserState[]): PhoneState["settings"] {
  const perUser = (own: Rows, others: Rows): Map<number, Map<string, string>> =>
    new Map(users.map((user) => [user.id, new Map(Object.entries(user.id === 0 ? own : others))]));
  return {
    global: new Map(Object.entries(spec.global)),
    secure: perUser(spec.secure, profileSecure),
    system: perUser(spec.system ?? usualSystem, usualSystem),
  };
}

/** Whom makers spare, as far as the phone has them, and whom the owner spared. */
function idleExempt(packages: ReadonlyMap<string, PackageState>, byOwner: readonly string[]): PhoneState["idleExempt"] {
  const present = (names: readonly string[]): Set<string> => new Set(names.filter((name) => packages.has(name)));
  return {
    system: present(["com.android.shell", "com.android.providers.downloads", "com.google.android.gms"]),
    exceptIdle: present(["com.android.vending", "com.google.android.gms", "com.android.providers.calendar"]),
    user: new Set(byOwner),
  };
}

function devicePolicy(
  given: NonNullable<PhoneSpec["devicePolicy"]>,
  packages: ReadonlyMap<string, PackageState>,
): PhoneState["devicePolicy"] {
  const uid = ({ component, user }: { component: string; user: number }): number =>
    user * 100_000 + (packages.get(component.split("/")[0] ?? "")?.appId ?? 1000);
  return {
    admins: (given.admins ?? []).map((admin) => ({ ...admin, uid: uid(admin), testOnly: false })),
    deviceOwner: given.deviceOwner ?? null,
    profileOwners: (given.profileOwners ?? []).map((owner) => ({ ...owner, uid: uid(owner) })),
    encryptionStatus: given.encryptionStatus ?? "per-user",
  };
}

/** The shell of a production phone (AOSP: adbd's drop_privileges). */
export const shellIdentity = {
  uid: 2000,
  gid: 2000,
  groups: [1004, 1007, 1011, 1015, 1028, 1078, 1079, 3001, 3002, 3003, 3006, 3009, 3011],
  context: "u:r:shell:s0",
} as const;

/** An invented fingerprint of the key that connected last. */
const fingerprint = "8C:1D:52:0E:7B:3A:94:F6:21:C0:5D:E8:47:B9:13:AA";

const googleTransport = {
  component: "com.google.android.gms/.backup.BackupTransportService",
  destination: "owner@example.com",
  selected: true,
};

const usualFeatures: readonly string[] = [
  "android.hardware.camera",
  "android.hardware.fingerprint",
  "android.hardware.location.gps",
  "android.hardware.microphone",
  "android.hardware.telephony",
  "android.hardware.wifi",
  "android.software.device_admin",
  "android.software.file_based_encryption",
  "android.software.managed_users",
  "android.software.verified_boot",
];

const usualSystem: Rows = {
  accelerometer_rotation: "1",
  font_scale: "1.0",
  screen_off_timeout: "60000",
  volume_ring: "5",
};
const profileSecure: Rows = {
  user_setup_complete: "1",
  location_mode: "3",
  lock_screen_allow_private_notifications: "1",
};

/** Every role that a phone has, held or not. */
const roleNames = ["ASSISTANT", "BROWSER", "CALL_REDIRECTION", "CALL_SCREENING", "DIALER", "EMERGENCY", "HOME", "SMS"];

function roleTable(holders: Rows, user: number, packages: ReadonlyMap<string, PackageState>): Map<string, string[]> {
  const rows = roleNames.map((name): [string, string[]] => {
    const holder = holders[name];
    // The owner's may be of a hostile model, whose holders are no packages.
    const pkg = packages.get(holder ?? "");
    const has = holder !== undefined && (user === 0 || (pkg !== undefined && isInstalled(pkg, user)));
    return [`android.app.role.${name}`, has ? [holder] : []];
  });
  return new Map(rows);
}

function lock(credential: "NONE" | "PATTERN" | "PIN" | "PASSWORD"): {
  credential: typeof credential;
  handle: bigint;
  sid: bigint;
  disabled: boolean;
} {
  const none = credential === "NONE";
  return { credential, handle: none ? 0n : 0x5d1ee20f3b7c9a41n, sid: none ? 0n : 0x2f44b18c90ad6e03n, disabled: false };
}

function wifi(now: number): PhoneState["networks"][number] {
  return {
    id: 100,
    kind: "WIFI",
    interfaceName: "wlan0",
    addresses: ["192.168.1.23/24"],
    dns: ["192.168.1.1"],
    ownerUid: null,
    session: null,
    createdAt: now - 9_000_000,
  };
}

function webviewOf(packages: ReadonlyMap<string, PackageState>, sdk: number): PhoneState["webview"] {
  const provider = packages.get("com.google.android.webview") ?? packages.get("com.android.chrome");
  const code = provider?.versionCode ?? 0;
  return {
    current: provider?.name ?? "com.google.android.webview",
    version: provider?.versionName ?? "0",
    versionCode: code,
    targetSdk: provider?.targetSdk ?? sdk,
    minimumSdk: Math.min(sdk, 33),
    minimumVersionCode: Math.min(code, 636_717_033),
    missing: ["com.google.android.webview.beta", "com.google.android.webview.dev", "com.google.android.webview.canary"],
  };
}
