import { bytesOf } from "../latin1.ts";

/** One end of a connection: address in dotted form, and port. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** TCP's flags (RFC 9293 §3.1). */
export const tcpFlags = { fin: 0x01, syn: 0x02, push: 0x08, ack: 0x10 } as const;

/** An IPv4 packet with a TCP segment (RFC 791 §3.1, RFC 9293 §3.1). Checksums of TCP are left out, as capture on a phone does. */
export function tcpPacket(
  from: Endpoint,
  to: Endpoint,
  segment: { readonly seq: number; readonly ack: number; readonly flags: number; readonly data?: Uint8Array },
): Uint8Array {
  const data = segment.data ?? new Uint8Array();
  const tcp = new Uint8Array(20 + data.length);
  const view = new DataView(tcp.buffer);
  view.setUint16(0, from.port);
  view.setUint16(2, to.port);
  view.setUint32(4, segment.seq);
  view.setUint32(8, segment.ack);
  tcp[12] = 0x50;
  tcp[13] = segment.flags;
  view.setUint16(14, 0xffff);
  tcp.set(data, 20);
  return ipv4(6, from.address, to.address, tcp);
}

/** An IPv4 packet with a UDP datagram (RFC 768). */
export function udpPacket(from: Endpoint, to: Endpoint, data: Uint8Array): Uint8Array {
  const udp = new Uint8Array(8 + data.length);
  const view = new DataView(udp.buffer);
  view.setUint16(0, from.port);
  view.setUint16(2, to.port);
  view.setUint16(4, udp.length);
  udp.set(data, 8);
  return ipv4(17, from.address, to.address, udp);
}

/** The question for the IPv4 address of a name, and the answer to it (RFC 1035 §4). */
export function dnsExchange(
  id: number,
  name: string,
  address: string,
): { readonly query: Uint8Array; readonly answer: Uint8Array } {
  const labels = name.split(".").map((label) => String.fromCharCode(label.length) + label);
  const question = `${labels.join("")}\0\0\u0001\0\u0001`;
  const head = String.fromCharCode(id >>> 8, id & 0xff);
  const query = bytesOf(`${head}\u0001\0\0\u0001\0\0\0\0\0\0${question}`);
  const record = `\u00c0\u000c\0\u0001\0\u0001\0\0\0\u003c\0\u0004${String.fromCharCode(...octets(address))}`;
  return { query, answer: bytesOf(`${head}\u0081\u0080\0\u0001\0\u0001\0\0\0\0${question}${record}`) };
}

/** The first message of TLS 1.3, with the name of the host in it (RFC 8446 §4.1.2, RFC 6066 §3). */
export function clientHello(host: string): Uint8Array {
  const name = sized(2, sized(2, `\0${sized(2, host)}`));
  const extensions = [
    `\0\0${name}`,
    `\0\u0010${sized(2, sized(2, `${sized(1, "h2")}${sized(1, "http/1.1")}`))}`,
    `\0\u002b${sized(2, sized(1, "\u0003\u0004\u0003\u0003"))}`,
    `\0\u000a${sized(2, sized(2, "\0\u001d\0\u0017"))}`,
    `\0\u000d${sized(2, sized(2, "\u0004\u0003\b\u0004"))}`,
  ];
  const random = Array.from({ length: 32 }, (_, i) => String.fromCharCode((i * 37 + host.length) & 0xff)).join("");
  const suites = sized(2, "\u0013\u0001\u0013\u0002\u00c0\u002b\u00c0\u002f");
  const body = `\u0003\u0003${random}\0${suites}${sized(1, "\0")}${sized(2, extensions.join(""))}`;
  return bytesOf(`\u0016\u0003\u0001${sized(2, `\u0001${sized(3, body)}`)}`);
}

/** A text of bytes with its length in front, in so many bytes, the highest first. */
function sized(bytes: 1 | 2 | 3, text: string): string {
  let length = "";
  for (let i = bytes - 1; i >= 0; i--) length += String.fromCharCode((text.length >>> (8 * i)) & 0xff);
  return length + text;
}

function ipv4(protocol: number, from: string, to: string, payload: Uint8Array): Uint8Array {
  const packet = new Uint8Array(20 + payload.length);
  const view = new DataView(packet.buffer);
  packet[0] = 0x45;
  view.setUint16(2, packet.length);
  packet[8] = 64;
  packet[9] = protocol;
  packet.set(octets(from), 12);
  packet.set(octets(to), 16);
  let sum = 0;
  for (let at = 0; at < 20; at += 2) sum += view.getUint16(at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  view.setUint16(10, ~sum & 0xffff);
  packet.set(payload, 20);
  return packet;
}

function octets(address: string): readonly number[] {
  return address.split(".").map(Number);
}
