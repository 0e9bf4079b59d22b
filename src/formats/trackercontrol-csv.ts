import { FormatError } from "../core/errors.ts";
import { eachRow } from "./csv.ts";
import { addLogged, demandSome } from "./logged-question.ts";

const format = "trackercontrol csv";

/** One row: an app contacted a host. */
export interface TrackerControlRow {
  readonly line: number;
  /** The following three are null in the export of one app, which does not name it. */
  readonly uid: number | null;
  readonly package: string | null;
  readonly app: string | null;
  /** A name, or an address where no name was known. */
  readonly host: string;
  /** Epoch milliseconds. */
  readonly time: number | null;
  /** 0 sure; 1 the address is shared with other names; 2 by trackers and others; 3 by several trackers. Null where it is none of these. */
  readonly uncertain: 0 | 1 | 2 | 3 | null;
  /** As TrackerControl attributes the host; null where it knows no tracker. */
  readonly tracker: string | null;
  readonly category: string | null;
}

/**
 * Reads what TrackerControl exports, of all apps (`uid,daddr,time,uncertain,Tracker,Category,Package,App`) or of one
 * (`daddr,time,uncertain,Tracker Name,Tracker Category`).
 *
 * @throws FormatError where the header is another one, or none of its rows can be read
 */
export async function readTrackerControlCsv(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly rows: readonly TrackerControlRow[]; readonly unreadable: number }> {
  let columns: ReadonlyMap<string, number> | undefined;
  const rows: TrackerControlRow[] = [];
  let unreadable = 0;
  await eachRow(chunks, format, (fields, line) => {
    if (!columns) {
      columns = headerOf(fields);
      return;
    }
    const row = rowOf(columns, fields, line);
    if (row) addLogged(rows, row, format);
    else unreadable++;
  });
  if (!columns) throw new FormatError(format, "it is empty");
  demandSome(rows, unreadable, format);
  return { rows, unreadable };
}

function headerOf(fields: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map(
    fields.map(
      (name, i) =>
        [
          name
            .replace(/^\ufeff/, "")
            .trim()
            .toLowerCase(),
          i,
        ] as const,
    ),
  );
  for (const name of ["daddr", "time", "uncertain"])
    if (!columns.has(name)) throw new FormatError(format, `it has no column ${name}`);
  return columns;
}

function rowOf(
  columns: ReadonlyMap<string, number>,
  fields: readonly string[],
  line: number,
): TrackerControlRow | undefined {
  const field = (...names: readonly string[]) => {
    const name = names.find((one) => columns.has(one));
    return (name !== undefined && fields[columns.get(name) ?? -1]) || null;
  };
  const host = field("daddr");
  if (host === null) return undefined;
  const time = wholeNumber(field("time"), 15);
  const uncertain = wholeNumber(field("uncertain"), 1);
  return {
    line,
    uid: wholeNumber(field("uid"), 10),
    package: field("package"),
    app: field("app"),
    host,
    time,
    uncertain: uncertain === 0 || uncertain === 1 || uncertain === 2 || uncertain === 3 ? uncertain : null,
    tracker: field("tracker", "tracker name"),
    category: field("category", "tracker category"),
  };
}

function wholeNumber(text: string | null, digits: number): number | null {
  return text !== null && /^\d+$/.test(text) && text.length <= digits ? Number(text) : null;
}
