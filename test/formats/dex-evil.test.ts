import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { compileSignatures, findSignatures } from "../../src/formats/class-tree.ts";
import { itemSizes, readDex } from "../../src/formats/dex.ts";
import { checksumMarks } from "../../src/formats/dex-checksum.ts";
import {
  classAt,
  classDescriptors,
  eachType,
  findMethods,
  methodAt,
  typeDescriptor,
  typeList,
} from "../../src/formats/dex-classes.ts";
import { eachMethod, invokes } from "../../src/formats/dex-code.ts";
import { joinRanges, readUleb, skipLength, stringAt, stringData, stringFinder } from "../../src/formats/dex-strings.ts";
import { buildContainer, buildDex } from "./dex-builder.ts";
import { dexEntries } from "./dex-entries.ts";

const tree = compileSignatures(["com.example.ads.|com.other.", ".inner."]);
const small = buildDex({
  classes: ["Lcom/example/ads/Banner;", "Lcom/example/Main;"],
  strings: ["https://ads.example/", "x"],
  methods: [{ class: "Ljava/lang/System;", name: "exit" }],
  code: (index) => [0x0071, index("Ljava/lang/System;", "exit"), 0, 0x000e],
});

/** Everything that can be asked of a DEX: each gives a value or FormatError. */
function askAll(bytes: Uint8Array): void {
  answered(() => {
    const dexes = readDex(bytes);
    joinRanges(dexes.map((dex) => stringData(dex)));
    findSignatures(tree, dexes);
    for (const dex of dexes) {
      for (const { count, offset } of [dex.strings, dex.types, dex.methods, dex.classes])
        if (count > 0) expect(offset).toBeLessThan(bytes.length);
      const find = stringFinder(dex, stringData(dex));
      for (let at = 0; at < bytes.length; at += 7) find(at, at + 3);
      eachType(dex, () => undefined);
      eachMethod(dex, () => undefined);
      invokes(dex, [0, 1, 2]);
      checksumMarks(dex);
      answered(() => classDescriptors(dex));
      answered(() => findMethods(dex, new Map([["Ljava/lang/System;", new Set(["exit"])]])));
      for (const index of [0, 1, dex.classes.count - 1]) {
        answered(() => typeList(dex, classAt(dex, index).interfaces));
        answered(() => typeDescriptor(dex, index));
        answered(() => methodAt(dex, index));
        answered(() => stringAt(dex, index));
      }
    }
  });
}

function answered(ask: () => unknown): void {
  try {
    ask();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
}

test("cut off after any byte", () => {
  for (let length = 0; length < small.length; length++) askAll(small.slice(0, length));
  const container = buildContainer([{ classes: ["La/B;"] }, { classes: ["Lc/D;"] }]);
  for (let length = 0; length < container.length; length++) askAll(container.slice(0, length));
});

test("every header field and every table item set to what hurts", () => {
  for (const base of [small, buildContainer([{ classes: ["La/B;"] }, { classes: ["Lc/D;"] }])]) {
    for (let at = 8; at + 4 <= base.length; at += 4) {
      for (const value of [0, 1, 0x70, at, base.length - 1, base.length, 0x7fffffff, 0x80000000, 0xffffffff]) {
        const bytes = base.slice();
        new DataView(bytes.buffer).setUint32(at, value, true);
        askAll(bytes);
      }
    }
  }
});

test("any bytes, and any changes of a real DEX", () => {
  const real = dexEntries(join(import.meta.dirname, "../../../shared/apks/debsrc-politedroid.apk"))[0]?.bytes;
  if (!real) throw new Error("there is no DEX");
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => askAll(bytes)));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { maxLength: 40 }), (changes) => {
      const bytes = real.slice();
      for (const [at, value] of changes) bytes[at] = value;
      askAll(bytes);
    }),
    { numRuns: 150 },
  );
});

test("lies in the header are marks, and what is there is read", () => {
  const bytes = small.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(0x20, 0x7fffffff, true);
  view.setUint32(0x38, 0x7fffffff, true);
  const dex = readDex(bytes)[0];
  expect([...new Set(dex.marks.map(({ kind }) => kind))].sort()).toEqual([
    "file-size",
    "map",
    "table-outside",
    "tables-overlap",
  ]);
  expect(classDescriptors(dex).names).toEqual(["Lcom/example/ads/Banner;", "Lcom/example/Main;"]);
});

test("the shared DEX with a lying header is read, and its lies are said", () => {
  const path = join(import.meta.dirname, "../../../shared/apks/evil/generated-20-dex-header-lies.apk");
  const dex = readDex(dexEntries(path)[0]?.bytes ?? new Uint8Array())[0];
  expect(dex.marks.map(({ kind }) => kind)).toContain("file-size");
  expect(dex.marks.map(({ kind }) => kind)).toContain("table-outside");
  expect(checksumMarks(dex).map(({ kind }) => kind)).toEqual(["checksum"]);
  const honest = join(import.meta.dirname, "../../../shared/apks/evil/generated-00-base-rebuilt.apk");
  const names = classDescriptors(readDex(dexEntries(honest)[0]?.bytes ?? new Uint8Array())[0]).names;
  expect(names).toHaveLength(1);
  expect(classDescriptors(dex).names).toEqual(names);
});

test("a search in tables that are cut off is not complete", () => {
  const whole = findSignatures(tree, readDex(small));
  expect(whole).toMatchObject({ complete: true, unreadable: 0 });
  expect(whole.findings).toMatchObject([{ signature: 0, fit: "package", defined: true, types: 1 }]);
  const bytes = small.slice();
  new DataView(bytes.buffer).setUint32(0x60, 0xffffffff, true);
  expect(findSignatures(tree, readDex(bytes)).complete).toBe(false);
});

test("ULEB128 that is too long, too large or cut off is no number", () => {
  const of = (...bytes: number[]) => [readUleb(Uint8Array.from(bytes), 0), skipLength(Uint8Array.from(bytes), 0)];
  expect(of(0xff, 0xff, 0xff, 0xff, 0x0f)).toEqual([0xffffffff, 5]);
  expect(of(0xff, 0xff, 0xff, 0xff, 0x1f)).toEqual([-1, 5]);
  expect(of(0x80, 0x80, 0x80, 0x80, 0x80, 0x00)).toEqual([-1, -1]);
  expect(of(0x80)).toEqual([-1, -1]);
});

/** 4 MB in which every item of each table leads to the same long thing; naive walks take hours. */
test("items that all lie over one another take no longer than others", () => {
  const size = 4 * 1024 * 1024;
  const items = 20_000;
  const bytes = new Uint8Array(size).fill(0x61);
  bytes.set(small.subarray(0, 0x70));
  const view = new DataView(bytes.buffer);
  let at = 0x70;
  const names = ["strings", "types", "protos", "fields", "methods", "classes"] as const;
  for (const [i, name] of names.entries()) {
    view.setUint32(0x38 + i * 8, items, true);
    view.setUint32(0x3c + i * 8, at, true);
    for (let n = 0; n < items; n++, at += itemSizes[name]) {
      if (name === "strings") view.setUint32(at, 0x200000 + n, true);
      else if (name === "types") view.setUint32(at, n, true);
      else if (name === "classes") {
        view.setUint32(at, n, true);
        view.setUint32(at + 24, 0x200000 + n, true);
      } else view.setUint32(at + itemSizes[name] - 4, n, true);
    }
  }
  bytes[0x200000 + items] = 0x4c;
  const before = process.cpuUsage();
  const dex = readDex(bytes)[0];
  expect(eachType(dex, () => undefined).complete).toBe(false);
  expect(() => classDescriptors(dex)).toThrow(FormatError);
  expect(eachMethod(dex, () => undefined).complete).toBe(false);
  invokes(dex, [1]);
  expect(findSignatures(tree, [dex]).complete).toBe(false);
  const find = stringFinder(dex, stringData(dex));
  for (let from = 0x200000; from < 0x300000; from++) find(from, from + 4);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
});

/** Each of 1,024 headers claims all tables of the first. */
test("a container of headers that share their tables takes no longer than its bytes", () => {
  const headers = 3000;
  const rows = 60_000;
  const bytes = new Uint8Array(headers * 0x78 + rows * 36 + 64);
  const view = new DataView(bytes.buffer);
  const base = buildContainer([{ classes: ["La/B;"] }]).subarray(0, 0x78);
  const tables = headers * 0x78;
  for (let n = 0; n < headers; n++) {
    const at = n * 0x78;
    bytes.set(base, at);
    for (const [where, value] of [
      [0x20, 0x78],
      [0x38, 4],
      [0x3c, tables],
      [0x40, rows],
      [0x44, tables],
      [0x60, rows],
      [0x64, tables + rows * 4],
      [0x70, bytes.length],
      [0x74, at],
    ] as const)
      view.setUint32(at + where, value, true);
  }
  const before = process.cpuUsage();
  const dexes = readDex(bytes);
  expect(dexes.length).toBe(1024);
  expect(dexes[100]?.marks.map(({ kind }) => kind)).toContain("container");
  expect(dexes.reduce((sum, dex) => sum + dex.types.count + dex.classes.count, 0)).toBeLessThan(bytes.length * 2);
  findSignatures(tree, dexes);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
});
