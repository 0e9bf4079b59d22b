import { FormatError } from "../core/errors.ts";

/** The strings of a binary XML document or of a resource table, decoded one by one when they are asked for. */
export interface StringPool {
  readonly count: number;
  /**
   * The string with this number; undefined where there is none, or where it cannot be read: Android then sees no string.
   *
   * @throws FormatError when so many strings lie over one another that decoding them all would take for ever.
   */
  get(index: number): string | undefined;
}

/** A pool without strings. */
export const emptyPool: StringPool = { count: 0, get: () => undefined };

interface Layout {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  /** Where the table of offsets begins, and where the strings do. */
  readonly offsets: number;
  readonly start: number;
  readonly end: number;
  readonly utf8: boolean;
}

const utf8Flag = 0x100;
const replacement = "\ufffd";
/** aapt wrote only the lower 15 bits of the length of a longer string. */
const lostLength = 0x8000;

/**
 * Opens the string pool chunk that lies at `at` and ends at `end`.
 *
 * @throws FormatError when its table of offsets or its strings lie outside of the chunk.
 * Layout: AOSP frameworks/base libs/androidfw/include/androidfw/ResourceTypes.h (ResStringPool_header).
 */
export function readStringPool(bytes: Uint8Array, at: number, end: number): StringPool {
  const fail = (why: string) => new FormatError("string pool", why, at);
  if (end > bytes.length || end - at < 28) throw fail("it is cut off");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets = at + view.getUint16(at + 2, true);
  const count = view.getUint32(at + 8, true);
  const styles = view.getUint32(at + 12, true);
  const stringsStart = view.getUint32(at + 20, true);
  const stylesStart = view.getUint32(at + 24, true);
  if (offsets - at < 28 || offsets + count * 4 > end) throw fail("it says that it has more strings than fit");
  if (count === 0) return emptyPool;
  if (stringsStart >= end - at - 1) throw fail("its strings lie outside of it");
  if (styles > 0 && (stylesStart <= stringsStart || stylesStart > end - at)) throw fail("its styles lie outside of it");
  const utf8 = (view.getUint32(at + 16, true) & utf8Flag) !== 0;
  const stop = styles > 0 ? at + stylesStart : end;
  return lazyPool({ view, bytes, offsets, start: at + stringsStart, end: stop, utf8 }, count);
}

/** Strings that lie apart are decoded once each; those that share their bytes may do so sixteen times over. */
function lazyPool(layout: Layout, count: number): StringPool {
  const known = new Map<number, string | undefined>();
  let budget = (layout.end - layout.start) * 16 + 4096;
  const decode = layout.utf8 ? utf8String : utf16String;
  return {
    count,
    get(index) {
      if (!(index >= 0 && index < count)) return undefined;
      if (known.has(index)) return known.get(index);
      const at = layout.start + layout.view.getUint32(layout.offsets + index * 4, true);
      const text = decode(layout, at, (length) => {
        budget -= length;
        if (budget < 0) throw new FormatError("string pool", "its strings lie over one another", at);
      });
      known.set(index, text);
      return text;
    },
  };
}

type Spend = (bytes: number) => void;

function utf16String({ view, end }: Layout, at: number, spend: Spend): string | undefined {
  if (at + 2 > end) return undefined;
  let length = view.getUint16(at, true);
  let start = at + 2;
  if (length & 0x8000) {
    if (start + 2 > end) return undefined;
    length = (length & 0x7fff) * 0x10000 + view.getUint16(start, true);
    start += 2;
  }
  const stop = start + length * 2;
  if (stop + 2 > end || view.getUint16(stop, true) !== 0) return undefined;
  spend(length * 2 + 2);
  let text = "";
  for (let from = start; from < stop; ) {
    const units: number[] = [];
    for (const piece = Math.min(from + 8192, stop); from < piece; from += 2) units.push(view.getUint16(from, true));
    text += String.fromCharCode(...units);
  }
  return text;
}

function utf8String({ bytes, end }: Layout, at: number, spend: Spend): string | undefined {
  // The length in characters stands first; only that in bytes, which follows, is of use.
  let start = at + ((bytes[at] ?? 0) & 0x80 ? 2 : 1);
  const first = bytes[start] ?? 0;
  const long = (first & 0x80) !== 0;
  const length = long ? (first & 0x7f) * 256 + (bytes[start + 1] ?? 0) : first;
  start += long ? 2 : 1;
  let stop = start + length;
  while (stop < end && bytes[stop] !== 0) {
    stop += lostLength;
    spend(1);
  }
  if (stop >= end) return undefined;
  spend(stop - start + 1);
  return decodeUtf8(bytes.subarray(start, stop));
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** UTF-8 in which a character above U+FFFF may also be written as two halves of three bytes; the rest becomes U+FFFD. */
function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length < 64) {
    let text = "";
    let at = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7f) break;
      text += String.fromCharCode(byte);
    }
    if (at === bytes.length) return text;
  }
  const text = decoder.decode(bytes);
  return text.includes(replacement) ? decodeWithHalves(bytes) : text;
}

function decodeWithHalves(bytes: Uint8Array): string {
  const half = (at: number, low: number, high: number) =>
    bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= low && (bytes[at + 1] ?? 0) <= high && at + 2 < bytes.length;
  let text = "";
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (!half(at, 0xa0, 0xaf) || !half(at + 3, 0xb0, 0xbf)) continue;
    text += decoder.decode(bytes.subarray(from, at));
    text += String.fromCharCode(halfUnit(bytes, at), halfUnit(bytes, at + 3));
    from = at + 6;
    at = from - 1;
  }
  return text + decoder.decode(bytes.subarray(from));
}

function halfUnit(bytes: Uint8Array, at: number): number {
  return 0xd000 | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
}
