/** What a file holds: bytes, text made when it is read, or a stream from an offset with a size. */
export type Body =
  | Uint8Array
  | (() => string)
  | { readonly size: number; readonly open: (offset: number) => AsyncIterable<Uint8Array> };

/** The bytes of a body from an offset on. */
export async function* readBody(body: Body, offset: number): AsyncIterable<Uint8Array> {
  if (typeof body !== "function" && !(body instanceof Uint8Array)) {
    yield* body.open(offset);
    return;
  }
  const bytes = typeof body === "function" ? new TextEncoder().encode(body()) : body;
  for (let at = offset; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** The size that `stat` tells: 0 for what is made when it is read, as in /proc. */
export function bodySize(body: Body | undefined): number {
  if (body === undefined || typeof body === "function") return 0;
  return body instanceof Uint8Array ? body.length : body.size;
}

/** Chunks in one piece. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
