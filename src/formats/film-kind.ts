/** Kinds of films that browsers may play. Which codec is in one, only the browser finds out. */
export type FilmKind = "video/mp4" | "video/quicktime" | "video/3gpp" | "video/webm";

/** Major brands of ISO base media files (ISO/IEC 14496-12, registered at mp4ra.org) that hold films; pictures and sounds have others. */
const brands: ReadonlyMap<string, FilmKind> = new Map([
  ...["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "mmp4", "avc1"].map(mp4),
  ...["dash", "msdh", "MSNV", "M4V ", "M4VH", "M4VP", "f4v ", "XAVC"].map(mp4),
  ["qt  ", "video/quicktime"],
]);

/** Bytes of the beginning of a file that are enough to tell. */
export const filmHead = 64;

/**
 * What kind of film begins with these bytes, whatever its name says: MP4, QuickTime and 3GP by the brand in `ftyp` (ISO/IEC 14496-12), WebM by
 * the document type of its EBML header (RFC 8794). Null for everything else, Matroska with other codecs and HEIC among it.
 *
 * @param head the first `filmHead` bytes, or all of a shorter file
 */
export function filmKind(head: Uint8Array): FilmKind | null {
  if (latin1(head, 4, 8) === "ftyp") {
    const brand = latin1(head, 8, 12);
    return brands.get(brand) ?? (/^3g[p2]/.test(brand) ? "video/3gpp" : null);
  }
  // The document type is element 0x4282; its length has one byte, 0x84.
  const isEbml = latin1(head, 0, 4) === "\x1a\x45\xdf\xa3";
  return isEbml && latin1(head, 4, filmHead).includes("\x42\x82\x84webm") ? "video/webm" : null;
}

function mp4(brand: string): readonly [string, FilmKind] {
  return [brand, "video/mp4"];
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
