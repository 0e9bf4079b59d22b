/** What an IP header says; one object is filled again and again. Offsets are into the bytes that were read. */
export interface IpPacket {
  version: number;
  /** The protocol above: 6 TCP, 17 UDP; for IPv6 what follows the extension headers. */
  protocol: number;
  /** Addresses as four words each; IPv4 in the first, the others zero. */
  source: Words;
  target: Words;
  /** What the protocol above gets, as far as it was captured. */
  start: number;
  end: number;
  /** Length of the whole IP packet on the wire, header included. */
  length: number;
  /** Whether not all of it was captured. */
  cut: boolean;
  /** Whether it is a part of a datagram: then the part begins at byte `fragmentAt`, and `more` says whether others follow. */
  fragment: boolean;
  fragmentId: number;
  fragmentAt: number;
  more: boolean;
}

/** An address as four 32-bit words, signed. */
export interface Words {
  a: number;
  b: number;
  c: number;
  d: number;
}

/** A packet that says nothing yet. */
export function emptyIp(): IpPacket {
  const words = () => ({ a: 0, b: 0, c: 0, d: 0 });
  return {
    version: 0,
    protocol: 0,
    source: words(),
    target: words(),
    start: 0,
    end: 0,
    length: 0,
    cut: false,
    fragment: false,
    fragmentId: 0,
    fragmentAt: 0,
    more: false,
  };
}

/**
 * Reads the IP header at `start` into `into`; false where there is none that is whole (RFC 791, RFC 8200). Options and extension headers are
 * passed over. A length of zero, which network cards that split packets themselves leave, means up to `end`.
 */
export function readIp(bytes: Uint8Array, view: DataView, start: number, end: number, into: IpPacket): boolean {
  if (end - start < 20) return false;
  const first = bytes[start] ?? 0;
  return first >> 4 === 4
    ? readIpv4(bytes, view, start, end, into)
    : first >> 4 === 6 && end - start >= 40 && readIpv6(bytes, view, start, end, into);
}

function readIpv4(bytes: Uint8Array, view: DataView, start: number, end: number, into: IpPacket): boolean {
  const header = ((bytes[start] ?? 0) & 0x0f) << 2;
  const said = view.getUint16(start + 2);
  const length = said === 0 ? end - start : said;
  if (header < 20 || length < header || start + header > end) return false;
  const part = view.getUint16(start + 6);
  into.version = 4;
  into.protocol = bytes[start + 9] ?? 0;
  into.source.a = view.getInt32(start + 12);
  into.target.a = view.getInt32(start + 16);
  into.source.b = into.source.c = into.source.d = into.target.b = into.target.c = into.target.d = 0;
  into.start = start + header;
  into.cut = start + length > end;
  into.end = into.cut ? end : start + length;
  into.length = length;
  into.more = (part & 0x2000) !== 0;
  into.fragmentAt = (part & 0x1fff) * 8;
  into.fragment = into.more || into.fragmentAt > 0;
  into.fragmentId = view.getUint16(start + 4);
  return true;
}

function readIpv6(bytes: Uint8Array, view: DataView, start: number, end: number, into: IpPacket): boolean {
  const said = view.getUint16(start + 4);
  const length = said === 0 ? end - start : said + 40;
  into.version = 6;
  words(view, start + 8, into.source);
  words(view, start + 24, into.target);
  into.length = length;
  into.cut = start + length > end;
  into.end = into.cut ? end : start + length;
  into.fragment = into.more = false;
  into.fragmentId = into.fragmentAt = 0;
  return extensions(bytes, view, bytes[start + 6] ?? 0, start + 40, into);
}

/** Steps over extension headers; each takes eight bytes at least, so the packet's length bounds them. */
function extensions(bytes: Uint8Array, view: DataView, next: number, from: number, into: IpPacket): boolean {
  let protocol = next;
  let at = from;
  while (isExtension(protocol)) {
    if (at + 8 > into.end) return false;
    if (protocol === 44) {
      const part = view.getUint16(at + 2);
      into.fragmentAt = part & 0xfff8;
      into.more = (part & 1) !== 0;
      // RFC 6946: a "fragment" that is the whole datagram is none.
      into.fragment = into.more || into.fragmentAt > 0;
      into.fragmentId = view.getInt32(at + 4);
    }
    const length =
      protocol === 44 ? 8 : protocol === 51 ? ((bytes[at + 1] ?? 0) + 2) * 4 : ((bytes[at + 1] ?? 0) + 1) * 8;
    protocol = bytes[at] ?? 0;
    at += length;
    // Only the first part has the headers behind it.
    if (into.fragmentAt > 0) break;
  }
  if (at > into.end) return false;
  into.protocol = protocol;
  into.start = at;
  return true;
}

/** Hop-by-hop, routing, fragment, authentication, destination options, mobility, host identity, shim6. */
function isExtension(protocol: number): boolean {
  return (
    protocol === 0 ||
    protocol === 43 ||
    protocol === 44 ||
    protocol === 51 ||
    protocol === 60 ||
    protocol === 135 ||
    protocol === 139 ||
    protocol === 140
  );
}

function words(view: DataView, at: number, into: Words): void {
  into.a = view.getInt32(at);
  into.b = view.getInt32(at + 4);
  into.c = view.getInt32(at + 8);
  into.d = view.getInt32(at + 12);
}
