/**
 * What a file holds: bytes, text made when it is read, a stream from an offset with a size, or bytes made when they or their number are
 * first asked for.
 */
export type Body =
  | Uint8Array
  | (() => string)
  | { readonly size: number; readonly open: (offset: number) => AsyncIterable<Uint8Array> }
  | { readonly load: () => Promise<Uint8Array> };

/** The bytes of a body from an offset on. */
export async function* readBody(body: Body, offset: number): AsyncIterable<Uint8Array> {
  if ("open" in body) {
    yield* body.open(offset);
    return;
  }
  const bytes =
    "load" in body ? await body.load() : typeof body === "function" ? new TextEncoder().encode(body()) : body;
  for (let at = offset; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** The size that `stat` tells: 0 for text that is made when it is read, as in /proc. */
export async function bodySize(body: Body | undefined): Promise<number> {
  if (body === undefined || typeof body === "function") return 0;
  if ("load" in body) return (await body.load()).length;
  return body instanceof Uint8Array ? body.length : body.size;
}

/** Bytes that are made once, when they are first asked for. */
export function lazyBody(make: () => Promise<Uint8Array>): Body {
  let made: Promise<Uint8Array> | undefined;
  return {
    load: () => {
      made ??= make();
      return made;
    },
  };
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
