/** Bytes as a text of as many characters, code by code. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  // In parts: a call takes so many arguments only.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Bytes in hexadecimal, lower case. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * What base64 of any text that holds these bytes has to show, wherever they lie in it: one text for each of the three places within a group
 * of three, without the characters at the edges that its neighbours share; and each as base64url, where that differs. RFC 4648 §4, §5.
 */
export function base64Inside(bytes: Uint8Array): readonly string[] {
  const all = [0, 1, 2].flatMap((offset) => {
    const moved = new Uint8Array(offset + bytes.length);
    moved.set(bytes, offset);
    const text = btoa(latin1(moved)).slice(Math.ceil((offset * 8) / 6), Math.floor((moved.length * 8) / 6));
    return [text, text.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [...new Set(all)].filter(({ length }) => length >= 8);
}

/** The bytes of base64 or base64url, padded or not, over several lines or not; undefined for any other text. */
export function anyBase64(text: string): Uint8Array | undefined {
  const plain = text
    .replace(/[\r\n]/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");
  if (plain.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(plain)) return undefined;
  const binary = atob(plain);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The bytes of a text in hexadecimal; undefined for any other text. */
export function anyHex(text: string): Uint8Array | undefined {
  if (text.length % 2 === 1 || !/^[0-9a-fA-F]+$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** The text of UTF-8 bytes, undefined where they are none or hold control characters that no text has. */
export function readableText(bytes: Uint8Array): string | undefined {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Takes `%41` and, where asked, `+` for what they stand for, byte by byte; what is no escape stays as it is. RFC 3986 §2.1. */
export function percentDecoded(text: string, plusIsSpace: boolean): Uint8Array {
  const source = new TextEncoder().encode(text);
  const bytes = new Uint8Array(source.length);
  let length = 0;
  for (let i = 0; i < source.length; i++) {
    const byte = source[i] as number;
    const code = byte === 37 ? pair(source[i + 1], source[i + 2]) : -1;
    if (code >= 0) i += 2;
    bytes[length++] = code >= 0 ? code : byte === 43 && plusIsSpace ? 32 : byte;
  }
  return bytes.subarray(0, length);
}

function pair(high: number | undefined, low: number | undefined): number {
  const [a, b] = [nibble(high), nibble(low)];
  return a < 0 || b < 0 ? -1 : a * 16 + b;
}

function nibble(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
