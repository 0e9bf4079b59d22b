import type { ByteBudget } from "./byte-budget.ts";

/** Bytes that come piece by piece and are kept in one, up to a limit and as far as the shared memory lasts. */
export class ByteStore {
  readonly #limit: number;
  readonly #budget: ByteBudget;
  #bytes: Uint8Array = new Uint8Array(0);
  length = 0;
  /** Whether bytes had to be left out. */
  full = false;

  constructor(limit: number, budget: ByteBudget) {
    this.#limit = limit;
    this.#budget = budget;
  }

  /** The buffer itself: what it holds up to `length` stays in place until more is added. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    let length = Math.min(end - start, this.#limit - this.length);
    if (this.length + length > this.#bytes.length && !this.#grow(this.length + length))
      length = this.#bytes.length - this.length;
    if (length < end - start) this.full = true;
    this.#bytes.set(bytes.subarray(start, start + length), this.length);
    this.length += length;
  }

  /** What was kept, in an array of its own; the store is empty afterwards, and the bytes stay counted. */
  release(): Uint8Array {
    const whole = this.#bytes.slice(0, this.length);
    this.#budget.give(this.#bytes.length - whole.length);
    this.#bytes = new Uint8Array(0);
    this.length = 0;
    return whole;
  }

  /** Forgets what was kept. */
  clear(): void {
    this.length = 0;
    this.release();
    this.full = false;
  }

  #grow(need: number): boolean {
    const size = Math.min(Math.max(need, this.#bytes.length * 2, 512), this.#limit);
    if (!this.#budget.take(size - this.#bytes.length)) return false;
    const larger = new Uint8Array(size);
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
    return true;
  }
}
