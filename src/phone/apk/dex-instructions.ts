import { ByteWriter } from "./byte-writer.ts";
import type { DexTables, FieldReference, MethodReference } from "./dex-tables.ts";

/** What an instruction names besides registers. */
export type Operand =
  | { readonly string: string }
  /** A descriptor. */
  | { readonly type: string }
  | { readonly field: FieldReference }
  | { readonly method: MethodReference };

/** One instruction, or a label before one. */
export type Instruction =
  | { readonly label: string }
  | {
      /** Its name as in the format's documentation: `invoke-static`. */
      readonly name: string;
      readonly registers: readonly number[];
      readonly literal?: number;
      readonly operand?: Operand;
      /** The label that a jump goes to. */
      readonly target?: string;
    };

/** A stretch of instructions, from one label up to another, whose exceptions are handled at a third. */
export interface Catch {
  readonly from: string;
  readonly to: string;
  /** Descriptor of what is caught; null for everything. */
  readonly type: string | null;
  readonly handler: string;
}

/** The code of a method. */
export interface DexCode {
  /** All registers, those of the arguments last. */
  readonly registers: number;
  readonly instructions: readonly Instruction[];
  /** Stretches do not lie over one another. */
  readonly catches: readonly Catch[];
}

/** How an instruction is laid out, by the format's own names (source.android.com "Dalvik executable instruction formats"). */
export type Layout =
  | "10x"
  | "12x"
  | "11n"
  | "11x"
  | "10t"
  | "21s"
  | "21t"
  | "21c"
  | "22b"
  | "22c"
  | "22t"
  | "23x"
  | "35c";

/** Units of 16 bits, registers that stand in it, and the register number below which they have to be. */
const layouts: Readonly<
  Record<Layout, { readonly units: number; readonly registers: number; readonly below: number }>
> = {
  "10x": { units: 1, registers: 0, below: 0 },
  "12x": { units: 1, registers: 2, below: 16 },
  "11n": { units: 1, registers: 1, below: 16 },
  "11x": { units: 1, registers: 1, below: 256 },
  "10t": { units: 1, registers: 0, below: 0 },
  "21s": { units: 2, registers: 1, below: 256 },
  "21t": { units: 2, registers: 1, below: 256 },
  "21c": { units: 2, registers: 1, below: 256 },
  "22b": { units: 2, registers: 2, below: 256 },
  "22c": { units: 2, registers: 2, below: 16 },
  "22t": { units: 2, registers: 2, below: 16 },
  "23x": { units: 2, registers: 3, below: 256 },
  "35c": { units: 3, registers: -1, below: 16 },
};

/** What is known of one instruction. */
export interface Opcode {
  readonly code: number;
  readonly layout: Layout;
}

/** The instructions that can be written, by name; those on objects and numbers of 32 bits. */
export const opcodes: ReadonlyMap<string, Opcode> = new Map(
  Object.entries({
    move: "01 12x",
    "move-object": "07 12x",
    "move-result": "0a 11x",
    "move-result-object": "0c 11x",
    "move-exception": "0d 11x",
    "return-void": "0e 10x",
    return: "0f 11x",
    "return-object": "11 11x",
    "const/4": "12 11n",
    "const/16": "13 21s",
    "const-string": "1a 21c",
    "const-class": "1c 21c",
    "check-cast": "1f 21c",
    "array-length": "21 12x",
    "new-instance": "22 21c",
    "new-array": "23 22c",
    throw: "27 11x",
    goto: "28 10t",
    "if-eq": "32 22t",
    "if-ne": "33 22t",
    "if-lt": "34 22t",
    "if-ge": "35 22t",
    "if-gt": "36 22t",
    "if-le": "37 22t",
    "if-eqz": "38 21t",
    "if-nez": "39 21t",
    "aget-object": "46 23x",
    "aput-object": "4d 23x",
    "aput-byte": "4f 23x",
    sget: "60 21c",
    "sget-object": "62 21c",
    "invoke-virtual": "6e 35c",
    "invoke-direct": "70 35c",
    "invoke-static": "71 35c",
    "invoke-interface": "72 35c",
    "int-to-byte": "8d 12x",
    "add-int/lit8": "d8 22b",
    "div-int/lit8": "db 22b",
    "shl-int/lit8": "e0 22b",
  }).map(([name, text]) => {
    const [code = "", layout = ""] = text.split(" ");
    return [name, { code: Number.parseInt(code, 16), layout: layout as Layout }];
  }),
);

/** Everything that code names, for the tables. */
export function operandsOf(code: DexCode): readonly Operand[] {
  const named = code.instructions.flatMap((each) => ("operand" in each && each.operand ? [each.operand] : []));
  return [...named, ...code.catches.flatMap(({ type }) => (type === null ? [] : [{ type }]))];
}

/**
 * Writes a code_item: header, instructions, stretches with their handlers.
 *
 * @param ins words of the arguments, the object itself included.
 * @throws RangeError for unknown instructions, labels and registers, numbers that do not fit, and stretches over one another.
 * source.android.com "Dalvik executable format", code_item.
 */
export function codeItem(code: DexCode, ins: number, tables: DexTables): Uint8Array {
  const labels = labelPlaces(code.instructions);
  const body = new ByteWriter();
  let outs = 0;
  for (const each of code.instructions) {
    if ("label" in each) continue;
    if (each.registers.some((register) => register >= code.registers))
      throw new RangeError(`${each.name} names a register beyond the ${code.registers} that there are`);
    const opcode = opcodeOf(each.name);
    if (opcode.layout === "35c") outs = Math.max(outs, each.registers.length);
    writeInstruction(body, each, opcode, labels, tables);
  }
  const units = body.length / 2;
  const item = new ByteWriter().u16(code.registers, ins, outs, code.catches.length).u32(0, units).bytes(body.done());
  return code.catches.length === 0 ? item.done() : withCatches(item.align(4), code.catches, labels, tables);
}

function opcodeOf(name: string): Opcode {
  const opcode = opcodes.get(name);
  if (opcode === undefined) throw new RangeError(`${name} is no instruction that can be written`);
  return opcode;
}

/** Where each label stands, in units. */
function labelPlaces(instructions: readonly Instruction[]): (label: string) => number {
  const places = new Map<string, number>();
  let at = 0;
  for (const each of instructions) {
    if ("name" in each) at += layouts[opcodeOf(each.name).layout].units;
    else if (places.has(each.label)) throw new RangeError(`the label ${each.label} stands twice`);
    else places.set(each.label, at);
  }
  return (label) => {
    const place = places.get(label);
    if (place === undefined) throw new RangeError(`there is no label ${label}`);
    return place;
  };
}

function writeInstruction(
  body: ByteWriter,
  each: Extract<Instruction, { name: string }>,
  { code, layout }: Opcode,
  place: (label: string) => number,
  tables: DexTables,
): void {
  const { registers: count, below } = layouts[layout];
  const { name, registers } = each;
  if (count >= 0 ? registers.length !== count : registers.length > 5)
    throw new RangeError(`${name} does not take ${registers.length} registers`);
  if (registers.some((register) => register >= below)) throw new RangeError(`${name} reaches registers below ${below}`);
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = registers;
  const jump = (bits: number): number => signed(place(each.target ?? "") - body.length / 2, bits, name);
  const literal = (bits: number): number => signed(each.literal ?? 0, bits, name);
  const index = (): number => operandIndex(each.operand, name, tables);
  if (layout === "10x") body.u8(code, 0);
  else if (layout === "12x") body.u8(code, a | (b << 4));
  else if (layout === "11n") body.u8(code, a | (literal(4) << 4));
  else if (layout === "11x") body.u8(code, a);
  else if (layout === "10t") body.u8(code, jump(8));
  else if (layout === "21s") body.u8(code, a).u16(literal(16));
  else if (layout === "21t") {
    const to = jump(16);
    body.u8(code, a).u16(to);
  } else if (layout === "21c") body.u8(code, a).u16(index());
  else if (layout === "22b") body.u8(code, a, b, literal(8));
  else if (layout === "22c") body.u8(code, a | (b << 4)).u16(index());
  else if (layout === "22t") {
    const to = jump(16);
    body.u8(code, a | (b << 4)).u16(to);
  } else if (layout === "23x") body.u8(code, a, b, c);
  else body.u8(code, e | (registers.length << 4)).u16(index(), a | (b << 4) | (c << 8) | (d << 12));
}

/** Two's complement of so many bits. */
function signed(value: number, bits: number, name: string): number {
  const half = 2 ** (bits - 1);
  if (!Number.isInteger(value) || value < -half || value >= half)
    throw new RangeError(`${value} does not fit into ${name}`);
  return value < 0 ? value + 2 * half : value;
}

function operandIndex(operand: Operand | undefined, name: string, tables: DexTables): number {
  if (operand === undefined) throw new RangeError(`${name} names nothing`);
  const index =
    "string" in operand
      ? tables.stringIndex(operand.string)
      : "type" in operand
        ? tables.typeIndex(operand.type)
        : "field" in operand
          ? tables.fieldIndex(operand.field)
          : tables.methodIndex(operand.method);
  if (index < 0 || index > 0xffff) throw new RangeError(`${name} names something that has no number of 16 bits`);
  return index;
}

/** try_item and encoded_catch_handler_list; each stretch has a handler of its own. */
function withCatches(
  item: ByteWriter,
  catches: readonly Catch[],
  place: (label: string) => number,
  tables: DexTables,
): Uint8Array {
  const stretches = catches
    .map((each) => ({ ...each, start: place(each.from), end: place(each.to) }))
    .sort((a, b) => a.start - b.start);
  const handlers = new ByteWriter().uleb(stretches.length);
  let before = 0;
  for (const { start, end, type, handler } of stretches) {
    if (start < before || end <= start)
      throw new RangeError("stretches with handlers lie over one another or are empty");
    before = end;
    item.u32(start).u16(end - start, handlers.length);
    // SLEB128: 1 handler of a type, or 0 and the one for everything.
    if (type === null) handlers.u8(0).uleb(place(handler));
    else handlers.u8(1).uleb(tables.typeIndex(type)).uleb(place(handler));
  }
  return item.bytes(handlers.done()).done();
}
