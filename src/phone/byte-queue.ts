/** Nobody reads what is written: the pipe's reader ended, or the client closed the stream. A program that meets it ends. */
export class BrokenPipe extends Error {
  constructor() {
    super("Broken pipe");
    this.name = "BrokenPipe";
  }
}

/**
 * A bounded pipe of bytes with one reader and any number of writers.
 *
 * `push` resolves when there is room again, so a fast writer goes at the speed of the reader.
 */
export class ByteQueue implements AsyncIterable<Uint8Array> {
  readonly #limit: number;
  #chunks: Uint8Array[] = [];
  #size = 0;
  #ended = false;
  #cancelled = false;
  #wakeReader: (() => void) | undefined;
  #wakeWriters: (() => void)[] = [];

  /** @param limit bytes held before writers wait; one chunk may pass it. */
  constructor(limit = 65_536) {
    this.#limit = limit;
  }

  /** Bytes waiting to be read. */
  get size(): number {
    return this.#size;
  }

  /** @throws BrokenPipe when the reader is gone or the queue was ended. */
  async push(chunk: Uint8Array): Promise<void> {
    if (this.#cancelled || this.#ended) throw new BrokenPipe();
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    this.#wakeReader?.();
    while (this.#size > this.#limit && !this.#cancelled && !this.#ended) {
      await new Promise<void>((resolve) => this.#wakeWriters.push(resolve));
    }
    if (this.#cancelled) throw new BrokenPipe();
  }

  /** No more bytes will come; those that are here can still be read. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** The reader is gone: waiting and later writers get BrokenPipe. */
  cancel(): void {
    this.#cancelled = true;
    this.#chunks = [];
    this.#size = 0;
    this.#wake();
  }

  /** The next bytes, undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        this.#size -= chunk.length;
        if (this.#size <= this.#limit) this.#wakeAllWriters();
        return chunk;
      }
      if (this.#ended || this.#cancelled) return undefined;
      await new Promise<void>((resolve) => {
        this.#wakeReader = resolve;
      });
      this.#wakeReader = undefined;
    }
  }

  /** Leaving the loop early does not end the queue: a shell's next command reads on. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) yield chunk;
  }

  #wake(): void {
    this.#wakeReader?.();
    this.#wakeAllWriters();
  }

  #wakeAllWriters(): void {
    const waiting = this.#wakeWriters;
    this.#wakeWriters = [];
    for (const wake of waiting) wake();
  }
}

/** Joins chunks into one array. */
export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    result.set(chunk, offset);
    offset += chunk.length;
  }
  return result;
}
