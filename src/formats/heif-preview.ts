import { FormatError } from "../core/errors.ts";
import { exifThumbnail, turned } from "./exif-thumbnail.ts";
import { bytesOfItem, type HeifItem, heifItems } from "./heif-items.ts";
import type { RandomAccess } from "./zip.ts";

/** A preview is small; a whole picture that is packed as JPEG fits as well. */
const mostJpeg = 16 * 1024 * 1024;
/** Exif is 64 KiB in a JPEG file; a HEIF file may hold more. */
const mostExif = 1024 * 1024;
/** Items that are looked at. */
const mostTried = 16;

/**
 * The JPEG picture that a HEIF file (ISO/IEC 23008-12: HEIC, HEIF) holds beside its own, which few browsers draw: an item of the type `jpeg`,
 * the largest first, or the thumbnail in its Exif. Only those parts of the file are read. Null where it holds none.
 *
 * @throws FormatError for what is no HEIF file or is broken
 */
export async function heifPreview(file: RandomAccess): Promise<Uint8Array | null> {
  const items = await heifItems(file);
  const jpegs = items.filter((item) => item.type === "jpeg" && bytesOf(item) <= mostJpeg);
  for (const item of jpegs.sort((a, b) => bytesOf(b) - bytesOf(a)).slice(0, mostTried)) {
    const bytes = await bytesOfItem(file, item);
    if (isJpeg(bytes)) return bytes;
  }
  const exifs = items.filter((item) => item.type === "Exif" && bytesOf(item) <= mostExif);
  for (const item of exifs.slice(0, mostTried)) {
    const found = thumbnailIn(await bytesOfItem(file, item));
    if (found !== null && isJpeg(found)) return found;
  }
  return null;
}

/** Whether the beginning of a file says that it is a picture of this kind: `ftyp` with a brand of HEIF, AVIF not among them. */
export function isHeif(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(4, 12));
  return /^ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|mif2|msf1)$/.test(text);
}

function bytesOf({ extents }: HeifItem): number {
  return extents.reduce((sum, { length }) => sum + length, 0);
}

/** An item of the type Exif begins with how far behind these four bytes the TIFF header is (ISO/IEC 23008-12, A.2.1). */
function thumbnailIn(item: Uint8Array): Uint8Array | null {
  if (item.length < 4) return null;
  const skip = new DataView(item.buffer, item.byteOffset, 4).getUint32(0);
  if (skip > item.length - 4) return null;
  try {
    const found = exifThumbnail(item.subarray(4 + skip));
    return found && turned(found.jpeg, found.orientation);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}
