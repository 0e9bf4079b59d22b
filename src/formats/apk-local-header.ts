import type { ApkEntry, ApkZip } from "./apk-zip.ts";
import type { MarkSink } from "./tamper-mark.ts";
import { viewOf, wideNumber, zipLengths, zipSignatures } from "./zip-records.ts";
import { withZip64 } from "./zip64-field.ts";

/** How a local header can differ from the table of contents. */
export type LocalHeaderMark =
  | "local-header-missing"
  | "local-header-moved"
  | "local-name-differs"
  | "local-method-differs"
  | "local-sizes-differ"
  | "local-flags-differ"
  | "descriptor-differs"
  | "data-beyond-directory";

/** A local header, compared with the table of contents. */
export interface LocalHeader {
  /** Where the entry's bytes begin in the file. */
  readonly dataOffset: number;
  /** A data descriptor follows the bytes. */
  readonly descriptor: boolean;
  /** Why Android refuses the entry. */
  readonly refusal: string | undefined;
}

/** Bit 3: sizes and checksum stand after the bytes. */
const descriptorFlag = 8;

/** Whether a local header with this entry's name begins at `at` in `bytes`. */
export function isHeaderOf(apk: ApkZip, entry: ApkEntry, bytes: Uint8Array, at: number): boolean {
  return at >= 0 && isHeader(bytes, at) && sameName(apk, entry, bytes, at);
}

/** Whether any local header begins at `at`. */
export function isHeader(bytes: Uint8Array, at: number): boolean {
  // Asked of each `P` around an entry: no view is made for what does not go on as a signature does.
  if (at + zipLengths.local > bytes.length || bytes[at + 1] !== 0x4b) return false;
  return viewOf(bytes).getUint32(at, true) === zipSignatures.local;
}

/**
 * Compares the local header that begins `bytes` and stands at `offset` with the table of contents, in Android's order.
 * `bytes` holds at least the header; its name and extra fields as far as they are needed and there.
 *
 * AOSP system/libziparchive zip_archive.cc (FindEntry).
 */
export function compareLocalHeader(
  apk: ApkZip,
  entry: ApkEntry,
  bytes: Uint8Array,
  offset: number,
  marks: MarkSink<LocalHeaderMark>,
): LocalHeader {
  const view = viewOf(bytes);
  const { name } = entry;
  let refusal = entry.refusal;
  const differs = (kind: LocalHeaderMark, detail: string, refused: boolean) => {
    marks.add(kind, detail, name);
    if (refused) refusal ??= detail;
  };
  if (!sameName(apk, entry, bytes, 0)) differs("local-name-differs", "its local header has another name", true);
  const method = view.getUint16(8, true);
  if (method !== entry.method)
    differs("local-method-differs", `method ${method} in its local header, ${entry.method} in the table`, false);
  const flags = view.getUint16(6, true);
  if (((flags ^ entry.flags) & 9) !== 0)
    differs("local-flags-differ", "its local header tells otherwise of encryption or of a data descriptor", false);
  const descriptor = (flags & descriptorFlag) !== 0;
  const sizes = compareSizes(entry, bytes, descriptor);
  if (sizes) differs("local-sizes-differ", sizes, !descriptor);
  const dataOffset = offset + zipLengths.local + view.getUint16(26, true) + view.getUint16(28, true);
  const length = entry.method === 0 ? Math.max(entry.size, entry.packedSize) : entry.packedSize;
  // Android demands a byte between a header and the table of contents, even for an empty entry without a name.
  if (dataOffset + length > apk.end.directoryOffset || offset + zipLengths.local >= apk.end.directoryOffset)
    differs("data-beyond-directory", "its bytes reach into the table of contents", true);
  return { dataOffset, descriptor, refusal };
}

/** What is wrong with the sizes and checksum. With a descriptor they are zero; some tools write the right ones. */
function compareSizes(entry: ApkEntry, bytes: Uint8Array, descriptor: boolean): string | undefined {
  const view = viewOf(bytes);
  const crc = view.getUint32(14, true);
  const told = { packedSize: view.getUint32(18, true), size: view.getUint32(22, true) };
  if (descriptor && crc === 0 && told.packedSize === 0 && told.size === 0) return undefined;
  const extraAt = zipLengths.local + view.getUint16(26, true);
  const extra = bytes.subarray(extraAt, extraAt + view.getUint16(28, true));
  const numbers = withZip64(told, extra);
  if (typeof numbers === "string") return numbers;
  if (numbers.packedSize === entry.packedSize && numbers.size === entry.size && crc === entry.crc32) return undefined;
  return "its local header tells other sizes or another checksum than the table of contents";
}

/** Compares the data descriptor that begins `bytes`; a sentence where it differs. Android compares it when it extracts. */
export function compareDescriptor(entry: ApkEntry, bytes: Uint8Array): string | undefined {
  const differs = "its data descriptor tells other sizes or another checksum than the table of contents";
  const view = viewOf(bytes);
  const start = bytes.length >= 4 && view.getUint32(0, true) === zipSignatures.descriptor ? 4 : 0;
  const wide = entry.packedSize >= 0xffffffff || entry.size >= 0xffffffff;
  if (bytes.length < start + (wide ? 20 : 12)) return differs;
  const packedSize = wide ? wideNumber(view, start + 4) : view.getUint32(start + 4, true);
  const size = wide ? wideNumber(view, start + 12) : view.getUint32(start + 8, true);
  const same = view.getUint32(start, true) === entry.crc32 && packedSize === entry.packedSize && size === entry.size;
  return same ? undefined : differs;
}

function sameName(apk: ApkZip, entry: ApkEntry, bytes: Uint8Array, at: number): boolean {
  const length = (bytes[at + 26] ?? 0) | ((bytes[at + 27] ?? 0) << 8);
  const start = at + zipLengths.local;
  if (length !== entry.nameLength || start + length > bytes.length) return false;
  for (let n = 0; n < length; n++) if (bytes[start + n] !== apk.directory[entry.nameAt + n]) return false;
  return true;
}
