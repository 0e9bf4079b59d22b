import { concat } from "../byte-queue.ts";
import { FileError, type Io, type Phone } from "../program.ts";
import { lineBatches, overOperands } from "./lines.ts";
import { type Matcher, matcher } from "./matcher.ts";
import { bytesWhere, type Expression, isWord, parseRegex } from "./regex.ts";
import { type Options, parseOptions, UsageError } from "./tool.ts";

/** toybox `grep`, `egrep` and `fgrep`: -c -E -e -F -h -H -i -l -m -n -o -q -s -v -w -x -A -B -C. */
export const grep = (args: readonly string[], io: Io, phone: Phone) => grepAs("", args, io, phone);
export const egrep = (args: readonly string[], io: Io, phone: Phone) => grepAs("E", args, io, phone);
export const fgrep = (args: readonly string[], io: Io, phone: Phone) => grepAs("F", args, io, phone);

async function grepAs(kind: "" | "E" | "F", args: readonly string[], io: Io, phone: Phone): Promise<number> {
  const options = parseOptions(args, "A:B:C:EFce:hHilm:noqsvwxZ", 2);
  const [first, ...rest] = options.operands;
  const given = options.values("e");
  const patterns = given.length > 0 ? given : first === undefined ? [] : [first];
  const operands = given.length > 0 ? options.operands : rest;
  if (patterns.length === 0) throw new UsageError("no REGEX", 2);
  const search: Search = {
    matcher: matcherFor(kind, patterns, options),
    options,
    showNames: options.has("H") || (operands.length > 1 && !options.has("h")),
  };
  let found = false;
  // A folder is named and passed over, without an error code.
  let onFolder = false;
  const quiet: Io = { ...io, error: async () => {} };
  const status = await overOperands("grep", operands, options.has("s") ? quiet : io, phone, async (opened, operand) => {
    const source = noticing(opened, (error) => {
      onFolder = error.code === "EISDIR";
    });
    if (await searchOne(search, source, operand === "-" ? "(standard input)" : operand, io)) found = true;
  });
  return status !== 0 && !onFolder ? 2 : found ? 0 : 1;
}

async function* noticing(
  source: AsyncIterable<Uint8Array>,
  failed: (error: FileError) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof FileError) failed(error);
    throw error;
  }
}

interface Search {
  readonly matcher: Matcher;
  readonly options: Options;
  readonly showNames: boolean;
}

async function searchOne(search: Search, source: AsyncIterable<Uint8Array>, name: string, io: Io): Promise<boolean> {
  const { options } = search;
  const most = Number(options.value("m") ?? Number.POSITIVE_INFINITY);
  const context = new Context(options);
  const prefix = (mark: ":" | "-", at?: number) =>
    `${search.showNames ? `${name}${mark}` : ""}${at !== undefined && options.has("n") ? `${at}${mark}` : ""}`;
  const silent = options.has("c") || options.has("l") || options.has("q");
  let count = 0;
  let number = 0;
  for await (const lines of lineBatches(source)) {
    const shown: Uint8Array[] = [];
    for (const line of lines) {
      number++;
      if (count >= most || search.matcher.test(line) === options.has("v")) {
        if (!silent && context.passed(line, number)) shown.push(...whole(line, prefix("-", number)));
        continue;
      }
      count++;
      if (silent) continue;
      const { apart, lines: before } = context.found(number);
      if (apart) shown.push(...whole(separator, ""));
      for (const each of before) shown.push(...whole(each.line, prefix("-", each.number)));
      shown.push(...shownFor(search, line, prefix(":", number)));
    }
    if (shown.length > 0) await io.write(concat(shown));
    if ((count >= most && !context.waits) || (count > 0 && (options.has("q") || options.has("l")))) break;
  }
  if (options.has("l") && count > 0) await io.write(`${name}\n`);
  else if (options.has("c")) await io.write(`${prefix(":")}${count}\n`);
  return count > 0;
}

interface Numbered {
  readonly line: Uint8Array;
  readonly number: number;
}

/** The lines around those that are found: -A, -B, -C. */
class Context {
  readonly #before: number;
  readonly #after: number;
  #held: Numbered[] = [];
  /** Lines behind the last one found that are still to be shown. */
  #left = 0;
  #lastShown = 0;

  constructor(options: Options) {
    const lines = (letter: string) =>
      Math.min(maxContext, Number(options.value(letter) ?? options.value("C") ?? 0) || 0);
    this.#before = lines("B");
    this.#after = lines("A");
  }

  get waits(): boolean {
    return this.#left > 0;
  }

  /** Takes a line that was not found; true when it is shown as one behind. */
  passed(line: Uint8Array, number: number): boolean {
    if (this.#left > 0) {
      this.#left--;
      this.#lastShown = number;
      return true;
    }
    if (this.#before > 0) this.#held = [...this.#held.slice(1 - this.#before || this.#held.length), { line, number }];
    return false;
  }

  /** The lines to show before the one found, and whether a gap lies before them. */
  found(number: number): { readonly apart: boolean; readonly lines: readonly Numbered[] } {
    const lines = this.#held;
    this.#held = [];
    const first = lines[0]?.number ?? number;
    const apart = this.#before + this.#after > 0 && this.#lastShown > 0 && first > this.#lastShown + 1;
    this.#left = this.#after;
    this.#lastShown = number;
    return { apart, lines };
  }
}

const maxContext = 1000;
const lineFeed = Uint8Array.of(10);
const separator = Uint8Array.of(45, 45);

function whole(line: Uint8Array, prefix: string): readonly Uint8Array[] {
  return [new TextEncoder().encode(prefix), line, lineFeed];
}

function shownFor({ options, matcher: match }: Search, line: Uint8Array, prefix: string): readonly Uint8Array[] {
  const before = new TextEncoder().encode(prefix);
  if (!options.has("o") || options.has("v")) return [before, line, lineFeed];
  const shown: Uint8Array[] = [];
  for (let at = 0; at < line.length; at++) {
    const end = match.longest(line, at);
    if (end <= at) continue;
    shown.push(before, line.subarray(at, end), lineFeed);
    at = end - 1;
  }
  return shown;
}

function matcherFor(kind: "" | "E" | "F", patterns: readonly string[], options: Options): Matcher {
  const fixed = kind === "F" || options.has("F");
  const syntax = { extended: kind === "E" || options.has("E"), ignoreCase: options.has("i") };
  // One pattern a line, as grep reads them.
  const items = patterns
    .flatMap((pattern) => pattern.split("\n"))
    .map((pattern) =>
      fixed ? parseRegex(escaped(pattern), { ...syntax, extended: true }) : parseRegex(pattern, syntax),
    );
  const any: Expression = { kind: "choice", items };
  if (options.has("x")) return matcher({ kind: "sequence", items: [{ kind: "start" }, any, { kind: "end" }] });
  if (!options.has("w")) return matcher(any);
  const noWord: Expression = { kind: "set", set: bytesWhere((byte) => !isWord(byte)) };
  const before: Expression = { kind: "choice", items: [{ kind: "start" }, noWord] };
  const after: Expression = { kind: "choice", items: [{ kind: "end" }, noWord] };
  return matcher({ kind: "sequence", items: [before, any, after] });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.[\]|()*+?{}]/g, "\\$&");
}
