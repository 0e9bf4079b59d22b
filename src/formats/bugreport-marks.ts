import { FormatError } from "../core/errors.ts";

const dash = 0x2d;
const newline = 0x0a;
const space = 0x20;

/** Which pass of dumpsys wrote a dump; NORMAL stands for the ordinary one and for Android 8 and before, which have only that. */
export type DumpPart = "CRITICAL" | "HIGH" | "NORMAL";

/** A line that begins or ends a part of a bug report. `at` is its first byte, `bodyStart` the first byte after it. */
export type Mark =
  | { readonly kind: "section"; readonly at: number; readonly bodyStart: number; readonly heading: string }
  | { readonly kind: "end"; readonly at: number; readonly bodyStart: number }
  | DumpMark;

interface DumpMark {
  readonly kind: "dump";
  readonly at: number;
  readonly bodyStart: number;
  readonly name: string;
  readonly part: DumpPart;
  /** Where the line that closes this dump begins. */
  closedAt?: number;
}

/** Longest line of a title, and longest of a duration that follows other output in its line. */
const maxLine = 2048;
const maxInLine = 300;
/** A large report has some thousand. */
const maxMarks = 100_000;
const sectionDashes = 6;
const footerDashes = 9;
const dumpDashes = 79;

/**
 * Finds the lines of dashes that structure a bug report. Services print lines of dashes of their own, so the lengths are exact:
 * 6 around a section's title, 79 above "DUMP OF SERVICE", 9 before the duration of a dump.
 *
 * @throws FormatError for more marks than any bug report has.
 */
export function scanMarks(bytes: Uint8Array): readonly Mark[] {
  const lines = linesOf(bytes);
  const marks: Mark[] = [];
  let open: DumpMark | undefined;
  // Run by run and in two functions: the tight one is compiled at once, and this one is not worth compiling.
  for (let run = nextRun(bytes, 0); run; run = nextRun(bytes, run.end)) {
    const mark = markAt(bytes, lines, run, open);
    if (!mark) continue;
    if (marks.push(mark) > maxMarks)
      throw new FormatError("bug report", "it has more sections than any bug report has");
    open = mark.kind === "dump" ? mark : undefined;
  }
  return marks;
}

/** A run of dashes of one of the lengths that count. */
interface DashRun {
  readonly start: number;
  readonly end: number;
}

/** The next such run from `from`. Looks at every sixth byte: a run of six dashes cannot hide between two looks. */
function nextRun(bytes: Uint8Array, from: number): DashRun | undefined {
  let passed = from;
  for (let i = from + sectionDashes - 1; i < bytes.length; i += sectionDashes) {
    if (bytes[i] !== dash) continue;
    let start = i;
    while (start > passed && bytes[start - 1] === dash) start--;
    let end = i + 1;
    while (end < bytes.length && bytes[end] === dash) end++;
    const length = end - start;
    if (length === sectionDashes || length === footerDashes || length === dumpDashes) return { start, end };
    passed = end;
    i = end - 1;
  }
  return undefined;
}

function markAt(
  bytes: Uint8Array,
  lines: Lines,
  { start, end }: DashRun,
  open: DumpMark | undefined,
): Mark | undefined {
  const atLineStart = start === 0 || bytes[start - 1] === newline;
  switch (end - start) {
    case sectionDashes:
      return bytes[end] === space ? sectionMark(lines, start, end, atLineStart) : undefined;
    case footerDashes:
      if (open && bytes[end] === space && isFooterOf(open.name, lines(end, maxInLine)?.text)) open.closedAt = start;
      return undefined;
    case dumpDashes:
      return atLineStart ? dumpMark(lines, start, end) : undefined;
    default:
      return undefined;
  }
}

/** A title needs a line of its own; a duration may follow output that did not end its last line. */
function sectionMark(lines: Lines, start: number, end: number, atLineStart: boolean): Mark | undefined {
  const line = lines(end, atLineStart ? maxLine : maxInLine);
  if (!line?.text.endsWith(" ------")) return undefined;
  const heading = line.text.slice(1, -7);
  if (/^\d+\.\d+s was the duration of '/.test(heading)) return { kind: "end", at: start, bodyStart: line.next };
  return atLineStart ? { kind: "section", at: start, bodyStart: line.next, heading } : undefined;
}

function dumpMark(lines: Lines, start: number, end: number): DumpMark | undefined {
  const dashes = lines(end, maxLine);
  const line = dashes?.text === "" ? lines(dashes.next, maxLine) : undefined;
  const match = line && /^DUMP OF SERVICE (?:(CRITICAL|HIGH|NORMAL|DEFAULT) )?(\S.*):$/.exec(line.text);
  if (!line || !match) return undefined;
  const part = match[1] === "CRITICAL" || match[1] === "HIGH" ? match[1] : "NORMAL";
  return { kind: "dump", at: start, bodyStart: line.next, name: match[2] ?? "", part };
}

/** `--------- 0.357s was the duration of dumpsys NAME` and, from Android 8, `, ending at: …`. */
function isFooterOf(name: string, text: string | undefined): boolean {
  const match = text === undefined ? null : /^ \d+\.\d+s was the duration of dumpsys (.+)$/.exec(text);
  const closed = match?.[1];
  return closed === name || closed?.startsWith(`${name}, ending at: `) === true;
}

/** The rest of a line from `start`, without its end; undefined where it is longer than `most`. */
type Lines = (start: number, most: number) => { readonly text: string; readonly next: number } | undefined;

/** Reads lines forward. The end of a line is looked for once, however many runs of dashes it has. */
function linesOf(bytes: Uint8Array): Lines {
  let lineEnd = -1;
  return (start, most) => {
    if (lineEnd < start) {
      const found = bytes.indexOf(newline, start);
      lineEnd = found < 0 ? bytes.length : found;
    }
    if (lineEnd - start > most) return undefined;
    let end = lineEnd;
    while (end > start && bytes[end - 1] === 0x0d) end--;
    return { text: String.fromCharCode(...bytes.subarray(start, end)), next: Math.min(lineEnd + 1, bytes.length) };
  };
}
