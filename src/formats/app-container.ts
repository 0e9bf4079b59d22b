import { FormatError } from "../core/errors.ts";
import { locateApkEntry, readApkEntry } from "./apk-entry.ts";
import { shownName } from "./apk-names.ts";
import { type ApkEntry, type ApkLimits, type ApkZip, apkLimits, openApkZip } from "./apk-zip.ts";
import { fileOf, fileWindow } from "./file-window.ts";
import { parseXapkManifest, type XapkManifest } from "./xapk-manifest.ts";
import type { RandomAccess, ZipCodec } from "./zip.ts";

/** An APK, the ways in which several are handed out as one file, and the bundle that shops make APKs from. */
export type AppKind = "apk" | "xapk" | "apks" | "apkm" | "zip" | "aab";

/** What opening containers may cost. */
export interface ContainerLimits {
  readonly zip: ApkLimits;
  /** Bytes of an inner APK that is packed and so must be unpacked into memory. */
  readonly maxInflatedBytes: number;
  /** How deep containers may lie in one another. */
  readonly maxDepth: number;
  readonly maxInner: number;
}

/** An APK set of a large app holds some hundred APKs; nobody hands out a container in a container in a container. */
export const containerLimits: ContainerLimits = {
  zip: apkLimits,
  maxInflatedBytes: 128 * 1024 * 1024,
  maxDepth: 3,
  maxInner: 2000,
};

/** A file that holds an app, or several APKs of one. */
export interface AppFile {
  /** By content, never by its own name. */
  readonly kind: AppKind;
  readonly zip: ApkZip;
  /**
   * What it holds by name: the APKs of a container, which are the parts of one app; of an APK those that it carries with
   * it, which are apps of their own. In the order of its table of contents.
   */
  readonly inner: readonly InnerApp[];
  /** The package that an XAPK names for all of its parts. */
  readonly packageName?: string;
}

/** An APK or container inside of another. */
export interface InnerApp {
  /** Path in the container: data, never a path. */
  readonly name: string;
  /** Bytes of it, as told. */
  readonly size: number;
  /** It can be read in place; else it is unpacked into memory. */
  readonly stored: boolean;
  /** What an XAPK calls it: `base`, `config.de`. */
  readonly id?: string;
  /**
   * Opens it; nothing of it was read before.
   *
   * @throws FormatError where it holds no app, is too large to unpack, or lies too deep.
   */
  open(): Promise<AppFile>;
}

const innerName = /\.(?:apk|xapk|apks|apkm)$/i;

/**
 * Opens an APK, or a container of APKs, and lists what lies inside. Only tables of contents are read, and the small
 * manifest of an XAPK.
 *
 * @throws FormatError where it is neither.
 * XAPK: `manifest.json` with `xapk_version`; APKS (bundletool): `toc.pb`; APKM: `info.json`; AAB: `base/manifest/`.
 */
export async function openAppFile(
  file: RandomAccess,
  codec: ZipCodec,
  limits: ContainerLimits = containerLimits,
): Promise<AppFile> {
  return await openAt(file, codec, limits, 0);
}

async function openAt(file: RandomAccess, codec: ZipCodec, limits: ContainerLimits, depth: number): Promise<AppFile> {
  if (depth > limits.maxDepth)
    throw new FormatError("app", `it lies in more than ${limits.maxDepth} containers within one another`);
  const zip = await openApkZip(file, limits.zip);
  const apks = zip.entries.filter((entry) => innerName.test(entry.name));
  if (apks.length > limits.maxInner) throw new FormatError("app", `it holds more than ${limits.maxInner} APKs`);
  const xapk = isApk(zip) ? undefined : await readXapk(zip, codec);
  const kind = xapk ? "xapk" : kindOf(zip, apks.length > 0);
  if (!kind) throw new FormatError("app", "it is a zip, but no APK, and there is none in it");
  const inner = apks.map((entry) => innerApp(zip, entry, codec, limits, depth, xapk));
  return { kind, zip, inner, ...(xapk && { packageName: xapk.packageName }) };
}

/** A manifest makes an APK, whatever else is in it: so a container cannot pass for harmless by a file of its name. */
function isApk({ byName }: ApkZip): boolean {
  return byName.has("AndroidManifest.xml");
}

function kindOf(zip: ApkZip, holdsApks: boolean): AppKind | undefined {
  const { byName } = zip;
  if (isApk(zip)) return "apk";
  if (byName.has("base/manifest/AndroidManifest.xml") || byName.has("BundleConfig.pb")) return "aab";
  if (holdsApks && byName.has("toc.pb")) return "apks";
  if (holdsApks && byName.has("info.json")) return "apkm";
  // Without a manifest Android would not install it, but its code is there to be looked at.
  if (byName.has("classes.dex") || byName.has("resources.arsc")) return "apk";
  return holdsApks ? "zip" : undefined;
}

/** The manifest of an XAPK; undefined where there is none that can be read, and then its APKs are still there. */
async function readXapk(zip: ApkZip, codec: ZipCodec): Promise<XapkManifest | undefined> {
  const entry = zip.byName.get("manifest.json");
  if (!entry || entry.size > 4 * 1024 * 1024) return undefined;
  try {
    return parseXapkManifest(new TextDecoder().decode((await readApkEntry(zip, entry, codec)).bytes));
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function innerApp(
  zip: ApkZip,
  entry: ApkEntry,
  codec: ZipCodec,
  limits: ContainerLimits,
  depth: number,
  xapk: XapkManifest | undefined,
): InnerApp {
  const { name, size } = entry;
  const stored = entry.method === 0 && size === entry.packedSize;
  const id = xapk?.apks.get(name);
  const bytes = async (): Promise<RandomAccess> => {
    if (stored) return fileWindow(zip.file, (await locateApkEntry(zip, entry)).dataOffset, size);
    if (size > limits.maxInflatedBytes)
      throw new FormatError("app", `${shownName(name)} is packed, and too large to be unpacked into memory`);
    const bounded = { ...zip, limits: { ...zip.limits, maxEntryBytes: limits.maxInflatedBytes } };
    return fileOf((await readApkEntry(bounded, entry, codec)).bytes);
  };
  return {
    name,
    size,
    stored,
    ...(id !== undefined && { id }),
    open: async () => await openAt(await bytes(), codec, limits, depth + 1),
  };
}
