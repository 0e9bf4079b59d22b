import { hostname } from "node:os";
import { expect, test, vi } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import { checkRepository } from "../../src/vault/check.ts";
import type { Entry } from "../../src/vault/entry.ts";
import { forgetSnapshots, judgeKeep } from "../../src/vault/forget.ts";
import { readFile } from "../../src/vault/list.ts";
import { pruneRepository } from "../../src/vault/prune.ts";
import { type PutOptions, putFiles } from "../../src/vault/put.ts";
import {
  addKey,
  changePassphrase,
  initRepository,
  keysOf,
  openRepository,
  type Repository,
  removeKey,
} from "../../src/vault/repository.ts";
import { holdLock } from "../../src/vault/restic-lock.ts";
import { findSnapshot, readSnapshots, type Snapshot, writeSnapshot } from "../../src/vault/restic-snapshot.ts";
import { textOfTime } from "../../src/vault/restic-time.ts";
import { writeUnpacked } from "../../src/vault/restic-unpacked.ts";
import { restoreSnapshot } from "../../src/vault/restore.ts";
import { cheap, created, memoryEntries, memoryPlace, newFolder, passphrase, polynomial } from "./repository-tools.ts";
import { noise } from "./tree-maker.ts";

const options: PutOptions = { time: created, paths: ["files"], hostname: "here" };
const hour = 3_600_000;

function emptyVault(place = memoryPlace()): Promise<Repository> {
  return initRepository(place, passphrase, { created, cost: cheap, polynomial, packSize: 65_536 });
}

async function contentOf(repository: Repository, snapshot: Snapshot, path: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of readFile(repository, snapshot, path)) parts.push(part);
  return Buffer.concat(parts);
}

/** An entry whose reading is watched, and fails the first times after some bytes. */
function watched(path: string, content: Buffer, failures = 0, modified = 1n): Entry & { opened: number } {
  const entry = {
    path,
    kind: "file" as const,
    mode: 0o600,
    modified,
    size: BigInt(content.length),
    opened: 0,
    async *open() {
      entry.opened++;
      yield content.subarray(0, 5000);
      if (entry.opened <= failures) throw new Error("the cable");
      yield content.subarray(5000);
    },
  };
  return entry;
}

test("what is unchanged since the parent is not opened again, what changed is", async () => {
  const repository = await emptyVault();
  const first = [watched("a", noise(20_000, "a")), watched("b", noise(20_000, "b"))];
  await putFiles(repository, first, options);
  const second = [
    watched("a", noise(20_000, "a")),
    watched("b", noise(20_000, "B"), 0, 2n),
    watched("c", noise(100, "c")),
  ];
  const { snapshot } = await putFiles(repository, second, options);
  expect(second.map(({ opened }) => opened)).toEqual([0, 1, 1]);
  expect(snapshot.summary).toMatchObject({
    filesNew: 1,
    filesChanged: 1,
    filesUnmodified: 1,
    totalFiles: 3,
    totalBytes: 40_100,
  });
  expect((await contentOf(repository, snapshot, "b")).equals(noise(20_000, "B"))).toBe(true);
  // Another phone's files are no parent.
  const other = [watched("a", noise(20_000, "a"))];
  await putFiles(repository, other, { ...options, hostname: "there" });
  expect(other[0]?.opened).toBe(1);
});

test("a parent whose pieces are gone is not trusted", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  await putFiles(repository, [watched("a", noise(20_000, "a"))], options);
  for (const path of place.files.keys()) if (/^(data|index)/.test(path)) place.files.delete(path);
  const again = watched("a", noise(20_000, "a"));
  const { snapshot } = await putFiles(repository, [again], options);
  expect(again.opened).toBe(1);
  expect((await contentOf(repository, snapshot, "a")).length).toBe(20_000);
});

test("a file that cannot be read is asked about: again, left out, or the end", async () => {
  const repository = await emptyVault();
  const content = noise(60_000, "x");
  const asked: string[] = [];
  const entries = [watched("twice", content, 2), watched("never", content, 99), watched("well", content)];
  const { snapshot, failed } = await putFiles(repository, entries, {
    ...options,
    onFileError: ({ path }, error, attempt) => {
      asked.push(`${path} ${attempt} ${error instanceof Error ? error.message : ""}`);
      return attempt < 4 ? "again" : "skip";
    },
  });
  expect(asked.filter((each) => each.startsWith("twice"))).toEqual(["twice 1 the cable", "twice 2 the cable"]);
  expect(failed).toEqual([{ path: "never", message: "the cable" }]);
  expect(snapshot.summary).toMatchObject({ totalFiles: 2, totalBytes: 120_000 });
  expect((await contentOf(repository, snapshot, "twice")).equals(content)).toBe(true);
  await expect(putFiles(repository, [watched("y", noise(9000, "y"), 1)], options)).rejects.toThrow("the cable");
  expect(await readSnapshots(repository)).toHaveLength(1);
});

test("an interrupted put is gone on with: what was stored is not stored again", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}`, noise(30_000, `${n}`)]));
  const stop = new AbortController();
  const stopped = putFiles(repository, memoryEntries(files), {
    ...options,
    signal: stop.signal,
    onProgress: (progress) => {
      if (progress.files === 30) stop.abort();
    },
  });
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  expect([...place.files.keys()].filter((path) => path.startsWith("locks/"))).toEqual([]);
  const stored = [...place.files.keys()].filter((path) => path.startsWith("data/"));
  expect(stored.length).toBeGreaterThan(5);
  const { snapshot } = await putFiles(repository, memoryEntries(files), options);
  expect(snapshot.summary?.dataAdded).toBeLessThan(40 * 30_000 - stored.length * 40_000);
  expect((await checkRepository(repository, { readData: true })).problems).toEqual([]);
});

test("two that put at once both succeed, and prune waits for neither", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  const other = await openRepository(place, passphrase);
  const slow = async function* (): AsyncGenerator<Entry> {
    yield* memoryEntries({ a: noise(50_000, "a") });
    await expect(pruneRepository(other)).rejects.toMatchObject({ code: "busy" });
    await expect(forgetSnapshots(other, [])).rejects.toMatchObject({ code: "busy" });
    await putFiles(other, memoryEntries({ a: noise(50_000, "a"), b: "b" }), { ...options, hostname: "other" });
  };
  await putFiles(repository, slow(), options);
  expect(await readSnapshots(repository)).toHaveLength(2);
  expect(
    (await checkRepository(repository, { readData: true })).problems.filter(({ grade }) => grade === "error"),
  ).toEqual([]);
});

test("locks of ended processes and old ones go; one of another computer stands, for half an hour", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  const lock = (host: string, pid: number, age: number, exclusive = true) => {
    const time = textOfTime(BigInt(Date.now() - age) * 1_000_000n);
    return writeUnpacked(repository, "locks", JSON.stringify({ time, exclusive, hostname: host, username: "u", pid }));
  };
  await lock(hostname(), 2 ** 22 + 1, 0);
  await (await holdLock(repository, { exclusive: true })).release();
  await lock("elsewhere", 1, 31 * 60_000);
  await (await holdLock(repository, { exclusive: true })).release();
  const name = await lock("elsewhere", 1, 29 * 60_000);
  await expect(holdLock(repository, { exclusive: false })).rejects.toMatchObject({
    code: "busy",
    message: expect.stringContaining("elsewhere"),
  });
  await place.delete("locks", name);
  // A clock that is ahead elsewhere makes no lock old.
  await lock("elsewhere", 1, -5 * hour);
  await expect(holdLock(repository, { exclusive: true })).rejects.toMatchObject({ code: "busy" });
});

test("a lock is renewed, with times that never go back; one that cannot be renewed stops the work", async () => {
  const place = memoryPlace();
  let broken = false;
  const put = place.put.bind(place);
  place.put = async (...args) => {
    if (broken) throw new Error("away");
    await put(...args);
  };
  const repository = await emptyVault(place);
  const lock = await holdLock(repository, { exclusive: false });
  const names = () => [...place.files.keys()].filter((path) => path.startsWith("locks/"));
  const [first] = names();
  await lock.release();
  expect(names()).toEqual([]);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance", "Date"] });
  const renewed = await holdLock(repository, { exclusive: false });
  const [second] = names();
  expect(second).not.toBe(first);
  vi.setSystemTime(Date.now() - 24 * hour);
  await vi.advanceTimersByTimeAsync(5 * 60_000 + 1);
  await vi.waitFor(() => expect(names()[0]).not.toBe(second));
  expect(names()).toHaveLength(1);
  expect(renewed.signal.aborted).toBe(false);
  broken = true;
  for (let n = 0; n < 6; n++) await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(renewed.signal.reason).toMatchObject({ code: "busy" });
  await renewed.release();
  vi.useRealTimers();
});

const plain = {
  tree: "0".repeat(64),
  parent: null,
  paths: ["p"],
  hostname: "h",
  username: "",
  tags: [] as readonly string[],
  program: null,
  summary: null,
};
const made = (id: string, days: number, more: Partial<Snapshot> = {}): Snapshot => ({
  ...plain,
  id,
  time: BigInt(created.getTime() + days * 24 * hour) * 1_000_000n,
  ...more,
});

test("while another removes, nothing is checked, but everything can be restored; a place that takes no writing can be read", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  const { snapshot } = await putFiles(repository, memoryEntries({ a: "a" }), options);
  const lock = await holdLock(repository, { exclusive: true });
  await expect(checkRepository(repository)).rejects.toMatchObject({ code: "busy" });
  expect((await restoreSnapshot(repository, snapshot, newFolder())).files).toBe(1);
  await lock.release();
  const still = memoryPlace(place.files, () => {
    throw new VaultError("unwritable", "read-only");
  });
  const reading = await openRepository(still, passphrase);
  expect((await checkRepository(reading, { readData: true })).problems).toEqual([]);
  expect((await restoreSnapshot(reading, snapshot, newFolder())).files).toBe(1);
});

test("policies keep what they say, for each source by itself", () => {
  const days = Array.from({ length: 70 }, (_, day) => made(`d${day}`, day - 70));
  const kept = (policy: Parameters<typeof judgeKeep>[1], all = days) =>
    judgeKeep(all, policy)
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ snapshot }) => snapshot.id);
  expect(kept({ last: 3 })).toEqual(["d67", "d68", "d69"]);
  expect(kept({ daily: 2 })).toEqual(["d68", "d69"]);
  expect(kept({ monthly: 2 })).toEqual(["d38", "d69"]);
  expect(kept({ within: 2 * 24 * hour })).toEqual(["d67", "d68", "d69"]);
  expect(kept({ weekly: 2 })).toHaveLength(2);
  expect(kept({ last: 1 }, [...days, made("other", -400, { hostname: "x" })])).toEqual(["d69", "other"]);
  expect(kept({ tags: ["keep"] }, [made("a", 0, { tags: ["keep"] }), made("b", 1)])).toEqual(["a"]);
  expect(() => judgeKeep(days, {})).toThrow("no snapshot at all");
  expect(() => judgeKeep(days, { last: Number.NaN })).toThrow();
});

test("a clock that was set back does not make the newest snapshot the oldest", async () => {
  const repository = await emptyVault();
  const first = await writeSnapshot(repository, { ...plain, time: 2_000_000_000_000_000_000n });
  const second = await writeSnapshot(repository, { ...plain, time: 1_000_000_000_000_000_000n, parent: first.id });
  const third = await writeSnapshot(repository, { ...plain, time: 1_500_000_000_000_000_000n });
  expect((await readSnapshots(repository)).map(({ id }) => id)).toEqual([third.id, first.id, second.id]);
  expect((await findSnapshot(repository, "latest")).id).toBe(second.id);
  expect(
    judgeKeep(await readSnapshots(repository), { last: 1 }).find(({ reasons }) => reasons.length > 0)?.snapshot.id,
  ).toBe(second.id);
  expect((await findSnapshot(repository, first.id.slice(0, 10))).id).toBe(first.id);
  await expect(findSnapshot(repository, "zz")).rejects.toMatchObject({ code: "absent" });
});

test("prune frees what nothing needs, says beforehand what it would, and keeps the rest", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  const bytes = () =>
    [...place.files].filter(([path]) => path.startsWith("data/")).reduce((sum, [, { length }]) => sum + length, 0);
  const many = (from: number, to: number) =>
    memoryEntries(
      Object.fromEntries(Array.from({ length: to - from }, (_, n) => [`${from + n}`, noise(20_000, `${from + n}`)])),
    );
  const { snapshot } = await putFiles(repository, many(0, 40), options);
  await putFiles(repository, many(20, 60), options);
  expect((await pruneRepository(repository)).bytesFreed).toBe(0);
  await forgetSnapshots(repository, [snapshot.id]);
  const before = bytes();
  const would = await pruneRepository(repository, { dryRun: true });
  expect(bytes()).toBe(before);
  const did = await pruneRepository(repository);
  expect(before - bytes()).toBe(did.bytesFreed);
  expect(did.bytesFreed).toBeGreaterThan(20 * 20_000 * 0.8);
  expect(Math.abs(would.bytesFreed - did.bytesFreed)).toBeLessThan(5000);
  const { problems, snapshots } = await checkRepository(repository, { readData: true });
  expect(problems).toEqual([]);
  expect(snapshots).toBe(1);
});

test("a key is never removed by one that is gone itself, and none is added that nothing would try", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  await addKey(repository, "other", { created, cost: cheap });
  const other = await openRepository(place, "other");
  await removeKey(other, repository.keyName);
  // The one that opened it is gone: what is left is the last.
  await expect(removeKey(repository, other.keyName)).rejects.toMatchObject({ code: "refused" });
  expect((await openRepository(place, "other")).id).toBe(repository.id);
  for (let i = 1; i < 20; i++) await addKey(other, `number ${i}`, { created, cost: cheap });
  await expect(addKey(other, "one too many", { created, cost: cheap })).rejects.toMatchObject({ code: "refused" });
  const stored = place.files.get(`keys/${other.keyName}`) ?? new Uint8Array();
  place.files.set(
    `keys/${other.keyName}`,
    stored.map((byte, at) => (at === 9 ? byte ^ 1 : byte)),
  );
  const [some] = (await keysOf(other)).filter(({ current }) => !current);
  await expect(removeKey(other, some?.name ?? "")).rejects.toMatchObject({ code: "refused" });
}, 60_000);

test("the passphrase can be changed; the key in use cannot be removed; an init never overwrites", async () => {
  const place = memoryPlace();
  const repository = await emptyVault(place);
  await expect(removeKey(repository, repository.keyName)).rejects.toMatchObject({ code: "refused" });
  const changed = await changePassphrase(repository, "new", { created, cost: cheap });
  await expect(openRepository(place, passphrase)).rejects.toMatchObject({ code: "wrong-passphrase" });
  expect((await openRepository(place, "new")).id).toBe(repository.id);
  expect((await keysOf(changed)).map(({ current, file }) => [current, file?.hostname])).toEqual([[true, "candor"]]);
  await expect(initRepository(place, "x", { created, cost: cheap })).rejects.toMatchObject({ code: "refused" });
  await putFiles(changed, memoryEntries({ a: "a" }), options);
  place.files.delete("config/config");
  await expect(initRepository(place, "x", { created, cost: cheap })).rejects.toMatchObject({ code: "refused" });
});
