import { type DexCode, operandsOf } from "./dex-instructions.ts";

/** A method by name, wherever it is defined. */
export interface MethodReference {
  /** Name of the class with dots, or its descriptor. */
  readonly class: string;
  readonly name: string;
  /** `()V` where left out. */
  readonly signature?: string;
}

/** A field by name, wherever it is defined. */
export interface FieldReference {
  /** Name of the class with dots, or its descriptor. */
  readonly class: string;
  readonly name: string;
  /** A descriptor. */
  readonly type: string;
}

/** A method with its code. */
export interface DexMethod {
  readonly name: string;
  readonly signature: string;
  readonly access: number;
  readonly code: DexCode;
}

/** What code does: names a string, or calls a method with nulls and zeros. */
export type DexStep =
  | { readonly string: string }
  | { readonly call: MethodReference; readonly kind?: "static" | "virtual" | "direct" | "interface" };

/** A class to be defined; a plain string is a class without members. */
export interface DexClass {
  /** With dots, or a descriptor. */
  readonly name: string;
  readonly superclass?: string;
  readonly interfaces?: readonly string[];
  /** Public where left out. */
  readonly access?: number;
  /** Static methods without parameters and result, by name, with what their code does. */
  readonly methods?: Readonly<Record<string, readonly DexStep[]>>;
  /** Methods whose code is written out, as `readSmali` reads it. */
  readonly written?: readonly DexMethod[];
}

/** What a DEX is to hold. */
export interface DexContents {
  readonly classes?: readonly (string | DexClass)[];
  /** Types that are named only. */
  readonly types?: readonly string[];
  /** Methods that are named only. */
  readonly methods?: readonly MethodReference[];
  /** Strings that no code uses. */
  readonly strings?: readonly string[];
}

/** Return type and parameters as descriptors. */
export interface Proto {
  readonly key: string;
  readonly shorty: string;
  readonly result: string;
  readonly parameters: readonly string[];
}

/** A method in the tables. */
export interface MethodRow {
  readonly key: string;
  readonly class: string;
  readonly name: string;
  readonly proto: Proto;
}

/** A field in the tables. */
export interface FieldRow {
  readonly key: string;
  readonly class: string;
  readonly name: string;
  readonly type: string;
}

/** A class with descriptors instead of names. */
export interface ClassRow {
  readonly type: string;
  readonly superclass: string;
  readonly interfaces: readonly string[];
  readonly access: number;
  readonly methods: readonly (readonly [name: string, steps: readonly DexStep[]])[];
  readonly written: readonly DexMethod[];
}

/** The tables of a DEX in the order that the format demands, with the place of each item. */
export interface DexTables {
  readonly strings: readonly string[];
  readonly types: readonly string[];
  readonly protos: readonly Proto[];
  readonly fields: readonly FieldRow[];
  readonly methods: readonly MethodRow[];
  readonly classes: readonly ClassRow[];
  readonly stringIndex: (text: string) => number;
  readonly typeIndex: (descriptor: string) => number;
  readonly protoIndex: (proto: Proto) => number;
  readonly fieldIndex: (field: FieldReference) => number;
  readonly methodIndex: (method: MethodReference) => number;
}

const object = "Ljava/lang/Object;";

/**
 * Collects and sorts what a DEX names: strings by their UTF-16 units, all else by the places of what it is made of, superclasses that
 * are defined here before what extends them.
 *
 * @throws RangeError for names and signatures that are none, classes that stand twice or extend each other, more than 65,536 types or methods.
 * source.android.com "Dalvik executable format".
 */
export function dexTables(contents: DexContents): DexTables {
  const classes = inOrder((contents.classes ?? []).map(classRow));
  const named = namedByCode(classes);
  const own = classes.flatMap(({ type, methods }) => methods.map(([name]) => ({ class: type, name })));
  const rows = byKey([...(contents.methods ?? []), ...named.methods, ...own].map(methodRow));
  const fieldRows = byKey(named.fields.map(fieldRow));
  const protoRows = byKey(rows.map(({ proto }) => proto));
  const types = sorted([
    ...classes.flatMap(({ type, superclass, interfaces }) => [type, superclass, ...interfaces]),
    ...(contents.types ?? []).map(descriptor),
    ...named.types,
    ...[...rows, ...fieldRows].map((row) => row.class),
    ...fieldRows.map(({ type }) => type),
    ...protoRows.flatMap(({ result, parameters }) => [result, ...parameters]),
  ]);
  const strings = sorted([
    ...types,
    ...(contents.strings ?? []),
    ...named.strings,
    ...[...rows, ...fieldRows].map(({ name }) => name),
    ...protoRows.map(({ shorty }) => shorty),
  ]);
  const stringIndex = places(strings);
  const typeIndex = places(types);
  const protos = protoRows.sort((a, b) => compareProtos(a, b, typeIndex));
  const protoIndex = places(protos.map(({ key }) => key));
  const byPlace = (a: FieldRow | MethodRow, b: FieldRow | MethodRow) =>
    typeIndex(a.class) - typeIndex(b.class) || stringIndex(a.name) - stringIndex(b.name);
  const fields = fieldRows.sort((a, b) => byPlace(a, b) || typeIndex(a.type) - typeIndex(b.type));
  const methods = rows.sort((a, b) => byPlace(a, b) || protoIndex(a.proto.key) - protoIndex(b.proto.key));
  if (types.length > 65_536 || methods.length > 65_536)
    throw new RangeError("a DEX names at most 65,536 types and methods");
  const fieldIndex = places(fields.map(({ key }) => key));
  const methodIndex = places(methods.map(({ key }) => key));
  return {
    strings,
    types,
    protos,
    fields,
    methods,
    classes,
    stringIndex,
    typeIndex,
    protoIndex: ({ key }) => protoIndex(key),
    fieldIndex: (field) => fieldIndex(fieldRow(field).key),
    methodIndex: (method) => methodIndex(methodRow(method).key),
  };
}

/** All that the code of classes names, the methods that are written out included. */
function namedByCode(classes: readonly ClassRow[]) {
  const steps = classes.flatMap(({ methods }) => methods.flatMap(([, list]) => list));
  const operands = classes.flatMap(({ written }) => written.flatMap(({ code }) => operandsOf(code)));
  const own = classes.flatMap(({ type, written }) => written.map((method) => ({ class: type, ...method })));
  return {
    strings: [...steps, ...operands].flatMap((each) => ("string" in each ? [each.string] : [])),
    types: operands.flatMap((each) => ("type" in each ? [descriptor(each.type)] : [])),
    fields: operands.flatMap((each) => ("field" in each ? [each.field] : [])),
    methods: [
      ...steps.flatMap((each) => ("call" in each ? [each.call] : [])),
      ...operands.flatMap((each) => ("method" in each ? [each.method] : [])),
      ...own,
    ],
  };
}

/** The descriptor of a class named with dots; what is a descriptor already stays. */
export function descriptor(name: string): string {
  if (/^\[*(?:[VZBSCIJFD]|L[^;.[]+;)$/.test(name)) return name;
  if (!/^[^\s/;[.]+(?:\.[^\s/;[.]+)*$/.test(name)) throw new RangeError(`${name} is no name of a class`);
  return `L${name.replaceAll(".", "/")};`;
}

function classRow(given: string | DexClass): ClassRow {
  const spec = typeof given === "string" ? { name: given } : given;
  return {
    type: descriptor(spec.name),
    superclass: descriptor(spec.superclass ?? object),
    interfaces: (spec.interfaces ?? []).map(descriptor),
    access: spec.access ?? 1,
    methods: Object.entries(spec.methods ?? {}),
    written: spec.written ?? [],
  };
}

function fieldRow(field: FieldReference): FieldRow {
  const [owner, type] = [descriptor(field.class), descriptor(field.type)];
  return { key: `${owner}->${field.name}:${type}`, class: owner, name: field.name, type };
}

function methodRow(method: MethodReference): MethodRow {
  const proto = readSignature(method.signature ?? "()V");
  const type = descriptor(method.class);
  return { key: `${type}->${method.name}${proto.key}`, class: type, name: method.name, proto };
}

/** The parameters of a signature such as `(ILjava/lang/String;)V`. */
function readSignature(key: string): Proto {
  const [, inside = "", result] = /^\(([^)]*)\)(.+)$/.exec(key) ?? [];
  const parameters = inside.match(/\[*(?:[ZBSCIJFD]|L[^;]+;)/g) ?? [];
  if (result === undefined || parameters.join("") !== inside) throw new RangeError(`${key} is no signature`);
  const short = (type: string): string => (type.length > 1 ? "L" : type);
  return { key, result: descriptor(result), parameters, shorty: [result, ...parameters].map(short).join("") };
}

function compareProtos(a: Proto, b: Proto, typeIndex: (type: string) => number): number {
  const [left, right] = [a, b].map(({ result, parameters }) => [result, ...parameters].map(typeIndex));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? -1) - (right?.[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Superclasses and interfaces that are defined here come first. */
function inOrder(classes: readonly ClassRow[]): readonly ClassRow[] {
  const byType = new Map(classes.map((row) => [row.type, row]));
  if (byType.size !== classes.length) throw new RangeError("a class stands twice");
  const done = new Map<string, "open" | "done">();
  const result: ClassRow[] = [];
  const visit = (row: ClassRow): void => {
    if (done.get(row.type) === "done") return;
    if (done.get(row.type) === "open") throw new RangeError(`${row.type} extends itself`);
    done.set(row.type, "open");
    for (const above of [row.superclass, ...row.interfaces]) {
      const found = byType.get(above);
      if (found) visit(found);
    }
    done.set(row.type, "done");
    result.push(row);
  };
  for (const row of classes) visit(row);
  return result;
}

/** One of each key, in the order in which they came first. */
function byKey<T extends { readonly key: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** JavaScript compares strings by their UTF-16 units, as the format wants it. */
function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
}

function places(items: readonly string[]): (item: string) => number {
  const map = new Map(items.map((item, index) => [item, index]));
  return (item) => map.get(item) ?? -1;
}
