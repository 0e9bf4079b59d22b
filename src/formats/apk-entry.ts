import { FormatError } from "../core/errors.ts";
import {
  compareDescriptor,
  compareLocalHeader,
  isHeader,
  isHeaderOf,
  type LocalHeader,
  type LocalHeaderMark,
} from "./apk-local-header.ts";
import { shownName } from "./apk-names.ts";
import { type EntryDataMark, unpack } from "./apk-unpack.ts";
import type { ApkEntry, ApkZip } from "./apk-zip.ts";
import { type AndroidVerdict, type MarkSink, type TamperMark, TamperMarks } from "./tamper-mark.ts";
import { portableCodec, type ZipCodec } from "./zip.ts";
import { zipLengths } from "./zip-records.ts";

/** How an entry can differ from what the table of contents tells of it. */
export type EntryMark = LocalHeaderMark | EntryDataMark;

/** Where the bytes of an entry lie, packed as they are. */
export interface EntryPlace {
  readonly dataOffset: number;
  readonly marks: readonly TamperMark<EntryMark>[];
  /** Whether Android's reader finds the entry. */
  readonly android: AndroidVerdict;
}

/** An entry, read. */
export interface EntryContent extends EntryPlace {
  readonly bytes: Uint8Array;
  /** How it was packed in truth. */
  readonly packing: "stored" | "deflated";
}

/** Room for the extra fields of a local header, where the table of contents does not bound them; alignment needs most. */
const extraRoom = 4096;
const descriptorLength = 24;
/** A header is looked for so far around where it should be. */
const searched = 64 * 1024;
/** Headers closer than this are read together. */
const nearby = 32 * 1024;
const maxWindow = 1024 * 1024;
/** Windows of this size are given back at once when they are no longer needed. */
const largeWindow = 128 * 1024;

/**
 * Reads and unpacks an entry, its local header in the same read. What Android refuses is read nevertheless where it can
 * be; every deviation is in `marks`.
 *
 * @throws FormatError where nothing of it can be read, or it breaks a limit.
 * AOSP system/libziparchive zip_archive.cc (FindEntry, ExtractToMemory); libs/androidfw AssetsProvider.cpp.
 */
export async function readApkEntry(
  apk: ApkZip,
  entry: ApkEntry,
  codec: ZipCodec = portableCodec,
): Promise<EntryContent> {
  const kept = apk.kept.get(entry);
  if (kept) {
    apk.kept.delete(entry);
    return kept;
  }
  const packed = entry.method === 0 ? Math.max(entry.size, entry.packedSize) : entry.packedSize;
  const marks = new TamperMarks<EntryMark>();
  const name = shownName(entry.name);
  const { window, header } = await findHeader(apk, entry, packed, marks);
  const { dataOffset, descriptor } = header;
  const at = async (offset: number, length: number): Promise<Uint8Array> => {
    const start = offset - window.offset;
    if (start + length <= window.bytes.length) return window.bytes.subarray(start, start + length);
    if (offset + length > apk.file.size) throw new FormatError("apk", `${name} reaches over the end of the file`);
    if (length > apk.limits.maxEntryBytes) throw new FormatError("apk", `${name} is larger than the limit`);
    return await apk.file.read(offset, length);
  };
  const data = (length: number) => at(dataOffset, length);
  const content = await unpack(apk, entry, data, codec, marks);
  let refusal = header.refusal ?? content.refusal;
  if (descriptor) {
    const after = dataOffset + (entry.method === 0 ? entry.size : entry.packedSize);
    const held = window.offset + window.bytes.length - after;
    const length = Math.max(Math.min(descriptorLength, held >= 12 ? held : apk.file.size - after), 0);
    const wrong = compareDescriptor(entry, length > 0 ? await at(after, length) : new Uint8Array());
    if (wrong) marks.add("descriptor-differs", wrong, entry.name);
    refusal ??= wrong;
  }
  const { bytes, packing, resourceOnly } = content;
  if (window.own && packing === "deflated") codec.letGo?.(window.bytes);
  return { bytes, packing, dataOffset, marks: marks.list(), android: verdict(refusal, resourceOnly) };
}

/**
 * Finds where the bytes of an entry lie, without reading them: for what is stored and can be read in place.
 *
 * @throws FormatError where it has no local header.
 */
export async function locateApkEntry(apk: ApkZip, entry: ApkEntry): Promise<EntryPlace> {
  const marks = new TamperMarks<EntryMark>();
  const { header } = await findHeader(apk, entry, 0, marks);
  return { dataOffset: header.dataOffset, marks: marks.list(), android: verdict(header.refusal, undefined) };
}

/**
 * Compares the local headers of all entries with the table of contents. On a disk this is a pass over most of the file,
 * in reads of up to 1 MiB; where reading is dear, leave it.
 */
export async function compareLocalHeaders(apk: ApkZip): Promise<readonly TamperMark<LocalHeaderMark>[]> {
  const marks = new TamperMarks<LocalHeaderMark>();
  const entries = [...apk.entries].sort((a, b) => a.offset - b.offset);
  let window = { offset: 0, bytes: new Uint8Array() as Uint8Array };
  for (const [n, entry] of entries.entries()) {
    const length = zipLengths.local + entry.nameLength + extraRoom;
    const start = entry.offset - window.offset;
    if (start < 0 || start + Math.min(length, apk.file.size - entry.offset) > window.bytes.length)
      window = await readWindow(apk, entry.offset, reach(entries, n, length));
    const bytes = window.bytes.subarray(entry.offset - window.offset);
    if (isHeader(bytes, 0)) compareLocalHeader(apk, entry, bytes, entry.offset, marks);
    else marks.add("local-header-missing", "there is no local header where its entry says", entry.name);
  }
  return marks.list();
}

/** How far one read goes so that the headers of the next entries come with it. */
function reach(entries: readonly ApkEntry[], first: number, length: number): number {
  const start = entries[first]?.offset ?? 0;
  let end = start + length;
  for (let n = first + 1; n < entries.length; n++) {
    const { offset, nameLength } = entries[n] as ApkEntry;
    const next = offset + zipLengths.local + nameLength + extraRoom;
    if (offset > end + nearby || next - start > maxWindow) break;
    end = Math.max(end, next);
  }
  return end - start;
}

interface Window {
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** Memory that nobody else has. */
  readonly own?: boolean;
}

/** As much of this as the file holds. */
async function readWindow({ file }: ApkZip, offset: number, length: number): Promise<Window> {
  const start = Math.min(Math.max(offset, 0), file.size);
  const held = Math.min(length, file.size - start);
  if (!file.readInto || held < largeWindow) return { offset: start, bytes: await file.read(start, held) };
  const bytes = new Uint8Array(held);
  await file.readInto(bytes, start);
  return { offset: start, bytes, own: true };
}

/** Reads an entry's local header together with `packed` bytes after it, in one read when all is as told. */
async function findHeader(
  apk: ApkZip,
  entry: ApkEntry,
  packed: number,
  marks: MarkSink<EntryMark>,
): Promise<{ window: Window; header: LocalHeader }> {
  const short = zipLengths.local + entry.nameLength;
  // A lying size is no reason to read more than the limit.
  const length = short + Math.min(packed, apk.limits.maxEntryBytes) + extraRoom;
  const next = nextOffset(apk, entry.offset) - entry.offset;
  let window = await readWindow(apk, entry.offset, next >= short + packed && next < length ? next : length);
  let start = entry.offset;
  if (!isHeaderOf(apk, entry, window.bytes, 0)) {
    const moved = await search(apk, entry);
    if (moved !== undefined) {
      marks.add("local-header-moved", `its local header stands at ${moved} and not at ${entry.offset}`, entry.name);
      window = await readWindow(apk, moved, length);
      start = moved;
    } else if (!isHeader(window.bytes, 0))
      throw new FormatError("apk", `${shownName(entry.name)} has no local header`, entry.offset);
  }
  const header = compareLocalHeader(apk, entry, window.bytes, start, marks);
  if (start === entry.offset) return { window, header };
  return { window, header: { ...header, refusal: "there is no local header where its entry says" } };
}

/** A local header with the entry's name: shifted as the table of contents is, or the nearest around. */
async function search(apk: ApkZip, entry: ApkEntry): Promise<number | undefined> {
  const shifted = await readWindow(apk, entry.offset + apk.end.shift, zipLengths.local + entry.nameLength);
  if (apk.end.shift !== 0 && isHeaderOf(apk, entry, shifted.bytes, 0)) return shifted.offset;
  const { offset, bytes } = await readWindow(apk, entry.offset - searched, 2 * searched);
  let best: number | undefined;
  for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (!isHeaderOf(apk, entry, bytes, at)) continue;
    const found = offset + at;
    if (best === undefined || Math.abs(found - entry.offset) < Math.abs(best - entry.offset)) best = found;
  }
  return best;
}

/** Where the entry after this offset begins, or the table of contents. */
function nextOffset({ offsets, end }: ApkZip, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(offsets[low] ?? end.directoryOffset, end.directoryOffset);
}

function verdict(refusal: string | undefined, resourceOnly: string | undefined): AndroidVerdict {
  if (refusal !== undefined) return { opens: "no", reason: refusal };
  return resourceOnly === undefined ? { opens: "yes" } : { opens: "some", reason: resourceOnly };
}
