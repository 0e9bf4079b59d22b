import type { RandomAccess } from "./zip.ts";

/** The last bytes of a file, held in memory; grows towards the front, and never reads a byte twice. */
export class FileTail implements RandomAccess {
  readonly size: number;
  readonly readInto?: (target: Uint8Array, offset: number) => Promise<void>;
  readonly #file: RandomAccess;
  #start: number;
  #bytes: Uint8Array = new Uint8Array();

  constructor(file: RandomAccess) {
    this.#file = file;
    this.size = file.size;
    this.#start = file.size;
    if (file.readInto)
      this.readInto = async (target, offset) => {
        if (offset < this.#start) await file.readInto?.(target, offset);
        else target.set(await this.read(offset, target.length));
      };
  }

  /** Where the bytes in memory begin. */
  get start(): number {
    return this.#start;
  }

  /** The bytes in memory: from `start` to the end of the file. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Reads what is missing from `offset` on, in one piece. */
  async extend(offset: number): Promise<void> {
    const start = Math.max(offset, 0);
    if (start >= this.#start) return;
    const more = await this.#file.read(start, this.#start - start);
    if (this.#bytes.length === 0) this.#bytes = more;
    else {
      const joined = new Uint8Array(more.length + this.#bytes.length);
      joined.set(more);
      joined.set(this.#bytes, more.length);
      this.#bytes = joined;
    }
    this.#start = start;
  }

  /** From memory where it is there, else from the file. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < this.#start || offset + length > this.size) return await this.#file.read(offset, length);
    return this.#bytes.subarray(offset - this.#start, offset - this.#start + length);
  }
}
