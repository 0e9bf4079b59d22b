// What the thread runs that seals or opens the payload of a large age file.
import type { PayloadBatch } from "./age-payload.ts";
import { serveJobs } from "./work-thread.ts";

/** What the thread is started with. */
export interface PayloadThreadData {
  readonly does: "seal" | "open";
  readonly key: Uint8Array;
}

/** A batch to work on; both lie in shared memory. */
export interface PayloadJob {
  readonly batch: PayloadBatch;
  readonly input: Uint8Array;
  readonly output: Uint8Array;
}

await serveJobs<PayloadJob, number>(async ({ does, key }: PayloadThreadData) => {
  const { payloadOpener, payloadSealer } = await import("./age-payload.ts");
  const cipher = does === "seal" ? payloadSealer(key) : payloadOpener(key);
  return ({ batch, input, output }) => cipher(batch, input, output);
});
