import { zipLengths, zipSignatures } from "./zip-records.ts";

/** One file of a zip to be written, as its headers tell of it. */
export interface ZipRecord {
  /** UTF-8. */
  readonly name: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  /** Bytes, packed and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly offset: number;
}

/** DOS date and time of 1980-01-01 00:00: the same content gives the same zip. */
const dosTime = 0x0021_0000;
/** Bit 11: names are UTF-8. */
const utf8Flag = 0x0800;

/** What stands before the bytes of a file. APPNOTE.TXT 6.3.10 §4.3.7. */
export function localHeader(record: ZipRecord): Uint8Array<ArrayBuffer> {
  return header(zipSignatures.local, record);
}

/** The line of a file in the table of contents. APPNOTE.TXT 6.3.10 §4.3.12. */
export function directoryHeader(record: ZipRecord): Uint8Array<ArrayBuffer> {
  return header(zipSignatures.entry, record);
}

/** The end of a zip without zip64: how many files its table of contents has, its length, and where it begins. APPNOTE.TXT 6.3.10 §4.3.16. */
export function directoryEnd(files: number, length: number, offset: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(zipLengths.end));
  view.setUint32(0, zipSignatures.end, true);
  view.setUint16(8, files, true);
  view.setUint16(10, files, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

/** A local header, or the entry of the central directory, which has the same fields between others. */
function header(signature: number, { name, method, crc, packed, size, offset }: ZipRecord): Uint8Array<ArrayBuffer> {
  const central = signature === zipSignatures.entry;
  const fixed = central ? zipLengths.entry : zipLengths.local;
  const bytes = new Uint8Array(fixed + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  // The central entry begins with the version of the maker, which the local header does not have.
  const at = central ? 6 : 4;
  if (central) view.setUint16(4, 20, true);
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, utf8Flag, true);
  view.setUint16(at + 4, method, true);
  view.setUint32(at + 6, dosTime, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  if (central) view.setUint32(42, offset, true);
  bytes.set(name, fixed);
  return bytes;
}
