import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { constants, open } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";
import { FormatError } from "../core/errors.ts";
import type { RandomAccess, ZipCodec } from "../formats/zip.ts";

/** Bytes that can be read anywhere and let go of. */
export interface OpenFile extends RandomAccess {
  close(): Promise<void>;
}

/**
 * Opens a file on disk for reading anywhere in it.
 *
 * @param follow whether a symbolic link is followed: only for a path that the person named.
 */
export async function openFile(path: string, follow = false): Promise<OpenFile> {
  const handle = await open(path, constants.O_RDONLY | (follow ? 0 : (constants.O_NOFOLLOW ?? 0)));
  try {
    const { size } = await handle.stat();
    return {
      size,
      async read(offset, length) {
        if (offset + length > size) throw new FormatError("file", "it is shorter than it says");
        const bytes = new Uint8Array(length);
        let done = 0;
        while (done < length) {
          const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
          if (bytesRead === 0) throw new FormatError("file", "it became shorter while it was read");
          done += bytesRead;
        }
        return bytes;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * As `openFile`, for a thread that has nothing else to do: a read keeps it waiting, and so takes half as long as by way of the thread pool.
 * Symbolic links are followed.
 */
export function openFileWaiting(path: string): OpenFile {
  return waiting(openSync(path, constants.O_RDONLY)).file;
}

/**
 * As `openFileWaiting`, and files of up to 32 MiB are read at once, into memory that the thread keeps for the next such file: what `read`
 * gave is good until `close`. Not to be written to.
 */
export function openFileAtOnce(path: string): OpenFile {
  const { file, fill } = waiting(openSync(path, constants.O_RDONLY));
  const { size, close } = file;
  if (size === 0 || size > atOnceBytes) return file;
  const room = spareRoom ?? new Uint8Array(atOnceBytes);
  spareRoom = undefined;
  const bytes = room.subarray(0, size);
  try {
    fill(bytes, 0);
  } catch {
    // Whatever is wrong is met again, and told, where it is read for a purpose.
    spareRoom = room;
    return file;
  }
  return {
    ...memoryFile(bytes),
    async close() {
      spareRoom = room;
      await close();
    },
  };
}

const atOnceBytes = 32 * 1024 * 1024;
let spareRoom: Uint8Array | undefined;

function waiting(file: number) {
  const fill = (target: Uint8Array, offset: number) => {
    let done = 0;
    while (done < target.length) {
      const read = readSync(file, target, done, target.length - done, offset + done);
      if (read === 0) throw new FormatError("file", "it became shorter while it was read");
      done += read;
    }
  };
  try {
    const { size } = fstatSync(file);
    const within = (offset: number, length: number) => {
      if (offset + length > size) throw new FormatError("file", "it is shorter than it says");
    };
    const opened: OpenFile = {
      size,
      async read(offset, length) {
        within(offset, length);
        const bytes = new Uint8Array(length);
        fill(bytes, offset);
        return bytes;
      },
      async readInto(target, offset) {
        within(offset, target.length);
        fill(target, offset);
      },
      close: async () => closeSync(file),
    };
    return { file: opened, fill };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Bytes in memory as a file. */
export function memoryFile(content: Uint8Array): OpenFile {
  const bytes = plain(content);
  return {
    size: bytes.length,
    async read(offset, length) {
      if (offset + length > bytes.length) throw new FormatError("file", "it is shorter than it says");
      return bytes.subarray(offset, offset + length);
    },
    async close() {},
  };
}

/** Node's own inflate and CRC-32, three times as fast as portable ones. */
export const nodeCodec: ZipCodec = {
  // With room for all of it in one chunk, the result is not put together from pieces.
  inflateRaw: (deflated, maxBytes) =>
    plain(inflateRawSync(deflated, { maxOutputLength: Math.max(maxBytes, 1), chunkSize: Math.max(maxBytes + 1, 64) })),
  crc32: (bytes) => crc32(bytes),
  letGo({ buffer }) {
    if (buffer instanceof ArrayBuffer && buffer.byteLength > smallBytes) buffer.transfer(0);
  },
};

/** Small ones share their memory with others (`Buffer.poolSize`), and are not worth it. */
const smallBytes = 256 * 1024;

/** Node's Buffer as what it says it is: its `slice` shares memory where that of a Uint8Array copies. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
