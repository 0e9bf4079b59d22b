/**
 * Reads one record that begins at `start`; answers how many bytes it takes (more than `end - start` passes over what has not come yet), or,
 * where it does not lie there whole, the number of bytes that it needs from `start`, negative.
 */
export type ReadRecord = (bytes: Uint8Array, view: DataView, start: number, end: number) => number;

/**
 * Cuts chunks of any size into records without copying: only a record that lies across the border of two chunks is put together, so the
 * memory is one record, which the reader bounds.
 */
export class PushWindow {
  readonly #read: ReadRecord;
  #carry = new Uint8Array(4096);
  #carryView = new DataView(this.#carry.buffer);
  #held = 0;
  #need = 0;
  #skip = 0;

  constructor(read: ReadRecord) {
    this.#read = read;
  }

  /** Bytes that came and belong to a record that is not whole, and whether more was to be passed over. */
  get left(): number {
    return this.#held + (this.#skip > 0 ? 1 : 0);
  }

  push(chunk: Uint8Array): void {
    // One kind of object for the whole way: Node's Buffer is another class and would make each access slower.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let at = this.#finishHeld(bytes);
    const end = bytes.length;
    const read = this.#read;
    while (at < end) {
      const taken = read(bytes, view, at, end);
      if (taken <= 0) {
        this.#hold(bytes, at, -taken);
        return;
      }
      at += taken;
    }
    if (at > end) this.#skip = at - end;
  }

  /** Passes over, then completes the record that began in earlier chunks; answers where the next one begins. */
  #finishHeld(bytes: Uint8Array): number {
    let at = Math.min(this.#skip, bytes.length);
    this.#skip -= at;
    while (this.#held > 0 && at < bytes.length) {
      const part = Math.min(this.#need - this.#held, bytes.length - at);
      this.#carry.set(bytes.subarray(at, at + part), this.#held);
      this.#held += part;
      at += part;
      if (this.#held < this.#need) break;
      const taken = this.#read(this.#carry, this.#carryView, 0, this.#held);
      if (taken <= 0) {
        this.#grow(-taken);
        continue;
      }
      const beyond = taken - this.#held;
      this.#held = 0;
      if (beyond > bytes.length - at) {
        this.#skip = beyond - (bytes.length - at);
        return bytes.length;
      }
      at += beyond;
    }
    return at;
  }

  #hold(bytes: Uint8Array, at: number, need: number): void {
    this.#grow(need);
    this.#carry.set(bytes.subarray(at));
    this.#held = bytes.length - at;
  }

  #grow(need: number): void {
    this.#need = need;
    if (need <= this.#carry.length) return;
    const larger = new Uint8Array(need * 2);
    larger.set(this.#carry.subarray(0, this.#held));
    this.#carry = larger;
    this.#carryView = new DataView(larger.buffer);
  }
}
