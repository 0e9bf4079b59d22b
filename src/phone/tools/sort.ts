import { allLines, joinLines, overOperands } from "./lines.ts";
import { parseOptions, type Tool, ToolError } from "./tool.ts";

type Line = Uint8Array;

/** One `-k FROM[,TO]` with its letters; fields count from 1, TO 0 is the end of the line. */
interface Key {
  readonly from: number;
  readonly to: number;
  readonly flags: string;
}

/** toybox `sort`: -b -c -f -k -n -r -t -u. Lines that compare the same are sorted by their bytes, unless -s. */
export const sort: Tool = async (args, io, phone) => {
  const { operands, has, value, values } = parseOptions(args, "bcfk:nrst:u", 2);
  const all: Line[] = [];
  const failed = await overOperands("sort", operands, io, phone, async (source) => {
    all.push(...(await allLines(source)));
  });
  const letters = ["b", "f", "n", "r"].filter(has).join("");
  const keys = values("k").map(keyOf);
  const byKeys = comparison(keys.length > 0 ? keys : [{ from: 1, to: 0, flags: "" }], letters, value("t"));
  const fallback = (a: Line, b: Line) => (has("s") || has("u") ? 0 : bytewise(a, b) * (has("r") ? -1 : 1));
  const compare = (a: Line, b: Line) => byKeys(a, b) || fallback(a, b);
  if (has("c")) return check(all, compare, operands[0] ?? "-", (text) => io.error(text));
  all.sort(compare);
  const shown = has("u") ? all.filter((line, index) => index === 0 || byKeys(line, all[index - 1] ?? line) !== 0) : all;
  await io.write(joinLines(shown));
  return failed === 0 ? 0 : 2;
};

async function check(
  lines: readonly Line[],
  compare: (a: Line, b: Line) => number,
  name: string,
  complain: (text: string) => Promise<void>,
): Promise<number> {
  const wrong = lines.findIndex((line, index) => index > 0 && compare(lines[index - 1] ?? line, line) > 0);
  if (wrong === -1) return 0;
  await complain(`sort: ${name}: Check line ${wrong + 1}\n`);
  return 1;
}

function keyOf(text: string): Key {
  const [, from, first = "", to = "0", last = ""] =
    /^([0-9]{1,4})(?:\.[0-9]{1,4})?([bfnr]{0,4})(?:,([0-9]{1,4})(?:\.[0-9]{1,4})?([bfnr]{0,4}))?$/.exec(text) ?? [];
  if (from === undefined || Number(from) === 0) throw new ToolError(`Bad -k '${text}'`, 2);
  return { from: Number(from), to: Number(to), flags: first + last };
}

/** A key without letters of its own follows the letters of the command. */
function comparison(
  keys: readonly Key[],
  letters: string,
  separator: string | undefined,
): (a: Line, b: Line) => number {
  const each = keys.map(({ from, to, flags }) => {
    const used = flags === "" ? letters : flags;
    const part = (line: Line) => {
      const field = fields(line, from, to, separator, used.includes("b"));
      return used.includes("f") ? upperCase(field) : field;
    };
    const order = used.includes("n") ? (a: Line, b: Line) => numberOf(a) - numberOf(b) : bytewise;
    return (a: Line, b: Line) => order(part(a), part(b)) * (used.includes("r") ? -1 : 1);
  });
  return (a, b) => {
    for (const compare of each) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

/** The bytes of fields `from` to `to`. Without a separator a field begins with the blanks before it. */
function fields(line: Line, from: number, to: number, separator: string | undefined, bare: boolean): Line {
  const start = fieldStart(line, from, separator);
  const end = to === 0 ? line.length : fieldEnd(line, to, separator);
  let first = start;
  while (bare && first < end && isBlank(line[first])) first++;
  return line.subarray(first, Math.max(first, end));
}

function fieldStart(line: Line, wanted: number, separator: string | undefined): number {
  return wanted === 1
    ? 0
    : Math.min(line.length, fieldEnd(line, wanted - 1, separator) + (separator === undefined ? 0 : 1));
}

function fieldEnd(line: Line, wanted: number, separator: string | undefined): number {
  let at = 0;
  for (let field = 1; field <= wanted; field++) {
    if (separator !== undefined) {
      if (field > 1) at++;
      const next = line.indexOf(separator.charCodeAt(0), at);
      at = next === -1 ? line.length : next;
    } else {
      while (at < line.length && isBlank(line[at])) at++;
      while (at < line.length && !isBlank(line[at])) at++;
    }
  }
  return at;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);
}

/** The order of two lines by their bytes. */
export function bytewise(a: Line, b: Line): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** ASCII letters as capitals, for comparing without regard to case. */
export function upperCase(line: Line): Line {
  return line.map((byte) => (byte >= 97 && byte <= 122 ? byte - 32 : byte));
}

function numberOf(line: Line): number {
  return Number.parseFloat(new TextDecoder("latin1").decode(line.subarray(0, 32))) || 0;
}
