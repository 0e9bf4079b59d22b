import { type BugReport, bugReportDump, bugReportHeader, bugReportSection } from "./bugreport.ts";

/** When a bug report was begun. */
export interface BugReportTime {
  /** Epoch milliseconds. */
  readonly at: number;
  /** False: nothing in the report tells the phone's time zone, so its local time was taken as UTC; up to 14 hours off. */
  readonly zoneKnown: boolean;
}

const quarterHour = 15 * 60_000;

/**
 * When the report was begun. Its header tells the phone's local time without a zone; the alarm service prints one moment both
 * as epoch and as local time, which gives the zone exactly, and `persist.sys.timezone` names it.
 *
 * @returns undefined where the header has no valid time.
 * AOSP: dumpstate.cpp (PrintHeader), AlarmManagerService.java (`nowRTC=`).
 */
export function bugReportTime(report: BugReport): BugReportTime | undefined {
  const header = text(bugReportHeader(report));
  const local = localTime(/^== dumpstate: (\S+ \S+)$/m.exec(header)?.[1] ?? "");
  if (local === undefined) return undefined;
  const offset = offsetByAlarms(report) ?? offsetByZone(report, local);
  return { at: local - (offset ?? 0), zoneKnown: offset !== undefined };
}

/** "yyyy-mm-dd hh:mm:ss" read as if it were UTC. */
function localTime(written: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written)) return undefined;
  const at = Date.parse(`${written.replace(" ", "T")}Z`);
  return Number.isNaN(at) ? undefined : at;
}

function offsetByAlarms(report: BugReport): number | undefined {
  const match = /\bnowRTC=(\d{9,15})=(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/.exec(
    text(tolerant(() => bugReportDump(report, "alarm"))),
  );
  const local = localTime(match?.[2] ?? "");
  if (!match || local === undefined) return undefined;
  const offset = Math.round((local - Number(match[1])) / quarterHour) * quarterHour;
  const error = Math.abs(local - Number(match[1]) - offset);
  return error <= 2000 && Math.abs(offset) <= 15 * 3_600_000 ? offset : undefined;
}

function offsetByZone(report: BugReport, local: number): number | undefined {
  const properties = text(
    tolerant(() => bugReportSection(report, "SYSTEM PROPERTIES")),
    1_000_000,
  );
  const zone = /^\[persist\.sys\.timezone\]: \[([A-Za-z0-9_+/-]{1,64})\]$/m.exec(properties)?.[1];
  if (zone === undefined) return undefined;
  try {
    // The offset changes with the seasons, so it is taken at the moment itself: a guess first, then at what the guess gives.
    return zoneOffset(zone, local - zoneOffset(zone, local));
  } catch {
    return undefined; // a zone that this computer does not know
  }
}

/** Milliseconds by which the zone is ahead of UTC at a moment. @throws RangeError for an unknown zone. */
function zoneOffset(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return local - Math.floor(at / 1000) * 1000;
}

function tolerant<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // broken parts are reported where they are asked for
  }
}

function text(bytes: Uint8Array | undefined, most = 20_000): string {
  return bytes === undefined ? "" : new TextDecoder().decode(bytes.subarray(0, most)).replaceAll("\r", "");
}
