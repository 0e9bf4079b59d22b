import { FormatError } from "../core/errors.ts";
import type { PacketCrypto } from "../formats/crypto.ts";
import type { ZipCodec } from "../formats/zip.ts";

/** A file with traffic, read once from front to back. */
export interface RecordFile {
  /** Without its path; only told, never gone by. */
  readonly name: string;
  /** Bytes, as far as known. */
  readonly size: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What is known besides the file. */
export interface RecordContext {
  /** What reading packets needs. */
  readonly crypto: PacketCrypto;
  /** Packages by Android's app id, out of `pm list packages -U`. */
  readonly packages?: PackagesByUid | undefined;
  /** For logs whose lines have neither year nor zone: the year of the last line, and the minutes of that clock east of UTC. */
  readonly clock?: { readonly year: number; readonly offsetMinutes: number } | undefined;
  /** In a log that serves several devices: the one that is meant, as `TrafficRecord.clients` names it. */
  readonly client?: string | undefined;
  /** Unpacks what is zipped, faster than the portable way. */
  readonly codec?: ZipCodec | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Names of packages by uid; several where they share one. */
export type PackagesByUid = ReadonlyMap<number, readonly string[]>;

/**
 * All of a file in memory.
 *
 * @throws FormatError where it has more than `most` bytes
 */
export async function wholeOf(chunks: AsyncIterable<Uint8Array>, format: string, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) throw new FormatError(format, `it is larger than ${most} bytes`);
    parts.push(chunk);
  }
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The chunks, and how many bytes of them were taken so far; stops when it is cancelled. */
export class CountedChunks implements AsyncIterable<Uint8Array> {
  readonly #chunks: AsyncIterable<Uint8Array>;
  readonly #signal: AbortSignal | undefined;
  #taken = 0;

  constructor(chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal) {
    this.#chunks = chunks;
    this.#signal = signal;
  }

  get taken(): number {
    return this.#taken;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#chunks) {
      this.#signal?.throwIfAborted();
      this.#taken += chunk.length;
      yield chunk;
    }
  }
}

/** The first `length` bytes (fewer where there are not as many), and the whole of the chunks, these bytes among them. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly first: Uint8Array; readonly all: AsyncIterable<Uint8Array>; close(): Promise<void> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let have = 0;
  while (have < length) {
    const { done, value } = await iterator.next();
    if (done) break;
    seen.push(value);
    have += value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* seen.splice(0);
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  const first = new Uint8Array(have);
  let at = 0;
  for (const chunk of seen) {
    first.set(chunk, at);
    at += chunk.length;
  }
  return {
    first,
    all: all(),
    async close() {
      await iterator.return?.();
    },
  };
}
