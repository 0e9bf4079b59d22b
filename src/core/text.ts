/**
 * The text of a command's answer or of a stored file: UTF-8, or UTF-16 where a byte order mark says so; CR before LF removed, NUL
 * kept for the caller to refuse. Invalid sequences become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) return "";
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes("\r") ? text.replace(/\r+\n/g, "\n") : text;
}
