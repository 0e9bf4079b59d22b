import type { RandomAccess } from "./zip.ts";

const windowBytes = 1024 * 1024;

/** The same bytes for one who reads them from front to back in small pieces: 1 MiB is read at once, and kept until another is needed. */
export function readAhead(file: RandomAccess): RandomAccess {
  let start = 0;
  let window: Uint8Array = new Uint8Array();
  return {
    size: file.size,
    async read(offset, length) {
      if (length > windowBytes) return await file.read(offset, length);
      if (offset < start || offset + length > start + window.length) {
        window = await file.read(offset, Math.max(length, Math.min(windowBytes, file.size - offset)));
        start = offset;
      }
      return window.subarray(offset - start, offset - start + length);
    },
  };
}
