import { opOf } from "../../formats/app-op-definitions.ts";
import type { SplitSpec } from "../apk/write-apk.ts";
import { opRecord, type UidOps, uidOps } from "../state/app-op-state.ts";
import { type Grant, hash, type IntentFilter, type PackageState, type PackageUser } from "../state/package-state.ts";
import { isRuntime } from "../state/runtime-permissions.ts";
import type { ApkContents } from "./package-apk.ts";

/** Where an app came from. */
export interface Origin {
  readonly installer: string | null;
  readonly initiating: string | null;
  readonly originating: string | null;
  /** PackageInstaller.PACKAGE_SOURCE_*. */
  readonly source: number;
}

/** One use of an app-op, `hours` before now. */
export interface Use {
  readonly op: string;
  readonly hours: number;
  readonly state?: string;
  readonly seconds?: number;
  readonly tag?: string;
  readonly rejected?: boolean;
}

/** How a model describes an app; what is left out follows what is usual for its kind. */
export interface AppSpec {
  readonly name: string;
  readonly label?: string;
  /** APK or folder in the system image; left out for apps on /data. */
  readonly image?: string;
  /** A newer version lies on /data and hides the one of the image. */
  readonly updated?: boolean;
  readonly sharedUser?: keyof typeof sharedUsers;
  readonly version?: string;
  readonly code?: number;
  readonly target?: number;
  readonly min?: number;
  readonly extraFlags?: readonly string[];
  readonly origin?: Origin;
  /** Days before now. */
  readonly installedDays?: number;
  readonly updatedDays?: number;
  /** Permissions without `android.permission.`; granted. */
  readonly grants?: readonly string[];
  /** Runtime permissions that are asked for and not granted. */
  readonly denied?: readonly string[];
  readonly modes?: Readonly<Record<string, string>>;
  readonly uidModes?: Readonly<Record<string, string>>;
  readonly uses?: readonly Use[];
  /** Class of the launcher activity; null for none. */
  readonly launcher?: string | null;
  readonly receivers?: readonly (readonly [string, ...string[]])[];
  readonly services?: readonly (readonly [string, ...string[]])[];
  /** Users that have it; left out: user 0, and profiles where it is a part of the image without an icon. */
  readonly users?: readonly number[];
  readonly enabled?: number;
  readonly disabledBy?: string;
  readonly disabledComponents?: readonly string[];
  readonly suspendedBy?: string;
  readonly signature?: string;
  /** What its APK holds besides what follows from all of the above. */
  readonly apk?: ApkContents;
  /** Parts that lie beside its base. */
  readonly splits?: readonly SplitSpec[];
}

/** Users of the system that several packages share, with their ids. */
export const sharedUsers = {
  system: ["android.uid.system", 1000],
  phone: ["android.uid.phone", 1001],
  bluetooth: ["android.uid.bluetooth", 1002],
  nfc: ["android.uid.nfc", 1027],
  se: ["android.uid.se", 1068],
  networkstack: ["android.uid.networkstack", 1073],
  shell: ["android.uid.shell", 2000],
  media: ["android.media", 10_001],
  contacts: ["android.uid.shared", 10_002],
} as const;

/** From Google Play, from another app's own installer, over a cable, from a file. */
export const origins = {
  play: { installer: "com.android.vending", initiating: "com.android.vending", originating: null, source: 2 },
  preinstalled: { installer: null, initiating: null, originating: null, source: 0 },
  adb: { installer: null, initiating: "com.android.shell", originating: null, source: 1 },
} as const satisfies Readonly<Record<string, Origin>>;

/** From a file that another app handed to the package installer. */
export function fromFile(by: string, installer = "com.google.android.packageinstaller"): Origin {
  return { installer, initiating: installer, originating: by, source: 4 };
}

const day = 86_400_000;
/** The timestamp that files of a verified image carry: 2009-01-01 UTC. */
const imageTime = 1_230_768_000_000;

/** What a package needs to know of its phone. */
export interface Surroundings {
  readonly sdk: number;
  readonly now: number;
  readonly users: readonly number[];
  readonly appOps: Map<number, UidOps>;
  /** The next free app id. */
  readonly nextId: () => number;
}

/** Makes the package of a spec and notes its app-ops. */
export function makePackage(spec: AppSpec, around: Surroundings): PackageState {
  const shared = spec.sharedUser === undefined ? null : sharedUsers[spec.sharedUser];
  const appId = shared ? shared[1] : around.nextId();
  const system = spec.image !== undefined;
  const onData = !system || spec.updated === true;
  const place = onData ? dataPlace(spec.name, around.sdk) : imagePlace(spec.image ?? "");
  const target = spec.target ?? Math.min(around.sdk, system ? around.sdk : 34);
  const installed = around.now - (spec.installedDays ?? (system ? 400 : 200)) * day;
  const updated = around.now - (spec.updatedDays ?? spec.installedDays ?? (onData ? 21 : 400)) * day;
  const asked = [...(spec.grants ?? []), ...(spec.denied ?? [])].map(fullName);
  const pkg: PackageState = {
    name: spec.name,
    label: spec.label ?? spec.name,
    ...place,
    ...(spec.splits ? { splits: spec.splits.map(({ name }) => name).sort() } : {}),
    hiddenSystemPath: spec.updated === true ? imagePlace(spec.image ?? "").path : null,
    appId,
    sharedUser: shared ? shared[0] : null,
    versionName: spec.version ?? (system ? String(around.sdk - 20) : "1.0.0"),
    versionCode: spec.code ?? (system ? around.sdk : 100),
    minSdk: spec.min ?? (system ? around.sdk : 24),
    targetSdk: target,
    flags: [
      ...(system ? ["SYSTEM"] : []),
      "HAS_CODE",
      "ALLOW_CLEAR_USER_DATA",
      ...(spec.updated === true ? ["UPDATED_SYSTEM_APP"] : []),
      ...(system && spec.grants === undefined ? [] : ["ALLOW_BACKUP"]),
      ...(spec.extraFlags ?? []),
    ],
    privateFlags: [
      "PRIVATE_FLAG_ACTIVITIES_RESIZE_MODE_RESIZEABLE_VIA_SDK_VERSION",
      "ALLOW_AUDIO_PLAYBACK_CAPTURE",
      ...((spec.image ?? "").includes("priv-app") ? ["PRIVILEGED"] : []),
    ],
    timeStamp: onData ? updated : imageTime,
    firstInstallTime: system ? imageTime : installed,
    lastUpdateTime: onData ? updated : imageTime,
    ...source(spec, system),
    signature: spec.signature ?? hash(system ? "platform" : `signer of ${spec.name}`).padStart(8, "0"),
    signingVersion: 3,
    requested: [...asked, ...usual],
    installPermissions: [...asked.filter((name) => !isRuntime(name, around.sdk)), ...usual],
    activities: spec.launcher === null || (spec.launcher === undefined && system) ? [] : [launcher(spec)],
    receivers: filters(spec.name, spec.receivers),
    services: filters(spec.name, spec.services),
    users: new Map(),
  };
  for (const user of around.users) pkg.users.set(user, perUser(spec, pkg, user, around, system));
  return pkg;
}

const usual = [
  "android.permission.INTERNET",
  "android.permission.ACCESS_NETWORK_STATE",
  "android.permission.WAKE_LOCK",
];

function fullName(name: string): string {
  return name.includes(".") ? name : `android.permission.${name}`;
}

function source(
  spec: AppSpec,
  system: boolean,
): Pick<PackageState, "installer" | "initiating" | "originating" | "packageSource"> {
  const origin = spec.origin ?? (system && spec.updated !== true ? origins.preinstalled : origins.play);
  const { installer, initiating, originating } = origin;
  return { installer, initiating, originating, packageSource: origin.source };
}

function imagePlace(image: string): { path: string; apk: string } {
  const path = image.startsWith("/") ? image : `/${image}`;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return path.endsWith(".apk") ? { path, apk: path } : { path, apk: `${path}/${name}.apk` };
}

/** Android 11 and later put a random folder around the app's own; both are derived from the name here. */
function dataPlace(name: string, sdk: number): { path: string; apk: string } {
  const path =
    sdk >= 30
      ? `/data/app/~~${folderCode(name, 1)}/${name}-${folderCode(name, 2)}`
      : `/data/app/${name}-${folderCode(name, 2)}`;
  return { path, apk: `${path}/base.apk` };
}

/** 22 letters and `==`, as 16 random bytes in base64. */
function folderCode(name: string, salt: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let code = "";
  for (let i = 0; code.length < 22; i++)
    code += letters[Number.parseInt(hash(`${salt}${i}${name}`).slice(-2), 16) % 64];
  return `${code}==`;
}

function launcher(spec: AppSpec): IntentFilter {
  return {
    component: `${spec.name}/${spec.launcher ?? ".MainActivity"}`,
    actions: ["android.intent.action.MAIN"],
    categories: ["android.intent.category.LAUNCHER"],
  };
}

function filters(name: string, rows: AppSpec["receivers"]): readonly IntentFilter[] {
  return (rows ?? []).map(([component, ...actions]) => ({
    component: `${name}/${component}`,
    actions,
    categories: [],
  }));
}

function perUser(spec: AppSpec, pkg: PackageState, user: number, around: Surroundings, system: boolean): PackageUser {
  // Profiles get the parts without a face: apps with an icon come to them one by one.
  const has = spec.users?.includes(user) ?? (user === 0 || (system && pkg.activities.length === 0));
  const permissions = new Map<string, Grant>();
  if (has) {
    for (const name of spec.grants ?? []) grant(permissions, around, name, true, system);
    for (const name of spec.denied ?? []) grant(permissions, around, name, false, system);
    noteOps(spec, pkg, user, around, permissions);
  }
  return {
    installed: has,
    hidden: false,
    suspendedBy: has ? (spec.suspendedBy ?? null) : null,
    stopped: !has,
    notLaunched: !has,
    enabled: spec.enabled ?? 0,
    firstInstallTime: has ? pkg.firstInstallTime : 0,
    installReason: !has || system ? 0 : 4,
    ceDataInode: has ? 100_000 + pkg.appId * 3 + user : 0,
    lastDisabledCaller: spec.disabledBy ?? null,
    disabledComponents: spec.disabledComponents ?? [],
    enabledComponents: [],
    permissions,
  };
}

function grant(
  permissions: Map<string, Grant>,
  { sdk }: Surroundings,
  short: string,
  granted: boolean,
  system: boolean,
): void {
  const name = fullName(short);
  if (!isRuntime(name, sdk)) return;
  const sensitive = ["USER_SENSITIVE_WHEN_GRANTED", "USER_SENSITIVE_WHEN_DENIED"];
  const flags = system ? ["SYSTEM_FIXED", "GRANTED_BY_DEFAULT"] : granted ? ["USER_SET"] : ["USER_SET", "USER_FIXED"];
  permissions.set(name, { granted, flags: [...flags, ...sensitive] });
}

/** Modes and uses; what may only be used in the foreground gets a mode of its uid, as Android 10 and later do. */
function noteOps(
  spec: AppSpec,
  pkg: PackageState,
  user: number,
  around: Surroundings,
  permissions: ReadonlyMap<string, Grant>,
): void {
  const uid = user * 100_000 + pkg.appId;
  const always = permissions.get("android.permission.ACCESS_BACKGROUND_LOCATION")?.granted === true;
  for (const [name, { granted }] of permissions) {
    const op = opOf(name);
    if (op === undefined || pkg.sharedUser !== null) continue;
    opRecord(around.appOps, uid, pkg.name, op).mode = "allow";
    const foreground =
      around.sdk >= 29 &&
      (op.endsWith("_LOCATION") ? !always : around.sdk >= 30 && /^(?:CAMERA|RECORD_AUDIO)$/.test(op));
    if (!granted) uidOps(around.appOps, uid).modes.set(op, "ignore");
    else if (foreground) uidOps(around.appOps, uid).modes.set(op, "foreground");
  }
  for (const [op, mode] of Object.entries(spec.modes ?? {})) opRecord(around.appOps, uid, pkg.name, op).mode = mode;
  for (const [op, mode] of Object.entries(spec.uidModes ?? {})) uidOps(around.appOps, uid).modes.set(op, mode);
  for (const use of spec.uses ?? []) {
    const record = opRecord(around.appOps, uid, pkg.name, use.op);
    const at = around.now - Math.round(use.hours * 3_600_000);
    const event = {
      at,
      state: use.state ?? "top",
      flag: "s",
      durationMs: use.seconds === undefined ? null : use.seconds * 1000,
      tag: use.tag ?? null,
      proxy: null,
    };
    (use.rejected === true ? record.rejects : record.accesses).push(event);
  }
}
