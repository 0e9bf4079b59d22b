import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { type AndroidManifest, readManifest } from "../../src/formats/android-manifest.ts";
import { readApkEntry } from "../../src/formats/apk-entry.ts";
import { type ApkSignatures, verifyApkSignatures } from "../../src/formats/apk-signature.ts";
import { readSigningBlock } from "../../src/formats/apk-signing-block.ts";
import { type ApkZip, openApkZip } from "../../src/formats/apk-zip.ts";
import { emptyTable, type ResourceTable, readResourceTable } from "../../src/formats/arsc.ts";
import { readAxml } from "../../src/formats/axml.ts";

/** Runs a program over an APK that lies in a folder of its own while it runs; gives what it printed, failing where it failed. */
export async function runOver(
  program: string,
  before: readonly string[],
  apk: Uint8Array,
  after: readonly string[] = [],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "candor-apk-"));
  try {
    const path = join(folder, "app.apk");
    writeFileSync(path, apk);
    const { stdout, stderr } = await promisify(execFile)(program, [...before, path, ...after]);
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What Candor's own readers find in an APK. */
export interface ReadApk {
  readonly zip: ApkZip;
  readonly manifest: AndroidManifest;
  readonly table: ResourceTable;
  readonly signatures: ApkSignatures;
  readonly entry: (name: string) => Promise<Uint8Array>;
}

export async function readWritten(apk: Uint8Array): Promise<ReadApk> {
  const zip = await openApkZip(memoryFile(apk));
  const entry = async (name: string) => {
    const found = zip.byName.get(name);
    if (!found) throw new Error(`there is no ${name}`);
    return (await readApkEntry(zip, found, nodeCodec)).bytes;
  };
  const table = zip.byName.has("resources.arsc") ? readResourceTable(await entry("resources.arsc")) : emptyTable;
  const manifest = readManifest(readAxml(await entry("AndroidManifest.xml")), table);
  const block = await readSigningBlock(zip.file, zip.end);
  const signatures = await verifyApkSignatures(zip, block, nodeCrypto, { codec: nodeCodec });
  return { zip, manifest, table, signatures, entry };
}
