/**
 * Bytes that arrive in pieces, kept in one growing array.
 *
 * A list of pieces would let a hostile phone spend a hundred bytes of memory for every byte it sends. What passes the limit is
 * counted and let go of, together with what was kept.
 */
export class ByteSink {
  readonly #limit: number;
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** @param limit bytes that are kept at most; `take` must not be called once `length` has passed it. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a copy of `piece`. */
  push(piece: Uint8Array): void {
    const start = this.#length;
    this.#length += piece.length;
    if (this.#length > this.#limit) {
      this.#bytes = new Uint8Array(0);
      return;
    }
    if (this.#length > this.#bytes.length) this.#grow();
    this.#bytes.set(piece, start);
  }

  /** Everything so far, as an array of exactly that size; the sink is used up. */
  take(): Uint8Array<ArrayBuffer> {
    if (this.#length > this.#limit) throw new RangeError("what passed the limit was not kept");
    return new Uint8Array(this.#bytes.buffer.transfer(this.#length));
  }

  #grow(): void {
    const room = Math.max(this.#length, Math.min(this.#bytes.length * 2, this.#limit));
    this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(room));
  }
}
