/**
 * The first bytes of raw DEFLATE data, without inflating the rest: up to `most`, fewer where the data ends or is damaged. Portable and for a
 * few bytes only: it goes bit by bit.
 *
 * RFC 1951 §3.2.
 */
export function inflateStart(deflated: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  const bits = new Bits(deflated);
  let length = 0;
  for (let last = false; !last && length < most && !bits.ended; ) {
    last = bits.take(1) === 1;
    const kind = bits.take(2);
    const codes = kind === 1 ? fixedCodes : kind === 2 ? dynamicCodes(bits) : undefined;
    if (kind === 0) length = copyStored(bits, out, length);
    else if (codes) length = decode(bits, codes, out, length);
    else break;
    if (length < 0) return new Uint8Array();
  }
  return out.subarray(0, length);
}

/** Canonical Huffman codes: how many there are of each length, and their symbols in order. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}
interface Codes {
  readonly literals: Code;
  /** Made when first asked for: the first bytes rarely repeat others. */
  readonly distances: () => Code;
}

class Bits {
  readonly bytes: Uint8Array;
  at = 0;
  ended = false;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next bits as a number; 0 once the data has ended. */
  take(count: number): number {
    this.#fill(count);
    const value = this.#held & ((1 << count) - 1);
    this.skip(count);
    return value;
  }

  /** The next bits, up to seven, which stay where they are. */
  peek(count: number): number {
    this.#fill(count);
    return this.#held & ((1 << count) - 1);
  }

  /** Goes past bits that were peeked at. */
  skip(count: number): void {
    this.#held >>>= count;
    this.#count -= count;
    if (this.at * 8 - this.#count > this.bytes.length * 8) this.ended = true;
  }

  /** Goes on at the next whole byte. */
  align(): void {
    this.at -= this.#count >> 3;
    this.#held = 0;
    this.#count = 0;
  }

  #fill(count: number): void {
    while (this.#count < count) {
      this.#held |= (this.bytes[this.at++] ?? 0) << this.#count;
      this.#count += 8;
    }
  }
}

function copyStored(bits: Bits, out: Uint8Array, from: number): number {
  bits.align();
  const { bytes, at } = bits;
  const length = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  const inverted = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8);
  if (length !== (~inverted & 0xffff)) return -1;
  const data = bytes.subarray(at + 4, at + 4 + Math.min(length, out.length - from));
  out.set(data, from);
  bits.at = at + 4 + length;
  bits.ended = bits.at > bytes.length;
  return from + data.length;
}

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];

/** Decodes up to the end of a block, or as much as there is room for; -1 for damaged data. */
function decode(bits: Bits, { literals, distances }: Codes, out: Uint8Array, from: number): number {
  let at = from;
  while (at < out.length && !bits.ended) {
    const symbol = next(bits, literals);
    if (bits.ended || symbol === 256) break;
    if (symbol < 0 || symbol > 285) return -1;
    if (symbol < 256) {
      out[at++] = symbol;
      continue;
    }
    const length = (lengthBases[symbol - 257] as number) + bits.take(lengthBits[symbol - 257] as number);
    const code = next(bits, distances());
    if (code < 0 || code > 29) return -1;
    const distance = (distanceBases[code] as number) + bits.take(code < 4 ? 0 : (code >> 1) - 1);
    if (distance > at) return -1;
    for (let i = 0; i < length && at < out.length; i++, at++) out[at] = out[at - distance] as number;
  }
  return at;
}

function next(bits: Bits, { counts, symbols }: Code): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length < 16; length++) {
    code |= bits.take(1);
    const count = counts[length] as number;
    if (code - count < first) return symbols[index + code - first] as number;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

/** Memory that each look takes anew, since there are thousands of them; nothing is kept from one to the next. */
const room = {
  short: new Uint8Array(19),
  shortTable: new Uint8Array(128),
  lengths: new Uint8Array(288 + 32 + 138),
  offsets: new Uint16Array(17),
  literals: { counts: new Uint16Array(16), symbols: new Uint16Array(320) },
  distances: { counts: new Uint16Array(16), symbols: new Uint16Array(32) },
};

function newCode(symbols: number): Code {
  return { counts: new Uint16Array(16), symbols: new Uint16Array(symbols) };
}

/** Makes the code of symbols with these lengths, from `start` up to `end`. */
function codeOf(lengths: Uint8Array, start: number, end: number, { counts, symbols }: Code): Code {
  const { offsets } = room;
  counts.fill(0);
  for (let at = start; at < end; at++) counts[lengths[at] as number] = (counts[lengths[at] as number] as number) + 1;
  counts[0] = 0;
  offsets[1] = 0;
  for (let length = 1; length < 16; length++)
    offsets[length + 1] = (offsets[length] as number) + (counts[length] as number);
  for (let at = start; at < end; at++) {
    const length = lengths[at] as number;
    if (length === 0) continue;
    const place = offsets[length] as number;
    symbols[place] = at - start;
    offsets[length] = place + 1;
  }
  return { counts, symbols };
}

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Reads the codes of a block; undefined where they are damaged. */
function dynamicCodes(bits: Bits): Codes | undefined {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const listed = bits.take(4) + 4;
  const { short, lengths } = room;
  short.fill(0);
  for (let i = 0; i < listed; i++) short[lengthOrder[i] as number] = bits.take(3);
  const table = shortCodes(short);
  const all = literals + distances;
  for (let at = 0; at < all; ) {
    const found = table[bits.peek(7)] as number;
    if (found === 0) return undefined;
    bits.skip(found & 7);
    const symbol = found >> 3;
    if (bits.ended || (symbol === 16 && at === 0)) return undefined;
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    const repeat = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    lengths.fill(symbol === 16 ? (lengths[at - 1] as number) : 0, at, at + repeat);
    at += repeat;
  }
  let made: Code | undefined;
  return {
    literals: codeOf(lengths, 0, literals, room.literals),
    distances: () => {
      made ??= codeOf(lengths, literals, all, room.distances);
      return made;
    },
  };
}

/** The code of the lengths, by the next seven bits: symbol × 8 + bits of it; 0 for what is none. */
function shortCodes(lengths: Uint8Array): Uint8Array {
  const { shortTable } = room;
  shortTable.fill(0);
  let code = 0;
  for (let length = 1; length < 8; length++) {
    for (let symbol = 0; symbol < 19; symbol++) {
      if (lengths[symbol] !== length) continue;
      if (code >> length !== 0) return shortTable;
      // Codes stand in the data with their first bit first.
      for (let at = reversed(code, length); at < 128; at += 1 << length) shortTable[at] = symbol * 8 + length;
      code++;
    }
    code <<= 1;
  }
  return shortTable;
}

function reversed(code: number, length: number): number {
  let value = 0;
  for (let bit = 0; bit < length; bit++) value |= ((code >> bit) & 1) << (length - 1 - bit);
  return value;
}

const fixedLengths = Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
const fixedDistances = codeOf(new Uint8Array(30).fill(5), 0, 30, newCode(30));
const fixedCodes: Codes = {
  literals: codeOf(fixedLengths, 0, 288, newCode(288)),
  distances: () => fixedDistances,
};
