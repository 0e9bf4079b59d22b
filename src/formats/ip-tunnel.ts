import { type IpPacket, readIp } from "./ip-packet.ts";
import { byProtocol } from "./link-layer.ts";

/**
 * Where the IP packet begins that another one carries, −1 where it carries none: IP in IP in all four pairings (RFC 2003, 4213, 2473),
 * GRE (RFC 2784), VXLAN (RFC 7348), GTP-U (3GPP TS 29.281). What only looks like a tunnel by its port and holds no IP packet that fits is none.
 * `scratch` is filled on the way.
 */
export function innerIp(bytes: Uint8Array, view: DataView, ip: IpPacket, scratch: IpPacket): number {
  const at = candidate(bytes, view, ip);
  if (at < 0 || !readIp(bytes, view, at, ip.end, scratch)) return -1;
  return scratch.cut && !ip.cut ? -1 : at;
}

function candidate(bytes: Uint8Array, view: DataView, { protocol, start, end }: IpPacket): number {
  if (protocol === 17) return overUdp(bytes, view, start, end);
  if (protocol === 4 || protocol === 41) return start;
  return protocol === 47 ? overGre(bytes, view, start, end) : -1;
}

function overUdp(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  const target = view.getUint16(start + 2);
  // Nearly all packets leave here.
  if (target === 4789) return overEthernet(bytes, view, start + 16, end, bytes[start + 8] === 0x08);
  if (target === 2152 || view.getUint16(start) === 2152) return overGtp(bytes, start + 8, end);
  return -1;
}

function overEthernet(bytes: Uint8Array, view: DataView, at: number, end: number, valid: boolean): number {
  return valid && at + 34 <= end ? byProtocol(bytes, view.getUint16(at + 12), at + 14, end) : -1;
}

/** A user's packet of mobile networks: version 1, with up to three optional fields and a chain of further headers. */
function overGtp(bytes: Uint8Array, start: number, end: number): number {
  const flags = bytes[start] ?? 0;
  if (flags >> 4 !== 3 || bytes[start + 1] !== 255) return -1;
  if ((flags & 7) === 0) return start + 8;
  let at = start + 12;
  let next = flags & 4 ? (bytes[start + 11] ?? 0) : 0;
  while (next !== 0 && at < end) {
    const length = (bytes[at] ?? 0) * 4;
    if (length === 0) return -1;
    at += length;
    next = bytes[at - 1] ?? 0;
  }
  return at;
}

function overGre(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  if (start + 4 > end) return -1;
  const flags = view.getUint16(start);
  // Version 0; version 1 carries PPP.
  if ((flags & 7) !== 0) return -1;
  const at = start + 4 + (flags & 0x8000 ? 4 : 0) + (flags & 0x2000 ? 4 : 0) + (flags & 0x1000 ? 4 : 0);
  const type = view.getUint16(start + 2);
  if (type === 0x6558) return overEthernet(bytes, view, at, end, true);
  return at < end ? byProtocol(bytes, type, at, end) : -1;
}
