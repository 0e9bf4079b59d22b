import { hostText } from "./tls-client-hello.ts";

const latin = new TextDecoder("latin1");
/** Tags that any CHLO may have; more is none. */
const maxTags = 256;

/** What the first packet of Google's QUIC before TLS says in clear: its version, as `Q035`, and the server's name. */
export interface GquicHello {
  readonly version: string;
  readonly serverName: string | null;
}

/**
 * Reads the CHLO of Google's QUIC, versions Q009 to Q046, which hid nothing (chromium net/third_party/quiche, quic_crypto_client_handshaker);
 * undefined where the datagram is none.
 */
export function readGquicHello(bytes: Uint8Array, start: number, end: number): GquicHello | undefined {
  const version = gquicVersion(bytes, start, end);
  if (!version) return undefined;
  // Between version and CHLO: packet number, message hash, header of the frame, in widths that vary by version.
  for (let at = start + 5; at < Math.min(start + 80, end - 8); at++)
    if (bytes[at] === 0x43 && bytes[at + 1] === 0x48 && bytes[at + 2] === 0x4c && bytes[at + 3] === 0x4f)
      return { version, serverName: serverName(bytes, at, end) };
  return undefined;
}

/** The version that a client of Google's QUIC names in its first packets, with a public header or a long one; undefined for another. */
export function gquicVersion(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start < 30) return undefined;
  const flags = bytes[start] ?? 0;
  // Public header: version flag, connection id of eight bytes; long header: version behind the first byte.
  const at = flags & 0x80 ? start + 1 : (flags & 0x09) === 0x09 ? start + 9 : -1;
  if (at < 0 || bytes[at] !== 0x51) return undefined;
  const version = latin.decode(bytes.subarray(at, at + 4));
  return /^Q0[0-9][0-9]$/.test(version) ? version : undefined;
}

/** The value of the tag `SNI\0`: tags with the end of each value come first, then the values. */
function serverName(bytes: Uint8Array, start: number, end: number): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(start + 4, true);
  const values = start + 8 + count * 8;
  if (count > maxTags || values > end) return null;
  let from = 0;
  for (let at = start + 8; at < values; at += 8) {
    const to = view.getUint32(at + 4, true);
    if (to < from || values + to > end) return null;
    if (view.getUint32(at) === 0x534e4900) return hostText(bytes.subarray(values + from, values + to));
    from = to;
  }
  return null;
}
