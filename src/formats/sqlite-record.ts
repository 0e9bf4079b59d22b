import { FormatError } from "../core/errors.ts";
import { sqliteFormat } from "./sqlite-pages.ts";

/** A value of a column. Whole numbers beyond 2⁵³ lose their last digits. */
export type SqliteValue = null | number | string | Uint8Array;

/** A number of 1 to 9 bytes, and where it ends. @throws FormatError where it is cut off */
export function varint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) break;
    if (i === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, next: at + i + 1 };
  }
  throw new FormatError(sqliteFormat, "a number is cut off");
}

/**
 * The values of the columns at `places`; null for those that the record does not have, as it is for columns that were added later.
 *
 * @throws FormatError where the record does not fit its own header
 * https://www.sqlite.org/fileformat2.html §2.1
 */
export function recordValues(
  payload: Uint8Array,
  places: readonly number[],
  decode: (bytes: Uint8Array) => string,
): readonly SqliteValue[] {
  const header = varint(payload, 0);
  const values: SqliteValue[] = places.map(() => null);
  let body = header.value;
  const end = header.value;
  if (end > payload.length) throw damaged();
  for (let at = header.next, column = 0; at < end; column++) {
    const type = varint(payload, at);
    at = type.next;
    const length = lengthOf(type.value);
    if (body + length > payload.length) throw damaged();
    const place = places.indexOf(column);
    if (place >= 0) values[place] = columnValue(type.value, payload.subarray(body, body + length), decode);
    body += length;
  }
  return values;
}

const lengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function lengthOf(type: number): number {
  if (type < 10) return lengths[type] ?? 0;
  if (type < 12) throw damaged();
  return Math.floor((type - 12) / 2);
}

function columnValue(type: number, bytes: Uint8Array, decode: (bytes: Uint8Array) => string): SqliteValue {
  if (type === 0) return null;
  if (type <= 6) return wholeNumber(bytes);
  if (type === 7) return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  if (type < 10) return type - 8;
  return type % 2 === 1 ? decode(bytes) : bytes;
}

/** In two's complement, the highest byte first. */
function wholeNumber(bytes: Uint8Array): number {
  let value = ((bytes[0] ?? 0) << 24) >> 24;
  for (const byte of bytes.subarray(1)) value = value * 256 + byte;
  return value;
}

function damaged(): FormatError {
  return new FormatError(sqliteFormat, "a record is damaged");
}
