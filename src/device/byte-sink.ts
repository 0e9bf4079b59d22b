/**
 * Bytes that arrive in pieces, kept in one growing array.
 *
 * A list of pieces would let a hostile phone spend a hundred bytes of memory for every byte it sends.
 */
export class ByteSink {
  #bytes = new Uint8Array(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends a copy of `piece`. */
  push(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#length);
    this.#length = length;
  }

  /** Everything so far, as an array of exactly that size. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
