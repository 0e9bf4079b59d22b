import { type Catch, type Instruction, type Operand, opcodes } from "./dex-instructions.ts";
import type { DexClass, DexMethod } from "./dex-tables.ts";

const accessFlags: Readonly<Record<string, number>> = {
  public: 0x1,
  private: 0x2,
  static: 0x8,
  final: 0x10,
  constructor: 0x10000,
};

/**
 * Reads classes as the assembler smali writes them: a subset without fields, annotations and debug information, whose code is made of the
 * instructions in `opcodes`. A `#` at the beginning of a line makes it a comment.
 *
 * @throws RangeError with the line for what it does not know.
 * github.com/google/smali.
 */
export function readSmali(source: string): readonly DexClass[] {
  const classes: OpenClass[] = [];
  let method: OpenMethod | undefined;
  for (const [number, raw] of source.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    try {
      const open = classes.at(-1);
      if (method !== undefined) method = readInMethod(line, method);
      else if (line.startsWith(".class ")) classes.push(openClass(line));
      else if (open !== undefined && line.startsWith(".super ")) open.superclass = line.slice(7);
      else if (open !== undefined && line.startsWith(".method ")) {
        method = openMethod(line);
        open.methods.push(method);
      } else throw new RangeError("this does not belong here");
    } catch (error) {
      throw new RangeError(`line ${number + 1}, ${JSON.stringify(line)}: ${(error as Error).message}`);
    }
  }
  if (method !== undefined) throw new RangeError("the last method does not end");
  return classes.map(({ name, access, superclass, methods }) => ({
    name,
    access,
    superclass,
    written: methods.map(closed),
  }));
}

interface OpenClass {
  readonly name: string;
  readonly access: number;
  superclass: string;
  readonly methods: OpenMethod[];
}

interface OpenMethod {
  readonly name: string;
  readonly signature: string;
  readonly access: number;
  /** Words of the arguments. */
  readonly ins: number;
  registers: number;
  readonly instructions: Instruction[];
  readonly catches: Catch[];
}

function openClass(line: string): OpenClass {
  const words = line.split(/\s+/).slice(1);
  const name = words.pop() ?? "";
  return { name, access: flagsOf(words), superclass: "java.lang.Object", methods: [] };
}

function openMethod(line: string): OpenMethod {
  const words = line.split(/\s+/).slice(1);
  const [, name = "", signature = ""] = /^([^(]+)(\(.*)$/.exec(words.pop() ?? "") ?? [];
  const access = flagsOf(words);
  const parameters = signature.slice(1, signature.indexOf(")")).match(/\[*(?:[ZBSCIJFD]|L[^;]+;)/g) ?? [];
  const wide = parameters.filter((type) => type === "J" || type === "D").length;
  const ins = parameters.length + wide + ((access & 0x8) === 0 ? 1 : 0);
  return { name, signature, access, ins, registers: ins, instructions: [], catches: [] };
}

function flagsOf(words: readonly string[]): number {
  return words.reduce((sum, word) => {
    const flag = accessFlags[word];
    if (flag === undefined) throw new RangeError(`${word} is no access flag`);
    return sum | flag;
  }, 0);
}

/** Takes one line of a method's body; undefined when the method ends with it. */
function readInMethod(line: string, method: OpenMethod): OpenMethod | undefined {
  if (line === ".end method") return undefined;
  const [, count] = /^\.registers (\d+)$/.exec(line) ?? [];
  if (count !== undefined) method.registers = Number(count);
  else if (line.startsWith(".catch")) method.catches.push(readCatch(line));
  else if (line.startsWith(":")) method.instructions.push({ label: line });
  else method.instructions.push(readInstruction(line, method));
  return method;
}

function readCatch(line: string): Catch {
  const match = /^\.(?:catchall|catch (L[^;]+;)) \{(:\w+) \.\. (:\w+)\} (:\w+)$/.exec(line);
  if (match === null) throw new RangeError("this is no handler");
  const [, type, from = "", to = "", handler = ""] = match;
  return { from, to, type: type ?? null, handler };
}

function readInstruction(line: string, method: OpenMethod): Instruction {
  const [, name = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const layout = opcodes.get(name)?.layout;
  if (layout === undefined) throw new RangeError(`${name} is no instruction that can be written`);
  if (layout === "35c") {
    const [, list = "", reference = ""] = /^\{([^}]*)\}, (\S+)$/.exec(rest) ?? [];
    const named = list === "" ? [] : list.split(", ");
    return { name, registers: named.map((each) => registerOf(each, method)), operand: operandOf(reference) };
  }
  // A text may hold commas; it is the last part.
  const text = rest.indexOf('"');
  const parts = (text < 0 ? rest : rest.slice(0, text)).split(", ").filter((part) => part !== "");
  if (text >= 0) parts.push(rest.slice(text));
  const registers = parts.filter((part) => /^[vp]\d+$/.test(part)).map((part) => registerOf(part, method));
  const last = parts.slice(registers.length);
  if (last.length > 1) throw new RangeError("there is too much in this line");
  const [other] = last;
  if (other === undefined) return { name, registers };
  if (other.startsWith(":")) return { name, registers, target: other };
  if (/^-?0x[0-9a-f]+$/.test(other)) return { name, registers, literal: numberOf(other) };
  return { name, registers, operand: operandOf(other) };
}

function numberOf(text: string): number {
  return text.startsWith("-") ? -Number(text.slice(1)) : Number(text);
}

/** Arguments, `p0` and so on, lie in the last registers. */
function registerOf(name: string, { registers, ins }: OpenMethod): number {
  const [, kind, digits] = /^([vp])(\d+)$/.exec(name) ?? [];
  if (digits === undefined) throw new RangeError(`${name} is no register`);
  const register = kind === "p" ? registers - ins + Number(digits) : Number(digits);
  if (register < 0 || register >= registers) throw new RangeError(`there is no register ${name}`);
  return register;
}

function operandOf(text: string): Operand {
  if (text.startsWith('"')) return { string: JSON.parse(text) as string };
  const [, owner, name = "", signature, type] = /^(\[*L[^;]+;)->([^(:]+)(?:(\(.*\).+)|:(.+))$/.exec(text) ?? [];
  if (owner === undefined) return { type: text };
  if (signature !== undefined) return { method: { class: owner, name, signature } };
  return { field: { class: owner, name, type: type ?? "" } };
}

function closed({ name, signature, access, registers, instructions, catches }: OpenMethod): DexMethod {
  return { name, signature, access, code: { registers, instructions, catches } };
}
