import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { readResourceTable } from "../../src/formats/arsc.ts";
import {
  resolveResource,
  resolveText,
  resourceName,
  resourceTexts,
  resourceValues,
} from "../../src/formats/arsc-lookup.ts";
import { anyDensity } from "../../src/formats/res-config.ts";
import { localeTag } from "../../src/formats/res-locale.ts";
import { entryOf, openApk, readApk } from "./apk-files.ts";
import { type TypeEntries, writeArsc } from "./arsc-writer.ts";
import { chunk, join, u32 } from "./axml-writer.ts";

const id = 0x7f020000;
const tableOf = (...types: TypeEntries[]) => readResourceTable(writeArsc(types));
const texts = (byLocale: Record<string, string>) =>
  tableOf(...Object.entries(byLocale).map(([locale, text]) => ({ type: 2, locale, entries: { 0: text } })));

test.each(["plain", "short", "sparse"] as const)("reads %s types, with entries of both sizes", (layout) => {
  for (const compact of [false, true]) {
    const table = tableOf({ type: 2, layout, compact, entries: { 0: "first", 3: "third", 500: "last" } });
    expect([0, 1, 3, 499, 500, 501].map((n) => resolveText(table, id + n))).toEqual([
      "first",
      undefined,
      "third",
      undefined,
      "last",
      undefined,
    ]);
    expect(resourceName(table, id + 3)).toBe("string/entry");
  }
});

test("reads the table of Android 16, which mixes all forms of types", async () => {
  const { table, manifest } = await readApk("../shared/apks/gh-arsclib-framework-36.apk");
  const forms = new Set(table.packages.flatMap((each) => [...each.types.values()].flat()).map(({ layout }) => layout));
  expect(forms).toEqual(new Set(["plain", "short", "sparse"]));
  expect(table.damaged).toBe(false);
  expect(manifest.application?.label).toBe("Android System");
  expect(resourceName(table, 0x0101020c)).toBe("attr/minSdkVersion");
  expect(resourceName(table, 0x0104000a)).toBe("string/ok");
  const [first] = table.packages;
  expect(first?.aliases.size).toBe(245);
  // A provisional id leads to the name of the final one.
  const [staged = 0, final = 0] = [...(first?.aliases ?? [])][0] ?? [];
  expect(resourceName(table, staged)).toBe(resourceName(table, final));
  expect(resourceName(table, final)).toBeDefined();
});

test("reads compact entries, the library chunk, and tables without a package", async () => {
  const compact = await readApk("../shared/apks/evil/apktool-issue3705.apk");
  expect(compact.manifest).toMatchObject({
    versionCode: 35,
    versionName: "15",
    application: { label: "CompactEntries" },
  });
  const client = await readApk("../shared/apks/evil/apktool-client.apk");
  expect(client.manifest.application?.label).toBe("SharedLibrary client");
  expect([...(client.table.packages[0]?.libraries.values() ?? [])]).toContain("com.google.android.test.shared_library");
  const empty = await openApk("../shared/apks/evil/apktool-issue2701.apk");
  expect(readResourceTable((await entryOf(empty, "resources.arsc")) ?? new Uint8Array()).packages).toEqual([]);
});

test("takes the text in the language asked for, else the default", () => {
  const table = texts({ "": "Hello", de: "Hallo", "de-CH": "Grüezi", "pt-PT": "Olá", iw: "Shalom", "en-GB": "Hullo" });
  const inLocale = (locale: string) => resolveText(table, id, { locale });
  expect(["de-CH", "de-AT", "de", "fr", "he-IL", "en-US", "en-GB", "en-AU"].map(inLocale)).toEqual([
    "Grüezi",
    "Hallo",
    "Hallo",
    "Hello",
    "Shalom",
    "Hello",
    "Hullo",
    "Hullo",
  ]);
  expect(resolveText(table, id)).toBe("Hello");
});

test("keeps scripts apart", () => {
  const table = texts({ "": "default", "zh-CN": "simple", "zh-TW": "traditional" });
  expect(["zh-HK", "zh-SG", "zh-Hant", "zh"].map((locale) => resolveText(table, id, { locale }))).toEqual([
    "traditional",
    "simple",
    "traditional",
    "simple",
  ]);
});

test("takes the drawing for the screen, and the newest that the phone knows", () => {
  const densities = [120, 160, 240, 480].map((density) => ({ type: 3, density, entries: { 0: `res/${density}.png` } }));
  const table = tableOf(...densities);
  const at = (density: number) => resolveText(table, 0x7f030000, { density });
  expect([100, 160, 200, 320, 640].map(at)).toEqual([
    "res/120.png",
    "res/160.png",
    "res/240.png",
    "res/480.png",
    "res/480.png",
  ]);
  const vector = { type: 3, density: anyDensity, sdk: 26, entries: { 0: "res/any.xml" } };
  const both = tableOf(...densities, vector);
  expect(resolveText(both, 0x7f030000, { density: 480 })).toBe("res/any.xml");
  expect(resolveText(both, 0x7f030000, { density: 480, sdk: 25 })).toBe("res/480.png");
});

test("lists all configurations of a text", () => {
  const values = resourceValues(texts({ "": "Hello", de: "Hallo" }), id);
  const list = values.map(({ text, config }) => [config.locale ? localeTag(config.locale) : "", text]);
  expect(list).toEqual([
    ["", "Hello"],
    ["de", "Hallo"],
  ]);
});

test("lists a text in all its languages, through references", () => {
  const table = tableOf(
    { type: 2, entries: { 0: { type: 1, data: id + 1 }, 1: "Hello" } },
    { type: 2, locale: "de-CH", entries: { 1: "Grüezi" } },
  );
  expect(resourceTexts(table, id)).toEqual([
    { locale: "", text: "Hello" },
    { locale: "de-CH", text: "Grüezi" },
  ]);
});

test("follows references, and stops where they go round in circles or out of the table", () => {
  const reference = (data: number) => ({ type: 1, data });
  const entries = {
    0: reference(id + 1),
    1: reference(id + 2),
    2: "end",
    3: reference(id + 4),
    4: reference(id + 3),
    5: reference(0x0104000a),
  };
  const table = tableOf({ type: 2, entries });
  expect(resolveText(table, id)).toBe("end");
  expect(resolveResource(table, id + 3)).toMatchObject({ type: 1 });
  expect(resolveResource(table, id + 5)).toMatchObject({ type: 1, data: 0x0104000a, id: id + 5 });
  const long = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [n, reference(id + n + 1)]));
  expect(resolveResource(tableOf({ type: 2, entries: long }), id)).toMatchObject({ type: 1 });
});

test("counts the types of a feature split on from those of the base", () => {
  const table = readResourceTable(writeArsc([{ type: 2, entries: { 0: "split" } }], { typeOffset: 5 }));
  expect(resolveText(table, 0x7f070000)).toBe("split");
  expect(resourceName(table, 0x7f070000)).toBe("string/entry");
  const base = tableOf({ type: 2, entries: { 0: "base" } });
  const joined = { packages: [...base.packages, ...table.packages], damaged: false };
  expect([resolveText(joined, id), resolveText(joined, 0x7f070000)]).toEqual(["base", "split"]);
});

test("skips unknown chunks, and refuses those that would never end", () => {
  const types = [{ type: 2, entries: { 0: "text" } }];
  const extra = chunk(0x7777, u32(1, 2, 3));
  expect(resolveText(readResourceTable(writeArsc(types, { extra })), id)).toBe("text");
  const endless = new Uint8Array(8);
  expect(() => readResourceTable(writeArsc(types, { extra: endless }))).toThrow(FormatError);
  expect(() => readResourceTable(writeArsc(types).subarray(0, 300))).toThrow(FormatError);
  expect(() => readResourceTable(new Uint8Array(40))).toThrow("it is no resource table");
});

test("marks a table whose type is damaged, and reads the others", () => {
  const damaged = chunk(0x0201, join(u32(2, 0xffffff, 84), u32(64), new Uint8Array(60)));
  const table = readResourceTable(writeArsc([{ type: 2, entries: { 0: "text" } }], { extra: damaged }));
  expect([table.damaged, resolveText(table, id)]).toEqual([true, "text"]);
});

test("reads a library's own references and a table with thousands of configurations in little time", () => {
  const reference = { type: 7, data: 0x00020001 };
  const library = readResourceTable(writeArsc([{ type: 2, entries: { 0: reference, 1: "own" } }], { packageId: 0 }));
  expect(resolveText(library, 0x00020000)).toBe("own");
  const many = tableOf(...Array.from({ length: 3000 }, () => ({ type: 2, entries: { 0: { type: 1, data: id } } })));
  expect(many.damaged).toBe(true);
  for (let n = 0; n < 20; n++) resolveResource(many, id);
});

test("any bytes, and real tables changed anywhere, give an answer or a FormatError", async () => {
  const seeds: Uint8Array[] = [
    writeArsc([{ type: 2, layout: "short", entries: { 0: "text", 9: { type: 1, data: id } } }]),
  ];
  for (const name of ["apktool-issue1244", "apktool-client", "apktool-issue3366"])
    seeds.push((await entryOf(await openApk(`../shared/apks/evil/${name}.apk`), "resources.arsc")) ?? new Uint8Array());
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255));
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 12 }), (seed, changes) => {
      const bytes = new Uint8Array(seed);
      for (const [place, value] of changes) bytes[Math.floor(place ** 3 * (bytes.length - 1))] = value;
      look(bytes);
    }),
    { numRuns: 400 },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), look), { numRuns: 200 });
});

function look(bytes: Uint8Array): void {
  try {
    const table = readResourceTable(bytes);
    for (const { types, id: pack } of table.packages.slice(0, 3))
      for (const type of [...types.keys()].slice(0, 20))
        for (let n = 0; n < 20; n++) {
          const each = ((pack << 24) | (type << 16) | n) >>> 0;
          resolveResource(table, each, { locale: "de-CH", density: 320 });
          resourceName(table, each);
          resourceValues(table, each);
        }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
}
