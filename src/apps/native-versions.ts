import type { Literal } from "../formats/aho-corasick.ts";

/** A library that was built into native code, told by a text that its own source puts there. */
export interface BuiltIn {
  readonly name: string;
  /** null where the text tells none. */
  readonly version: string | null;
  /** The text, shortened. */
  readonly text: string;
}

/** What a text begins with, or has in it, and how its version is read. */
interface Rule {
  readonly name: string;
  readonly literal: string;
  /** Over `before` characters in front of the literal and what follows; must match for the library to be there. Group 1: version. */
  readonly pattern: RegExp;
  readonly before?: number;
}

/** Texts that stand in the sources of these libraries. */
const rules: readonly Rule[] = [
  { name: "BoringSSL", literal: "(compatible; BoringSSL)", pattern: /^\(compatible; BoringSSL\)()/ },
  {
    name: "OpenSSL",
    literal: "OpenSSL ",
    pattern: /^OpenSSL (\d\.\d{1,2}\.\d{1,2}[a-z]{0,2})(?:-fips)? {1,2}\d{1,2} [A-Z][a-z]{2} \d{4}/,
  },
  { name: "LibreSSL", literal: "LibreSSL ", pattern: /^LibreSSL (\d\.\d{1,2}\.\d{1,2})/ },
  { name: "Mbed TLS", literal: "bed TLS ", pattern: /^bed TLS (\d{1,2}\.\d{1,3}\.\d{1,3})/ },
  { name: "FFmpeg", literal: "FFmpeg version ", pattern: /^FFmpeg version n?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)/ },
  { name: "libpng", literal: "libpng version ", pattern: /^libpng version (\d\.\d{1,2}\.\d{1,2})/ },
  { name: "libcurl", literal: "libcurl/", pattern: /^libcurl\/(\d{1,2}\.\d{1,3}\.\d{1,3})/ },
  { name: "nghttp2", literal: "nghttp2/", pattern: /^nghttp2\/(\d\.\d{1,3}\.\d{1,3})/ },
  { name: "libssh2", literal: "libssh2_", pattern: /^libssh2_(\d\.\d{1,2}\.\d{1,2})/ },
  { name: "zlib", literal: " deflate 1.", pattern: /^ deflate (1\.\d{1,2}(?:\.\d{1,2}){0,2})[^ ]{0,20} Copyright/ },
  { name: "zlib", literal: " inflate 1.", pattern: /^ inflate (1\.\d{1,2}(?:\.\d{1,2}){0,2})[^ ]{0,20} Copyright/ },
  { name: "Expat", literal: "expat_2.", pattern: /^expat_(2\.\d{1,2}\.\d{1,2})/ },
  {
    name: "libjpeg-turbo",
    literal: "libjpeg-turbo version ",
    pattern: /^libjpeg-turbo version (\d\.\d{1,2}(?:\.\d{1,2})?)/,
  },
  { name: "LibTIFF", literal: "LIBTIFF, Version ", pattern: /^LIBTIFF, Version (\d\.\d{1,2}\.\d{1,2})/ },
  { name: "Opus", literal: "libopus 1.", pattern: /^libopus (1\.\d{1,2}(?:\.\d{1,2})?)/ },
  { name: "libvorbis", literal: "Xiph.Org libVorbis 1.", pattern: /^Xiph\.Org libVorbis (1\.\d\.\d{1,2})/ },
  { name: "LAME", literal: "LAME3.", pattern: /^LAME(3\.\d{2,3})/ },
  { name: "x264", literal: "x264 - core ", pattern: /^x264 - core (\d{2,3})/ },
  {
    name: "OpenCV",
    literal: "General configuration for OpenCV ",
    pattern: /^General configuration for OpenCV (\d\.\d{1,2}\.\d{1,2})/,
  },
  { name: "Lua", literal: "$LuaVersion: Lua ", pattern: /^\$LuaVersion: Lua (5\.\d\.\d{1,2})/ },
  { name: "LuaJIT", literal: "LuaJIT 2.", pattern: /^LuaJIT (2\.\d\.[\w.-]{1,30})/ },
  { name: "Dart", literal: " (stable) (", before: 10, pattern: /(\d\.\d{1,2}\.\d{1,2}) \(stable\) \(/ },
  { name: "SQLCipher", literal: " community\0", before: 8, pattern: /(?:^|\0)(\d\.\d{1,2}\.\d{1,2}) community\0/ },
  { name: "Rust standard library", literal: "/rustc/", pattern: /^\/rustc\/[0-9a-f]{40}()\// },
  { name: "Go", literal: "\u0020Go buildinf:", pattern: /^ Go buildinf:/ },
  { name: "SQLite", literal: "SQLite format 3\0", pattern: /^SQLite format 3\0/ },
];

/** What is looked for in native code. */
export const builtInTexts: readonly Literal[] = rules.map(({ literal }) => ({ text: literal }));

const maxText = 100;

/**
 * What the literal of this place in `builtInTexts` tells where it was found; undefined: nothing.
 *
 * @param start where the literal begins in `bytes`, a whole native library.
 */
export function builtIn(bytes: Uint8Array, literal: number, start: number): BuiltIn | undefined {
  const rule = rules[literal];
  if (!rule) return undefined;
  const text = latin1(bytes, start - (rule.before ?? 0), start + maxText);
  const match = rule.pattern.exec(text);
  if (!match) return undefined;
  const shown = printable(match[0]);
  if (rule.name === "Go") return { name: rule.name, version: goVersion(bytes, start - 1), text: shown };
  if (rule.name === "SQLite") return { name: rule.name, version: sqliteVersion(bytes), text: shown };
  return { name: rule.name, version: match[1] || null, text: shown };
}

/** Go's debug/buildinfo: 0xff, " Go buildinf:", size of pointers, flags; with flag 2 the version follows at 32, its length in front. */
function goVersion(bytes: Uint8Array, magic: number): string | null {
  if (bytes[magic] !== 0xff || ((bytes[magic + 15] ?? 0) & 2) === 0) return null;
  const length = bytes[magic + 32] ?? 0;
  return (
    /^go(\d+(?:\.\d+){1,2}(?:(?:rc|beta)\d+)?)/.exec(
      latin1(bytes, magic + 33, magic + 33 + Math.min(length, 40)),
    )?.[1] ?? null
  );
}

/** The one text of a whole library that is a version of SQLite 3; null where there are none or several. */
function sqliteVersion(bytes: Uint8Array): string | null {
  const found = new Set<string>();
  for (let at = bytes.indexOf(0x33); at >= 0; at = bytes.indexOf(0x33, at + 1)) {
    if (bytes[at + 1] !== 0x2e || bytes[at - 1] !== 0) continue;
    const version = /^(3\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\0/.exec(latin1(bytes, at, at + 16))?.[1];
    if (version !== undefined) found.add(version);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(start, 0), Math.max(end, 0)));
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, " ").trim();
}
