import { rabinModule } from "./rabin-module.ts";

/** Cuts content where its bytes say so (restic/chunker), so that a byte more in front changes one chunk and not all. */
export interface Chunker {
  /**
   * The chunks of one content. Each is a view that holds until the next is asked for; one content at a time.
   */
  chunks(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
}

/** Bytes of a chunk: none is shorter but the last, none longer. */
export const chunkBounds = { min: 512 * 1024, max: 8 * 2 ** 20, averageBits: 20 } as const;

/** What is read beyond the longest chunk before the buffer is moved to its beginning. */
const slack = 4 * 2 ** 20;

/** A chunker whose cuts are restic's for the same polynomial. */
export function chunkerOf(polynomial: bigint): Chunker {
  const { min, max, averageBits } = chunkBounds;
  const { bytes, bufferStart, scan } = rabinModule(polynomial, max + slack, averageBits);
  const limit = bufferStart + max + slack;
  return {
    async *chunks(content) {
      let [start, end, scanned] = [bufferStart, bufferStart, bufferStart];
      /** The end of the chunk that begins at `start`, 0 where more has to be read first. */
      const cut = () => {
        const from = Math.max(scanned, start + min - 1);
        const to = Math.min(end, start + max);
        const found = from < to ? scan(from, to) : -1;
        scanned = Math.max(from, to);
        return found >= 0 ? found + 1 : end - start >= max ? start + max : 0;
      };
      for await (const piece of content) {
        for (let taken = 0; taken < piece.length; ) {
          if (end === limit) {
            bytes.copyWithin(bufferStart, start, end);
            [start, end, scanned] = [bufferStart, end - (start - bufferStart), scanned - (start - bufferStart)];
          }
          const part = piece.subarray(taken, taken + limit - end);
          bytes.set(part, end);
          end += part.length;
          taken += part.length;
          for (let next = cut(); next !== 0; next = cut()) {
            yield bytes.subarray(start, next);
            start = scanned = next;
          }
        }
      }
      if (end > start) yield bytes.subarray(start, end);
    },
  };
}
