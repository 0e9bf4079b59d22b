/** What a ClientHello says (RFC 8446 §4.1.2); everything in it is outside text and numbers. */
export interface ClientHello {
  /** Of the field legacy_version. */
  readonly legacyVersion: number;
  /** All versions offered (supported_versions, else legacy_version), without GREASE (RFC 8701). */
  readonly versions: readonly number[];
  /** Server name in lower case, null where none is named. */
  readonly serverName: string | null;
  readonly alpn: readonly string[];
  readonly ciphers: readonly number[];
  /** Types of the extensions in their order, GREASE included. */
  readonly extensions: readonly number[];
  readonly signatureAlgorithms: readonly number[];
  /** The extension encrypted_client_hello is there (RFC 9849), in earnest or as GREASE: the two cannot be told apart. */
  readonly ech: boolean;
  /** Whether it breaks off: what stands before that was read. */
  readonly cut: boolean;
}

/** Longest ClientHello that is put together: those with post-quantum keys and a session ticket have some 4 KiB. */
export const maxClientHello = 65_536;

const latin = new TextDecoder("latin1");

/** GREASE values (RFC 8701): 0x0a0a, 0x1a1a … 0xfafa. */
export function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff);
}

/**
 * How many bytes from `start` hold the ClientHello in TLS records: the length of the records that hold it, 0 where too little is there to
 * tell, −1 where no ClientHello begins here.
 */
export function helloRecordsLength(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 0 && bytes[start] !== 22) return -1;
  if (end - start > 1 && bytes[start + 1] !== 3) return -1;
  if (end - start > 5 && bytes[start + 5] !== 1) return -1;
  let need = -1;
  let have = 0;
  for (let at = start; ; ) {
    if (at + 5 > end) return 0;
    if (bytes[at] !== 22) return -1;
    const length = u16(bytes, at + 3);
    if (length === 0 || length > 16_640) return -1;
    if (need < 0) {
      if (at + 9 > end) return 0;
      // A first record of fewer than four bytes of handshake is allowed and unheard of.
      if (length < 4) return -1;
      need = 4 + ((bytes[at + 6] ?? 0) << 16) + u16(bytes, at + 7);
      if (need > maxClientHello) return -1;
    }
    have += length;
    at += 5 + length;
    if (at > end) return 0;
    if (have >= need) return at - start;
  }
}

/** The handshake message out of TLS records that lie there whole; without copying where it is in one record. */
export function joinRecords(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const first = u16(bytes, start + 3);
  if (start + 5 + first >= end) return bytes.subarray(start + 5, end);
  const joined = new Uint8Array(end - start);
  let length = 0;
  for (let at = start; at + 5 <= end; ) {
    const part = bytes.subarray(at + 5, Math.min(at + 5 + u16(bytes, at + 3), end));
    joined.set(part, length);
    length += part.length;
    at += 5 + u16(bytes, at + 3);
  }
  return joined.subarray(0, length);
}

/**
 * Reads a ClientHello from its handshake header on; undefined where it is another message or too short for its fixed fields. One that
 * breaks off or whose lengths lie is read as far as it goes.
 */
export function readClientHello(message: Uint8Array): ClientHello | undefined {
  if (message[0] !== 1 || message.length < 39) return undefined;
  const said = 4 + ((message[1] ?? 0) << 16) + u16(message, 2);
  const end = Math.min(said, message.length);
  const hello = {
    legacyVersion: u16(message, 4),
    versions: [] as number[],
    serverName: null as string | null,
    alpn: [] as string[],
    ciphers: [] as number[],
    extensions: [] as number[],
    signatureAlgorithms: [] as number[],
    ech: false,
    cut: said > message.length,
  };
  let at = 39 + (message[38] ?? 0);
  const ciphersEnd = at + 2 + u16(message, at);
  for (at += 2; at + 2 <= Math.min(ciphersEnd, end); at += 2) hello.ciphers.push(u16(message, at));
  at = ciphersEnd + 1 + (message[ciphersEnd] ?? 0);
  if (ciphersEnd >= end || at > end) hello.cut = true;
  // SSL 3.0 and some old clients end here, without extensions.
  else if (at + 2 <= end) readExtensions(message, at + 2, Math.min(at + 2 + u16(message, at), end), hello);
  if (hello.versions.length === 0) hello.versions.push(hello.legacyVersion);
  return hello;
}

interface Filled {
  readonly versions: number[];
  serverName: string | null;
  readonly alpn: string[];
  readonly extensions: number[];
  readonly signatureAlgorithms: number[];
  ech: boolean;
  cut: boolean;
}

function readExtensions(message: Uint8Array, start: number, end: number, hello: Filled): void {
  for (let at = start; at + 4 <= end; ) {
    const type = u16(message, at);
    const from = at + 4;
    const to = from + u16(message, at + 2);
    hello.extensions.push(type);
    if (to > end) hello.cut = true;
    readExtension(message, type, from, Math.min(to, end), hello);
    at = to;
  }
}

function readExtension(message: Uint8Array, type: number, from: number, to: number, hello: Filled): void {
  if (type === 0) hello.serverName ??= serverName(message, from, to);
  else if (type === 16) {
    for (let at = from + 2; at < to; at += 1 + (message[at] ?? 0)) {
      const end = at + 1 + (message[at] ?? 0);
      if (end <= to) hello.alpn.push(latin.decode(message.subarray(at + 1, end)));
    }
  } else if (type === 13) {
    for (let at = from + 2; at + 2 <= to; at += 2) hello.signatureAlgorithms.push(u16(message, at));
  } else if (type === 43) {
    for (let at = from + 1; at + 2 <= to; at += 2) {
      const version = u16(message, at);
      if (!isGrease(version)) hello.versions.push(version);
    }
  } else if (type === 0xfe0d) hello.ech = true;
}

/** The first name of kind host_name (RFC 6066 §3). */
function serverName(message: Uint8Array, from: number, to: number): string | null {
  for (let at = from + 2; at + 3 <= to; ) {
    const length = u16(message, at + 1);
    if (message[at] === 0 && length > 0 && at + 3 + length <= to)
      return hostText(message.subarray(at + 3, at + 3 + length));
    at += 3 + length;
  }
  return null;
}

/** A host name in lower case without the dot at its end; null for bytes that no host name has. Outside text all the same. */
export function hostText(bytes: Uint8Array): string | null {
  if (bytes.length > 255) return null;
  for (const byte of bytes) if (byte <= 0x20 || byte >= 0x7f) return null;
  const text = latin.decode(bytes).toLowerCase();
  return text.endsWith(".") ? text.slice(0, -1) || null : text || null;
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
