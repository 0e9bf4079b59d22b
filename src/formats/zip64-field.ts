import { viewOf, wideNumber } from "./zip-records.ts";

/** The three numbers of an entry that may be too large for 32 bits; undefined where a header has no such field. */
export interface ZipNumbers {
  readonly size: number;
  readonly packedSize: number;
  readonly offset?: number;
}

const allOnes = 0xffffffff;

/**
 * Puts in the numbers of the zip64 extra field where those of the header are all ones; a sentence where Android refuses
 * the field.
 *
 * AOSP system/libziparchive zip_archive.cc (ParseZip64ExtendedInfoInExtraField); APPNOTE.TXT 6.3.10 §4.5.3.
 */
export function withZip64<T extends ZipNumbers>(numbers: T, extra: Uint8Array): T | string {
  if (numbers.size !== allOnes && numbers.packedSize !== allOnes && numbers.offset !== allOnes) return numbers;
  const view = viewOf(extra);
  for (let at = 0; at + 4 < extra.length; ) {
    const length = view.getUint16(at + 2, true);
    const start = at + 4;
    if (start + length > extra.length) return "a field reaches over the end of its extra fields";
    if (view.getUint16(at, true) === 1) return fromField(numbers, view, start, length);
    at = start + length;
  }
  return "its zip64 field is missing";
}

function fromField<T extends ZipNumbers>(numbers: T, view: DataView, start: number, told: number): T | string {
  // The number of the disk may follow; Android passes over it.
  const length = told === 28 ? 24 : told;
  const wide = { ...numbers } as { -readonly [K in keyof ZipNumbers]: number };
  let at = start;
  for (const key of ["size", "packedSize", "offset"] as const) {
    if (numbers[key] !== allOnes && length !== 24) continue;
    if (at + 8 > view.byteLength) return "its zip64 field is too short";
    if (numbers[key] !== undefined) wide[key] = wideNumber(view, at);
    at += 8;
  }
  if (at - start !== length) return "its zip64 field has a wrong length";
  return wide as T;
}
