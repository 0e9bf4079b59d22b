import type { ContentDigest } from "./apk-signature-algorithms.ts";
import type { Crypto, DigestName } from "./crypto.ts";
import type { RandomAccess } from "./zip.ts";

/** Where the parts of a signed APK lie that its signature covers, in bytes. */
export interface SignedParts {
  readonly file: RandomAccess;
  /** Where the signing block begins, which is not covered; where the file has none, where the table of contents begins. */
  readonly blockOffset: number;
  readonly directoryOffset: number;
  readonly eocdOffset: number;
}

/** What one pass over a file found. */
export interface FileDigests {
  /** Of the content, as signatures have it; for verity the root hash, undefined where the signing block is not aligned to pages. */
  readonly content: ReadonlyMap<ContentDigest, Uint8Array | undefined>;
  /** Of all bytes of the file. */
  readonly whole: ReadonlyMap<DigestName, Uint8Array>;
}

/** Chunks of the chunked digests; also what is read at once. */
const chunkBytes = 1024 * 1024;
const pageBytes = 4096;

/**
 * Digests an APK in one pass, 1 MiB in memory and 1 MiB underway: the content as the signature schemes define it, and the whole file.
 * source.android.com/docs/security/features/apksigning/v2 (integrity-protected contents); AOSP VerityBuilder.java (the tree of pages).
 */
export async function digestApk(
  { file, blockOffset, directoryOffset, eocdOffset }: SignedParts,
  content: ReadonlySet<ContentDigest>,
  whole: readonly DigestName[],
  crypto: Crypto,
): Promise<FileDigests> {
  const contents = new Map([...content].map((kind) => [kind, contentHash(kind, crypto)] as const));
  const streams = new Map(whole.map((name) => [name, crypto.stream(name)] as const));
  const sections = [
    { from: 0, to: blockOffset, covered: content.size > 0 },
    { from: blockOffset, to: directoryOffset, covered: false },
    { from: directoryOffset, to: eocdOffset, covered: content.size > 0 },
  ].filter(({ covered }) => covered || whole.length > 0);
  for await (const { bytes, covered } of chunks(file, sections)) {
    for (const stream of streams.values()) stream.update(bytes);
    if (covered) for (const hash of contents.values()) await hash.chunk(bytes);
  }
  const end = Uint8Array.from(await file.read(eocdOffset, file.size - eocdOffset));
  for (const stream of streams.values()) stream.update(end);
  // The table of contents counts as if there were no signing block before it.
  new DataView(end.buffer).setUint32(16, blockOffset, true);
  for (const hash of contents.values()) await hash.chunk(end);
  const aligned = blockOffset % pageBytes === 0 && directoryOffset % pageBytes === 0;
  const found = new Map<ContentDigest, Uint8Array | undefined>();
  for (const [kind, hash] of contents)
    found.set(kind, kind === "verity-sha256" && !aligned ? undefined : await hash.end());
  const ofWhole = new Map<DigestName, Uint8Array>();
  for (const [name, stream] of streams) ofWhole.set(name, await stream.digest());
  return { content: found, whole: ofWhole };
}

/** The sections cut into chunks, in order; the next one is read while one is used, and what is read after that may take its memory. */
async function* chunks(
  file: RandomAccess,
  sections: readonly { readonly from: number; readonly to: number; readonly covered: boolean }[],
): AsyncGenerator<{ bytes: Uint8Array; covered: boolean }> {
  const places = sections.flatMap(({ from, to, covered }) =>
    Array.from({ length: Math.ceil((to - from) / chunkBytes) }, (_, i) => {
      const offset = from + i * chunkBytes;
      return { offset, length: Math.min(chunkBytes, to - offset), covered };
    }),
  );
  const rooms = [0, 1].map(() => new Uint8Array(Math.min(chunkBytes, file.size)));
  const read = async (i: number): Promise<Uint8Array | undefined> => {
    const place = places[i];
    const room = rooms[i & 1]?.subarray(0, place?.length);
    if (!place || !room) return undefined;
    if (!file.readInto) return await file.read(place.offset, place.length);
    await file.readInto(room, place.offset);
    return room;
  };
  let next = read(0);
  for (const [i, place] of places.entries()) {
    const bytes = await next;
    next = read(i + 1);
    // A failure is met when it is awaited; until then it must not count as forgotten.
    next.catch(() => {});
    if (bytes) yield { bytes, covered: place.covered };
  }
}

interface ContentHash {
  /** Chunks of 1 MiB; only the last of a section may be shorter. */
  chunk(bytes: Uint8Array): void | Promise<void>;
  end(): Uint8Array | Promise<Uint8Array>;
}

function contentHash(kind: ContentDigest, crypto: Crypto): ContentHash {
  return kind === "verity-sha256"
    ? verityHash(crypto)
    : chunkedHash(kind === "chunked-sha256" ? "sha256" : "sha512", crypto);
}

/** H(0x5a, number of chunks, H(0xa5, length, chunk)…). */
function chunkedHash(name: DigestName, crypto: Crypto): ContentHash {
  const digests: Uint8Array[] = [];
  return {
    async chunk(bytes) {
      digests.push(await crypto.digest(name, prefix(0xa5, bytes.length), bytes));
    },
    end: () => crypto.digest(name, prefix(0x5a, digests.length), ...digests),
  };
}

function prefix(kind: number, count: number): Uint8Array {
  const bytes = new Uint8Array(5);
  bytes[0] = kind;
  new DataView(bytes.buffer).setUint32(1, count, true);
  return bytes;
}

/** The root of a tree of SHA-256 over pages of 4 KiB, each salted with eight zeros; what is not a whole page is filled with zeros. */
function verityHash(crypto: Crypto): ContentHash {
  const leaves: Uint8Array[] = [];
  // What is left of a page between two chunks.
  let left = new Uint8Array();
  return {
    async chunk(bytes) {
      const all = left.length === 0 ? bytes : joined([left, bytes]);
      const whole = all.length - (all.length % pageBytes);
      leaves.push(await pageDigests(all.subarray(0, whole), crypto));
      left = all.slice(whole);
    },
    async end() {
      leaves.push(await pageDigests(left, crypto));
      let level = joined(leaves);
      do level = await pageDigests(level, crypto);
      while (level.length > 32);
      return level;
    },
  };
}

const salt = new Uint8Array(8);

/** The digests of the pages of some bytes, the last page filled with zeros. */
async function pageDigests(bytes: Uint8Array, crypto: Crypto): Promise<Uint8Array<ArrayBuffer>> {
  const digests = new Uint8Array(Math.ceil(bytes.length / pageBytes) * 32);
  for (let at = 0, to = 0; at < bytes.length; at += pageBytes, to += 32) {
    const page = bytes.subarray(at, at + pageBytes);
    const parts = page.length === pageBytes ? [salt, page] : [salt, page, new Uint8Array(pageBytes - page.length)];
    const digest = crypto.digest("sha256", ...parts);
    digests.set(digest instanceof Uint8Array ? digest : await digest, to);
  }
  return digests;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
