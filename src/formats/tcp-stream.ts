import type { ByteBudget } from "./byte-budget.ts";

/** What a stream's bytes are given to, in order and each once. */
export interface StreamSink {
  /** The bytes are valid during the call only. False: no more are wanted. */
  data(bytes: Uint8Array, start: number, end: number): boolean;
  /** Nothing more will come: the connection ended, or bytes are missing. Not called once `data` wanted no more. */
  finish(): void;
}

/** Out-of-order segments that are held for one direction; more means that the capture missed one. */
const maxWaiting = 64;
const maxWaitingBytes = 128 * 1024;

interface Segment {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/**
 * Puts one direction of a TCP connection in order (RFC 9293 §3.4): segments out of order, sent again, overlapping. Of bytes that come twice the
 * first count. Segments in order are passed on without being copied.
 */
export class TcpStream {
  readonly #sink: StreamSink;
  readonly #budget: ByteBudget;
  #next = 0;
  #begun = false;
  #waiting: Segment[] = [];
  #waitingBytes = 0;
  /** Whether the sink wants more. */
  open = true;

  constructor(sink: StreamSink, budget: ByteBudget) {
    this.#sink = sink;
    this.#budget = budget;
  }

  /** Tells the sequence number of the first byte: that of a SYN, plus one. */
  begin(seq: number): void {
    if (this.#begun) return;
    this.#next = seq >>> 0;
    this.#begun = true;
  }

  /** Takes a segment; a stream whose beginning was not captured begins with the first that comes. */
  add(seq: number, bytes: Uint8Array, start: number, end: number): void {
    if (!this.open || start >= end) return;
    if (!this.#begun) this.begin(seq);
    const ahead = (seq - this.#next) | 0;
    if (ahead > 0) {
      this.#wait(seq, bytes, start, end);
      return;
    }
    this.#deliver(bytes, start - ahead, end);
    if (this.#waiting.length > 0) this.#catchUp();
  }

  /** Whether everything before this sequence number was given. */
  isAt(seq: number): boolean {
    return this.#begun && ((seq - this.#next) | 0) === 0;
  }

  /** The connection ends, or bytes are missing: what waits behind the gap will not be given. */
  end(): void {
    if (!this.open) return;
    this.#sink.finish();
    this.close();
  }

  /** Frees what is held. */
  close(): void {
    this.open = false;
    this.#budget.give(this.#waitingBytes);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  #deliver(bytes: Uint8Array, start: number, end: number): void {
    if (start >= end) return;
    this.#next = (this.#next + end - start) >>> 0;
    if (!this.#sink.data(bytes, start, end)) this.close();
  }

  #wait(seq: number, bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    const isMuch = this.#waiting.length >= maxWaiting || this.#waitingBytes + length > maxWaitingBytes;
    if (isMuch || !this.#budget.take(length)) {
      this.end();
      return;
    }
    this.#waiting.push({ seq, bytes: bytes.slice(start, end) });
    this.#waitingBytes += length;
  }

  #catchUp(): void {
    for (;;) {
      const at = this.#waiting.findIndex(({ seq }) => ((seq - this.#next) | 0) <= 0);
      const [segment] = at < 0 ? [] : this.#waiting.splice(at, 1);
      if (!segment || !this.open) return;
      this.#waitingBytes -= segment.bytes.length;
      this.#budget.give(segment.bytes.length);
      this.#deliver(segment.bytes, (this.#next - segment.seq) | 0, segment.bytes.length);
    }
  }
}
