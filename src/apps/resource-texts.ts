import type { TextRange } from "./text-search.ts";

const poolType = 0x0001;
const utf8Flag = 0x100;

/**
 * Where the texts of a resource table or a binary XML file lie: those of the string pools that are no part of a package. Texts in UTF-16 are narrowed to a byte a letter, letters that
 * are not ASCII to one that no host has.
 *
 * Bytes that are neither have none. AOSP frameworks/base libs/androidfw ResourceTypes.h (ResStringPool_header).
 */
export function resourceTextRanges(bytes: Uint8Array): TextRange[] {
  if (bytes.length < 8) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tableEnd = Math.min(view.getUint32(4, true), bytes.length);
  const ranges: TextRange[] = [];
  for (let at = view.getUint16(2, true); at + 28 <= tableEnd; ) {
    const size = view.getUint32(at + 4, true);
    if (size < 8) break;
    if (view.getUint16(at, true) === poolType)
      ranges.push(...poolRange(bytes, view, at, Math.min(at + size, tableEnd)));
    at += size;
  }
  return ranges;
}

function poolRange(bytes: Uint8Array, view: DataView, at: number, end: number): TextRange[] {
  const flags = view.getUint32(at + 16, true);
  const start = at + view.getUint32(at + 20, true);
  const styles = view.getUint32(at + 24, true);
  const stop = styles > 0 ? Math.min(at + styles, end) : end;
  if (start >= stop) return [];
  if ((flags & utf8Flag) !== 0) return [{ bytes, start, end: stop, lengths: 2 }];
  const letters = new Uint8Array((stop - start) >>> 1);
  for (let n = 0, from = start; n < letters.length; n++, from += 2)
    letters[n] = bytes[from + 1] === 0 ? (bytes[from] as number) : 0xff;
  return [{ bytes: letters, start: 0, end: letters.length, lengths: 1 }];
}
