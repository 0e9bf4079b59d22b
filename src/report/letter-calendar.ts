/** A day to be reminded of. */
export interface CalendarDay {
  /** The same for the same matter, so that a calendar replaces what it has. */
  readonly id: string;
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Days as a calendar (RFC 5545): events of a whole day, each with a reminder at nine in the morning of the day.
 *
 * @param at when it was made, epoch milliseconds
 */
export function calendar(days: readonly CalendarDay[], at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Candor//Rights//EN",
    "CALSCALE:GREGORIAN",
    ...days.flatMap(({ id, day, title, text }) => [
      "BEGIN:VEVENT",
      `UID:${escaped(id)}@candor.invalid`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      "TRIGGER:PT9H",
      "END:VALARM",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll("\n", "\\n");
}

/** Lines of at most 75 octets, broken between characters. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  const rows: string[] = [];
  let row = "";
  let used = 0;
  for (const character of line) {
    const octets = bytes.encode(character).length;
    if (used + octets > 75) {
      rows.push(row);
      row = " ";
      used = 1;
    }
    row += character;
    used += octets;
  }
  return [...rows, row].join("\r\n");
}
