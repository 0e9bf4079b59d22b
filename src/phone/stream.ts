import { BrokenPipe, ByteQueue, concat } from "./byte-queue.ts";

/** What a service gets of the stream that the computer opened for it. */
export interface ServiceStream {
  /** What the computer sends. */
  readonly input: ByteQueue;
  /** Sends bytes; resolves when there is room for more. @throws BrokenPipe when the computer closed the stream. */
  write(bytes: Uint8Array): Promise<void>;
  /** Aborted when the computer closed the stream or the connection is over. */
  readonly signal: AbortSignal;
}

/** Serves one stream; when it resolves the stream is closed after everything written has arrived. */
export type Service = (stream: ServiceStream) => Promise<void>;

/** Finds the service for a name such as `shell,v2,raw:ls`; undefined refuses it. */
export type Services = (name: string) => Service | undefined;

/** The bytes of input kept for a service that does not read; the computer's next packet is acknowledged when it has. */
const inputLimit = 1 << 20;

/**
 * The phone's end of one stream: sends at most one packet at a time and waits for its acknowledgement
 * (protocol.txt, "WRITE"); what is written meanwhile goes out together in the next packet.
 */
export class DaemonStream implements ServiceStream {
  readonly input = new ByteQueue(inputLimit);
  readonly #abort = new AbortController();
  readonly #sendPayload: (payload: Uint8Array) => void;
  readonly #maxPayload: number;
  #queue: Uint8Array[] = [];
  #queued = 0;
  #inFlight = false;
  #waiting: (() => void)[] = [];

  constructor(maxPayload: number, sendPayload: (payload: Uint8Array) => void) {
    this.#maxPayload = maxPayload;
    this.#sendPayload = sendPayload;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.signal.aborted) throw new BrokenPipe();
    if (bytes.length === 0) return;
    this.#queue.push(bytes);
    this.#queued += bytes.length;
    this.#pump();
    while (this.#queued > this.#maxPayload) await this.#progress();
  }

  /** Resolves when everything written was acknowledged. @throws BrokenPipe when it cannot be any more. */
  async drained(): Promise<void> {
    while (this.#queued > 0 || this.#inFlight) await this.#progress();
  }

  /** The computer acknowledged a packet. */
  acknowledged(): void {
    this.#inFlight = false;
    this.#pump();
    this.#wake();
  }

  /** The computer closed the stream, or the connection is over. */
  closed(): void {
    this.#abort.abort();
    this.input.end();
    this.#queue = [];
    this.#queued = 0;
    this.#wake();
  }

  async #progress(): Promise<void> {
    if (!this.signal.aborted) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.signal.aborted) throw new BrokenPipe();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #pump(): void {
    if (this.#inFlight || this.#queued === 0 || this.signal.aborted) return;
    this.#inFlight = true;
    this.#sendPayload(this.#take());
  }

  #take(): Uint8Array {
    const taken: Uint8Array[] = [];
    let room = this.#maxPayload;
    let used = 0;
    for (const chunk of this.#queue) {
      if (room === 0) break;
      const part = chunk.subarray(0, room);
      taken.push(part);
      room -= part.length;
      if (part.length === chunk.length) used++;
      else this.#queue[used] = chunk.subarray(part.length);
    }
    this.#queue.splice(0, used);
    const payload = concat(taken);
    this.#queued -= payload.length;
    return payload;
  }
}
