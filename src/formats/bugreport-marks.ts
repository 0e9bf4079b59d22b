const dash = 0x2d;
const newline = 0x0a;

/** Which pass of dumpsys wrote a dump; NORMAL stands for the ordinary one and for Android 8 and before, which have only that. */
export type DumpPart = "CRITICAL" | "HIGH" | "NORMAL";

/** A line that begins or ends a part of a bug report. `at` is its first byte, `bodyStart` the first byte after it. */
export type Mark =
  | { readonly kind: "section"; readonly at: number; readonly bodyStart: number; readonly heading: string }
  | { readonly kind: "end"; readonly at: number; readonly bodyStart: number }
  | {
      readonly kind: "dump";
      readonly at: number;
      readonly bodyStart: number;
      readonly name: string;
      readonly part: DumpPart;
      /** Where the line that closes this dump begins. */
      closedAt?: number;
    };

/** Longest line of dashes and words that is looked at. */
const maxLine = 2048;
const sectionDashes = 6;
const footerDashes = 9;
const dumpDashes = 79;

/**
 * Finds the lines of dashes that structure a bug report. Services print lines of dashes of their own, so the lengths are exact:
 * 6 around a section's title, 79 above "DUMP OF SERVICE", 9 before the duration of a dump.
 *
 * One pass that looks at every sixth byte: a run of six dashes cannot hide between two looks.
 */
export function scanMarks(bytes: Uint8Array): readonly Mark[] {
  const marks: Mark[] = [];
  let open: (Mark & { kind: "dump" }) | undefined;
  let passed = 0;
  for (let i = sectionDashes - 1; i < bytes.length; i += sectionDashes) {
    if (bytes[i] !== dash) continue;
    let start = i;
    while (start > passed && bytes[start - 1] === dash) start--;
    let end = i + 1;
    while (end < bytes.length && bytes[end] === dash) end++;
    const mark = markAt(bytes, start, end, open);
    if (mark) {
      marks.push(mark);
      open = mark.kind === "dump" ? mark : undefined;
    }
    passed = end;
    i = end - 1;
  }
  return marks;
}

function markAt(
  bytes: Uint8Array,
  start: number,
  end: number,
  open: (Mark & { kind: "dump" }) | undefined,
): Mark | undefined {
  const atLineStart = start === 0 || bytes[start - 1] === newline;
  switch (end - start) {
    case sectionDashes:
      return sectionMark(bytes, start, end, atLineStart);
    case footerDashes:
      if (open && isFooterOf(open.name, lineAfter(bytes, end)?.text)) open.closedAt = start;
      return undefined;
    case dumpDashes:
      return atLineStart ? dumpMark(bytes, start, end) : undefined;
    default:
      return undefined;
  }
}

/** A title needs a line of its own; a duration may follow output that did not end its last line. */
function sectionMark(bytes: Uint8Array, start: number, end: number, atLineStart: boolean): Mark | undefined {
  if (bytes[end] !== 0x20) return undefined;
  const line = lineAfter(bytes, end);
  if (!line?.text.endsWith(" ------")) return undefined;
  const heading = line.text.slice(1, -7);
  if (/^\d+\.\d+s was the duration of '/.test(heading)) return { kind: "end", at: start, bodyStart: line.next };
  return atLineStart ? { kind: "section", at: start, bodyStart: line.next, heading } : undefined;
}

function dumpMark(bytes: Uint8Array, start: number, end: number): Mark | undefined {
  const dashes = lineAfter(bytes, end);
  const line = dashes?.text === "" ? lineAfter(bytes, dashes.next) : undefined;
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

/** The rest of a line from `start`, without its end; undefined where it is longer than any mark or the text ends in it. */
function lineAfter(bytes: Uint8Array, start: number): { text: string; next: number } | undefined {
  const limit = Math.min(start + maxLine, bytes.length);
  let end = start;
  while (end < limit && bytes[end] !== newline) end++;
  if (end === limit && end < bytes.length) return undefined;
  const next = Math.min(end + 1, bytes.length);
  while (end > start && bytes[end - 1] === 0x0d) end--;
  return { text: String.fromCharCode(...bytes.subarray(start, end)), next };
}
