import { VaultError } from "../core/errors.ts";
import type { Repository } from "./repository.ts";

/** What a prune did, or would do. */
export interface PruneOutcome {
  readonly packsRemoved: number;
  readonly packsRewritten: number;
  readonly packsKept: number;
  /** Bytes at the place before, minus after. */
  readonly bytesFreed: number;
}

/** What can be said of a prune. */
export interface PruneOptions {
  /** Only say what would be done. */
  readonly dryRun?: boolean;
  /** Share of unused bytes in what stays, up to which packs are not rewritten; 0.05 as restic's. */
  readonly mostUnused?: number;
  readonly signal?: AbortSignal;
  onProgress?(progress: {
    readonly step: "reading" | "rewriting" | "index" | "removing";
    readonly done: number;
    readonly of: number;
  }): void;
}

/** Removes what no snapshot needs. Stopped at any point, nothing that a snapshot needs is lost. @throws VaultError `busy`, `damaged` */
export async function pruneRepository(_repository: Repository, _options: PruneOptions = {}): Promise<PruneOutcome> {
  throw new VaultError("refused", "Not yet.");
}

/** Writes the index anew from the packs themselves, for when index files are missing or damaged. @throws VaultError `busy` */
export async function repairIndex(
  _repository: Repository,
  _call: { readonly signal?: AbortSignal } = {},
): Promise<{ readonly packs: number; readonly damaged: readonly string[] }> {
  throw new VaultError("refused", "Not yet.");
}
