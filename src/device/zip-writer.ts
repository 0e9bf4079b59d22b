import { crc32, deflateRawSync } from "node:zlib";
import { captureLimits } from "../formats/zip.ts";
import { directoryEnd, directoryHeader, localHeader, type ZipRecord } from "../formats/zip-headers.ts";

/** One file of a zip to be written. */
export interface ZipFile {
  /** Path with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const largest = 0xffff_fffe;

/**
 * The bytes of a zip with these files, deflated where that makes them smaller.
 *
 * @throws RangeError for what needs zip64: 65,535 files or 4 GiB.
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
    const record: ZipRecord = {
      ...{ name: new TextEncoder().encode(name), method: packs ? 8 : 0, crc: crc32(bytes) },
      ...{ packed: packed.length, size: bytes.length, offset },
    };
    const local = localHeader(record);
    directory.push(directoryHeader(record));
    parts.push(local, packed);
    offset += local.length + packed.length;
    if (offset > largest) throw new RangeError("a zip without zip64 holds less than 4 GiB");
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return [...parts, ...directory, directoryEnd(files.length, length, offset)];
}
