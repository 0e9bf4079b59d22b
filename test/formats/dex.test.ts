import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { type Dex, dexKind, readDex } from "../../src/formats/dex.ts";
import { checksumMarks } from "../../src/formats/dex-checksum.ts";
import {
  classAt,
  classDescriptors,
  eachType,
  findMethods,
  methodAt,
  noIndex,
  typeDescriptor,
  typeList,
  typeNamed,
} from "../../src/formats/dex-classes.ts";
import { eachMethod, invokes } from "../../src/formats/dex-code.ts";
import { decodeMutf8, joinRanges, stringAt, stringData, stringFinder } from "../../src/formats/dex-strings.ts";
import { withTool } from "../tools.ts";
import { buildContainer, buildDex } from "./dex-builder.ts";
import { dexEntries } from "./dex-entries.ts";

const root = join(import.meta.dirname, "../..");
const apks = [
  ...apksIn(join(root, "../shared/apks")),
  ...apksIn(join(root, "../shared/apks/evil")),
  ...["android-apidemos", "io.appium.settings", "appium-uiautomator2-server"].flatMap((name) =>
    apksIn(join(root, "node_modules", name, "apks")),
  ),
];
const sha1 = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest();

for (const path of apks) {
  withTool("dexdump")(`${basename(path)}: tables and classes are those that dexdump sees`, async (dexdump) => {
    const oracle = await dumped(dexdump, ["-f", path]);
    if (!oracle) return;
    const entries = dexEntries(path);
    const dexes = entries.flatMap(({ bytes }) => readDex(bytes));
    expect(dexes.map(counts)).toEqual(oracle.counts);
    expect(dexes.flatMap(describeClasses)).toEqual(oracle.classes);
    for (const dex of dexes) {
      expect(dex.marks).toEqual([]);
      expect(classDescriptors(dex).unreadable).toBe(0);
      expect(eachType(dex, () => undefined)).toEqual({ visited: dex.types.count, unreadable: 0, complete: true });
      expect(eachMethod(dex, () => undefined)).toEqual({ unreadable: 0, complete: true });
      expect(checksumMarks(dex)).toEqual([]);
    }
  });
}

for (const name of ["gh-exodus-instapaper.apk", "gh-battery-alarm.apk", "evil/apktool-issue2701.apk"]) {
  withTool("dexdump")(`${name}: the methods that are called are those that dexdump disassembles`, async (dexdump) => {
    for (const { bytes } of dexEntries(join(root, "../shared/apks", name))) {
      const folder = mkdtempSync(join(tmpdir(), "candor-dex-"));
      const file = join(folder, "classes.dex");
      writeFileSync(file, bytes);
      const oracle = await dumped(dexdump, ["-d", file]);
      rmSync(folder, { recursive: true });
      const dex = readDex(bytes)[0];
      const all = Array.from({ length: dex.methods.count }, (_, i) => i);
      const { callers, unreadable, complete } = invokes(dex, all);
      expect([...callers.keys()].sort((a, b) => a - b)).toEqual([...(oracle?.called ?? [])].sort((a, b) => a - b));
      expect({ unreadable, complete }).toEqual({ unreadable: 0, complete: true });
      const odd = all.filter((index) => index % 2 === 1);
      expect([...invokes(dex, odd).callers.keys()].every((index) => index % 2 === 1)).toBe(true);
    }
  });
}

test("string data is one range; what stands in it is found again", () => {
  for (const { bytes } of dexEntries(join(root, "../shared/apks/gh-exodus-instapaper.apk"))) {
    const dex = readDex(bytes)[0];
    const data = stringData(dex);
    expect(data.contiguous).toBe(true);
    const find = stringFinder(dex, data);
    const text = Buffer.from(bytes);
    let hits = 0;
    for (
      let at = text.indexOf("https://", data.start);
      at >= 0 && at < data.end;
      at = text.indexOf("https://", at + 1)
    ) {
      const id = find(at, at + 8);
      if (id < 0) continue;
      hits++;
      expect(stringAt(dex, id)).toContain("https://");
    }
    const all = Array.from({ length: dex.strings.count }, (_, id) => stringAt(dex, id));
    expect(hits).toBe(all.reduce((sum, each) => sum + each.split("https://").length - 1, 0));
    expect(hits).toBeGreaterThan(10);
  }
});

test("strings that stand in another order are found all the same", () => {
  const bytes = buildDex({ classes: ["La/B;"], strings: ["alpha", "beta", "gamma"] });
  const first = readDex(bytes)[0];
  const { view, strings } = first;
  const [a, b] = [view.getUint32(strings.offset, true), view.getUint32(strings.offset + 8, true)];
  view.setUint32(strings.offset, b, true);
  view.setUint32(strings.offset + 8, a, true);
  view.setUint32(strings.offset + 4, 0xfffffff0, true);
  const dex = readDex(bytes)[0];
  const data = stringData(dex);
  expect(data).toMatchObject({ contiguous: false, unreadable: 1 });
  const find = stringFinder(dex, data);
  for (const text of ["alpha", "beta", "gamma"]) {
    const at = Buffer.from(bytes).indexOf(text);
    expect(stringAt(dex, find(at, at + text.length))).toBe(text);
    expect(find(at, at + text.length + 1)).toBe(-1);
  }
});

test("a container is read header by header, its data shared", () => {
  const bytes = buildContainer([
    { classes: ["La/One;", "La/Two;"], strings: ["first.example"] },
    { classes: ["Lb/Three;"], strings: ["second.example"] },
    { types: ["Lc/Only;"] },
  ]);
  const dexes = readDex(bytes);
  expect(dexes.map((dex) => classDescriptors(dex).names)).toEqual([["La/One;", "La/Two;"], ["Lb/Three;"], []]);
  expect(dexes.flatMap(({ marks }) => marks)).toEqual([]);
  expect(dexes.map(({ version, header }) => [version, header > 0])).toEqual([
    [41, false],
    [41, true],
    [41, true],
  ]);
  const joined = joinRanges(dexes.map((dex) => stringData(dex)));
  const texts = joined.map(({ start, end }) => Buffer.from(bytes.subarray(start, end)).toString("latin1")).join();
  expect(texts).toMatch(/first\.example.*second\.example/s);
});

test("a container whose second header is broken gives the first, and says so", () => {
  const bytes = buildContainer([{ classes: ["La/One;"] }, { classes: ["Lb/Two;"] }]);
  const second = readDex(bytes)[1]?.header ?? 0;
  bytes.fill(0, second, second + 8);
  const dexes = readDex(bytes);
  expect(dexes.map((dex) => classDescriptors(dex).names)).toEqual([["La/One;"]]);
  expect(dexes[0].marks.map(({ kind }) => kind)).toEqual(["container"]);
});

test("compact and optimised DEX are recognised and refused by name", () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text.padEnd(0x78, "\0"), "latin1"));
  expect(dexKind(bytes("cdex001\0"))).toBe("compact-dex");
  expect(dexKind(bytes("dey\n036\0"))).toBe("optimised-dex");
  expect(dexKind(bytes("PK\x03\x04"))).toBe(undefined);
  expect(() => readDex(bytes("cdex001\0"))).toThrow("compact DEX");
  expect(() => readDex(bytes("dey\n036\0"))).toThrow("optimised");
  expect(() => readDex(bytes("dex\n099\0"))).toThrow("version 99");
  expect(() => readDex(new Uint8Array(8))).toThrow("does not begin");
});

test("methods are found by class and name, and what calls them", () => {
  const methods = [
    { class: "Ljava/lang/System;", name: "loadLibrary" },
    { class: "Ljava/lang/System;", name: "exit" },
    { class: "Lcom/other/System;", name: "loadLibrary" },
  ];
  const bytes = buildDex({
    classes: ["La/Main;"],
    methods,
    // A packed switch, whose table holds what looks like a call of `exit`, stands before the call of `loadLibrary`.
    code: (index) => [
      ...[0x002b, 3, 0],
      ...[0x0100, 1, 0, 0, 0x0071, index("Ljava/lang/System;", "exit")],
      ...[0x0071, index("Ljava/lang/System;", "loadLibrary"), 0],
      0x000e,
    ],
  });
  const dex = readDex(bytes)[0];
  const found = findMethods(dex, new Map([["Ljava/lang/System;", new Set(["loadLibrary", "exit"])]]));
  expect(found.map(({ class: of, name }) => [of, name]).sort()).toEqual([
    ["Ljava/lang/System;", "exit"],
    ["Ljava/lang/System;", "loadLibrary"],
  ]);
  expect(findMethods(dex, new Map([["Lcom/other/System;", new Set()]]))).toHaveLength(1);
  const { callers } = invokes(
    dex,
    found.map(({ index }) => index),
  );
  expect([...callers].map(([method, caller]) => [methodAt(dex, method).name, methodAt(dex, caller).name])).toEqual([
    ["loadLibrary", "run"],
  ]);
  expect(typeNamed(dex, "Ljava/lang/System;")).toBeGreaterThan(0);
  expect(typeNamed(dex, "Ljava/lang/Sys;")).toBe(-1);
});

test("tables among instructions are passed over to the unit", () => {
  const method = { class: "Ljava/lang/System;", name: "exit" };
  const tables = {
    "packed switch": [0x0100, 1, 0, 0, 0, 0x0071],
    "empty packed switch": [0x0100, 0, 0, 0x0071],
    "sparse switch": [0x0200, 1, 0, 0, 0, 0x0071],
    "bytes, an odd number": [0x0300, 1, 3, 0, 0, 0x0071],
    longs: [0x0300, 8, 1, 0, 0, 0, 0, 0x0071],
  };
  for (const [name, table] of Object.entries(tables)) {
    const code = (index: (of: string, called: string) => number) => [
      ...table,
      0x0071,
      index(method.class, "exit"),
      0,
      0x000e,
    ];
    const dex = readDex(buildDex({ classes: ["La/Main;"], methods: [method], code }))[0];
    const called = [...invokes(dex, [0, 1]).callers.keys()].map((index) => methodAt(dex, index).name);
    expect([name, ...called]).toEqual([name, "exit"]);
  }
});

test("modified UTF-8 is decoded, and what is broken replaced", () => {
  const decode = (...bytes: number[]) => decodeMutf8(Uint8Array.from(bytes), 0, bytes.length);
  expect(decode(0x61, 0xc0, 0x80, 0xc3, 0xa9)).toBe("a\0é");
  expect(decode(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)).toBe("😀");
  expect(decode(0xff, 0xe2, 0x82)).toBe("\ufffd\ufffd\ufffd");
});

withTool("dexdump")("what these tests build is a DEX to dexdump as well", async (dexdump) => {
  const folder = mkdtempSync(join(tmpdir(), "candor-dex-"));
  const file = join(folder, "classes.dex");
  const methods = [{ class: "Ljava/lang/System;", name: "exit" }];
  writeFileSync(file, buildDex({ classes: ["La/B;"], strings: ["text"], methods, code: () => [0x000e] }));
  const oracle = await dumped(dexdump, ["-f", file]);
  rmSync(folder, { recursive: true });
  expect(oracle?.classes.map(({ descriptor }) => descriptor)).toEqual(["La/B;"]);
});

test("a checksum or signature that does not fit is a mark", () => {
  const bytes = buildDex({ classes: ["La/B;"], strings: ["text"] });
  expect(checksumMarks(readDex(bytes)[0], sha1)).toEqual([]);
  bytes[bytes.length - 1] = 1;
  expect(checksumMarks(readDex(bytes)[0], sha1).map(({ kind }) => kind)).toEqual(["checksum", "signature"]);
});

interface Oracle {
  readonly counts: number[][];
  readonly classes: { descriptor: string; access: number; superclass: string; interfaces: string[] }[];
  readonly called: Set<number>;
}

/** What dexdump prints of a file; undefined when it refuses it. */
async function dumped(dexdump: string, args: readonly string[]): Promise<Oracle | undefined> {
  const child = spawn(dexdump, args, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const oracle: Oracle = { counts: [], classes: [], called: new Set() };
  for await (const line of createInterface({ input: child.stdout })) {
    const size = /^(string|type|proto|field|method|class)_(?:ids|defs)_size +: (\d+)$/.exec(line);
    if (size?.[1] === "string") oracle.counts.push([]);
    if (size) oracle.counts.at(-1)?.push(Number(size[2]));
    const invoke = /\|[0-9a-f]{4}: invoke-.* \/\/ method@([0-9a-f]{4})/.exec(line);
    if (invoke) oracle.called.add(Number.parseInt(invoke[1] ?? "", 16));
    const [, key, value = ""] =
      /^ {2}(?:(Class descriptor|Access flags|Superclass) +: | {2}#\d+ +: ')(.*)$/.exec(line) ?? [];
    const last = oracle.classes.at(-1);
    if (key === "Class descriptor")
      oracle.classes.push({ descriptor: value.slice(1, -1), access: 0, superclass: "", interfaces: [] });
    else if (last && key === "Access flags") last.access = Number.parseInt(value, 16);
    else if (last && key === "Superclass") last.superclass = value.slice(1, -1);
    else if (last && value !== "") last.interfaces.push(value.slice(0, -1));
  }
  return (await ended) === 0 ? oracle : undefined;
}

function counts(dex: Dex): number[] {
  return [dex.strings, dex.types, dex.protos, dex.fields, dex.methods, dex.classes].map(({ count }) => count);
}

function describeClasses(dex: Dex): Oracle["classes"] {
  const names = classDescriptors(dex).names;
  return names.map((descriptor, index) => {
    const found = classAt(dex, index);
    expect(typeDescriptor(dex, found.type)).toBe(descriptor);
    return {
      descriptor,
      access: found.access,
      superclass: found.superclass === noIndex ? "" : typeDescriptor(dex, found.superclass),
      interfaces: typeList(dex, found.interfaces).map((type) => typeDescriptor(dex, type)),
    };
  });
}

function apksIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".apk"))
    .map((name) => join(folder, name));
}
