import { VaultError } from "../core/errors.ts";
import type { Repository } from "./repository.ts";
import type { Snapshot } from "./restic-snapshot.ts";

/** Which snapshots stay; one that any rule keeps stays. An empty policy is refused. */
export interface KeepPolicy {
  readonly last?: number;
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
  /** Milliseconds: all that are at most so much older than the newest. */
  readonly within?: number;
  readonly tags?: readonly string[];
}

/** One snapshot and why it stays; without reasons it goes. */
export interface KeepDecision {
  readonly snapshot: Snapshot;
  readonly reasons: readonly string[];
}

/** Decides by a policy, for each hostname and list of paths by itself as restic does. Pure. Days are those of UTC. */
export function judgeKeep(_snapshots: readonly Snapshot[], _policy: KeepPolicy): readonly KeepDecision[] {
  throw new VaultError("refused", "Not yet.");
}

/** Removes these snapshots; their data goes with the next prune. @throws VaultError `busy`, `absent` */
export async function forgetSnapshots(
  _repository: Repository,
  _ids: readonly string[],
  _call: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  throw new VaultError("refused", "Not yet.");
}
