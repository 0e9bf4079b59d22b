import { FormatError } from "../core/errors.ts";

/**
 * A value of CBOR. Whole numbers are `bigint` only beyond ±2⁵³; floating-point numbers, tags and unassigned simple values are kept apart, so
 * that none is taken for a whole number.
 */
export type Cbor =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly Cbor[]
  | CborMap
  | CborOther;

/** A map by its keys, which are whole numbers or texts; a `Map`, so that crafted keys are plain data. */
export type CborMap = ReadonlyMap<CborKey, Cbor>;
export type CborKey = number | bigint | string;

/** What is neither of the plain kinds. */
export type CborOther =
  | { readonly kind: "tag"; readonly tag: number | bigint; readonly value: Cbor }
  | { readonly kind: "float" | "simple"; readonly value: number };

/** How a document has to be written, where it matters: RFC 8949 §4.2.1 (`bytewise`) or the older order of §4.2.3 (`length-first`). */
export type CborOrder = "bytewise" | "length-first";

/** Bounds of one document; nesting also bounds the stack. */
export const cborLimits = { depth: 16, items: 20_000 };

/**
 * Reads one value of CBOR (RFC 8949) that fills `bytes` to the end. Byte strings share the memory of `bytes`.
 *
 * @param order demands deterministic encoding: shortest heads, definite lengths, keys in this order.
 * @throws FormatError for what is not well-formed, twice the same key, keys of other kinds, texts that are not UTF-8, and what passes `cborLimits`
 */
export function readCbor(bytes: Uint8Array, order?: CborOrder): Cbor {
  const reader = new Reader(bytes, order);
  const value = reader.item(0);
  if (reader.at !== bytes.length) throw wrong("something follows the value", reader.at);
  return value;
}

/** Whether a value is a map. */
export function isCborMap(value: Cbor): value is CborMap {
  return value instanceof Map;
}

const wrong = (what: string, at: number) => new FormatError("cbor", what, at);
const texts = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The end of what has no length of its own. */
const stop = Symbol("break");

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #order: CborOrder | undefined;
  #items = 0;
  at = 0;

  constructor(bytes: Uint8Array, order: CborOrder | undefined) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#order = order;
  }

  /** One value. */
  item(depth: number): Cbor {
    const found = this.#itemOrStop(depth);
    if (found === stop) throw wrong("an end where nothing is to end", this.at);
    return found;
  }

  #itemOrStop(depth: number): Cbor | typeof stop {
    if (depth > cborLimits.depth) throw wrong("it is nested too deeply", this.at);
    if (++this.#items > cborLimits.items) throw wrong("it has too many values", this.at);
    const head = this.#head();
    switch (head.major) {
      case 0:
        return head.definite();
      case 1:
        return negative(head.definite());
      case 2:
        return head.length === null ? this.#chunks(2) : this.#take(head.definite());
      case 3:
        return this.#text(head.length === null ? this.#chunks(3) : this.#take(head.definite()));
      case 4:
        return this.#array(head.length, depth);
      case 5:
        return this.#map(head.length, depth);
      case 6:
        return { kind: "tag", tag: head.definite(), value: this.item(depth + 1) };
      default:
        return this.#simple(head);
    }
  }

  #head(): Head {
    const at = this.at;
    const [first] = this.#take(1);
    const [major, short] = [(first as number) >> 5, (first as number) & 0x1f];
    const definite = () => {
      if (length === null) throw wrong("it has no length", at);
      return length;
    };
    let length: number | bigint | null = short;
    if (short === 31) {
      if ([0, 1, 6].includes(major)) throw wrong("a number or tag without an end", at);
      if (this.#order !== undefined && major !== 7) throw wrong("its length is not told in advance", at);
      length = null;
    } else if (short > 27) throw wrong("its first byte has no meaning", at);
    else if (short > 23) length = this.#number(2 ** (short - 24), major !== 7);
    return { major, short, length, definite };
  }

  /** The number behind a head, of 1, 2, 4 or 8 bytes. */
  #number(size: number, mayBeLong: boolean): number | bigint {
    const at = this.at;
    this.#take(size);
    const value =
      size === 8
        ? this.#view.getBigUint64(at)
        : size === 4
          ? this.#view.getUint32(at)
          : size === 2
            ? this.#view.getUint16(at)
            : this.#view.getUint8(at);
    const least = size === 1 ? 24 : 2 ** (4 * size);
    if (this.#order !== undefined && mayBeLong && value < least)
      throw wrong("a number is written longer than needed", at);
    return narrow(value);
  }

  #take(length: number | bigint): Uint8Array {
    const at = this.at;
    if (length > this.#bytes.length - at) throw wrong("it ends too early", at);
    this.at = at + Number(length);
    return this.#bytes.subarray(at, this.at);
  }

  /** Definite strings of the same kind, up to the end; joined. */
  #chunks(major: 2 | 3): Uint8Array {
    const found: Uint8Array[] = [];
    for (;;) {
      if (++this.#items > cborLimits.items) throw wrong("it has too many values", this.at);
      const at = this.at;
      const head = this.#head();
      if (head.major === 7 && head.length === null) break;
      if (head.major !== major || head.length === null) throw wrong("a part of a string is none", at);
      const bytes = this.#take(head.length);
      if (major === 3) this.#text(bytes);
      found.push(bytes);
    }
    const whole = new Uint8Array(found.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const each of found) {
      whole.set(each, at);
      at += each.length;
    }
    return whole;
  }

  #text(bytes: Uint8Array): string {
    try {
      return texts.decode(bytes);
    } catch {
      throw wrong("a text is not UTF-8", this.at);
    }
  }

  #array(length: number | bigint | null, depth: number): readonly Cbor[] {
    if (length !== null && length > this.#bytes.length - this.at) throw wrong("it ends too early", this.at);
    const found: Cbor[] = [];
    while (length === null || found.length < length) {
      const item = this.#itemOrStop(depth + 1);
      if (item === stop) {
        if (length === null) break;
        throw wrong("an end where nothing is to end", this.at);
      }
      found.push(item);
    }
    return found;
  }

  #map(length: number | bigint | null, depth: number): CborMap {
    if (length !== null && length > (this.#bytes.length - this.at) / 2) throw wrong("it ends too early", this.at);
    const found = new Map<CborKey, Cbor>();
    let before: Uint8Array | undefined;
    while (length === null || found.size < length) {
      const at = this.at;
      const key = this.#itemOrStop(depth + 1);
      if (key === stop && length === null) break;
      if (typeof key !== "number" && typeof key !== "bigint" && typeof key !== "string")
        throw wrong("a key is neither a whole number nor a text", at);
      if (found.has(key)) throw wrong("a key stands there twice", at);
      const written = this.#bytes.subarray(at, this.at);
      if (this.#order !== undefined && before !== undefined && !follows(before, written, this.#order))
        throw wrong("keys are not in their order", at);
      before = written;
      found.set(key, this.item(depth + 1));
    }
    return found;
  }

  #simple({ short, length }: Head): Cbor | typeof stop {
    if (length === null) return stop;
    if (short >= 25) {
      const [value, size] =
        short === 27
          ? [this.#view.getFloat64(this.at - 8), 8]
          : short === 26
            ? [this.#view.getFloat32(this.at - 4), 4]
            : [half(Number(length)), 2];
      if (this.#order !== undefined && !isShortest(value, size))
        throw wrong("a number is written longer than needed", this.at);
      return { kind: "float", value };
    }
    if (short === 24 && length < 32) throw wrong("a simple value is written in two bytes", this.at);
    if (short === 20 || short === 21) return short === 21;
    if (short === 22) return null;
    if (short === 23) return undefined;
    return { kind: "simple", value: Number(length) };
  }
}

interface Head {
  readonly major: number;
  readonly short: number;
  /** Null where the end is marked instead. */
  readonly length: number | bigint | null;
  definite(): number | bigint;
}

function narrow(value: number | bigint): number | bigint {
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

function negative(value: number | bigint): number | bigint {
  return value < Number.MAX_SAFE_INTEGER ? -1 - Number(value) : -1n - BigInt(value);
}

/** A number of 16 bits, RFC 8949 appendix D. */
function half(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const value =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction === 0
          ? Number.POSITIVE_INFINITY
          : Number.NaN
        : (1024 + fraction) * 2 ** (exponent - 25);
  return (bits & 0x8000) === 0 ? value : -value;
}

function isShortest(value: number, size: number): boolean {
  if (size === 2) return true;
  if (Number.isNaN(value)) return false;
  if (size === 8) return Math.fround(value) !== value;
  // What 16 bits hold: 11 significant bits from 2⁻²⁴ to 65504.
  const magnitude = Math.abs(value);
  if (magnitude === 0 || magnitude === Number.POSITIVE_INFINITY) return false;
  const unit = 2 ** Math.max(-24, Math.floor(Math.log2(magnitude)) - 10);
  return magnitude > 65_504 || magnitude % unit !== 0;
}

function follows(before: Uint8Array, key: Uint8Array, order: CborOrder): boolean {
  if (order === "length-first" && before.length !== key.length) return before.length < key.length;
  for (const [at, byte] of before.entries()) {
    const other = key[at];
    if (other === undefined) return false;
    if (byte !== other) return byte < other;
  }
  return before.length < key.length;
}
