import { FormatError } from "../core/errors.ts";
import type { RandomAccess, ZipEntry, ZipLimits } from "./zip.ts";
import { viewOf, wideNumber, zipLengths, zipSignatures } from "./zip-records.ts";

const unixLink = 0o120000;

/** Where the table of contents lies, and how many entries it has. */
interface Place {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
}

/**
 * Reads the table of contents (central directory) of a zip.
 *
 * @throws FormatError as `openZip` says.
 */
export async function readDirectory(
  file: RandomAccess,
  limits: ZipLimits,
): Promise<{ entries: ReadonlyMap<string, ZipEntry>; repeated: ReadonlySet<string> }> {
  const { count, offset, size } = await findDirectory(file);
  if (count > limits.maxEntries)
    throw new FormatError("zip", `it has ${count} entries, more than ${limits.maxEntries}`);
  if (size > limits.maxDirectoryBytes) throw new FormatError("zip", "its table of contents is too large");
  if (offset + size > file.size) throw new FormatError("zip", "its table of contents lies beyond the end of the file");
  const bytes = await file.read(offset, size);
  const entries = new Map<string, ZipEntry>();
  const repeated = new Set<string>();
  let position = 0;
  let packed = 0;
  for (let n = 0; n < count; n++) {
    const { entry, next } = readDirectoryEntry(bytes, position, offset);
    if (entries.has(entry.name)) repeated.add(entry.name);
    else entries.set(entry.name, entry);
    packed += entry.packedSize;
    position = next;
  }
  // More packed bytes than the file has: entries share them, which is how bombs are made that are small to look at.
  if (packed > file.size) throw new FormatError("zip", "its entries lie over one another, as in a zip bomb");
  return { entries, repeated };
}

async function findDirectory(file: RandomAccess): Promise<Place> {
  const length = Math.min(file.size, zipLengths.end + 0xffff);
  const start = file.size - length;
  const tail = await file.read(start, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = length - zipLengths.end; at >= 0; at--) {
    if (view.getUint32(at, true) !== zipSignatures.end) continue;
    if (at + zipLengths.end + view.getUint16(at + 20, true) > length) continue;
    const place = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true))
      throw new FormatError("zip", "it is one part of several; join the parts first");
    const wide = place.count === 0xffff || place.size === 0xffffffff || place.offset === 0xffffffff;
    return wide ? ((await findDirectory64(file, start + at)) ?? place) : place;
  }
  throw new FormatError("zip", "its end is missing, where the table of contents stands: the file was cut off");
}

/** The zip64 end record, found through its locator right before the end record; undefined where there is none. */
async function findDirectory64(file: RandomAccess, end: number): Promise<Place | undefined> {
  if (end < 20) return undefined;
  const locator = viewOf(await file.read(end - 20, 20));
  if (locator.getUint32(0, true) !== zipSignatures.end64Locator) return undefined;
  const at = wideNumber(locator, 8);
  if (at + 56 > file.size) throw new FormatError("zip", "its zip64 end record lies beyond the end of the file");
  const record = viewOf(await file.read(at, 56));
  if (record.getUint32(0, true) !== zipSignatures.end64)
    throw new FormatError("zip", "its zip64 end record is damaged", at);
  return { count: wideNumber(record, 32), size: wideNumber(record, 40), offset: wideNumber(record, 48) };
}

function readDirectoryEntry(bytes: Uint8Array, at: number, offset: number): { entry: ZipEntry; next: number } {
  const damaged = () => new FormatError("zip", "its table of contents is damaged", offset + at);
  if (at + 46 > bytes.length) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
  if (view.getUint32(0, true) !== zipSignatures.entry) throw damaged();
  const nameLength = view.getUint16(28, true);
  const extraLength = view.getUint16(30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(32, true);
  if (next > bytes.length) throw damaged();
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  refusePath(name);
  const flags = view.getUint16(8, true);
  const method = view.getUint16(10, true);
  const mode = (view.getUint16(4, true) >> 8 === 3 ? view.getUint32(38, true) >>> 16 : 0) & 0o170000;
  const sizes = {
    size: view.getUint32(24, true),
    packedSize: view.getUint32(20, true),
    offset: view.getUint32(42, true),
  };
  const extra = new DataView(view.buffer, view.byteOffset + 46 + nameLength, extraLength);
  const entry = {
    name,
    method,
    crc32: view.getUint32(16, true),
    ...withZip64(sizes, extra),
    encrypted: (flags & 0x41) !== 0 || method === 99,
    directory: name.endsWith("/"),
    link: mode === unixLink,
  };
  return { entry, next };
}

/** Sizes too large for 32 bits stand in the extra field 1, in this order, each only where its 32 bits are all ones. */
function withZip64<T extends Record<"size" | "packedSize" | "offset", number>>(sizes: T, extra: DataView): T {
  const wide = { ...sizes };
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true);
    const end = Math.min(at + 4 + length, extra.byteLength);
    if (extra.getUint16(at, true) === 1) {
      let position = at + 4;
      for (const key of ["size", "packedSize", "offset"] as const) {
        if (sizes[key] !== 0xffffffff) continue;
        if (position + 8 > end) throw new FormatError("zip", "a zip64 field is too short");
        (wide as Record<typeof key, number>)[key] = wideNumber(extra, position);
        position += 8;
      }
    }
    at = end;
  }
  return wide;
}

/** A path that leaves the folder it is unpacked into is made to do harm: the whole zip is refused. */
function refusePath(name: string): void {
  const parts = name.split(/[/\\]/);
  if (name === "" || name.includes("\0") || parts[0] === "" || /^[A-Za-z]:/.test(name) || parts.includes(".."))
    throw new FormatError(
      "zip",
      `it holds an entry whose path leads outside of it: ${JSON.stringify(name.slice(0, 120))}`,
    );
}
