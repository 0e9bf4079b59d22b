import { FormatError } from "../core/errors.ts";
import { readWal } from "./sqlite-wal.ts";

export const sqliteFormat = "sqlite";

/** The pages of a database, and how they are laid out. */
export interface SqlitePages {
  /** Bytes of a page that hold content: without those reserved at its end. */
  readonly usable: number;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** The number of the last page. */
  readonly count: number;
  /** A page by its number, from 1. @throws FormatError where there is none */
  page(number: number): Uint8Array;
}

/**
 * Opens a database of SQLite 3 that lies in memory, with its write-ahead log where there is one.
 *
 * @throws FormatError where it is none
 * https://www.sqlite.org/fileformat2.html §1.3
 */
export function openPages(bytes: Uint8Array, wal?: Uint8Array): SqlitePages {
  if (bytes.length < 512 || String.fromCharCode(...bytes.subarray(0, 16)) !== "SQLite format 3\0")
    throw new FormatError(sqliteFormat, "it is no database of SQLite 3, or an encrypted one");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint16(16);
  const size = written === 1 ? 65_536 : written;
  const reserved = bytes[20] ?? 0;
  const encoding = (["utf-8", "utf-16le", "utf-16be"] as const)[view.getUint32(56) - 1];
  if (size < 512 || (size & (size - 1)) !== 0 || size - reserved < 480 || !encoding)
    throw new FormatError(sqliteFormat, "its header is damaged");
  const newer = wal ? readWal(wal, size) : new Map<number, Uint8Array>();
  const own = Math.floor(bytes.length / size);
  let count = own;
  for (const number of newer.keys()) count = Math.max(count, number);
  return {
    usable: size - reserved,
    encoding,
    count,
    page(number) {
      const found = newer.get(number);
      if (found) return found;
      if (!(number >= 1 && number <= own)) throw new FormatError(sqliteFormat, "a page is missing: it is cut off");
      return bytes.subarray((number - 1) * size, number * size);
    },
  };
}
