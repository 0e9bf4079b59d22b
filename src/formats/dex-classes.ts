import { FormatError } from "../core/errors.ts";
import type { Dex } from "./dex.ts";
import { decodeMutf8, stringAt, stringStart } from "./dex-strings.ts";

/** How a walk over a table went: items that were visited, items that could not be read. */
export interface Walk {
  readonly visited: number;
  readonly unreadable: number;
  /** False when it ended early, because items lie over one another. */
  readonly complete: boolean;
}

/** Told the descriptor's bytes in `dex.bytes` from `start` up to `end`, the type's index, and whether its class is in this DEX. */
export type DescriptorVisit = (start: number, end: number, type: number, defined: boolean) => void;

/** No superclass (java.lang.Object has none), no source file. */
export const noIndex = 0xffffffff;

/** Access flags of classes and methods. source.android.com "Dalvik executable format", access_flags. */
export const access = { public: 0x1, static: 0x8, native: 0x100, interface: 0x200, abstract: 0x400 } as const;

/** One entry of the class table. Types as indices, offsets in the file; 0 where there is nothing. */
export interface ClassDef {
  readonly type: number;
  readonly access: number;
  /** `noIndex` when there is none. */
  readonly superclass: number;
  readonly interfaces: number;
  readonly data: number;
}

/** A method that is named in a DEX, wherever it is defined. */
export interface MethodRef {
  readonly index: number;
  /** Descriptor of the class that it is called on, such as `Ljava/lang/System;`, or of the wanted one which that class extends. */
  readonly class: string;
  readonly name: string;
}

/** Visits the descriptors of all types that the DEX names, each once: classes it defines, and all that it refers to. */
export function eachType(dex: Dex, visit: DescriptorVisit): Walk {
  const { starts, ends, defined, walk } = typeTable(dex);
  for (let type = 0; type < starts.length; type++) {
    const start = starts[type] as number;
    if (start > 0) visit(start, ends[type] as number, type, defined[type] === 1);
  }
  return walk;
}

/** Where the descriptors of types begin, 0 where there is none to be read, and end; and which types the DEX defines. */
interface TypeTable {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly defined: Uint8Array;
  readonly walk: Walk;
}

/** Descriptors are visited for several purposes; where they lie is found once. */
const typeTables = new WeakMap<Dex, TypeTable>();

function typeTable(dex: Dex): TypeTable {
  const known = typeTables.get(dex);
  if (known) return known;
  const table = makeTypeTable(dex);
  typeTables.set(dex, table);
  return table;
}

function makeTypeTable(dex: Dex): TypeTable {
  const { count } = dex.types;
  const { flags, unreadable } = definedTypes(dex);
  const table = { starts: new Uint32Array(count), ends: new Uint32Array(count), defined: flags };
  const walk = { visited: 0, unreadable, complete: true };
  let work = dex.work;
  for (let type = 0; type < count; type++) {
    const start = descriptorStart(dex, type);
    if (start < 0) {
      walk.unreadable++;
      continue;
    }
    const end = endOf(dex.bytes, start, work);
    work -= end - start + 1;
    if (work < 0) return { ...table, walk: { ...walk, complete: false } };
    walk.visited++;
    table.starts[type] = start;
    table.ends[type] = end;
  }
  return { ...table, walk };
}

/**
 * The descriptors of the classes that the DEX defines, in the order of its table.
 *
 * @throws FormatError when they lie over one another; a class that cannot be read is left out and counted in `unreadable`.
 */
export function classDescriptors(dex: Dex): { readonly names: string[]; readonly unreadable: number } {
  const names: string[] = [];
  let unreadable = 0;
  let work = dex.work;
  for (let i = 0; i < dex.classes.count; i++) {
    const start = descriptorStart(dex, dex.view.getUint32(dex.classes.offset + i * 32, true));
    if (start < 0) {
      unreadable++;
      continue;
    }
    const end = endOf(dex.bytes, start, work);
    work -= end - start + 1;
    if (work < 0) throw new FormatError("dex", "names of classes lie over one another", start);
    names.push(decodeMutf8(dex.bytes, start, end));
  }
  return { names, unreadable };
}

/**
 * One class of the class table.
 *
 * @throws FormatError when there is none at `index`.
 */
export function classAt(dex: Dex, index: number): ClassDef {
  if (!(index >= 0 && index < dex.classes.count)) throw new FormatError("dex", `there is no class ${index}`);
  const u32 = (at: number) => dex.view.getUint32(dex.classes.offset + index * 32 + at, true);
  return { type: u32(0), access: u32(4), superclass: u32(8), interfaces: u32(12), data: u32(24) };
}

/**
 * The descriptor of a type.
 *
 * @throws FormatError when it cannot be read.
 */
export function typeDescriptor(dex: Dex, type: number): string {
  if (!(type >= 0 && type < dex.types.count)) throw new FormatError("dex", `there is no type ${type}`);
  return stringAt(dex, dex.view.getUint32(dex.types.offset + type * 4, true));
}

/**
 * The types of a list, such as the interfaces of a class at `ClassDef.interfaces`; none at offset 0.
 *
 * @throws FormatError when the list runs past the end.
 */
export function typeList(dex: Dex, offset: number): number[] {
  if (offset === 0) return [];
  const count = offset + 4 <= dex.bytes.length ? dex.view.getUint32(offset, true) : noIndex;
  if (count > 65535 || offset + 4 + count * 2 > dex.bytes.length)
    throw new FormatError("dex", "a list of types cannot be read", offset);
  return Array.from({ length: count }, (_, i) => dex.view.getUint16(offset + 4 + i * 2, true));
}

/** The index of the type with this descriptor, -1 when the DEX does not name it. Looks at all: their order may be a lie. */
export function typeNamed(dex: Dex, descriptor: string): number {
  return (
    typesNamed(dex, new Set([descriptor]))
      .keys()
      .next().value ?? -1
  );
}

/**
 * The methods named in the DEX that are among those wanted. Code calls an inherited method by the name of its own class as well: methods of
 * classes in the DEX that extend a wanted one are told as that one's.
 *
 * @param wanted names of methods by descriptor of their class; an empty set means all of that class.
 * @throws FormatError when names lie over one another.
 */
export function findMethods(dex: Dex, wanted: ReadonlyMap<string, ReadonlySet<string>>): MethodRef[] {
  const types = typesNamed(dex, wanted);
  if (types.size === 0) return [];
  addHeirs(dex, types);
  const names = new Map<number, string | undefined>();
  const found: MethodRef[] = [];
  const { offset, count } = dex.methods;
  let work = dex.work;
  for (let index = 0; index < count; index++) {
    const descriptor = types.get(dex.view.getUint16(offset + index * 8, true));
    if (descriptor === undefined) continue;
    const id = dex.view.getUint32(offset + index * 8 + 4, true);
    if (!names.has(id)) {
      const start = stringStart(dex, id);
      const end = start < 0 ? start : endOf(dex.bytes, start, work);
      work -= end - start + 1;
      if (work < 0) throw new FormatError("dex", "names of methods lie over one another", start);
      names.set(id, start < 0 ? undefined : decodeMutf8(dex.bytes, start, end));
    }
    const name = names.get(id);
    const asked = wanted.get(descriptor);
    if (name !== undefined && (asked?.size === 0 || asked?.has(name))) found.push({ index, class: descriptor, name });
  }
  return found;
}

/** How far down the line of heirs is followed. */
const generations = 3;

/** Puts the types of classes that extend one of `types` beside it. */
function addHeirs(dex: Dex, types: Map<number, string>): void {
  const { offset, count } = dex.classes;
  for (let n = 0, before = -1; n < generations && types.size !== before; n++) {
    before = types.size;
    for (let at = offset; at < offset + count * 32; at += 32) {
      const of = types.get(dex.view.getUint32(at + 8, true));
      const type = dex.view.getUint32(at, true);
      if (of !== undefined && !types.has(type)) types.set(type, of);
    }
  }
}

/**
 * The class and name of a method.
 *
 * @throws FormatError when they cannot be read.
 */
export function methodAt(dex: Dex, index: number): MethodRef {
  if (!(index >= 0 && index < dex.methods.count)) throw new FormatError("dex", `there is no method ${index}`);
  const at = dex.methods.offset + index * 8;
  return {
    index,
    class: typeDescriptor(dex, dex.view.getUint16(at, true)),
    name: stringAt(dex, dex.view.getUint32(at + 4, true)),
  };
}

/** Where the descriptor of a type begins; -1 when it cannot be read. */
export function descriptorStart(dex: Dex, type: number): number {
  if (!(type >= 0 && type < dex.types.count)) return -1;
  return stringStart(dex, dex.view.getUint32(dex.types.offset + type * 4, true));
}

function definedTypes(dex: Dex): { readonly flags: Uint8Array; readonly unreadable: number } {
  const flags = new Uint8Array(dex.types.count);
  let unreadable = 0;
  const { offset, count } = dex.classes;
  for (let at = offset; at < offset + count * 32; at += 32) {
    const type = dex.view.getUint32(at, true);
    if (type < flags.length) flags[type] = 1;
    else unreadable++;
  }
  return { flags, unreadable };
}

/** Names to be found among types, by their length. */
type NamesByLength = readonly (readonly { readonly name: string; readonly bytes: Uint8Array }[] | undefined)[];

/** The same few lists are asked for in every DEX. */
const namesByLength = new WeakMap<object, NamesByLength>();

function typesNamed(dex: Dex, wanted: { has(name: string): boolean; keys(): Iterable<string> }): Map<number, string> {
  const lengths = namesByLength.get(wanted) ?? sortByLength(wanted.keys());
  namesByLength.set(wanted, lengths);
  const { starts, ends, walk } = typeTable(dex);
  const found = new Map<number, string>();
  for (let type = 0; type < dex.types.count; type++) {
    const start = walk.complete ? (starts[type] as number) : descriptorStart(dex, type);
    if (start <= 0) continue;
    const end = walk.complete ? (ends[type] as number) : endOf(dex.bytes, start, lengths.length);
    const names = lengths[end - start];
    if (names === undefined || dex.bytes[end] !== 0) continue;
    for (const { name, bytes } of names) if (standsAt(dex.bytes, start, bytes)) found.set(type, name);
  }
  return found;
}

function sortByLength(names: Iterable<string>): NamesByLength {
  const encoder = new TextEncoder();
  const lengths: { readonly name: string; readonly bytes: Uint8Array }[][] = [];
  for (const name of names) {
    const bytes = encoder.encode(name);
    lengths[bytes.length] = [...(lengths[bytes.length] ?? []), { name, bytes }];
  }
  return lengths;
}

/** Compares from the end, where names of one length differ sooner than at their beginning. */
function standsAt(bytes: Uint8Array, start: number, name: Uint8Array): boolean {
  for (let i = name.length - 1; i >= 0; i--) if (bytes[start + i] !== name[i]) return false;
  return true;
}

/** Where the string that begins at `start` ends: at its NUL, at the end of the file, or `most` bytes on. */
function endOf(bytes: Uint8Array, start: number, most: number): number {
  const stop = Math.min(bytes.length, start + most);
  let end = start;
  while (end < stop && bytes[end] !== 0) end++;
  return end;
}
