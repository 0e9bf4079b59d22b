import { adler32 } from "../../formats/dex-checksum.ts";
import { ByteWriter } from "./byte-writer.ts";
import { codeItem } from "./dex-instructions.ts";
import {
  type ClassRow,
  type DexContents,
  type DexMethod,
  type DexStep,
  type DexTables,
  dexTables,
} from "./dex-tables.ts";

const headerSize = 0x70;
const mapType = {
  header: 0x0000,
  strings: 0x0001,
  types: 0x0002,
  protos: 0x0003,
  fields: 0x0004,
  methods: 0x0005,
  classes: 0x0006,
  mapList: 0x1000,
  typeList: 0x1001,
  classData: 0x2000,
  code: 0x2001,
  stringData: 0x2002,
} as const;

/**
 * Writes a DEX of version 035 with tables in order, a map, signature and checksum.
 *
 * @throws RangeError as `dexTables` and `codeItem` do.
 * source.android.com "Dalvik executable format".
 */
export async function writeDex(contents: DexContents): Promise<Uint8Array<ArrayBuffer>> {
  const tables = dexTables(contents);
  const { strings, types, protos, fields, methods, classes } = tables;
  const stringsAt = headerSize;
  const typesAt = stringsAt + 4 * strings.length;
  const protosAt = typesAt + 4 * types.length;
  const fieldsAt = protosAt + 12 * protos.length;
  const methodsAt = fieldsAt + 8 * fields.length;
  const classesAt = methodsAt + 8 * methods.length;
  const dataAt = classesAt + 32 * classes.length;
  // Everything before the data is written again once the places of the data are known.
  const file = new ByteWriter().bytes(new Uint8Array(dataAt));
  const data = writeData(file, tables);
  const map: readonly (readonly [type: number, count: number, offset: number])[] = [
    [mapType.header, 1, 0],
    [mapType.strings, strings.length, stringsAt],
    [mapType.types, types.length, typesAt],
    [mapType.protos, protos.length, protosAt],
    [mapType.fields, fields.length, fieldsAt],
    [mapType.methods, methods.length, methodsAt],
    [mapType.classes, classes.length, classesAt],
    ...data.map,
    [mapType.mapList, 1, file.align(4).length],
  ];
  const mapAt = file.length;
  const present = map.filter(([, count]) => count > 0);
  file.u32(present.length);
  for (const [type, count, offset] of present) file.u16(type, 0).u32(count, offset);
  const table = (items: readonly unknown[], at: number): readonly [number, number] => [
    items.length,
    items.length > 0 ? at : 0,
  ];
  const head = new ByteWriter().bytes(new TextEncoder().encode("dex\n035\0"), new Uint8Array(24));
  head.u32(file.length, headerSize, 0x12345678, 0, 0, mapAt);
  head.u32(...table(strings, stringsAt), ...table(types, typesAt), ...table(protos, protosAt));
  head.u32(...table(fields, fieldsAt), ...table(methods, methodsAt), ...table(classes, classesAt));
  head.u32(file.length - dataAt, dataAt);
  head.u32(...data.strings, ...types.map(tables.stringIndex));
  for (const [i, { shorty, result }] of protos.entries())
    head.u32(tables.stringIndex(shorty), tables.typeIndex(result), data.parameters[i] ?? 0);
  for (const field of fields)
    head.u16(tables.typeIndex(field.class), tables.typeIndex(field.type)).u32(tables.stringIndex(field.name));
  for (const method of methods)
    head.u16(tables.typeIndex(method.class), tables.protoIndex(method.proto)).u32(tables.stringIndex(method.name));
  for (const [i, row] of classes.entries()) {
    head.u32(tables.typeIndex(row.type), row.access, tables.typeIndex(row.superclass));
    head.u32(data.interfaces[i] ?? 0, 0xffffffff, 0, data.classData[i] ?? 0, 0);
  }
  return sealDex(file.setBytes(0, head.done()).done());
}

/** Puts the right SHA-1 and checksum into the header of a DEX that was changed; in place. */
export async function sealDex(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  bytes.set(new Uint8Array(await crypto.subtle.digest("SHA-1", bytes.subarray(32))), 12);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(8, adler32(bytes, 12, bytes.length), true);
  return bytes;
}

interface DataPlaces {
  readonly map: readonly (readonly [type: number, count: number, offset: number])[];
  readonly strings: readonly number[];
  /** Type lists by proto and by class, class data by class; 0 for none. */
  readonly parameters: readonly number[];
  readonly interfaces: readonly number[];
  readonly classData: readonly number[];
}

/** Type lists, code, class data and strings, in this order. */
function writeData(file: ByteWriter, tables: DexTables): DataPlaces {
  const { classes, protos, strings } = tables;
  const lists = new Map<string, number>();
  const listsAt = file.align(4).length;
  const list = (types: readonly string[]): number => writeTypeList(file, types.map(tables.typeIndex), lists);
  const parameters = protos.map((proto) => list(proto.parameters));
  const interfaces = classes.map((row) => list(row.interfaces));
  const codeAt = file.align(4).length;
  const code = classes.map((row) => [
    ...row.methods.map(([, steps]) => writeCode(file, steps, tables)),
    ...row.written.map((method) => writeWritten(file, row.type, method, tables)),
  ]);
  const classDataAt = file.length;
  const classData = classes.map((row, i) => writeClassData(file, row, code[i] ?? [], tables));
  const stringsAt = file.length;
  const places = strings.map((text) => {
    const at = file.length;
    file.uleb(text.length).bytes(mutf8(text)).u8(0);
    return at;
  });
  return {
    map: [
      [mapType.typeList, lists.size, listsAt],
      [mapType.code, code.flat().length, codeAt],
      [mapType.classData, classData.filter((at) => at > 0).length, classDataAt],
      [mapType.stringData, strings.length, stringsAt],
    ],
    strings: places,
    parameters,
    interfaces,
    classData,
  };
}

/** Equal lists are written once. */
function writeTypeList(file: ByteWriter, types: readonly number[], known: Map<string, number>): number {
  if (types.length === 0) return 0;
  const key = types.join();
  const found = known.get(key);
  if (found !== undefined) return found;
  const at = file.align(4).length;
  file.u32(types.length).u16(...types);
  known.set(key, at);
  return at;
}

const access = { static: 0x8, private: 0x2, constructor: 0x10000 } as const;

/** Methods in the order of their places in the table, those that are not called by the object's class first. */
function writeClassData(file: ByteWriter, row: ClassRow, code: readonly number[], tables: DexTables): number {
  const simple = row.methods.map(([name]) => ({ reference: { class: row.type, name }, flags: 0x9 }));
  const written = row.written.map((each) => ({ reference: { class: row.type, ...each }, flags: each.access }));
  const methods = [...simple, ...written]
    .map(({ reference, flags }, i) => ({ index: tables.methodIndex(reference), flags, code: code[i] ?? 0 }))
    .sort((a, b) => a.index - b.index);
  if (methods.length === 0) return 0;
  const at = file.length;
  const isDirect = ({ flags }: { readonly flags: number }): boolean =>
    (flags & (access.static | access.private | access.constructor)) !== 0;
  const groups = [methods.filter(isDirect), methods.filter((each) => !isDirect(each))];
  file.uleb(0).uleb(0);
  for (const group of groups) file.uleb(group.length);
  for (const group of groups) {
    let before = 0;
    for (const method of group) {
      file
        .uleb(method.index - before)
        .uleb(method.flags)
        .uleb(method.code);
      before = method.index;
    }
  }
  return at;
}

function writeWritten(file: ByteWriter, type: string, method: DexMethod, tables: DexTables): number {
  const parameters = tables.methods[tables.methodIndex({ class: type, ...method })]?.proto.parameters ?? [];
  const ins = wordsOf(parameters, (method.access & access.static) === 0);
  const at = file.align(4).length;
  file.bytes(codeItem(method.code, ins, tables));
  return at;
}

/** Words of arguments, with that of the object where there is one. */
function wordsOf(parameters: readonly string[], object: boolean): number {
  return parameters.reduce((sum, type) => sum + (type === "J" || type === "D" ? 2 : 1), object ? 1 : 0);
}

const opcode = { returnVoid: 0x0e, const4: 0x12, constString: 0x1a, constStringJumbo: 0x1b } as const;
/** `invoke-…/range`, which takes any number of arguments. */
const invokeRange = { virtual: 0x74, direct: 0x76, static: 0x77, interface: 0x78 } as const;

/** A code_item whose arguments are all zero or null: valid, and never to be run. */
function writeCode(file: ByteWriter, steps: readonly DexStep[], tables: DexTables): number {
  const at = file.align(4).length;
  const code = new ByteWriter();
  let registers = 1;
  let outs = 0;
  for (const step of steps) {
    if ("string" in step) {
      const index = tables.stringIndex(step.string);
      if (index > 0xffff) code.u16(opcode.constStringJumbo).u32(index);
      else code.u16(opcode.constString, index);
      continue;
    }
    const { call, kind = "static" } = step;
    const index = tables.methodIndex(call);
    const parameters = tables.methods[index]?.proto.parameters ?? [];
    const words = wordsOf(parameters, kind !== "static");
    if (words > 16) throw new RangeError(`${call.name} takes more than 16 words of arguments`);
    for (let register = 0; register < words; register++) code.u16(opcode.const4 | (register << 8));
    code.u16(invokeRange[kind] | (words << 8), index, 0);
    registers = Math.max(registers, words);
    outs = Math.max(outs, words);
  }
  code.u16(opcode.returnVoid);
  file
    .u16(registers, 0, outs, 0)
    .u32(0, code.length / 2)
    .bytes(code.done());
  return at;
}

/** "Modified UTF-8": NUL as C0 80, each half of a surrogate pair by itself. */
function mutf8(text: string): Uint8Array {
  const bytes = new ByteWriter();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0 && unit < 0x80) bytes.u8(unit);
    else if (unit < 0x800) bytes.u8(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.u8(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return bytes.done();
}
