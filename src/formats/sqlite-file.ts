import { FormatError } from "../core/errors.ts";
import { columnsOf, type SqliteColumns } from "./sqlite-columns.ts";
import { openPages, type SqlitePages, sqliteFormat } from "./sqlite-pages.ts";
import { recordValues, type SqliteValue, varint } from "./sqlite-record.ts";

/** One table, as its database describes it. */
export interface SqliteTable extends SqliteColumns {
  /** The page that its tree begins at. */
  readonly root: number;
}

/** A database, opened for reading. */
export interface SqliteFile {
  readonly pages: SqlitePages;
  /** By name; tables without row numbers and virtual ones are left out. */
  readonly tables: ReadonlyMap<string, SqliteTable>;
}

/** The most that one row may take; rows of logs take some hundred bytes. */
const maxRow = 16 * 1024 * 1024;
const schema: SqliteTable = { names: ["type", "name", "tbl_name", "rootpage", "sql"], rowNumber: -1, root: 1 };

/**
 * Opens a database of SQLite 3 in memory: tables only, neither indexes nor SQL.
 *
 * @param wal its write-ahead log, which holds what was written last
 * @throws FormatError where it is none, or its list of tables cannot be read
 * https://www.sqlite.org/fileformat2.html
 */
export function openSqlite(bytes: Uint8Array, wal?: Uint8Array): SqliteFile {
  const pages = openPages(bytes, wal);
  const tables = new Map<string, SqliteTable>();
  const { damaged } = readTable({ pages, tables }, schema, schema.names, ([type, name, , root, sql]) => {
    const columns = type === "table" && typeof sql === "string" ? columnsOf(sql) : undefined;
    if (columns && typeof name === "string" && typeof root === "number") tables.set(name, { ...columns, root });
  });
  if (damaged > 0 && tables.size === 0) throw new FormatError(sqliteFormat, "its list of tables cannot be read");
  return { pages, tables };
}

/**
 * Calls `take` with the values of the named columns of each row (null for a column that the table does not have), and with the row's number.
 *
 * @returns how many pages or rows are damaged and were passed over
 */
export function readTable(
  { pages }: SqliteFile,
  table: SqliteTable,
  columns: readonly string[],
  take: (values: readonly SqliteValue[], row: number) => void,
): { readonly damaged: number } {
  const places = columns.map((name) => table.names.findIndex((one) => one.toLowerCase() === name.toLowerCase()));
  const numbered = places.indexOf(table.rowNumber);
  const walk: Walk = { pages, seen: new Uint8Array(pages.count + 1), damaged: 0 };
  const decoder = new TextDecoder(pages.encoding);
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  eachLeaf(walk, table.root, (page, at) => {
    const length = varint(page, at);
    const row = varint(page, length.next);
    const values = recordValues(payloadOf(walk, page, row.next, length.value), places, decode);
    take(table.rowNumber >= 0 && numbered >= 0 ? values.with(numbered, row.value) : values, row.value);
  });
  return { damaged: walk.damaged };
}

interface Walk {
  readonly pages: SqlitePages;
  /** Pages that were read; each belongs to one place, so none is read twice, and a circle ends. */
  readonly seen: Uint8Array;
  damaged: number;
}

const leaf = 13;
const interior = 5;

/** Calls `take` with each cell of the leaves of a tree. What is damaged is counted, and the rest is read. */
function eachLeaf(walk: Walk, root: number, take: (page: Uint8Array, at: number) => void): void {
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = tolerant(walk, () => nextPage(walk, number));
    if (!page) continue;
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    const header = number === 1 ? 100 : 0;
    const kind = page[header];
    const cells = view.getUint16(header + 3);
    const pointers = header + (kind === interior ? 12 : 8);
    if ((kind !== leaf && kind !== interior) || pointers + cells * 2 > page.length) {
      walk.damaged++;
      continue;
    }
    // The stack gives back the last first: rows come in their order.
    if (kind === interior) waiting.push(view.getUint32(header + 8));
    for (let i = kind === leaf ? 0 : cells - 1; kind === leaf ? i < cells : i >= 0; kind === leaf ? i++ : i--) {
      const at = view.getUint16(pointers + i * 2);
      if (kind === leaf) tolerant(walk, () => take(page, at));
      else if (at + 4 <= page.length) waiting.push(view.getUint32(at));
      else walk.damaged++;
    }
  }
}

function tolerant<T>(walk: Walk, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError) || error.format !== sqliteFormat) throw error;
    walk.damaged++;
    return undefined;
  }
}

function nextPage({ pages, seen }: Walk, number: number): Uint8Array {
  if (seen[number] === 1) throw new FormatError(sqliteFormat, "a page stands in two places");
  const page = pages.page(number);
  seen[number] = 1;
  return page;
}

/** The bytes of a row: in its cell, and on pages of their own where they are many. §1.5, §1.6 */
function payloadOf(walk: Walk, page: Uint8Array, at: number, length: number): Uint8Array {
  const { usable } = walk.pages;
  const most = usable - 35;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const split = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : split <= most ? split : least;
  if (length > maxRow || at + local > usable) throw new FormatError(sqliteFormat, "a row is damaged");
  if (local === length) return page.subarray(at, at + length);
  const whole = new Uint8Array(length);
  whole.set(page.subarray(at, at + local));
  let next = wordAt(page, at + local);
  for (let have = local; have < length; ) {
    const more = nextPage(walk, next);
    const part = more.subarray(4, Math.min(usable, 4 + length - have));
    whole.set(part, have);
    have += part.length;
    next = wordAt(more, 0);
  }
  return whole;
}

function wordAt(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) throw new FormatError(sqliteFormat, "a row is damaged");
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
