import { argumentBytes, bytesOf } from "../latin1.ts";
import { readEscapes } from "../shell/echo.ts";
import { type Tool, ToolError, UsageError } from "./tool.ts";

/** `printf FORMAT ARG…`: %s %b %d %i %u %x %X %o %c %f %e %g %%, with width; the format is used again while arguments are left. */
export const printf: Tool = async (args, io) => {
  const [format, ...values] = (args[0] === "--" ? args.slice(1) : args).map(argumentBytes);
  if (format === undefined) throw new UsageError("Needs 1 argument");
  let status = 0;
  let left: readonly string[] = values;
  do {
    const before = left.length;
    const rest = [...left];
    // Escapes of the format are read first, a percent sign made by one is then still text of the format in toybox too.
    const bad: string[] = [];
    const text = readEscapes(format, "octal").text.replace(
      /%(-?)(0?)(\*|[0-9]{0,4})(?:\.([0-9]{1,4}))?([A-Za-z%]?)/g,
      (...found) => {
        const [, minus, zero, given, precision, kind = "", at] = found as unknown as readonly [string, ...string[]];
        if (kind === "%") return "%";
        const width = Number(given === "*" ? rest.shift() : given);
        if (!/^[sbdiuxXocfFeEgG]$/.test(kind)) throw new ToolError(`bad %${kind}@${Number(at) + 2}`);
        const value = rest.shift() ?? "";
        if (!/^[sbc]$/.test(kind) && Number.isNaN(numberOf(value))) bad.push(`printf: bad %${kind} ${value}\n`);
        const shown = printed(kind, value, precision);
        return minus === "-" ? shown.padEnd(width) : shown.padStart(width, zero === "0" ? "0" : " ");
      },
    );
    await io.write(bytesOf(text));
    if (bad.length > 0) {
      await io.error(bad.join(""));
      status = 1;
    }
    left = rest;
    if (left.length === before) break;
  } while (left.length > 0);
  return status;
};

function printed(kind: string, value: string, precision: string | undefined): string {
  if (kind === "s") return precision === undefined ? value : value.slice(0, Number(precision));
  if (kind === "b") return readEscapes(value).text;
  if (kind === "c") return value.slice(0, 1);
  if (/^[fFeEgG]$/.test(kind)) return fraction(kind.toLowerCase(), numberOf(value) || 0, Number(precision ?? 6));
  const number = Math.trunc(numberOf(value)) || 0;
  if (kind === "x") return number.toString(16);
  if (kind === "X") return number.toString(16).toUpperCase();
  return kind === "o" ? number.toString(8) : String(number);
}

/** As C reads numbers: 0x for hexadecimal, a leading 0 for octal. */
function numberOf(text: string): number {
  if (/^[+-]?0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  return text.startsWith("-0x") ? -Number(text.slice(1)) : Number(text);
}

function fraction(kind: string, number: number, digits: number): string {
  if (kind === "f") return number.toFixed(digits);
  if (kind === "g") return String(Number(number.toPrecision(Math.max(1, digits))));
  return number.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");
}

/** `seq [FIRST [STEP]] LAST`, at most 100,000 numbers. */
export const seq: Tool = async (args, io) => {
  const numbers = args.map(Number);
  const first = numbers.length > 1 ? (numbers[0] ?? 1) : 1;
  const step = numbers.length > 2 ? (numbers[1] ?? 1) : 1;
  const last = numbers.at(-1) ?? 0;
  if (numbers.some(Number.isNaN) || !(Math.abs((last - first) / step) <= 100_000)) throw new ToolError("bad number");
  const lines: string[] = [];
  for (let number = first; step > 0 ? number <= last : number >= last; number += step) lines.push(`${number}\n`);
  await io.write(lines.join(""));
  return 0;
};
