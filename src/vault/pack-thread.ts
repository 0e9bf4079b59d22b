import type { FilledPack, HandedOver } from "./pack-filler.ts";
import type { PackJob, PackThreadData } from "./pack-worker.ts";
import { startWorkThread } from "./work-thread.ts";

/** Seals data into packs beside the thread that reads, cuts and hashes it. */
export interface PackThread {
  /** It stands; data is for it from then on. */
  readonly ready: boolean;
  /** Goes on with packs that were begun elsewhere. */
  takeOver(from: HandedOver): void;
  /** Takes a blob; `plain` may be used again at once. */
  seal(id: string, plain: Uint8Array): void;
  /** Waits while it has more to do than it should. @throws what went wrong in it */
  room(): Promise<void>;
  /** Everything it was given has become packs. */
  closeAll(): Promise<void>;
  /** Memory of a pack that is at the place. */
  giveBack(memory: Uint8Array): void;
  /** Ends the thread; what it had begun is gone. */
  end(): Promise<void>;
}

/** Blobs that are handed over together: a message costs as much as sealing some kilobytes. */
const batchBytes = 2 * 2 ** 20;
/** No blob of data is longer. One that is longer than a batch goes alone, in memory of its own. */
const mostBlob = 8 * 2 ** 20;
/** Batches that wait for the thread: with fewer, it and the thread that reads wait for each other. */
const mostUnderWay = 4;
/** Of long blobs, each of which takes as much memory as four batches. */
const mostLongUnderWay = 2;

interface Batch {
  readonly memory: Uint8Array;
  bytes: number;
  blobs: { readonly id: string; readonly plain: Uint8Array }[];
}

/** Starts the thread. @param full takes each pack as it is full. */
export function startPackThread(data: PackThreadData, full: (pack: FilledPack) => void): PackThread {
  const thread = startWorkThread<PackJob, readonly FilledPack[]>("pack-worker", data);
  const spare: Batch[] = [];
  const spareLong: Batch[] = [];
  let longUnderWay = 0;
  const underWay = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  let free: Uint8Array[] = [];
  let batch: Batch | null = null;
  const send = (job: Omit<PackJob, "free">, done?: () => void) => {
    const sent = thread
      .run({ ...job, free })
      .then((packs) => {
        for (const pack of packs) full(pack);
        done?.();
      })
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => underWay.delete(sent));
    free = [];
    underWay.add(sent);
  };
  const flush = () => {
    const sending = batch;
    batch = null;
    if (sending === null) return;
    const isLong = sending.memory.length > batchBytes;
    if (isLong) longUnderWay++;
    send({ blobs: sending.blobs }, () => {
      [sending.bytes, sending.blobs] = [0, []];
      if (isLong) longUnderWay--;
      (isLong ? spareLong : spare).push(sending);
    });
  };
  const begin = (bytes: number): Batch => {
    const isLong = bytes > batchBytes;
    const memory = () => new Uint8Array(new SharedArrayBuffer(isLong ? mostBlob : batchBytes));
    return (isLong ? spareLong : spare).pop() ?? { memory: memory(), bytes: 0, blobs: [] };
  };
  const demandWhole = () => {
    if (failure) throw failure.error;
  };
  return {
    get ready() {
      return thread.ready;
    },
    takeOver: (from) => send({ takeOver: from }),
    seal(id, plain) {
      if (batch && batch.bytes + plain.length > batchBytes) flush();
      batch ??= begin(plain.length);
      const room = batch.memory.subarray(batch.bytes, batch.bytes + plain.length);
      room.set(plain);
      batch.blobs.push({ id, plain: room });
      batch.bytes += plain.length;
      if (batch.bytes >= batchBytes) flush();
    },
    async room() {
      const isFull = () => underWay.size >= mostUnderWay || longUnderWay >= mostLongUnderWay;
      while (isFull() && !failure) await Promise.race(underWay);
      demandWhole();
    },
    async closeAll() {
      flush();
      send({ close: true });
      await Promise.all(underWay);
      demandWhole();
    },
    giveBack: (memory) => void free.push(memory),
    async end() {
      if (thread.ready) await thread.run({ drop: true, free: [] }).catch(() => undefined);
      await thread.close();
    },
  };
}
