import type { ByteStore } from "../formats/byte-store.ts";
import type { Words } from "../formats/ip-packet.ts";
import type { QuicOpening } from "../formats/quic-initial.ts";
import type { TcpStream } from "../formats/tcp-stream.ts";
import type { ClientHelloSeen, HostSource, Protocol, SeenRequest } from "./flow.ts";

/** One connection while the capture is read. `a` is the end that sent its first packet. */
export interface Connection {
  readonly version: number;
  readonly transport: number;
  readonly a: Words;
  readonly b: Words;
  readonly aPort: number;
  readonly bPort: number;
  uid: number;
  readonly first: number;
  readonly start: number;
  last: number;
  bytesA: number;
  bytesB: number;
  clientIsA: boolean;
  /** Sequence number of the client's SYN, −1 where none was seen. */
  syn: number;
  serverSyn: number;
  /** Whether bytes of the client, of the server, are still looked into. */
  clientOpen: boolean;
  serverOpen: boolean;
  client: TcpStream | null;
  server: TcpStream | null;
  /** First datagrams of an unknown protocol. */
  held: ByteStore | null;
  quic: QuicOpening | null;
  protocol: Protocol | null;
  host: string | null;
  hostFrom: HostSource | null;
  hello: ClientHelloSeen | null;
  requests: SeenRequest[];
  /** Requests of the beginning that have their answer. */
  answered: number;
  payload: Uint8Array | null;
  dnsMessages: number;
  /** Hardware address of the client as a number, 0 for the phone itself, −1 where it is not known. */
  readonly station: number;
}

/** Connections that are followed at once and in all; a capture with more is a scan or made to fill memory. */
export const maxConnections = 250_000;

/** Places that are looked at for one packet. */
const maxProbes = 500;

/**
 * Finds connections by both ends, transport and uid, without making anything for a packet: open addressing over one array of numbers.
 * The same ends with another uid are another connection.
 */
export class ConnectionTable {
  readonly all: Connection[] = [];
  #slots = new Int32Array(1 << 12);
  #last: Connection | undefined;
  /** Of the connection found last: whether the packet went from `a` to `b`. */
  fromA = true;
  /** Whether the last search gave up: the addresses were chosen so that all fall on one place. */
  crowded = false;

  /** The connection of a packet, undefined where it is the first one of it. */
  find(
    version: number,
    transport: number,
    source: Words,
    target: Words,
    sourcePort: number,
    targetPort: number,
    uid: number,
  ): Connection | undefined {
    // Packets of one connection come in runs.
    const last = this.#last;
    if (last && this.#is(last, version, transport, source, target, sourcePort, targetPort, uid)) return last;
    const mask = this.#slots.length - 1;
    let slot = hash(source, target, sourcePort, targetPort) & mask;
    let probes = 0;
    this.crowded = false;
    for (let index = this.#slots[slot] ?? 0; index !== 0; index = this.#slots[slot] ?? 0) {
      if (++probes > maxProbes) {
        this.crowded = true;
        return undefined;
      }
      const connection = this.all[index - 1];
      if (connection && this.#is(connection, version, transport, source, target, sourcePort, targetPort, uid)) {
        this.#last = connection;
        return connection;
      }
      slot = (slot + 1) & mask;
    }
    return undefined;
  }

  /** Adds a connection; one that was found before and has the same ends is found no more. */
  add(connection: Connection, instead: Connection | undefined): void {
    if ((this.all.length + 1) * 2 > this.#slots.length) this.#grow();
    this.all.push(connection);
    this.#place(connection, this.all.length, instead);
    this.#last = connection;
    this.fromA = true;
  }

  #is(
    connection: Connection,
    version: number,
    transport: number,
    source: Words,
    target: Words,
    sourcePort: number,
    targetPort: number,
    uid: number,
  ): boolean {
    if (connection.version !== version || connection.transport !== transport) return false;
    if (uid >= 0 && connection.uid >= 0 && connection.uid !== uid) return false;
    const { a, b, aPort, bPort } = connection;
    if (aPort === sourcePort && bPort === targetPort && same(a, source) && same(b, target)) {
      this.fromA = true;
      return true;
    }
    if (aPort === targetPort && bPort === sourcePort && same(a, target) && same(b, source)) {
      this.fromA = false;
      return true;
    }
    return false;
  }

  #place(connection: Connection, index: number, instead: Connection | undefined): void {
    const mask = this.#slots.length - 1;
    let slot = hash(connection.a, connection.b, connection.aPort, connection.bPort) & mask;
    for (let held = this.#slots[slot] ?? 0; held !== 0; held = this.#slots[slot] ?? 0) {
      if (instead && this.all[held - 1] === instead) break;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = index;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (const index of before) {
      const connection = index === 0 ? undefined : this.all[index - 1];
      if (connection) this.#place(connection, index, undefined);
    }
  }
}

/** The same for both directions. */
function hash(one: Words, other: Words, onePort: number, otherPort: number): number {
  const ends = (one.a ^ other.a) + (one.b ^ other.b) * 3 + (one.c ^ other.c) * 5 + (one.d ^ other.d) * 7;
  let mixed = Math.imul(ends | 0, 0x9e3779b1) ^ Math.imul((onePort ^ otherPort) + onePort + otherPort, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}

function same(one: Words, other: Words): boolean {
  return one.a === other.a && one.b === other.b && one.c === other.c && one.d === other.d;
}
