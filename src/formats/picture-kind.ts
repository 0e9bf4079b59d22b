/** Kinds of pictures that a browser draws and that hold no program; SVG is none of them. */
export type PictureKind = "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/bmp" | "image/avif";

/** Bytes of the beginning of a file that are enough to tell. */
export const pictureHead = 32;

/**
 * What kind of picture begins with these bytes, whatever its name says: by the signatures of JPEG (ITU T.81), PNG (RFC 2083), GIF89a, WebP
 * (RFC 9649), BMP and AVIF (ISO/IEC 23008-12, brand `avif`). Null for everything else, HEIC and SVG among it.
 */
export function pictureKind(head: Uint8Array): PictureKind | null {
  const is = (at: number, ...bytes: readonly number[]) => bytes.every((byte, i) => head[at + i] === byte);
  const says = (at: number, text: string) => is(at, ...Array.from(text, (letter) => letter.charCodeAt(0)));
  if (is(0, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (is(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (says(0, "GIF87a") || says(0, "GIF89a")) return "image/gif";
  if (says(0, "RIFF") && says(8, "WEBP")) return "image/webp";
  // The two letters alone begin many a text: the reserved fields behind the size are zero.
  if (says(0, "BM") && is(6, 0, 0, 0, 0)) return "image/bmp";
  if (says(4, "ftypavif")) return "image/avif";
  return null;
}
