import type { ZipEnd } from "./apk-zip-end.ts";
import { type AndroidVerdict, type TamperMark, TamperMarks } from "./tamper-mark.ts";
import type { RandomAccess } from "./zip.ts";
import { viewOf, wideNumber } from "./zip-records.ts";

/** How a signing block can differ from what the format asks. */
export type SigningBlockMark = "block-sizes-differ" | "block-size" | "pair-size" | "pair-repeated" | "too-many-pairs";

/** One value in a signing block. */
export interface SigningPair {
  readonly id: number;
  /** Where the value stands in the file, in bytes: after its length and id. */
  readonly offset: number;
  /** Bytes of the value. */
  readonly length: number;
}

/** The APK Signing Block of an APK. Offsets count from the start of the file, in bytes. */
export interface SigningBlock {
  /** Where its first size field stands. */
  readonly offset: number;
  /** All of its bytes, both size fields and the magic among them. */
  readonly size: number;
  /** In file order, repeated ids too: Android takes the first of an id. Only those before the first damaged one. */
  readonly pairs: readonly SigningPair[];
  readonly centralDirectoryOffset: number;
  readonly eocdOffset: number;
  readonly marks: readonly TamperMark<SigningBlockMark>[];
  /** Whether Android finds the block. Where it does not, it goes on as if there were no v2 and later signature. */
  readonly android: AndroidVerdict;
}

/** Size again, and the magic. */
const footerLength = 24;
const magic = "APK Sig Block 42";
/** More than any tool writes; a block of only empty pairs would hold as many as fit. */
const maxPairs = 10_000;
/** Bytes that are read at once while the pairs are listed. */
const windowBytes = 16 * 1024;

/**
 * Lists the APK Signing Block, which stands right before the table of contents; undefined where there is none.
 * Give `end.file` as `file`, so that what was read already is not read again.
 *
 * AOSP frameworks/base core/java/android/util/apk/ApkSigningBlockUtils.java (findApkSigningBlock).
 */
export async function readSigningBlock(file: RandomAccess, end: ZipEnd): Promise<SigningBlock | undefined> {
  const directory = end.directoryOffset;
  if (directory < footerLength) return undefined;
  const footer = await file.read(directory - footerLength, footerLength);
  if (new TextDecoder().decode(footer.subarray(8)) !== magic) return undefined;
  const marks = new TamperMarks<SigningBlockMark>();
  const size = wideNumber(viewOf(footer), 0) + 8;
  const block = (android: AndroidVerdict, offset: number, pairs: readonly SigningPair[]): SigningBlock => ({
    offset,
    size: directory - offset,
    pairs,
    centralDirectoryOffset: directory,
    eocdOffset: end.eocdOffset,
    marks: marks.list(),
    android,
  });
  if (size < footerLength + 8 || size > Math.min(directory, 0x7fffffff)) {
    marks.add("block-size", `its signing block claims ${size} bytes`);
    return block({ opens: "no", reason: "the size of its signing block cannot be" }, directory - footerLength, []);
  }
  const offset = directory - size;
  const first = wideNumber(viewOf(await file.read(offset, 8)), 0) + 8;
  if (first !== size) {
    marks.add("block-sizes-differ", `its signing block claims ${first} bytes at its start and ${size} at its end`);
    return block({ opens: "no", reason: "the two sizes of its signing block differ" }, offset, []);
  }
  const pairs = await readPairs(file, offset + 8, directory - footerLength, marks);
  return block(findable(end), offset, pairs);
}

/** What else Android demands before it looks for the block. */
function findable(end: ZipEnd): AndroidVerdict {
  if (end.android.opens === "no") return end.android;
  if (end.zip64) return { opens: "no", reason: "Android looks for no signing block in a zip64 file" };
  if (end.shift !== 0 || end.directoryOffset + end.directorySize !== end.eocdOffset)
    return { opens: "no", reason: "its table of contents does not end where its end record begins" };
  return { opens: "yes" };
}

async function readPairs(
  file: RandomAccess,
  start: number,
  end: number,
  marks: TamperMarks<SigningBlockMark>,
): Promise<readonly SigningPair[]> {
  const pairs: SigningPair[] = [];
  const seen = new Set<number>();
  let window = { offset: start, bytes: await file.read(start, Math.min(windowBytes, end - start)) };
  for (let at = start; at < end; ) {
    if (at + 12 > end) {
      marks.add("pair-size", `${end - at} bytes are left over at the end of its signing block`);
      break;
    }
    if (at + 12 > window.offset + window.bytes.length)
      window = { offset: at, bytes: await file.read(at, Math.min(windowBytes, end - at)) };
    const view = new DataView(window.bytes.buffer, window.bytes.byteOffset + at - window.offset, 12);
    const length = wideNumber(view, 0);
    if (length < 4 || length > Math.min(end - at - 8, 0x7fffffff)) {
      marks.add("pair-size", `value ${pairs.length + 1} of its signing block claims ${length} bytes`);
      break;
    }
    const id = view.getUint32(8, true);
    if (seen.has(id))
      marks.add("pair-repeated", `0x${id.toString(16).padStart(8, "0")} stands more than once in its signing block`);
    seen.add(id);
    pairs.push({ id, offset: at + 12, length: length - 4 });
    if (pairs.length >= maxPairs) {
      marks.add("too-many-pairs", `its signing block holds more than ${maxPairs} values; the rest was not read`);
      break;
    }
    at += 8 + length;
  }
  return pairs;
}
