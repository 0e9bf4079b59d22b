import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkRepository } from "../../src/vault/check.ts";
import { readFile } from "../../src/vault/list.ts";
import type { StoredKind } from "../../src/vault/place.ts";
import { pruneRepository, repairIndex } from "../../src/vault/prune.ts";
import { putFiles } from "../../src/vault/put.ts";
import { addKey, initRepository, openRepository } from "../../src/vault/repository.ts";
import { holdLock } from "../../src/vault/restic-lock.ts";
import { restoreSnapshot } from "../../src/vault/restore.ts";
import { littleWork } from "../little-work.ts";
import {
  cheap,
  created,
  memoryEntries,
  memoryPlace,
  newFolder,
  newVault,
  passphrase,
  polynomial,
  putFolder,
} from "./repository-tools.ts";
import { makeTree, noise } from "./tree-maker.ts";

async function smallVault() {
  const place = memoryPlace();
  const repository = await initRepository(place, passphrase, { created, cost: cheap, polynomial });
  const files = { "a/one": noise(100_000, "one"), "a/two": "a text. ".repeat(1000), "b/three": "" };
  const { snapshot } = await putFiles(repository, memoryEntries(files), {
    time: created,
    paths: ["a"],
    hostname: "here",
  });
  return { place, repository, snapshot, files };
}

const pathsOf = (files: ReadonlyMap<string, unknown>, kind: StoredKind) =>
  [...files.keys()].filter((path) => path.startsWith(`${kind}/`));

/** Where bits are turned over: the ends, and some places between. */
const spots = (length: number) =>
  [0, 5, 20, Math.floor(length / 2), length - 40, length - 3, length - 1].filter((at) => at >= 0);

test.each(["data", "index", "snapshots", "locks"] as const)(
  "a bit that is turned over in %s is found, and its file named",
  async (kind) => {
    const { place, repository } = await smallVault();
    const lock = kind === "locks" ? await holdLock(repository, { exclusive: false }) : undefined;
    expect((await checkRepository(repository, { readData: true })).problems).toEqual([]);
    const paths = pathsOf(place.files, kind);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      const good = place.files.get(path) ?? new Uint8Array();
      for (const at of spots(good.length)) {
        const bad = Uint8Array.from(good);
        bad[at] = (bad[at] ?? 0) ^ 0x10;
        place.files.set(path, bad);
        const { problems } = await checkRepository(repository, { readData: true });
        expect(
          problems.some(({ file, grade }) => grade === "error" && file.startsWith(path)),
          `${path} at ${at}`,
        ).toBe(true);
      }
      place.files.set(path, good);
    }
    await lock?.release();
    expect((await checkRepository(repository, { readData: true })).problems).toEqual([]);
  },
);

test("a damaged configuration is named, and so is a damaged key", async () => {
  const { place, repository } = await smallVault();
  const config = place.files.get("config/config") ?? new Uint8Array();
  place.files.set(
    "config/config",
    config.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
  );
  await expect(openRepository(place, passphrase)).rejects.toMatchObject({
    code: "damaged",
    message: expect.stringContaining("config"),
  });
  place.files.set("config/config", config);
  const other = await addKey(repository, "another", { created, cost: cheap });
  const bytes = place.files.get(`keys/${other}`) ?? new Uint8Array();
  place.files.set(
    `keys/${other}`,
    bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)),
  );
  const { problems } = await checkRepository(repository);
  expect(problems.map(({ file }) => file)).toEqual([`keys/${other}`]);
  await expect(openRepository(place, "another")).rejects.toMatchObject({
    code: "damaged",
    message: expect.stringContaining(other),
  });
  await openRepository(place, passphrase);
});

test("without reading the data, missing and shortened packs are found all the same", async () => {
  const { place, repository } = await smallVault();
  const [path = ""] = pathsOf(place.files, "data");
  const bytes = place.files.get(path) ?? new Uint8Array();
  place.files.set(path, bytes.slice(0, -1));
  expect((await checkRepository(repository)).problems.map(({ file }) => file)).toContain(path);
  place.files.delete(path);
  expect((await checkRepository(repository)).problems.map(({ file }) => file)).toContain(path);
});

test("what is damaged is not restored, the rest is, and prune removes nothing", async () => {
  const { place, repository, snapshot } = await smallVault();
  for (const path of pathsOf(place.files, "data")) {
    const bytes = place.files.get(path) ?? new Uint8Array();
    if (bytes.length > 90_000)
      place.files.set(
        path,
        bytes.map((byte, at) => (at === 50_000 ? byte ^ 1 : byte)),
      );
  }
  const target = newFolder();
  const { failed } = await restoreSnapshot(repository, snapshot, target);
  const broken = failed.map(({ path }) => path);
  expect(broken.length).toBe(1);
  expect(readdirSync(join(target, "a")).length + broken.length).toBe(2);
  await expect(async () => {
    for await (const _ of readFile(repository, snapshot, broken[0] ?? "")) expect(_).toBeDefined();
  }).rejects.toMatchObject({ code: "damaged" });
});

test("a lost index is written anew from the packs; until then prune refuses", async () => {
  const { place, repository, snapshot, files } = await smallVault();
  for (const path of pathsOf(place.files, "index")) place.files.delete(path);
  await expect(pruneRepository(repository)).rejects.toThrow();
  expect((await checkRepository(repository)).problems.some(({ grade }) => grade === "error")).toBe(true);
  expect((await repairIndex(repository)).damaged).toEqual([]);
  expect((await checkRepository(repository, { readData: true })).problems).toEqual([]);
  const parts: Uint8Array[] = [];
  for await (const part of readFile(repository, snapshot, "a/one")) parts.push(part);
  expect(Buffer.concat(parts).equals(files["a/one"])).toBe(true);
});

test("another passphrase opens nothing, and says so", async () => {
  const { place } = await smallVault();
  await expect(openRepository(place, "not this one")).rejects.toMatchObject({ code: "wrong-passphrase" });
  await expect(openRepository(memoryPlace(), passphrase)).rejects.toMatchObject({ code: "absent" });
});

test("costs of a key that nobody can bear are not borne", async () => {
  const { place } = await smallVault();
  const { createHash } = await import("node:crypto");
  const [path = ""] = pathsOf(place.files, "keys");
  const key = JSON.parse(Buffer.from(place.files.get(path) ?? []).toString()) as object;
  place.files.delete(path);
  for (const hostile of [
    { N: 2 ** 30 },
    { N: 2 ** 20, r: 2 ** 20 },
    { p: 2 ** 30 },
    { N: -1 },
    { N: 1000 },
    { r: 0.5 },
    { N: "x" },
  ]) {
    const bytes = Buffer.from(JSON.stringify({ ...key, ...hostile }));
    place.files.set(`keys/${createHash("sha256").update(bytes).digest("hex")}`, bytes);
  }
  await littleWork(() => expect(openRepository(place, passphrase)).rejects.toMatchObject({ code: "damaged" }));
});

test("nothing of what is put can be read off the storage: not names, not texts, not the user", async () => {
  const { folder, repository } = await newVault();
  const source = join(newFolder(), "source of secrets");
  makeTree(source, { files: 20, sparse: 1000 });
  writeFileSync(join(source, "diary.txt"), "planted plaintext ".repeat(5000));
  await putFolder(repository, source);
  const everything = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => Buffer.concat([Buffer.from(entry.name), readFileSync(join(entry.parentPath, entry.name))]));
  const whole = Buffer.concat(everything);
  for (const planted of ["planted", "diary", "secrets", "The quick brown", "photo", "nodes", 'hostname":"here'])
    expect(whole.includes(planted), planted).toBe(false);
});
