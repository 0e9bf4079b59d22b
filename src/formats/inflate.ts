import { FormatError } from "../core/errors.ts";

/**
 * Inflates raw DEFLATE data with what browsers and Node share.
 *
 * @param maxBytes the most that may come out; more is refused while it inflates, so a bomb costs no memory.
 * @throws FormatError for damaged or cut-off data and for more than `maxBytes`.
 * RFC 1951.
 */
export async function inflateRaw(deflated: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const pair = new DecompressionStream("deflate-raw");
  const writer = pair.writable.getWriter();
  // Errors of the writing side surface on the reading side as well; here they only must not go unhandled.
  const written = writer
    // Browsers' types rule out shared memory, which nobody inflates from.
    .write(deflated as Uint8Array<ArrayBuffer>)
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = pair.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); next.value; next = await reader.read()) {
      length += next.value.length;
      if (length > maxBytes) {
        await reader.cancel();
        throw new FormatError("deflate", `the data inflates to more than ${maxBytes} bytes`);
      }
      chunks.push(next.value);
    }
    await written;
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError("deflate", "the data is damaged or cut off");
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const result = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    result.set(chunk, offset);
    offset += chunk.length;
  }
  return result;
}
