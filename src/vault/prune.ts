import { VaultError } from "../core/errors.ts";
import { createBlobReader, verifyBlob } from "./blob-reader.ts";
import { createBlobStore, stopReason } from "./blob-store.ts";
import type { Repository } from "./repository.ts";
import { emptyIndex, type IndexedPack, loadIndex, readIndexFiles, writeIndex } from "./restic-index.ts";
import { type HeldLock, holdLock } from "./restic-lock.ts";
import { type BlobType, packBytes, readPackHeader } from "./restic-pack.ts";
import { readSnapshots } from "./restic-snapshot.ts";

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
  /** Share of unused bytes in a pack, up to which it is not rewritten; 0.05 by default. */
  readonly mostUnused?: number;
  readonly signal?: AbortSignal;
  onProgress?(progress: PruneProgress): void;
}

/** How far a prune is. */
export interface PruneProgress {
  readonly step: "reading" | "rewriting" | "index" | "removing";
  readonly done: number;
  readonly of: number;
}

/**
 * Removes what no snapshot needs, in restic's order: new packs, new index, old index, old packs. Stopped at any point, nothing that a
 * snapshot needs is lost.
 *
 * @throws VaultError `busy`, and `damaged` where something that a snapshot needs is missing: then nothing is removed.
 */
export async function pruneRepository(repository: Repository, options: PruneOptions = {}): Promise<PruneOutcome> {
  const { signal } = options;
  const lock = await holdLock(repository, { exclusive: true, signal });
  try {
    const plan = await planPrune(repository, options, lock);
    if (options.dryRun) return outcomeOf(plan, plan.rewrittenBytes);
    const outcome = await carryOut(repository, plan, options, lock);
    // It is done, whether or not what cut uploads left can be removed now.
    await repository.place.sweep?.({ signal: lock.signal }).catch(() => 0);
    return outcome;
  } finally {
    await lock.release();
  }
}

/** Writes the index anew from the packs themselves, for when index files are missing or damaged. @throws VaultError `busy` */
export async function repairIndex(
  repository: Repository,
  call: { readonly signal?: AbortSignal } = {},
): Promise<{ readonly packs: number; readonly damaged: readonly string[] }> {
  const lock = await holdLock(repository, { exclusive: true, ...call });
  try {
    const inner = { signal: lock.signal };
    const old: string[] = [];
    for await (const { name } of repository.place.list("index", inner)) old.push(name);
    const packs: IndexedPack[] = [];
    const damaged: string[] = [];
    for await (const { name, bytes } of repository.place.list("data", inner))
      try {
        packs.push({ id: name, blobs: await readPackHeader(repository, name, bytes, inner) });
      } catch (error) {
        if (!(error instanceof VaultError && error.code === "damaged")) throw error;
        damaged.push(name);
      }
    const written = new Set(await writeIndex(repository, packs, inner));
    for (const name of old) if (!written.has(name)) await repository.place.delete("index", name, inner);
    return { packs: packs.length, damaged };
  } finally {
    await lock.release();
  }
}

interface Plan {
  readonly oldIndexes: readonly string[];
  readonly keep: readonly IndexedPack[];
  readonly rewrite: readonly IndexedPack[];
  /** Names of packs that nothing needs, in an index or not. */
  readonly remove: readonly string[];
  /** Which copy of a needed blob is kept: blob → pack. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly sizes: ReadonlyMap<string, number>;
  /** Bytes that the rewritten packs will about have. */
  readonly rewrittenBytes: number;
  /** Whether index files have to change at all. */
  readonly untidy: boolean;
}

async function planPrune(repository: Repository, options: PruneOptions, { signal }: HeldLock): Promise<Plan> {
  const call = { signal };
  const sizes = new Map<string, number>();
  for await (const { name, bytes } of repository.place.list("data", call)) sizes.set(name, bytes);
  const oldIndexes: string[] = [];
  const packs = new Map<string, IndexedPack>();
  let untidy = false;
  for await (const { name, packs: named } of readIndexFiles(repository, call)) {
    oldIndexes.push(name);
    for (const pack of named) {
      untidy ||= packs.has(pack.id) || !sizes.has(pack.id);
      if (sizes.has(pack.id) && !((packs.get(pack.id)?.blobs.length ?? -1) >= pack.blobs.length))
        packs.set(pack.id, pack);
    }
  }
  const used = await usedBlobs(repository, options, signal);
  const chosen = chooseCopies(packs, used);
  for (const key of used)
    if (!chosen.has(key))
      throw new VaultError(
        "damaged",
        "Something that a snapshot needs is missing; nothing was removed.",
        "Look with candor vault check.",
      );
  return { ...sorted(packs, sizes, chosen, options.mostUnused ?? 0.05), oldIndexes, chosen, sizes, untidy };
}

function sorted(
  packs: ReadonlyMap<string, IndexedPack>,
  sizes: ReadonlyMap<string, number>,
  chosen: ReadonlyMap<string, string>,
  mostUnused: number,
): Pick<Plan, "keep" | "rewrite" | "remove" | "rewrittenBytes"> {
  const [keep, rewrite]: [IndexedPack[], IndexedPack[]] = [[], []];
  const remove = [...sizes.keys()].filter((name) => !packs.has(name));
  let rewrittenBytes = 0;
  for (const pack of packs.values()) {
    const needed = pack.blobs.filter((blob) => chosen.get(keyOf(blob)) === pack.id);
    const bytes = needed.reduce((sum, { length }) => sum + length, 0);
    const all = pack.blobs.reduce((sum, { length }) => sum + length, 0);
    if (needed.length === 0) remove.push(pack.id);
    else if (all - bytes > all * mostUnused) {
      rewrite.push(pack);
      rewrittenBytes += packBytes(needed);
    } else keep.push(pack);
  }
  return { keep, rewrite, remove, rewrittenBytes };
}

async function carryOut(
  repository: Repository,
  plan: Plan,
  { onProgress }: PruneOptions,
  { signal }: HeldLock,
): Promise<PruneOutcome> {
  const { place, cipher } = repository;
  const call = { signal };
  const store = createBlobStore(repository, emptyIndex(), call);
  try {
    for (const [done, pack] of plan.rewrite.entries()) {
      if (signal.aborted) throw stopReason(signal);
      const whole = await place.get("data", pack.id, call);
      for (const blob of pack.blobs) {
        if (plan.chosen.get(keyOf(blob)) !== pack.id) continue;
        const sealed = whole.subarray(blob.offset, blob.offset + blob.length);
        // What is copied is what was written: damage must not get a new name.
        verifyBlob(cipher, pack.id, blob, sealed);
        store.move(blob, sealed);
        await store.room();
      }
      onProgress?.({ step: "rewriting", done: done + 1, of: plan.rewrite.length });
    }
    const fresh = await store.finishPacks();
    const gone = [...plan.rewrite.map(({ id }) => id), ...plan.remove];
    if (gone.length > 0 || plan.untidy) {
      const written = new Set(await writeIndex(repository, [...plan.keep, ...fresh], call));
      for (const [done, name] of plan.oldIndexes.entries()) {
        if (!written.has(name)) await place.delete("index", name, call);
        onProgress?.({ step: "index", done: done + 1, of: plan.oldIndexes.length });
      }
    }
    const kept = new Set(fresh.map(({ id }) => id));
    for (const [done, name] of gone.entries()) {
      if (!kept.has(name)) await place.delete("data", name, call);
      onProgress?.({ step: "removing", done: done + 1, of: gone.length });
    }
    return outcomeOf(
      plan,
      fresh.reduce((sum, { blobs }) => sum + packBytes(blobs), 0),
    );
  } catch (error) {
    await store.abandon();
    throw error;
  }
}

function outcomeOf(plan: Plan, added: number): PruneOutcome {
  const bytes = (names: readonly string[]) => names.reduce((sum, name) => sum + (plan.sizes.get(name) ?? 0), 0);
  return {
    packsRemoved: plan.remove.length,
    packsRewritten: plan.rewrite.length,
    packsKept: plan.keep.length,
    bytesFreed: bytes(plan.remove) + bytes(plan.rewrite.map(({ id }) => id)) - added,
  };
}

/** All blobs that any snapshot needs. */
async function usedBlobs(
  repository: Repository,
  { onProgress }: PruneOptions,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const call = { signal };
  const reader = createBlobReader(repository, await loadIndex(repository, call), call);
  const used = new Set<string>();
  const snapshots = await readSnapshots(repository, call);
  for (const [done, snapshot] of snapshots.entries()) {
    const waiting = [snapshot.tree];
    for (let tree = waiting.pop(); tree !== undefined; tree = waiting.pop()) {
      const key = keyOf({ type: "tree", id: tree });
      if (used.has(key)) continue;
      if (signal.aborted) throw stopReason(signal);
      used.add(key);
      for (const { content, subtree } of await reader.tree(tree)) {
        for (const id of content ?? []) used.add(keyOf({ type: "data", id }));
        if (subtree !== null) waiting.push(subtree);
      }
    }
    onProgress?.({ step: "reading", done: done + 1, of: snapshots.length });
  }
  return used;
}

/** Of several copies the one stays whose pack holds the most that is needed, so that the others can go. */
function chooseCopies(packs: ReadonlyMap<string, IndexedPack>, used: ReadonlySet<string>): ReadonlyMap<string, string> {
  const needs = [...packs.values()].map((pack) => ({
    pack,
    needed: pack.blobs.filter((blob) => used.has(keyOf(blob))),
  }));
  const chosen = new Map<string, string>();
  for (const { pack, needed } of needs.sort(
    (a, b) => b.needed.length - a.needed.length || (a.pack.id < b.pack.id ? -1 : 1),
  ))
    for (const blob of needed) if (!chosen.has(keyOf(blob))) chosen.set(keyOf(blob), pack.id);
  return chosen;
}

function keyOf({ type, id }: { readonly type: BlobType; readonly id: string }): string {
  return `${type} ${id}`;
}
