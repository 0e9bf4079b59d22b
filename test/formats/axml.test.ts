import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { readManifest } from "../../src/formats/android-manifest.ts";
import { readResourceTable } from "../../src/formats/arsc.ts";
import { type AxmlElement, readAxml, valueType } from "../../src/formats/axml.ts";
import { tool, withTool } from "../tools.ts";
import { entryOf, fileName, oddApks, openApk, ordinaryApks } from "./apk-files.ts";
import { writeArsc } from "./arsc-writer.ts";
import { chunk, join, u16, u32, writeAxml, type XmlNode } from "./axml-writer.ts";

const small: XmlNode = {
  name: "manifest",
  attributes: { package: "com.example", versionCode: 7 },
  children: [{ name: "application", attributes: { label: "Example", debuggable: true } }],
};
const marksOf = (bytes: Uint8Array) => readAxml(bytes).marks.map(({ kind }) => kind);
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Elements and attributes in the form of `aapt2 dump xmltree`, without line numbers, namespaces and what it prints of values. */
function treeOf(element: AxmlElement, depth = 0): string[] {
  const prefix = element.namespace === undefined ? "" : `${element.namespace}:`;
  const lines = [`${depth} E: ${prefix}${element.name}`];
  for (const { namespace, name, id, type, data, text } of element.attributes) {
    const shown = `${namespace ? `${namespace}:` : ""}${name}${id ? `(0x${id.toString(16).padStart(8, "0")})` : ""}`;
    lines.push(`A: ${shown}=${shownValue(type, data, text)}`);
  }
  return [...lines, ...element.children.flatMap((child) => treeOf(child, depth + 1))];
}

function shownValue(type: number, data: number, text: string | undefined): string {
  if (type === valueType.string) return `"${text}"`;
  if (type === valueType.reference) return `@0x${data.toString(16).padStart(8, "0")}`;
  if (type === valueType.boolean) return data === 0 ? "false" : "true";
  if (type === valueType.hexadecimal) return `0x${data.toString(16).padStart(8, "0")}`;
  return type === valueType.decimal ? String(data | 0) : "other";
}

/** The same of what aapt2 printed. */
function treeBy(text: string): string[] {
  const depths: number[] = [];
  return text.split("\n").flatMap((line) => {
    const [, indent, name] = /^( *)E: (.*) \(line=\d+\)$/.exec(line) ?? [];
    if (indent !== undefined) {
      while ((depths.at(-1) ?? -1) >= indent.length) depths.pop();
      depths.push(indent.length);
      return [`${depths.length - 1} E: ${name}`];
    }
    const [, attribute] = /^ *A: (.*)$/.exec(line) ?? [];
    return attribute === undefined ? [] : [`A: ${attribute.replace(/ \(Raw: .*$/, "")}`];
  });
}

{
  let answers = 0;
  const program = tool("aapt2");
  for (const path of [...ordinaryApks, ...oddApks]) {
    const run =
      program && spawnSync(program, ["dump", "xmltree", "--file", "AndroidManifest.xml", path], { encoding: "utf8" });
    if (run && (run.status !== 0 || run.stderr !== "")) continue;
    answers++;
    withTool("aapt2")(`${fileName(path)} as aapt2 prints it`, async () => {
      const bytes = await entryOf(await openApk(path), "AndroidManifest.xml");
      expect(treeOf(readAxml(bytes ?? new Uint8Array()).root)).toEqual(treeBy(run ? run.stdout : ""));
    });
  }
  withTool("aapt2")("aapt2 answers often enough to tell something", () => expect(answers).toBeGreaterThan(30));
}

test("reads what was written, in both encodings", () => {
  for (const utf8 of [false, true]) {
    const { root, marks } = readAxml(writeAxml(small, { utf8 }));
    expect(marks).toEqual([]);
    expect(root.attributes.map(({ name, id, data, text }) => [name, id, text ?? data])).toEqual([
      ["package", 0, "com.example"],
      ["versionCode", 0x0101021b, 7],
    ]);
    expect(root.children[0]?.attributes[1]).toMatchObject({
      name: "debuggable",
      type: valueType.boolean,
      data: 0xffffffff,
    });
  }
});

test("skips chunks of unknown type and junk behind the end, and says so", () => {
  const junk = chunk(0x3370, u32(1, 2, 3, 4));
  expect(marksOf(writeAxml(small, { before: junk }))).toEqual(["unknown-chunk"]);
  // A chunk of no size stands where Android's package parser has stopped already.
  const zero = join(u16(0x0101, 16), u32(0, 0, 0));
  const bytes = writeAxml(small, { after: zero });
  expect(marksOf(bytes)).toEqual(["broken-end"]);
  expect(readManifest(readAxml(bytes)).packageName).toBe("com.example");
  // And what follows the root's own size is not looked at.
  expect(marksOf(join(writeAxml(small), new Uint8Array([1, 2, 3])))).toEqual([]);
});

test("takes the last of several string pools", () => {
  const other = writeAxml({ ...small, attributes: { ...small.attributes, package: "com.another" } });
  const size = view(other).getUint32(12, true);
  const bytes = writeAxml(small, { before: other.subarray(8, 8 + size) });
  expect(marksOf(bytes)).toContain("several-string-pools");
  expect(readManifest(readAxml(bytes)).packageName).toBe("com.another");
});

test("goes by where the file says that attributes lie", () => {
  const bytes = writeAxml(small);
  const at = startOfFirstElement(bytes);
  // Each attribute 24 bytes long and 4 bytes later: what lies between is anything.
  const attributes = bytes.subarray(at + 36, at + 76);
  const wide = join(u32(0x7777), attributes.subarray(0, 20), u32(0x1111), attributes.subarray(20), u32(0x2222));
  const element = join(bytes.subarray(at, at + 36), wide);
  view(element).setUint32(4, element.length, true);
  view(element).setUint16(24, 24, true);
  view(element).setUint16(26, 24, true);
  const whole = join(bytes.subarray(0, at), element, bytes.subarray(at + 76));
  view(whole).setUint32(4, whole.length, true);
  expect(marksOf(whole)).toEqual(["odd-attribute-layout"]);
  expect(readManifest(readAxml(whole))).toMatchObject({ packageName: "com.example", versionCode: 7 });
});

test("refuses elements whose attributes do not fit, and attributes that lie over one another", () => {
  const at = startOfFirstElement(writeAxml(small));
  const changed = (offset: number, value: number) => {
    const bytes = writeAxml(small);
    view(bytes).setUint16(at + offset, value, true);
    return () => readAxml(bytes);
  };
  expect(changed(28, 0xffff)).toThrow("more attributes than fit");
  expect(changed(24, 0xffff)).toThrow(FormatError);
  const bytes = writeAxml(small);
  view(bytes).setUint16(at + 26, 0, true);
  view(bytes).setUint16(at + 28, 0xffff, true);
  expect(() => readAxml(bytes)).toThrow("lie over one another");
});

test("goes by ids and not by names", () => {
  const bytes = writeAxml(small);
  const name = Buffer.from("versionCode", "utf16le");
  const at = Buffer.from(bytes).indexOf(name);
  bytes.set(Buffer.from("debuggable_", "utf16le").subarray(0, name.length), at);
  expect(readManifest(readAxml(bytes)).versionCode).toBe(7);
});

test.each([
  ["nothing", new Uint8Array()],
  ["text", new TextEncoder().encode("<manifest package='a'/>".repeat(9))],
  ["a chunk of no size", join(u16(3, 8), u32(24), new Uint8Array(16))],
  ["a size that is a lie", join(u16(3, 8), u32(0x7fffffff), new Uint8Array(100))],
  ["no element", writeAxml(small).subarray(0, 8)],
  ["a cut document", writeAxml(small).subarray(0, -8)],
])("refuses %s", (_, bytes) => expect(() => readAxml(bytes)).toThrow(FormatError));

test("reads documents of any depth and width in linear time", () => {
  let deep: XmlNode = { name: "x" };
  for (let n = 0; n < 50_000; n++) deep = { name: "x", children: [deep] };
  const manifest = writeAxml({ ...small, children: [deep, ...(small.children ?? [])] });
  const wide = writeAxml({ ...small, children: Array.from({ length: 100_000 }, () => ({ name: "x" })) });
  const { root, marks } = readAxml(manifest);
  expect(marks[0]?.kind).toBe("too-deep");
  expect(root.children.map(({ name }) => name)).toEqual(["x", "application"]);
  expect(readAxml(wide).root.children).toHaveLength(100_000);
});

test("refuses texts that are repeated without end", () => {
  const long = "x".repeat(20_000);
  const children = Array.from({ length: 5000 }, () => ({ name: "a", text: long }));
  expect(() => readAxml(writeAxml({ name: "manifest", children }))).toThrow("repeats long texts");
});

test("any bytes, and real documents changed anywhere, give an answer or a FormatError", async () => {
  const seeds: Uint8Array[] = [writeAxml(small), writeAxml(small, { utf8: true })];
  for (const name of ["debsrc-politedroid", "gh-obfuscapk-demo", "gh-battery-alarm", "evil/apktool-client"])
    seeds.push((await entryOf(await openApk(`../shared/apks/${name}.apk`), "AndroidManifest.xml")) ?? new Uint8Array());
  const table = readResourceTable(writeArsc([{ type: 2, entries: { 0: { type: 1, data: 0x7f020000 }, 1: "text" } }]));
  const look = (bytes: Uint8Array) => {
    try {
      readManifest(readAxml(bytes), table);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
    }
  };
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255));
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 12 }), (seed, changes) => {
      const bytes = new Uint8Array(seed);
      for (const [place, value] of changes) bytes[Math.floor(place * (bytes.length - 1))] = value;
      look(bytes);
    }),
    { numRuns: 600 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => look(join(u16(3, 8), u32(8 + bytes.length), bytes))),
    { numRuns: 300 },
  );
});

function startOfFirstElement(bytes: Uint8Array): number {
  let at = 8;
  while (view(bytes).getUint16(at, true) !== 0x0102) at += view(bytes).getUint32(at + 4, true);
  return at;
}
