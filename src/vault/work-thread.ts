import { enableCompileCache, getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { VaultError, type VaultErrorCode } from "../core/errors.ts";

/** A thread that does one job after the other, in the order in which they were handed to it. */
export interface WorkThread<Job, Answer> {
  /** It stands and takes jobs; false while it starts, and again as soon as it failed or was closed. */
  readonly ready: boolean;
  /** What comes of a job. @throws VaultError as the job did; Error where the thread broke off, now or before */
  run(job: Job): Promise<Answer>;
  /** Ends the thread; jobs that it has are answered with an error. */
  close(): Promise<void>;
}

/** What goes to the thread and what comes back: `ready` first, then one answer a job. */
type Answered<Answer> = { readonly ready: true } | { readonly answer: Answer } | { readonly failed: Failure };

interface Failure {
  readonly code: VaultErrorCode | null;
  readonly message: string;
  readonly next?: string | undefined;
}

interface StartData {
  readonly data: unknown;
  readonly compileCache: string | null;
}

/**
 * Starts a thread that runs a module of this folder, which calls `serveJobs`. Memory is shared by `SharedArrayBuffer`: to transfer a mebibyte costs
 * as much as to encrypt it. It keeps no process alive that waits for nothing of it.
 *
 * @param name of the module, without its ending.
 */
export function startWorkThread<Job, Answer>(name: string, data: unknown): WorkThread<Job, Answer> {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const cache = getCompileCacheDir();
  const start: StartData = { data, compileCache: cache === undefined ? null : dirname(cache) };
  const worker = new Worker(new URL(`./${name}.${ending}`, import.meta.url), {
    workerData: start,
    // What a thread works on lies outside of its heap: it needs no room for many short-lived objects.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  worker.unref();
  const waiting: { readonly done: (answer: Answer) => void; readonly failed: (error: unknown) => void }[] = [];
  let ready = false;
  let over: Error | undefined;
  const end = (error: Error) => {
    ready = false;
    over ??= error;
    for (const { failed } of waiting.splice(0)) failed(over);
  };
  worker.on("message", (message: Answered<Answer>) => {
    if ("ready" in message) ready = over === undefined;
    else {
      const job = waiting.shift();
      if (waiting.length === 0) worker.unref();
      if ("answer" in message) job?.done(message.answer);
      else job?.failed(errorOf(message.failed));
    }
  });
  worker.on("error", (error) => end(new Error(`A thread broke off: ${error.message}`)));
  worker.on("exit", () => end(new Error("A thread broke off.")));
  return {
    get ready() {
      return ready;
    },
    run: (job) =>
      new Promise<Answer>((done, failed) => {
        if (over) {
          failed(over);
          return;
        }
        waiting.push({ done, failed });
        worker.ref();
        worker.postMessage(job);
      }),
    async close() {
      end(new Error("The thread was ended."));
      await worker.terminate();
    },
  };
}

/** In a thread's own module: does the jobs that come. `make` gets what the thread was started with. */
export async function serveJobs<Job, Answer>(
  make: (data: never) => Promise<(job: Job) => Answer> | ((job: Job) => Answer),
): Promise<void> {
  const { data, compileCache } = workerData as StartData;
  if (compileCache !== null) enableCompileCache(compileCache);
  const work = await make(data as never);
  const say = (message: Answered<Answer>) => parentPort?.postMessage(message);
  parentPort?.on("message", (job: Job) => {
    try {
      say({ answer: work(job) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const known = error instanceof VaultError ? error : null;
      say({ failed: { code: known?.code ?? null, message, next: known?.next } });
    }
  });
  say({ ready: true });
}

function errorOf({ code, message, next }: Failure): Error {
  return code === null ? new Error(message) : new VaultError(code, message, next);
}
