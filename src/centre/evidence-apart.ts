import { DeviceError } from "../core/errors.ts";
import { compileCache } from "./compile-cache.ts";
import type { EvidenceVerdict } from "./evidence-verify.ts";
import type { EvidenceAnswer, EvidenceWorkerData } from "./evidence-worker.ts";
import { Lane } from "./scan-pool.ts";

export interface ApartOptions {
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly limit?: number;
  /** Of JavaScript objects; the bytes of files are bounded by the limits of packages. */
  readonly heapMegabytes?: number;
}

/** Beside the sources it is TypeScript, in the published package JavaScript. */
const entry = new URL(`./evidence-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/**
 * Verifies a package of whoever made it in a thread of its own: one that was made to take memory or time without end ends that thread alone, and
 * others are answered meanwhile. Gives the snapshot in it as JSON, too, as `verifiedPackage` does.
 *
 * @throws DeviceError `unreadable` for what is no package or takes too much, `cancelled`
 */
export async function verifyApart(
  path: string,
  dataFolder: string,
  { signal, limit = 5 * 60_000, heapMegabytes = 1024 }: ApartOptions,
): Promise<{ readonly verdict: EvidenceVerdict; readonly snapshot: string | null }> {
  const data: EvidenceWorkerData = { dataFolder, compileCache: compileCache() };
  const lane = new Lane<EvidenceAnswer, string>({ entry, data, timeLimit: () => limit, heapMegabytes, signal });
  try {
    const outcome = await lane.run(path);
    if (outcome.state === "stopped") throw new DeviceError("cancelled", "It was stopped.");
    if (outcome.state === "lost") throw lost(outcome.loss);
    const { answer } = outcome;
    if ("verdict" in answer) return answer;
    throw new DeviceError("unreadable", answer.refused, answer.next ?? undefined);
  } finally {
    await lane.close();
  }
}

function lost(loss: "timeout" | "memory" | "crashed"): DeviceError {
  const why =
    loss === "timeout"
      ? "Verifying this package took too long."
      : loss === "memory"
        ? "Verifying this package took more memory than any package that Candor makes."
        : "Verifying this package broke off.";
  return new DeviceError("unreadable", why, "It was not verified: take nothing in it for proven.");
}
