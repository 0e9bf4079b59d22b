// What a worker runs that verifies evidence packages: paths come in, verdicts go out.
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { DeviceError, FormatError, VaultError } from "../core/errors.ts";
import type { EvidenceVerdict } from "./evidence-verify.ts";
import type { WorkerMessage } from "./scan-pool.ts";

/** What a worker is started with. */
export interface EvidenceWorkerData {
  /** Where updated lists lie. */
  readonly dataFolder: string;
  /** Folder of compiled modules, which a worker does not take over from its process. */
  readonly compileCache: string | undefined;
}

/** What comes of one package. */
export type EvidenceAnswer =
  | { readonly verdict: EvidenceVerdict; readonly snapshot: string | null }
  | { readonly refused: string; readonly next: string | null };

const { compileCache, dataFolder } = workerData as EvidenceWorkerData;
if (compileCache) enableCompileCache(compileCache);
const { verifiedPackage } = await import("./evidence-verify.ts");
const say = (message: WorkerMessage<EvidenceAnswer>) => parentPort?.postMessage(message);

async function answerOf(path: string): Promise<EvidenceAnswer> {
  try {
    return await verifiedPackage(path, dataFolder, null);
  } catch (error) {
    if (error instanceof VaultError || error instanceof DeviceError)
      return { refused: error.message, next: error.next ?? null };
    if (error instanceof FormatError) return { refused: error.message, next: null };
    throw error;
  }
}

parentPort?.on("message", (path: string) => {
  void answerOf(path).then((answer) => say({ answer }));
});
say({ ready: true });
