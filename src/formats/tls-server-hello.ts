/**
 * The version that a server took, from the TLS record that begins at `start`: of supported_versions, else of the ServerHello itself
 * (RFC 8446 §4.1.3); null where the record is another one, an alert above all, and 0 where more bytes are needed.
 */
export function serverVersion(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start < 6) return end > start && bytes[start] !== 22 ? null : 0;
  if (bytes[start] !== 22 || bytes[start + 1] !== 3 || bytes[start + 5] !== 2) return null;
  if (end - start < 44) return 0;
  const messageEnd = start + 9 + ((bytes[start + 6] ?? 0) << 16) + u16(bytes, start + 7);
  if (messageEnd - start > 16_384) return null;
  if (messageEnd > end) return 0;
  const legacy = u16(bytes, start + 9);
  // Random, session id, cipher suite, compression method.
  const extensions = start + 44 + (bytes[start + 43] ?? 0) + 3;
  for (let at = extensions + 2; at + 4 <= messageEnd; at += 4 + u16(bytes, at + 2))
    if (u16(bytes, at) === 43 && at + 6 <= messageEnd) return u16(bytes, at + 4);
  return legacy;
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
