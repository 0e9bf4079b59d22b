import { type FileHandle, open } from "node:fs/promises";

const pieceBytes = 1 << 20;

/**
 * A file in pieces of 1 MiB; the next one is read while the former is worked on. A piece is good until the one after the next is asked for: the
 * memory is used again, which is what makes it quicker than a stream.
 *
 * @throws the system's error
 */
export async function* filePieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  const room = [Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes)];
  const read = (turn: number) => {
    const reading = file.read(room[turn % 3] as Buffer, 0, pieceBytes, null);
    // Whoever stops in between never waits for it.
    reading.catch(() => undefined);
    return reading;
  };
  let next = read(0);
  try {
    for (let turn = 1; ; turn++) {
      const { bytesRead, buffer } = await next;
      if (bytesRead === 0) return;
      next = read(turn);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}

/** Writes pieces to an opened file, one while the next is made; gives the number of bytes. @throws the system's error, and what the pieces throw */
export async function writePieces(file: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const piece of pieces) {
      await writing;
      bytes += piece.length;
      writing = writeWhole(file, piece);
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
  return bytes;
}

async function writeWhole(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let done = 0; done < piece.length; ) done += (await file.write(piece, done)).bytesWritten;
}
