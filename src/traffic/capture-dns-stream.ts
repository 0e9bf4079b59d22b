import { ByteStore } from "../formats/byte-store.ts";
import { readDns } from "../formats/dns-message.ts";
import type { StreamSink } from "../formats/tcp-stream.ts";
import type { CaptureTools } from "./capture-streams.ts";
import type { Connection } from "./capture-table.ts";

/** Longest message that is put together; those with addresses are far shorter. */
const maxMessage = 16_384;

/** Reads DNS over TCP, in either direction: each message behind its length in two bytes (RFC 1035 §4.2.2). */
export class DnsStreamSink implements StreamSink {
  readonly #connection: Connection;
  readonly #tools: CaptureTools;
  readonly #held: ByteStore;
  /** Bytes of a message that is too long, which are passed over. */
  #skip = 0;

  constructor(connection: Connection, tools: CaptureTools) {
    this.#connection = connection;
    this.#tools = tools;
    this.#held = new ByteStore(maxMessage + 2, tools.budget);
  }

  data(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    while (at < end) {
      const skipped = Math.min(this.#skip, end - at);
      this.#skip -= skipped;
      at += skipped;
      const need = this.#need();
      const part = Math.min(need - this.#held.length, end - at);
      this.#held.add(bytes, at, at + part);
      at += part;
      if (this.#held.full) {
        this.finish();
        return false;
      }
      if (this.#held.length === this.#need() && this.#held.length > 2 && !this.#message()) return false;
    }
    return true;
  }

  finish(): void {
    this.#held.clear();
  }

  /** Bytes up to the end of the length, or of the message. */
  #need(): number {
    if (this.#held.length < 2) return 2;
    const length = ((this.#held.bytes[0] ?? 0) << 8) | (this.#held.bytes[1] ?? 0);
    if (length > 0 && length <= maxMessage) return 2 + length;
    this.#skip = length;
    this.#held.clear();
    return 2;
  }

  #message(): boolean {
    const { bytes, length } = this.#held;
    const message = readDns(bytes, new DataView(bytes.buffer), 2, length);
    this.#held.clear();
    if (!message) return this.#connection.dnsMessages > 0;
    this.#connection.protocol = "dns";
    this.#connection.dnsMessages++;
    this.#tools.names.note(message, this.#connection, this.#tools.arrival);
    return true;
  }
}
