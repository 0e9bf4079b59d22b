/** One cell: nothing where a value is not known. */
export type CsvCell = string | number | boolean | null;

/**
 * Rows as RFC 4180 has them: comma, CRLF, quotes doubled. Texts that a spreadsheet would take for a formula get an apostrophe in front,
 * as OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection), and control characters become spaces. Semicolons are quoted
 * too, as spreadsheets of many countries separate by them.
 */
export function writeCsv(rows: Iterable<readonly CsvCell[]>): string {
  let text = "";
  for (const row of rows) text += `${row.map(cell).join(",")}\r\n`;
  return text;
}

function cell(value: CsvCell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = value.replace(controls, " ").replace(formula, "'$1");
  return /[",;']|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** C0 and C1 controls, marks that turn the reading direction, line separators, lone surrogates. */
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]/gu;

/** With blanks in front too, which some programs drop; full-width signs count in some of them. */
const formula = /^(\s*[=+\-@|%\uff0b\uff0d\uff1d\uff20])/u;
