import { signApk, type WrittenScheme } from "./apk-signer.ts";
import { type ResConfig, type Resource, type WrittenTable, writeArsc } from "./arsc-writer.ts";
import { writeAxml, type XmlElement } from "./axml-writer.ts";
import type { DexContents } from "./dex-tables.ts";
import { writeDex } from "./dex-writer.ts";
import { type ManifestSpec, manifestXml } from "./manifest-xml.ts";
import { type NetworkSecuritySpec, networkSecurityXml } from "./network-security-xml.ts";
import { writePng } from "./png-writer.ts";
import type { TestSigner } from "./test-signer.ts";
import { writeZip, type ZipItem } from "./zip-writer.ts";

/** What an APK is to be: its manifest, and everything beside it. */
export interface ApkSpec extends ManifestSpec {
  /** What the home screen shows; by locale, `""` for all others. */
  readonly label: string | Readonly<Record<string, string>>;
  /** classes.dex, classes2.dex and so on; none: an app without code. */
  readonly dex?: readonly DexContents[];
  /** Further texts of the resource table, by name. */
  readonly strings?: Readonly<Record<string, string>>;
  /** Further files by path: `assets/…`, `lib/arm64-v8a/lib….so`. Texts are UTF-8. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
  /** Binary XML beside the manifest: `res/xml/NAME.xml`, the resource `xml/NAME`. */
  readonly xml?: Readonly<Record<string, XmlElement>>;
  readonly networkSecurityConfig?: NetworkSecuritySpec;
  /** null: none; one point where left out. */
  readonly icon?: IconSpec | null;
  /** Of no signer: unsigned. */
  readonly signer?: TestSigner;
  /** Both where left out. */
  readonly schemes?: readonly WrittenScheme[];
  readonly signingPairs?: readonly (readonly [id: number, value: Uint8Array])[];
  /** Changes entries before they are written: what headers say, their order, further ones. */
  readonly tamper?: (items: readonly ZipItem[]) => readonly ZipItem[];
}

/** What an icon is made of. */
export interface IconSpec {
  /** Its files, by screen; `sdk` 26 for those that are put together on the phone. */
  readonly values: readonly (ResConfig & { readonly path: string })[];
  /** What they are put together of, by the name of the resource: `drawable/front`. */
  readonly drawables?: Readonly<Record<string, readonly (ResConfig & { readonly path: string })[]>>;
  /** By path; XML names other resources by their ids. */
  readonly files: Readonly<Record<string, Uint8Array | ((id: (name: string) => number) => XmlElement)>>;
}

/** A part of an app that is installed beside its base. */
export interface SplitSpec {
  /** `config.de`, `config.arm64_v8a`, or the name of a feature. */
  readonly name: string;
  readonly isFeature?: boolean;
  /** Of configurations of features: the feature. */
  readonly configForSplit?: string;
  readonly dex?: readonly DexContents[];
  readonly components?: ManifestSpec["components"];
  readonly files?: ApkSpec["files"];
  /** Of a part for a density: what of the base's icon lies here, under names that the base knows. */
  readonly icon?: IconSpec;
}

/**
 * Writes an APK. The same spec gives the same bytes but for what a key adds: its certificate and signatures.
 *
 * @throws RangeError for what the formats cannot hold.
 */
export async function writeApk(spec: ApkSpec): Promise<Uint8Array<ArrayBuffer>> {
  const xml = xmlOf(spec);
  const table = writeArsc(spec.package, resources(spec));
  const idOf = idsOf(table);
  const manifest = manifestXml(withResources(spec), idOf);
  const items: ZipItem[] = [
    { name: "AndroidManifest.xml", bytes: writeAxml(manifest) },
    ...(await codeOf(spec.dex)),
    { name: "resources.arsc", bytes: table.bytes, stored: true },
    ...Object.entries(xml).map(([name, root]) => ({ name: `res/xml/${name}.xml`, bytes: writeAxml(root) })),
    ...filesOf(spec.files),
    ...iconItems(iconOf(spec), idOf),
  ];
  return finish(items, spec);
}

/**
 * Writes an app in several APKs, all by one signer: the base as `base.apk`, the others as `split_NAME.apk`, which is how they lie in a
 * folder of `/data/app`.
 */
export async function writeApkSet(
  base: ApkSpec,
  splits: readonly SplitSpec[],
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map([["base.apk", await writeApk(base)]]);
  for (const split of splits) files.set(`split_${split.name}.apk`, await writeSplit(base, split));
  return files;
}

/** Writes one split of an app; its base need not be written for it. */
export async function writeSplit(base: ApkSpec, split: SplitSpec): Promise<Uint8Array<ArrayBuffer>> {
  const { name, isFeature, configForSplit, components, dex = [] } = split;
  const spec: ManifestSpec = {
    package: base.package,
    versionCode: base.versionCode,
    versionName: isFeature === true ? base.versionName : null,
    ...(isFeature === true && base.minSdk !== undefined ? { minSdk: base.minSdk } : {}),
    ...(components ? { components } : {}),
    hasCode: dex.length > 0,
    manifestAttributes: {
      split: name,
      ...(isFeature === true ? { "android:isFeatureSplit": true } : { configForSplit: configForSplit ?? "" }),
    },
  };
  const manifest = manifestXml(spec, () => 0);
  const table = split.icon && writeArsc(base.package, splitResources(base, split.icon));
  const items = [
    { name: "AndroidManifest.xml", bytes: writeAxml(manifest) },
    ...(await codeOf(dex)),
    ...filesOf(split.files),
    ...(table ? [{ name: "resources.arsc", bytes: table.bytes, stored: true }] : []),
    ...(split.icon && table ? iconItems(split.icon, idsOf(table)) : []),
  ];
  const { signer, schemes } = base;
  return finish(items, { ...(signer ? { signer } : {}), ...(schemes ? { schemes } : {}) });
}

async function finish(
  items: readonly ZipItem[],
  { signer, schemes, signingPairs, tamper }: Pick<ApkSpec, "signer" | "schemes" | "signingPairs" | "tamper">,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await writeZip(tamper ? tamper(items) : items);
  if (!signer) return zip;
  return signApk(zip, {
    signer,
    ...(schemes ? { schemes } : {}),
    ...(signingPairs ? { pairs: signingPairs } : {}),
  });
}

async function codeOf(dex: readonly DexContents[] = []): Promise<ZipItem[]> {
  const name = (i: number): string => (i === 0 ? "classes.dex" : `classes${i + 1}.dex`);
  return Promise.all(dex.map(async (contents, i) => ({ name: name(i), bytes: await writeDex(contents) })));
}

/** What is packed already is stored; native libraries begin at pages, so that they can be mapped. */
function filesOf(files: ApkSpec["files"] = {}): ZipItem[] {
  return Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    ...(name.endsWith(".so")
      ? { stored: true, alignment: 4096 }
      : /\.(?:png|jpg|zip|apk|mp3)$/.test(name)
        ? { stored: true }
        : {}),
  }));
}

const iconPath = "res/mipmap-mdpi/ic_launcher.png";

/** A PNG of one point. */
const onePoint: IconSpec = {
  values: [{ density: 160, path: iconPath }],
  files: { [iconPath]: writePng(1, [[0, 0, 0, 255]], () => 0) },
};

function idsOf({ ids }: WrittenTable): (name: string) => number {
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new RangeError(`there is no resource ${name}`);
    return id;
  };
}

function iconItems(icon: IconSpec | null, idOf: (name: string) => number): ZipItem[] {
  return Object.entries(icon?.files ?? {}).map(([name, content]) =>
    typeof content === "function" ? { name, bytes: writeAxml(content(idOf)) } : { name, bytes: content, stored: true },
  );
}

const launcherIcon = "mipmap/ic_launcher";

function resources(spec: ApkSpec): Resource[] {
  const icon = iconOf(spec);
  const labels = typeof spec.label === "string" ? { "": spec.label } : spec.label;
  const label = Object.entries(labels).map(([locale, value]) => ({ ...(locale === "" ? {} : { locale }), value }));
  return [
    ...(icon ? [{ name: launcherIcon, values: pathsIn(icon, launcherIcon) }] : []),
    { name: "string/app_name", values: label },
    ...Object.entries(spec.strings ?? {}).map(([name, value]) => ({ name: `string/${name}`, values: [{ value }] })),
    ...Object.keys(xmlOf(spec)).map((name) => ({ name: `xml/${name}`, values: [{ value: `res/xml/${name}.xml` }] })),
    ...Object.keys(icon?.drawables ?? {}).map((name) => ({ name, values: icon ? pathsIn(icon, name) : [] })),
  ];
}

/** The resources of the base with the values that a split has, so that the ids are the same. */
function splitResources(base: ApkSpec, icon: IconSpec): Resource[] {
  return resources(base).map(({ name }) => ({ name, values: pathsIn(icon, name) }));
}

function pathsIn({ values, drawables = {} }: IconSpec, name: string): Resource["values"] {
  const files = name === launcherIcon ? values : (drawables[name] ?? []);
  return files.map(({ path, ...config }) => ({ ...config, value: path }));
}

function iconOf({ icon }: ApkSpec): IconSpec | null {
  return icon === undefined ? onePoint : icon;
}

function xmlOf(spec: ApkSpec): Readonly<Record<string, XmlElement>> {
  const { xml = {}, networkSecurityConfig: rules } = spec;
  return rules ? { ...xml, network_security_config: networkSecurityXml(rules) } : xml;
}

function withResources(spec: ApkSpec): ManifestSpec {
  return {
    ...spec,
    hasCode: spec.hasCode ?? (spec.dex ?? []).length > 0,
    applicationAttributes: {
      "android:label": { resource: "string/app_name" },
      ...(spec.icon === null ? {} : { "android:icon": { resource: launcherIcon } }),
      ...(spec.networkSecurityConfig
        ? { "android:networkSecurityConfig": { resource: "xml/network_security_config" } }
        : {}),
      ...spec.applicationAttributes,
    },
  };
}
