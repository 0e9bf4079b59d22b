import { FormatError } from "../core/errors.ts";
import { crc32 } from "./crc32.ts";
import { inflateRaw } from "./inflate.ts";
import { readDirectory } from "./zip-directory.ts";

/** Bytes that can be read anywhere: a file on disk, a buffer. `read` gives exactly `length` bytes or fails. */
export interface RandomAccess {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
  /** As `read`, into memory that the caller has: for a pass over a large file, which else takes new memory for each piece. */
  readInto?(target: Uint8Array, offset: number): Promise<void>;
}

/** What a zip may ask of its reader. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** Bytes of the table of contents. */
  readonly maxDirectoryBytes: number;
  /** Bytes of one entry, unpacked. */
  readonly maxEntryBytes: number;
  /** Unpacked to packed size, of entries over 1 MiB; text rarely passes 50. */
  readonly maxRatio: number;
}

/** Limits for captures: a bug report unpacks to some hundred MB at most and has some thousand entries. */
export const captureLimits: ZipLimits = {
  maxEntries: 200_000,
  maxDirectoryBytes: 64 * 1024 * 1024,
  maxEntryBytes: 256 * 1024 * 1024,
  maxRatio: 250,
};

/** The two heavy steps of reading, so that a platform can put its faster ones in. */
export interface ZipCodec {
  /** Gives at most `maxBytes`, throws otherwise. */
  inflateRaw(deflated: Uint8Array, maxBytes: number): Uint8Array | Promise<Uint8Array>;
  crc32(bytes: Uint8Array): number;
  /**
   * Gives the memory of bytes that `inflateRaw` made back at once, not when it is next tidied up: large ones cost more to be made anew
   * each time than to be inflated. They are empty after that.
   */
  letGo?(bytes: Uint8Array): void;
}

/** Works wherever TypeScript does; Node has a faster one in `device/file.ts`. */
export const portableCodec: ZipCodec = { inflateRaw, crc32 };

/** One entry as the table of contents tells it. Sizes and offsets in bytes. */
export interface ZipEntry {
  /** Path with `/` between folders; a folder's ends with `/`. Never absolute, never with `..` or NUL. */
  readonly name: string;
  /** 0 stored, 8 deflated; nothing else can be read. */
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly offset: number;
  readonly encrypted: boolean;
  readonly directory: boolean;
  /** A symbolic link by its Unix mode; never read. */
  readonly link: boolean;
}

/** An opened zip: its table of contents, and the bytes behind it. */
export interface Zip {
  readonly file: RandomAccess;
  readonly limits: ZipLimits;
  /** By name, in the order of the table of contents. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Names that stand more than once: which of them a tool takes differs, so none is read. */
  readonly repeated: ReadonlySet<string>;
}

/**
 * Opens a zip by its table of contents; reads nothing else.
 *
 * @throws FormatError when the file is no zip, is cut off, breaks a limit, or names a path outside of itself.
 * APPNOTE.TXT 6.3.10 §4.3.12–4.3.16 (central directory, zip64).
 */
export async function openZip(file: RandomAccess, limits: ZipLimits = captureLimits): Promise<Zip> {
  return { file, limits, ...(await readDirectory(file, limits)) };
}

/**
 * Unpacks one entry into memory and checks its length and CRC-32.
 *
 * @throws FormatError when it is missing, repeated, a link, encrypted, too large, packed in an unknown way, or damaged.
 */
export async function readEntry(zip: Zip, name: string, codec: ZipCodec = portableCodec): Promise<Uint8Array> {
  const entry = zip.entries.get(name);
  if (!entry) throw new FormatError("zip", `there is no ${shown(name)} in it`);
  refuseUnreadable(zip, entry);
  const packed = await zip.file.read(await dataOffset(zip.file, entry), entry.packedSize);
  const bytes = entry.method === 0 ? packed : await inflated(codec, packed, entry);
  if (bytes.length !== entry.size || codec.crc32(bytes) !== entry.crc32)
    throw new FormatError("zip", `${shown(name)} is damaged: its content does not match its checksum`);
  return bytes;
}

function refuseUnreadable(zip: Zip, entry: ZipEntry): void {
  const refuse = (why: string) => {
    throw new FormatError("zip", `${shown(entry.name)} ${why}`);
  };
  const { size, packedSize, method } = entry;
  if (zip.repeated.has(entry.name)) refuse("stands in it more than once");
  if (entry.link || entry.directory) refuse("is no file");
  if (entry.encrypted) refuse("is locked with a password");
  if (method !== 0 && method !== 8) refuse(`is packed in a way that Candor does not read (method ${method})`);
  if (method === 0 && packedSize !== size) refuse("has two different sizes");
  if (size > zip.limits.maxEntryBytes)
    refuse(`unpacks to ${size} bytes, more than the limit of ${zip.limits.maxEntryBytes}`);
  if (size > 1024 * 1024 && size > packedSize * zip.limits.maxRatio)
    refuse("unpacks to so many times its size that it looks like a zip bomb");
}

/** Where the entry's bytes begin. Its local header must tell the same name and method as the table of contents. */
async function dataOffset(file: RandomAccess, entry: ZipEntry): Promise<number> {
  const damaged = () =>
    new FormatError("zip", `the local header of ${shown(entry.name)} does not fit the table of contents`, entry.offset);
  if (entry.offset + 30 > file.size) throw damaged();
  const bytes = await file.read(entry.offset, 30);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nameLength = view.getUint16(26, true);
  const start = entry.offset + 30 + nameLength + view.getUint16(28, true);
  if (view.getUint32(0, true) !== 0x04034b50 || view.getUint16(8, true) !== entry.method) throw damaged();
  if (start + entry.packedSize > file.size) throw damaged();
  const name = new TextDecoder().decode(await file.read(entry.offset + 30, nameLength));
  if (name !== entry.name) throw damaged();
  return start;
}

async function inflated(codec: ZipCodec, packed: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  try {
    return await codec.inflateRaw(packed, entry.size);
  } catch {
    throw new FormatError("zip", `${shown(entry.name)} is damaged: it cannot be unpacked`);
  }
}

/** A name from the zip as a message may hold it. */
function shown(name: string): string {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 119)}…` : name);
}
