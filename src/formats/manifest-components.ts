import { attr } from "./android-attributes.ts";
import type { AxmlElement } from "./axml.ts";
import { type IntentFilter, type MetaData, readFilter, readMetaData } from "./manifest-filters.ts";
import type { ManifestFlag, ManifestValues } from "./manifest-values.ts";

/** A part of an app that the phone can start. */
export interface ManifestComponent {
  readonly kind: "activity" | "activity-alias" | "service" | "receiver" | "provider";
  /** Full class name. */
  readonly name: string;
  /** Of an alias: the activity behind it. */
  readonly target: string | null;
  readonly label: string | null;
  /**
   * Whether other apps may start it. Not declared, it is so with an intent filter; providers are so up to target SDK 16. From
   * target SDK 31 Android 12 refuses an app where it is not declared beside an intent filter.
   */
  readonly exported: ManifestFlag;
  readonly enabled: ManifestFlag;
  /** What a caller must hold; the application's where the component names none. */
  readonly permission: string | null;
  /** Where it runs; null: in the process of the application. */
  readonly process: string | null;
  readonly directBootAware: boolean;
  readonly filters: readonly IntentFilter[];
  readonly metaData: readonly MetaData[];
  /** Of services only. */
  readonly service: ServiceTraits | null;
  /** Of providers only. */
  readonly provider: ProviderTraits | null;
  /** Of activities: hidden from the list of recent apps, where that is declared. */
  readonly excludeFromRecents: boolean;
}

/** What only services have. */
export interface ServiceTraits {
  /** What it may do while in the foreground, such as `location`, `microphone`. */
  readonly foregroundTypes: readonly string[];
  readonly isolatedProcess: boolean;
}

/** What only content providers have. */
export interface ProviderTraits {
  readonly authorities: readonly string[];
  /** What a caller must hold; null: nothing. */
  readonly readPermission: string | null;
  readonly writePermission: string | null;
  readonly grantUriPermissions: boolean;
  /** Paths with a permission of their own. */
  readonly pathPermissions: readonly PathPermission[];
}

/** `<path-permission>`. */
export interface PathPermission {
  readonly path: string;
  readonly match: "exact" | "prefix" | "pattern";
  readonly readPermission: string | null;
  readonly writePermission: string | null;
}

/** What components take from their application. */
export interface ComponentDefaults {
  readonly packageName: string;
  readonly targetSdk: number;
  readonly permission: string | null;
}

const kinds: ReadonlySet<string> = new Set(["activity", "activity-alias", "service", "receiver", "provider"]);

/** Reads all components right inside of `<application>`; those without a name are left out, as nothing can start them. */
export function readComponents(
  values: ManifestValues,
  application: AxmlElement,
  defaults: ComponentDefaults,
): ManifestComponent[] {
  const components: ManifestComponent[] = [];
  for (const element of application.children) {
    if (!kinds.has(element.name)) continue;
    const component = readComponent(values, element, element.name as ManifestComponent["kind"], defaults);
    if (component) components.push(component);
  }
  return components;
}

/** A class name with the package put in front where it begins with a dot or has none. */
export function className(packageName: string, name: string): string {
  if (name.startsWith(".")) return packageName + name;
  return name.includes(".") ? name : `${packageName}.${name}`;
}

function readComponent(
  values: ManifestValues,
  element: AxmlElement,
  kind: ManifestComponent["kind"],
  defaults: ComponentDefaults,
): ManifestComponent | undefined {
  const { packageName } = defaults;
  const name = values.filled(element, attr.name);
  if (name === null) return undefined;
  const filters = element.children
    .filter((child) => child.name === "intent-filter")
    .map((child) => readFilter(values, child))
    // Android drops those of activities and receivers when they name no action.
    .filter(({ actions }) => actions.length > 0 || kind === "service" || kind === "provider");
  const target = kind === "activity-alias" ? values.filled(element, attr.targetActivity) : null;
  const openByDefault = kind === "provider" ? defaults.targetSdk < 17 : filters.length > 0;
  // An alias does not take on the application's permission.
  const permission =
    values.filled(element, attr.permission) ?? (kind === "activity-alias" ? null : defaults.permission);
  return {
    kind,
    name: className(packageName, name),
    target: target === null ? null : className(packageName, target),
    label: values.filled(element, attr.label),
    exported: values.flag(element, attr.exported, openByDefault),
    enabled: values.flag(element, attr.enabled, true),
    permission,
    process: processName(packageName, values.filled(element, attr.process)),
    directBootAware: values.flag(element, attr.directBootAware, false).value,
    filters,
    metaData: readMetaData(values, element),
    service: kind === "service" ? serviceTraits(values, element) : null,
    provider: kind === "provider" ? providerTraits(values, element, permission) : null,
    excludeFromRecents: values.flag(element, attr.excludeFromRecents, false).value,
  };
}

/** A process name that begins with a colon is private to the app: the package stands in front. */
export function processName(packageName: string, name: string | null): string | null {
  return name?.startsWith(":") ? packageName + name : name;
}

/** Bits of `foregroundServiceType`. AOSP frameworks/base core/java/android/content/pm/ServiceInfo.java. */
const foregroundTypes: readonly (readonly [number, string])[] = [
  [0x1, "dataSync"],
  [0x2, "mediaPlayback"],
  [0x4, "phoneCall"],
  [0x8, "location"],
  [0x10, "connectedDevice"],
  [0x20, "mediaProjection"],
  [0x40, "camera"],
  [0x80, "microphone"],
  [0x100, "health"],
  [0x200, "remoteMessaging"],
  [0x400, "systemExempted"],
  [0x800, "shortService"],
  [0x2000, "mediaProcessing"],
  [0x40000000, "specialUse"],
];

function serviceTraits(values: ManifestValues, element: AxmlElement): ServiceTraits {
  const bits = values.integer(element, attr.foregroundServiceType) ?? 0;
  return {
    foregroundTypes: foregroundTypes.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name),
    isolatedProcess: values.flag(element, attr.isolatedProcess, false).value,
  };
}

function providerTraits(values: ManifestValues, element: AxmlElement, permission: string | null): ProviderTraits {
  return {
    authorities: (values.filled(element, attr.authorities) ?? "").split(";").filter((authority) => authority !== ""),
    readPermission: values.filled(element, attr.readPermission) ?? permission,
    writePermission: values.filled(element, attr.writePermission) ?? permission,
    grantUriPermissions: values.flag(element, attr.grantUriPermissions, false).value,
    pathPermissions: element.children
      .filter((child) => child.name === "path-permission")
      .flatMap((child) => pathPermission(values, child)),
  };
}

function pathPermission(values: ManifestValues, element: AxmlElement): PathPermission[] {
  const both = values.filled(element, attr.permission);
  const readPermission = values.filled(element, attr.readPermission) ?? both;
  const writePermission = values.filled(element, attr.writePermission) ?? both;
  const forms = [
    [attr.path, "exact"],
    [attr.pathPrefix, "prefix"],
    [attr.pathPattern, "pattern"],
  ] as const;
  for (const [id, match] of forms) {
    const path = values.text(element, id);
    if (path !== null) return [{ path, match, readPermission, writePermission }];
  }
  return [];
}
