// What a worker of `candor apps scan` runs: files come in by path, what is known of them goes out.
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { HashAlgorithm } from "../formats/hash-list.ts";
import type { FileAnswer } from "./scan-file.ts";
import type { ScanJob, WorkerMessage } from "./scan-pool.ts";

/** What a worker is started with. */
export interface ScanWorkerData {
  /** Where updated lists lie. */
  readonly dataFolder: string;
  /** Digests beside SHA-256. */
  readonly algorithms: readonly HashAlgorithm[];
  /** Folder of compiled modules, which a worker does not take over from its process. */
  readonly compileCache: string | undefined;
}

const { algorithms, compileCache, dataFolder } = workerData as ScanWorkerData;
if (compileCache) enableCompileCache(compileCache);
const [{ scanFile }, { loadAnalysis }] = await Promise.all([import("./scan-file.ts"), import("./app-analysis.ts")]);
const analyse = await loadAnalysis(dataFolder);
const say = (message: WorkerMessage<FileAnswer>) => parentPort?.postMessage(message);
parentPort?.on("message", (job: ScanJob) => {
  void scanFile(job, analyse, algorithms).then((answer) => say({ answer }));
});
say({ ready: true });
