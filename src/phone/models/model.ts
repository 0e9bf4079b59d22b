import type { PhoneState } from "../state/phone-state.ts";

/** How a phone is made. */
export interface BuildOptions {
  /** The phone's clock, epoch milliseconds; everything with a date follows it. */
  readonly now: () => number;
  readonly serial?: string | undefined;
  /** Programs and dumps that the phone is to refuse: `settings`, `dumpsys package`. */
  readonly refuses?: readonly string[] | undefined;
}

/** A kind of virtual phone. */
export interface PhoneModel {
  readonly id: string;
  readonly title: string;
  /** One paragraph: what this phone is, and what is to be found on it. */
  readonly about: string;
  /** Android's version, for example "15". */
  readonly android: string;
  build(options: BuildOptions): PhoneState;
}

/** The first day of the month that lies `months` before `now`, as patch levels are written: `2025-04-01`; day 5 where `day` says so. */
export function monthsBefore(now: number, months: number, day = "01"): string {
  const date = new Date(now);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1));
  return `${first.toISOString().slice(0, 7)}-${day}`;
}
