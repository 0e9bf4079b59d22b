import { randomInt } from "node:crypto";
import { zstdCompressSync } from "node:zlib";
import { VaultError } from "../core/errors.ts";
import type { Repository } from "./repository.ts";
import { hashName, sealOverhead } from "./restic-cipher.ts";
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
  /** Filled up to `bytes`. */
  buffer: Buffer<ArrayBuffer>;
  bytes: number;
  readonly blobs: Omit<PackedBlob, "offset">[];
}

/** Seals new blobs into packs, and tells the index of what is at the place. */
export function createBlobStore(repository: Repository, index: BlobIndex, options: BlobStoreOptions = {}): BlobStore {
  const { compression = "auto", signal } = options;
  const known = { data: new Set<string>(), tree: new Set<string>() };
  const added = { blobs: 0, raw: 0, packed: 0 };
  const written: IndexedPack[] = [];
  let unindexed: IndexedPack[] = [...(options.unindexed ?? [])];
  const sender = createSender(repository, signal);
  const packer = createPacker(repository, sender, added, (pack) => {
    written.push(pack);
    unindexed.push(pack);
  });
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
      const content = compressed ?? bytes;
      known[type].add(id);
      added.blobs++;
      added.raw += bytes.length;
      const rawLength = compressed === null ? null : bytes.length;
      const blob = { id, type, length: content.length + sealOverhead, rawLength };
      packer.place(blob, (pack) => repository.cipher.sealTo(content, (part) => append(pack, part)));
      return id;
    },
    move({ id, type, length, rawLength }, sealed) {
      if (known[type].has(id)) return;
      known[type].add(id);
      packer.place({ id, type, length, rawLength }, (pack) => append(pack, sealed));
    },
    async room() {
      await sender.room();
      if (unindexed.length >= indexEvery) await indexNow();
    },
    async finish() {
      await packer.closeAll();
      await indexNow();
    },
    async finishPacks() {
      await packer.closeAll();
      return written;
    },
    abandon: () => sender.settle(),
  };
}

/** Fills packs; what is full is sent. */
interface Packer {
  place(blob: Omit<PackedBlob, "offset">, fill: (pack: OpenPack) => void): void;
  /** Everything is at the place when this answers. */
  closeAll(): Promise<void>;
}

/**
 * Blobs go to one of two open packs by chance, so that the order and the lengths of pieces of a file cannot be read off the storage (as
 * restic does since 0.18). Data and trees never share a pack.
 */
function createPacker(
  { cipher, packSize }: Repository,
  sender: Sender,
  added: { packed: number },
  stored: (pack: IndexedPack) => void,
): Packer {
  const buffers = createBuffers(packSize);
  const newPack = (): OpenPack => ({ buffer: buffers.take(), bytes: 0, blobs: [] });
  const newPair = (): [OpenPack, OpenPack] => [newPack(), newPack()];
  const open = { data: newPair(), tree: newPair() };
  const close = (pack: OpenPack) => {
    const blobs = withOffsets(pack.blobs);
    append(pack, packHeader(cipher, blobs));
    added.packed += pack.bytes;
    sender.send(pack.buffer.subarray(0, pack.bytes), (id) => {
      buffers.give(pack.buffer);
      stored({ id, blobs });
    });
  };
  return {
    place(blob, fill) {
      const side = randomInt(2) as 0 | 1;
      const pack = open[blob.type][side];
      fill(pack);
      pack.blobs.push(blob);
      if (pack.bytes < packSize) return;
      open[blob.type][side] = newPack();
      close(pack);
    },
    async closeAll() {
      for (const type of ["data", "tree"] as const) {
        for (const pack of merged(open[type], packSize)) close(pack);
        open[type] = newPair();
      }
      await sender.drain();
    },
  };
}

/** Buffers for packs, used again: sixteen megabytes that are asked for anew each time cost more than filling them. */
function createBuffers(packSize: number): { take(): Buffer<ArrayBuffer>; give(buffer: Buffer<ArrayBuffer>): void } {
  const free: Buffer<ArrayBuffer>[] = [];
  return {
    take: () => free.pop() ?? Buffer.allocUnsafeSlow(packSize + Math.ceil(packSize / 8)),
    give: (buffer) => void free.push(buffer),
  };
}

function append(pack: OpenPack, part: Uint8Array): void {
  if (pack.bytes + part.length > pack.buffer.length) {
    const larger = Buffer.allocUnsafeSlow(Math.ceil((pack.bytes + part.length) * 1.25));
    pack.buffer.copy(larger, 0, 0, pack.bytes);
    pack.buffer = larger;
  }
  pack.buffer.set(part, pack.bytes);
  pack.bytes += part.length;
}

/** Two small last packs become one. */
function merged([left, right]: readonly [OpenPack, OpenPack], packSize: number): readonly OpenPack[] {
  if (left.bytes + right.bytes > packSize || right.bytes === 0) return [left, right].filter(({ bytes }) => bytes > 0);
  append(left, right.buffer.subarray(0, right.bytes));
  left.blobs.push(...right.blobs);
  return [left];
}

function withOffsets(blobs: readonly Omit<PackedBlob, "offset">[]): readonly PackedBlob[] {
  let offset = 0;
  return blobs.map((blob) => {
    const placed = { ...blob, offset };
    offset += blob.length;
    return placed;
  });
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
  send(bytes: Uint8Array<ArrayBuffer>, done: (id: string) => void): void;
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
