const day = 24 * 60 * 60 * 1000;

/** Whole days from one time to another (epoch milliseconds); negative when `to` is earlier. */
export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / day);
}

/** A number of days as people say it: "1 day", "45 days", "14 months", "3 years". */
export function spokenAge(days: number): string {
  const [count, unit] =
    days < 90
      ? [Math.max(0, days), "day"]
      : days < 730
        ? [Math.round((days * 12) / 365.25), "month"]
        : [Math.floor(days / 365), "year"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Epoch milliseconds of a calendar day "yyyy-mm-dd" in UTC; undefined for anything else. */
export function dayToTime(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, date);
  return new Date(time).toISOString().startsWith(text.trim()) ? time : undefined;
}
