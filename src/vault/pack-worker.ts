// What the thread runs that seals the data of a large put into packs.
import { rmSync } from "node:fs";
import type { FilledPack, HandedOver } from "./pack-filler.ts";
import type { RepositoryKey } from "./restic-cipher.ts";
import { serveJobs } from "./work-thread.ts";

/** What the thread is started with. */
export interface PackThreadData {
  readonly key: RepositoryKey;
  readonly packSize: number;
  readonly compress: boolean;
  /** A folder of the place where packs are written while they are filled. */
  readonly staging: string | undefined;
}

/** What the thread is to do: take over packs that were begun, then seal blobs, then close what it has. */
export interface PackJob {
  readonly takeOver?: HandedOver;
  /** Blobs that lie in shared memory. */
  readonly blobs?: readonly { readonly id: string; readonly plain: Uint8Array }[];
  readonly close?: boolean;
  /** What was begun is to be forgotten. */
  readonly drop?: boolean;
  /** Memory of packs that are at the place. */
  readonly free: readonly Uint8Array[];
}

await serveJobs<PackJob, readonly FilledPack[]>(async ({ key, packSize, compress, staging }: PackThreadData) => {
  const [{ createPackFiller }, { cipherOf }] = await Promise.all([
    import("./pack-filler.ts"),
    import("./restic-cipher.ts"),
  ]);
  let full: FilledPack[] = [];
  const filler = createPackFiller({
    cipher: await cipherOf(key),
    packSize,
    staging,
    full: (pack) => full.push(pack),
  });
  const work = ({ takeOver, blobs, close, drop, free }: PackJob) => {
    for (const memory of free) filler.giveBack(memory);
    if (takeOver) filler.takeOver(takeOver);
    for (const { id, plain } of blobs ?? []) filler.seal("data", id, plain, compress);
    if (close) filler.closeAll();
    if (drop) filler.drop();
  };
  return (job) => {
    full = [];
    try {
      work(job);
    } catch (error) {
      // Nobody hears of these, and so nobody would name or remove them.
      for (const { lies } of full) if ("staged" in lies) rmSync(lies.staged, { force: true });
      throw error;
    }
    return full;
  };
});
