import { type BlobReader, createBlobReader } from "../vault/blob-reader.ts";
import { compareTrees, type Difference } from "../vault/compare-snapshots.ts";
import { type ListedFile, listed } from "../vault/list.ts";
import { loadIndex } from "../vault/restic-index.ts";
import { findSnapshot, type Snapshot, snapshotBefore } from "../vault/restic-snapshot.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";

/** What is not the same in two snapshots. A folder that is wholly new or gone is one. */
export interface SnapshotDifference extends Pick<Difference, "change" | "path" | "files" | "bytes"> {
  readonly kind: ListedFile["kind"];
  /** For what is in both. */
  readonly bytesBefore: number | null;
}

/** How two snapshots differ. */
export interface SnapshotComparison {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Files, and their bytes, by what became of them. */
  readonly counts: Readonly<Record<Difference["change"], { readonly files: number; readonly bytes: number }>>;
  /** The first of each kind. */
  readonly differences: readonly SnapshotDifference[];
  /** Those that are only counted. */
  readonly more: number;
}

/** Compares two snapshots, named as `findSnapshot` takes them, or one with what was kept of the same files before it; of each kind no more than `most` entries are given. @throws VaultError */
export async function compareSnapshots(
  { signal }: VaultDesk,
  { repository }: OpenVault,
  [earlier, later]: readonly [string | undefined, string],
  most: number,
  reader?: BlobReader,
): Promise<SnapshotComparison> {
  const call = { signal };
  const after = await findSnapshot(repository, later, call);
  const before =
    earlier === undefined
      ? await snapshotBefore(repository, after, call)
      : await findSnapshot(repository, earlier, call);
  const blobs = reader ?? createBlobReader(repository, await loadIndex(repository, call), call);
  const counts = { new: none(), gone: none(), changed: none(), details: none() };
  const given = { new: 0, gone: 0, changed: 0, details: 0 };
  const differences: SnapshotDifference[] = [];
  let more = 0;
  for await (const each of compareTrees(blobs, before.tree, after.tree, signal)) {
    const count = counts[each.change];
    count.files += each.files;
    count.bytes += each.bytes;
    if (++given[each.change] <= most) differences.push(told(each));
    else more++;
  }
  return { before, after, counts, differences, more };
}

function told({ change, path, node, before, files, bytes }: Difference): SnapshotDifference {
  const { kind } = listed(path, node);
  return { change, kind, path, files, bytes, bytesBefore: before && Number(before.size) };
}

const none = () => ({ files: 0, bytes: 0 });
