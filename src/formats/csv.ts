import { FormatError } from "../core/errors.ts";
import { eachLine } from "./text-lines.ts";

/** Lines that one row may take: names of apps have no line breaks, and an open quote must not swallow the rest of the file. */
const maxRowLines = 16;

/**
 * Calls `take` with the fields of each row of a CSV in which fields may be quoted, and with the number of the line that the row begins on.
 * Empty lines are left out.
 *
 * @param format the name of the document, for the error
 * @throws FormatError where a quote is not closed
 * RFC 4180.
 */
export async function eachRow(
  chunks: AsyncIterable<Uint8Array>,
  format: string,
  take: (fields: readonly string[], line: number) => void,
): Promise<void> {
  let open: string[] = [];
  await eachLine(chunks, format, (line, number) => {
    if (line === "" && open.length === 0) return;
    open.push(line);
    const fields = csvFields(open.join("\n"));
    if (fields) {
      take(fields, number - open.length + 1);
      open = [];
    } else if (open.length === maxRowLines) {
      throw new FormatError(format, `a quote is not closed in line ${number - open.length + 1}`);
    }
  });
  if (open.length > 0) throw new FormatError(format, "it ends within a quoted field");
}

/** The fields of one row; undefined where a quote is not closed. A quote within a field that is not quoted is a character like others. */
export function csvFields(row: string): readonly string[] | undefined {
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (row[at] === '"') {
      const end = closingQuote(row, at + 1);
      if (end < 0) return undefined;
      const comma = row.indexOf(",", end + 1);
      const tail = row.slice(end + 1, comma < 0 ? undefined : comma);
      fields.push(row.slice(at + 1, end).replaceAll('""', '"') + tail);
      if (comma < 0) return fields;
      at = comma + 1;
    } else {
      const comma = row.indexOf(",", at);
      fields.push(row.slice(at, comma < 0 ? undefined : comma));
      if (comma < 0) return fields;
      at = comma + 1;
    }
  }
}

/** Where the field that is quoted ends; two quotes in a row are one of its characters. */
function closingQuote(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 2)) if (row[at + 1] !== '"') return at;
  return -1;
}
