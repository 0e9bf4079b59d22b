import { FormatError } from "../core/errors.ts";
import { type ApkNameMark, androidTakesName, oddName } from "./apk-names.ts";
import type { ApkEntry, ApkLimits, ApkZipMark } from "./apk-zip.ts";
import type { ZipEnd } from "./apk-zip-end.ts";
import type { TamperMarks } from "./tamper-mark.ts";
import { viewOf, zipLengths, zipSignatures } from "./zip-records.ts";
import { withZip64 } from "./zip64-field.ts";

/** What a table of contents holds; `refusal`: why Android refuses the whole. */
export interface ApkDirectory {
  readonly entries: readonly ApkEntry[];
  readonly byName: ReadonlyMap<string, ApkEntry>;
  readonly offsets: Float64Array;
  readonly refusal?: string;
}

/** Told in full: Android stops at the first. */
interface Walk {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly end: ZipEnd;
  readonly marks: TamperMarks<ApkZipMark>;
  refusal: string | undefined;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Walks the table of contents of an APK: as many records as the end record tells. Every oddity goes to `marks`.
 *
 * @throws FormatError for more entries than `limits` allow.
 * AOSP system/libziparchive zip_archive.cc (ParseZipArchive).
 */
export function readApkDirectory(
  bytes: Uint8Array,
  end: ZipEnd,
  limits: ApkLimits,
  marks: TamperMarks<ApkZipMark>,
): ApkDirectory {
  const walk: Walk = { bytes, view: viewOf(bytes), end, marks, refusal: undefined };
  const entries: ApkEntry[] = [];
  const byName = new Map<string, ApkEntry>();
  let at = 0;
  let resume = 0;
  // Where Android refuses the end record, what it tells is no reason to stop.
  const most = end.android.opens === "no" ? Number.POSITIVE_INFINITY : end.count;
  while (entries.length < most) {
    if (entries.length >= end.count && !beginsRecord(walk, at)) break;
    if (entries.length >= limits.maxEntries)
      throw new FormatError("apk", `it has more than ${limits.maxEntries} entries`);
    const next = endOfRecord(walk, at, entries.length);
    if (next < 0) {
      // Either the record before lies about its length, or this one does.
      at = nextSignature(bytes, beginsRecord(walk, at) ? at + 4 : resume);
      if (at < 0) break;
      continue;
    }
    const entry = readRecord(walk, at);
    const twin = byName.get(entry.name);
    if (!twin) byName.set(entry.name, entry);
    else if (sameName(bytes, twin, entry)) {
      marks.add("name-repeated", "its name stands more than once", entry.name);
      walk.refusal ??= "two of its entries have the same name";
    }
    entries.push(entry);
    resume = entry.nameAt + entry.nameLength;
    at = next;
  }
  if (entries.length > end.count || (entries.length === end.count && beginsRecord(walk, at)))
    marks.add("records-beyond-count", `its table of contents goes on after the ${end.count} entries that it tells of`);
  markFoldersThatAreFiles(entries, byName, marks);
  const { refusal } = walk;
  return { entries, byName, offsets: layOut(entries, end, marks), ...(refusal === undefined ? {} : { refusal }) };
}

/** Where the next record begins; −1 where this one is none, or reaches over others. The last may be cut short. */
function endOfRecord(walk: Walk, at: number, index: number): number {
  const { bytes, view } = walk;
  const missing = (reason: string) => {
    walk.marks.add("records-missing", `${reason} at entry ${index + 1} of ${walk.end.count}`);
    walk.refusal ??= reason;
    return -1;
  };
  if (at + zipLengths.entry > bytes.length) return missing("its table of contents ends too early");
  if (!beginsRecord(walk, at)) return missing("its table of contents is damaged");
  const lengths = view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const next = at + zipLengths.entry + lengths;
  if (next <= bytes.length) return next;
  missing("its table of contents ends too early");
  return nextSignature(bytes, at + 4) < 0 ? next : -1;
}

function beginsRecord({ view, bytes }: Walk, at: number): boolean {
  return at + 4 <= bytes.length && view.getUint32(at, true) === zipSignatures.entry;
}

/** The signature of a record from `from` on; −1 where there is none. */
function nextSignature(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1))
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) return at;
  return -1;
}

function readRecord(walk: Walk, at: number): ApkEntry {
  const { bytes, view, marks } = walk;
  const nameAt = at + zipLengths.entry;
  const nameLength = Math.min(view.getUint16(at + 28, true), bytes.length - nameAt);
  const name = readName(walk, bytes.subarray(nameAt, nameAt + nameLength));
  const extraAt = nameAt + nameLength;
  const extra = bytes.subarray(extraAt, Math.min(extraAt + view.getUint16(at + 30, true), bytes.length));
  if (extra.length > 0 && !wellFormed(extra)) marks.add("extra-field", "lengths of its extra fields are wrong", name);
  const told = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const numbers = withZip64(told, extra);
  const refusal = typeof numbers === "string" ? numbers : undefined;
  const { size, packedSize, offset } = typeof numbers === "string" ? told : numbers;
  if (refusal !== undefined) {
    marks.add("zip64-field", refusal, name);
    if (told.offset === 0xffffffff) walk.refusal ??= refusal;
  }
  if (offset >= walk.end.directoryOffset) {
    marks.add("offset-beyond-directory", "it is said to stand after the table of contents", name);
    walk.refusal ??= "an entry is said to stand after the table of contents";
  }
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  if ((flags & 1) !== 0)
    marks.add("encrypted-flag", "it says that it is encrypted; Android does not look at that", name);
  if (method !== 0 && method !== 8) marks.add("method-unknown", `it is packed by the unknown method ${method}`, name);
  if (method === 0 && size !== packedSize)
    marks.add("sizes-differ", `stored, yet ${packedSize} and ${size} bytes`, name);
  const crc32 = view.getUint32(at + 16, true);
  const entry = { name, method, flags, crc32, packedSize, size, offset, nameAt, nameLength };
  return refusal === undefined ? entry : { ...entry, refusal };
}

function readName(walk: Walk, bytes: Uint8Array): string {
  const name = decoder.decode(bytes);
  const ascii = name.length === bytes.length && isAscii(bytes);
  if (ascii ? bytes.includes(0) : !androidTakesName(bytes)) {
    walk.marks.add("name-invalid", "its name holds a NUL or is no UTF-8", name);
    walk.refusal ??= "the name of an entry holds a NUL or is no UTF-8";
  }
  oddName(name, ascii, (kind: ApkNameMark, detail) => walk.marks.add(kind, detail, name));
  return name;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}

/** Byte by byte: what is no UTF-8 reads alike. */
function sameName(bytes: Uint8Array, a: ApkEntry, b: ApkEntry): boolean {
  if (a.nameLength !== b.nameLength) return false;
  for (let n = 0; n < a.nameLength; n++) if (bytes[a.nameAt + n] !== bytes[b.nameAt + n]) return false;
  return true;
}

function wellFormed(extra: Uint8Array): boolean {
  const view = viewOf(extra);
  let at = 0;
  while (at + 4 <= extra.length) at += 4 + view.getUint16(at + 2, true);
  return at === extra.length;
}

/** A folder of the name of a file stops tools that unpack to a disk: `classes.dex/`. */
function markFoldersThatAreFiles(
  entries: readonly ApkEntry[],
  byName: ReadonlyMap<string, ApkEntry>,
  marks: TamperMarks<ApkZipMark>,
): void {
  let last = "";
  for (const { name } of entries) {
    const folder = name.slice(0, Math.max(name.lastIndexOf("/"), 0));
    if (folder === "" || folder === last) continue;
    last = folder;
    const first = folder.slice(0, Math.max(folder.indexOf("/"), 0)) || folder;
    for (const file of first === folder ? [folder] : [first, folder])
      if (byName.has(file))
        marks.add("name-file-as-folder", `${JSON.stringify(file.slice(0, 120))} is a file as well`, name);
  }
}

/** The offsets sorted; marks entries that lie over one another or over the table of contents. */
function layOut(entries: readonly ApkEntry[], end: ZipEnd, marks: TamperMarks<ApkZipMark>): Float64Array {
  const inOrder = entries.every((entry, n) => n === 0 || entry.offset >= (entries[n - 1]?.offset ?? 0));
  const sorted = inOrder ? entries : [...entries].sort((a, b) => a.offset - b.offset);
  const offsets = new Float64Array(sorted.length);
  let furthest = 0;
  sorted.forEach((entry, n) => {
    offsets[n] = entry.offset;
    if (entry.offset < furthest) marks.add("entries-overlap", "its bytes lie over those of another entry", entry.name);
    // Without the extra fields of its local header, which are not known yet.
    const last = entry.offset + zipLengths.local + entry.nameLength + entry.packedSize;
    if (last > end.directoryOffset && entry.offset < end.directoryOffset)
      marks.add("data-beyond-directory", "its bytes reach into the table of contents", entry.name);
    furthest = Math.max(furthest, last);
  });
  return offsets;
}
