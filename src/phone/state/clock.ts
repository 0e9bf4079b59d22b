const formatters = new Map<string, Intl.DateTimeFormat>();

/** An instant in the phone's zone as Android dumps print it, `2026-05-04 18:30:00`; `at` in epoch milliseconds. */
export function localTime(at: number, zone: string): string {
  return formatter(zone).format(at).replace(" 24:", " 00:");
}

/** The same with milliseconds, as the app-op service prints it. */
export function localTimeMs(at: number, zone: string): string {
  return `${localTime(at, zone)}.${String(((at % 1000) + 1000) % 1000).padStart(3, "0")}`;
}

/** The same with dashes only, as the battery statistics print it: `2026-05-04-18-30-00`. */
export function dashedTime(at: number, zone: string): string {
  return localTime(at, zone).replace(/[ :]/g, "-");
}

/** A duration as `android.util.TimeUtils.formatDuration` prints it: `+1d2h3m4s5ms`, `-8m56s586ms`, `0`. */
export function duration(ms: number): string {
  if (ms === 0) return "0";
  let rest = Math.abs(Math.round(ms));
  let text = ms < 0 ? "-" : "+";
  let started = false;
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || started || unit === "ms") {
      text += `${count}${unit}`;
      started = true;
    }
  }
  return text;
}

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

function formatter(zone: string): Intl.DateTimeFormat {
  let known = formatters.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(zone, known);
  }
  return known;
}
