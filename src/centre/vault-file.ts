import { FormatError, VaultError } from "../core/errors.ts";
import { type FilmKind, filmHead, filmKind } from "../formats/film-kind.ts";
import { heifPreview, isHeif } from "../formats/heif-preview.ts";
import { type PictureKind, pictureHead, pictureKind } from "../formats/picture-kind.ts";
import { stopReason } from "../vault/blob-store.ts";
import { type ListedFile, listed, nodeAt } from "../vault/list.ts";
import { readSnapshot } from "../vault/restic-snapshot.ts";
import { type FilePiece, lengthOf, piecesOf, piecesWithin, randomAccess, readWithin } from "../vault/sized-reader.ts";
import type { VaultRoom, VaultVisit } from "./vault-room.ts";

/** A file of a snapshot, open to be read. */
export interface OpenFile {
  readonly file: ListedFile;
  /** Bytes of what it holds, by the pieces of it. */
  readonly bytes: number;
  /** What kind of picture it is by its first bytes, whatever it is called; null for everything else. */
  readonly picture: PictureKind | null;
  /** What kind of film it is by its first bytes; null for everything else. */
  readonly film: FilmKind | null;
  readonly pieces: readonly FilePiece[];
  /** The content; each piece is verified before it is given. */
  content(): AsyncGenerator<Uint8Array>;
  /** The JPEG that a HEIC file holds for programs that draw no HEIC; null where it holds none, or is no such file. */
  preview(): Promise<Uint8Array | null>;
}

/** Bytes of the beginning by which kinds are told. */
const headBytes = Math.max(pictureHead, filmHead);

/** Opens a file of a snapshot. It is opened in memory only, a piece at a time. @throws VaultError `absent`, `damaged` */
export async function openFile(visit: VaultVisit, snapshotId: string, path: string): Promise<OpenFile> {
  const { signal } = visit.desk;
  const snapshot = await readSnapshot(visit.vault.repository, snapshotId, { signal });
  const reader = await visit.reader();
  const node = path === "" ? null : await nodeAt(reader, snapshot, path);
  if (node?.type !== "file") throw new VaultError("absent", "There is no such file in this snapshot.");
  const pieces = piecesOf(reader, node.content ?? []);
  const bytes = lengthOf(pieces);
  const whole = randomAccess(reader, pieces);
  const head = await whole.read(0, Math.min(headBytes, bytes));
  return {
    file: listed(path, node),
    bytes,
    picture: pictureKind(head.subarray(0, pictureHead)),
    film: filmKind(head),
    pieces,
    content: async function* () {
      for (const piece of pieces) {
        if (signal?.aborted) throw stopReason(signal);
        yield await readWithin(reader, piece, 0, bytes);
      }
    },
    preview: async () => {
      if (!isHeif(head)) return null;
      try {
        return await heifPreview(whole);
      } catch (error) {
        // A broken file has no preview; a damaged vault is told.
        if (error instanceof FormatError) return null;
        throw error;
      }
    },
  };
}

/**
 * A part of a file, from a byte to before another, for whoever takes it as slowly as a film is played. Each piece is a visit of its own: a film
 * that waits does not keep the vault open, and one that is locked gives no further piece.
 *
 * @throws VaultError `locked`, `closed`, `damaged`
 */
export async function* partOf(
  room: VaultRoom,
  vault: string,
  { pieces }: Pick<OpenFile, "pieces">,
  { from, to }: { readonly from: number; readonly to: number },
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (const piece of piecesWithin(pieces, from, to)) {
    yield await room.visit(vault, signal, async (visit) => {
      if (visit.desk.signal?.aborted) throw stopReason(visit.desk.signal);
      return await readWithin(await visit.reader(), piece, from, to);
    });
  }
}
