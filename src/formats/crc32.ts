const tables = eightTables();

/**
 * The CRC-32 of ZIP, gzip and PNG over `bytes`, 0 to 2³²−1; eight bytes a step.
 *
 * ISO 3309; APPNOTE.TXT §4.4.7.
 */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  let crc = -1;
  let i = 0;
  for (const end = bytes.length - 7; i < end; i += 8) {
    crc ^= at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24);
    crc =
      at(t7, crc & 255) ^
      at(t6, (crc >>> 8) & 255) ^
      at(t5, (crc >>> 16) & 255) ^
      at(t4, crc >>> 24) ^
      at(t3, at(bytes, i + 4)) ^
      at(t2, at(bytes, i + 5)) ^
      at(t1, at(bytes, i + 6)) ^
      at(t0, at(bytes, i + 7));
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ at(t0, (crc ^ at(bytes, i)) & 255);
  return ~crc >>> 0;
}

type Eight<T> = readonly [T, T, T, T, T, T, T, T];

/** Table n gives the CRC of a byte followed by n zero bytes. */
function eightTables(): Eight<Int32Array> {
  const first = new Int32Array(256);
  for (let n = 0; n < 256; n++) {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[n] = value;
  }
  const next = (before: Int32Array) => before.map((value) => (value >>> 8) ^ at(first, value & 255));
  const all = [first];
  for (let n = 1; n < 8; n++) all.push(next(all[n - 1] ?? first));
  return all as unknown as Eight<Int32Array>;
}

/** The element at an index that is known to be inside. */
function at(numbers: Uint8Array | Int32Array, index: number): number {
  return numbers[index] as number;
}
