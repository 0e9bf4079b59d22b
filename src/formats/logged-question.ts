import { FormatError } from "../core/errors.ts";

/** One question for a name, out of a log of a DNS server. */
export interface LoggedQuestion {
  /** Line, row or entry, from 1. */
  readonly number: number;
  /** Epoch milliseconds. */
  readonly time: number | null;
  /** Milliseconds by the log's own clock, of which only the differences count: tells which questions came together. */
  readonly moment: number | null;
  /** As written. */
  readonly name: string;
  /** `A`, `AAAA`, `HTTPS`, `PTR` …; null where the log does not tell. */
  readonly type: string | null;
  /** Who asked: an address or a name of a device; null where the log does not tell. */
  readonly client: string | null;
  /** The first address of the answer, as written; null where there is none. */
  readonly address: string | null;
  readonly blocked: boolean;
}

/** A log of a DNS server as read. */
export interface QuestionLog {
  readonly questions: readonly LoggedQuestion[];
  /** Lines or rows that are none that is known. */
  readonly unreadable: number;
}

/** How many questions or connections one file may have. */
export const maxLogged = 1_000_000;

/** Adds a row, within `maxLogged`. @throws FormatError beyond it */
export function addLogged<T>(rows: T[], row: T, format: string): void {
  if (rows.length >= maxLogged)
    throw new FormatError(format, `it has more than ${maxLogged} rows: give the part of it that matters`);
  rows.push(row);
}

/** Refuses a log of which nothing could be read. @throws FormatError */
export function demandSome(rows: readonly unknown[], unreadable: number, format: string): void {
  if (rows.length === 0 && unreadable > 0) throw new FormatError(format, "none of its lines can be read");
}
