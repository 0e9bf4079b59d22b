import { signApk, type WrittenScheme } from "./apk-signer.ts";
import { type Resource, writeArsc } from "./arsc-writer.ts";
import { writeAxml, type XmlElement } from "./axml-writer.ts";
import type { DexContents } from "./dex-tables.ts";
import { writeDex } from "./dex-writer.ts";
import { type ManifestSpec, manifestXml } from "./manifest-xml.ts";
import { type NetworkSecuritySpec, networkSecurityXml } from "./network-security-xml.ts";
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
  /** Of no signer: unsigned. */
  readonly signer?: TestSigner;
  /** Both where left out. */
  readonly schemes?: readonly WrittenScheme[];
  readonly signingPairs?: readonly (readonly [id: number, value: Uint8Array])[];
  /** Changes entries before they are written: what headers say, their order, further ones. */
  readonly tamper?: (items: readonly ZipItem[]) => readonly ZipItem[];
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
}

/**
 * Writes an APK. The same spec gives the same bytes but for what a key adds: its certificate and signatures.
 *
 * @throws RangeError for what the formats cannot hold.
 */
export async function writeApk(spec: ApkSpec): Promise<Uint8Array<ArrayBuffer>> {
  const xml = { ...spec.xml };
  if (spec.networkSecurityConfig) xml["network_security_config"] = networkSecurityXml(spec.networkSecurityConfig);
  const table = writeArsc(spec.package, resources(spec, Object.keys(xml)));
  const manifest = manifestXml(withResources(spec), (name) => {
    const id = table.ids.get(name);
    if (id === undefined) throw new RangeError(`there is no resource ${name}`);
    return id;
  });
  const items: ZipItem[] = [
    { name: "AndroidManifest.xml", bytes: writeAxml(manifest) },
    ...(await codeOf(spec.dex)),
    { name: "resources.arsc", bytes: table.bytes, stored: true },
    { name: iconPath, bytes: icon(), stored: true },
    ...Object.entries(xml).map(([name, root]) => ({ name: `res/xml/${name}.xml`, bytes: writeAxml(root) })),
    ...filesOf(spec.files),
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
  const items = [
    { name: "AndroidManifest.xml", bytes: writeAxml(manifest) },
    ...(await codeOf(dex)),
    ...filesOf(split.files),
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

function resources(spec: ApkSpec, xmlNames: readonly string[]): Resource[] {
  const labels = typeof spec.label === "string" ? { "": spec.label } : spec.label;
  const label = Object.entries(labels).map(([locale, value]) => ({ ...(locale === "" ? {} : { locale }), value }));
  return [
    { name: "mipmap/ic_launcher", values: [{ density: 160, value: iconPath }] },
    { name: "string/app_name", values: label },
    ...Object.entries(spec.strings ?? {}).map(([name, value]) => ({ name: `string/${name}`, values: [{ value }] })),
    ...xmlNames.map((name) => ({ name: `xml/${name}`, values: [{ value: `res/xml/${name}.xml` }] })),
  ];
}

function withResources(spec: ApkSpec): ManifestSpec {
  return {
    ...spec,
    hasCode: spec.hasCode ?? (spec.dex ?? []).length > 0,
    applicationAttributes: {
      "android:label": { resource: "string/app_name" },
      "android:icon": { resource: "mipmap/ic_launcher" },
      ...(spec.networkSecurityConfig
        ? { "android:networkSecurityConfig": { resource: "xml/network_security_config" } }
        : {}),
      ...spec.applicationAttributes,
    },
  };
}

/** A PNG of one pixel. */
function icon(): Uint8Array {
  const base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
