/** Bytes that are written one behind the other, numbers little-endian; what was written can be corrected. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(...values: readonly number[]): this {
    this.#grow(values.length);
    for (const value of values) this.#bytes[this.#length++] = value;
    return this;
  }

  u16(...values: readonly number[]): this {
    this.#grow(values.length * 2);
    for (const value of values) {
      this.#view.setUint16(this.#length, value, true);
      this.#length += 2;
    }
    return this;
  }

  u32(...values: readonly number[]): this {
    this.#grow(values.length * 4);
    for (const value of values) {
      this.#view.setUint32(this.#length, value >>> 0, true);
      this.#length += 4;
    }
    return this;
  }

  /** Up to 2⁵³. */
  u64(value: number): this {
    return this.u32(value % 2 ** 32, Math.floor(value / 2 ** 32));
  }

  /** ULEB128, up to 2³²−1. */
  uleb(value: number): this {
    let rest = value >>> 0;
    for (; rest > 0x7f; rest >>>= 7) this.u8((rest & 0x7f) | 0x80);
    return this.u8(rest);
  }

  bytes(...parts: readonly Uint8Array[]): this {
    for (const part of parts) {
      this.#grow(part.length);
      this.#bytes.set(part, this.#length);
      this.#length += part.length;
    }
    return this;
  }

  /** Zeros up to the next multiple of `size`. */
  align(size: number): this {
    const missing = (size - (this.#length % size)) % size;
    this.#grow(missing);
    this.#length += missing;
    return this;
  }

  /** Writes a number over what stands at `offset`. */
  setU32(offset: number, value: number): this {
    this.#view.setUint32(offset, value >>> 0, true);
    return this;
  }

  setBytes(offset: number, bytes: Uint8Array): this {
    this.#bytes.set(bytes, offset);
    return this;
  }

  /** All that was written, in a copy. */
  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** Parts in one piece. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
