/** Answers of `findIp` where there is no IP packet: another protocol, a link type that is not known, a frame that is cut off. */
export const notIp = -1;
export const unknownLink = -2;
export const cutLink = -3;

const ipv4 = 0x0800;
const ipv6 = 0x86dd;

/**
 * Finds the IP packet in a frame: the offset of its first byte, or `notIp`, `unknownLink`, `cutLink`. Nothing is allocated.
 *
 * Link types (https://www.tcpdump.org/linktypes.html): 0 and 108 loopback, 1 Ethernet (with 802.1Q, 802.1ad, MPLS and PPPoE), 9 and 50 PPP,
 * 12, 14, 101, 228 and 229 raw IP, 113 and 276 Linux "cooked".
 */
export function findIp(linkType: number, bytes: Uint8Array, start: number, end: number): number {
  switch (linkType) {
    case 1:
      return end - start < 14 ? cutLink : byEtherType(bytes, start + 12, end);
    case 12:
    case 14:
    case 101:
    case 228:
    case 229:
      return ipAt(bytes, start, end);
    case 113:
      return end - start < 16 ? cutLink : byEtherType(bytes, start + 14, end);
    case 276:
      // The protocol comes first, then 18 bytes more.
      return end - start < 20 ? cutLink : byProtocol(bytes, u16(bytes, start), start + 20, end);
    case 0:
    case 108:
      return end - start < 5 ? cutLink : ipAt(bytes, start + 4, end);
    case 9:
    case 50:
      return pointToPoint(bytes, start, end);
    default:
      return unknownLink;
  }
}

/** Whether an IP packet begins here, by its version; loopback's family numbers differ by system, so the version decides there, too. */
function ipAt(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return cutLink;
  const version = (bytes[at] ?? 0) >> 4;
  return version === 4 || version === 6 ? at : notIp;
}

function byEtherType(bytes: Uint8Array, at: number, end: number): number {
  return byProtocol(bytes, u16(bytes, at), at + 2, end);
}

/** By the EtherType of what lies at `at`; also for GRE and VXLAN, which carry the same numbers. */
export function byProtocol(bytes: Uint8Array, first: number, from: number, end: number): number {
  let type = first;
  let at = from;
  // Each tag takes four bytes, so a frame of tags alone ends by its length; real ones have two at most.
  while (type === 0x8100 || type === 0x88a8 || type === 0x9100) {
    if (at + 4 > end) return cutLink;
    type = u16(bytes, at + 2);
    at += 4;
  }
  if (type === ipv4 || type === ipv6) return ipAt(bytes, at, end);
  if (type === 0x8864) return at + 8 > end ? cutLink : pointToPoint(bytes, at + 6, end);
  if (type === 0x8847 || type === 0x8848) {
    while (at + 4 <= end && ((bytes[at + 2] ?? 0) & 1) === 0) at += 4;
    return ipAt(bytes, at + 4, end);
  }
  return notIp;
}

/** PPP (RFC 1661), with or without the HDLC-like address and control bytes, the protocol in one byte or two. */
function pointToPoint(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] === 0xff && bytes[at + 1] === 0x03) at += 2;
  if (at + 2 > end) return cutLink;
  const short = (bytes[at] ?? 0) & 1;
  const protocol = short ? (bytes[at] ?? 0) : u16(bytes, at);
  if (protocol !== 0x21 && protocol !== 0x57) return notIp;
  return ipAt(bytes, at + (short ? 1 : 2), end);
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
