import { readEscapes } from "../shell/echo.ts";
import { type Tool, ToolError } from "./tool.ts";

/** `printf FORMAT ARG…`: %s %b %d %i %u %x %X %o %c %%, with width; the format is used again while arguments are left. */
export const printf: Tool = async (args, io) => {
  const [format = "", ...values] = args;
  let left: readonly string[] = values;
  do {
    const before = left.length;
    const rest = [...left];
    // Escapes of the format are read first, a percent sign made by one is then still text of the format in toybox too.
    const text = readEscapes(format).text.replace(
      /%(-?)(0?)([0-9]{0,4})(?:\.([0-9]{1,4}))?([sbdiuxXoc%])/g,
      (...found) => {
        const [, minus, zero, width, precision, kind] = found as readonly string[];
        if (kind === "%") return "%";
        const shown = printed(kind ?? "s", rest.shift() ?? "", precision);
        return minus === "-" ? shown.padEnd(Number(width)) : shown.padStart(Number(width), zero === "0" ? "0" : " ");
      },
    );
    await io.write(text);
    left = rest;
    if (left.length === before) break;
  } while (left.length > 0);
  return 0;
};

function printed(kind: string, value: string, precision: string | undefined): string {
  if (kind === "s") return precision === undefined ? value : value.slice(0, Number(precision));
  if (kind === "b") return readEscapes(value).text;
  if (kind === "c") return value.slice(0, 1);
  const number = Math.trunc(Number(value)) || 0;
  if (kind === "x") return number.toString(16);
  if (kind === "X") return number.toString(16).toUpperCase();
  return kind === "o" ? number.toString(8) : String(number);
}

/** `seq [FIRST] LAST`, at most 100,000 numbers. */
export const seq: Tool = async (args, io) => {
  const numbers = args.map(Number);
  const first = numbers.length > 1 ? (numbers[0] ?? 1) : 1;
  const last = numbers.at(-1) ?? 0;
  if (numbers.some(Number.isNaN) || last - first > 100_000) throw new ToolError("bad number");
  const lines: string[] = [];
  for (let number = first; number <= last; number++) lines.push(`${number}\n`);
  await io.write(lines.join(""));
  return 0;
};
