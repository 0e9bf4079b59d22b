import { FormatError } from "../core/errors.ts";
import type { Dex } from "./dex.ts";

/** Where the bytes of strings lie: from the first to the last NUL, offsets in the file. */
export interface StringRange {
  readonly start: number;
  readonly end: number;
}

/** All string data of one DEX, and what finds the string that holds a position. */
export interface StringData extends StringRange {
  /** Strings stand in the order of their ids, one behind the other, with nothing else between them. */
  readonly contiguous: boolean;
  /** How many ids point at no string. */
  readonly unreadable: number;
  /** Where ids are not in the order of their data: offset × 2³² + id of each that can be read, sorted. */
  readonly byPlace: BigUint64Array | undefined;
}

/**
 * The text of a string, decoded now.
 *
 * @throws FormatError when the id is none, or points at no string.
 */
export function stringAt(dex: Dex, id: number): string {
  const start = stringStart(dex, id);
  const end = start < 0 ? -1 : dex.bytes.indexOf(0, start);
  if (end < 0) throw new FormatError("dex", `string ${id} cannot be read`);
  return decodeMutf8(dex.bytes, start, end);
}

/** Where the characters of a string begin, after its length; -1 when there is no such string. */
export function stringStart(dex: Dex, id: number): number {
  if (!(id >= 0 && id < dex.strings.count)) return -1;
  return skipLength(dex.bytes, dex.view.getUint32(dex.strings.offset + id * 4, true));
}

/**
 * Decodes "modified UTF-8": NUL as C0 80, characters above U+FFFF as two surrogates of three bytes each. What is broken becomes U+FFFD.
 *
 * source.android.com "Dalvik executable format", MUTF-8.
 */
export function decodeMutf8(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  const units: number[] = [];
  for (let at = start; at < end; ) {
    const a = bytes[at] as number;
    if (a < 0x80) {
      units.push(a);
      at++;
    } else if ((a & 0xe0) === 0xc0 && at + 1 < end && continues(bytes, at + 1)) {
      units.push(((a & 0x1f) << 6) | low(bytes, at + 1));
      at += 2;
    } else if ((a & 0xf0) === 0xe0 && at + 2 < end && continues(bytes, at + 1) && continues(bytes, at + 2)) {
      units.push(((a & 0x0f) << 12) | (low(bytes, at + 1) << 6) | low(bytes, at + 2));
      at += 3;
    } else {
      units.push(0xfffd);
      at++;
    }
    if (units.length >= 4096) text += String.fromCharCode(...units.splice(0));
  }
  return text + String.fromCharCode(...units);
}

/** As `stringData`, the range alone: it does not touch the strings themselves. */
export function stringRange(dex: Dex): StringRange {
  const { bytes, view } = dex;
  const { offset, count } = dex.strings;
  let start = bytes.length;
  let last = -1;
  for (let at = offset, stop = offset + count * 4; at < stop; at += 4) {
    const place = view.getUint32(at, true);
    if (place >= bytes.length) continue;
    if (place < start) start = place;
    if (place > last) last = place;
  }
  const end = endOfLast(bytes, last);
  return { start, end: end < 0 ? bytes.length : end };
}

/** Finds the range that holds all string data; nothing is decoded. One pass over the ids. */
export function stringData(dex: Dex): StringData {
  const { bytes, view } = dex;
  const { offset, count } = dex.strings;
  let start = bytes.length;
  let last = -1;
  let before = -1;
  let unreadable = 0;
  let ordered = true;
  let contiguous = true;
  for (let at = offset; at < offset + count * 4; at += 4) {
    const place = view.getUint32(at, true);
    if (place >= bytes.length) {
      unreadable++;
      continue;
    }
    if (place <= before) ordered = false;
    if (before >= 0 && bytes[place - 1] !== 0) contiguous = false;
    before = place;
    if (place < start) start = place;
    if (place > last) last = place;
  }
  const end = endOfLast(bytes, last);
  const byPlace = ordered && unreadable === 0 ? undefined : sortedByPlace(dex);
  const whole = contiguous && ordered && unreadable === 0 && end >= 0;
  return { start, end: end < 0 ? bytes.length : end, contiguous: whole, unreadable, byPlace };
}

/** Behind the NUL of the string that stands last; -1 where there is none. */
function endOfLast(bytes: Uint8Array, last: number): number {
  const first = last < 0 ? -1 : skipLength(bytes, last);
  return (first < 0 ? -1 : bytes.indexOf(0, first)) + 1 || -1;
}

/** The ranges of several DEX, which in a container lie over one another: joined, so that each byte is scanned once. */
export function joinRanges(ranges: readonly StringRange[]): StringRange[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.filter((range) => range.start < range.end).sort((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/**
 * Gives a function that tells which string holds the bytes from `from` up to `to`: its id, or -1 when they lie in none.
 *
 * Asked from front to back, as a matcher finds them, it looks at each byte once.
 */
export function stringFinder(dex: Dex, data: StringData): (from: number, to: number) => number {
  const { bytes, view, strings } = dex;
  const { byPlace } = data;
  const placeAt = byPlace
    ? (i: number) => Number((byPlace[i] as bigint) >> 32n)
    : (i: number) => view.getUint32(strings.offset + i * 4, true);
  const count = byPlace?.length ?? strings.count;
  let known = -1; // start of the string of the last answer
  let clear = -1; // up to where no NUL stands in it
  return (from, to) => {
    const nth = lastUpTo(placeAt, count, from);
    const start = nth < 0 ? -1 : skipLength(bytes, placeAt(nth));
    if (start < 0 || start > from) return -1;
    if (start !== known) clear = start;
    known = start;
    for (; clear < to; clear++) if (bytes[clear] === 0) return -1;
    return byPlace ? Number((byPlace[nth] as bigint) & 0xffffffffn) : nth;
  };
}

function lastUpTo(placeAt: (i: number) => number, count: number, position: number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (placeAt(middle) <= position) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** Reads a ULEB128 of at most five bytes and 32 bits; -1 when it is longer or cut off. Where it ends is `skipLength`'s to tell. */
export function readUleb(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = 0, factor = 1; i < 5; i++, factor *= 128) {
    const byte = bytes[at + i];
    if (byte === undefined) return -1;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return value < 2 ** 32 ? value : -1;
  }
  return -1;
}

/** The position after a ULEB128 of at most five bytes; -1 when it is longer or cut off. */
export function skipLength(bytes: Uint8Array, at: number): number {
  for (let i = at, end = Math.min(at + 5, bytes.length); i < end; i++) if ((bytes[i] as number) < 0x80) return i + 1;
  return -1;
}

function sortedByPlace(dex: Dex): BigUint64Array {
  const { offset, count } = dex.strings;
  const pairs = new BigUint64Array(count);
  const halves = new DataView(pairs.buffer);
  const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1; // sort() reads numbers as the machine does
  let n = 0;
  for (let id = 0; id < count; id++) {
    const place = dex.view.getUint32(offset + id * 4, true);
    if (place >= dex.bytes.length) continue;
    halves.setUint32(n * 8 + (little ? 4 : 0), place, little);
    halves.setUint32(n * 8 + (little ? 0 : 4), id, little);
    n++;
  }
  return pairs.subarray(0, n).sort();
}

function continues(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] as number) & 0xc0) === 0x80;
}

function low(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) & 0x3f;
}
