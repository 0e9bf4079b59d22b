import { concat } from "./byte-queue.ts";

const empty = new Uint8Array(0);

/** Reads exact amounts, lines or whatever is there from a source of chunks, for protocols and for `read` in the shell. */
export class ByteReader implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = empty;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The bytes at hand, else the next chunk; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    if (this.#held.length > 0) {
      const held = this.#held;
      this.#held = empty;
      return held;
    }
    const step = await this.#source.next();
    return step.done === true ? undefined : step.value;
  }

  /** Puts bytes back in front of what comes next. */
  unread(bytes: Uint8Array): void {
    this.#held = this.#held.length === 0 ? bytes : concat([bytes, this.#held]);
  }

  /** Exactly `count` bytes, undefined when the source ends before. */
  async take(count: number): Promise<Uint8Array | undefined> {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      const chunk = await this.next();
      if (chunk === undefined) return undefined;
      parts.push(chunk.subarray(0, missing));
      if (chunk.length > missing) this.unread(chunk.subarray(missing));
      missing -= Math.min(missing, chunk.length);
    }
    return concat(parts);
  }

  /** The bytes up to and with the next line feed, or to the end, or to `limit` bytes; undefined at the end. */
  async line(limit: number): Promise<Uint8Array | undefined> {
    const parts: Uint8Array[] = [];
    let room = limit;
    while (room > 0) {
      const chunk = await this.next();
      if (chunk === undefined) break;
      const end = chunk.subarray(0, room).indexOf(10) + 1;
      const used = chunk.subarray(0, end === 0 ? room : end);
      parts.push(used);
      if (used.length < chunk.length) this.unread(chunk.subarray(used.length));
      if (end > 0) break;
      room -= used.length;
    }
    return parts.length === 0 ? undefined : concat(parts);
  }

  /** Leaving the loop early does not end the source: the next command of a shell reads on. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) yield chunk;
  }

  /** Ends the source: nobody will read on. */
  async cancel(): Promise<void> {
    this.#held = empty;
    await this.#source.return?.();
  }
}
