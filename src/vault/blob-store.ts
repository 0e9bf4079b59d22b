import { availableParallelism } from "node:os";
import { VaultError } from "../core/errors.ts";
import { createPackFiller, type FilledPack, type PackFiller } from "./pack-filler.ts";
import { type PackThread, startPackThread } from "./pack-thread.ts";
import type { Repository } from "./repository.ts";
import { hashName } from "./restic-cipher.ts";
import { type BlobIndex, type IndexedPack, writeIndex } from "./restic-index.ts";
import type { BlobType, PackedBlob } from "./restic-pack.ts";

/** Takes blobs, and keeps those that are new in packs. */
export interface BlobStore {
  /** The id; taken when this answers, so that `bytes` may be used again. Stored for certain after `finish`. */
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
  /** A thread of its own seals the data from now on. */
  readonly threaded: boolean;
  /** What was new: blobs, bytes of them, and bytes in the packs. */
  readonly added: { blobs: number; raw: number; packed: number };
}

/** What can be chosen. */
export interface BlobStoreOptions {
  readonly compression?: "auto" | "off" | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Packs that are at the place and in no index yet. */
  readonly unindexed?: readonly IndexedPack[];
  /** Bytes of new data after which a thread of its own seals the rest. */
  readonly threadAfter?: number;
}

/** Packs on their way at once; those that are staged wait for the disk alone. */
const mostOnTheWay = 4;
/** Of those that lie in memory. A disk takes two at once nearly twice as fast as one after the other. */
const mostInMemory = 2;
/** A thread takes as long to start as the sealing of twice as many bytes, which goes on meanwhile. */
const worthThread = 24 * 2 ** 20;
/** An index in between, so that another run need not read so many packs. */
const indexEvery = 256;

/** Seals new blobs into packs, and tells the index of what is at the place. */
export function createBlobStore(repository: Repository, index: BlobIndex, options: BlobStoreOptions = {}): BlobStore {
  const { signal } = options;
  const known = { data: new Set<string>(), tree: new Set<string>() };
  const added = { blobs: 0, raw: 0, packed: 0 };
  const written: IndexedPack[] = [];
  let unindexed: IndexedPack[] = [...(options.unindexed ?? [])];
  const sender = createSender(repository, signal);
  const sealer = createSealer(repository, options, (pack) => {
    added.packed += pack.bytes;
    sender.send(pack, () => {
      const { id, blobs } = pack;
      written.push({ id, blobs });
      unindexed.push({ id, blobs });
      if ("memory" in pack.lies) sealer.giveBack(pack.lies.memory);
    });
  });
  const indexNow = async () => {
    const packs = unindexed;
    unindexed = [];
    await writeIndex(repository, packs, { signal });
  };
  const closePacks = async () => {
    await sealer.closeAll();
    await sender.drain();
  };
  return {
    added,
    get threaded() {
      return sealer.threaded;
    },
    save(type, bytes) {
      const id = hashName(bytes);
      if (known[type].has(id) || index.get(type, id)) return id;
      known[type].add(id);
      added.blobs++;
      added.raw += bytes.length;
      sealer.seal(type, id, bytes);
      return id;
    },
    move({ id, type, length, rawLength }, sealed) {
      if (known[type].has(id)) return;
      known[type].add(id);
      sealer.move({ id, type, length, rawLength }, sealed);
    },
    async room() {
      await sealer.room();
      await sender.room();
      if (unindexed.length >= indexEvery) await indexNow();
    },
    async finish() {
      await closePacks();
      await indexNow();
    },
    async finishPacks() {
      await closePacks();
      return written;
    },
    async abandon() {
      await sealer.end();
      await sender.settle();
    },
  };
}

/** Seals blobs into packs: here, and the data of a large put in a thread, from when that stands. */
interface Sealer {
  readonly threaded: boolean;
  seal(type: BlobType, id: string, bytes: Uint8Array): void;
  move: PackFiller["move"];
  giveBack(memory: Uint8Array): void;
  /** Waits while the thread has more to do than it should. */
  room(): Promise<void>;
  /** Everything has become packs, and the thread is ended. */
  closeAll(): Promise<void>;
  end(): Promise<void>;
}

function createSealer(
  { cipher, key, packSize, place }: Repository,
  { compression = "auto", threadAfter = worthThread }: BlobStoreOptions,
  full: (pack: FilledPack) => void,
): Sealer {
  const compress = compression !== "off";
  const here = createPackFiller({ cipher, packSize, full });
  let thread: PackThread | undefined;
  let threaded = false;
  let sealed = 0;
  return {
    get threaded() {
      return threaded;
    },
    seal(type, id, bytes) {
      sealed += bytes.length;
      if (sealed >= threadAfter && availableParallelism() > 1)
        thread ??= startPackThread({ key, packSize, compress, staging: place.staging?.folder }, full);
      if (thread?.ready && !threaded) {
        threaded = true;
        thread.takeOver(here.handOver());
      }
      if (threaded && type === "data") thread?.seal(id, bytes);
      else here.seal(type, id, bytes, compress || type === "tree");
    },
    move: here.move,
    giveBack(memory) {
      if (threaded) thread?.giveBack(memory);
      else here.giveBack(memory);
    },
    async room() {
      if (threaded) await thread?.room();
    },
    async closeAll() {
      here.closeAll();
      if (threaded) await thread?.closeAll();
      await thread?.end();
    },
    end: async () => await thread?.end(),
  };
}

interface Sender {
  send(pack: FilledPack, done: () => void): void;
  room(): Promise<void>;
  drain(): Promise<void>;
  settle(): Promise<void>;
}

/** Sends packs while others are filled; the first failure is what everything after it says. */
function createSender({ place }: Repository, signal: AbortSignal | undefined): Sender {
  const onTheWay = new Set<Promise<void>>();
  let inMemory = 0;
  let failure: { readonly error: unknown } | undefined;
  const demandWhole = () => {
    if (failure) throw failure.error;
    if (signal?.aborted) throw stopReason(signal);
  };
  return {
    send({ id, lies, bytes }, done) {
      const takesMemory = "memory" in lies;
      if (takesMemory) inMemory++;
      const sending = (async () => {
        demandWhole();
        if ("staged" in lies) await place.staging?.adopt("data", id, lies.staged, { signal });
        else await place.put("data", id, lies.memory.subarray(0, bytes), { signal });
        done();
      })()
        .catch(async (error: unknown) => {
          failure ??= { error };
          if ("staged" in lies) await place.staging?.drop(lies.staged);
        })
        .finally(() => {
          if (takesMemory) inMemory--;
          onTheWay.delete(sending);
        });
      onTheWay.add(sending);
    },
    async room() {
      while (inMemory >= mostInMemory || onTheWay.size >= mostOnTheWay) await Promise.race(onTheWay);
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
