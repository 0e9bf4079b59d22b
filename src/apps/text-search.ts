import { compileMatcher, type Matcher, scan } from "../formats/aho-corasick.ts";
import { skipLength } from "../formats/dex-strings.ts";
import { watchedTexts } from "./watched-texts.ts";

/** What texts are searched for: beginnings of addresses, ends of bare host names, given domains, and `watchedTexts`. */
export interface TextSearch {
  readonly matcher: Matcher;
  readonly domains: readonly string[];
}

/**
 * Where texts lie: each with its length in front, once in DEX and UTF-16 pools, twice in UTF-8 pools, and NUL behind; or without lengths, as
 * in text files and native code.
 */
export interface TextRange {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly lengths: 0 | 1 | 2;
}

/** Told what was found; hosts in small letters. */
export interface TextVisitor {
  /** A URL: its host, and as much of it as is plain. */
  address(scheme: string, host: string, text: string): void;
  /** A text that is a host name and nothing else. */
  host(host: string): void;
  /** A host within a text that is one of the domains, or lies below it. */
  domain(index: number, host: string): void;
  /** An address with a name or a password in front of its host. */
  credentials(scheme: string, user: string, host: string): void;
  /** One of `watchedTexts`, byte for byte. */
  watched(index: number, start: number, end: number): void;
}

const schemes = [
  "https://",
  "http://",
  "wss://",
  "ws://",
  "ftp://",
  "ftps://",
  "mqtt://",
  "mqtts://",
  "rtmp://",
  "rtsp://",
];
/** Domains whose names are hardly ever anything but hosts, and those that need a further part in front for that. */
const endings = "com net org cn ru de fr jp br uk eu kr".split(" ");
const doubtful = "io co me ai cloud tv biz us es nl pl ch mobi xyz".split(" ");
/** What names of classes, packages and settings begin with. */
const reversed: ReadonlySet<string> = new Set(
  "com org net io co java javax android androidx kotlin kotlinx dalvik sun jdk de fr ru cn jp uk me edu gov sys system file user device app http os".split(
    " ",
  ),
);
const maxHost = 253;
const maxText = 200;

/** Makes the search ready, for many texts; `domains` in small letters. */
export function compileTextSearch(domains: readonly string[]): TextSearch {
  const literals = [...domains, ...schemes, ...[...endings, ...doubtful].map((ending) => `.${ending}\0`)];
  const folded = literals.map((text) => ({ text, ignoreCase: true }));
  return { matcher: compileMatcher([...folded, ...watchedTexts]), domains };
}

/** Searches all texts of a range in one pass over its bytes. */
export function searchTexts({ matcher, domains }: TextSearch, range: TextRange, visitor: TextVisitor): void {
  const { bytes } = range;
  const firstEnding = domains.length + schemes.length;
  const firstWatched = firstEnding + endings.length + doubtful.length;
  scan(matcher, bytes, range.start, range.end, (literal, start, end) => {
    if (literal >= firstWatched) visitor.watched(literal - firstWatched, start, end);
    else if (literal < domains.length) {
      const host = hostAround(range, start, end);
      const domain = domains[literal] as string;
      if (host !== undefined && (host === domain || host.endsWith(`.${domain}`))) visitor.domain(literal, host);
    } else if (literal < firstEnding) {
      const scheme = schemes[literal - domains.length] as string;
      if (!followsLetter(range, start)) foundAddress(range, scheme, start, end, visitor);
    } else {
      const host = wholeText(range, start, end - 1);
      const needed = literal - firstEnding < endings.length ? 2 : 3;
      if (host !== undefined && isBareHost(host, needed)) visitor.host(host);
    }
    return true;
  });
}

/** `news://` is not `ws://`; a letter that is the length of the text stands after a NUL. */
function followsLetter({ bytes, start }: TextRange, at: number): boolean {
  return at - 2 >= start && isLetter(bytes[at - 1] as number) && bytes[at - 2] !== 0;
}

function foundAddress(range: TextRange, scheme: string, start: number, from: number, visitor: TextVisitor): void {
  const { bytes } = range;
  const stop = Math.min(range.end, start + maxText);
  let end = from;
  while (end < stop && inAddress[bytes[end] as number] === 1) end++;
  const text = ascii(bytes, start, end);
  const authority = /^[^/?#]*/.exec(text.slice(scheme.length))?.[0] ?? "";
  const behindUser = authority.slice(authority.lastIndexOf("@") + 1);
  const host = behindUser
    .replace(/:\d{0,5}$/, "")
    .toLowerCase()
    .replace(/\.$/, "");
  // A name and a password in front of the host are nobody's business.
  const shown = behindUser === authority ? text : text.replace(authority, `…@${behindUser}`);
  if (!isHost(host)) return;
  const name = scheme.slice(0, -3).toLowerCase();
  visitor.address(name, host, shown);
  if (shown !== text) visitor.credentials(name, authority.slice(0, -behindUser.length - 1), host);
}

/** Whether this is an address of IPv4 or a host name of two parts at least. */
export function isHost(host: string): boolean {
  if (host.length > maxHost) return false;
  const parts = host.split(".");
  if (parts.length < 2) return false;
  if (parts.every((part) => /^\d{1,3}$/.test(part)))
    return parts.length === 4 && parts.every((part) => Number(part) < 256);
  if (!/^(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/.test(parts.at(-1) ?? "")) return false;
  return parts.every((part) => part.length <= 63 && /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(part));
}

function isBareHost(host: string, needed: number): boolean {
  const parts = host.split(".");
  return isHost(host) && parts.length >= needed && /[a-z]/.test(parts.at(-2) ?? "") && !reversed.has(parts[0] ?? "");
}

/** The host name that stands around some of its bytes; undefined where it is the end of a mail address. */
function hostAround(range: TextRange, from: number, to: number): string | undefined {
  const { bytes, end: limit } = range;
  let end = to;
  while (end < limit && end - to < maxHost && inHost[bytes[end] as number] === 1) end++;
  const start = hostStart(range, from);
  if (bytes[start - 1] === 0x40) return undefined;
  const host = ascii(bytes, start, end).toLowerCase().replace(/\.$/, "");
  return isHost(host) ? host : undefined;
}

/** Where the host begins that goes up to `at`: the length in front of a text can look like a letter of it. */
function hostStart({ bytes, start, lengths }: TextRange, at: number): number {
  let from = at;
  while (from > start && at - from < maxHost && inHost[bytes[from - 1] as number] === 1) from--;
  let length = from;
  while (length > start && from - length < 8 && (bytes[length - 1] as number) >= 0x80) length--;
  if (length > start && bytes[length - 1] !== 0) return from;
  let text = length;
  for (let i = 0; i < lengths; i++) text = Math.max(skipLength(bytes, text), text);
  return Math.min(Math.max(text, from), at);
}

/** The text that ends at `to` when it is one that could be a host, whole; undefined otherwise. */
function wholeText(range: TextRange, from: number, to: number): string | undefined {
  const { bytes, lengths } = range;
  const start = hostStart(range, from);
  const length = to - start;
  // Hosts of 128 characters and more have two bytes of length and do not occur.
  if (length > 127 || start - lengths < range.start) return undefined;
  for (let i = 1; i <= lengths; i++) if (bytes[start - i] !== length) return undefined;
  const before = start - lengths;
  if (before > range.start && bytes[before - 1] !== 0) return undefined;
  const text = ascii(bytes, start, to);
  // Hosts are written small; what has capitals is a name of a class or a setting.
  return text === text.toLowerCase() ? text : undefined;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

const inHost = bytesOf(/[A-Za-z0-9._-]/);
const inAddress = bytesOf(/[A-Za-z0-9._~:/?#@!$&()*+,;=%-]|\[|\]/);

function bytesOf(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 && letters.test(String.fromCharCode(byte)) ? 1 : 0,
  );
}
