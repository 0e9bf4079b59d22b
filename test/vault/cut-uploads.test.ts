import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkRepository } from "../../src/vault/check.ts";
import { isPartial, leftBehind, partialName } from "../../src/vault/cut-uploads.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import { pruneRepository } from "../../src/vault/prune.ts";
import { putFiles } from "../../src/vault/put.ts";
import { created, memoryEntries, newFolder, newVault } from "./repository-tools.ts";

const day = 86_400;
const lock = "ab".repeat(32);

test("only what has such a name and is a day older than the newest lock is left behind", () => {
  const time = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
  const name = fc.oneof(
    fc.string(),
    fc.constant(lock),
    fc.uuid().map((id) => `.${id}.part`),
  );
  const files = fc.array(fc.record({ name, modified: fc.oneof(time, fc.constant(Number.NaN)) }), { maxLength: 20 });
  fc.assert(
    fc.property(files, files, (locks, others) => {
      const newest = Math.max(0, ...locks.filter((each) => each.name === lock).map((each) => each.modified || 0));
      for (const gone of leftBehind(locks, others)) {
        expect(isPartial(gone)).toBe(true);
        expect(others.some((each) => each.name === gone && each.modified < newest - day * 1000)).toBe(true);
      }
    }),
  );
  const old = { name: partialName(), modified: 0 };
  expect(leftBehind([{ name: lock, modified: day * 1000 + 1 }], [old])).toEqual([old.name]);
  expect(leftBehind([{ name: lock, modified: day * 1000 }], [old])).toEqual([]);
  expect(leftBehind([], [old])).toEqual([]);
});

/** Files as cut uploads leave them, so many days old. */
function plant(folder: string, days: number): readonly string[] {
  const at = Date.now() / 1000 - days * day;
  return ["", "keys", "index", "locks", "snapshots", "data", "data/00"].map((each) => {
    mkdirSync(join(folder, each), { recursive: true });
    const path = join(folder, each, `.${randomUUID()}.part`);
    writeFileSync(path, "cut off");
    utimesSync(path, at, at);
    return path;
  });
}

test.each(["put", "prune"])("the next %s removes what is old, and leaves what another may be writing", async (verb) => {
  const { folder, repository } = await newVault();
  const put = () =>
    putFiles(repository, memoryEntries({ a: "text" }), { time: created, paths: ["a"], hostname: "here" });
  await put();
  const [old, young] = [plant(folder, 1.1), plant(folder, 0.9)];
  const outside = join(newFolder(), `.${randomUUID()}.part`);
  writeFileSync(outside, "somebody's");
  const link = join(folder, "data", "00", `.${randomUUID()}.part`);
  symlinkSync(outside, link);
  if (verb === "put") await put();
  else await pruneRepository(repository);
  expect(old.filter((path) => existsSync(path))).toEqual([]);
  expect(young.filter((path) => !existsSync(path))).toEqual([]);
  expect(existsSync(outside)).toBe(true);
  expect((await checkRepository(repository, { readData: true })).problems).toEqual([]);
});

test("while others put, nothing that they write is removed", async () => {
  const { folder, repository } = await newVault();
  const old = plant(folder, 3);
  const put = (n: number) =>
    putFiles(repository, memoryEntries({ [`file ${n}`]: Buffer.alloc(900_000, `${n} and more`) }), {
      time: new Date(created.getTime() + n),
      paths: [`${n}`],
      hostname: "here",
      compression: "off",
    });
  let putting = true;
  const sweeping = (async () => {
    let removed = 0;
    while (putting) removed += (await folderPlace(folder).sweep?.()) ?? 0;
    return removed;
  })();
  await Promise.all(Array.from({ length: 6 }, (_, n) => put(n)));
  putting = false;
  expect(await sweeping).toBeLessThanOrEqual(old.length);
  expect(old.filter((path) => existsSync(path))).toEqual([]);
  const { problems, snapshots } = await checkRepository(repository, { readData: true });
  expect(problems).toEqual([]);
  expect(snapshots).toBe(6);
});
