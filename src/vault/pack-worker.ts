// What the thread runs that seals the data of a large put into packs.
import type { FilledPack, HandedOver } from "./pack-filler.ts";
import type { RepositoryKey } from "./restic-cipher.ts";
import { serveJobs } from "./work-thread.ts";

/** What the thread is started with. */
export interface PackThreadData {
  readonly key: RepositoryKey;
  readonly packSize: number;
  readonly compress: boolean;
}

/** What the thread is to do: take over packs that were begun, then seal blobs, then close what it has. */
export interface PackJob {
  readonly takeOver?: HandedOver;
  /** Blobs that lie in shared memory. */
  readonly blobs?: readonly { readonly id: string; readonly plain: Uint8Array }[];
  readonly close?: boolean;
  /** Memory of packs that are at the place. */
  readonly free: readonly Uint8Array[];
}

await serveJobs<PackJob, readonly FilledPack[]>(async ({ key, packSize, compress }: PackThreadData) => {
  const [{ createPackFiller }, { cipherOf }] = await Promise.all([
    import("./pack-filler.ts"),
    import("./restic-cipher.ts"),
  ]);
  let full: FilledPack[] = [];
  const filler = createPackFiller({
    cipher: await cipherOf(key),
    packSize,
    full: (pack) => full.push(pack),
  });
  return ({ takeOver, blobs, close, free }) => {
    full = [];
    for (const memory of free) filler.giveBack(memory);
    if (takeOver) filler.takeOver(takeOver);
    for (const { id, plain } of blobs ?? []) filler.seal("data", id, plain, compress);
    if (close) filler.closeAll();
    return full;
  };
});
