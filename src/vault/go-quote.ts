import { VaultError } from "../core/errors.ts";
import { bytesOfText, textOfBytes } from "./entry.ts";

/**
 * Go's strconv.Quote without the quotation marks: how restic writes names. Bytes that are no UTF-8 (lone surrogates here, see
 * `textOfBytes`) become \x.., characters that cannot be printed \u.... or \U.........
 */
export function quote(text: string): string {
  if (plain.test(text)) return text;
  let quoted = "";
  for (const character of text) quoted += quoteOne(character);
  return quoted;
}

/** The name that was quoted. @throws VaultError `damaged` for what Go would not read. */
export function unquote(quoted: string): string {
  if (!quoted.includes("\\")) return quoted;
  const parts: Buffer[] = [];
  for (const [whole, code] of quoted.matchAll(
    /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|[abfnrtv\\"])|[^\\]+|\\/g,
  )) {
    if (whole === "\\") throw new VaultError("damaged", "A name in the vault is written in a way that nothing reads.");
    parts.push(code === undefined ? bytesOfText(whole) : unescapeOne(code));
  }
  return textOfBytes(Buffer.concat(parts));
}

/** Letters, digits, marks, punctuation, symbols and the one space are what Go calls printable; no quote, no backslash. */
const plain = /^(?:(?!["\\])[\p{L}\p{M}\p{N}\p{P}\p{S} ])*$/u;
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const short = new Map([
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\v", "\\v"],
  ["\\", "\\\\"],
  ['"', '\\"'],
]);

function quoteOne(character: string): string {
  const known = short.get(character);
  if (known !== undefined) return known;
  if (printable.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x1_0000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function unescapeOne(written: string): Buffer {
  const kind = written[0] ?? "";
  if (kind === "x" && written.length === 3) return Buffer.from([Number.parseInt(written.slice(1), 16)]);
  if ((kind === "u" || kind === "U") && written.length > 1) {
    const point = Number.parseInt(written.slice(1), 16);
    if (point > 0x10_ffff) throw new VaultError("damaged", "A name in the vault holds what is no character.");
    return Buffer.from(String.fromCodePoint(point), "utf8");
  }
  if (written.length === 3) return Buffer.from([Number.parseInt(written, 8) & 0xff]);
  for (const [character, quoted] of short) if (quoted === `\\${written}`) return Buffer.from(character);
  throw new VaultError("damaged", "A name in the vault is written in a way that nothing reads.");
}
