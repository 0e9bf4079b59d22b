import { DeviceError, VaultError } from "../core/errors.ts";
import type { Entry } from "../vault/entry.ts";
import { listFiles } from "../vault/list.ts";
import { putFiles } from "../vault/put.ts";
import type { Repository } from "../vault/repository.ts";
import { readSnapshots, type Snapshot } from "../vault/restic-snapshot.ts";
import { connectedPhone } from "./change-facts.ts";
import type { PhoneIdentity } from "./change-records.ts";
import { keepJournalState } from "./journal-in-vault.ts";
import { isAway, type PhoneLink } from "./phone-link.ts";
import { phoneReader } from "./phone-read.ts";
import type { LeftOut } from "./phone-tree.ts";
import type { OpenVault, VaultDesk } from "./vault-desk.ts";
import { noteVault } from "./vault-journal.ts";
import { updateVault } from "./vault-known.ts";
import type { Found, FoundItem } from "./vault-request.ts";
import { version } from "./version.ts";

/** What a pull will take. */
export interface PullEstimate {
  readonly files: number;
  readonly bytes: bigint;
  /** Of these, what the vault has already by name, size and time, and the phone is not asked for again. */
  readonly keptFiles: number;
  readonly keptBytes: bigint;
  /** Bytes a second that the cable gave just now; null where nothing was there to measure. */
  readonly speed: number | null;
  /** Seconds, by that speed, or by what sealing and storing take where the cable is faster. */
  readonly seconds: number | null;
}

/** How far a pull is. */
export interface PullProgress {
  readonly files: number;
  readonly ofFiles: number;
  readonly bytes: number;
  readonly ofBytes: number;
  readonly path: string;
}

/** What a pull did. */
export interface PullOutcome {
  readonly snapshot: Snapshot;
  readonly files: number;
  /** Bytes that came from the phone. */
  readonly transferred: number;
  /** What was not pulled, and why: as the phone was listed, and while it was read. */
  readonly left: readonly LeftOut[];
}

/** Bytes that are read to measure the cable, and milliseconds at most. */
const sampleBytes = 8 * 1024 * 1024;
const sampleMs = 1500;
/** Bytes a second that are sealed and stored on an ordinary computer. */
const mostSealed = 80_000_000;
/** A small sample tells of delays more than of the cable. */
const leastSample = 256 * 1024;

/** Says what a pull will take: what the vault has already is found in its last snapshot of the same; the cable is measured. */
export async function estimatePull(
  { repository }: OpenVault,
  link: PhoneLink,
  found: Found,
  signal?: AbortSignal,
): Promise<PullEstimate> {
  const kept = await unchanged(repository, found, link.serial, signal);
  const left = found.bytes - kept.bytes;
  const speed = left > 0n ? await measured(link, found.items, signal) : null;
  return {
    files: found.files,
    bytes: found.bytes,
    keptFiles: kept.files,
    keptBytes: kept.bytes,
    speed,
    seconds: left === 0n ? 0 : speed === null ? null : Math.ceil(Number(left) / Math.min(speed, mostSealed)),
  };
}

/**
 * Pulls what was found from the phone into the vault: nothing of it is written to a disk of this computer unsealed. A cable that is pulled is
 * waited for. What cannot be read is left out and told.
 *
 * @throws VaultError; DeviceError where the phone does not come back: what was kept so far is used by the next pull
 */
export async function pull(
  desk: VaultDesk,
  vault: OpenVault,
  link: PhoneLink,
  found: Found,
  onProgress: (progress: PullProgress) => void,
): Promise<PullOutcome> {
  const { repository } = vault;
  const { signal } = desk;
  // Asked before: a phone that is unplugged as soon as all is there spoils nothing.
  const phone = await phoneOf(link, signal);
  const reader = phoneReader(link, { signal });
  try {
    const { snapshot, failed } = await putFiles(repository, entriesOf(found, reader), {
      time: new Date(desk.now()),
      paths: found.paths,
      hostname: hostnameOf(link.serial),
      tags: ["phone"],
      // No cable is faster than one thread seals, and a second one would take forty megabytes of memory.
      threadAfter: Number.POSITIVE_INFINITY,
      program: `Candor ${version}`,
      ...(signal === undefined ? {} : { signal }),
      onProgress: ({ files, bytes, path }) =>
        onProgress({ files, ofFiles: found.files, bytes, ofBytes: Number(found.bytes), path }),
      // The reader has waited for a phone that is away already.
      onFileError: (_entry, error) => (isAway(error) || signal?.aborted ? "stop" : "skip"),
    });
    const left = [...found.left, ...failed.map(({ path, message }) => ({ path, reason: message }))];
    await remembered(desk, vault, snapshot);
    const files = found.files - failed.length;
    await noteVault(desk, vault, repository.id, {
      do: "pull",
      about: `Pulled ${files} file${files === 1 ? "" : "s"} from the phone`,
      phone,
      snapshots: [snapshot.id],
      files,
      bytes: snapshot.summary?.totalBytes ?? 0,
    });
    await keepJournalState(desk, vault, snapshot);
    return { snapshot, files, transferred: reader.transferred, left };
  } finally {
    reader.close();
  }
}

/** The newest snapshot is remembered, so that its loss is noticed; not while Candor is locked. */
export async function remembered(desk: VaultDesk, vault: OpenVault, snapshot: Snapshot): Promise<void> {
  if (vault.known === null || vault.unlisted) return;
  const time = new Date(Number(snapshot.time / 1_000_000n)).toISOString();
  try {
    await updateVault(desk, vault.repository.id, { newest: { id: snapshot.id, time } });
  } catch (error) {
    // What was kept is kept, whether or not that can be remembered.
    if (!(error instanceof VaultError)) throw error;
    desk.notice?.(`The list of vaults was not brought up to date: ${error.message}`);
  }
}

/** Which phone it is; its serial number alone where it tells nothing else. @throws DeviceError `gone`, `cancelled` */
export async function phoneOf(link: PhoneLink, signal: AbortSignal | undefined): Promise<PhoneIdentity> {
  try {
    return await connectedPhone(link.source, signal);
  } catch (error) {
    if (!(error instanceof DeviceError && error.code === "refused")) throw error;
    return { serial: link.serial, model: null, build: null };
  }
}

/** The name under which a phone's snapshots stand. */
export function hostnameOf(serial: string): string {
  return `phone-${serial}`;
}

function* entriesOf({ items, lists }: Found, reader: ReturnType<typeof phoneReader>): Generator<Entry> {
  for (const { item, keptAs } of items) yield { ...reader.entryOf(item), path: keptAs };
  yield* lists;
}

/** What the last snapshot of the same has with the same size and time. */
async function unchanged(
  repository: Repository,
  found: Found,
  serial: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly files: number; readonly bytes: bigint }> {
  const call = signal === undefined ? {} : { signal };
  const paths = JSON.stringify([...found.paths].sort());
  const like = (await readSnapshots(repository, call)).findLast(
    (each) => each.hostname === hostnameOf(serial) && JSON.stringify([...each.paths].sort()) === paths,
  );
  if (!like) return { files: 0, bytes: 0n };
  const stats = new Map(
    found.items.filter(({ item }) => item.kind === "file").map(({ item, keptAs }) => [keptAs, item.stat]),
  );
  let files = 0;
  let bytes = 0n;
  for await (const { path, bytes: size, modified } of listFiles(repository, like, call)) {
    const stat = stats.get(path);
    if (!stat || stat.size !== BigInt(size) || stat.mtime * 1_000_000_000n !== modified) continue;
    files++;
    bytes += stat.size;
  }
  return { files, bytes };
}

/** Bytes a second of the cable, by the beginning of the largest file. */
async function measured(
  link: PhoneLink,
  items: readonly FoundItem[],
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const files = items.filter(({ item }) => item.kind === "file");
  const largest = files.reduce<FoundItem | undefined>(
    (best, each) => (best && best.item.stat.size >= each.item.stat.size ? best : each),
    undefined,
  );
  if (!largest || largest.item.stat.size < leastSample) return null;
  const reader = phoneReader(link, { signal });
  const began = performance.now();
  try {
    for await (const _ of reader.entryOf(largest.item).open?.(signal) ?? [])
      if (reader.transferred >= sampleBytes || performance.now() - began > sampleMs) break;
  } catch (error) {
    if (isAway(error) || signal?.aborted) throw error;
    return null;
  } finally {
    reader.close();
  }
  const seconds = (performance.now() - began) / 1000;
  return reader.transferred < leastSample ? null : Math.round(reader.transferred / Math.max(seconds, 0.001));
}
