import { createHash } from "node:crypto";
import { adler32 } from "../../src/formats/dex-checksum.ts";

/** What a DEX is made of here: classes that it defines, types that it only names, strings, and methods that it names. */
export interface DexParts {
  readonly classes?: readonly string[];
  readonly types?: readonly string[];
  readonly strings?: readonly string[];
  readonly methods?: readonly { readonly class: string; readonly name: string }[];
  /** Code of a static method `run` of the first class, in 16-bit units; `(index) => …` gets the index of a method by class and name. */
  readonly code?: (index: (of: string, name: string) => number) => readonly number[];
}

/** Writes one DEX of version 035 with sorted tables, map list, checksum and signature; strings are ASCII. */
export function buildDex(parts: DexParts): Uint8Array<ArrayBuffer> {
  const bytes = assemble([parts], 35);
  return sealDex(bytes);
}

/** Writes a container of version 041: headers and tables one behind the other, all data behind them. */
export function buildContainer(parts: readonly DexParts[]): Uint8Array<ArrayBuffer> {
  return assemble(parts, 41);
}

/** Puts the right signature and checksum into a DEX that was changed. */
export function sealDex(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  bytes.set(createHash("sha1").update(bytes.subarray(32)).digest(), 12);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(8, adler32(bytes, 12, bytes.length), true);
  return bytes;
}

function assemble(all: readonly DexParts[], version: number): Uint8Array<ArrayBuffer> {
  const headerSize = version >= 41 ? 0x78 : 0x70;
  const tables = all.map(tablesOf);
  const sizes = tables.map(
    (t) => headerSize + 4 * (t.strings.length + t.types.length) + 12 + 8 * t.methods.length + 32 * t.classes.length,
  );
  const data: number[] = [];
  const dataStart = sizes.reduce((a, b) => a + b, 0);
  const here = () => dataStart + data.length;
  const align = () => {
    while (here() % 4 !== 0) data.push(0);
  };
  const u32 = (value: number) => data.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  const head = new DataView(new ArrayBuffer(dataStart));
  let header = 0;
  for (const [i, t] of tables.entries()) {
    const at = { header, strings: header + headerSize, types: 0, protos: 0, methods: 0, classes: 0 };
    at.types = at.strings + 4 * t.strings.length;
    at.protos = at.types + 4 * t.types.length;
    at.methods = at.protos + 12;
    at.classes = at.methods + 8 * t.methods.length;
    let classData = 0;
    const dataItems: number[][] = [];
    if (t.code.length > 0) {
      align();
      const code = here();
      data.push(1, 0, 0, 0, 1, 0, 0, 0);
      u32(0);
      u32(t.code.length);
      for (const unit of t.code) data.push(unit & 255, unit >>> 8);
      classData = here();
      dataItems.push([0x2001, 1, code], [0x2000, 1, classData]);
      data.push(0, 0, 1, 0, ...uleb(t.methods.findIndex(({ name }) => name === "run")), 9, ...uleb(code));
    }
    dataItems.push([0x2002, t.strings.length, here()]);
    for (const [n, text] of t.strings.entries()) {
      head.setUint32(at.strings + n * 4, here(), true);
      data.push(...uleb(text.length), ...Buffer.from(text, "latin1"), 0);
    }
    align();
    for (const [n, type] of t.types.entries()) head.setUint32(at.types + n * 4, t.strings.indexOf(type), true);
    head.setUint32(at.protos, t.strings.indexOf("V"), true);
    head.setUint32(at.protos + 4, t.types.indexOf("V"), true);
    for (const [n, method] of t.methods.entries()) {
      head.setUint16(at.methods + n * 8, t.types.indexOf(method.class), true);
      head.setUint32(at.methods + n * 8 + 4, t.strings.indexOf(method.name), true);
    }
    for (const [n, name] of t.classes.entries()) {
      const fields = [
        t.types.indexOf(name),
        1,
        t.types.indexOf("Ljava/lang/Object;"),
        0,
        0xffffffff,
        0,
        n === 0 ? classData : 0,
        0,
      ];
      for (const [k, value] of fields.entries()) head.setUint32(at.classes + n * 32 + k * 4, value, true);
    }
    const map = here();
    const items = [
      [0, 1, header],
      [1, t.strings.length, at.strings],
      [2, t.types.length, at.types],
      [3, 1, at.protos],
      ...(t.methods.length > 0 ? [[5, t.methods.length, at.methods]] : []),
      ...(t.classes.length > 0 ? [[6, t.classes.length, at.classes]] : []),
      ...dataItems,
      [0x1000, 1, map],
    ];
    u32(items.length);
    for (const [type = 0, count = 0, offset = 0] of items) {
      u32(type);
      u32(count);
      u32(offset);
    }
    const name = `dex\n0${version}\0`;
    for (let k = 0; k < 8; k++) head.setUint8(header + k, name.charCodeAt(k));
    const words: readonly (readonly [number, number])[] = [
      [0x20, sizes[i] ?? 0],
      [0x24, headerSize],
      [0x28, 0x12345678],
      [0x34, map],
      [0x38, t.strings.length],
      [0x3c, at.strings],
      [0x40, t.types.length],
      [0x44, at.types],
      [0x48, 1],
      [0x4c, at.protos],
      [0x58, t.methods.length],
      [0x5c, t.methods.length > 0 ? at.methods : 0],
      [0x60, t.classes.length],
      [0x64, t.classes.length > 0 ? at.classes : 0],
    ];
    for (const [where, value] of words) head.setUint32(header + where, value, true);
    header += sizes[i] ?? 0;
  }
  align();
  const bytes = new Uint8Array(here());
  bytes.set(new Uint8Array(head.buffer));
  bytes.set(data, dataStart);
  const view = new DataView(bytes.buffer);
  if (version < 41) {
    view.setUint32(0x20, bytes.length, true);
    view.setUint32(0x68, data.length, true);
    view.setUint32(0x6c, dataStart, true);
    return bytes;
  }
  header = 0;
  for (const [i, size] of sizes.entries()) {
    if (i === sizes.length - 1) view.setUint32(header + 0x20, bytes.length - header, true);
    view.setUint32(header + 0x70, bytes.length, true);
    view.setUint32(header + 0x74, header, true);
    header += size;
  }
  return bytes;
}

function tablesOf({ classes = [], types = [], strings = [], methods = [], code }: DexParts) {
  const run = code ? [{ class: classes[0] ?? "", name: "run" }] : [];
  const allTypes = sorted([...classes, ...types, "V", "Ljava/lang/Object;", ...methods.map((method) => method.class)]);
  const allMethods = [...methods, ...run].sort(
    (a, b) => allTypes.indexOf(a.class) - allTypes.indexOf(b.class) || (a.name < b.name ? -1 : 1),
  );
  const index = (of: string, name: string) =>
    allMethods.findIndex((method) => method.class === of && method.name === name);
  return {
    strings: sorted([...allTypes, ...strings, ...allMethods.map(({ name }) => name)]),
    types: allTypes,
    methods: allMethods,
    classes: [...classes],
    code: code?.(index) ?? [],
  };
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
}

function uleb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...uleb(Math.floor(value / 128))];
}
