import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import { createBlobReader } from "../../src/vault/blob-reader.ts";
import { createBlobStore } from "../../src/vault/blob-store.ts";
import { checkRepository } from "../../src/vault/check.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { readFile } from "../../src/vault/list.ts";
import type { Place } from "../../src/vault/place.ts";
import { putFiles } from "../../src/vault/put.ts";
import { initRepository, openRepository, type Repository } from "../../src/vault/repository.ts";
import { emptyIndex, loadIndex } from "../../src/vault/restic-index.ts";
import { cheap, created, memoryEntries, memoryPlace, newFolder, passphrase, polynomial } from "./repository-tools.ts";

// Large puts seal their data in a thread of its own. Here it stands from the first bytes on.

const packSize = 100_000;
const fresh = async (place = memoryPlace()) => ({
  place,
  repository: await initRepository(place, passphrase, { created, cost: cheap, polynomial, packSize }),
});

/** Saves small pieces until the thread stands; gives their ids. */
async function untilThreaded(store: ReturnType<typeof createBlobStore>): Promise<string[]> {
  const ids: string[] = [];
  await vi.waitFor(
    async () => {
      ids.push(store.save("data", randomBytes(3000)));
      await store.room();
      await turn();
      expect(store.threaded).toBe(true);
    },
    { timeout: 60_000, interval: 5 },
  );
  return ids;
}

test("what is saved before and after the thread stands is at the place, each once, and opens", async () => {
  const { repository } = await fresh();
  const store = createBlobStore(repository, emptyIndex(), { threadAfter: 1 });
  const ids = await untilThreaded(store);
  const saved = new Map<string, Buffer>();
  for (let n = 0; n < 120; n++) {
    const bytes = n % 3 === 0 ? Buffer.alloc(20_000 + n, `text ${n} `) : randomBytes(1 + n * 700);
    const id = store.save("data", bytes);
    expect(store.save("data", bytes)).toBe(id);
    saved.set(id, bytes);
    await store.room();
  }
  // Longer than a usual batch, and than a pack here.
  const long = randomBytes(7_000_000);
  saved.set(store.save("data", long), long);
  const tree = Buffer.from('{"nodes":[]}');
  saved.set(`tree ${store.save("tree", tree)}`, tree);
  await store.finish();
  const index = await loadIndex(repository);
  const reader = createBlobReader(repository, index);
  for (const [id, bytes] of saved) {
    const read = id.startsWith("tree ") ? reader.read("tree", id.slice(5)) : reader.read("data", id);
    expect(Buffer.from(await read).equals(bytes)).toBe(true);
  }
  expect(ids.every((id) => index.get("data", id))).toBe(true);
  expect(store.added.blobs).toBe(ids.length + saved.size);
  const checked = await checkRepository(repository, { readData: true });
  expect(checked).toMatchObject({ problems: [], blobs: ids.length + saved.size });
  expect(store.added.packed).toBe(checked.bytesRead);
});

test("a place that fails ends it with the place's own error, and nobody waits for ever", async () => {
  let full = false;
  const place = memoryPlace(new Map(), (what) => {
    if (full && what.startsWith("put data")) throw new VaultError("unwritable", "full");
  });
  const { repository } = await fresh(place);
  const store = createBlobStore(repository, emptyIndex(), { threadAfter: 1 });
  await untilThreaded(store);
  full = true;
  const fill = async () => {
    for (;;) {
      store.save("data", randomBytes(50_000));
      await store.room();
    }
  };
  await expect(fill()).rejects.toMatchObject({ code: "unwritable" });
  await store.abandon();
  await expect(store.finish()).rejects.toThrow();
});

/** A vault in a folder, and the files in it that have no name yet. */
async function inFolder() {
  const folder = newFolder();
  const place = folderPlace(folder);
  const repository = await initRepository(place, passphrase, { created, cost: cheap, polynomial, packSize });
  const unnamed = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /part$/.test(name));
  return { repository, place, unnamed };
}

test("packs are written to a disk while they are filled, and named when they are whole", async () => {
  const { repository, unnamed } = await inFolder();
  const store = createBlobStore(repository, emptyIndex(), { threadAfter: 1 });
  const ids = await untilThreaded(store);
  const most = { unnamed: 0 };
  for (let n = 0; n < 200; n++) {
    ids.push(store.save("data", randomBytes(1 + n * 300)));
    await store.room();
    most.unnamed = Math.max(most.unnamed, unnamed().length);
  }
  await store.finish();
  expect(most.unnamed).toBeGreaterThan(0);
  expect(unnamed()).toEqual([]);
  const checked = await checkRepository(repository, { readData: true });
  expect(checked).toMatchObject({ problems: [], blobs: ids.length });
  expect(store.added.packed).toBe(checked.bytesRead);
});

test.each(["fails", "is stopped"])("where the naming %s, nothing is left that has no name", async (how) => {
  const { repository, place, unnamed } = await inFolder();
  const stop = new AbortController();
  const { staging } = place;
  const broken: Place = {
    ...place,
    ...(staging && {
      staging: {
        ...staging,
        adopt: async (...call) => {
          if (how === "fails") throw new VaultError("unwritable", "full");
          await staging.adopt(...call);
        },
      },
    }),
  };
  const store = createBlobStore({ ...repository, place: broken }, emptyIndex(), {
    threadAfter: 1,
    signal: stop.signal,
  });
  await untilThreaded(store);
  const fill = async () => {
    for (let n = 0; ; n++) {
      store.save("data", randomBytes(30_000));
      if (n === 50 && how === "is stopped") stop.abort();
      await store.room();
    }
  };
  await expect(fill()).rejects.toMatchObject({ code: how === "fails" ? "unwritable" : "cancelled" });
  await store.abandon();
  expect(unnamed()).toEqual([]);
  expect(
    (await checkRepository(repository, { readData: true })).problems.filter(({ grade }) => grade === "error"),
  ).toEqual([]);
});

const content = (seed: number) => Buffer.alloc(150_000, `${seed} ${"x".repeat(seed % 50)}`);
const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`folder ${n % 3}/file ${n}`, n]));

/** Every file waits until the process had some turns, so that the thread comes to stand in the midst of it. */
const entries = (turns = 40) =>
  memoryEntries(Object.fromEntries(Object.keys(files).map((path) => [path, path]))).map((entry) => ({
    ...entry,
    size: 150_000n,
    async *open() {
      for (let n = 0; n < turns; n++) await turn();
      yield content(files[entry.path] ?? 0);
    },
  }));
const put = (repository: Repository, signal?: AbortSignal) =>
  putFiles(repository, entries(), {
    time: created,
    paths: ["files"],
    hostname: "here",
    threadAfter: 1,
    compression: "off",
    ...(signal && { signal }),
  });

test("cut at any call of the place, the vault stays whole, and the next put uses what is there", async () => {
  const { place } = await fresh();
  const start = new Map(place.files);
  const open = (files: Map<string, Uint8Array>, before: (what: string) => void = () => undefined) =>
    openRepository(memoryPlace(files, before), passphrase, { packSize });
  let calls = 0;
  await put(
    await open(new Map(start), () => {
      calls++;
    }),
  );
  expect(calls).toBeGreaterThan(40);
  for (const at of [0.05, 0.3, 0.5, 0.8, 0.95].map((share) => Math.floor(share * calls))) {
    const kept = new Map(start);
    let count = 0;
    const cut = await open(kept, () => {
      if (++count > at) throw new VaultError("unreachable", "cut");
    });
    await expect(put(cut)).rejects.toMatchObject({ code: "unreachable" });
    for (const path of [...kept.keys()]) if (path.startsWith("locks/")) kept.delete(path);
    const again = await open(kept);
    expect(
      (await checkRepository(again, { readData: true })).problems.filter(({ grade }) => grade === "error"),
    ).toEqual([]);
    const { snapshot } = await put(again);
    expect((await checkRepository(again, { readData: true })).problems).toEqual([]);
    const parts: Uint8Array[] = [];
    for await (const part of readFile(again, snapshot, "folder 1/file 46")) parts.push(part);
    expect(Buffer.concat(parts).equals(content(46))).toBe(true);
  }
}, 120_000);

test("stopped, it ends as stopped", async () => {
  const { repository } = await fresh();
  const stop = new AbortController();
  const putting = put({ ...repository }, stop.signal);
  const ended = expect(putting).rejects.toMatchObject({ code: "cancelled" });
  for (let n = 0; n < 300; n++) await turn();
  stop.abort();
  await ended;
});
