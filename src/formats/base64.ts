const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const noLetter = 64;
const valueOfLetter = new Uint8Array(128).fill(noLetter);
for (let value = 0; value < noLetter; value++) valueOfLetter[letters.charCodeAt(value)] = value;

/**
 * The bytes of a text in Base64, with its padding or without it; undefined for any other text. Made for thousands of digests, each of which
 * is shorter than what the platform's own decoder is good for. RFC 4648 §4.
 */
export function base64(text: string): Uint8Array | undefined {
  const length = text.endsWith("==") ? text.length - 2 : text.endsWith("=") ? text.length - 1 : text.length;
  if (length % 4 === 1 || (length < text.length && text.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  for (let i = 0, at = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? (valueOfLetter[code] as number) : noLetter;
    if (value === noLetter) return undefined;
    bits = (bits << 6) | value;
    if (i % 4 > 0) bytes[at++] = bits >> (6 - 2 * (i % 4));
  }
  return bytes;
}
