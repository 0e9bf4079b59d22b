import type { PacketCrypto } from "./crypto.ts";
import { maxClientHello } from "./tls-client-hello.ts";

/** How a version of QUIC hides its first packets: RFC 9001 §5.2, RFC 9369 §3.3, and the drafts before them. */
interface Protection {
  readonly salt: Uint8Array;
  /** In front of the labels "key", "iv" and "hp". */
  readonly prefix: string;
  /** Bits 4 and 5 of the first byte of an Initial. */
  readonly initial: number;
}

interface Keys {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
  readonly header: Uint8Array;
}

const version1: Protection = { salt: hex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a"), prefix: "quic ", initial: 0 };
const version2: Protection = {
  salt: hex("0dede3def700a6db819381be6e269dcbf9bd2ed9"),
  prefix: "quicv2 ",
  initial: 0x10,
};
const draft29: Protection = { ...version1, salt: hex("afbfec289993d24c9e9786f19c6111e04390a899") };
const draft23: Protection = { ...version1, salt: hex("c3eef712c72ebb5a11a7d2432bb46365bef9f502") };

/** Datagrams of one connection that are looked into: a ClientHello takes two or three, sent again a few more. */
const maxDatagrams = 24;
/** Ranges of CRYPTO frames that do not touch: browsers cut their hello into a dozen. */
const maxRanges = 256;

/** The version in a QUIC long header (RFC 8999), 0 where the datagram does not begin with one of a version that is known to exist. */
export function quicVersion(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 7 || ((bytes[start] ?? 0) & 0x80) === 0) return 0;
  const version = u32(bytes, start + 1);
  if (protectionOf(version)) return version;
  // Google's own versions Q046, Q050, T050 …, and Facebook's.
  const letters = version >>> 8;
  const google = letters === 0x513034 || letters === 0x513035 || letters === 0x543035;
  return google || version >>> 8 === 0xfaceb0 ? version : 0;
}

/** Whether `QuicOpening` can open the first packets of this version. */
export function opensVersion(version: number): boolean {
  return protectionOf(version) !== undefined;
}

function protectionOf(version: number): Protection | undefined {
  if (version === 1) return version1;
  if (version === 0x6b3343cf) return version2;
  if (version >= 0xff00001d && version <= 0xff000022) return version >= 0xff000021 ? version1 : draft29;
  if (version >= 0xff000017 && version <= 0xff00001c) return draft23;
  return undefined;
}

/**
 * Puts the ClientHello of a QUIC connection together from what its client sends first: Initial packets, several in a datagram or over several
 * datagrams, their CRYPTO frames in any order (RFC 9000 §17.2.2, §19.6). Memory: one ClientHello.
 */
export class QuicOpening {
  readonly #crypto: PacketCrypto;
  #keys: Keys | undefined;
  /** The connection id that the keys were made of. */
  #keyId = "";
  #datagrams = 0;
  #message = new Uint8Array(2048);
  #ranges: { start: number; end: number }[] = [];
  /** False once nothing more is to be expected of further datagrams. */
  open = true;

  constructor(crypto: PacketCrypto) {
    this.#crypto = crypto;
  }

  /** Takes a datagram that the client sent; the whole handshake message (ClientHello) as soon as it is there. */
  add(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined {
    if (++this.#datagrams > maxDatagrams) this.open = false;
    for (let at = start; at < end && this.open; ) {
      const next = this.#packet(bytes, at, end);
      const whole = this.#whole();
      if (whole) {
        this.open = false;
        return whole;
      }
      if (next <= at) break;
      at = next;
    }
    return undefined;
  }

  /** What came of the message without a gap from its beginning, for where the rest never comes. */
  begun(): Uint8Array {
    const [first] = this.#ranges;
    return this.#message.subarray(0, first?.start === 0 ? first.end : 0);
  }

  /** One packet; answers where the next one in the datagram begins, or `start` where none can be found. */
  #packet(bytes: Uint8Array, start: number, end: number): number {
    const first = bytes[start] ?? 0;
    const protection = end - start < 7 ? undefined : protectionOf(u32(bytes, start + 1));
    if ((first & 0x80) === 0 || !protection) return start;
    const idLength = bytes[start + 5] ?? 0;
    const sourceAt = start + 6 + idLength;
    let at = sourceAt + 1 + (bytes[sourceAt] ?? 0);
    if (idLength > 20 || at >= end) return start;
    const type = first & 0x30;
    const retry = protection.initial === 0 ? 0x30 : 0;
    if (type === retry) return start;
    if (type === protection.initial) {
      const token = varint(bytes, at, end);
      at = token.next + token.value;
    }
    const length = varint(bytes, at, end);
    const packetEnd = length.next + length.value;
    if (length.next <= 0 || packetEnd > end) return start;
    if (type === protection.initial && length.value >= 20) {
      const id = bytes.subarray(start + 6, start + 6 + idLength);
      const frames = this.#unseal(protection, id, bytes.subarray(start, packetEnd), length.next - start);
      if (frames) this.#frames(frames);
    }
    return packetEnd;
  }

  /**
   * Opens a packet with the keys of the connection's first id; a Retry changes that id, so a packet that does not open is tried with its own.
   */
  #unseal(protection: Protection, id: Uint8Array, packet: Uint8Array, numberAt: number): Uint8Array | undefined {
    const name = id.join();
    const before = this.#keys && unseal(this.#crypto, this.#keys, packet, numberAt);
    if (before || name === this.#keyId) return before;
    const keys = clientKeys(this.#crypto, protection, id);
    const opened = unseal(this.#crypto, keys, packet, numberAt);
    if (opened || !this.#keys) {
      this.#keys = keys;
      this.#keyId = name;
    }
    return opened;
  }

  #frames(frames: Uint8Array): void {
    const end = frames.length;
    for (let at = 0; at < end; ) {
      const type = frames[at] ?? 0;
      at++;
      if (type === 0 || type === 1) continue;
      if (type === 2 || type === 3) at = afterAck(frames, at, type);
      else if (type === 6) {
        const offset = varint(frames, at, end);
        const length = varint(frames, offset.next, end);
        if (length.next < 0 || length.next + length.value > end) return;
        this.#keep(offset.value, frames.subarray(length.next, length.next + length.value));
        at = length.next + length.value;
      } else return;
      if (at < 0) return;
    }
  }

  #keep(offset: number, part: Uint8Array): void {
    const end = offset + part.length;
    if (end > maxClientHello || part.length === 0) return;
    if (end > this.#message.length) {
      const larger = new Uint8Array(Math.max(end, this.#message.length * 2));
      larger.set(this.#message);
      this.#message = larger;
    }
    this.#message.set(part, offset);
    const merged: { start: number; end: number }[] = [];
    const added = { start: offset, end };
    for (const range of this.#ranges) {
      if (range.end < added.start || range.start > added.end) merged.push(range);
      else {
        added.start = Math.min(added.start, range.start);
        added.end = Math.max(added.end, range.end);
      }
    }
    merged.push(added);
    this.#ranges = merged.sort((one, other) => one.start - other.start);
    if (merged.length > maxRanges) this.open = false;
  }

  #whole(): Uint8Array | undefined {
    const begun = this.begun();
    if (begun.length < 4) return undefined;
    const length = 4 + ((begun[1] ?? 0) << 16) + ((begun[2] ?? 0) << 8) + (begun[3] ?? 0);
    if (length > maxClientHello) this.open = false;
    return begun.length < length ? undefined : begun.subarray(0, length);
  }
}

/** Takes off header protection and opens the payload (RFC 9001 §5.3, §5.4). */
function unseal(crypto: PacketCrypto, keys: Keys, packet: Uint8Array, numberAt: number): Uint8Array | undefined {
  const mask = crypto.aes128Ecb(keys.header, packet.subarray(numberAt + 4, numberAt + 20));
  const first = (packet[0] ?? 0) ^ ((mask[0] ?? 0) & 0x0f);
  const numberLength = (first & 3) + 1;
  // Copies: `slice` of Node's Buffer is a view, which would change the keys.
  const header = Uint8Array.from(packet.subarray(0, numberAt + numberLength));
  header[0] = first;
  const nonce = Uint8Array.from(keys.iv);
  for (let at = 0; at < numberLength; at++) {
    const byte = (packet[numberAt + at] ?? 0) ^ (mask[at + 1] ?? 0);
    header[numberAt + at] = byte;
    const place = 12 - numberLength + at;
    nonce[place] = (nonce[place] ?? 0) ^ byte;
  }
  return crypto.aes128Gcm(keys.key, nonce, header, packet.subarray(numberAt + numberLength));
}

function clientKeys(crypto: PacketCrypto, { salt, prefix }: Protection, id: Uint8Array): Keys {
  const client = expand(crypto, crypto.hmacSha256(salt, id), "client in", 32);
  return {
    key: expand(crypto, client, `${prefix}key`, 16),
    iv: expand(crypto, client, `${prefix}iv`, 12),
    header: expand(crypto, client, `${prefix}hp`, 16),
  };
}

/** HKDF-Expand-Label without context (RFC 8446 §7.1), for one block of output. */
function expand(crypto: PacketCrypto, secret: Uint8Array, label: string, length: number): Uint8Array {
  const name = `tls13 ${label}`;
  const info = new Uint8Array(name.length + 5);
  info[1] = length;
  info[2] = name.length;
  for (let at = 0; at < name.length; at++) info[3 + at] = name.charCodeAt(at);
  info[name.length + 4] = 1;
  return crypto.hmacSha256(secret, info).subarray(0, length);
}

/** Behind an ACK frame (RFC 9000 §19.3), −1 where it breaks off. */
function afterAck(frames: Uint8Array, start: number, type: number): number {
  const end = frames.length;
  const largest = varint(frames, start, end);
  const delay = varint(frames, largest.next, end);
  const count = varint(frames, delay.next, end);
  let { next } = varint(frames, count.next, end);
  const values = count.value * 2 + (type === 3 ? 3 : 0);
  for (let left = values; left > 0 && next >= 0; left--) next = varint(frames, next, end).next;
  return next;
}

/** A variable-length integer (RFC 9000 §16); `next` is −1 where it breaks off, and stays so when it is read on from there. */
function varint(bytes: Uint8Array, at: number, end: number): { value: number; next: number } {
  if (at < 0 || at >= end) return { value: 0, next: -1 };
  const first = bytes[at] ?? 0;
  const length = 1 << (first >> 6);
  if (at + length > end) return { value: 0, next: -1 };
  let value = first & 0x3f;
  for (let more = 1; more < length; more++) value = value * 256 + (bytes[at + more] ?? 0);
  return { value, next: at + length };
}

function u32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

function hex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}
