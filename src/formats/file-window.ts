import { FormatError } from "../core/errors.ts";
import type { RandomAccess } from "./zip.ts";

/**
 * A part of a file as a file of its own; nothing is read or copied until it is asked for.
 *
 * @throws FormatError where the part reaches over the end of the file.
 */
export function fileWindow(file: RandomAccess, offset: number, size: number): RandomAccess {
  if (offset < 0 || size < 0 || offset + size > file.size)
    throw new FormatError("file", "a part of it is said to lie beyond its end");
  return {
    size,
    async read(at, length) {
      refuseBeyond(at, length, size);
      return await file.read(offset + at, length);
    },
    ...(file.readInto && {
      async readInto(target: Uint8Array, at: number) {
        refuseBeyond(at, target.length, size);
        await file.readInto?.(target, offset + at);
      },
    }),
  };
}

/** Bytes in memory as a file. */
export function fileOf(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    async read(at, length) {
      refuseBeyond(at, length, bytes.length);
      return bytes.subarray(at, at + length);
    },
  };
}

function refuseBeyond(at: number, length: number, size: number): void {
  if (at < 0 || length < 0 || at + length > size) throw new FormatError("file", "it is shorter than it says");
}
