import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { compareLocalHeaders, locateApkEntry, readApkEntry } from "../../src/formats/apk-entry.ts";
import { androidTakesName } from "../../src/formats/apk-names.ts";
import { type ApkZip, apkLimits, openApkZip } from "../../src/formats/apk-zip.ts";
import { openZip, portableCodec, type RandomAccess, readEntry } from "../../src/formats/zip.ts";
import { withZip64, type ZipNumbers } from "../../src/formats/zip64-field.ts";
import { withTool } from "../tools.ts";
import { evilApks } from "./evil-apks.ts";
import { writeEvilZip } from "./evil-zip.ts";

const shared = join(import.meta.dirname, "../../../shared/apks");
const modules = join(import.meta.dirname, "../../node_modules");
const run = promisify(execFile);
const folders = [
  shared,
  join(shared, "evil"),
  join(shared, "sigs"),
  join(modules, "android-apidemos/apks"),
  join(modules, "io.appium.settings/apks"),
  join(modules, "appium-uiautomator2-server/apks"),
];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".apk"))
    .map((name) => join(folder, name)),
);
const base = await openZip(memoryFile(readFileSync(join(shared, "evil/generated-00-base-rebuilt.apk"))));
const manifest = await readEntry(base, "AndroidManifest.xml", nodeCodec);
const dex = await readEntry(base, "classes.dex", nodeCodec);
const generated = [1, 2].flatMap((seed) => evilApks(manifest, dex, seed).map((apk) => ({ ...apk, seed })));
const scratch = mkdtempSync(join(tmpdir(), "candor-apk-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const kinds = (marks: readonly { readonly kind: string }[]) => [...new Set(marks.map(({ kind }) => kind))].sort();

/** The file, and what was asked of it. */
function counting(file: RandomAccess): RandomAccess & { reads: number; bytes: number } {
  const counted = {
    size: file.size,
    reads: 0,
    bytes: 0,
    async read(offset: number, length: number) {
      counted.reads++;
      counted.bytes += length;
      return await file.read(offset, length);
    },
  };
  return counted;
}

describe.each(generated)("$name ($seed)", ({ bytes, opens, marks, entries }) => {
  test("is judged as Android judges it, and told in marks", async () => {
    const apk = await openApkZip(memoryFile(bytes));
    expect(apk.android).toMatchObject({ opens });
    const must = marks.filter((kind) => !kind.endsWith("?"));
    const may = marks.map((kind) => kind.replace("?", ""));
    expect(kinds(apk.marks)).toEqual(expect.arrayContaining([...must]));
    expect(kinds(apk.marks).filter((kind) => !may.includes(kind))).toEqual([]);
  });

  test.each([["Node's", nodeCodec] as const, ["the portable", portableCodec] as const])(
    "its manifest and DEX are read all the same, with %s codec",
    async (_, codec) => {
      const apk = await openApkZip(memoryFile(bytes));
      for (const [name, truth] of [["AndroidManifest.xml", manifest] as const, ["classes.dex", dex] as const]) {
        const entry = apk.byName.get(name);
        if (!entry) throw new Error(`there is no ${name}`);
        if (entry.offset > bytes.length) continue;
        const content = await readApkEntry(apk, entry, codec);
        expect(Buffer.compare(content.bytes, truth), name).toBe(0);
        expect({ opens: content.android.opens, marks: kinds(content.marks) }, name).toEqual(
          entries[name] ?? { opens: "yes", marks: [] },
        );
        expect((await locateApkEntry(apk, entry)).dataOffset).toBe(content.dataOffset);
      }
    },
  );
});

test("an ordinary APK takes two or three reads to open, and one for each entry", async () => {
  for (const path of files.filter((name) => !name.includes("/evil/") && !name.includes("/sigs/"))) {
    const content = readFileSync(path);
    const file = counting(memoryFile(content));
    const apk = await openApkZip(file);
    expect(file.reads, path).toBeLessThanOrEqual(3);
    expect(file.bytes, path).toBeLessThan(apk.directory.length + 32 * 1024);
    const before = file.reads;
    let extra = 0;
    for (const entry of apk.entries) {
      const { marks, android } = await readApkEntry(apk, entry, nodeCodec);
      expect({ marks, android }, entry.name).toEqual({ marks: [], android: { opens: "yes" } });
      // Libraries that are mapped from the file are aligned to pages.
      if (entry.name.endsWith(".so")) extra++;
    }
    // Some headers are looked for once more where their names fill no window.
    expect(file.reads - before, path).toBeLessThanOrEqual(apk.entries.length + extra + 5);
    expect(await compareLocalHeaders(apk), path).toEqual([]);
  }
});

test("the strict reader and this one give the same for ordinary APKs", async () => {
  for (const path of files.filter((name) => !name.includes("/evil/") && !name.includes("/sigs/"))) {
    const file = memoryFile(readFileSync(path));
    const [apk, zip] = [await openApkZip(file), await openZip(file)];
    expect(apk.entries.map(({ name }) => name)).toEqual([...zip.entries.keys()]);
    for (const { name, size, packedSize, crc32, method, offset } of apk.entries)
      expect(zip.entries.get(name)).toMatchObject({ size, packedSize, crc32, method, offset });
  }
});

test("differences of local headers are found without unpacking", async () => {
  const apk = await openApkZip(memoryFile(readFileSync(join(shared, "evil/generated-04-local-sizes-wrong.apk"))));
  expect((await compareLocalHeaders(apk)).map(({ kind, entry }) => [kind, entry])).toEqual([
    ["local-sizes-differ", "AndroidManifest.xml"],
    ["local-sizes-differ", "classes.dex"],
  ]);
});

test("what is stored under an unknown method is taken as it lies, although it could be inflated", async () => {
  const content = new Uint8Array(deflateRawSync(new Uint8Array(5000)));
  const lies = { method: 99, packedSize: content.length + 1 };
  const bytes = writeEvilZip({
    entries: [
      { name: "a", content, central: lies, local: lies },
      { name: "b", content },
    ],
  });
  const read = await first(await openApkZip(memoryFile(bytes)));
  expect([read.packing, Buffer.compare(read.bytes, content), read.android.opens]).toEqual(["stored", 0, "some"]);
});

test("names are taken as Android takes them", () => {
  const takes = (...bytes: number[]) => androidTakesName(Uint8Array.from(bytes));
  expect([takes(), takes(0x61), takes(0xc3, 0xbc), takes(0xf0, 0x9f, 0x98, 0x80)]).toEqual([true, true, true, true]);
  // Neither overlong forms nor half surrogates nor forms of five and six bytes are looked at.
  expect([takes(0xc0, 0x80), takes(0xed, 0xa0, 0x80), takes(0xfc, 0x80, 0x80, 0x80, 0x80, 0x80)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([takes(0), takes(0x80), takes(0xc3), takes(0xc3, 0x61), takes(0xe2, 0x82)]).toEqual(Array(5).fill(false));
  expect([takes(0xfe, ...Array(6).fill(0x80)), takes(0xff, ...Array(7).fill(0x80))]).toEqual([false, false]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => takes(...Buffer.from(text)) === !text.includes("\0")),
  );
});

test("zip64 fields are read as Android reads them", () => {
  const ones = 0xffffffff;
  const field = (id: number, ...numbers: number[]) => [
    id,
    0,
    numbers.length * 8,
    0,
    ...numbers.flatMap((n) => [n, 0, 0, 0, 0, 0, 0, 0]),
  ];
  const read = (told: ZipNumbers, ...extra: number[]) => withZip64(told, Uint8Array.from(extra));
  const told = { size: ones, packedSize: 5, offset: 6 };
  expect(read({ ...told, size: 4 })).toEqual({ size: 4, packedSize: 5, offset: 6 });
  expect(read(told, ...field(9), ...field(1, 7))).toEqual({ ...told, size: 7 });
  // All three are taken where all three are there.
  expect(read(told, ...field(1, 7, 8, 9))).toEqual({ size: 7, packedSize: 8, offset: 9 });
  const disk = [...field(1, 7, 8, 9), 0, 0, 0, 0];
  disk[2] = 28;
  expect(read(told, ...disk)).toEqual({ size: 7, packedSize: 8, offset: 9 });
  for (const wrong of [[], field(9), field(1), field(1, 7, 8), [1, 0, 99, 0, 1], field(1, 7).slice(0, 8)])
    expect(read(told, ...wrong)).toBeTypeOf("string");
});

test("65,534 entries and one more", async () => {
  const entries = Array.from({ length: 65_535 }, (_, n) => ({ name: `e${n}`, content: new Uint8Array() }));
  const most = await openApkZip(memoryFile(writeEvilZip({ entries: entries.slice(1) })));
  expect([most.entries.length, most.android.opens]).toEqual([65_534, "yes"]);
  const more = await openApkZip(memoryFile(writeEvilZip({ entries })));
  expect([more.entries.length, more.android.opens]).toEqual([65_535, "some"]);
  expect(kinds(more.marks)).toEqual(["zip64-missing"]);
  const wide = await openApkZip(memoryFile(writeEvilZip({ entries, zip64: true })));
  expect([wide.entries.length, wide.android.opens, wide.marks]).toEqual([65_535, "yes", []]);
});

test("marks of one kind are told a few times and then counted", async () => {
  const entries = Array.from({ length: 3000 }, (_, n) => ({ name: `../e${n}`, content: new Uint8Array() }));
  const { marks } = await openApkZip(memoryFile(writeEvilZip({ entries })));
  expect(marks).toHaveLength(21);
  expect(marks.at(-1)).toEqual({ kind: "name-leads-outside", detail: "2980 more of this kind" });
});

test("what unpacks to more than the limits is refused, for one entry and for all together", async () => {
  const bomb = { content: new Uint8Array(4 * 1024 * 1024), packing: 8 as const };
  const file = memoryFile(writeEvilZip({ entries: [1, 2, 3].map((n) => ({ name: `${n}`, ...bomb })) }));
  const small = await openApkZip(file, { ...apkLimits, maxEntryBytes: 1024 * 1024 });
  await expect(first(small)).rejects.toThrow("limit");
  const few = await openApkZip(file, { ...apkLimits, maxTotalBytes: 9 * 1024 * 1024 });
  const results = await Promise.allSettled([await first(few), await nth(few, 1)]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  await expect(nth(few, 2)).rejects.toThrow("limit");
  const many = await openApkZip(file, { ...apkLimits, maxEntries: 2 }).catch((error) => error);
  expect(many).toBeInstanceOf(FormatError);
});

const first = (apk: ApkZip) => nth(apk, 0);
const nth = (apk: ApkZip, n: number) => readApkEntry(apk, apk.entries[n] ?? fail(), nodeCodec);
function fail(): never {
  throw new Error("no such entry");
}

/** Everything that can be asked of a file; throws what is no FormatError. */
async function readAll(bytes: Uint8Array): Promise<void> {
  try {
    const apk = await openApkZip(memoryFile(bytes), { ...apkLimits, maxEntryBytes: 4 * 1024 * 1024 });
    await compareLocalHeaders(apk);
    for (const entry of apk.entries)
      await readApkEntry(apk, entry, nodeCodec).catch((error) => expect(error).toBeInstanceOf(FormatError));
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
  }
}

const small = writeEvilZip({
  entries: [
    { name: "AndroidManifest.xml", content: manifest.subarray(0, 200), packing: 8 },
    { name: "classes.dex", content: dex.subarray(0, 100), descriptor: "true" },
    { name: "ü", content: new Uint8Array() },
  ],
});

test("cut off after any byte, it is refused or read in part", async () => {
  for (let length = 0; length < small.length; length++) await readAll(small.subarray(0, length));
  const cut = small.subarray(0, small.length - 1);
  await expect(openApkZip(memoryFile(cut))).rejects.toThrow("cut off");
});

test("any bytes, and any change of bytes, give entries or a FormatError", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => await readAll(bytes)),
    { numRuns: 200 },
  );
  const change = fc.tuple(fc.nat(small.length - 1), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const copy = new Uint8Array(small);
      for (const [at, value] of changes) copy[at] = value;
      await readAll(copy);
    }),
    { numRuns: 1500 },
  );
});

test("any entries survive, whatever is between them", async () => {
  const entry = fc.record({
    name: fc.string({ unit: "grapheme", maxLength: 20 }),
    content: fc.uint8Array({ maxLength: 300 }),
    packing: fc.constantFrom(0 as const, 8 as const),
    descriptor: fc.constantFrom("true" as const, "bare" as const, undefined),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(entry, { minLength: 1, maxLength: 8, selector: ({ name }) => name }),
      async (all) => {
        const entries = all.map(({ descriptor, ...rest }) => ({ ...rest, ...(descriptor && { descriptor }) }));
        const apk = await openApkZip(memoryFile(writeEvilZip({ entries })));
        for (const [n, { content }] of all.entries())
          expect(Buffer.compare((await nth(apk, n)).bytes, content)).toBe(0);
      },
    ),
    { numRuns: 100 },
  );
});

test("what nobody can unpack in good time is given up: many ends, many records, one name over and over", async () => {
  const ends = Buffer.alloc(900_000);
  for (let at = 0; at + 4 <= ends.length; at += 4) ends.writeUInt32LE(0x06054b50, at);
  const records = Buffer.alloc(900_000);
  for (let at = 0; at + 4 <= records.length; at += 4) records.writeUInt32LE(0x02014b50, at);
  const tail = writeEvilZip({ entries: [], end: { count: 0xfffe, offset: 0, size: 900_000 } });
  for (const bytes of [ends, records, Buffer.concat([records, tail]), Buffer.concat([ends, tail])])
    await readAll(bytes);
  const deep = Array.from({ length: 60 }, (_, n) => ({
    name: `${"a/".repeat(32_000)}${n}`,
    content: new Uint8Array(),
  }));
  await readAll(writeEvilZip({ entries: deep }));
});

/**
 * Whether Android 10's library, in a tool, refuses the ZIP or an entry; the tool may fail for other reasons. Of what the
 * library says of an entry's bytes dexdump only prints the warning, and goes on.
 */
async function refusedBy(path: string, args: readonly string[]): Promise<boolean> {
  const refusals =
    /Invalid (?:file|offset|entry name)|Inconsistent information|Duplicate entries|Empty archive|Expected valid zip|Zip: (?:size|Unexpected size)/;
  const { stderr } = await run(path, [...args], { maxBuffer: 64 * 1024 * 1024 }).catch((error) => error);
  return refusals.test(stderr);
}

async function opened(path: string): Promise<{ apk: ApkZip; opens: string } | undefined> {
  try {
    const apk = await openApkZip(memoryFile(readFileSync(path)));
    return { apk, opens: apk.android.opens };
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
    return undefined;
  }
}

/** All shared files, and the generated ones that Android 10 judges like later ones. */
function oracleFiles(): readonly string[] {
  const written = generated
    .filter(({ oldAgrees, seed }) => oldAgrees && seed === 1)
    .map(({ name, seed, bytes }) => {
      const path = join(scratch, `${seed}-${name.replace(/[^a-z0-9]+/gi, "-")}.apk`);
      writeFileSync(path, bytes);
      return path;
    });
  return [...files, ...written];
}

withTool("dexdump")(
  "dexdump refuses the same ZIPs and the same classes.dex",
  async (dexdump) => {
    for (const path of oracleFiles()) {
      const mine = await opened(path);
      // It would open the DEX in front.
      if (mine?.apk.end.head[0] === 0x64) continue;
      const entry = mine?.apk.byName.get("classes.dex");
      const read = mine && entry && (await readApkEntry(mine.apk, entry, nodeCodec).catch(() => undefined));
      const refuses = !mine || mine.opens === "no" || (entry !== undefined && read?.android.opens !== "yes");
      expect([path, await refusedBy(dexdump, ["-c", path])]).toEqual([path, refuses]);
    }
  },
  120_000,
);

withTool("aapt2")(
  "aapt2 refuses the same ZIPs and the same local headers",
  async (aapt2) => {
    for (const path of oracleFiles()) {
      const mine = await opened(path);
      // It takes an empty one for a file of another kind.
      if (mine?.apk.android.opens === "no" && mine.apk.android.reason.includes("empty")) continue;
      let refuses = !mine || mine.opens === "no";
      for (const entry of refuses ? [] : (mine?.apk.entries ?? []))
        refuses ||= (await locateApkEntry(mine?.apk as ApkZip, entry).catch(() => undefined))?.android.opens !== "yes";
      const args = ["dump", "xmltree", "--file", "AndroidManifest.xml", path];
      expect([path, await refusedBy(aapt2, args)]).toEqual([path, refuses]);
    }
  },
  120_000,
);

withTool("zipinfo")("zipinfo lists the same names and sizes of ordinary APKs", async (zipinfo) => {
  for (const path of files.filter((name) => !name.includes("/evil/") && !name.includes("/sigs/"))) {
    const { stdout } = await run(zipinfo, ["-l", "--h-t", path], { maxBuffer: 64 * 1024 * 1024 });
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.trim().split(/\s+/));
    const mine = await opened(path);
    const told = mine?.apk.entries.map(({ name, size, packedSize }) => `${size} ${packedSize} ${name}`);
    expect(told).toEqual(rows.map((row) => `${row[3]} ${row[5]} ${row.slice(9).join(" ")}`));
  }
});
