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
  const sums = { a: 1, b: 0 };
  const misaligned = (bytes.byteOffset + start) & 3;
  const from = Math.min(misaligned === 0 ? start : start + 4 - misaligned, end);
  addBytes(sums, bytes, start, from);
  const blocks = Math.floor((end - from) / (4 * blockWords));
  if (blocks > 0 && littleEndian)
    addBlocks(sums, new Int32Array(bytes.buffer, bytes.byteOffset + from, blocks * blockWords));
  addBytes(sums, bytes, littleEndian ? from + blocks * 4 * blockWords : from, end);
  return sums.b * 65536 + sums.a;
}

/** Adler-32 as it goes: the sum of the bytes, and the sum of those sums. */
interface Sums {
  a: number;
  b: number;
}

const modulus = 65521;
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function addBytes(sums: Sums, bytes: Uint8Array, start: number, end: number): void {
  let { a, b } = sums;
  for (let at = start; at < end; ) {
    // So many bytes cannot carry `b` past 2³¹, where numbers would become slow.
    const stop = Math.min(at + 3800, end);
    for (; at < stop; at++) {
      a += bytes[at] as number;
      b += a;
    }
    a %= modulus;
    b %= modulus;
  }
  sums.a = a;
  sums.b = b;
}

/** In so many words, sums of sums of bytes fit into 16 bits: 21 · 22 / 2 · 255. */
const blockWords = 22;
const blocksAtOnce = 16;

/** Adds four bytes at a time, two in each half of a number; a whole number of blocks. */
function addBlocks(sums: Sums, words: Int32Array): void {
  let { a, b } = sums;
  for (let w = 0; w < words.length; ) {
    const most = Math.min(w + blocksAtOnce * blockWords, words.length);
    while (w < most) {
      // Bytes 0 and 2 of each word, bytes 1 and 3; and the sums of those before each word.
      let [even, odd, evens, odds] = [0, 0, 0, 0];
      for (const stop = w + blockWords; w < stop; w++) {
        evens = (evens + even) | 0;
        odds = (odds + odd) | 0;
        const word = words[w] as number;
        even += word & 0x00ff00ff;
        odd += (word >>> 8) & 0x00ff00ff;
      }
      const [first, third] = [even & 0xffff, even >>> 16];
      const [second, fourth] = [odd & 0xffff, odd >>> 16];
      const before = (evens & 0xffff) + (evens >>> 16) + (odds & 0xffff) + (odds >>> 16);
      b += 4 * blockWords * a + 4 * before + 4 * first + 3 * second + 2 * third + fourth;
      a += first + second + third + fourth;
    }
    a %= modulus;
    b %= modulus;
  }
  sums.a = a;
  sums.b = b;
}
