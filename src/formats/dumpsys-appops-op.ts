import { FormatError } from "../core/errors.ts";

/** allow, ignore, deny (errored), default, foreground, ask (MIUI), or another word that the phone prints. */
export type OpMode = string;

/** One use of an app-op. */
export interface OpUse {
  /** Milliseconds before the time of the snapshot; negative where the phone's clock was set back since. */
  readonly agoMs: number;
  /** Process state in which it happened: pers, top, fgsvc, fg, bg, cch; with its suffix (top-s) where printed. */
  readonly state: string | null;
  readonly running: boolean;
}

/** One op while its lines are read. */
export interface OpReader {
  readonly op: string;
  readonly mode: OpMode;
  access: OpUse | null;
  reject: OpUse | null;
}

/**
 * Reads the line that begins an op, six spaces in, in either layout:
 * `READ_SMS: mode=0; time=+40m18s730ms ago; duration=+2ms` (Android 7 and 8), else `FINE_LOCATION (allow / switch COARSE_LOCATION=allow):`.
 *
 * @throws FormatError for any other line.
 */
export function readOpLine(line: string, at: number): OpReader {
  const mark = line.indexOf(": mode=");
  if (mark > 0) return numericOp(line, mark);
  // MIUI's names hold parentheses themselves: MIUIOP(10008) (allow):
  const open = line.indexOf(" (");
  const close = line.indexOf("):", open);
  if (open <= 0 || close < 0) throw new FormatError("dumpsys appops", `not an op: ${line.slice(0, 60)}`, at);
  const mode = line.slice(open + 2, close);
  // An op that is judged by another op's mode prints that mode last, and it is the one that counts.
  const judged = mode.includes(" / switch ") ? mode.slice(mode.lastIndexOf("=") + 1) : mode;
  return { op: line.slice(0, open), mode: judged, access: null, reject: null };
}

/**
 * Reads a line within an op and keeps the newest access and the newest rejection of all process states and attribution tags.
 *
 * @throws FormatError for a use without an age.
 */
export function readUse(reader: OpReader, line: string, at: number): void {
  if (line.startsWith("Running start at: ")) markRunning(reader, line.slice(18), at);
  else if (line.startsWith("Access: ")) reader.access = newest(reader.access, use(line.slice(8), at));
  else if (line.startsWith("Reject: ")) reader.reject = newest(reader.reject, use(line.slice(8), at));
  else if (/^[a-z]+ +=/.test(line)) furtherState(reader, line, at);
}

/** The word for a mode. Android 7 and 8 print AppOpsManager.MODE_* as numbers; 5 is MIUI's "ask". */
export function modeWord(word: string): OpMode {
  return /^[0-5]$/.test(word) ? (numberedModes[Number(word)] ?? word) : word;
}

const numberedModes = ["allow", "ignore", "deny", "default", "foreground", "ask"];

/** Milliseconds of `+1d2h3m4s5ms` as TimeUtils.formatDuration prints it, sign included; null for anything else. */
export function durationMs(word: string): number | null {
  const match = /^([+-]?)(?:(\d{1,6})d)?(?:(\d{1,2})h)?(?:(\d{1,2})m)?(?:(\d{1,2})s)?(?:(\d{1,3})ms)?$/.exec(word);
  if (match === null || !/\d/.test(word)) return null;
  const [, sign, d = 0, h = 0, m = 0, s = 0, ms = 0] = match;
  const total = (((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms);
  return sign === "-" ? -total : total;
}

function numericOp(line: string, mark: number): OpReader {
  const [mode = "", ...rest] = line.slice(mark + 7).split("; ");
  const running = rest.some((part) => part.includes("running")) || mode.includes("running");
  const word = mode.split(" ")[0] ?? "";
  return {
    op: line.slice(0, mark),
    mode: modeWord(word),
    access: numericUse(rest, "time=", running),
    reject: numericUse(rest, "rejectTime=", false),
  };
}

function numericUse(parts: readonly string[], key: string, running: boolean): OpUse | null {
  const part = parts.find((other) => other.startsWith(key));
  const agoMs = part === undefined ? null : durationMs(part.slice(key.length).split(" ")[0] ?? "");
  return agoMs === null ? null : { agoMs, state: null, running };
}

/** `[top-s] 2026-05-03 17:39:46.381 (-1d15s356ms) duration=…` (Android 10 and newer) or `pers  = 2019-08-14 21:22:32.923 (-17h46m37s713ms)`. */
function use(text: string, at: number): OpUse {
  const state = /^\[([^\]]{0,20})\]|^([a-z]+) +=/.exec(text);
  const open = text.indexOf("(");
  const close = text.indexOf(")", open);
  const age = open < 0 || close < 0 ? null : durationMs(text.slice(open + 1, close));
  if (age === null) throw new FormatError("dumpsys appops", `a use without an age: ${text.slice(0, 60)}`, at);
  return { agoMs: age === 0 ? 0 : -age, state: state?.[1] ?? state?.[2] ?? null, running: false };
}

/** Android 9 prints further states without the word; they belong to the kind that was printed last. */
function furtherState(reader: OpReader, line: string, at: number): void {
  if (reader.reject !== null) reader.reject = newest(reader.reject, use(line, at));
  else reader.access = newest(reader.access, use(line, at));
}

/** An op that runs now: the time printed is how long it has been running. */
function markRunning(reader: OpReader, text: string, at: number): void {
  const since = durationMs(text);
  if (since === null) throw new FormatError("dumpsys appops", "a running op without a time", at);
  const access = newest(reader.access, { agoMs: since, state: null, running: true });
  reader.access = { ...access, state: access.state ?? reader.access?.state ?? null, running: true };
}

function newest(known: OpUse | null, other: OpUse): OpUse {
  if (known === null || other.agoMs < known.agoMs)
    return { ...other, running: other.running || known?.running === true };
  return known;
}
