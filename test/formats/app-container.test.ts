import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { readApkEntry } from "../../src/formats/apk-entry.ts";
import { type AppFile, containerLimits, openAppFile } from "../../src/formats/app-container.ts";
import { fileOf, fileWindow } from "../../src/formats/file-window.ts";
import type { RandomAccess } from "../../src/formats/zip.ts";
import { type EvilEntry, writeEvilZip } from "./evil-zip.ts";

const shared = join(import.meta.dirname, "../../../shared/apks");
const base = readFileSync(join(shared, "evil/jadx-small.apk"));
const split = readFileSync(join(shared, "debsrc-politedroid.apk"));
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const file = (name: string, content: Uint8Array, packing: 0 | 8 = 0): EvilEntry => ({ name, content, packing });
const zip = (...entries: readonly EvilEntry[]) => writeEvilZip({ entries });
const open = (bytes: Uint8Array, limits = containerLimits) => openAppFile(memoryFile(bytes), nodeCodec, limits);
const some = new Uint8Array(10);

const xapk = zip(
  file("manifest.json", json({ xapk_version: 2, package_name: "a.b", split_apks: [{ file: "b.apk", id: "base" }] }), 8),
  file("b.apk", base),
  file("config.de.apk", split, 8),
  file("Android/obb/a.b/main.1.a.b.obb", some),
);

async function manifestOf(app: AppFile): Promise<Uint8Array> {
  const entry = app.zip.byName.get("AndroidManifest.xml");
  if (!entry) throw new Error("no manifest");
  return (await readApkEntry(app.zip, entry, nodeCodec)).bytes;
}

test.each([
  ["an APK", base, "apk", []],
  ["an APK without a manifest", readFileSync(join(shared, "evil/androguard-multidex.apk")), "apk", []],
  ["an XAPK", xapk, "xapk", ["b.apk", "config.de.apk"]],
  ["an APK set", zip(file("toc.pb", some), file("splits/base-master.apk", base)), "apks", ["splits/base-master.apk"]],
  ["an APKM", zip(file("info.json", json({})), file("base.apk", base)), "apkm", ["base.apk"]],
  ["a zip of APKs", zip(file("x/A.APK", base), file("readme.txt", some)), "zip", ["x/A.APK"]],
  ["a bundle", zip(file("BundleConfig.pb", some), file("base/manifest/AndroidManifest.xml", some)), "aab", []],
  [
    "an APK that carries another",
    zip(file("AndroidManifest.xml", some), file("assets/x.apk", base)),
    "apk",
    ["assets/x.apk"],
  ],
  ["an APK that poses as a container", zip(file("AndroidManifest.xml", some), file("toc.pb", some)), "apk", []],
  ["an XAPK whose manifest is damaged", zip(file("manifest.json", some), file("b.apk", base)), "zip", ["b.apk"]],
] as const)("%s", async (_, bytes, kind, inner) => {
  const app = await open(bytes);
  expect([app.kind, app.inner.map(({ name }) => name)]).toEqual([kind, inner]);
});

test("the APKs inside are read in place where they are stored, else in memory", async () => {
  const app = await open(xapk);
  expect(app.packageName).toBe("a.b");
  expect(app.inner.map(({ id, stored, size }) => ({ id, stored, size }))).toEqual([
    { id: "base", stored: true, size: base.length },
    { id: undefined, stored: false, size: split.length },
  ]);
  for (const [n, alone] of [base, split].entries()) {
    const inside = await app.inner[n]?.open();
    expect(inside?.kind).toBe("apk");
    if (inside) expect(Buffer.compare(await manifestOf(inside), await manifestOf(await open(alone)))).toBe(0);
  }
});

test("of a large container little is read to open a stored APK", async () => {
  const bytes = zip(
    file("toc.pb", some),
    file("large.apk", zip(file("AndroidManifest.xml", some), file("x", new Uint8Array(4_000_000)))),
    file("pad", new Uint8Array(100_000)),
  );
  let read = 0;
  const counted: RandomAccess = {
    size: bytes.length,
    async read(offset, length) {
      read += length;
      return bytes.subarray(offset, offset + length);
    },
  };
  const app = await openAppFile(counted, nodeCodec);
  expect((await manifestOf((await app.inner[0]?.open()) as AppFile)).length).toBe(10);
  expect(read).toBeLessThan(64 * 1024);
});

test("containers in containers end at the depth that is allowed", async () => {
  let bytes: Uint8Array = zip(file("b.apk", base));
  for (let n = 0; n < 5; n++) bytes = zip(file("n.apks", bytes));
  let app = await open(bytes);
  for (let n = 0; n < 3; n++) app = (await app.inner[0]?.open()) as AppFile;
  await expect(app.inner[0]?.open()).rejects.toThrow("more than 3 containers");
});

test("an inner APK too large for memory, or that lies about it, is refused", async () => {
  const large = zip(file("AndroidManifest.xml", some), file("zeros", new Uint8Array(3_000_000)));
  const limits = { ...containerLimits, maxInflatedBytes: 1_000_000 };
  const told = await open(zip(file("l.apk", large, 8)), limits);
  await expect(told.inner[0]?.open()).rejects.toThrow("too large");
  const lying = { ...file("l.apk", large, 8), central: { size: 5000 }, local: { size: 5000 } };
  const app = await open(zip(lying), limits);
  await expect(app.inner[0]?.open()).rejects.toThrow("cannot be unpacked");
  expect(deflateRawSync(large).length).toBeLessThan(5000);
});

test("a part of a file ends where it ends", async () => {
  const whole = fileOf(Uint8Array.of(1, 2, 3, 4));
  const part = fileWindow(whole, 1, 2);
  expect([...(await part.read(0, 2)), ...(await part.read(1, 1))]).toEqual([2, 3, 3]);
  for (const [offset, length] of [
    [0, 3],
    [2, 1],
    [-1, 1],
    [0, -1],
  ] as const)
    await expect(part.read(offset, length)).rejects.toThrow("shorter");
  for (const [offset, size] of [
    [0, 5],
    [4, 1],
    [-1, 1],
  ] as const)
    expect(() => fileWindow(whole, offset, size)).toThrow("beyond its end");
});

test("what holds no app is no app", async () => {
  await expect(open(zip(file("a.txt", some)))).rejects.toThrow("no APK");
  await expect(open(new Uint8Array())).rejects.toThrow("too short");
  await expect(open(new Uint8Array(5000))).rejects.toThrow("no zip");
  const fake = await open(zip(file("a.apk", some)));
  await expect(fake.inner[0]?.open()).rejects.toThrow("too short");
  const many = Array.from({ length: 2001 }, (_, n) => file(`${n}.apk`, some));
  await expect(open(zip(...many))).rejects.toThrow("more than 2000");
});
