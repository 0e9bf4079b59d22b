import { existsSync, readdirSync, readFileSync } from "node:fs";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { type AndroidManifest, readManifest } from "../../src/formats/android-manifest.ts";
import { readApkEntry } from "../../src/formats/apk-entry.ts";
import { type ApkZip, openApkZip } from "../../src/formats/apk-zip.ts";
import { emptyTable, type ResourceTable, readResourceTable } from "../../src/formats/arsc.ts";
import { readAxml } from "../../src/formats/axml.ts";
import type { Wanted } from "../../src/formats/res-config.ts";

const shared = "../shared/apks";
const packages = ["android-apidemos", "io.appium.settings", "appium-uiautomator2-server"];

function apksIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".apk"));
  return names.map((name) => `${folder}/${name}`);
}

/** Debian's package android-framework-res: the largest resource table there is. Tests take it in where it is installed. */
const framework = "/usr/share/android-framework-res/framework-res.apk";

/** The ordinary APKs for tests, and the odd and hostile ones. */
export const ordinaryApks = [
  ...[shared, ...packages.map((name) => `node_modules/${name}/apks`)].flatMap(apksIn),
  ...(existsSync(framework) ? [framework] : []),
];
export const oddApks = apksIn(`${shared}/evil`);

/** The file name of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Bytes of an entry of an opened APK; undefined where there is none. */
export async function entryOf(apk: ApkZip, name: string): Promise<Uint8Array | undefined> {
  const entry = apk.byName.get(name);
  return entry ? (await readApkEntry(apk, entry, nodeCodec)).bytes : undefined;
}

/** Opens an APK in memory. */
export async function openApk(path: string): Promise<ApkZip> {
  return openApkZip(memoryFile(readFileSync(path)));
}

/** Manifest and resource table of an APK. */
export async function readApk(
  path: string,
  wanted: Wanted = {},
): Promise<{ apk: ApkZip; manifest: AndroidManifest; table: ResourceTable }> {
  const apk = await openApk(path);
  const resources = await entryOf(apk, "resources.arsc");
  const table = resources ? readResourceTable(resources) : emptyTable;
  const xml = await entryOf(apk, "AndroidManifest.xml");
  if (!xml) throw new Error("no manifest");
  return { apk, manifest: readManifest(readAxml(xml), table, wanted), table };
}
