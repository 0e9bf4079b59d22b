import { FormatError } from "../../core/errors.ts";
import { type Dex, readDex } from "../../formats/dex.ts";
import { classAt, methodAt, typeDescriptor, typeList } from "../../formats/dex-classes.ts";
import { eachMethod } from "../../formats/dex-code.ts";
import { readUleb, skipLength, stringAt } from "../../formats/dex-strings.ts";

/** One method with its code. */
export interface ImageMethod {
  /** `Lcandor/Attest;->main([Ljava/lang/String;)V`. */
  readonly key: string;
  readonly access: number;
  readonly registers: number;
  /** Words of its arguments. */
  readonly ins: number;
  /** Instructions as units of 16 bits. */
  readonly code: Uint16Array;
  readonly tries: readonly {
    readonly start: number;
    readonly end: number;
    /** Type and address; a null type takes everything. */
    readonly handlers: readonly (readonly [type: string | null, at: number])[];
  }[];
}

/** A DEX that was loaded: its methods by class, name and signature, and what its code names. */
export interface DexImage {
  readonly methods: ReadonlyMap<string, ImageMethod>;
  /** Descriptors of the classes in it, with those that they extend. */
  readonly classes: ReadonlyMap<string, string>;
  string(index: number): string;
  type(index: number): string;
  /** `Ljava/lang/System;->out:Ljava/io/PrintStream;`. */
  field(index: number): string;
  method(index: number): string;
}

/** Loads a DEX as a class loader does. @throws FormatError */
export function loadDex(bytes: Uint8Array): DexImage {
  const [dex] = readDex(bytes);
  const methods = new Map<string, ImageMethod>();
  eachMethod(dex, (index, access, code) => {
    const key = methodKey(dex, index);
    if (code > 0) methods.set(key, { key, access, ...codeAt(dex, code) });
  });
  const classes = Array.from({ length: dex.classes.count }, (_, i) => classAt(dex, i));
  return {
    methods,
    classes: new Map(
      classes.map(({ type, superclass }) => [typeDescriptor(dex, type), typeDescriptor(dex, superclass)]),
    ),
    string: (index) => stringAt(dex, index),
    type: (index) => typeDescriptor(dex, index),
    field: (index) => fieldKey(dex, index),
    method: (index) => methodKey(dex, index),
  };
}

function methodKey(dex: Dex, index: number): string {
  const { class: owner, name } = methodAt(dex, index);
  const proto = dex.view.getUint16(dex.methods.offset + index * 8 + 2, true);
  if (proto >= dex.protos.count) throw new FormatError("dex", `there is no prototype ${proto}`);
  const at = dex.protos.offset + proto * 12;
  const parameters = typeList(dex, dex.view.getUint32(at + 8, true)).map((type) => typeDescriptor(dex, type));
  return `${owner}->${name}(${parameters.join("")})${typeDescriptor(dex, dex.view.getUint32(at + 4, true))}`;
}

function fieldKey(dex: Dex, index: number): string {
  if (index >= dex.fields.count) throw new FormatError("dex", `there is no field ${index}`);
  const at = dex.fields.offset + index * 8;
  const owner = typeDescriptor(dex, dex.view.getUint16(at, true));
  const name = stringAt(dex, dex.view.getUint32(at + 4, true));
  return `${owner}->${name}:${typeDescriptor(dex, dex.view.getUint16(at + 2, true))}`;
}

/** A code_item. source.android.com "Dalvik executable format". */
function codeAt(dex: Dex, at: number): Omit<ImageMethod, "key" | "access"> {
  const { view, bytes } = dex;
  if (at + 16 > bytes.length) throw new FormatError("dex", "code is cut off", at);
  const count = view.getUint32(at + 12, true);
  const tries = view.getUint16(at + 6, true);
  const triesAt = at + 16 + count * 2 + (tries > 0 ? (count % 2) * 2 : 0);
  const handlersAt = triesAt + tries * 8;
  if (count > 65_536 || handlersAt > bytes.length) throw new FormatError("dex", "code is cut off", at);
  return {
    registers: view.getUint16(at, true),
    ins: view.getUint16(at + 2, true),
    code: Uint16Array.from({ length: count }, (_, i) => view.getUint16(at + 16 + i * 2, true)),
    tries: Array.from({ length: tries }, (_, i) => {
      const start = view.getUint32(triesAt + i * 8, true);
      const handlers = handlersOf(dex, handlersAt + view.getUint16(triesAt + i * 8 + 6, true));
      return { start, end: start + view.getUint16(triesAt + i * 8 + 4, true), handlers };
    }),
  };
}

/** An encoded_catch_handler of few types: its count is one byte of SLEB128. */
function handlersOf(dex: Dex, at: number): readonly (readonly [string | null, number])[] {
  const { bytes } = dex;
  const size = ((bytes[at] ?? 0) << 25) >> 25;
  let next = at + 1;
  const uleb = (): number => {
    const value = readUleb(bytes, next);
    if (value < 0) throw new FormatError("dex", "a handler cannot be read", next);
    next = skipLength(bytes, next);
    return value;
  };
  const typed = Array.from({ length: Math.abs(size) }, () => [typeDescriptor(dex, uleb()), uleb()] as const);
  return size > 0 ? typed : [...typed, [null, uleb()] as const];
}
