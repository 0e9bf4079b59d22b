import { VaultError } from "../core/errors.ts";
import type { PlaceCall } from "./place.ts";
import type { Repository } from "./repository.ts";
import { type Cipher, sealOverhead } from "./restic-cipher.ts";
import { damaged } from "./restic-unpacked.ts";

/** The two types of blob: pieces of files, and trees, which list a folder. */
export type BlobType = "data" | "tree";

/** A blob inside a pack. */
export interface PackedBlob {
  /** SHA-256 of the plaintext. */
  readonly id: string;
  readonly type: BlobType;
  readonly offset: number;
  /** Bytes in the pack, sealed. */
  readonly length: number;
  /** Bytes of the plaintext where it is compressed, null where it is stored as it is. */
  readonly rawLength: number | null;
}

const plainEntry = 37;
const compressedEntry = 41;
/** restic's own bound. */
const mostHeader = 16 * 2 ** 20;

/** What ends a pack: the sealed header, and its length in four bytes (doc/design.rst, "Pack Format"). */
export function packHeader(cipher: Cipher, blobs: readonly PackedBlob[]): Buffer {
  const entries = blobs.map(({ id, type, length, rawLength }) => {
    const entry = Buffer.alloc(rawLength === null ? plainEntry : compressedEntry);
    entry[0] = (type === "tree" ? 1 : 0) + (rawLength === null ? 0 : 2);
    entry.writeUInt32LE(length, 1);
    if (rawLength !== null) entry.writeUInt32LE(rawLength, 5);
    entry.write(id, entry.length - 32, "hex");
    return entry;
  });
  const sealed = cipher.seal(Buffer.concat(entries));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(sealed.length);
  return Buffer.concat([sealed, length]);
}

/** Bytes of what ends a pack with so many blobs, at most. */
export function headerBytes(blobs: number): number {
  return sealOverhead + 4 + blobs * compressedEntry;
}

/** Bytes of a whole pack with these blobs: what the place must say it has. */
export function packBytes(blobs: readonly PackedBlob[]): number {
  let bytes = sealOverhead + 4;
  for (const { length, rawLength } of blobs) bytes += length + (rawLength === null ? plainEntry : compressedEntry);
  return bytes;
}

/** Reads what a pack of this many bytes holds, from its end. @throws VaultError `damaged`, naming the pack */
export async function readPackHeader(
  { place, cipher }: Repository,
  pack: string,
  bytes: number,
  call: PlaceCall = {},
): Promise<readonly PackedBlob[]> {
  // Most headers fit into one small read.
  const guess = Math.min(bytes, 4096);
  const tail = Buffer.from(await place.get("data", pack, { ...call, from: bytes - guess, length: guess }));
  const length = tail.length < 4 ? 0 : tail.readUInt32LE(tail.length - 4);
  if (length < sealOverhead || length > mostHeader || length + 4 > bytes)
    throw damaged("data", pack, "it does not end like a pack");
  const from = bytes - 4 - length;
  const sealed =
    length + 4 <= guess ? tail.subarray(-4 - length, -4) : await place.get("data", pack, { ...call, from, length });
  return parsePackHeader(cipher, pack, sealed, from);
}

/** What the sealed header of a pack says; its blobs fill `space` bytes. @throws VaultError `damaged`, naming the pack */
export function parsePackHeader(
  cipher: Cipher,
  pack: string,
  sealed: Uint8Array,
  space: number,
): readonly PackedBlob[] {
  const header = openHeader(cipher, pack, sealed);
  const blobs: PackedBlob[] = [];
  let offset = 0;
  for (let at = 0; at < header.length; ) {
    const kind = header[at] ?? 0;
    const size = kind < 2 ? plainEntry : compressedEntry;
    if (kind > 3 || at + size > header.length) throw damaged("data", pack, "its header holds what no pack has");
    const length = header.readUInt32LE(at + 1);
    const rawLength = kind < 2 ? null : header.readUInt32LE(at + 5);
    const id = header.toString("hex", at + size - 32, at + size);
    blobs.push({ id, type: kind % 2 === 1 ? "tree" : "data", offset, length, rawLength });
    offset += length;
    at += size;
  }
  if (offset !== space) throw damaged("data", pack, "its header does not fit its length");
  return blobs;
}

function openHeader(cipher: Cipher, pack: string, sealed: Uint8Array): Buffer {
  try {
    return cipher.open(sealed);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    throw damaged("data", pack, "its header cannot be opened");
  }
}
