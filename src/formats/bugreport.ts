import { FormatError } from "../core/errors.ts";
import { type DumpPart, scanMarks } from "./bugreport-marks.ts";

/** Bytes `start` to `end` of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `------ TITLE (command) ------` and what stands below it. */
export interface BugReportSection extends Span {
  /** Before the parenthesis: "PROCESSES AND THREADS". */
  readonly title: string;
  /** All between the dashes. */
  readonly heading: string;
  /** Whether another mark follows; a section that ends with the text was cut off. */
  readonly ended: boolean;
}

/** One `DUMP OF SERVICE`. A service with several priorities is dumped once for each. */
export interface ServiceDump extends Span {
  readonly name: string;
  readonly part: DumpPart;
  /** Whether the line "… was the duration of dumpsys NAME" closes it. */
  readonly closed: boolean;
  readonly ended: boolean;
}

/** The text of a bug report with an index over its bytes. Nothing is copied or decoded until it is asked for. */
export interface BugReport {
  readonly bytes: Uint8Array;
  /** What stands above the first section or dump: build, kernel, time. */
  readonly header: Span;
  readonly sections: readonly BugReportSection[];
  readonly dumps: ReadonlyMap<string, readonly ServiceDump[]>;
  /** Whether this text closes its dumps with a line of duration, as Android 7 and later do. */
  readonly closesDumps: boolean;
  /** Whether the text ends with a dump, or has none of the ordinary pass: more dumps would have followed. */
  readonly truncated: boolean;
}

/** Bytes at the beginning in which the line `== dumpstate:` stands. */
export const bugReportHeadBytes = 65_536;

/** Whether bytes begin like the main text of a bug report. */
export function isBugReport(head: Uint8Array): boolean {
  return /(?:^|\n)== dumpstate: \d{4}-\d\d-\d\d /.test(new TextDecoder().decode(head.subarray(0, bugReportHeadBytes)));
}

/**
 * Indexes the main text of a bug report, or what plain `dumpsys` prints: sections by title, dumps by service.
 *
 * @throws FormatError when it holds neither a section nor a dump.
 * AOSP: frameworks/native/cmds/dumpstate/dumpstate.cpp, frameworks/native/cmds/dumpsys/dumpsys.cpp.
 */
export function indexBugReport(bytes: Uint8Array): BugReport {
  const marks = scanMarks(bytes);
  const sections: BugReportSection[] = [];
  const dumps = new Map<string, ServiceDump[]>();
  let last: ServiceDump | undefined;
  for (const [i, mark] of marks.entries()) {
    const next = marks[i + 1];
    const span = { start: mark.bodyStart, end: next?.at ?? bytes.length, ended: next !== undefined };
    if (mark.kind === "section") sections.push(sectionOf(mark.heading, span));
    else if (mark.kind === "dump") {
      const closed = mark.closedAt !== undefined;
      last = { ...span, end: mark.closedAt ?? span.end, name: mark.name, part: mark.part, closed };
      const others = dumps.get(mark.name);
      if (others) others.push(last);
      else dumps.set(mark.name, [last]);
    }
  }
  if (marks.length === 0) throw new FormatError("bug report", "no section and no dump of a service was found");
  const all = [...dumps.values()].flat();
  const closesDumps = all.some((dump) => dump.closed);
  return {
    bytes,
    header: { start: 0, end: marks[0]?.at ?? 0 },
    sections,
    dumps,
    closesDumps,
    truncated: !last?.ended || !all.some((dump) => dump.part === "NORMAL"),
  };
}

/**
 * The body of the section with this title; undefined where there is none.
 *
 * @throws FormatError when it is cut off, or when several have the title: text of an app may imitate one.
 */
export function bugReportSection(report: BugReport, title: string): Uint8Array | undefined {
  const found = report.sections.filter((section) => section.title === title || section.heading === title);
  const [section] = found;
  if (!section) return undefined;
  if (found.length > 1)
    throw new FormatError(
      "bug report",
      `section ${title} stands in it ${found.length} times; which is meant is not known`,
    );
  if (!section.ended) throw new FormatError("bug report", `section ${title} breaks off`);
  return withFinalNewline(withoutElapsedLine(report.bytes.subarray(section.start, section.end)));
}

/**
 * What `dumpsys NAME` printed; undefined where the service was not dumped. The copies of a service that is dumped once for each
 * of its priorities (CRITICAL, HIGH, the rest) follow one another.
 *
 * @throws FormatError when the dump breaks off, timed out, or stands twice with one priority: text of an app may imitate one.
 */
export function bugReportDump(report: BugReport, name: string): Uint8Array | undefined {
  const dumps = report.dumps.get(name);
  if (!dumps) return undefined;
  if (new Set(dumps.map((dump) => dump.part)).size < dumps.length)
    throw new FormatError("bug report", `the dump of service ${name} stands in it twice; which is meant is not known`);
  const whole = dumps.filter((dump) => isWhole(dump, report.closesDumps));
  const ordinary = whole.some((dump) => dump.part === "NORMAL");
  // The early copies are short: without the ordinary one, a text that breaks off would look like a phone that has less.
  if (!ordinary && (whole.length < dumps.length || report.truncated))
    throw new FormatError("bug report", `the dump of service ${name} breaks off`);
  return joined(whole.map((dump) => dumpBody(report.bytes, dump)));
}

/** The lines above the first section; undefined where there are none, as in the output of plain `dumpsys`. */
export function bugReportHeader(report: BugReport): Uint8Array | undefined {
  const header = report.bytes.subarray(report.header.start, report.header.end);
  return isBugReport(header) ? withFinalNewline(header) : undefined;
}

function sectionOf(heading: string, span: Span & { readonly ended: boolean }): BugReportSection {
  const parenthesis = heading.indexOf(" (");
  return { ...span, heading, title: parenthesis > 0 ? heading.slice(0, parenthesis) : heading };
}

function isWhole(dump: ServiceDump, closesDumps: boolean): boolean {
  return dump.closed || (!closesDumps && dump.ended);
}

/** Lines that dumpsys puts before a dump (Android 15 and later), and the answer of services that do not know its `-a`. */
const preamble = /^(?:Service host process PID: |Threads in use: |Client PIDs|Stability: |Unknown argument: -a\b)/;

function dumpBody(bytes: Uint8Array, dump: ServiceDump): Uint8Array {
  let { start } = dump;
  for (;;) {
    if (!preamble.test(ascii(bytes, start, Math.min(start + 40, dump.end)))) break;
    const newline = bytes.indexOf(0x0a, start);
    if (newline < 0 || newline + 1 >= dump.end) break;
    start = newline + 1;
  }
  const body = bytes.subarray(start, dump.end);
  if (/\*\*\* SERVICE '[^'\n]*' DUMP TIMEOUT /.test(ascii(body, Math.max(0, body.length - 300), body.length)))
    throw new FormatError("bug report", `the phone did not finish the dump of service ${dump.name} in time`);
  return withFinalNewline(body);
}

/** Up to Android 6 a section ends with a line such as `[SYSTEM LOG: 0.123s elapsed]`. */
function withoutElapsedLine(body: Uint8Array): Uint8Array {
  const tailStart = Math.max(0, body.length - 300);
  const match = /\n\[[^\n]*: \d+\.\d+s elapsed\]\s*$/.exec(ascii(body, tailStart, body.length));
  return match ? body.subarray(0, tailStart + match.index + 1) : body;
}

/** A body that a mark follows is whole; where the phone printed no line end before the mark, one is added. */
function withFinalNewline(body: Uint8Array): Uint8Array {
  if (body.length === 0 || body[body.length - 1] === 0x0a) return body;
  return joined([body, Uint8Array.of(0x0a)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const result = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    result.set(part, offset);
    offset += part.length;
  }
  return result;
}

/** A few bytes as characters, one each. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
