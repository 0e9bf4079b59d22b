import { FormatError } from "../core/errors.ts";

/** One section of a JAR's manifest or signature file: bytes from `start` to `end`, the empty line after it included. */
export interface JarSection {
  readonly start: number;
  readonly end: number;
  /** Values by lower-case name; of a name that stands twice the last, as Android takes it. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** MANIFEST.MF or a .SF file. */
export interface JarManifest {
  readonly main: JarSection;
  /** By the name of the entry that they are about. */
  readonly entries: ReadonlyMap<string, JarSection>;
}

/**
 * Reads a JAR's manifest as Android does: lines fold at 72 bytes and go on after a blank, sections end with an empty line, a last line
 * without its end does not count. JAR File Specification; AOSP frameworks/base core/java/android/util/jar/StrictJarManifestReader.java.
 *
 * @throws FormatError where Android refuses: a NUL, a section without a name, two sections of one name, an odd attribute name.
 */
export function readJarManifest(bytes: Uint8Array): JarManifest {
  const reader = { bytes, at: 0, breaks: 0, value: new Uint8Array(bytes.length) };
  const main = readSection(reader, 0);
  const entries = new Map<string, JarSection>();
  while (reader.at < bytes.length) {
    const start = reader.at;
    const first = readHeader(reader);
    if (first === undefined) break;
    if (first[0] !== "name") throw new FormatError("jar", "a section does not begin with a name", start);
    if (entries.has(first[1])) throw new FormatError("jar", "two sections have the same name", start);
    entries.set(first[1], readSection(reader, start));
  }
  return { main, entries };
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
  /** Line ends right before `at`. */
  breaks: number;
  /** Room for a value that is folded over several lines. */
  readonly value: Uint8Array;
}

function readSection(reader: Reader, start: number): JarSection {
  const attributes = new Map<string, string>();
  for (let header = readHeader(reader); header !== undefined; header = readHeader(reader))
    attributes.set(header[0], header[1]);
  return { start, end: reader.at, attributes };
}

/** One attribute, or undefined at the end of the section or of the file. */
function readHeader(reader: Reader): readonly [name: string, value: string] | undefined {
  if (reader.breaks > 1) {
    reader.breaks = 0;
    return undefined;
  }
  const name = readName(reader);
  reader.breaks = 0;
  const value = readValue(reader);
  // A last line without its end is ignored by Android.
  return reader.breaks > 0 && name !== undefined ? [name, value] : undefined;
}

function readName(reader: Reader): string | undefined {
  const { bytes, at } = reader;
  const colon = bytes.indexOf(0x3a, at);
  if (colon < 0) {
    reader.at = bytes.length;
    return undefined;
  }
  reader.at = colon + 2;
  if (bytes[colon + 1] !== 0x20) throw new FormatError("jar", "an attribute has no blank before its value", at);
  const name = colon - at > 70 ? "" : text(bytes.subarray(at, colon));
  if (!/^[A-Za-z0-9_-]{1,70}$/.test(name)) throw new FormatError("jar", "an attribute has an odd name", at);
  return name.toLowerCase();
}

function readValue(reader: Reader): string {
  const { bytes, value } = reader;
  let length = 0;
  let carriageReturn = false;
  for (; reader.at < bytes.length; reader.at++) {
    const byte = bytes[reader.at] as number;
    if (byte === 0) throw new FormatError("jar", "a NUL stands in it", reader.at);
    if (byte === 0x0a) {
      if (!carriageReturn) reader.breaks++;
      carriageReturn = false;
    } else if (byte === 0x0d) {
      carriageReturn = true;
      reader.breaks++;
    } else if (byte === 0x20 && reader.breaks === 1) reader.breaks = 0;
    else if (reader.breaks > 0) break;
    else value[length++] = byte;
  }
  return text(value.subarray(0, length));
}

const decoder = new TextDecoder();

function text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
