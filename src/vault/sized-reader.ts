import { VaultError } from "../core/errors.ts";
import type { RandomAccess } from "../formats/zip.ts";
import type { BlobReader } from "./blob-reader.ts";
import { sealOverhead } from "./restic-cipher.ts";
import type { BlobIndex } from "./restic-index.ts";
import type { BlobType } from "./restic-pack.ts";

/** A reader that also knows how long a blob is, without reading it. */
export interface SizedReader extends BlobReader {
  /** Bytes of the blob once it is opened, by the index. @throws VaultError `absent` where no index knows it */
  bytesOf(type: BlobType, id: string): number;
}

/** The same reader, with the lengths that the index tells. */
export function withSizes(reader: BlobReader, index: BlobIndex): SizedReader {
  return {
    read: (type, id) => reader.read(type, id),
    tree: (id) => reader.tree(id),
    bytesOf: (type, id) => {
      const found = index.get(type, id);
      if (!found) throw new VaultError("absent", `The index of the vault does not know a piece (${id}).`);
      return found.rawLength ?? Math.max(0, found.length - sealOverhead);
    },
  };
}

/** A piece of a file: the blob, and where it begins in the file. */
export interface FilePiece {
  readonly id: string;
  readonly at: number;
  readonly length: number;
}

/** Where the pieces of a file lie in it, in their order. @throws VaultError `absent` */
export function piecesOf(reader: SizedReader, content: readonly string[]): readonly FilePiece[] {
  let at = 0;
  return content.map((id) => {
    const piece = { id, at, length: reader.bytesOf("data", id) };
    at += piece.length;
    return piece;
  });
}

/** How long the file of these pieces is. */
export function lengthOf(pieces: readonly FilePiece[]): number {
  const last = pieces.at(-1);
  return last === undefined ? 0 : last.at + last.length;
}

/** The pieces that a part of a file lies in, from the first byte to before the last. */
export function piecesWithin(pieces: readonly FilePiece[], from: number, to: number): readonly FilePiece[] {
  return pieces.filter(({ at, length }) => length > 0 && at < to && at + length > from);
}

/** What of a piece lies in a part of its file, verified. @throws VaultError `damaged` for a piece of another length than the index says */
export async function readWithin(reader: BlobReader, piece: FilePiece, from: number, to: number): Promise<Uint8Array> {
  const bytes = await reader.read("data", piece.id);
  if (bytes.length !== piece.length)
    throw new VaultError("damaged", `A piece of the file (${piece.id.slice(0, 12)}) is not as long as the index says.`);
  return bytes.subarray(Math.max(0, from - piece.at), Math.min(piece.length, to - piece.at));
}

/** A file of a snapshot of which any part can be read; only the pieces that it lies in are opened. */
export function randomAccess(reader: BlobReader, pieces: readonly FilePiece[]): RandomAccess {
  const size = lengthOf(pieces);
  return {
    size,
    async read(offset, length) {
      const to = offset + length;
      if (offset < 0 || length < 0 || to > size)
        throw new VaultError("absent", "The file is shorter than what is asked for.");
      const whole = new Uint8Array(length);
      for (const piece of piecesWithin(pieces, offset, to))
        whole.set(await readWithin(reader, piece, offset, to), Math.max(0, piece.at - offset));
      return whole;
    },
  };
}
