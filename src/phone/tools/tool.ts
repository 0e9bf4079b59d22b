import type { Io, Phone } from "../program.ts";

/** A program that the virtual phone has in every model: toybox's part. Arguments without its own name. */
export type Tool = (args: readonly string[], io: Io, phone: Phone) => Promise<number> | number;

/** The tool ends with a message, which is printed after its name, and an exit code. */
export class ToolError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = "ToolError";
    this.exitCode = exitCode;
  }
}

/** The tool was called wrongly: toybox then also names its help. */
export class UsageError extends ToolError {}

/** Options and operands of a command line. */
export interface Options {
  readonly operands: readonly string[];
  has(letter: string): boolean;
  /** The last value given with an option. */
  value(letter: string): string | undefined;
  /** All values given with an option. */
  values(letter: string): readonly string[];
}

/**
 * Reads options as toybox does: letters may be joined, options may follow operands, `--` ends them.
 *
 * @param spec the known letters; a colon behind one means that it takes a value, for example `"ln:"`.
 * @param exitCode the one for a wrong command line; 2 where 1 is an answer.
 * @throws UsageError on an unknown option or a missing value.
 */
export function parseOptions(args: readonly string[], spec: string, exitCode = 1): Options {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--") {
      operands.push(...args.slice(index + 1));
      break;
    }
    if (!/^-./.test(arg)) {
      operands.push(arg);
      continue;
    }
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] ?? "";
      const known = spec.indexOf(letter);
      if (letter === ":" || known === -1) throw new UsageError(`Unknown option '${arg.slice(at)}'`, exitCode);
      const values = given.get(letter) ?? [];
      given.set(letter, values);
      if (spec[known + 1] !== ":") continue;
      const value = at + 1 < arg.length ? arg.slice(at + 1) : args[++index];
      if (value === undefined) throw new UsageError(`Missing argument to -${letter}`, exitCode);
      values.push(value);
      break;
    }
  }
  return {
    operands,
    has: (letter) => given.has(letter),
    value: (letter) => given.get(letter)?.at(-1),
    values: (letter) => given.get(letter) ?? [],
  };
}
