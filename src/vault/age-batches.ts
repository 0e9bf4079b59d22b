import { availableParallelism } from "node:os";
import { batchBytes, chunksInBatch, type PayloadCipher, payloadOpener, payloadSealer } from "./age-payload.ts";
import type { PayloadJob, PayloadThreadData } from "./age-worker.ts";
import { startWorkThread, type WorkThread } from "./work-thread.ts";

/** The batches of one payload on their way: filled by whoever reads, taken in their order by whoever writes. */
export interface PayloadBatches {
  /** Memory for the next input. */
  readonly room: Uint8Array;
  /** Hands on what the room holds now; a batch that does not end the payload is full. */
  submit(length: number, ends: boolean): void;
  /** So many are under way that the next should be taken before another is submitted. */
  readonly full: boolean;
  /** A thread stands for it. */
  readonly threaded: boolean;
  /** Something was submitted and not taken yet. */
  readonly pending: boolean;
  /** The next output, good until the one after the next is taken. @throws VaultError `damaged` */
  next(): Promise<Uint8Array>;
  /** Ends the thread, and wipes the memory that was filled. */
  close(): Promise<void>;
}

/** Batches under way beside the one that is filled. */
const mostUnderWay = 4;
/** A thread takes as long to start as the sealing of so many batches. */
const longBatches = 64;

interface Slot {
  readonly input: Uint8Array;
  readonly output: Uint8Array;
}

/**
 * Seals or opens a payload: a short one in this thread, a longer one in a thread beside the one that reads and writes.
 *
 * @param threadAfter batches after which that thread is started.
 */
export function payloadBatches(does: "seal" | "open", key: Uint8Array, threadAfter = longBatches): PayloadBatches {
  const [inputBytes, outputBytes] =
    does === "seal" ? [batchBytes.plain, batchBytes.sealed] : [batchBytes.sealed, batchBytes.plain];
  const here: PayloadCipher = (does === "seal" ? payloadSealer : payloadOpener)(key);
  const all: Slot[] = [];
  const free: Slot[] = [];
  const underWay: { readonly slot: Slot; readonly done: Promise<number> }[] = [];
  const taken: Slot[] = [];
  let thread: WorkThread<PayloadJob, number> | undefined;
  let submitted = 0;
  const newSlot = (): Slot => {
    const slot = { input: shared(inputBytes), output: shared(outputBytes) };
    all.push(slot);
    return slot;
  };
  let filling = newSlot();
  return {
    get room() {
      return filling.input;
    },
    get full() {
      return underWay.length >= (thread?.ready ? mostUnderWay : 1);
    },
    get threaded() {
      return thread?.ready ?? false;
    },
    get pending() {
      return underWay.length > 0;
    },
    submit(length, ends) {
      const slot = filling;
      const job = {
        batch: { first: submitted * chunksInBatch, ends },
        input: slot.input.subarray(0, length),
        output: slot.output,
      };
      submitted++;
      if (submitted === threadAfter && !ends && availableParallelism() > 1)
        thread = startWorkThread<PayloadJob, number>("age-worker", { does, key } satisfies PayloadThreadData);
      const done = thread?.ready ? thread.run(job) : soon(() => here(job.batch, job.input, job.output));
      // It is heard of when its turn comes.
      done.catch(() => undefined);
      underWay.push({ slot, done });
      if (!ends) filling = free.pop() ?? newSlot();
    },
    async next() {
      const first = underWay.shift();
      if (!first) return new Uint8Array();
      const length = await first.done;
      taken.push(first.slot);
      // Two stay as they are, for whoever was given them.
      if (taken.length > 2) free.push(...taken.splice(0, 1));
      return first.slot.output.subarray(0, length);
    },
    async close() {
      await thread?.close();
      if (does === "seal") for (const { input } of all) input.fill(0);
    },
  };
}

function shared(bytes: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(bytes));
}

async function soon(work: () => number): Promise<number> {
  return work();
}
