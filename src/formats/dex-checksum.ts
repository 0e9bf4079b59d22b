import type { Dex, DexMark } from "./dex.ts";

/**
 * Compares the checksum in the header with the content, and the signature where a SHA-1 is at hand. Either can be forged by whoever changes
 * the file: that they fit proves nothing, that they do not is odd. Containers are not judged: what theirs cover is not settled.
 *
 * source.android.com "Dalvik executable format", header_item: Adler-32 (RFC 1950) of all behind it, SHA-1 of all behind that.
 */
export function checksumMarks(dex: Dex, sha1?: (bytes: Uint8Array) => Uint8Array): DexMark[] {
  const marks: DexMark[] = [];
  if (dex.version >= 41) return marks;
  const { bytes, view } = dex;
  const size = Math.max(dex.size, 0x20);
  const sum = adler32(bytes, 12, size);
  if (sum !== view.getUint32(8, true))
    marks.push({ kind: "checksum", detail: "the checksum in the header is not that of the content", offset: 8 });
  const digest = sha1?.(bytes.subarray(32, size));
  if (digest?.some((byte, i) => byte !== bytes[12 + i]))
    marks.push({ kind: "signature", detail: "the SHA-1 in the header is not that of the content", offset: 12 });
  return marks;
}

/** The Adler-32 of the bytes from `start` up to `end`, 0 to 2³²−1; RFC 1950 §8.2. */
export function adler32(bytes: Uint8Array, start: number, end: number): number {
  let a = 1;
  let b = 0;
  for (let at = start; at < end; ) {
    // So many bytes cannot carry `b` past 2³¹, where numbers would become slow.
    const stop = Math.min(at + 3800, end);
    for (; at < stop; at++) {
      a += bytes[at] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}
