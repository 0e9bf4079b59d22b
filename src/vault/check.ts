import { VaultError } from "../core/errors.ts";
import { createBlobReader, verifyBlob } from "./blob-reader.ts";
import { stopReason } from "./blob-store.ts";
import type { StoredKind } from "./place.ts";
import { release } from "./release.ts";
import type { Repository } from "./repository.ts";
import { hashNameBeside } from "./restic-cipher.ts";
import { type BlobIndex, emptyIndex, type IndexedPack, parseIndex } from "./restic-index.ts";
import { listKeys } from "./restic-key.ts";
import { holdReadLock } from "./restic-lock.ts";
import { packBytes, parsePackHeader, readPackHeader } from "./restic-pack.ts";
import { readSnapshot, type Snapshot } from "./restic-snapshot.ts";
import { readUnpacked } from "./restic-unpacked.ts";

/** What a check found. */
export interface CheckProblem {
  readonly kind: StoredKind;
  /** The path inside the vault, for example `data/<64 digits>`. */
  readonly file: string;
  readonly message: string;
  /** An error loses data; a note is only untidy (packs of an interrupted put) and goes with the next prune. */
  readonly grade: "error" | "note";
}

/** What was looked at, and what was found. */
export interface CheckOutcome {
  readonly problems: readonly CheckProblem[];
  readonly snapshots: number;
  readonly packs: number;
  readonly blobs: number;
  /** Bytes that were read and verified; 0 without `readData`. */
  readonly bytesRead: number;
}

/** What can be said of a check. */
export interface CheckOptions {
  /** Read and verify every byte, too. */
  readonly readData?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(progress: { readonly packs: number; readonly ofPacks: number; readonly bytes: number }): void;
}

/** Looks whether everything that the snapshots need is there, and with `readData` whether it is what was written. Goes on after a problem. @throws VaultError `busy` while another removes something */
export async function checkRepository(repository: Repository, options: CheckOptions = {}): Promise<CheckOutcome> {
  const lock = await holdReadLock(repository, { signal: options.signal });
  try {
    return await checkLocked(repository, { ...options, signal: lock.signal });
  } finally {
    await lock.release();
  }
}

async function checkLocked(repository: Repository, options: CheckOptions): Promise<CheckOutcome> {
  const work = createWork(repository, options);
  await checkKeys(work);
  await checkSealed(work, "locks");
  const packs = await readIndexes(work);
  const stored = await checkPacks(work, packs);
  const snapshots = await readAllSnapshots(work);
  await checkTrees(work, snapshots);
  const bytesRead = options.readData ? await readData(work, packs, stored) : 0;
  const blobs = [...packs.values()].reduce((sum, each) => sum + each.length, 0);
  return { problems: work.problems, snapshots: snapshots.length, packs: stored.size, blobs, bytesRead };
}

interface Work {
  readonly repository: Repository;
  readonly options: CheckOptions;
  readonly call: { readonly signal?: AbortSignal };
  readonly index: BlobIndex;
  readonly problems: CheckProblem[];
  tell(kind: StoredKind, name: string, message: string, grade?: CheckProblem["grade"]): void;
  /** Runs a step; what is damaged or missing is told under the file's name, and null is given. */
  told<T>(kind: StoredKind, name: string, step: () => Promise<T>): Promise<T | null>;
}

function createWork(repository: Repository, options: CheckOptions): Work {
  const problems: CheckProblem[] = [];
  const tell: Work["tell"] = (kind, name, message, grade = "error") =>
    problems.push({ kind, file: kind === "config" ? kind : `${kind}/${name}`, message, grade });
  return {
    repository,
    options,
    call: options.signal ? { signal: options.signal } : {},
    index: emptyIndex(),
    problems,
    tell,
    async told(kind, name, step) {
      if (options.signal?.aborted) throw stopReason(options.signal);
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof VaultError && (error.code === "damaged" || error.code === "absent"))) throw error;
        tell(kind, name, error.message);
        return null;
      }
    },
  };
}

async function checkKeys({ repository, call, tell }: Work): Promise<void> {
  for await (const { name, file } of listKeys(repository.place, call))
    if (file === null) tell("keys", name, "The key file is damaged: the passphrase that it is for may open nothing.");
}

async function checkSealed({ repository, call, told }: Work, kind: "locks"): Promise<void> {
  const names = await namesOf(repository, kind, call);
  for (const name of names)
    await told(kind, name, async () => {
      await readUnpacked(repository, kind, name, call).catch((error: unknown) => {
        // A lock may be released at any time.
        if (!(error instanceof VaultError && error.code === "absent")) throw error;
      });
    });
}

/** All packs that any index names, and what it says of them. */
async function readIndexes(work: Work): Promise<ReadonlyMap<string, IndexedPack["blobs"]>> {
  const { repository, call, index, told } = work;
  const packs = new Map<string, IndexedPack["blobs"]>();
  for (const name of await namesOf(repository, "index", call)) {
    const read = await told("index", name, async () =>
      parseIndex(name, await readUnpacked(repository, "index", name, call)),
    );
    for (const pack of read ?? []) {
      index.add(pack);
      const before = packs.get(pack.id);
      // Two index files may each know a part of a pack, and often both know all of it.
      packs.set(pack.id, before === undefined ? pack.blobs : joined(before, pack.blobs));
    }
  }
  return packs;
}

function joined(left: IndexedPack["blobs"], right: IndexedPack["blobs"]): IndexedPack["blobs"] {
  const known = new Set(left.map(({ type, id, offset }) => `${type} ${id} ${offset}`));
  return [...left, ...right.filter(({ type, id, offset }) => !known.has(`${type} ${id} ${offset}`))];
}

/** Whether the packs of the index are there, with the length that their blobs need. Gives the packs at the place with their lengths. */
async function checkPacks(
  work: Work,
  packs: ReadonlyMap<string, IndexedPack["blobs"]>,
): Promise<ReadonlyMap<string, number>> {
  const { repository, call, tell, told } = work;
  const stored = new Map<string, number>();
  for await (const { name, bytes } of repository.place.list("data", call)) stored.set(name, bytes);
  for (const [pack, blobs] of packs) {
    const bytes = stored.get(pack);
    if (bytes === undefined) tell("data", pack, "The pack is missing.");
    else if (bytes !== packBytes(blobs))
      tell("data", pack, `The pack has ${bytes} bytes in place of ${packBytes(blobs)}.`);
  }
  for (const [pack, bytes] of stored) {
    if (packs.has(pack)) continue;
    tell("data", pack, "No index names this pack: an interrupted put left it, perhaps.", "note");
    // It may be what the snapshots need when an index was lost.
    await told("data", pack, async () => {
      await readPackHeader(repository, pack, bytes, call);
    });
  }
  return stored;
}

async function readAllSnapshots({ repository, call, told }: Work): Promise<readonly Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (const name of await namesOf(repository, "snapshots", call)) {
    const snapshot = await told("snapshots", name, () => readSnapshot(repository, name, call));
    if (snapshot) snapshots.push(snapshot);
  }
  return snapshots;
}

/** Walks all trees once, and looks for every piece of every file in the index. */
async function checkTrees(work: Work, snapshots: readonly Snapshot[]): Promise<void> {
  const { repository, call, index, told, tell } = work;
  const reader = createBlobReader(repository, index, call);
  const seen = new Set<string>();
  for (const snapshot of snapshots) {
    const waiting = [{ tree: snapshot.tree, path: "" }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { tree, path } = next;
      if (seen.has(tree)) continue;
      seen.add(tree);
      const nodes = await told("snapshots", `${snapshot.id} (folder /${path})`, () => reader.tree(tree));
      for (const node of nodes ?? []) {
        const at = path === "" ? node.name : `${path}/${node.name}`;
        if (node.subtree !== null) waiting.push({ tree: node.subtree, path: at });
        else if (node.type === "dir") tell("snapshots", snapshot.id, `The folder /${at} has no list of names.`);
        const missing = (node.content ?? []).filter((id) => !index.get("data", id)).length;
        if (missing > 0) tell("snapshots", snapshot.id, `${missing} pieces of /${at} are in no index.`);
      }
    }
  }
}

/** Reads every pack: its hash, its header, and each blob by authentication code and hash. */
async function readData(
  work: Work,
  packs: ReadonlyMap<string, IndexedPack["blobs"]>,
  stored: ReadonlyMap<string, number>,
): Promise<number> {
  const { repository, call, options, told } = work;
  const names = [...stored.keys()];
  // One is read while another is verified.
  const read = (name: string | undefined) => {
    const reading = name === undefined ? undefined : repository.place.get("data", name, call);
    reading?.catch(() => undefined);
    return reading;
  };
  let [done, bytes, next] = [0, 0, read(names[0])];
  for (const pack of names) {
    await told("data", pack, async () => {
      const reading = next;
      next = read(names[done + 1]);
      const whole = (await reading) ?? new Uint8Array();
      bytes += whole.length;
      try {
        await checkPack(work, pack, Buffer.from(whole.buffer, whole.byteOffset, whole.length), packs.get(pack));
      } finally {
        release(whole);
      }
    });
    done++;
    options.onProgress?.({ packs: done, ofPacks: stored.size, bytes });
  }
  return bytes;
}

async function checkPack(
  work: Work,
  pack: string,
  whole: Buffer,
  indexed: IndexedPack["blobs"] | undefined,
): Promise<void> {
  const hashing = hashNameBeside(whole);
  try {
    checkBlobs(work, pack, whole, indexed);
  } finally {
    if ((await hashing) !== pack)
      work.tell("data", pack, "The pack is damaged: its content has another hash than its name.");
  }
}

/** Verifies a pack's header and each blob. @throws VaultError `damaged` where it has no header */
function checkBlobs(
  { repository, tell }: Work,
  pack: string,
  whole: Buffer,
  indexed: IndexedPack["blobs"] | undefined,
): void {
  const length = whole.length < 36 ? 0 : whole.readUInt32LE(whole.length - 4);
  const space = whole.length - 4 - length;
  if (length < 32 || space < 0) throw new VaultError("damaged", "The pack does not end like one.");
  const blobs = parsePackHeader(repository.cipher, pack, whole.subarray(space, -4), space);
  const known = new Set(blobs.map(({ type, id, offset, length: bytes }) => `${type} ${id} ${offset} ${bytes}`));
  for (const { type, id, offset, length: bytes } of indexed ?? [])
    if (!known.has(`${type} ${id} ${offset} ${bytes}`))
      tell("data", pack, "The index says something else of this pack than its header.");
  for (const blob of blobs)
    try {
      verifyBlob(repository.cipher, pack, blob, whole.subarray(blob.offset, blob.offset + blob.length));
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      tell("data", pack, error.message);
    }
}

async function namesOf(
  { place }: Repository,
  kind: "index" | "locks" | "snapshots",
  call: { readonly signal?: AbortSignal },
): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of place.list(kind, call)) names.push(name);
  return names;
}
