import type { IpPacket } from "./ip-packet.ts";

/** A datagram put together: what the protocol above gets, and the lengths of all its IP packets added up. */
export interface Datagram {
  readonly bytes: Uint8Array;
  readonly length: number;
}

interface Part {
  readonly at: number;
  readonly bytes: Uint8Array;
}

interface Unfinished {
  readonly parts: Part[];
  have: number;
  total: number;
  length: number;
}

/** Longest datagram there is (RFC 791). */
const maxDatagram = 65_535;
/** More than the smallest link makes of it. */
const maxParts = 256;

/**
 * Puts the parts of IP datagrams together. At most `maxUnfinished` are held, the oldest gives way; parts that overlap differently make the
 * datagram void, as RFC 5722 demands.
 */
export class FragmentJoiner {
  readonly #unfinished = new Map<string, Unfinished>();
  readonly #maxUnfinished: number;
  /** Datagrams that were given up, those that are still held not among them. */
  dropped = 0;

  constructor(maxUnfinished = 64) {
    this.#maxUnfinished = maxUnfinished;
  }

  /** Datagrams of which parts are missing. */
  get waiting(): number {
    return this.#unfinished.size;
  }

  /** Takes one part; the datagram when it was the last that was missing. */
  add(packet: IpPacket, bytes: Uint8Array): Datagram | undefined {
    const { source, target } = packet;
    const ends = [source.a, source.b, source.c, source.d, target.a, target.b, target.c, target.d];
    // RFC 791 counts the protocol among what tells datagrams apart, RFC 8200 does not.
    const key = `${ends.join()},${packet.fragmentId},${packet.version === 4 ? packet.protocol : 6}`;
    const part = bytes.slice(packet.start, packet.end);
    const unfinished = this.#unfinished.get(key) ?? this.#begin(key);
    const start = packet.fragmentAt;
    const end = start + part.length;
    // Captures on several interfaces see the same part twice.
    if (unfinished.parts.some(({ at, bytes: known }) => at === start && isSame(known, part))) return undefined;
    if (packet.cut || !fits(unfinished, start, end, packet.more)) return this.#drop(key);
    unfinished.parts.push({ at: start, bytes: part });
    unfinished.have += part.length;
    unfinished.length += packet.length;
    if (!packet.more) unfinished.total = end;
    if (unfinished.have !== unfinished.total) return undefined;
    this.#unfinished.delete(key);
    const whole = new Uint8Array(unfinished.total);
    for (const each of unfinished.parts) whole.set(each.bytes, each.at);
    return { bytes: whole, length: unfinished.length };
  }

  #begin(key: string): Unfinished {
    const [oldest] = this.#unfinished.keys();
    if (oldest !== undefined && this.#unfinished.size >= this.#maxUnfinished) this.#drop(oldest);
    const unfinished = { parts: [], have: 0, total: -1, length: 0 };
    this.#unfinished.set(key, unfinished);
    return unfinished;
  }

  #drop(key: string): undefined {
    this.#unfinished.delete(key);
    this.dropped++;
  }
}

/** Whether a part lies inside the datagram beside the others, as a last part does behind all of them. */
function fits({ parts, total }: Unfinished, start: number, end: number, more: boolean): boolean {
  if (end > maxDatagram || parts.length >= maxParts || (total >= 0 && (!more || end > total))) return false;
  return parts.every(
    ({ at, bytes }) => (at >= end || start >= at + bytes.length) && (more || at + bytes.length <= end),
  );
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
