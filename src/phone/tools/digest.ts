import { overOperands } from "./lines.ts";
import { parseOptions, type Tool } from "./tool.ts";

/** `sha256sum`: -b (bare). */
export const sha256sum: Tool = digestTool("sha256sum", () => new Sha256());
/** `md5sum`: -b (bare). */
export const md5sum: Tool = digestTool("md5sum", () => new Md5());

function digestTool(name: string, start: () => BlockDigest): Tool {
  return (args, io, phone) => {
    const { operands, has } = parseOptions(args, "b");
    return overOperands(name, operands, io, phone, async (source, operand) => {
      const digest = start();
      for await (const chunk of source) digest.update(chunk);
      const hex = Array.from(digest.end(), (byte) => byte.toString(16).padStart(2, "0")).join("");
      await io.write(has("b") ? `${hex}\n` : `${hex}  ${operand}\n`);
    });
  };
}

/** A digest over blocks of 64 bytes; WebCrypto has none that takes a file piece by piece. */
abstract class BlockDigest {
  readonly #block = new Uint8Array(64);
  readonly #view = new DataView(this.#block.buffer);
  readonly #littleEndian: boolean;
  #filled = 0;
  #length = 0;

  constructor(littleEndian: boolean) {
    this.#littleEndian = littleEndian;
  }

  protected abstract compress(block: DataView, offset: number): void;
  protected abstract state(): readonly number[];

  update(chunk: Uint8Array): void {
    this.#length += chunk.length;
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(64 - this.#filled, chunk.length);
      this.#block.set(chunk.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < 64) return;
      this.compress(this.#view, 0);
    }
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
    for (; at + 64 <= chunk.length; at += 64) this.compress(view, at);
    this.#block.set(chunk.subarray(at));
    this.#filled = chunk.length - at;
  }

  end(): Uint8Array {
    const bits = BigInt(this.#length) * 8n;
    const padding = new Uint8Array(((119 - (this.#length % 64)) % 64) + 1);
    padding[0] = 0x80;
    this.update(padding);
    this.#view.setBigUint64(56, bits, this.#littleEndian);
    this.compress(this.#view, 0);
    const words = this.state();
    const result = new DataView(new ArrayBuffer(4 * words.length));
    words.forEach((word, index) => {
      result.setUint32(4 * index, word, this.#littleEndian);
    });
    return new Uint8Array(result.buffer);
  }
}

/** FIPS 180-4, section 6.2. The constants are the fractions of the cube and square roots of the first primes. */
class Sha256 extends BlockDigest {
  readonly #words = new Int32Array(64);
  readonly #state = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

  constructor() {
    super(false);
  }

  protected state(): readonly number[] {
    return Array.from(this.#state);
  }

  protected compress(block: DataView, offset: number): void {
    const w = this.#words;
    for (let i = 0; i < 16; i++) w[i] = block.getInt32(offset + 4 * i);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15] ?? 0;
      const y = w[i - 2] ?? 0;
      const s0 = rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3);
      const s1 = rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10);
      w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = this.#state;
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[i] ?? 0) + (w[i] ?? 0)) | 0;
      const s0 = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => {
      this.#state[index] = ((this.#state[index] ?? 0) + value) | 0;
    });
  }
}

/** RFC 1321. */
class Md5 extends BlockDigest {
  readonly #state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);

  constructor() {
    super(true);
  }

  protected state(): readonly number[] {
    return Array.from(this.#state);
  }

  protected compress(block: DataView, offset: number): void {
    let [a = 0, b = 0, c = 0, d = 0] = this.#state;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const [mixed, word] = mix(round, i, b, c, d);
      const sum = (a + mixed + (sines[i] ?? 0) + block.getInt32(offset + 4 * word, true)) | 0;
      [a, d, c, b] = [d, c, b, (b + rotate(sum, shifts[round]?.[i & 3] ?? 0)) | 0];
    }
    [a, b, c, d].forEach((value, index) => {
      this.#state[index] = ((this.#state[index] ?? 0) + value) | 0;
    });
  }
}

function mix(round: number, i: number, b: number, c: number, d: number): readonly [number, number] {
  if (round === 0) return [(b & c) | (~b & d), i];
  if (round === 1) return [(d & b) | (~d & c), (5 * i + 1) & 15];
  if (round === 2) return [b ^ c ^ d, (3 * i + 5) & 15];
  return [c ^ (b | ~d), (7 * i) & 15];
}

const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const primes = firstPrimes(64);
const roundConstants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

function rotate(value: number, left: number): number {
  return (value << left) | (value >>> (32 - left));
}

/** The first 32 bits of the fraction. */
function fraction(value: number): number {
  return Math.floor((value % 1) * 2 ** 32) | 0;
}

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
