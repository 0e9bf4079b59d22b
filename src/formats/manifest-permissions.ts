import { attr } from "./android-attributes.ts";
import type { AxmlElement } from "./axml.ts";
import type { ManifestValues } from "./manifest-values.ts";

/** A permission that an app asks for; the same one may stand more than once, with different limits. */
export interface UsesPermission {
  readonly name: string;
  /** The newest API level on which it is asked for; null: all. */
  readonly maxSdk: number | null;
  /** Asked for from Android 6 on only (`uses-permission-sdk-23`). */
  readonly fromSdk23: boolean;
  /** The app says that it does not derive places from it (`neverForLocation`). */
  readonly neverForLocation: boolean;
  /** Asked for only where the phone has, or has not, this feature. */
  readonly requiredFeature: string | null;
  readonly requiredNotFeature: string | null;
}

/** A permission that is not in the manifest, but that Android adds because of what is. */
export interface ImpliedPermission {
  readonly name: string;
  /** The newest API level on which what brings it is asked for; null: all. */
  readonly maxSdk: number | null;
  /** What brings it. */
  readonly because: string;
}

/** A permission, permission group or permission tree that an app defines. */
export interface PermissionDefinition {
  readonly kind: "permission" | "permission-group" | "permission-tree";
  readonly name: string;
  /** Who gets it. */
  readonly protection: ProtectionLevel;
  readonly group: string | null;
  readonly label: string | null;
  readonly description: string | null;
}

/** Who gets a permission: the base, and the ways around it. */
export interface ProtectionLevel {
  readonly base: "normal" | "dangerous" | "signature" | "internal" | "unknown";
  /** Such as `privileged`, `development`, `appop`. */
  readonly flags: readonly string[];
}

const usesTags: ReadonlySet<string> = new Set(["uses-permission", "uses-permission-sdk-23", "uses-permission-sdk-m"]);
const neverForLocationFlag = 0x10000;

/** Reads the permissions that the app asks for, in the order of the manifest. */
export function readUsesPermissions(values: ManifestValues, manifest: AxmlElement): UsesPermission[] {
  const read: UsesPermission[] = [];
  for (const element of manifest.children) {
    if (!usesTags.has(element.name)) continue;
    const name = values.filled(element, attr.name);
    if (name === null) continue;
    read.push({
      name,
      maxSdk: values.integer(element, attr.maxSdkVersion),
      fromSdk23: element.name !== "uses-permission",
      neverForLocation: ((values.integer(element, attr.usesPermissionFlags) ?? 0) & neverForLocationFlag) !== 0,
      requiredFeature: values.filled(element, attr.requiredFeature),
      requiredNotFeature: values.filled(element, attr.requiredNotFeature),
    });
  }
  return read;
}

/** Reads the permissions, groups and trees that the app defines. */
export function readPermissionDefinitions(values: ManifestValues, manifest: AxmlElement): PermissionDefinition[] {
  const read: PermissionDefinition[] = [];
  for (const element of manifest.children) {
    const kind = element.name;
    if (kind !== "permission" && kind !== "permission-group" && kind !== "permission-tree") continue;
    const name = values.filled(element, attr.name);
    if (name === null) continue;
    read.push({
      kind,
      name,
      protection: protectionLevel(values.integer(element, attr.protectionLevel) ?? 0),
      group: values.filled(element, attr.permissionGroup),
      label: values.filled(element, attr.label),
      description: values.filled(element, attr.description),
    });
  }
  return read;
}

const protectionFlags: readonly (readonly [number, string])[] = [
  [0x10, "privileged"],
  [0x20, "development"],
  [0x40, "appop"],
  [0x80, "pre23"],
  [0x100, "installer"],
  [0x200, "verifier"],
  [0x400, "preinstalled"],
  [0x800, "setup"],
  [0x1000, "instant"],
  [0x2000, "runtime"],
  [0x4000, "oem"],
  [0x8000, "vendorPrivileged"],
  [0x10000, "textClassifier"],
  [0x80000, "configurator"],
  [0x100000, "incidentReportApprover"],
  [0x200000, "appPredictor"],
  [0x400000, "module"],
  [0x800000, "companion"],
  [0x1000000, "retailDemo"],
  [0x2000000, "recents"],
  [0x4000000, "role"],
  [0x8000000, "knownSigner"],
];
const protectionBases = ["normal", "dangerous", "signature", "signature", "internal"] as const;
const signatureOrSystem = 3;

/**
 * Takes a protection level apart.
 *
 * AOSP frameworks/base core/java/android/content/pm/PermissionInfo.java.
 */
export function protectionLevel(level: number): ProtectionLevel {
  const base = level & 0x0f;
  const bits = base === signatureOrSystem ? level | 0x10 : level;
  return {
    base: protectionBases[base] ?? "unknown",
    flags: protectionFlags.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name),
  };
}

const android = (name: string) => `android.permission.${name}`;
const storage = ["WRITE_EXTERNAL_STORAGE", "READ_EXTERNAL_STORAGE"];
const media = ["READ_MEDIA_AUDIO", "READ_MEDIA_VIDEO", "READ_MEDIA_IMAGES"];
const bluetooth = ["BLUETOOTH_SCAN", "BLUETOOTH_CONNECT", "BLUETOOTH_ADVERTISE"];

interface Rule {
  /** Any of these brings the others; none: every app of a lower target has them. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Only for a target SDK below this one. */
  readonly below: number;
}

/**
 * AOSP frameworks/base data/etc/platform.xml (split-permission), and for the first and the last
 * services/core/java/com/android/server/pm/permission/CompatibilityPermissionInfo.java.
 */
const rules: readonly Rule[] = [
  { from: [], to: ["WRITE_EXTERNAL_STORAGE", "READ_PHONE_STATE"], below: 4 },
  { from: ["WRITE_EXTERNAL_STORAGE"], to: ["READ_EXTERNAL_STORAGE"], below: Infinity },
  { from: ["ACCESS_FINE_LOCATION"], to: ["ACCESS_COARSE_LOCATION"], below: Infinity },
  { from: ["READ_CONTACTS"], to: ["READ_CALL_LOG"], below: 16 },
  { from: ["WRITE_CONTACTS"], to: ["WRITE_CALL_LOG"], below: 16 },
  { from: ["ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION"], to: ["ACCESS_BACKGROUND_LOCATION"], below: 29 },
  { from: storage, to: ["ACCESS_MEDIA_LOCATION"], below: 29 },
  { from: ["BLUETOOTH", "BLUETOOTH_ADMIN"], to: bluetooth, below: 31 },
  { from: ["BODY_SENSORS"], to: ["BODY_SENSORS_BACKGROUND"], below: 33 },
  { from: storage, to: media, below: 33 },
  {
    from: ["READ_MEDIA_IMAGES", "READ_MEDIA_VIDEO", "ACCESS_MEDIA_LOCATION"],
    to: ["READ_MEDIA_VISUAL_USER_SELECTED"],
    below: Infinity,
  },
  { from: [], to: ["POST_NOTIFICATIONS"], below: 33 },
];

/**
 * The permissions that Android adds to those an app asks for, each once: those that were split off from one that the app has,
 * and those that older apps never had to ask for. A phone gives those that its own version knows.
 */
export function impliedPermissions(uses: readonly UsesPermission[], targetSdk: number): ImpliedPermission[] {
  const asked = new Map<string, number | null>();
  for (const { name, maxSdk } of uses) asked.set(name, wider(asked.get(name), maxSdk) ?? null);
  const implied: ImpliedPermission[] = [];
  for (const { from, to, below } of rules) {
    if (targetSdk >= below) continue;
    const sources = from.map(android).filter((name) => asked.has(name));
    if (from.length > 0 && sources.length === 0) continue;
    const maxSdk = sources.map((name) => asked.get(name)).reduce(wider, undefined) ?? null;
    for (const name of to.map(android)) {
      if (asked.has(name)) continue;
      implied.push({ name, maxSdk, because: sources[0] ?? `targetSdkVersion < ${below}` });
      asked.set(name, maxSdk);
    }
  }
  return implied;
}

/** The wider of two limits; null is none at all. */
function wider(a: number | null | undefined, b: number | null | undefined): number | null | undefined {
  if (b === undefined) return a;
  if (a === undefined) return b;
  return a === null || b === null ? null : Math.max(a, b);
}
