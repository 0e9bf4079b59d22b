// A worker that goes wrong on some names, and does what the real one does on all others.
import { basename } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { loadAnalysis } from "../../src/centre/app-analysis.ts";
import { scanFile } from "../../src/centre/scan-file.ts";
import type { ScanJob } from "../../src/centre/scan-pool.ts";

const analyse = await loadAnalysis(workerData.dataFolder);
parentPort?.on("message", (job: ScanJob) => {
  const name = basename(job.path);
  if (name.startsWith("hang")) for (;;);
  if (name.startsWith("exit")) process.exit(7);
  if (name.startsWith("throw")) throw new Error("a fault made for the test");
  if (name.startsWith("grow")) for (const all: unknown[] = []; ; ) all.push(new Array(1e6).fill(all.length));
  void scanFile(job, analyse, []).then((answer) => parentPort?.postMessage({ answer }));
});
parentPort?.postMessage({ ready: true });
