import { Worker } from "node:worker_threads";

/** One file for a worker to look into. */
export interface ScanJob {
  readonly path: string;
  /** Bytes, as the disk tells. */
  readonly size: number;
  /** SHA-256 of files of this size that were looked into before: one of them is not looked into again. */
  readonly known: readonly string[];
  /** The path is a folder, and these are the names of the files in it that are one app together. */
  readonly parts?: readonly string[];
}

/** Why a worker gave no answer. */
export type WorkerLoss = "timeout" | "memory" | "crashed";

/** What came of a job: the worker's answer, or how it was lost. */
export type JobOutcome<Answer> =
  | { readonly state: "answered"; readonly answer: Answer }
  | { readonly state: "lost"; readonly loss: WorkerLoss; readonly reason: string }
  | { readonly state: "stopped" };

/** What a worker sends: that it stands ready, then one answer a job. */
export type WorkerMessage<Answer> = { readonly ready: true } | { readonly answer: Answer };

export interface LaneOptions<Job> {
  /** The module that workers run. */
  readonly entry: URL;
  /** What every worker is given. */
  readonly data: unknown;
  /** Milliseconds for one job. */
  readonly timeLimit: (job: Job) => number;
  /** Megabytes of JavaScript objects in one worker. */
  readonly heapMegabytes: number;
  readonly signal: AbortSignal;
}

/** A worker has to load its modules, on a machine that may be busy. */
const startLimit = 60_000;

/**
 * One worker at a time, that takes one job after another. A worker that hangs is ended, one that dies is replaced, and neither is an error
 * of the run: the job's outcome tells.
 */
export class Lane<Answer, Job = ScanJob> {
  readonly #options: LaneOptions<Job>;
  #worker: Worker | undefined;

  constructor(options: LaneOptions<Job>) {
    this.#options = options;
  }

  /** Hands a job to the worker. One at a time. @throws Error when a worker cannot even start. */
  async run(job: Job): Promise<JobOutcome<Answer>> {
    const { signal, timeLimit } = this.#options;
    if (signal.aborted) return { state: "stopped" };
    if (!this.#worker) {
      const started = await this.#start();
      if (started.state === "stopped") return started;
      if (started.state === "lost") throw new Error(`A worker could not start: ${started.reason}`);
    }
    this.#worker?.postMessage(job);
    return await this.#next(timeLimit(job));
  }

  /** Ends the worker. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #start(): Promise<JobOutcome<unknown>> {
    this.#worker = new Worker(this.#options.entry, {
      workerData: this.#options.data,
      resourceLimits: { maxOldGenerationSizeMb: this.#options.heapMegabytes },
    });
    return await this.#next(startLimit);
  }

  /** The worker's next message; without one the worker is let go of. */
  async #next(limit: number): Promise<JobOutcome<Answer>> {
    const worker = this.#worker;
    if (!worker) return { state: "stopped" };
    const { signal, heapMegabytes } = this.#options;
    const outcome = await new Promise<JobOutcome<Answer>>((resolve) => {
      const settle = (what: JobOutcome<Answer>) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", stop);
        for (const event of ["message", "messageerror", "error", "exit"]) worker.removeAllListeners(event);
        // What a worker says while it is being ended has been answered already.
        worker.on("error", () => {});
        resolve(what);
      };
      const lost = (loss: WorkerLoss, reason: string) => settle({ state: "lost", loss, reason });
      const stop = () => settle({ state: "stopped" });
      const timer = setTimeout(
        () => lost("timeout", `it took longer than ${Math.round(limit / 100) / 10} s, the time limit for its size`),
        limit,
      );
      signal.addEventListener("abort", stop, { once: true });
      worker.on("message", (message: WorkerMessage<Answer>) =>
        settle({ state: "answered", answer: "answer" in message ? message.answer : (undefined as Answer) }),
      );
      worker.on("messageerror", (error) => lost("crashed", error.message));
      worker.on("error", (error: Error & { readonly code?: string }) =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? lost("memory", `looking into it took more than ${heapMegabytes} MB of memory`)
          : lost("crashed", `the worker that looked into it broke off: ${error.message}`),
      );
      worker.on("exit", (code) => lost("crashed", `the worker that looked into it ended with code ${code}`));
      if (signal.aborted) stop();
    });
    if (outcome.state !== "answered") await this.close();
    return outcome;
  }
}
