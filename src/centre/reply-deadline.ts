import type { LawRegion, PrivacyLaw, PrivacyLaws } from "../feeds/privacy-laws.ts";
import type { CountryHolidays, PublicHolidays } from "../feeds/public-holidays.ts";

/** By when a request has to be answered. Days as yyyy-mm-dd. */
export interface ReplyDeadline {
  readonly due: string;
  /** Where the law allows more time, told with reasons within the first: the end of it; null where it does not. */
  readonly extended: string | null;
  /** The rule, with its law. */
  readonly rule: string;
  /** Why the end was moved, and what was not taken into account; sentences. */
  readonly notes: readonly string[];
}

/** What a deadline is counted by. */
export interface DeadlineBooks {
  readonly laws: PrivacyLaws;
  readonly holidays: PublicHolidays;
}

/**
 * Counts by when an answer is due, for a request that was received on a day. In the EEA and the United Kingdom by Regulation (EEC, Euratom) No
 * 1182/71 Art. 3: a month ends on the same date of the next one, or on its last day; an end on a Saturday, a Sunday or a public holiday moves
 * to the next working day. Null where the law of the region sets no time, or none is known for the day.
 *
 * @param country of the recipient, whose holidays count; null where it is not known: then weekends alone do
 */
export function replyDeadline(
  received: string,
  region: LawRegion,
  country: string | null,
  { laws, holidays }: DeadlineBooks,
): ReplyDeadline | null {
  const law = lawOn(laws, region, received);
  if (!law?.reply) return null;
  const { amount, unit, rule } = law.reply;
  const european = region === "EU" || region === "GB";
  const own = country === null ? undefined : holidays.countries.find((row) => row.country === country);
  const end = (months: number) =>
    unit === "months" ? monthsAfter(received, months) : daysAfter(received, daysOf(law));
  const settled = (day: string) => (european ? workingDay(day, own) : day);
  const last = end(amount);
  const due = settled(last);
  return {
    due,
    extended: european ? settled(end(amount + 2)) : null,
    rule: `${law.law}, ${rule}`,
    notes: notesOf({ last, due, european, country, known: own !== undefined, law }),
  };
}

/** The law of a region on a day. */
export function lawOn(laws: PrivacyLaws, region: LawRegion, day: string): PrivacyLaw | undefined {
  return laws.laws.find(
    (row) => row.region === region && row.inForceFrom <= day && (row.until === null || day <= row.until),
  );
}

/** Whether a day is a Saturday, a Sunday, or a public holiday of the whole country. */
export function isFree(day: string, country: CountryHolidays | undefined): boolean {
  const weekday = new Date(timeOf(day)).getUTCDay();
  if (weekday === 0 || weekday === 6) return true;
  return country !== undefined && isHoliday(day, country);
}

/** Easter Sunday of a year, of the western churches or the orthodox ones, in the Gregorian calendar (algorithms of Meeus, 1991). */
export function easterSunday(year: number, church: CountryHolidays["church"]): string {
  if (church === "orthodox") {
    const d = (19 * (year % 19) + 15) % 30;
    const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const [month, day] = [Math.floor((d + e + 114) / 31), ((d + e + 114) % 31) + 1];
    // The Julian calendar is 13 days behind from 1900 to 2099.
    return dayOf(Date.UTC(year, month - 1, day + 13));
  }
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1));
}

/** So many days later, or earlier. */
export function daysAfter(day: string, days: number): string {
  return dayOf(timeOf(day) + days * 86_400_000);
}

function daysOf({ reply }: PrivacyLaw): number {
  if (reply === null) return 0;
  return reply.unit === "hours" ? Math.ceil(reply.amount / 24) : reply.amount;
}

/** The same date so many months later; the last day of that month where it has no such date. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

function workingDay(day: string, country: CountryHolidays | undefined): string {
  let at = day;
  // No country has so many free days in a row.
  for (let moved = 0; moved < 20 && isFree(at, country); moved++) at = daysAfter(at, 1);
  return at;
}

function isHoliday(day: string, { fixed, easter, church, mondays }: CountryHolidays): boolean {
  if (fixed.includes(day.slice(5))) return true;
  const year = Number(day.slice(0, 4));
  const sunday = easterSunday(year, church);
  if (easter.some((days) => daysAfter(sunday, days) === day)) return true;
  return mondays.some(({ month, nth }) => mondayOf(year, month, nth) === day);
}

function mondayOf(year: number, month: number, nth: number): string {
  if (nth > 0) {
    const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
    return dayOf(Date.UTC(year, month - 1, 1 + ((8 - first) % 7) + (nth - 1) * 7));
  }
  const last = new Date(Date.UTC(year, month, 0));
  return dayOf(last.getTime() - ((last.getUTCDay() + 6) % 7) * 86_400_000);
}

interface Noted {
  readonly last: string;
  readonly due: string;
  readonly european: boolean;
  readonly country: string | null;
  readonly known: boolean;
  readonly law: PrivacyLaw;
}

function notesOf({ last, due, european, country, known, law }: Noted): readonly string[] {
  const notes: string[] = [];
  if (last !== due)
    notes.push(`It would end on ${last}, which is no working day; it ends on the next one (Reg. 1182/71 Art. 3(4)).`);
  if (european)
    notes.push(
      known
        ? `Counted with the public holidays of the whole of ${country}; a regional holiday may move the end by a day.`
        : "Counted with Saturdays and Sundays alone, since the recipient's country or its holidays are not known; a public holiday may move the end.",
    );
  else notes.push("Counted in calendar days; holidays are not in it.");
  if (!law.confirmed) notes.push("The time rests on general knowledge and was not compared with the text of the law.");
  return notes;
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
