import { VaultError } from "../core/errors.ts";
import type { KeepPolicy, KeepReason } from "../vault/forget.ts";
import { checkpointTag } from "../vault/restic-snapshot.ts";
import { openPrivate, readOpenJournal } from "./private-store.ts";
import type { VaultBody } from "./vault-body.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { forgetIn, judgeForget, type Snapshot, snapshotsOf } from "./vault-use.ts";

/** Which snapshots are to go: these, or all that a rule does not keep. */
export type ForgetWish =
  | { readonly snapshots: readonly string[] }
  | { readonly keep: Omit<KeepPolicy, "within"> & { readonly withinDays?: number | undefined } };

/** One snapshot, and why it stays; without reasons it goes. */
export interface ForgetDecision {
  readonly snapshot: Snapshot;
  readonly reasons: readonly (KeepReason | "hidden" | "not chosen")[];
  /** Files in it were deleted on a phone, as the journal says: this may be all that is left of them. */
  readonly hidden: boolean;
  /** It holds a signed state of the journal, and nothing that a person kept. */
  readonly journal: boolean;
}

/**
 * What becomes of each snapshot, by a rule or because somebody chose it. A rule never lets one go that files were hidden in: only somebody who
 * names it does.
 *
 * @throws VaultError
 */
export async function planForget(
  desk: VaultDesk,
  vault: OpenVault,
  wish: ForgetWish,
): Promise<readonly ForgetDecision[]> {
  const hidden = await hiddenIn(desk, vault);
  if ("keep" in wish) {
    const { withinDays = 0, ...numbers } = wish.keep;
    const judged = await judgeForget(desk, vault, { ...numbers, within: withinDays * 86_400_000 });
    return judged.map(({ snapshot, reasons }) => {
      const isHidden = hidden.has(snapshot.id);
      const why = isHidden ? [...reasons, "hidden" as const] : reasons;
      return { snapshot, reasons: why, hidden: isHidden, journal: isOfJournal(snapshot) };
    });
  }
  const { snapshots } = await snapshotsOf(desk, vault);
  const gone = wish.snapshots.find((id) => !snapshots.some((each) => each.id === id));
  if (gone !== undefined) throw new VaultError("absent", `There is no snapshot ${gone.slice(0, 8)}.`);
  const isChosen = ({ id }: Snapshot) => wish.snapshots.includes(id);
  return snapshots
    .filter((each) => isChosen(each) || !isOfJournal(each))
    .map((snapshot) => ({
      snapshot,
      reasons: isChosen(snapshot) ? [] : ["not chosen" as const],
      hidden: hidden.has(snapshot.id),
      journal: isOfJournal(snapshot),
    }));
}

const isOfJournal = ({ tags }: Snapshot) => tags.includes(checkpointTag);

/** Snapshots that files were put into before they were deleted on a phone. Says where that cannot be known. */
async function hiddenIn(desk: VaultDesk, { repository, unlisted }: OpenVault): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (!unlisted && (await openPrivate(desk)).state === "locked") {
    desk.notice?.("Candor is locked: whether files that were deleted on a phone are in one of these is not known.");
    return found;
  }
  if (unlisted) return found;
  for (const { head, body } of (await readOpenJournal(desk)).entries) {
    const { do: done, vault, snapshots } = (body ?? {}) as Partial<VaultBody>;
    if (head.kind === "vault" && done === "hide-begin" && vault?.id === repository.id)
      for (const id of snapshots ?? []) found.add(id);
  }
  return found;
}

/** What somebody is shown of a plan: a snapshot that came or went meanwhile, or stays for another reason, makes it another one. */
export function seenInPlan(decisions: readonly ForgetDecision[]): unknown {
  return decisions.map(({ snapshot, reasons }) => ({ snapshot: snapshot.id, reasons }));
}

/** Removes what a plan lets go, and nothing else; gives how many, and how many are left as they are read again, but for those of the journal. @throws VaultError */
export async function carryOutForget(
  desk: VaultDesk,
  vault: OpenVault,
  decisions: readonly ForgetDecision[],
  onProgress: (done: number, of: number) => void,
): Promise<{ readonly removed: number; readonly left: number }> {
  const removed = decisions.filter(({ reasons }) => reasons.length === 0).map(({ snapshot }) => snapshot);
  if (removed.length > 0) await forgetIn(desk, vault, removed, (done) => onProgress(done, removed.length));
  const after = await snapshotsOf({ ...desk, signal: undefined }, vault);
  const still = removed.find(({ id }) => after.snapshots.some((each) => each.id === id));
  if (still)
    throw new VaultError(
      "refused",
      `The snapshot ${still.id.slice(0, 8)} is there still: its place did not remove it.`,
      "Look at the list again.",
    );
  const kept = (snapshots: readonly Snapshot[]) => snapshots.filter((each) => !isOfJournal(each)).length;
  return { removed: kept(removed), left: kept(after.snapshots) };
}
