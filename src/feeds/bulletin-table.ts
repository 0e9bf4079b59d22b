import { FormatError } from "../core/errors.ts";
import type { AndroidBulletins, BulletinFix } from "./android-bulletins.ts";

/** As Google grades its fixes, the worst first. */
export const bulletinSeverities = ["critical", "high", "moderate", "low"] as const;
export type BulletinSeverity = (typeof bulletinSeverities)[number];

/** What a fix belongs to. `play-system` is renewed through the Play Store; `vendor` is what makers of chips and drivers fix. */
export const bulletinParts = [
  "framework",
  "system",
  "media",
  "kernel",
  "play-system",
  "vendor",
  "google-devices",
  "not-told",
] as const;
export type BulletinPart = (typeof bulletinParts)[number];

/** A month of bulletins. Where it is not complete, there may have been more fixes than the list has. */
export interface BulletinMonth {
  /** yyyy-mm. */
  readonly month: string;
  readonly complete: boolean;
}

/**
 * Reads the packed table of fixes. A line `2018-04 complete` or `2021-07 part` begins a month; the lines below it name a day of that month
 * (or a whole patch level), a part, the first letter of the severity (`-`: not told) and numbers of CVEs, whose year holds until another one:
 * `05 vendor H 2017-13292 13303 2018-3566 A-162980455 2022-0847?`. `A-` is a number of Google's own; `?` marks a month from no bulletin.
 *
 * @throws FormatError for a line that is none of these.
 */
export function readBulletinTable(table: string): AndroidBulletins {
  const fixes: BulletinFix[] = [];
  const months: BulletinMonth[] = [];
  for (const line of table.split("\n")) {
    if (line === "") continue;
    const head = /^(\d{4}-\d\d) (complete|part)$/.exec(line);
    if (head) months.push({ month: head[1] ?? "", complete: head[2] === "complete" });
    else fixes.push(...readLine(line, months.at(-1)?.month ?? ""));
  }
  const until = fixes.reduce((last, { level }) => (level > last ? level : last), "").slice(0, 7);
  return { until, fixes, months, sdks: [], kernels: [] };
}

function readLine(line: string, month: string): readonly BulletinFix[] {
  const [day = "", part, letter, ...ids] = line.split(" ");
  const level = day.length === 2 ? `${month}-${day}` : day;
  const known = bulletinParts.find((each) => each === part);
  const severity = bulletinSeverities.find((each) => each[0] === letter?.toLowerCase()) ?? null;
  if (!known || !/^\d{4}-\d\d-\d\d$/.test(level) || !/^[CHML-]$/.test(letter ?? ""))
    throw new FormatError("bulletins", "a line that is none of the table");
  let year = "";
  return ids.map((text) => {
    const [, google, named, number, mark] = /^(?:(A-)|(\d{4})-)?(\d{1,12})(\?)?$/.exec(text) ?? [];
    if (number === undefined) throw new FormatError("bulletins", "a number that is none");
    year = named ?? year;
    const id = google === undefined ? `CVE-${year}-${number}` : `ASB-A-${number}`;
    return { id, severity, part: known, level, ...(mark === undefined ? {} : { unverified: true as const }) };
  });
}
