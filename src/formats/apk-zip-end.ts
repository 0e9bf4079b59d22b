import { FormatError } from "../core/errors.ts";
import { FileTail } from "./file-tail.ts";
import { type AndroidVerdict, type TamperMark, TamperMarks } from "./tamper-mark.ts";
import type { RandomAccess } from "./zip.ts";
import { viewOf, wideNumber, zipLengths, zipSignatures } from "./zip-records.ts";

/** How the end of an APK can differ from what the format asks. */
export type ZipEndMark =
  | "bytes-after-end"
  | "several-ends"
  | "zip64-missing"
  | "parts-claimed"
  | "directory-moved"
  | "bytes-after-directory";

/** Where the table of contents of an APK lies, as its end record tells, or as it was found where that lies. */
export interface ZipEnd {
  /** The same file; what was read already, from before the table of contents to the end, is answered from memory. */
  readonly file: RandomAccess;
  /** The first eight bytes, fewer in a shorter file. */
  readonly head: Uint8Array;
  readonly eocdOffset: number;
  /** Where the table of contents begins. */
  readonly directoryOffset: number;
  /** Its length as told; where Android refuses the end record, that of all bytes that it can take. */
  readonly directorySize: number;
  /** Where its room ends: at the end record, or at the zip64 one before it. */
  readonly directoryLimit: number;
  /** How many entries are told. */
  readonly count: number;
  readonly zip64: boolean;
  /** How many bytes later than told the table of contents lies; offsets of entries may be wrong by the same. */
  readonly shift: number;
  readonly marks: readonly TamperMark<ZipEndMark>[];
  readonly android: AndroidVerdict;
}

/** What an end record tells. */
interface Place {
  readonly eocd: number;
  readonly count: number;
  readonly offset: number;
  readonly size: number;
  readonly limit: number;
  readonly zip64: boolean;
  readonly android: AndroidVerdict;
}

/** Most APKs have all that is needed in their last bytes; one small read finds it. */
const firstTail = 16 * 1024;
/** As far as Android looks for the end record. */
const androidTail = 0xffff + zipLengths.end;
/** As far as Candor looks, for what Android would refuse. */
const widestTail = 1024 * 1024;
/** Bytes read along with the table of contents: a signing block, which stands before it, is mostly padded to 4 or 8 KiB. */
const before = 8 * 1024;
/** Largest table of contents that is read. */
const maxDirectoryBytes = 64 * 1024 * 1024;
const maxAndroidFile = 256 * 1024 ** 3;
/** How many records that look like an end are looked at. */
const maxEnds = 16;

/**
 * Finds the end record of an APK and its table of contents as Android does: the last end record counts. Where Android
 * refuses it, any other that leads to a table of contents is taken, and both are said. At most three reads for what is
 * well-formed: the first bytes, the last ones, and the table of contents where that is long.
 *
 * @throws FormatError where there is none, or its table of contents passes 64 MiB.
 * AOSP system/libziparchive zip_archive.cc (FindCentralDirectoryInfo); APPNOTE.TXT 6.3.10 §4.3.14–4.3.16.
 */
export async function readZipEnd(source: RandomAccess): Promise<ZipEnd> {
  if (source.size < zipLengths.end) throw new FormatError("apk", "it is too short to be a zip");
  const tail = new FileTail(source);
  const [head] = await Promise.all([source.read(0, Math.min(8, source.size)), tail.extend(source.size - firstTail)]);
  const last = await lastEnd(tail);
  const told = await readPlace(tail, last);
  const marks = new TamperMarks<ZipEndMark>();
  const holds = told.android.opens !== "no" && (await beginsDirectory(tail, told.offset));
  const place = holds ? told : await recover(tail, told);
  if (last + zipLengths.end + commentLength(tail, last) !== source.size)
    marks.add("bytes-after-end", "the last end record does not end where the file ends");
  if (told.android.opens === "some") marks.add("zip64-missing", told.android.reason);
  const view = viewAt(tail, place.eocd);
  if (view.getUint16(4, true) !== view.getUint16(6, true) || view.getUint16(8, true) !== view.getUint16(10, true))
    marks.add("parts-claimed", "its end record says that it is one part of several");
  const declared = (await readPlace(tail, place.eocd)).offset;
  if (place.offset !== declared)
    marks.add("directory-moved", `its table of contents is said to be at ${declared} and was found at ${place.offset}`);
  else if (place.offset + place.size < place.limit)
    marks.add(
      "bytes-after-directory",
      `${place.limit - place.offset - place.size} bytes stand after its table of contents`,
    );
  await extendTo(tail, place.offset);
  for (const at of await otherEnds(tail, place.eocd))
    marks.add("several-ends", `another end record with a table of contents of its own stands at ${at}`);
  return {
    file: tail,
    head,
    eocdOffset: place.eocd,
    directoryOffset: place.offset,
    directorySize: holds ? place.size : place.limit - place.offset,
    directoryLimit: place.limit,
    count: place.count,
    zip64: place.zip64,
    shift: place.offset - declared,
    marks: marks.list(),
    android: holds ? told.android : refusal(told),
  };
}

function refusal(told: Place): AndroidVerdict {
  if (told.android.opens === "no") return told.android;
  return no("there is no table of contents where its end record says");
}

/** Where the last end record stands; looks farther than Android only when it must. */
async function lastEnd(tail: FileTail): Promise<number> {
  for (const length of [firstTail, androidTail, widestTail]) {
    await tail.extend(tail.size - length);
    const [at] = ends(tail, 1);
    if (at !== undefined) return at;
    if (tail.start === 0) break;
  }
  throw new FormatError("apk", "its end is missing, where the table of contents stands: it is no zip, or was cut off");
}

/** Where end records may stand in what is in memory, the last first. */
function ends({ bytes, start }: FileTail, most: number): number[] {
  const found: number[] = [];
  let at = bytes.length - zipLengths.end;
  while (at >= 0 && found.length < most) {
    at = bytes.lastIndexOf(0x50, at);
    if (at < 0) break;
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) found.push(start + at);
    at--;
  }
  return found;
}

/** Reads the end record at `eocd`, and the zip64 one where it asks for it, and judges it as Android does. */
async function readPlace(tail: FileTail, eocd: number): Promise<Place> {
  const view = viewAt(tail, eocd);
  const place = {
    eocd,
    count: view.getUint16(10, true),
    size: view.getUint32(12, true),
    offset: view.getUint32(16, true),
    limit: eocd,
    zip64: false,
  };
  const comment = commentLength(tail, eocd);
  if (tail.size > maxAndroidFile) return { ...place, android: no("it is larger than 256 GiB") };
  if (tail.size - eocd > androidTail) return { ...place, android: no("its end record is too far from its end") };
  if (eocd + zipLengths.end + comment !== tail.size)
    return { ...place, android: no("its last end record does not end where the file ends") };
  const must = place.size === 0xffffffff || place.offset === 0xffffffff;
  if (must || place.count === 0xffff || view.getUint16(8, true) === 0xffff || comment === 0xffff) {
    const wide = await readPlace64(tail, eocd);
    if (typeof wide !== "string") return judged({ ...place, ...wide, zip64: true });
    if (must) return { ...place, android: no(wide) };
    const literal = judged(place);
    return literal.android.opens === "no" ? literal : { ...literal, android: { opens: "some", reason: wide } };
  }
  return judged(place);
}

function judged(place: Omit<Place, "android">): Place {
  const fits = place.offset + place.size <= place.limit;
  const reason = fits ? "it says that it is empty" : "its table of contents would reach over its end record";
  return { ...place, android: fits && place.count > 0 ? { opens: "yes" } : no(reason) };
}

/** What the zip64 record tells; a sentence where Android finds none. */
async function readPlace64(
  tail: FileTail,
  eocd: number,
): Promise<{ count: number; size: number; offset: number; limit: number } | string> {
  const { end64, end64Locator } = zipLengths;
  if (eocd < end64 + end64Locator) return "its end record asks for a zip64 record, and there is none";
  const locator = viewOf(await tail.read(eocd - end64Locator, end64Locator));
  if (locator.getUint32(0, true) !== zipSignatures.end64Locator)
    return "its end record asks for a zip64 record, and there is none";
  const at = wideNumber(locator, 8);
  if (at > eocd - end64Locator - end64) return "its zip64 record is said to stand after its end";
  const record = viewOf(await tail.read(at, end64));
  if (record.getUint32(0, true) !== zipSignatures.end64) return "its zip64 record is not where it is said to be";
  return {
    count: wideNumber(record, 32),
    size: wideNumber(record, 40),
    offset: wideNumber(record, 48),
    limit: at,
  };
}

/** Takes the end record that leads to a table of contents: where it says, or right before it; then any chain of records. */
async function recover(tail: FileTail, told: Place): Promise<Place> {
  await tail.extend(tail.size - androidTail);
  const others = ends(tail, maxEnds).filter((at) => at !== told.eocd);
  const places = [told, ...(await Promise.all(others.map((at) => readPlace(tail, at))))];
  // One whose comment ends with the file is likelier to be what a tool wrote last.
  const exact = (place: Place) => Number(place.eocd + zipLengths.end + commentLength(tail, place.eocd) === tail.size);
  places.sort((a, b) => exact(b) - exact(a) || b.eocd - a.eocd);
  for (const place of places)
    for (const offset of [place.offset, place.limit - place.size])
      if (offset < place.limit && (await beginsDirectory(tail, offset))) return { ...place, offset };
  const offset = chainBefore(tail, told.limit);
  if (offset !== undefined) return { ...told, offset };
  throw new FormatError("apk", "there is no table of contents where its end record says, nor before it");
}

/** The first record in memory from which others follow up to `limit`, without a gap. */
function chainBefore({ bytes, start }: FileTail, limit: number): number | undefined {
  const view = viewOf(bytes);
  const end = limit - start;
  const seen = new Set<number>();
  for (let first = bytes.indexOf(0x50); first >= 0 && first < end; first = bytes.indexOf(0x50, first + 1)) {
    let at = first;
    while (at + zipLengths.entry <= end && !seen.has(at) && view.getUint32(at, true) === zipSignatures.entry) {
      seen.add(at);
      at +=
        zipLengths.entry +
        view.getUint16(at + 28, true) +
        view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
    }
    // A last record may have been cut short.
    if (at > first && at >= end) return start + first;
  }
  return undefined;
}

/** Other records with a table of contents of their own: a second one for other readers than Android's. */
async function otherEnds(tail: FileTail, eocd: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (const at of ends(tail, maxEnds)) {
    if (at === eocd) continue;
    const view = viewAt(tail, at);
    const [size, offset] = [view.getUint32(12, true), view.getUint32(16, true)];
    if (size > 0 && offset + size <= at && (await beginsDirectory(tail, offset))) found.push(at);
  }
  return found;
}

async function beginsDirectory(tail: FileTail, offset: number): Promise<boolean> {
  if (offset < 0 || offset + 4 > tail.size) return false;
  if (offset >= tail.start || tail.size - offset > maxDirectoryBytes) return await signed(tail, offset);
  // Most often it is there: then this is the one read that brings all of it.
  if (tail.size - offset < widestTail) await extendTo(tail, offset);
  return await signed(tail, offset);
}

async function signed(tail: FileTail, offset: number): Promise<boolean> {
  return viewOf(await tail.read(offset, 4)).getUint32(0, true) === zipSignatures.entry;
}

async function extendTo(tail: FileTail, offset: number): Promise<void> {
  if (offset >= tail.start) return;
  if (tail.size - offset > maxDirectoryBytes)
    throw new FormatError("apk", "its table of contents is too large, or too far from its end");
  await tail.extend(offset - before);
}

function commentLength(tail: FileTail, eocd: number): number {
  return viewAt(tail, eocd).getUint16(20, true);
}

/** The end record, which is in memory. */
function viewAt({ bytes, start }: FileTail, offset: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + offset - start, zipLengths.end);
}

function no(reason: string): AndroidVerdict {
  return { opens: "no", reason };
}
