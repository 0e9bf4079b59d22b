import { crc32 } from "../formats/crc32.ts";

/** What is demanded of a secret beyond its shape. */
export type SecretProof = "crc32-base62" | "jwt" | "pem" | "password";

/**
 * Whether a text that has the shape of a secret is one, as far as it shows: its checksum fits, it decodes to what it must, it is no example.
 * `certain` where a checksum or a structure was found; undefined where it is none.
 */
export function proveSecret(text: string, proof: SecretProof | undefined): "certain" | "likely" | undefined {
  switch (proof) {
    case "crc32-base62":
      return fitsChecksum(text) ? "certain" : undefined;
    case "jwt":
      return isToken(text) ? "certain" : undefined;
    case "pem":
      return isKey(text) ? "certain" : undefined;
    case "password":
      return isPassword(/:\/\/[^:]*:([^@]*)@/.exec(text)?.[1] ?? "") ? "likely" : undefined;
    case undefined:
      return isVaried(text) && !looksMadeUp(text) ? "likely" : undefined;
  }
}

/** Whether this is a password that someone set, and not a word in its place, as examples have it. */
export function isPassword(text: string): boolean {
  return text.length >= 4 && !/[<>{}$%*…[\]]|^x+$|^\.+$/i.test(text) && !placeholders.has(text.toLowerCase());
}

const placeholders: ReadonlySet<string> = new Set(
  "pass passwd password pwd secret user username admin changeme example test token your_password yourpassword mypassword my_password".split(
    " ",
  ),
);
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Six last digits to base 62: CRC-32 of the letters between them and the prefix. github.blog 2021-04-05, "token formats". */
function fitsChecksum(text: string): boolean {
  const body = text.slice(text.indexOf("_") + 1, -6);
  let told = 0;
  for (const letter of text.slice(-6)) told = told * 62 + digits.indexOf(letter);
  return told === crc32(new TextEncoder().encode(body));
}

/** RFC 7519: a header that names the algorithm, and claims; not the example of every manual. */
function isToken(text: string): boolean {
  const [head = "", claims = ""] = text.split(".");
  const header = jsonOf(head);
  const body = jsonOf(claims);
  if (!header || !body || typeof header["alg"] !== "string" || header["alg"].toLowerCase() === "none") return false;
  return body["sub"] !== "1234567890";
}

/** RFC 7468: the base64 of DER, or of OpenSSH's own form. A header alone stands in every library that reads keys. */
function isKey(text: string): boolean {
  const body = text.replace(/^-----BEGIN [A-Z ]*-----/, "").replace(/\\[nrt]|[\s\\]/g, "");
  if (!/^[A-Za-z0-9+/]{64,}={0,2}$/.test(body)) return false;
  const bytes = base64(body.slice(0, 64));
  return (
    (bytes[0] === 0x30 && (bytes[1] as number) >= 0x2e && bytes.includes(2)) || body.startsWith("b3BlbnNzaC1rZXktdjE")
  );
}

function jsonOf(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(base64(part)));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of base64 or base64url, without any check: what is no letter of it counts as 0. */
function base64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length && at < bytes.length; i++) {
    held = ((held << 6) | Math.max(letterValue(text.charCodeAt(i)), 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >>> bits) & 0xff;
  }
  return bytes;
}

function letterValue(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  return code === 43 || code === 45 ? 62 : code === 47 || code === 95 ? 63 : -1;
}

/** Made by chance: keys of 16 letters and more have many different ones. */
function isVaried(text: string): boolean {
  return new Set(text.slice(4)).size >= Math.min(9, text.length / 3);
}

/** Examples of manuals, and patterns that programs search or write. */
function looksMadeUp(text: string): boolean {
  return /example|xxxx|sample|dummy|your[_-]|12345678|01234567|abcdefgh|(.)\1{5}/i.test(text);
}
