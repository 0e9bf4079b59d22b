import { FormatError } from "../core/errors.ts";
import { readApkDirectory } from "./apk-directory.ts";
import type { EntryContent } from "./apk-entry.ts";
import type { ApkNameMark } from "./apk-names.ts";
import { readZipEnd, type ZipEnd, type ZipEndMark } from "./apk-zip-end.ts";
import { type AndroidVerdict, type TamperMark, TamperMarks } from "./tamper-mark.ts";
import type { RandomAccess } from "./zip.ts";

/** How an APK's ZIP can differ from what the format asks, as far as its table of contents shows it. */
export type ApkZipMark =
  | ZipEndMark
  | ApkNameMark
  | "bytes-before-zip"
  | "records-missing"
  | "records-beyond-count"
  | "extra-field"
  | "zip64-field"
  | "offset-beyond-directory"
  | "data-beyond-directory"
  | "entries-overlap"
  | "method-unknown"
  | "encrypted-flag"
  | "sizes-differ";

/** What reading an APK may cost. Absolute, not by ratio: good assets pack a hundred times and more. */
export interface ApkLimits {
  readonly maxEntries: number;
  /** Bytes of one entry, unpacked. */
  readonly maxEntryBytes: number;
  /** Bytes of all entries that are read, unpacked, besides eight times the size of the file. */
  readonly maxTotalBytes: number;
}

/**
 * Real apps have up to 23 thousand entries; more than 65,535 need zip64, which Android does not verify. One entry is in memory at a time, so
 * that its limit bounds the memory of an analysis: 300 MB with all lists.
 */
export const apkLimits: ApkLimits = {
  maxEntries: 200_000,
  maxEntryBytes: 160 * 1024 * 1024,
  maxTotalBytes: 512 * 1024 * 1024,
};

/** One entry as the table of contents tells it. Sizes and offsets in bytes; none of them has been found true. */
export interface ApkEntry {
  /** As it stands, with U+FFFD for what is no UTF-8: data, never a path. */
  readonly name: string;
  /** 0 stored, 8 deflated; of any other Android takes resources as stored. */
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header is said to stand. */
  readonly offset: number;
  /** Where its name stands within `ApkZip.directory`, and its length in bytes. */
  readonly nameAt: number;
  readonly nameLength: number;
  /** Why Android refuses this entry alone, where the table of contents shows it. */
  readonly refusal?: string;
}

/** An opened APK: its table of contents, what is odd about it, and the bytes behind it. */
export interface ApkZip {
  /** The same file; the table of contents and what follows are answered from memory. */
  readonly file: RandomAccess;
  readonly limits: ApkLimits;
  readonly end: ZipEnd;
  /** Bytes of the table of contents. */
  readonly directory: Uint8Array;
  /** In the order of the table of contents, repeated names too. */
  readonly entries: readonly ApkEntry[];
  /** Of a repeated name, the first. */
  readonly byName: ReadonlyMap<string, ApkEntry>;
  /** Where local headers are said to stand, sorted. */
  readonly offsets: Float64Array;
  readonly marks: readonly TamperMark<ApkZipMark>[];
  readonly android: AndroidVerdict;
  /** Bytes that may still be unpacked, counted down by `readApkEntry`; and whether a large entry was unpacked in vain. */
  readonly budget: { left: number; bombed: boolean };
  /** Entries that were unpacked and will be needed once more; `readApkEntry` gives each of them once. */
  readonly kept: Map<ApkEntry, EntryContent>;
}

/**
 * Opens an APK as Android opens it, by its table of contents; reads its first bytes, its last ones and no entry. What
 * Android refuses is read nevertheless where it can be, and `android` tells the reason.
 *
 * @throws FormatError where there is no table of contents, or it breaks a limit.
 * AOSP system/libziparchive zip_archive.cc (OpenArchive, ParseZipArchive).
 */
export async function openApkZip(source: RandomAccess, limits: ApkLimits = apkLimits): Promise<ApkZip> {
  const end = await readZipEnd(source);
  const walk = async (size: number) => {
    const directory = await end.file.read(end.directoryOffset, size);
    const marks = new TamperMarks<ApkZipMark>();
    for (const { kind, detail } of end.marks) marks.add(kind, detail);
    return { directory, marks, ...readApkDirectory(directory, end, limits, marks) };
  };
  const told = await walk(end.directorySize);
  const room = end.directoryLimit - end.directoryOffset;
  // A length that is told too short hides entries from Android as well, so that it refuses the file.
  const wider = told.refusal !== undefined && room > end.directorySize && told.entries.length < end.count;
  const { refusal: _, marks, ...contents } = wider ? await walk(room) : told;
  const { refusal } = told;
  if (contents.entries.length === 0) throw new FormatError("apk", "its table of contents is empty or damaged");
  const front = frontOf(end.head);
  if (front) marks.add("bytes-before-zip", front);
  const reason = refusal ?? front;
  return {
    file: end.file,
    limits,
    end,
    ...contents,
    marks: marks.list(),
    android: end.android.opens === "no" || !reason ? end.android : { opens: "no", reason },
    budget: { left: limits.maxTotalBytes + 8 * source.size, bombed: false },
    kept: new Map(),
  };
}

/** What stands at the start where no local header does. CVE-2017-13156 (Janus): a DEX there was run, and not signed. */
function frontOf(head: Uint8Array): string | undefined {
  const begins = (text: string) => [...text].every((letter, n) => head[n] === letter.charCodeAt(0));
  if (begins("PK\x03\x04")) return undefined;
  return begins("dex\n") ? "it begins with a DEX file (Janus)" : "it does not begin with an entry";
}
