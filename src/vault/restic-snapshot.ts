import { VaultError } from "../core/errors.ts";
import type { PlaceCall } from "./place.ts";
import type { Repository } from "./repository.ts";
import { parseTime, textOfTime } from "./restic-time.ts";
import { damaged, readUnpacked, writeUnpacked } from "./restic-unpacked.ts";

/** Counts of what a backup did, with restic's names (doc/design.rst, "Snapshots"). */
export interface SnapshotSummary {
  readonly filesNew: number;
  readonly filesChanged: number;
  readonly filesUnmodified: number;
  /** Bytes that were added, before and after compression and sealing. */
  readonly dataAdded: number;
  readonly dataAddedPacked: number;
  readonly totalFiles: number;
  readonly totalBytes: number;
}

/** A snapshot: what was kept at one time. */
export interface Snapshot {
  readonly id: string;
  /** Nanoseconds since 1970. */
  readonly time: bigint;
  readonly parent: string | null;
  readonly tree: string;
  readonly paths: readonly string[];
  readonly hostname: string;
  readonly username: string;
  readonly tags: readonly string[];
  readonly program: string | null;
  readonly summary: SnapshotSummary | null;
}

/** Marks snapshots that hold a signed state of Candor's journal, and nothing that a person kept. */
export const checkpointTag = "candor-checkpoint";

/** Reads all snapshots, the oldest first; a snapshot never stands before its parent, whatever the clock said. @throws VaultError */
export async function readSnapshots(repository: Repository, call: PlaceCall = {}): Promise<readonly Snapshot[]> {
  const names: string[] = [];
  for await (const { name } of repository.place.list("snapshots", call)) names.push(name);
  const snapshots: Snapshot[] = [];
  for (const name of names) {
    try {
      snapshots.push(await readSnapshot(repository, name, call));
    } catch (error) {
      // Another may forget it between listing and reading.
      if (!(error instanceof VaultError && error.code === "absent")) throw error;
    }
  }
  return inOrder(snapshots);
}

/** Reads one snapshot by its whole id. @throws VaultError `absent`, `damaged` */
export async function readSnapshot(repository: Repository, id: string, call: PlaceCall = {}): Promise<Snapshot> {
  const value = await readUnpacked(repository, "snapshots", id, call);
  if (typeof value !== "object" || value === null) throw damaged("snapshots", id, "it holds no snapshot");
  const fields = value as Readonly<Record<string, unknown>>;
  const time = parseTime(String(fields["time"]));
  const tree = String(fields["tree"]);
  if (time === null || !/^[0-9a-f]{64}$/.test(tree)) throw damaged("snapshots", id, "it holds no snapshot");
  const text = (name: string) => (typeof fields[name] === "string" ? String(fields[name]) : "");
  return {
    id,
    time,
    parent: text("parent") || null,
    tree,
    paths: texts(fields["paths"]),
    hostname: text("hostname"),
    username: text("username"),
    tags: texts(fields["tags"]),
    program: text("program_version") || null,
    summary: summaryOf(fields["summary"]),
  };
}

/** The snapshot that a person means: "latest", or the beginning of an id. @throws VaultError `absent`, `refused` where several fit */
export async function findSnapshot(repository: Repository, name: string, call: PlaceCall = {}): Promise<Snapshot> {
  if (/^[0-9a-f]{64}$/.test(name)) return await readSnapshot(repository, name, call);
  const all = await readSnapshots(repository, call);
  const found =
    name === "latest"
      ? all.filter(({ tags }) => !tags.includes(checkpointTag)).slice(-1)
      : all.filter(({ id }) => id.startsWith(name));
  const [first, second] = found;
  if (!first || name === "") throw new VaultError("absent", `There is no snapshot ${name}.`);
  if (second) throw new VaultError("refused", `Several snapshots begin with ${name}.`, "Give more of its digits.");
  return first;
}

/** Equal for snapshots of the same folders of the same computer or phone. */
export function snapshotOrigin({ hostname, paths }: Pick<Snapshot, "hostname" | "paths">): string {
  return JSON.stringify([hostname, [...paths].sort()]);
}

/** The one before a snapshot, of the same origin. @throws VaultError `absent` */
export async function snapshotBefore(repository: Repository, later: Snapshot, call: PlaceCall = {}): Promise<Snapshot> {
  const all = await readSnapshots(repository, call);
  const earlier = all.slice(
    0,
    all.findIndex(({ id }) => id === later.id),
  );
  const before = earlier.findLast((each) => snapshotOrigin(each) === snapshotOrigin(later));
  if (!before)
    throw new VaultError(
      "absent",
      `There is no snapshot of the same files before ${later.id.slice(0, 8)}.`,
      "Name the two that are to be compared: candor vault list tells them.",
    );
  return before;
}

/** Writes a snapshot; from then on it counts. */
export async function writeSnapshot(
  repository: Repository,
  snapshot: Omit<Snapshot, "id">,
  call: PlaceCall = {},
): Promise<Snapshot> {
  const { summary } = snapshot;
  const json = {
    time: textOfTime(snapshot.time),
    parent: snapshot.parent ?? undefined,
    tree: snapshot.tree,
    paths: snapshot.paths,
    hostname: snapshot.hostname || undefined,
    username: snapshot.username || undefined,
    tags: snapshot.tags.length > 0 ? snapshot.tags : undefined,
    program_version: snapshot.program ?? undefined,
    summary: summary && {
      files_new: summary.filesNew,
      files_changed: summary.filesChanged,
      files_unmodified: summary.filesUnmodified,
      data_added: summary.dataAdded,
      data_added_packed: summary.dataAddedPacked,
      total_files_processed: summary.totalFiles,
      total_bytes_processed: summary.totalBytes,
    },
  };
  return { ...snapshot, id: await writeUnpacked(repository, "snapshots", JSON.stringify(json), call) };
}

/** By time; where a clock was set back, behind the parent all the same. */
function inOrder(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  const byId = new Map(snapshots.map((each) => [each.id, each]));
  const effective = new Map<string, bigint>();
  for (const each of snapshots) {
    const line: Snapshot[] = [];
    const seen = new Set<string>();
    for (let at: Snapshot | undefined = each; at && !effective.has(at.id) && !seen.has(at.id); ) {
      seen.add(at.id);
      line.push(at);
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
    for (const at of line.reverse()) {
      const parent = at.parent === null ? undefined : effective.get(at.parent);
      effective.set(at.id, parent !== undefined && parent >= at.time ? parent + 1n : at.time);
    }
  }
  const when = ({ id, time }: Snapshot) => effective.get(id) ?? time;
  const order = (a: Snapshot, b: Snapshot) =>
    when(a) === when(b) ? (a.id < b.id ? -1 : 1) : when(a) < when(b) ? -1 : 1;
  return [...snapshots].sort(order);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function summaryOf(value: unknown): SnapshotSummary | null {
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  const count = (name: string) => (typeof fields[name] === "number" ? Number(fields[name]) : 0);
  return {
    filesNew: count("files_new"),
    filesChanged: count("files_changed"),
    filesUnmodified: count("files_unmodified"),
    dataAdded: count("data_added"),
    dataAddedPacked: count("data_added_packed"),
    totalFiles: count("total_files_processed"),
    totalBytes: count("total_bytes_processed"),
  };
}
