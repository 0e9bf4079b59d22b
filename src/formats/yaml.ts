import { FormatError } from "../core/errors.ts";
import { type Json, table } from "../core/json.ts";

const maxChars = 4_000_000;
const maxLine = 4_096;
const maxDepth = 40;

/** A line that is neither blank nor a comment. */
interface Line {
  readonly indent: number;
  readonly text: string;
  /** Where it stands in the file, from 1. */
  readonly number: number;
}

/** Where the reader stands; a line is replaced by its rest when a list item opens something within it. */
interface Cursor {
  readonly lines: Line[];
  readonly raw: readonly string[];
  at: number;
  depth: number;
}

/**
 * Parses the YAML that published lists are written in: one document of maps, lists and scalars, in block or one-line flow style.
 *
 * Every scalar is text, except an empty one, `~` and `null`, which are null. Anchors, aliases, tags, complex keys and duplicate
 * keys are refused, so the result is never larger than the text, and time grows with its length alone.
 * @returns maps without a prototype.
 * @throws FormatError for anything else, a text of more than 4 million characters or a line of more than 4,096.
 * Specification: https://yaml.org/spec/1.2.2/.
 */
export function parseYaml(text: string): Json {
  if (text.length > maxChars) throw new FormatError("yaml", "too long");
  const raw = text.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  const lines = raw.flatMap((line, i) => lineOf(line, i + 1));
  if (lines[0]?.text === "---") lines.shift();
  const cursor: Cursor = { lines, raw, at: 0, depth: 0 };
  const [first] = lines;
  if (!first) throw new FormatError("yaml", "nothing in it");
  const value = block(cursor, first.indent);
  const left = lines[cursor.at];
  if (left) throw bad(left, "does not belong to what stands before it");
  return value;
}

function lineOf(line: string, number: number): readonly Line[] {
  if (line.length > maxLine) throw new FormatError("yaml", `line ${number} is too long`);
  const text = line.trim();
  if (text === "" || text.startsWith("#")) return [];
  const indent = line.length - line.trimStart().length;
  if (line.slice(0, indent).replaceAll(" ", "") !== "")
    throw new FormatError("yaml", `line ${number}: a tab indents it`);
  return [{ indent, text, number }];
}

/** Whatever starts at the cursor's line. */
function block(cursor: Cursor, indent: number): Json {
  const line = cursor.lines[cursor.at] as Line;
  if (++cursor.depth > maxDepth) throw bad(line, "is nested too deeply");
  const value = isItem(line.text)
    ? list(cursor, indent)
    : entry(line)
      ? map(cursor, indent)
      : scalarLines(cursor, indent - 1, line.text);
  cursor.depth--;
  return value;
}

function list(cursor: Cursor, indent: number): Json {
  const items: Json[] = [];
  for (
    let line = cursor.lines[cursor.at];
    line?.indent === indent && isItem(line.text);
    line = cursor.lines[cursor.at]
  ) {
    const rest = line.text.slice(1).trimStart();
    if (rest === "" || rest.startsWith("#")) {
      cursor.at++;
      items.push(nested(cursor, indent + 1));
      continue;
    }
    const inner = indent + line.text.length - rest.length;
    cursor.lines[cursor.at] = { indent: inner, text: rest, number: line.number };
    items.push(block(cursor, inner));
  }
  return items;
}

function map(cursor: Cursor, indent: number): Json {
  const values = table<Json>();
  for (let line = cursor.lines[cursor.at]; line?.indent === indent; line = cursor.lines[cursor.at]) {
    const found = entry(line);
    if (!found) break;
    const [key, rest] = found;
    if (key in values) throw bad(line, "repeats a key");
    if (rest === "" || rest.startsWith("#")) {
      cursor.at++;
      // A list may stand as far left as its key.
      const next = cursor.lines[cursor.at];
      values[key] = nested(cursor, next && isItem(next.text) ? indent : indent + 1);
    } else values[key] = scalarLines(cursor, indent, rest);
  }
  return values;
}

/** What stands below a key or a dash, null where nothing does. */
function nested(cursor: Cursor, least: number): Json {
  const next = cursor.lines[cursor.at];
  return next && next.indent >= least ? block(cursor, next.indent) : null;
}

/** A scalar or flow collection, with the deeper lines that go on with it. */
function scalarLines(cursor: Cursor, parent: number, text: string): Json {
  const line = cursor.lines[cursor.at] as Line;
  const start = cursor.at++;
  while ((cursor.lines[cursor.at]?.indent ?? -1) > parent) cursor.at++;
  const more = cursor.lines.slice(start + 1, cursor.at);
  const style = /^([|>])[+-]?\s*(?:#.*)?$/.exec(text)?.[1];
  if (style !== undefined) {
    const last = more.at(-1)?.number ?? line.number;
    const content = cursor.raw.slice(line.number, last).map((one) => one.slice(more[0]?.indent ?? 0));
    return `${content.join(style === "|" ? "\n" : " ")}\n`;
  }
  if (more.length === 0) return oneLine(text, line);
  if (!isPlain(text) || more.some((next) => isItem(next.text) || entry(next)))
    throw bad(line, "goes on in an unknown way");
  return plain([text, ...more.map((next) => next.text)].map(uncommented).join(" "), line);
}

function oneLine(text: string, line: Line): Json {
  if (isPlain(text)) return plain(uncommented(text), line);
  const reader: FlowReader = { text, at: 0, line, depth: 0 };
  const value = flow(reader);
  if (!/^\s*(?:#|$)/.test(text.slice(reader.at))) throw bad(line, "has something after its end");
  return value;
}

interface FlowReader {
  readonly text: string;
  readonly line: Line;
  at: number;
  depth: number;
}

/** A quoted scalar, `[a, b]` or `{a: b}` on one line. */
function flow(reader: FlowReader): Json {
  skipSpaces(reader);
  const { text, line } = reader;
  const first = text[reader.at];
  if (first === '"' || first === "'") return quoted(reader);
  if (first !== "[" && first !== "{") {
    const start = reader.at;
    while (reader.at < text.length && !",]}".includes(text[reader.at] as string) && !isColon(text, reader.at))
      reader.at++;
    return plain(text.slice(start, reader.at).trim(), line);
  }
  if (++reader.depth > maxDepth) throw bad(line, "is nested too deeply");
  const close = first === "[" ? "]" : "}";
  const items: Json[] = [];
  const values = table<Json>();
  reader.at++;
  for (skipSpaces(reader); text[reader.at] !== close; skipSpaces(reader)) {
    const item = flow(reader);
    skipSpaces(reader);
    if (first === "{") {
      if (typeof item !== "string" || item in values || text[reader.at] !== ":") throw bad(line, "holds a broken map");
      reader.at++;
      values[item] = flow(reader);
      skipSpaces(reader);
    } else items.push(item);
    if (text[reader.at] === ",") reader.at++;
    else if (text[reader.at] !== close) throw bad(line, "holds a broken list");
  }
  reader.at++;
  reader.depth--;
  return first === "[" ? items : values;
}

function quoted(reader: FlowReader): string {
  const double = reader.text[reader.at] === '"';
  const pattern = double ? /"(?:[^"\\]|\\.)*"/y : /'(?:[^']|'')*'/y;
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found === undefined) throw bad(reader.line, "holds a quote without an end");
  reader.at += found.length;
  if (!double) return found.slice(1, -1).replaceAll("''", "'");
  try {
    return String(JSON.parse(found));
  } catch {
    throw bad(reader.line, "holds an unknown escape");
  }
}

function skipSpaces(reader: FlowReader): void {
  while (reader.text[reader.at] === " " || reader.text[reader.at] === "\t") reader.at++;
}

/** Key and rest of `key: rest`; null for any other line. */
function entry({ text, number, indent }: Line): readonly [string, string] | null {
  if (text.startsWith('"') || text.startsWith("'")) {
    const reader: FlowReader = { text, at: 0, line: { text, number, indent }, depth: 0 };
    const key = quoted(reader);
    return isColon(text, reader.at) ? [key, text.slice(reader.at + 1).trim()] : null;
  }
  let colon = text.indexOf(":");
  while (colon !== -1 && !isColon(text, colon)) colon = text.indexOf(":", colon + 1);
  const comment = text.indexOf(" #");
  if (colon < 1 || (comment !== -1 && comment < colon) || !isPlain(text)) return null;
  const key = text.slice(0, colon).trimEnd();
  plain(key, { text, number, indent });
  return [key, text.slice(colon + 1).trim()];
}

function isColon(text: string, at: number): boolean {
  return text[at] === ":" && (at + 1 === text.length || text[at + 1] === " " || text[at + 1] === "\t");
}

function isItem(text: string): boolean {
  return text === "-" || text.startsWith("- ");
}

function isPlain(text: string): boolean {
  return !/^["'[{]/.test(text);
}

/** @throws FormatError for what YAML gives another meaning: anchors, aliases, tags, directives, complex keys. */
function plain(text: string, line: Line): string | null {
  if (/^(?:[&*!%@`|>\]},]|\? )/.test(text) || text === "?")
    throw bad(line, "uses a part of YAML that lists do not need");
  return text === "" || text === "~" || text === "null" ? null : text;
}

function uncommented(text: string): string {
  const comment = text.search(/[ \t]#/);
  return (comment === -1 ? text : text.slice(0, comment)).trim();
}

function bad(line: Line, what: string): FormatError {
  return new FormatError("yaml", `line ${line.number} ${what}`);
}
