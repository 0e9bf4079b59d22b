import { VaultError } from "../core/errors.ts";
import { stopReason } from "./blob-store.ts";
import type { Repository } from "./repository.ts";
import { holdLock } from "./restic-lock.ts";
import { type Snapshot, snapshotOrigin } from "./restic-snapshot.ts";

/** Which snapshots stay; one that any rule keeps stays. An empty policy is refused. */
export interface KeepPolicy {
  readonly last?: number;
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
  /** Milliseconds: all that are at most so much older than the newest. */
  readonly within?: number;
  /** All with any of these. */
  readonly tags?: readonly string[];
}

/** Rules by which a snapshot stays. */
export type KeepReason = "last" | "daily" | "weekly" | "monthly" | "yearly" | "within" | "tag";

/** One snapshot and why it stays; without reasons it goes. */
export interface KeepDecision {
  readonly snapshot: Snapshot;
  readonly reasons: readonly KeepReason[];
}

/**
 * Decides by a policy, for each hostname and list of paths by itself as restic does. Pure. Days and weeks (from Monday) are those of UTC.
 *
 * @param snapshots in the order of `readSnapshots`.
 * @throws VaultError `refused` for a policy that would keep nothing.
 */
export function judgeKeep(snapshots: readonly Snapshot[], policy: KeepPolicy): readonly KeepDecision[] {
  const { last, daily, weekly, monthly, yearly, within, tags = [] } = policy;
  const numbers = [last, daily, weekly, monthly, yearly, within].map((value) => value ?? 0);
  if (numbers.some((value) => !(value >= 0)))
    throw new VaultError("refused", "A number of snapshots to keep is not one.");
  if (numbers.every((value) => value === 0) && tags.length === 0)
    throw new VaultError(
      "refused",
      "This would keep no snapshot at all.",
      "Say what to keep: --keep-last 10, for example.",
    );
  const groups = new Map<string, Snapshot[]>();
  for (const each of snapshots) {
    const group = snapshotOrigin(each);
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const reasons = new Map([...groups.values()].flatMap((group) => [...judgeGroup(group, policy)]));
  return snapshots.map((snapshot) => ({ snapshot, reasons: reasons.get(snapshot.id) ?? [] }));
}

/** What can be said of a forget. */
export interface ForgetOptions {
  readonly signal?: AbortSignal;
  /** Told of each snapshot that is to be removed, just before. */
  onRemove?(id: string): void;
}

/** Removes these snapshots; their data goes with the next prune. @throws VaultError `busy` */
export async function forgetSnapshots(
  repository: Repository,
  ids: readonly string[],
  options: ForgetOptions = {},
): Promise<void> {
  const { signal, onRemove } = options;
  const lock = await holdLock(repository, { exclusive: true, signal });
  try {
    for (const id of ids) {
      if (lock.signal.aborted) throw stopReason(lock.signal);
      onRemove?.(id);
      await repository.place.delete("snapshots", id, { signal: lock.signal });
    }
  } finally {
    await lock.release();
  }
}

function judgeGroup(group: readonly Snapshot[], policy: KeepPolicy): ReadonlyMap<string, readonly KeepReason[]> {
  const newest = group.at(-1)?.time ?? 0n;
  const reasons = new Map<string, KeepReason[]>(group.map(({ id }) => [id, []]));
  const keep = ({ id }: Snapshot, reason: KeepReason) => reasons.get(id)?.push(reason);
  const rules = [
    { name: "last", most: policy.last ?? 0, period: (each: Snapshot) => each.id },
    { name: "daily", most: policy.daily ?? 0, period: (each: Snapshot) => iso(each).slice(0, 10) },
    { name: "weekly", most: policy.weekly ?? 0, period: (each: Snapshot) => String(week(each)) },
    { name: "monthly", most: policy.monthly ?? 0, period: (each: Snapshot) => iso(each).slice(0, 7) },
    { name: "yearly", most: policy.yearly ?? 0, period: (each: Snapshot) => iso(each).slice(0, 4) },
  ] as const;
  for (const { name, most, period } of rules) {
    const kept = new Set<string>();
    // The newest of a period stands for it.
    for (const each of [...group].reverse()) {
      if (kept.size >= most) break;
      if (kept.has(period(each))) continue;
      kept.add(period(each));
      keep(each, name);
    }
  }
  const within = BigInt(Math.trunc(policy.within ?? 0)) * 1_000_000n;
  for (const each of group) {
    if (within > 0n && newest - each.time <= within) keep(each, "within");
    if (policy.tags?.some((tag) => each.tags.includes(tag))) keep(each, "tag");
  }
  return reasons;
}

function iso({ time }: Snapshot): string {
  return new Date(Number(time / 1_000_000n)).toISOString();
}

/** Weeks since Monday, 29 December 1969. */
function week({ time }: Snapshot): bigint {
  return (time / 86_400_000_000_000n + 3n) / 7n;
}
