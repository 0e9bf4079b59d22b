import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";

const pieceBytes = 1 << 20;
/** What is written at once: for longer writes, systems look for large pages of memory that nobody used yet, which takes up to ten times as long. */
export const writeBytes = 256 * 1024;
/** Pieces after which everything else in the process (signals, requests) gets its turn: some milliseconds. */
const inTurn = 8;

/**
 * A file in pieces of 1 MiB, each good until the next is asked for: the memory is used again. Read by this thread itself, which takes half as long
 * as by way of the thread pool.
 *
 * @throws the system's error
 */
export async function* filePieces(path: string): AsyncGenerator<Uint8Array> {
  const file = openSync(path, "r");
  const room = Buffer.allocUnsafe(pieceBytes);
  try {
    for (let piece = 1; ; piece++) {
      const length = readSync(file, room, 0, pieceBytes, null);
      if (length === 0) return;
      yield room.subarray(0, length);
      if (piece % inTurn === 0) await turn();
    }
  } finally {
    closeSync(file);
  }
}

/** Writes pieces to an opened file; gives the number of bytes. @throws the system's error, and what the pieces throw */
export async function writePieces(file: number, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) {
    for (let done = 0; done < piece.length; )
      done += writeSync(file, piece, done, Math.min(writeBytes, piece.length - done));
    bytes += piece.length;
  }
  return bytes;
}
