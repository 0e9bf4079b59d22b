// Writes packets and captures byte by byte, for tests and benchmarks: what readers are to find in them is known.
import { createCipheriv, createHmac } from "node:crypto";

/** Bytes in a row. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}

export const u8 = (value: number) => Uint8Array.of(value);
export const u16 = (value: number, little = false) => number(2, value, little);
export const u24 = (value: number) => number(4, value, false).subarray(1);
export const u32 = (value: number, little = false) => number(4, value, little);
export const ascii = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

/** An end of a connection: address as bytes (4 or 16) and port. */
export interface End {
  readonly address: Uint8Array;
  readonly port: number;
}

/** An IPv4 address in dotted form, or an IPv6 address of eight groups, with a port. */
export function end(address: string, port: number): End {
  const bytes = address.includes(":")
    ? joined(...address.split(":").map((group) => u16(Number.parseInt(group || "0", 16))))
    : Uint8Array.from(address.split("."), Number);
  return { address: bytes, port };
}

/** An IP packet of either version. */
export function ip(from: End, to: End, protocol: number, payload: Uint8Array): Uint8Array {
  if (from.address.length === 16)
    return joined([0x60, 0, 0, 0], u16(payload.length), [protocol, 64], from.address, to.address, payload);
  return ipv4(from, to, protocol, payload, 0, 0x4000);
}

/** An IPv4 packet with identification and the field of flags and fragment offset. */
export function ipv4(from: End, to: End, protocol: number, payload: Uint8Array, id: number, part: number): Uint8Array {
  const header = joined(
    [0x45, 0],
    u16(20 + payload.length),
    u16(id),
    u16(part),
    [64, protocol, 0, 0],
    from.address,
    to.address,
  );
  header.set(u16(checksum(header)), 10);
  return joined(header, payload);
}

/** The parts of an IPv4 datagram, each with at most `size` bytes (a multiple of 8). */
export function fragments(from: End, to: End, protocol: number, payload: Uint8Array, size: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < payload.length; at += size) {
    const more = at + size < payload.length ? 0x2000 : 0;
    parts.push(ipv4(from, to, protocol, payload.subarray(at, at + size), 4711, more | (at >> 3)));
  }
  return parts;
}

/** The parts of an IPv6 datagram. */
export function fragments6(from: End, to: End, protocol: number, payload: Uint8Array, size: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < payload.length; at += size) {
    const more = at + size < payload.length ? 1 : 0;
    const header = joined([protocol, 0], u16(at | more), u32(4711));
    parts.push(ip(from, to, 44, joined(header, payload.subarray(at, at + size))));
  }
  return parts;
}

export const flags = { fin: 1, syn: 2, rst: 4, push: 8, ack: 16 } as const;

/** A TCP segment in an IP packet. */
export function tcp(
  from: End,
  to: End,
  seq: number,
  ack: number,
  flag: number,
  payload: Uint8Array = new Uint8Array(),
): Uint8Array {
  const header = joined(u16(from.port), u16(to.port), u32(seq), u32(ack), [0x50, flag, 0xff, 0xff, 0, 0, 0, 0]);
  return ip(from, to, 6, withChecksum(from, to, 6, joined(header, payload), 16));
}

/** A UDP datagram, not yet in an IP packet. */
export function datagram(from: End, to: End, payload: Uint8Array): Uint8Array {
  const whole = joined(u16(from.port), u16(to.port), u16(8 + payload.length), [0, 0], payload);
  return withChecksum(from, to, 17, whole, 6);
}

/** A UDP datagram in an IP packet. */
export function udp(from: End, to: End, payload: Uint8Array): Uint8Array {
  return ip(from, to, 17, datagram(from, to, payload));
}

/** A connection over TCP: handshake, what the client sends in segments of `size`, an answer, the end. */
export function tcpTalk(client: End, server: End, sent: Uint8Array, received: Uint8Array, size = 1400): Uint8Array[] {
  const packets = [
    tcp(client, server, 1000, 0, flags.syn),
    tcp(server, client, 9000, 1001, flags.syn | flags.ack),
    tcp(client, server, 1001, 9001, flags.ack),
  ];
  for (let at = 0; at < sent.length; at += size)
    packets.push(tcp(client, server, 1001 + at, 9001, flags.push | flags.ack, sent.subarray(at, at + size)));
  for (let at = 0; at < received.length; at += size)
    packets.push(
      tcp(server, client, 9001 + at, 1001 + sent.length, flags.push | flags.ack, received.subarray(at, at + size)),
    );
  packets.push(
    tcp(client, server, 1001 + sent.length, 9001 + received.length, flags.fin | flags.ack),
    tcp(server, client, 9001 + received.length, 1002 + sent.length, flags.fin | flags.ack),
  );
  return packets;
}

export interface HelloOptions {
  readonly name?: string;
  readonly alpn?: readonly string[];
  readonly versions?: readonly number[];
  readonly ech?: boolean;
  /** Bytes of padding, to make it longer than a packet. */
  readonly padding?: number;
  readonly quic?: boolean;
}

const extension = (type: number, body: Uint8Array) => joined(u16(type), u16(body.length), body);
const vector8 = (body: Uint8Array) => joined(u8(body.length), body);
const vector16 = (body: Uint8Array) => joined(u16(body.length), body);

/** A ClientHello as handshake message, without a record around it. */
export function clientHello(options: HelloOptions): Uint8Array {
  const { name, alpn = ["h2", "http/1.1"], versions = [0x0304, 0x0303], ech, padding, quic } = options;
  const extensions = [
    ...(name === undefined ? [] : [extension(0, vector16(joined([0], vector16(ascii(name)))))]),
    extension(10, vector16(joined(u16(0x001d), u16(0x0017)))),
    extension(13, vector16(joined(u16(0x0403), u16(0x0804), u16(0x0401)))),
    ...(alpn.length > 0 ? [extension(16, vector16(joined(...alpn.map((each) => vector8(ascii(each))))))] : []),
    ...(versions.length > 0 ? [extension(43, vector8(joined(...versions.map((version) => u16(version)))))] : []),
    extension(51, vector16(joined(u16(0x001d), vector16(new Uint8Array(32).fill(7))))),
    ...(ech
      ? [
          extension(
            0xfe0d,
            joined([0], u16(1), u16(1), [9], vector16(new Uint8Array(32)), vector16(new Uint8Array(64))),
          ),
        ]
      : []),
    ...(quic ? [extension(0x39, joined([1, 2, 0x40, 0x80]))] : []),
    ...(padding ? [extension(21, new Uint8Array(padding))] : []),
  ];
  const body = joined(
    u16(0x0303),
    new Uint8Array(32).fill(3),
    vector8(new Uint8Array(quic ? 0 : 32).fill(5)),
    vector16(joined(...[0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f].map((cipher) => u16(cipher)))),
    vector8(u8(0)),
    vector16(joined(...extensions)),
  );
  return joined([1], u24(body.length), body);
}

/** Handshake bytes in TLS records of at most `size`. */
export function records(message: Uint8Array, size = 16_384): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < message.length; at += size) {
    const part = message.subarray(at, at + size);
    parts.push(joined([22, 3, 1], u16(part.length), part));
  }
  return joined(...parts);
}

/** A ServerHello in its record that takes `version`. */
export function serverHello(version: number): Uint8Array {
  const supported = version === 0x0304 ? vector16(extension(43, u16(version))) : vector16(new Uint8Array());
  const body = joined(
    u16(Math.min(version, 0x0303)),
    new Uint8Array(32).fill(4),
    vector8(new Uint8Array(32).fill(5)),
    u16(version === 0x0304 ? 0x1301 : 0xc02f),
    [0],
    supported,
  );
  return records(joined([2], u24(body.length), body));
}

const quicVersions = {
  1: { salt: "38762cf7f55934b34d179ae6a4c80cadccbb7f0a", prefix: "quic ", initial: 0xc0 },
  [0x6b3343cf]: { salt: "0dede3def700a6db819381be6e269dcbf9bd2ed9", prefix: "quicv2 ", initial: 0xd0 },
  [0xff00001d]: { salt: "afbfec289993d24c9e9786f19c6111e04390a899", prefix: "quic ", initial: 0xc0 },
  [0xff00001b]: { salt: "c3eef712c72ebb5a11a7d2432bb46365bef9f502", prefix: "quic ", initial: 0xc0 },
} as const;
export type QuicVersion = keyof typeof quicVersions;

/** One QUIC Initial from a client whose payload is `frames`, filled up to 1,162 bytes with padding. RFC 9001. */
export function quicInitial(
  frames: Uint8Array,
  options: {
    readonly id?: Uint8Array;
    /** The id that the keys are made of, where a server's answer or Retry changed the one in the packet. */
    readonly keyId?: Uint8Array;
    readonly version?: QuicVersion;
    readonly packet?: number;
    readonly token?: Uint8Array;
    readonly fill?: number;
  } = {},
): Uint8Array {
  const { id = ascii("candor!!"), version = 1, packet = 0, token = new Uint8Array(), fill = 1162 } = options;
  const keyId = options.keyId ?? id;
  const { salt, prefix, initial } = quicVersions[version];
  const secret = expand(createHmac("sha256", Buffer.from(salt, "hex")).update(keyId).digest(), "client in", 32);
  const [key, iv, mask] = [
    expand(secret, `${prefix}key`, 16),
    expand(secret, `${prefix}iv`, 12),
    expand(secret, `${prefix}hp`, 16),
  ];
  const payload = joined(frames, new Uint8Array(Math.max(0, fill - frames.length)));
  const header = joined(
    u8(initial | 3),
    u32(version),
    vector8(id),
    u8(0),
    varint(token.length),
    token,
    varint(4 + payload.length + 16),
    u32(packet),
  );
  const nonce = Uint8Array.from(iv);
  for (const [at, byte] of u32(packet).entries()) nonce[8 + at] = (nonce[8 + at] ?? 0) ^ byte;
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  cipher.setAAD(header);
  const sealed = Buffer.concat([cipher.update(payload), cipher.final(), cipher.getAuthTag()]);
  const whole = joined(header, sealed);
  const numberAt = header.length - 4;
  const cover = createCipheriv("aes-128-ecb", mask, null).update(whole.subarray(numberAt + 4, numberAt + 20));
  whole[0] = (whole[0] ?? 0) ^ ((cover[0] ?? 0) & 15);
  for (let at = 0; at < 4; at++) whole[numberAt + at] = (whole[numberAt + at] ?? 0) ^ (cover[1 + at] ?? 0);
  return whole;
}

/** A CRYPTO frame with the bytes of `message` from `from` to `to`. */
export function cryptoFrame(message: Uint8Array, from = 0, to = message.length): Uint8Array {
  return joined([6], varint(from), varint(to - from), message.subarray(from, to));
}

/** A DNS question, or with addresses its answer. */
export function dns(id: number, name: string, addresses: readonly Uint8Array[] = [], type = 1): Uint8Array {
  const labels = joined(...name.split(".").map((label) => vector8(ascii(label))), [0]);
  const answers = addresses.map((address) =>
    joined(u16(0xc00c), u16(address.length === 4 ? 1 : 28), u16(1), u32(60), vector16(address)),
  );
  const head = joined(u16(id), u16(addresses.length > 0 ? 0x8180 : 0x0100), u16(1), u16(answers.length), u32(0));
  return joined(head, labels, u16(type), u16(1), ...answers);
}

/** An Ethernet frame, with a VLAN tag for each number given. */
export function ethernet(packet: Uint8Array, { from = 1, to = 2, vlans = [] as readonly number[] } = {}): Uint8Array {
  const tags = vlans.map((id) => joined(u16(0x8100), u16(id)));
  return joined([2, 0, 0, 0, 0, to], [2, 0, 0, 0, 0, from], ...tags, etherType(packet), packet);
}

/** Linux "cooked" capture, version 1 or 2. */
export function cooked(packet: Uint8Array, version: 1 | 2): Uint8Array {
  const station = [2, 0, 0, 0, 0, 1, 0, 0];
  return version === 1
    ? joined(u16(0), u16(1), u16(6), station, etherType(packet), packet)
    : joined(etherType(packet), u16(0), u32(3), u16(1), [0, 6], station, packet);
}

/** The frame in which PCAPdroid says whose packet it is. */
export function pcapdroidFrame(packet: Uint8Array, uid: number, label: string): Uint8Array {
  const pad = -(14 + packet.length) & 3;
  const name = new Uint8Array(20);
  name.set(new TextEncoder().encode(label).subarray(0, 19));
  return joined(
    new Uint8Array(12),
    etherType(packet),
    packet,
    new Uint8Array(pad),
    u32(0x01072021),
    u32(uid),
    name,
    u32(0),
  );
}

export interface Frame {
  readonly bytes: Uint8Array;
  /** Epoch nanoseconds. */
  readonly time: bigint;
  readonly uid?: number;
}

/** A pcap; `snap` cuts frames to that length. */
export function pcap(
  frames: readonly Frame[],
  { little = true, nano = false, link = 1, snap = 262_144 } = {},
): Uint8Array {
  const magic = nano ? 0xa1b23c4d : 0xa1b2c3d4;
  const header = [
    u32(magic, little),
    u16(2, little),
    u16(4, little),
    u32(0),
    u32(0),
    u32(snap, little),
    u32(link, little),
  ];
  const parts = frames.flatMap(({ bytes, time }) => {
    const fraction = Number(time % 1_000_000_000n);
    const kept = bytes.subarray(0, snap);
    const times = [
      u32(Number(time / 1_000_000_000n), little),
      u32(nano ? fraction : Math.floor(fraction / 1000), little),
    ];
    return [...times, u32(kept.length, little), u32(bytes.length, little), kept];
  });
  return joined(...header, ...parts);
}

/** One block of a pcapng. */
export function block(type: number, body: Uint8Array, little = true): Uint8Array {
  const length = u32(12 + body.length + (-body.length & 3), little);
  return joined(u32(type, little), length, body, new Uint8Array(-body.length & 3), length);
}

/** One option of a block of a pcapng. */
export function option(code: number, value: Uint8Array, little = true): Uint8Array {
  return joined(u16(code, little), u16(value.length, little), value, new Uint8Array(-value.length & 3));
}

/** A pcapng of one section with one interface; `resolution` is if_tsresol. */
export function pcapng(
  frames: readonly Frame[],
  { little = true, link = 1, resolution = 6, simple = false, options = [] as readonly Uint8Array[] } = {},
): Uint8Array {
  const section = joined(
    u32(0x1a2b3c4d, little),
    u16(1, little),
    u16(0, little),
    new Uint8Array(8).fill(255),
    ...options,
  );
  const device = joined(u16(link, little), u16(0), u32(0, little), option(9, u8(resolution), little), u32(0));
  const packets = frames.map(({ bytes, time, uid }) => {
    if (simple) return block(3, joined(u32(bytes.length, little), bytes), little);
    const perSecond = resolution & 0x80 ? 2n ** BigInt(resolution & 0x7f) : 10n ** BigInt(resolution);
    const ticks = (time * perSecond) / 1_000_000_000n;
    const times = [u32(Number(ticks >> 32n), little), u32(Number(ticks & 0xffff_ffffn), little)];
    const lengths = [u32(bytes.length, little), u32(bytes.length, little)];
    const comment = uid === undefined ? [] : [option(1, ascii(`u-${uid}`), little), u32(0)];
    return block(6, joined(u32(0), ...times, ...lengths, bytes, new Uint8Array(-bytes.length & 3), ...comment), little);
  });
  return joined(block(0x0a0d0d0a, section, little), block(1, device, little), ...packets);
}

/** PCAPdroid's block that names the app of a uid. */
export function uidBlock(uid: number, packageName: string, label: string): Uint8Array {
  const [name, text] = [ascii(packageName), new TextEncoder().encode(label)];
  const head = joined(u32(62_652, true), u16(1, true), [1, 0], u32(uid, true), [name.length, text.length]);
  return block(0xbad, joined(head, name, text));
}

function etherType(packet: Uint8Array): Uint8Array {
  return u16((packet[0] ?? 0) >> 4 === 6 ? 0x86dd : 0x0800);
}

function withChecksum(from: End, to: End, protocol: number, whole: Uint8Array, at: number): Uint8Array {
  const pseudo = joined(from.address, to.address, u32(whole.length), u32(protocol));
  const sum = checksum(joined(pseudo, whole, whole.length % 2 === 1 ? [0] : []));
  whole.set(u16(sum === 0 ? 0xffff : sum), at);
  return whole;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

function varint(value: number): Uint8Array {
  return value < 64 ? u8(value) : u16(0x4000 | value);
}

function expand(secret: Uint8Array, label: string, length: number): Uint8Array {
  const info = joined(u16(length), vector8(ascii(`tls13 ${label}`)), [0, 1]);
  return createHmac("sha256", secret).update(info).digest().subarray(0, length);
}

function number(size: number, value: number, little: boolean): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (size === 2) view.setUint16(0, value, little);
  else view.setUint32(0, value, little);
  return bytes;
}
