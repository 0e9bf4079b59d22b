import { FormatError } from "../core/errors.ts";
import { decodeText } from "../core/text.ts";

/** What a digest of so many digits is. */
export type HashAlgorithm = "md5" | "sha1" | "sha256";

/**
 * A list of digests of files, made ready to be asked. The lines stay where they are: 16 bytes an entry lie beside them, so that a list
 * may have a million. Sorted; `keys[i]` = first 32 bits of the digest × 2²¹ + place in `starts`.
 */
export interface HashList {
  readonly bytes: Uint8Array;
  readonly keys: Float64Array;
  /** By place: where the digest stands in `bytes`. */
  readonly starts: Uint32Array;
  /** By place: the number of the line, from 1. */
  readonly lines: Uint32Array;
  /** What the list has digests of, so that no other need be computed. */
  readonly algorithms: ReadonlySet<HashAlgorithm>;
  /** Lines that are neither empty, nor a comment, nor understood: how many, and the numbers of the first. */
  readonly unread: { readonly count: number; readonly lines: readonly number[] };
}

/** One entry that a file was found by. */
export interface HashEntry {
  readonly algorithm: HashAlgorithm;
  /** Lower case. */
  readonly digest: string;
  /** Bytes that the file must have; null where the list does not say. */
  readonly size: number | null;
  /** What stands beside the digest: a malware's or a file's name; null where nothing does. Outside text of at most 200 characters. */
  readonly name: string | null;
  /** Number of the line, from 1. */
  readonly line: number;
}

const placeBits = 2 ** 21;
const maxUnread = 10;
const maxLine = 8_192;
const maxBlanks = 64;
const [lf, cr, space, tab, colon, hash, semicolon, backslash] = [0x0a, 0x0d, 0x20, 0x09, 0x3a, 0x23, 0x3b, 0x5c];

/**
 * Reads a list of digests: one a line, alone or with words behind it; what `sha256sum` prints, with `--tag` too; ClamAV's `.hdb` and
 * `.hsb` (`digest:size:name`). Any case; lines that begin with `#` or `;` are comments. The number of digits tells MD5, SHA-1 and SHA-256.
 *
 * @param name what the list is called, for errors
 * @throws FormatError when there is no digest in it, or more than two million lines of them.
 */
export function readHashList(raw: Uint8Array, name = "hash list"): HashList {
  if (raw.length > 0xffff_ffff) throw new FormatError(name, "larger than 4 GB");
  // PowerShell writes what it prints as UTF-16.
  const bytes = isUtf16(raw) ? new TextEncoder().encode(decodeText(raw)) : raw;
  const starts: number[] = [];
  const lines: number[] = [];
  const unread: number[] = [];
  let missed = 0;
  const algorithms = new Set<HashAlgorithm>();
  let number = 0;
  for (let at = byteOrderMark(bytes); at < bytes.length; number++) {
    const end = endOfLine(bytes, at);
    const start = firstDigit(bytes, at, end);
    if (start >= 0) {
      if (starts.length >= placeBits) throw new FormatError(name, `more than ${placeBits} digests`);
      starts.push(start);
      lines.push(number + 1);
      algorithms.add(algorithmOf(digitsAt(bytes, start, end)) as HashAlgorithm);
    } else if (!isComment(bytes, at, end)) {
      missed++;
      if (unread.length < maxUnread) unread.push(number + 1);
    }
    at = end + 1;
  }
  if (starts.length === 0) throw new FormatError(name, "no MD5, SHA-1 or SHA-256 digest in it");
  const keys = Float64Array.from(starts, (start, place) => leadingBits(bytes, start) * placeBits + place).sort();
  return {
    bytes,
    keys,
    starts: Uint32Array.from(starts),
    lines: Uint32Array.from(lines),
    algorithms,
    unread: { count: missed, lines: unread },
  };
}

/**
 * The first entry of a digest; undefined when the list has none.
 *
 * @param digest hexadecimal digits in any case
 * @param size bytes of the file, where known: entries that name another size are passed over
 */
export function findHash(list: HashList, digest: string, size?: number): HashEntry | undefined {
  const wanted = digest.toLowerCase();
  const algorithm = algorithmOf(wanted.length);
  if (algorithm === undefined || !/^[0-9a-f]+$/.test(wanted)) return undefined;
  const first = Number.parseInt(wanted.slice(0, 8), 16) * placeBits;
  for (let i = lowerBound(list.keys, first); i < list.keys.length; i++) {
    const key = list.keys[i] as number;
    if (key >= first + placeBits) return undefined;
    const place = key - first;
    const start = list.starts[place] as number;
    if (!isDigest(list.bytes, start, wanted)) continue;
    const beside = besideDigest(list.bytes, start, wanted.length);
    if (beside.size !== null && size !== undefined && beside.size !== size) continue;
    return { algorithm, digest: wanted, ...beside, line: list.lines[place] as number };
  }
  return undefined;
}

/** By byte: the value of the hexadecimal digit, 255 for none. */
const digitValues = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = "0123456789abcdef".indexOf(String.fromCharCode(byte).toLowerCase());
  return value < 0 ? 255 : value;
});

function algorithmOf(digits: number): HashAlgorithm | undefined {
  return digits === 64 ? "sha256" : digits === 40 ? "sha1" : digits === 32 ? "md5" : undefined;
}

/** Where the digest of a line stands: at its start, behind the `\` of a name that is written with escapes, or behind `SHA256 (…) = `. */
function firstDigit(bytes: Uint8Array, lineStart: number, end: number): number {
  let start = lineStart;
  while (start < end && isBlank(bytes[start])) start++;
  if (start - lineStart > maxBlanks) return -1;
  if (bytes[start] === backslash) start++;
  if (standsAt(bytes, start, end)) return start;
  if (end - start > maxLine) return -1;
  const tagged = /^(?:SHA2?-?256|SHA-?1|MD5) \(.*\) = ([0-9A-Fa-f]+)\s*$/.exec(latin1(bytes, start, end));
  const digits = tagged?.[1];
  if (tagged === null || digits === undefined || algorithmOf(digits.length) === undefined) return -1;
  return start + tagged[0].lastIndexOf("= ") + 2;
}

/** Whether a whole digest stands there: as many digits as one has, and no letter behind them. */
function standsAt(bytes: Uint8Array, start: number, end: number): boolean {
  const digits = digitsAt(bytes, start, end);
  if (algorithmOf(digits) === undefined) return false;
  const next = start + digits < end ? bytes[start + digits] : lf;
  return isBlank(next) || next === lf || next === colon || next === semicolon || next === hash || next === 0x2c;
}

function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && at - start <= 64 && digitValues[bytes[at] as number] !== 255) at++;
  return at - start;
}

function leadingBits(bytes: Uint8Array, start: number): number {
  let bits = 0;
  for (let i = 0; i < 8; i++) bits = bits * 16 + (digitValues[bytes[start + i] as number] as number);
  return bits;
}

function isDigest(bytes: Uint8Array, start: number, wanted: string): boolean {
  for (let i = 0; i < wanted.length; i++)
    if (digitValues[bytes[start + i] as number] !== digitValues[wanted.charCodeAt(i)]) return false;
  // A longer digest may begin alike.
  return digitsAt(bytes, start, bytes.length) === wanted.length;
}

function lowerBound(keys: Float64Array, wanted: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a line says of the file besides its digest. */
function besideDigest(bytes: Uint8Array, start: number, digits: number): Pick<HashEntry, "size" | "name"> {
  const lineStart = start === 0 ? 0 : bytes.lastIndexOf(lf, start - 1) + 1;
  const before = new TextDecoder().decode(bytes.subarray(lineStart, start));
  const after = bytes.subarray(start + digits, Math.min(endOfLine(bytes, start), start + maxLine));
  const text = new TextDecoder().decode(after).trimEnd();
  const clam = /^:(\d{1,15}|\*):([^:]*)/.exec(text);
  const tag = /\((.*)\) = $/.exec(before);
  const beside = tag?.[1] ?? clam?.[2] ?? text.replace(/^[\s,;:#]+/, "").replace(/^\*/, "");
  return {
    size: clam === null || clam[1] === "*" ? null : Number(clam[1]),
    name: beside === "" ? null : beside.slice(0, 200),
  };
}

function isComment(bytes: Uint8Array, lineStart: number, end: number): boolean {
  let at = lineStart;
  while (at < end && isBlank(bytes[at])) at++;
  return at === end || bytes[at] === hash || bytes[at] === semicolon;
}

function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === tab || byte === cr;
}

function endOfLine(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(lf, start);
  return end < 0 ? bytes.length : end;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function byteOrderMark(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
