/** Amounts of rotation in each of the four rounds (RFC 1321 §3.4). */
const rotations = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

/** floor(2³² · |sin(i + 1)|): the table T of RFC 1321 §3.4. */
const sines = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) >>> 0);

/**
 * MD5 of some bytes (RFC 1321): 16 bytes. Only for the fingerprints by which Android shows ADB keys; it protects nothing.
 */
export function md5(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < words.length; block += 16) addBlock(state, words.subarray(block, block + 16));
  const digest = new DataView(new ArrayBuffer(16));
  for (const [i, word] of state.entries()) digest.setUint32(i * 4, word, true);
  return new Uint8Array(digest.buffer);
}

/** The message with a one bit, zeros and its length in bits, as little-endian words. */
function padded(bytes: Uint8Array): Uint32Array {
  const view = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * 64));
  for (const [i, byte] of bytes.entries()) view.setUint8(i, byte);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, (bytes.length * 8) >>> 0, true);
  view.setUint32(view.byteLength - 4, Math.floor(bytes.length / 2 ** 29), true);
  return Uint32Array.from({ length: view.byteLength / 4 }, (_, i) => view.getUint32(i * 4, true));
}

function addBlock(state: number[], block: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const mixed = [
      (b & c) | (~b & d), //
      (d & b) | (~d & c),
      b ^ c ^ d,
      c ^ (b | ~d),
    ][round] as number;
    const word = [i, 5 * i + 1, 3 * i + 5, 7 * i][round] as number;
    const sum = (a + mixed + (sines[i] as number) + (block[word % 16] as number)) >>> 0;
    const by = rotations[round]?.[i % 4] as number;
    [a, d, c, b] = [d, c, b, (b + ((sum << by) | (sum >>> (32 - by)))) >>> 0];
  }
  for (const [i, word] of [a, b, c, d].entries()) state[i] = ((state[i] as number) + word) >>> 0;
}
