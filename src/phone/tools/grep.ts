import { concat } from "../byte-queue.ts";
import type { Io, Phone } from "../program.ts";
import { lineBatches, overOperands } from "./lines.ts";
import { type Matcher, matcher } from "./matcher.ts";
import { bytesWhere, type Expression, isWord, parseRegex } from "./regex.ts";
import { type Options, parseOptions, ToolError } from "./tool.ts";

/** toybox `grep`, `egrep` and `fgrep`: -c -E -e -F -h -H -i -l -m -n -o -q -s -v -w -x. */
export const grep = (args: readonly string[], io: Io, phone: Phone) => grepAs("", args, io, phone);
export const egrep = (args: readonly string[], io: Io, phone: Phone) => grepAs("E", args, io, phone);
export const fgrep = (args: readonly string[], io: Io, phone: Phone) => grepAs("F", args, io, phone);

async function grepAs(kind: "" | "E" | "F", args: readonly string[], io: Io, phone: Phone): Promise<number> {
  const options = parseOptions(args, "EFce:hHilm:noqsvwx");
  const [first, ...rest] = options.operands;
  const given = options.values("e");
  const patterns = given.length > 0 ? given : first === undefined ? [] : [first];
  const operands = given.length > 0 ? options.operands : rest;
  if (patterns.length === 0) throw new ToolError("no REGEX", 2);
  const search: Search = {
    matcher: matcherFor(kind, patterns, options),
    options,
    showNames: options.has("H") || (operands.length > 1 && !options.has("h")),
  };
  let found = false;
  const status = await overOperands("grep", operands, io, phone, async (source, operand) => {
    if (await searchOne(search, source, operand === "-" ? "(standard input)" : operand, io)) found = true;
  });
  return status !== 0 ? 2 : found ? 0 : 1;
}

interface Search {
  readonly matcher: Matcher;
  readonly options: Options;
  readonly showNames: boolean;
}

async function searchOne(search: Search, source: AsyncIterable<Uint8Array>, name: string, io: Io): Promise<boolean> {
  const { options } = search;
  const most = Number(options.value("m") ?? Number.POSITIVE_INFINITY);
  const prefix = search.showNames ? `${name}:` : "";
  const silent = options.has("c") || options.has("l") || options.has("q");
  let count = 0;
  let number = 0;
  for await (const lines of lineBatches(source)) {
    const shown: Uint8Array[] = [];
    for (const line of lines) {
      number++;
      if (count >= most || search.matcher.test(line) === options.has("v")) continue;
      count++;
      if (!silent) shown.push(...shownFor(search, line, options.has("n") ? `${prefix}${number}:` : prefix));
    }
    if (shown.length > 0) await io.write(concat(shown));
    if (count >= most || (count > 0 && (options.has("q") || options.has("l")))) break;
  }
  if (options.has("l") && count > 0) await io.write(`${name}\n`);
  else if (options.has("c")) await io.write(`${prefix}${count}\n`);
  return count > 0;
}

const lineFeed = Uint8Array.of(10);

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
