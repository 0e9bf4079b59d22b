import { FormatError } from "../core/errors.ts";

/** When one user last had apps in front of them. */
export interface UserAppUse {
  readonly user: number;
  /** Epoch milliseconds: from when on the phone has counted; an app that is not in `last` was not opened since. null where it does not say. */
  readonly since: number | null;
  /** Package and the last time it was in the foreground, "yyyy-mm-dd hh:mm:ss" in the phone's local time; those that were are listed. */
  readonly last: readonly { readonly package: string; readonly at: string }[];
}

/**
 * Reads `dumpsys usagestats`, Android 9 to 16: the counts of the running day, week, month and year for each user, which hold when an app
 * was last in the foreground (`lastTimeUsed`; Android 9 `lastTime`), and the names of the yearly files, which are the times they begin.
 *
 * AOSP: services/usage/java/com/android/server/usage/UserUsageStatsService.java, printIntervalStats; UsageStatsDatabase.java, dump.
 *
 * @throws FormatError where no user, or for a user no counts of apps are printed as any known version does.
 */
export function parseUsageStats(text: string): readonly UserAppUse[] {
  const users: Reader[] = [];
  for (const line of lines(text)) readLine(users, line);
  if (users.length === 0) throw new FormatError("dumpsys usagestats", "no user");
  if (users.some(({ counted }) => !counted))
    throw new FormatError("dumpsys usagestats", "a user without counts of apps");
  return users.map(({ user, since, last }) => ({
    user,
    since,
    last: [...last].map(([name, at]) => ({ package: name, at })),
  }));
}

interface Reader {
  readonly user: number;
  readonly last: Map<string, string>;
  since: number | null;
  counted: boolean;
  place: "events" | "counts" | "packages" | "yearly-files" | "elsewhere";
}

const use = /^ {6}package=(\S{1,255}) .*?\blastTime(?:Used)?="(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)"/;

function readLine(users: Reader[], line: string): void {
  const user = /^user=(\d{1,9}) *$/.exec(line);
  if (user) {
    users.push({ user: Number(user[1]), last: new Map(), since: null, counted: false, place: "events" });
    return;
  }
  const reader = users.at(-1);
  if (!reader) return;
  if (line.startsWith("  In-memory ")) reader.place = "counts";
  else if (/^ {2}(?:UsageStatsDatabase|Database Summary)\b/.test(line) || /^\S/.test(line)) reader.place = "elsewhere";
  else if (line.trimEnd() === "    packages" && reader.place === "counts") {
    reader.place = "packages";
    reader.counted = true;
  } else if (line.startsWith("    yearly stats files: ")) reader.place = "yearly-files";
  else if (reader.place === "packages") readUse(reader, line);
  else if (reader.place === "yearly-files") {
    const file = /^ {6}(\d{10,16})(?:=|\s|$)/.exec(line);
    // The last file is the year that is counted in now.
    if (file) reader.since = Math.max(reader.since ?? 0, Number(file[1]));
    else reader.place = "elsewhere";
  }
}

function readUse(reader: Reader, line: string): void {
  if (!line.startsWith("      package=")) {
    reader.place = "counts";
    return;
  }
  const [, name = "", at = ""] = use.exec(line) ?? [];
  if (name === "") throw new FormatError("dumpsys usagestats", "an app without the time of its last use");
  // The time of an app that was never in the foreground is 0, in whatever zone, or the first second the phone counted from.
  if (/^(?:1969|1970)-/.test(at)) return;
  const known = reader.last.get(name);
  if (known === undefined || known < at) reader.last.set(name, at);
}

function* lines(text: string): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    yield text.slice(at, end);
    at = end + 1;
  }
}
