import { FormatError } from "../core/errors.ts";

/** One `Update` line of the daily block of batterystats. */
export interface PackageUpdate {
  readonly name: string;
  /** The version code; 0 means that the package was removed. */
  readonly version: number;
  /** "yyyy-mm-dd-hh-mm-ss", the phone's local time: when the day in which it happened began. */
  readonly since: string | null;
}

/**
 * Reads the package changes of the last days from `dumpsys batterystats` (or with --daily), newest day first.
 *
 * AOSP: core/java/android/os/BatteryStats.java, dumpDailyLevelStepSummary and dumpLocked.
 *
 * @throws FormatError when there is no daily block.
 */
export function parseDailyUpdates(text: string): readonly PackageUpdate[] {
  const start = text.startsWith("Daily stats:\n") ? 0 : text.indexOf("\nDaily stats:\n") + 1;
  if (start === 0 && !text.startsWith("Daily stats:\n")) throw new FormatError("batterystats", "no block Daily stats");
  const updates: PackageUpdate[] = [];
  let since: string | null = null;
  for (const line of text.slice(start + 13).split("\n")) {
    if (line !== "" && !line.startsWith(" ")) break;
    const row = line.trimStart();
    if (row.startsWith("Current start time: ")) since = row.slice(20).trim();
    else if (row.startsWith("Daily from ")) since = row.slice(11).split(" ")[0] ?? null;
    else if (row.startsWith("Update ")) {
      const match = /^Update ([A-Za-z0-9_.-]+) vers=(-?\d{1,19})$/.exec(row);
      if (match === null) throw new FormatError("batterystats", "an update without a version");
      updates.push({ name: match[1] ?? "", version: Number(match[2]), since });
    }
  }
  return updates;
}
