import { hostname, userInfo } from "node:os";
import { resolve } from "node:path";
import { type CheckOptions, type CheckOutcome, checkRepository } from "../vault/check.ts";
import { folderEntries } from "../vault/folder-entries.ts";
import { forgetSnapshots, judgeKeep, type KeepDecision, type KeepPolicy } from "../vault/forget.ts";
import { findFiles, type ListedFile, listFiles } from "../vault/list.ts";
import { type PruneOptions, type PruneOutcome, pruneRepository, repairIndex } from "../vault/prune.ts";
import { type PutProgress, putFiles } from "../vault/put.ts";
import { keysOf } from "../vault/repository.ts";
import type { KeyFile } from "../vault/restic-key.ts";
import { findSnapshot, readSnapshots, type Snapshot } from "../vault/restic-snapshot.ts";
import { type RestoreOptions, type RestoreOutcome, restoreSnapshot } from "../vault/restore.ts";
import { keepJournalState } from "./journal-in-vault.ts";
import type { LeftOut } from "./phone-tree.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { noteVault } from "./vault-journal.ts";
import { updateVault } from "./vault-known.ts";
import { remembered } from "./vault-pull.ts";
import { version } from "./version.ts";

export type { CheckOutcome, KeepDecision, KeepPolicy, ListedFile, PruneOutcome, PutProgress, RestoreOutcome, Snapshot };

/** Keeps files and folders of this computer; what cannot be read is left out and told. @throws VaultError */
export async function keepFiles(
  desk: VaultDesk,
  vault: OpenVault,
  paths: readonly string[],
  onProgress: (progress: PutProgress) => void,
): Promise<{ readonly snapshot: Snapshot; readonly left: readonly LeftOut[] }> {
  const { repository } = vault;
  const left: LeftOut[] = [];
  const absolute = paths.map((path) => resolve(path));
  const entries = folderEntries(absolute, ({ path, message }) => left.push({ path, reason: message }));
  const { snapshot, failed } = await putFiles(repository, entries, {
    time: new Date(desk.now()),
    paths: absolute,
    hostname: hostname(),
    username: userInfo().username,
    program: `Candor ${version}`,
    ...stopOf(desk),
    onProgress,
    onFileError: () => (desk.signal?.aborted ? "stop" : "skip"),
  });
  left.push(...failed.map(({ path, message }) => ({ path, reason: message })));
  await remembered(desk, vault, snapshot);
  const files = snapshot.summary?.totalFiles ?? 0;
  await noteVault(desk, vault, repository.id, {
    do: "put",
    about: `Kept ${files} file${files === 1 ? "" : "s"}`,
    snapshots: [snapshot.id],
    files,
    bytes: snapshot.summary?.totalBytes ?? 0,
  });
  await keepJournalState(desk, vault, snapshot);
  return { snapshot, left };
}

/** All snapshots, the oldest first, and whether the newest that Candor put there is gone without Candor's doing. */
export async function snapshotsOf(
  desk: VaultDesk,
  { repository, known }: OpenVault,
): Promise<{ readonly snapshots: readonly Snapshot[]; readonly lost: string | null }> {
  const snapshots = await readSnapshots(repository, stopOf(desk));
  const newest = known?.newest;
  const lost = newest && known.id === repository.id && !snapshots.some(({ id }) => id === newest.id) ? newest : null;
  return {
    snapshots,
    lost:
      lost &&
      `The snapshot ${lost.id.slice(0, 8)} of ${lost.time.slice(0, 10)} is gone: somebody or something else removed it from the place.`,
  };
}

/** The files of a snapshot. @throws VaultError `absent` */
export async function* filesOf(
  desk: VaultDesk,
  { repository }: OpenVault,
  name: string,
  under: string | undefined,
): AsyncGenerator<ListedFile> {
  const snapshot = await findSnapshot(repository, name, stopOf(desk));
  yield* listFiles(repository, snapshot, { ...stopOf(desk), ...(under === undefined ? {} : { under }) });
}

/** Where files of a name lie, in the newest snapshots first. */
export function findIn(
  desk: VaultDesk,
  { repository }: OpenVault,
  pattern: string,
): AsyncGenerator<{ readonly snapshot: Snapshot; readonly file: ListedFile }> {
  return findFiles(repository, pattern, stopOf(desk));
}

/** Restores a snapshot below a folder. @throws VaultError */
export async function restoreFrom(
  desk: VaultDesk,
  vault: OpenVault,
  name: string,
  target: string,
  options: Omit<RestoreOptions, "signal">,
): Promise<RestoreOutcome & { readonly snapshot: Snapshot }> {
  const snapshot = await findSnapshot(vault.repository, name, stopOf(desk));
  const outcome = await restoreSnapshot(vault.repository, snapshot, target, { ...options, ...stopOf(desk) });
  await noteVault(desk, vault, vault.repository.id, {
    do: "restore",
    about: `Restored ${outcome.files} files to ${resolve(target)}`,
    snapshots: [snapshot.id],
    files: outcome.files,
    bytes: outcome.bytes,
  });
  return { ...outcome, snapshot };
}

/** Looks whether the vault holds what it should, and remembers when that was. @throws VaultError */
export async function checkVault(
  desk: VaultDesk,
  { repository, known }: OpenVault,
  options: Omit<CheckOptions, "signal">,
): Promise<CheckOutcome> {
  const outcome = await checkRepository(repository, { ...options, ...stopOf(desk) });
  const problems = outcome.problems.filter(({ grade }) => grade === "error").length;
  const checked = { at: new Date(desk.now()).toISOString(), problems, readData: options.readData ?? false };
  // What was found is told, whether or not it can be remembered.
  if (known) await updateVault(desk, repository.id, { checked }).catch(() => desk.notice?.(notRemembered));
  return outcome;
}

const notRemembered = "That the vault was checked could not be written down.";

/** Which snapshots a policy would keep, and which it would let go. @throws VaultError `refused` for one that keeps nothing */
export async function judgeForget(
  desk: VaultDesk,
  { repository }: OpenVault,
  policy: KeepPolicy,
): Promise<readonly KeepDecision[]> {
  return judgeKeep(await readSnapshots(repository, stopOf(desk)), policy);
}

/** The snapshots of these names. @throws VaultError `absent` */
export async function namedSnapshots(
  desk: VaultDesk,
  { repository }: OpenVault,
  names: readonly string[],
): Promise<readonly Snapshot[]> {
  const found = [];
  for (const name of names) found.push(await findSnapshot(repository, name, stopOf(desk)));
  return found;
}

/** Removes snapshots; what only they need goes with the next prune. Where it ends early, what was begun is noted all the same. */
export async function forgetIn(
  desk: VaultDesk,
  vault: OpenVault,
  snapshots: readonly Snapshot[],
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const { repository, known } = vault;
  const begun: string[] = [];
  const onRemove = (id: string) => onProgress(begun.push(id) - 1);
  try {
    await forgetSnapshots(
      repository,
      snapshots.map(({ id }) => id),
      { ...stopOf(desk), onRemove },
    );
  } finally {
    // Else the next look at the vault would say that somebody else removed it.
    if (known?.newest && begun.includes(known.newest.id)) await updateVault(desk, repository.id, { newest: null });
    if (begun.length > 0)
      await noteVault(desk, vault, repository.id, {
        do: "forget",
        about: `Removed ${begun.length} snapshot${begun.length === 1 ? "" : "s"}`,
        snapshots: begun,
      });
  }
}

/** Removes what no snapshot needs; with `repair` the index is written anew first. */
export async function pruneIn(
  desk: VaultDesk,
  vault: OpenVault,
  options: Omit<PruneOptions, "signal"> & { readonly repair: boolean },
): Promise<PruneOutcome & { readonly damaged: readonly string[] }> {
  const { repair, ...rest } = options;
  const damaged = repair && !rest.dryRun ? (await repairIndex(vault.repository, stopOf(desk))).damaged : [];
  const outcome = await pruneRepository(vault.repository, { ...rest, ...stopOf(desk) });
  if (!rest.dryRun)
    await noteVault(desk, vault, vault.repository.id, {
      do: "prune",
      about: "Freed the room of what nothing needs",
      bytes: outcome.bytesFreed,
    });
  return { ...outcome, damaged };
}

/** The keys of a vault. */
export async function vaultKeys(
  desk: VaultDesk,
  { repository }: OpenVault,
): Promise<readonly { readonly name: string; readonly file: KeyFile | null; readonly current: boolean }[]> {
  return await keysOf(repository, stopOf(desk));
}

function stopOf({ signal }: VaultDesk): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
