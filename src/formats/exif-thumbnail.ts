import { FormatError } from "../core/errors.ts";

/** The small picture in the Exif of a photo. */
export interface ExifThumbnail {
  readonly jpeg: Uint8Array;
  /** As Exif counts it: 1 upright, 2 to 8 turned or mirrored. */
  readonly orientation: number;
}

/** Tags of TIFF 6.0 and Exif (CIPA DC-008). */
const tags = { orientation: 0x0112, jpegAt: 0x0201, jpegLength: 0x0202 } as const;

/** The thumbnail of Exif data, from its TIFF header on; null where there is none. @throws FormatError for what is no TIFF */
export function exifThumbnail(tiff: Uint8Array): ExifThumbnail | null {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 8) throw new FormatError("Exif", "it is too short");
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) throw new FormatError("Exif", "it says no order of bytes");
  const little = order === 0x4949;
  if (view.getUint16(2, little) !== 42) throw new FormatError("Exif", "it is no TIFF");
  const first = directory(view, view.getUint32(4, little), little);
  if (first.next === 0) return null;
  const second = directory(view, first.next, little);
  const at = second.values.get(tags.jpegAt);
  const length = second.values.get(tags.jpegLength);
  if (at === undefined || length === undefined || length === 0) return null;
  if (at + length > tiff.length) throw new FormatError("Exif", "its thumbnail lies beyond its end");
  const orientation = second.values.get(tags.orientation) ?? first.values.get(tags.orientation) ?? 1;
  return { jpeg: tiff.subarray(at, at + length), orientation };
}

/**
 * A JPEG that says how it is turned, so that it is drawn upright: the thumbnail is kept as the sensor gave it, and what turns it stands in the
 * Exif around it.
 */
export function turned(jpeg: Uint8Array, orientation: number): Uint8Array {
  if (orientation < 2 || orientation > 8) return jpeg;
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const body = [...exif, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const whole = new Uint8Array(jpeg.length + body.length + 4);
  // Start of image, then a segment APP1, whose length counts its own two bytes.
  whole.set([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2, ...body]);
  whole.set(jpeg.subarray(2), body.length + 6);
  return whole;
}

/** The tags of a directory that are one short or long number, and where the next directory is; 0 for none. */
function directory(view: DataView, at: number, little: boolean) {
  if (at + 2 > view.byteLength) throw new FormatError("Exif", "a directory lies beyond its end");
  const count = view.getUint16(at, little);
  const end = at + 2 + count * 12;
  if (end + 4 > view.byteLength) throw new FormatError("Exif", "a directory lies beyond its end");
  const values = new Map<number, number>();
  for (let entry = at + 2; entry < end; entry += 12) {
    const kind = view.getUint16(entry + 2, little);
    if (view.getUint32(entry + 4, little) !== 1) continue;
    if (kind === 3) values.set(view.getUint16(entry, little), view.getUint16(entry + 8, little));
    if (kind === 4) values.set(view.getUint16(entry, little), view.getUint32(entry + 8, little));
  }
  return { values, next: view.getUint32(end, little) };
}
