import { randomInt } from "node:crypto";
import { zstdCompressSync } from "node:zlib";
import { VaultError } from "../core/errors.ts";
import type { Repository } from "./repository.ts";
import { hashName } from "./restic-cipher.ts";
import { type BlobIndex, type IndexedPack, writeIndex } from "./restic-index.ts";
import { type BlobType, type PackedBlob, packHeader } from "./restic-pack.ts";

/** Takes blobs, and keeps those that are new in packs. */
export interface BlobStore {
  /** The id; sealed when this answers, so that `bytes` may be used again. Stored for certain after `finish`. */
  save(type: BlobType, bytes: Uint8Array): string;
  /** Takes a sealed blob as it is, from another pack. */
  move(blob: Omit<PackedBlob, "offset">, sealed: Uint8Array): void;
  /** Waits while too many packs are on their way to the place. */
  room(): Promise<void>;
  /** Everything that was saved is at the place, packs before the index that names them. */
  finish(): Promise<void>;
  /** Writes the packs that are open; gives all that were written, for whoever writes the index. */
  finishPacks(): Promise<readonly IndexedPack[]>;
  /** After a failure: nothing more is sent. */
  abandon(): Promise<void>;
  /** What was new: blobs, bytes of them, and bytes in the packs. */
  readonly added: { blobs: number; raw: number; packed: number };
}

/** What can be chosen. */
export interface BlobStoreOptions {
  readonly compression?: "auto" | "off" | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Packs that are at the place and in no index yet. */
  readonly unindexed?: readonly IndexedPack[];
}

/** Packs on their way at once; each takes its length in memory. */
const mostOnTheWay = 2;
/** An index in between, so that another run need not read so many packs. */
const indexEvery = 256;

interface OpenPack {
  readonly parts: Buffer[];
  readonly blobs: Omit<PackedBlob, "offset">[];
  bytes: number;
}

/**
 * Blobs go to one of two open packs by chance, so that the order and the lengths of pieces of a file cannot be read off the storage (as
 * restic does since 0.18). Data and trees never share a pack.
 */
export function createBlobStore(repository: Repository, index: BlobIndex, options: BlobStoreOptions = {}): BlobStore {
  const { cipher, packSize } = repository;
  const { compression = "auto", signal } = options;
  const open = { data: [newPack(), newPack()], tree: [newPack(), newPack()] };
  const known = { data: new Set<string>(), tree: new Set<string>() };
  const added = { blobs: 0, raw: 0, packed: 0 };
  const written: IndexedPack[] = [];
  let unindexed: IndexedPack[] = [...(options.unindexed ?? [])];
  const sender = createSender(repository, signal);

  const close = (pack: OpenPack) => {
    const { bytes, blobs } = closed(pack, repository);
    added.packed += bytes.length;
    sender.send(bytes, (id) => {
      written.push({ id, blobs });
      unindexed.push({ id, blobs });
    });
  };
  const place = (blob: Omit<PackedBlob, "offset">, sealed: Buffer) => {
    const side = randomInt(2);
    const pack = open[blob.type][side] ?? newPack();
    pack.parts.push(sealed);
    pack.blobs.push(blob);
    pack.bytes += sealed.length;
    if (pack.bytes < packSize) return;
    open[blob.type][side] = newPack();
    close(pack);
  };
  const closeOpen = async () => {
    for (const type of ["data", "tree"] as const) {
      for (const pack of merged(open[type], packSize)) close(pack);
      open[type] = [newPack(), newPack()];
    }
    await sender.drain();
  };
  const indexNow = async () => {
    const packs = unindexed;
    unindexed = [];
    await writeIndex(repository, packs, { signal });
  };
  return {
    added,
    save(type, bytes) {
      const id = hashName(bytes);
      if (known[type].has(id) || index.get(type, id)) return id;
      const compressed = compression === "off" && type === "data" ? null : compress(bytes);
      const sealed = cipher.seal(compressed ?? bytes);
      known[type].add(id);
      added.blobs++;
      added.raw += bytes.length;
      place({ id, type, length: sealed.length, rawLength: compressed === null ? null : bytes.length }, sealed);
      return id;
    },
    move(blob, sealed) {
      if (known[blob.type].has(blob.id)) return;
      known[blob.type].add(blob.id);
      // A view would hold the whole pack that it came from.
      place({ id: blob.id, type: blob.type, length: blob.length, rawLength: blob.rawLength }, Buffer.from(sealed));
    },
    async room() {
      await sender.room();
      if (unindexed.length >= indexEvery) await indexNow();
    },
    async finish() {
      await closeOpen();
      await indexNow();
    },
    async finishPacks() {
      await closeOpen();
      return written;
    },
    abandon: () => sender.settle(),
  };
}

function newPack(): OpenPack {
  return { parts: [], blobs: [], bytes: 0 };
}

/** Two small last packs become one. */
function merged([left, right]: readonly OpenPack[], packSize: number): readonly OpenPack[] {
  const both = [left, right].filter((pack): pack is OpenPack => pack !== undefined && pack.blobs.length > 0);
  if (both.length < 2 || both.reduce((sum, { bytes }) => sum + bytes, 0) > packSize) return both;
  return [
    {
      parts: both.flatMap(({ parts }) => parts),
      blobs: both.flatMap(({ blobs }) => blobs),
      bytes: both.reduce((sum, { bytes }) => sum + bytes, 0),
    },
  ];
}

function closed(
  pack: OpenPack,
  { cipher }: Repository,
): { readonly bytes: Buffer; readonly blobs: readonly PackedBlob[] } {
  let offset = 0;
  const blobs = pack.blobs.map((blob) => {
    const placed = { ...blob, offset };
    offset += blob.length;
    return placed;
  });
  return { bytes: Buffer.concat([...pack.parts, packHeader(cipher, blobs)]), blobs };
}

/** Zstandard where it saves something; what media and apps hold is told by three small samples. null where it is stored as it is. */
function compress(bytes: Uint8Array): Buffer | null {
  if (bytes.length > 65_536 && !sampleShrinks(bytes)) return null;
  const compressed = zstdCompressSync(bytes);
  return compressed.length < bytes.length ? compressed : null;
}

const sampleBytes = 4096;

function sampleShrinks(bytes: Uint8Array): boolean {
  for (const share of [0.1, 0.5, 0.9]) {
    const from = Math.floor(bytes.length * share);
    const sample = bytes.subarray(from, from + sampleBytes);
    if (zstdCompressSync(sample).length < sample.length * 0.95) return true;
  }
  return false;
}

interface Sender {
  send(bytes: Buffer, done: (id: string) => void): void;
  room(): Promise<void>;
  drain(): Promise<void>;
  settle(): Promise<void>;
}

/** Sends packs while others are filled; the first failure is what everything after it says. */
function createSender({ place }: Repository, signal: AbortSignal | undefined): Sender {
  const onTheWay = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const demandWhole = () => {
    if (failure) throw failure.error;
    if (signal?.aborted) throw stopReason(signal);
  };
  return {
    send(bytes, done) {
      demandWhole();
      const sending = (async () => {
        // In a thread of Node's: sixteen megabytes at once would hold everything else up.
        const digest = await crypto.subtle.digest(
          "SHA-256",
          new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
        );
        const id = Buffer.from(digest).toString("hex");
        await place.put("data", id, bytes, { signal });
        done(id);
      })()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => onTheWay.delete(sending));
      onTheWay.add(sending);
    },
    async room() {
      while (onTheWay.size >= mostOnTheWay) await Promise.race(onTheWay);
      demandWhole();
    },
    async drain() {
      await Promise.all(onTheWay);
      demandWhole();
    },
    async settle() {
      await Promise.all(onTheWay);
    },
  };
}

/** What is thrown where a signal says stop: its own reason where that is one of ours. */
export function stopReason(signal: AbortSignal): VaultError {
  return signal.reason instanceof VaultError ? signal.reason : new VaultError("cancelled", "It was stopped.");
}
