import { opcodes } from "../apk/dex-instructions.ts";
import type { DexImage, ImageMethod } from "./dex-image.ts";
import { elements, type JavaObject, type JavaValue, Thrown, thrown } from "./java-values.ts";

/** The classes that are there besides those of the DEX. */
export interface Framework {
  /** Calls a method by its key; undefined where there is none. */
  call(key: string, args: readonly JavaValue[], machine: Machine): Promise<JavaValue> | JavaValue | undefined;
  /** The value of a static field; undefined where there is none. */
  field(key: string): JavaValue | undefined;
  /** Whether an object of one class can stand for one of another; both outside of the DEX. */
  extends(type: string, ancestor: string): boolean;
}

/** Runs the code of a DEX. */
export interface Machine {
  /** @throws Thrown what the code throws */
  invoke(key: string, args: readonly JavaValue[]): Promise<JavaValue>;
  /** Calls a method on an object as its own class or the nearest one above defines it. */
  invokeOn(object: JavaObject, signature: string, args: readonly JavaValue[]): Promise<JavaValue>;
}

/** Instructions that one run may take, and calls within calls. */
const mostSteps = 200_000;
const mostDepth = 64;

const names: ReadonlyMap<number, { readonly name: string; readonly layout: string }> = new Map(
  [...opcodes].map(([name, { code, layout }]) => [code, { name, layout }]),
);

/**
 * A machine for the instructions that `opcodes` knows: no long numbers, no fields of objects, no threads.
 *
 * source.android.com "Dalvik bytecode".
 */
export function machineFor(image: DexImage, framework: Framework, signal: AbortSignal): Machine {
  const run: Run = { image, framework, signal, steps: 0, depth: 0 };
  const machine: Machine = {
    invoke: async (key, args) => {
      const own = image.methods.get(key);
      if (own !== undefined) return execute(own, args, run, machine);
      const value = await framework.call(key, args, machine);
      if (value === undefined) throw thrown("java.lang.NoSuchMethodError", `No method ${key}`);
      return value;
    },
    invokeOn: async (object, signature, args) => {
      for (let type: string | undefined = object.type; type !== undefined; type = image.classes.get(type)) {
        const own = image.methods.get(`${type}->${signature}`);
        if (own !== undefined) return execute(own, [object, ...args], run, machine);
        if (!image.classes.has(type)) return machine.invoke(`${type}->${signature}`, [object, ...args]);
      }
      throw thrown("java.lang.NoSuchMethodError", signature);
    },
  };
  return machine;
}

interface Run {
  readonly image: DexImage;
  readonly framework: Framework;
  readonly signal: AbortSignal;
  steps: number;
  depth: number;
}

/** One call that is under way. */
interface Frame {
  readonly method: ImageMethod;
  readonly registers: JavaValue[];
  at: number;
  result: JavaValue;
  caught: JavaObject | null;
}

async function execute(
  method: ImageMethod,
  args: readonly JavaValue[],
  run: Run,
  machine: Machine,
): Promise<JavaValue> {
  if (++run.depth > mostDepth) throw thrown("java.lang.StackOverflowError");
  const registers = new Array<JavaValue>(method.registers).fill(null);
  for (const [i, arg] of args.entries()) registers[method.registers - method.ins + i] = arg;
  const frame: Frame = { method, registers, at: 0, result: null, caught: null };
  try {
    for (;;) {
      run.signal.throwIfAborted();
      if (++run.steps > mostSteps) throw thrown("java.lang.OutOfMemoryError");
      const from = frame.at;
      try {
        const ended = await step(frame, run, machine);
        if (ended !== undefined) return ended.value;
      } catch (error) {
        if (!(error instanceof Thrown)) throw error;
        frame.at = handlerFor(frame, from, error.object, run);
        if (frame.at < 0) throw error;
        frame.caught = error.object;
      }
    }
  } finally {
    run.depth--;
  }
}

/** Where what was thrown at `from` is handled; -1 where it is not. */
function handlerFor({ method }: Frame, from: number, object: JavaObject, { image, framework }: Run): number {
  for (const { start, end, handlers } of method.tries)
    if (from >= start && from < end)
      for (const [type, at] of handlers)
        if (
          type === null ||
          type === object.type ||
          framework.extends(image.classes.get(object.type) ?? object.type, type)
        )
          return at;
  return -1;
}

/** The parts of an instruction, wherever its layout has them. */
interface Parts {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** What stands there as a number, with its sign. */
  readonly literal: number;
  /** The index of what is named. */
  readonly index: number;
  readonly arguments: readonly number[];
  readonly units: number;
}

function partsOf(layout: string, code: Uint16Array, at: number): Parts {
  const [first = 0, second = 0, third = 0] = code.subarray(at, at + 3);
  const high = first >> 8;
  const low4 = high & 15;
  const high4 = high >> 4;
  const short = (second << 16) >> 16;
  const none = { a: high, b: 0, c: 0, literal: short, index: second, arguments: [], units: 2 };
  if (layout === "12x") return { ...none, a: low4, b: high4, units: 1 };
  if (layout === "11n") return { ...none, a: low4, literal: (high4 << 28) >> 28, units: 1 };
  if (layout === "10t") return { ...none, literal: (high << 24) >> 24, units: 1 };
  if (layout === "10x" || layout === "11x") return { ...none, units: 1 };
  if (layout === "22c" || layout === "22t") return { ...none, a: low4, b: high4 };
  if (layout === "23x") return { ...none, b: second & 0xff, c: second >> 8 };
  if (layout === "22b") return { ...none, b: second & 0xff, literal: (second << 16) >> 24 };
  if (layout !== "35c") return none;
  const listed = [third & 15, (third >> 4) & 15, (third >> 8) & 15, third >> 12, low4];
  return { ...none, arguments: listed.slice(0, high4), units: 3 };
}

/** Runs one instruction; gives the value where the method returns. */
async function step(frame: Frame, run: Run, machine: Machine): Promise<{ readonly value: JavaValue } | undefined> {
  const { method, registers } = frame;
  const unit = method.code[frame.at];
  const known = unit === undefined ? undefined : names.get(unit & 0xff);
  if (known === undefined) throw thrown("java.lang.VerifyError", `code of ${method.key} at ${frame.at}`);
  const { name } = known;
  const parts = partsOf(known.layout, method.code, frame.at);
  const here = frame.at;
  frame.at += parts.units;
  if (name.startsWith("invoke-")) {
    const args = parts.arguments.map((register) => registers[register] ?? null);
    const key = run.image.method(parts.index);
    if (name !== "invoke-static" && isNull(args[0]))
      throw thrown("java.lang.NullPointerException", `Attempt to invoke method '${key}' on a null object reference`);
    frame.result = await machine.invoke(key, args);
    return undefined;
  }
  if (name === "return-void") return { value: null };
  if (name.startsWith("return")) return { value: registers[parts.a] ?? null };
  if (name.startsWith("if-") || name === "goto") {
    if (name === "goto" || jumps(name, registers[parts.a] ?? null, registers[parts.b] ?? null))
      frame.at = here + parts.literal;
    return undefined;
  }
  const value = resultOf(name, parts, frame, run);
  if (value !== undefined) registers[parts.a] = value;
  return undefined;
}

/** The constant 0 stands for null, too. */
function isNull(value: JavaValue | undefined): boolean {
  return value === undefined || value === null || value === 0;
}

function jumps(name: string, left: JavaValue, right: JavaValue): boolean {
  const isZero = isNull(left);
  if (name === "if-eqz") return isZero;
  if (name === "if-nez") return !isZero;
  if (name === "if-eq") return left === right;
  if (name === "if-ne") return left !== right;
  const difference = Number(left) - Number(right);
  if (name === "if-lt") return difference < 0;
  if (name === "if-ge") return difference >= 0;
  return name === "if-gt" ? difference > 0 : difference <= 0;
}

/** What an instruction puts into its first register; undefined where it puts nothing there. */
function resultOf(name: string, parts: Parts, frame: Frame, run: Run): JavaValue | undefined {
  const { registers } = frame;
  const { image, framework } = run;
  const of = (register: number): JavaValue => registers[register] ?? null;
  const number = (register: number): number => Number(of(register));
  switch (name) {
    case "move":
    case "move-object":
      return of(parts.b);
    case "move-result":
    case "move-result-object":
      return frame.result;
    case "move-exception":
      return frame.caught;
    case "const/4":
    case "const/16":
      return parts.literal;
    case "const-string":
      return image.string(parts.index);
    case "const-class":
      return { type: "Ljava/lang/Class;", data: image.type(parts.index) };
    case "check-cast":
      return cast(of(parts.a), image.type(parts.index), run);
    case "array-length":
      return elements(of(parts.b)).length;
    case "new-instance":
      return { type: image.type(parts.index), data: null };
    case "new-array":
      return newArray(image.type(parts.index), number(parts.b));
    case "throw":
      throw new Thrown(of(parts.a) as JavaObject);
    case "aget-object":
      return element(of(parts.b), number(parts.c));
    case "aput-object":
    case "aput-byte":
      element(of(parts.b), number(parts.c));
      elements(of(parts.b))[number(parts.c)] = of(parts.a);
      return undefined;
    case "sget":
    case "sget-object":
      return staticField(image.field(parts.index), framework);
    case "int-to-byte":
      return (number(parts.b) << 24) >> 24;
    case "add-int/lit8":
      return (number(parts.b) + parts.literal) | 0;
    case "div-int/lit8":
      return Math.trunc(number(parts.b) / parts.literal) | 0;
    case "shl-int/lit8":
      return number(parts.b) << parts.literal;
    default:
      throw thrown("java.lang.VerifyError", name);
  }
}

function cast(value: JavaValue, type: string, { image, framework }: Run): JavaValue {
  const own = typeof value === "object" && value !== null ? value.type : type;
  if (own !== type && !framework.extends(image.classes.get(own) ?? own, type))
    throw thrown("java.lang.ClassCastException", `${own} cannot be cast to ${type}`);
  return value;
}

function newArray(type: string, length: number): JavaObject {
  if (length < 0) throw thrown("java.lang.NegativeArraySizeException", String(length));
  if (length > 65_536) throw thrown("java.lang.OutOfMemoryError");
  return { type, data: new Array<JavaValue>(length).fill(type === "[B" ? 0 : null) };
}

/** @throws Thrown java.lang.ArrayIndexOutOfBoundsException */
function element(array: JavaValue, index: number): JavaValue {
  const all = elements(array);
  if (index < 0 || index >= all.length)
    throw thrown("java.lang.ArrayIndexOutOfBoundsException", `length=${all.length}; index=${index}`);
  return all[index] ?? null;
}

function staticField(key: string, framework: Framework): JavaValue {
  const value = framework.field(key);
  if (value === undefined) throw thrown("java.lang.NoSuchFieldError", `No static field ${key}`);
  return value;
}
