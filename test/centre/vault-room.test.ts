import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localFolder, localPath } from "../../src/centre/local-folders.ts";
import { sealedNames } from "../../src/centre/sealed-names.ts";
import { guarded, vaultAttempts } from "../../src/centre/vault-attempts.ts";
import { folderPart } from "../../src/centre/vault-browse.ts";
import { openFile } from "../../src/centre/vault-file.ts";
import { VaultRoom } from "../../src/centre/vault-room.ts";
import { keepFiles } from "../../src/centre/vault-use.ts";
import { VaultError } from "../../src/core/errors.ts";
import type { BlobReader } from "../../src/vault/blob-reader.ts";
import { keepTrees } from "../../src/vault/kept-trees.ts";

let work = "";
let clock = Date.UTC(2026, 10, 22);
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), "candor-room-"));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const place = (name: string) => ({
  dataFolder: join(work, name),
  now: () => clock,
  process: { env: { XDG_RUNTIME_DIR: work } },
});
const { signal } = new AbortController();

test("paths in addresses tell nothing, are the same each time, and only those that were given open", () => {
  const names = sealedNames();
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 60 }), (path, other) => {
      const plain = path.toWellFormed();
      const sealed = names.seal(plain);
      expect(sealed).toMatch(/^[\w-]+$/);
      expect(names.seal(plain)).toBe(sealed);
      expect(names.open(sealed)).toBe(plain);
      expect(names.open(other)).toBeNull();
      expect(sealedNames().open(sealed)).toBeNull();
    }),
    { numRuns: 50 },
  );
  const bytes = `DCIM/${String.fromCharCode(0xdcff)}.jpg`;
  expect(names.open(names.seal(bytes))).toBe(bytes);
  const changed = Buffer.from(names.seal("a/b"), "base64url");
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(names.open(changed.toString("base64url"))).toBeNull();
});

test("folders that were read last are kept, within bounds, and failures are not", async () => {
  const read: string[] = [];
  const reader: BlobReader = {
    read: async () => new Uint8Array(),
    tree: async (id) => {
      read.push(id);
      if (id === "bad") throw new VaultError("damaged", "no");
      return Array.from({ length: 3 }, () => ({ name: id }) as never);
    },
  };
  const kept = keepTrees(reader, 8);
  await Promise.all([kept.tree("a"), kept.tree("a")]);
  expect(read).toEqual(["a"]);
  for (const id of ["b", "a", "c", "a"]) await kept.tree(id);
  expect(read).toEqual(["a", "b", "c"]);
  await kept.tree("b");
  expect(read).toEqual(["a", "b", "c", "b"]);
  for (let i = 0; i < 2; i++) await expect(kept.tree("bad")).rejects.toThrow("no");
  expect(read.slice(-2)).toEqual(["bad", "bad"]);
});

test("wrong passphrases count one after the other, however many come at once; other failures do not", async () => {
  const at = place("attempts");
  const wrong = () => Promise.reject(new VaultError("wrong-passphrase", "wrong"));
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => guarded(at, "v", wrong)));
  const codes = all.map((each) => (each.status === "rejected" ? (each.reason as VaultError).code : "none"));
  expect(codes).toEqual(["wrong-passphrase", "wrong-passphrase", "wrong-passphrase", "refused", "refused", "refused"]);
  expect(await vaultAttempts(at, "v")).toEqual({ count: 3, waitMs: 5000 });
  expect(await vaultAttempts(at, "other")).toEqual({ count: 0, waitMs: 0 });
  // As long as before, and longer, where the clock is set back.
  expect((await vaultAttempts({ ...at, now: () => clock - 3_600_000 }, "v")).waitMs).toBe(5000);
  clock += 5001;
  await expect(guarded(at, "v", () => Promise.reject(new VaultError("unreachable", "away")))).rejects.toThrow("away");
  expect((await vaultAttempts(at, "v")).count).toBe(3);
  expect(await guarded(at, "v", async () => "in")).toBe("in");
  expect((await vaultAttempts(at, "v")).count).toBe(0);
  await writeFile(join(at.dataFolder, "vault-attempts.json"), "{ no");
  expect((await vaultAttempts(at, "v")).count).toBe(0);
});

test("locking a vault stops what goes on with it, and nothing more can be read", async () => {
  const room = new VaultRoom(place("room"));
  const folder = join(work, "photos");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "large.bin"), Buffer.alloc(24 * 1024 * 1024, 7));
  const { vault } = await room.make(join(work, "vault"), "orbit canyon velvet teapot", { declared: {} }, 60_000);
  const { id } = vault.repository;
  const visit = await room.enter(id, signal);
  const { snapshot } = await keepFiles(visit.desk, visit.vault, [folder], () => undefined);
  visit.changed();
  const whole = `${folder.slice(1)}/large.bin`;
  const file = await openFile(visit, snapshot.id, whole);
  const pieces = file.content();
  expect((await pieces.next()).done).toBe(false);
  await room.lock(id);
  await expect(
    (async () => {
      for await (const _ of pieces);
    })(),
  ).rejects.toMatchObject({ code: "cancelled" });
  await expect(folderPart(visit, snapshot.id, "", { order: "name", from: 0, count: 1 })).rejects.toThrow();
  visit.leave();
  await expect(room.enter(id, signal)).rejects.toMatchObject({ code: "closed" });
  expect(room.open().size).toBe(0);
  await room.close();
}, 120_000);

test("a vault that is at work does not lock itself, and one that waits does", async () => {
  const room = new VaultRoom(place("idle"));
  const { vault } = await room.make(join(work, "vault-2"), "orbit canyon velvet teapot", { declared: {} }, 60_000);
  const { id } = vault.repository;
  const visit = await room.enter(id, signal);
  clock += 10 * 60_000;
  expect(room.open().has(id)).toBe(true);
  visit.leave();
  expect(room.open().get(id)).toBe(clock + 60_000);
  clock += 60_001;
  expect(room.open().has(id)).toBe(false);
  await expect(room.enter(id, signal)).rejects.toMatchObject({ code: "closed" });
  await room.unlock(id, "orbit canyon velvet teapot", 60_000, signal);
  // A clock that was set back tells nothing of how long it has waited.
  clock -= 3_600_000;
  expect(room.open().has(id)).toBe(false);
  await room.close();
}, 120_000);

test("another vault at the same place is not taken for the one that was there", async () => {
  const room = new VaultRoom(place("swapped"));
  const path = join(work, "vault-3");
  const { vault } = await room.make(path, "orbit canyon velvet teapot", { declared: {} }, 60_000);
  await room.lockAll();
  await rm(path, { recursive: true });
  const other = new VaultRoom(place("swapper"));
  await other.make(path, "orbit canyon velvet teapot", { declared: {} }, 60_000);
  await expect(room.unlock(vault.repository.id, "orbit canyon velvet teapot", 60_000, signal)).rejects.toThrow(
    "somebody made it anew",
  );
  expect(room.open().size).toBe(0);
  await Promise.all([room.close(), other.close()]);
}, 120_000);

test("folders of this computer are told by whole paths alone", async () => {
  await mkdir(join(work, "folders", "b", ".hidden"), { recursive: true });
  await mkdir(join(work, "folders", "a10"));
  await writeFile(join(work, "folders", "file"), "");
  const found = await localFolder(join(work, "folders"));
  expect(found).toEqual({ path: join(work, "folders"), above: work, folders: ["a10", "b"], more: 0 });
  expect(localPath("~/x")).not.toContain("~");
  for (const bad of ["", "x", "./x", "../x", "/a\0b"]) expect(() => localPath(bad), bad).toThrow();
  await expect(localFolder(join(work, "folders", "file"))).rejects.toMatchObject({ code: "absent" });
  expect(await readFile(join(work, "folders", "file"), "utf8")).toBe("");
});
