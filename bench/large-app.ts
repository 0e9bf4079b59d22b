import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { memoryFile } from "../src/device/file.ts";
import { type ApkZip, openApkZip } from "../src/formats/apk-zip.ts";
import { signApk } from "../src/phone/apk/apk-signer.ts";
import { createTestSigner } from "../src/phone/apk/test-signer.ts";
import { writeZip, type ZipItem } from "../src/phone/apk/zip-writer.ts";

const [dexFiles, fileBytes] = [88, 126_000_000];

/**
 * Makes an app as large as the largest, signed with v2: 88 DEX of other apps, the largest of them again and again, as they lie packed there,
 * manifest and resource table of the last app, and one native library of random bytes that fills 126 MB. Gives its path.
 */
export async function makeLargeApp(folder: string, apps: readonly string[]): Promise<string> {
  const opened = await Promise.all(
    apps.map(async (path) => {
      const bytes = readFileSync(path);
      return { bytes, zip: await openApkZip(memoryFile(bytes)) };
    }),
  );
  const code = opened
    .flatMap((app) =>
      app.zip.entries.filter(({ name }) => /^classes\d*\.dex$/.test(name)).map((entry) => ({ app, entry })),
    )
    .sort((a, b) => b.entry.size - a.entry.size)
    .slice(0, dexFiles / 2);
  const items: ZipItem[] = Array.from({ length: dexFiles }, (_, n) => {
    const { app, entry } = code[n % code.length] as (typeof code)[number];
    return packedItem(app.bytes, entry, n === 0 ? "classes.dex" : `classes${n + 1}.dex`);
  });
  const last = opened.at(-1);
  for (const name of ["AndroidManifest.xml", "resources.arsc"]) {
    const entry = last?.zip.byName.get(name);
    if (last && entry) items.unshift(packedItem(last.bytes, entry, name));
  }
  const packed = items.reduce((sum, { bytes }) => sum + bytes.length, 0);
  items.push({ name: "lib/arm64-v8a/libfill.so", bytes: randomBytes(Math.max(fileBytes - packed, 1)), stored: true });
  const path = join(folder, "large-126MB.apk");
  const signer = await createTestSigner({ commonName: "Large app" });
  writeFileSync(path, await signApk(await writeZip(items), { signer, schemes: ["v2"] }));
  return path;
}

/** An entry as it lies there: packed bytes that the headers tell the truth about. */
function packedItem(file: Buffer, entry: ApkZip["entries"][number], name: string): ZipItem {
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const { method, crc32: crc, size } = entry;
  const truth = { method, crc, size };
  return { name, bytes: file.subarray(start, start + entry.packedSize), stored: true, local: truth, central: truth };
}
