import type { XmlElement } from "./axml-writer.ts";
import type { ResValue } from "./res-chunk.ts";

/** A value of the manifest: a value as it is, or a resource of the app by its name, `string/app_name`. */
export type ManifestValue = ResValue | { readonly resource: string };

/** An intent filter; `data` holds the attributes of each `<data>`. */
export interface FilterSpec {
  readonly actions?: readonly string[];
  readonly categories?: readonly string[];
  readonly data?: readonly Readonly<Record<string, string>>[];
  readonly autoVerify?: boolean;
}

/** An activity, service, receiver or provider. */
export interface ComponentSpec {
  readonly kind: "activity" | "activity-alias" | "service" | "receiver" | "provider";
  /** With or without the package in front. */
  readonly name: string;
  readonly exported?: boolean;
  readonly enabled?: boolean;
  readonly permission?: string;
  readonly process?: string;
  readonly label?: string;
  /** Providers only. */
  readonly authorities?: string;
  /** Aliases only. */
  readonly targetActivity?: string;
  /** Bits of ServiceInfo.FOREGROUND_SERVICE_TYPE_*; services only. */
  readonly foregroundServiceType?: number;
  readonly filters?: readonly FilterSpec[];
  /** Values as `android:value`, resources as `android:resource`. */
  readonly metaData?: Readonly<Record<string, ManifestValue>>;
}

/** What a manifest says. */
export interface ManifestSpec {
  readonly package: string;
  readonly versionCode: number;
  /** null: not written, as in splits. */
  readonly versionName: string | null;
  /** Left out in splits, which Android takes from the base. */
  readonly minSdk?: number;
  readonly targetSdk?: number;
  /** With `android.permission.` in front where there is no dot. */
  readonly permissions?: readonly (string | { readonly name: string; readonly maxSdk: number })[];
  readonly components?: readonly ComponentSpec[];
  readonly metaData?: ComponentSpec["metaData"];
  /** Packages that it wants to see; Android 11 and newer. */
  readonly queries?: readonly string[];
  readonly sharedUserId?: string;
  readonly debuggable?: boolean;
  readonly testOnly?: boolean;
  readonly allowBackup?: boolean;
  readonly hasCode?: boolean;
  readonly usesCleartextTraffic?: boolean;
  /** Further attributes of `<manifest>` and `<application>`. */
  readonly manifestAttributes?: Readonly<Record<string, ManifestValue>>;
  readonly applicationAttributes?: Readonly<Record<string, ManifestValue>>;
}

/**
 * The manifest as a tree.
 *
 * @param resource gives the id of a resource by its name.
 * https://developer.android.com/guide/topics/manifest/manifest-intro
 */
export function manifestXml(spec: ManifestSpec, resource: (name: string) => number): XmlElement {
  const plain = (values: Readonly<Record<string, ManifestValue | undefined>> = {}): Record<string, ResValue> =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, resolve(value)]])),
    );
  const resolve = (value: ManifestValue): ResValue =>
    typeof value === "object" && "resource" in value ? { reference: resource(value.resource) } : value;
  const metaData = (values: ComponentSpec["metaData"] = {}): XmlElement[] =>
    Object.entries(values).map(([name, value]) => ({
      name: "meta-data",
      attributes: {
        "android:name": name,
        [typeof value === "object" && "resource" in value ? "android:resource" : "android:value"]: resolve(value),
      },
    }));
  const usesSdk = { "android:minSdkVersion": spec.minSdk, "android:targetSdkVersion": spec.targetSdk };
  const application: XmlElement = {
    name: "application",
    attributes: plain({
      "android:debuggable": spec.debuggable,
      "android:testOnly": spec.testOnly,
      "android:allowBackup": spec.allowBackup,
      "android:hasCode": spec.hasCode,
      "android:usesCleartextTraffic": spec.usesCleartextTraffic,
      ...spec.applicationAttributes,
    }),
    children: [
      ...metaData(spec.metaData),
      ...(spec.components ?? []).map((each) => component(each, metaData(each.metaData))),
    ],
  };
  const queries = (spec.queries ?? []).map((name) => ({ name: "package", attributes: { "android:name": name } }));
  return {
    name: "manifest",
    attributes: plain({
      package: spec.package,
      "android:versionCode": spec.versionCode,
      "android:versionName": spec.versionName ?? undefined,
      "android:sharedUserId": spec.sharedUserId,
      ...spec.manifestAttributes,
    }),
    children: [
      ...(spec.minSdk === undefined && spec.targetSdk === undefined
        ? []
        : [{ name: "uses-sdk", attributes: plain(usesSdk) }]),
      ...(spec.permissions ?? []).map(usesPermission),
      ...(queries.length > 0 ? [{ name: "queries", children: queries }] : []),
      application,
    ],
  };
}

function usesPermission(given: string | { readonly name: string; readonly maxSdk: number }): XmlElement {
  const { name, maxSdk } = typeof given === "string" ? { name: given, maxSdk: undefined } : given;
  const full = name.includes(".") ? name : `android.permission.${name}`;
  return { name: "uses-permission", attributes: { "android:name": full, "android:maxSdkVersion": maxSdk } };
}

function component(spec: ComponentSpec, metaData: readonly XmlElement[]): XmlElement {
  return {
    name: spec.kind,
    attributes: {
      "android:label": spec.label,
      "android:name": spec.name,
      "android:permission": spec.permission,
      "android:enabled": spec.enabled,
      "android:exported": spec.exported,
      "android:process": spec.process,
      "android:authorities": spec.authorities,
      "android:targetActivity": spec.targetActivity,
      "android:foregroundServiceType":
        spec.foregroundServiceType === undefined ? undefined : { hex: spec.foregroundServiceType },
    },
    children: [...(spec.filters ?? []).map(filter), ...metaData],
  };
}

function filter({ actions = [], categories = [], data = [], autoVerify }: FilterSpec): XmlElement {
  const named = (name: string) => (value: string) => ({ name, attributes: { "android:name": value } });
  const prefixed = (row: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [`android:${name}`, value]));
  return {
    name: "intent-filter",
    attributes: { "android:autoVerify": autoVerify },
    children: [
      ...actions.map(named("action")),
      ...categories.map(named("category")),
      ...data.map((row) => ({ name: "data", attributes: prefixed(row) })),
    ],
  };
}
