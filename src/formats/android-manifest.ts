import { FormatError } from "../core/errors.ts";
import { attr } from "./android-attributes.ts";
import { emptyTable, type ResourceTable } from "./arsc.ts";
import type { AxmlDocument, AxmlElement } from "./axml.ts";
import { type ManifestApplication, readApplication } from "./manifest-application.ts";
import { type ManifestComponent, readComponents } from "./manifest-components.ts";
import { type ManifestExtras, readExtras } from "./manifest-extras.ts";
import {
  type ImpliedPermission,
  impliedPermissions,
  type PermissionDefinition,
  readPermissionDefinitions,
  readUsesPermissions,
  type UsesPermission,
} from "./manifest-permissions.ts";
import { ManifestValues, plainText } from "./manifest-values.ts";
import type { Wanted } from "./res-config.ts";

/** What an app says of itself. null: not written. All names and texts are the app's own and may be made to mislead. */
export interface AndroidManifest {
  readonly packageName: string;
  /** Name of the split, null for the base. */
  readonly split: string | null;
  /** The lower and the higher half of the version; unsigned. */
  readonly versionCode: number | null;
  readonly versionCodeMajor: number | null;
  readonly versionName: string | null;
  /** API levels, or code names of an Android that was not out yet. */
  readonly minSdk: number | string | null;
  readonly targetSdk: number | string | null;
  readonly maxSdk: number | null;
  /** The target that Android goes by: the minimum where no target is written, 10000 for code names. */
  readonly effectiveTargetSdk: number;
  readonly compileSdk: number | null;
  readonly compileSdkCodeName: string | null;
  readonly sharedUserId: string | null;
  /** The newest API level on which it shares a user id; null: all. */
  readonly sharedUserMaxSdk: number | null;
  readonly targetSandboxVersion: number | null;
  readonly installLocation: "auto" | "internal" | "external" | null;
  readonly isFeatureSplit: boolean;
  readonly isSplitRequired: boolean;
  readonly requiredSplitTypes: readonly string[];
  readonly splitTypes: readonly string[];
  /** null: there is no `<application>`. */
  readonly application: ManifestApplication | null;
  readonly components: readonly ManifestComponent[];
  readonly usesPermissions: readonly UsesPermission[];
  readonly impliedPermissions: readonly ImpliedPermission[];
  readonly permissionDefinitions: readonly PermissionDefinition[];
  /** Features, libraries, queries, instrumentation and the like. */
  readonly extras: ManifestExtras;
  /** Attributes that name a resource which is not there, at most 100; Android's default is given for them. */
  readonly unresolved: readonly string[];
}

/** What an unreleased Android counts as. AOSP frameworks/base core/java/android/os/Build.java, CUR_DEVELOPMENT. */
const development = 10_000;

/**
 * Reads a manifest by Android's own rules for what is not written.
 *
 * @param resources the app's resource table; without it names in other languages, icons and switched values stay open.
 * @param wanted for whom texts are looked up.
 * @throws FormatError when it is no manifest, or has no package name.
 * AOSP frameworks/base core/java/com/android/internal/pm/pkg/parsing/ParsingPackageUtils.java.
 */
export function readManifest(
  { root }: AxmlDocument,
  resources: ResourceTable = emptyTable,
  wanted: Wanted = {},
): AndroidManifest {
  if (root.name !== "manifest") throw new FormatError("manifest", "its outermost element is no <manifest>");
  const packageName = plainText(root, "package");
  if (packageName === null || packageName === "") throw new FormatError("manifest", "it names no package");
  const values = new ManifestValues(resources, wanted);
  const sdk = readSdk(values, root);
  // Of several, Android takes the first and leaves out the others.
  const element = root.children.find(({ name }) => name === "application");
  const application = element ? readApplication(values, element, packageName, sdk.effectiveTargetSdk) : null;
  const defaults = {
    packageName,
    targetSdk: sdk.effectiveTargetSdk,
    permission: application?.permission ?? null,
  };
  const usesPermissions = readUsesPermissions(values, root);
  return {
    packageName,
    ...readIdentity(values, root),
    ...sdk,
    application,
    components: element ? readComponents(values, element, defaults) : [],
    usesPermissions,
    impliedPermissions: impliedPermissions(usesPermissions, sdk.effectiveTargetSdk),
    permissionDefinitions: readPermissionDefinitions(values, root),
    extras: readExtras(values, root, element),
    unresolved: [...values.unresolved],
  };
}

/** The whole version: both halves in one number, as `pm` and `dumpsys` print it on Android 9 and newer. */
export function longVersionCode({ versionCode, versionCodeMajor }: AndroidManifest): bigint {
  return (BigInt(versionCodeMajor ?? 0) << 32n) | BigInt(versionCode ?? 0);
}

/** The activities (and aliases) that the home screen shows; none: the app has no icon there. */
export function launcherActivities({ components }: AndroidManifest): ManifestComponent[] {
  return components.filter(
    ({ kind, filters, enabled }) =>
      (kind === "activity" || kind === "activity-alias") &&
      enabled.value &&
      filters.some(
        ({ actions, categories }) =>
          actions.includes("android.intent.action.MAIN") && categories.includes("android.intent.category.LAUNCHER"),
      ),
  );
}

const installLocations = ["auto", "internal", "external"] as const;

function readIdentity(values: ManifestValues, root: AxmlElement) {
  const unsigned = (id: number) => {
    const number = values.integer(root, id);
    return number === null ? null : number >>> 0;
  };
  const list = (id: number) => (values.filled(root, id) ?? "").split(",").filter((type) => type !== "");
  return {
    split: plainText(root, "split") || null,
    versionCode: unsigned(attr.versionCode),
    versionCodeMajor: unsigned(attr.versionCodeMajor),
    versionName: values.text(root, attr.versionName),
    compileSdk: values.integer(root, attr.compileSdkVersion),
    compileSdkCodeName: values.text(root, attr.compileSdkVersionCodename),
    sharedUserId: values.filled(root, attr.sharedUserId),
    sharedUserMaxSdk: values.integer(root, attr.sharedUserMaxSdkVersion),
    targetSandboxVersion: values.integer(root, attr.targetSandboxVersion),
    installLocation: installLocations[values.integer(root, attr.installLocation) ?? -1] ?? null,
    isFeatureSplit: values.flag(root, attr.isFeatureSplit, false).value,
    isSplitRequired: values.flag(root, attr.isSplitRequired, false).value,
    requiredSplitTypes: list(attr.requiredSplitTypes),
    splitTypes: list(attr.splitTypes),
  };
}

/** Of several `<uses-sdk>` the last one counts. */
function readSdk(values: ManifestValues, root: AxmlElement) {
  const element = root.children.findLast(({ name }) => name === "uses-sdk");
  const read = (id: number) => (element ? values.integerOrText(element, id) : null);
  const minSdk = read(attr.minSdkVersion);
  const targetSdk = read(attr.targetSdkVersion);
  const target = targetSdk ?? minSdk ?? 1;
  const maxSdk = element ? values.integer(element, attr.maxSdkVersion) : null;
  const effectiveTargetSdk = typeof target === "number" ? target : levelOf(target);
  return { minSdk, targetSdk, maxSdk, effectiveTargetSdk };
}

function levelOf(codeName: string): number {
  return /^\d{1,5}$/.test(codeName) ? Number(codeName) : development;
}
