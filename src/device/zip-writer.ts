import { crc32, deflateRawSync } from "node:zlib";
import { captureLimits } from "../formats/zip.ts";

/** One file of a zip to be written. */
export interface ZipFile {
  /** Path with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** DOS date and time of 1980-01-01 00:00: the same content gives the same zip. */
const dosTime = 0x0021_0000;
/** Bit 11: names are UTF-8. */
const utf8Flag = 0x0800;
const largest = 0xffff_fffe;

/**
 * The bytes of a zip with these files, deflated where that makes them smaller.
 *
 * @throws RangeError for what needs zip64: 65,535 files or 4 GiB.
 * APPNOTE.TXT 6.3.10 §4.3.7, §4.3.12, §4.3.16.
 */
export function zipOf(files: readonly ZipFile[]): readonly Uint8Array[] {
  if (files.length >= 0xffff) throw new RangeError("a zip without zip64 holds fewer than 65,535 files");
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const deflated = deflateRawSync(bytes);
    // Text that repeats itself without end would deflate to what readers, ours too, refuse as a zip bomb.
    const packs = deflated.length < bytes.length && bytes.length <= deflated.length * captureLimits.maxRatio;
    const packed = packs ? deflated : bytes;
    const entry = { name: new TextEncoder().encode(name), method: packed === bytes ? 0 : 8, crc: crc32(bytes), packed };
    const sizes = { packed: packed.length, size: bytes.length, offset };
    const local = header(0x04034b50, entry, sizes);
    directory.push(header(0x02014b50, entry, sizes));
    parts.push(local, packed);
    offset += local.length + packed.length;
    if (offset > largest) throw new RangeError("a zip without zip64 holds less than 4 GiB");
  }
  const directorySize = directory.reduce((length, part) => length + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return [...parts, ...directory, new Uint8Array(end.buffer)];
}

interface Packed {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
}

/** A local header, or the entry of the central directory, which has the same fields between others. */
function header(
  signature: number,
  { name, method, crc }: Packed,
  sizes: { readonly packed: number; readonly size: number; readonly offset: number },
): Uint8Array {
  const central = signature === 0x02014b50;
  const fixed = central ? 46 : 30;
  const bytes = new Uint8Array(fixed + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  // The central entry begins with the version of the maker, which the local header does not have.
  const at = central ? 6 : 4;
  if (central) view.setUint16(4, 20, true);
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, utf8Flag, true);
  view.setUint16(at + 4, method, true);
  view.setUint32(at + 6, dosTime, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, sizes.packed, true);
  view.setUint32(at + 18, sizes.size, true);
  view.setUint16(at + 22, name.length, true);
  if (central) view.setUint32(42, sizes.offset, true);
  bytes.set(name, fixed);
  return bytes;
}
