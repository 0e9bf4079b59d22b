import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createBlobStore } from "../../src/vault/blob-store.ts";
import { findFiles, listFiles } from "../../src/vault/list.ts";
import { putFiles } from "../../src/vault/put.ts";
import { initRepository, type Repository } from "../../src/vault/repository.ts";
import { emptyIndex } from "../../src/vault/restic-index.ts";
import { type Snapshot, writeSnapshot } from "../../src/vault/restic-snapshot.ts";
import { goModeOf, type TreeNode, textOfNode, treeBytes } from "../../src/vault/restic-tree.ts";
import { restoreSnapshot } from "../../src/vault/restore.ts";
import { cheap, created, memoryEntries, memoryPlace, newFolder, passphrase, polynomial } from "./repository-tools.ts";

// Whoever has a key can write trees that lead out of the folder: none may.

const emptyVault = () => initRepository(memoryPlace(), passphrase, { created, cost: cheap, polynomial });

function node(name: string, more: Partial<TreeNode>): string {
  const kind = more.type === "dir" || more.type === "symlink" ? more.type : "file";
  const plain = {
    modified: 1n,
    changed: 1n,
    uid: 0,
    gid: 0,
    user: "",
    group: "",
    inode: 0n,
    device: 0n,
    size: 0n,
    links: 0n,
  };
  const rest = { linkTarget: "", content: kind === "file" ? [] : null, subtree: null };
  return textOfNode({ name, type: kind, mode: goModeOf(kind, 0o755), ...plain, ...rest, ...more });
}

/** A snapshot of trees as an attacker writes them; `build` saves trees and gives the root's nodes. */
async function hostile(
  repository: Repository,
  build: (save: (nodes: readonly string[]) => string, data: (text: string) => string) => readonly string[],
): Promise<Snapshot> {
  const store = createBlobStore(repository, emptyIndex());
  const save = (nodes: readonly string[]) => store.save("tree", treeBytes(nodes));
  const tree = save(build(save, (text) => store.save("data", Buffer.from(text))));
  await store.finish();
  const plain = { parent: null, paths: ["x"], hostname: "h", username: "", tags: [], program: null, summary: null };
  return await writeSnapshot(repository, { time: 1n, tree, ...plain });
}

test("names that lead out of the folder are refused, and told; the rest is restored", async () => {
  const repository = await emptyVault();
  const snapshot = await hostile(repository, (save, data) => {
    const content = [data("evil")];
    const inside = save([node("evil", { content })]);
    return ["", ".", "..", "../up", "/abs", "a/b", "nul\0"]
      .sort()
      .map((name) => node(name, { content }))
      .concat([node("x..", { type: "dir", subtree: inside }), node("zz", { content })]);
  });
  const outer = newFolder();
  const target = join(outer, "target");
  const { failed, files } = await restoreSnapshot(repository, snapshot, target);
  expect(failed).toHaveLength(7);
  expect(files).toBe(2);
  expect(readdirSync(outer)).toEqual(["target"]);
  expect(readdirSync(target).sort()).toEqual(["x..", "zz"]);
});

test("a folder with a name that leads out is refused with everything below", async () => {
  const repository = await emptyVault();
  const snapshot = await hostile(repository, (save, data) => [
    node("..", { type: "dir", subtree: save([node("evil", { content: [data("evil")] })]) }),
  ]);
  const outer = newFolder();
  const { failed } = await restoreSnapshot(repository, snapshot, join(outer, "target"));
  expect(failed.map(({ path }) => path)).toEqual(["..", "../evil"]);
  expect(readdirSync(outer)).toEqual(["target"]);
});

test("no link is followed: not one of the snapshot, nor one that is there", async () => {
  const repository = await emptyVault();
  const outer = newFolder();
  mkdirSync(join(outer, "precious"));
  writeFileSync(join(outer, "precious", "file"), "mine");
  const target = join(outer, "target");
  mkdirSync(target);
  symlinkSync("../precious", join(target, "folder"));
  symlinkSync("../precious/file", join(target, "file"));
  const snapshot = await hostile(repository, (save, data) => {
    const content = [data("theirs")];
    return [
      node("file", { content }),
      node("folder", { type: "dir", subtree: save([node("file", { content })]) }),
      node("link", { type: "symlink", linkTarget: "../precious" }),
    ];
  });
  const { failed } = await restoreSnapshot(repository, snapshot, target);
  expect(failed.map(({ path }) => path).sort()).toEqual(["file", "folder", "folder/file"]);
  expect(readFileSync(join(outer, "precious", "file"), "utf8")).toBe("mine");
  // Asked to overwrite, it replaces the link itself.
  const again = await restoreSnapshot(repository, snapshot, target, { overwrite: true });
  expect(again.failed.map(({ path }) => path).sort()).toEqual(["folder", "folder/file"]);
  expect(readFileSync(join(outer, "precious", "file"), "utf8")).toBe("mine");
  expect(lstatSync(join(target, "file")).isFile()).toBe(true);
  expect(readlinkSync(join(target, "link"))).toBe("../precious");
});

test("a name twice, or folders without end, are damage", async () => {
  const repository = await emptyVault();
  const twice = await hostile(repository, () => [node("a", { type: "symlink", linkTarget: "/tmp" }), node("a", {})]);
  await expect(restoreSnapshot(repository, twice, newFolder())).rejects.toMatchObject({ code: "damaged" });
  const deep = await hostile(repository, (save) => {
    let nodes = [node("end", {})];
    for (let n = 0; n < 1200; n++) nodes = [node("d", { type: "dir", subtree: save(nodes) })];
    return nodes;
  });
  await expect(async () => {
    for await (const file of listFiles(repository, deep)) expect(file.path).toBeDefined();
  }).rejects.toMatchObject({ code: "damaged" });
});

test("set-user-id is not restored, and devices and sockets are told", async () => {
  const repository = await emptyVault();
  const snapshot = await hostile(repository, () => [
    node("dev", { type: "dev" }),
    node("sock", { type: "socket" }),
    node("suid", { mode: goModeOf("file", 0o4755) }),
  ]);
  const target = newFolder();
  const { failed } = await restoreSnapshot(repository, snapshot, target);
  expect(failed.map(({ path }) => path)).toEqual(["dev", "sock"]);
  expect(lstatSync(join(target, "suid")).mode & 0o7777).toBe(0o755);
});

test("only what is asked for is restored, and what is there is left", async () => {
  const repository = await emptyVault();
  const files = { "a/one": "1", "a/b/two": "2", "c/three": "3" };
  const { snapshot } = await putFiles(repository, memoryEntries(files), { time: created, paths: ["a"], hostname: "h" });
  const target = newFolder();
  mkdirSync(join(target, "a", "b"), { recursive: true });
  writeFileSync(join(target, "a", "b", "two"), "mine");
  const { failed } = await restoreSnapshot(repository, snapshot, target, { include: ["a"] });
  expect(failed.map(({ path }) => path)).toEqual(["a/b/two"]);
  expect(readFileSync(join(target, "a", "b", "two"), "utf8")).toBe("mine");
  expect(readFileSync(join(target, "a", "one"), "utf8")).toBe("1");
  expect(existsSync(join(target, "c"))).toBe(false);
  await expect(restoreSnapshot(repository, snapshot, target, { include: ["no"] })).rejects.toMatchObject({
    code: "absent",
  });
  const found = [];
  for await (const { file } of findFiles(repository, "t*")) found.push(file.path);
  for await (const { file } of findFiles(repository, "a/**")) found.push(file.path);
  expect(found.sort()).toEqual(["a/b", "a/b/two", "a/b/two", "a/one", "c/three"]);
});

test("hostile names on the way in are left out and told", async () => {
  const repository = await emptyVault();
  const files = { "../up": "x", "a//b": "x", "a/./b": "x", "": "x", "n\0": "x", ok: "x", "ok/below": "x" };
  const { failed, snapshot } = await putFiles(
    repository,
    [...memoryEntries(files), ...memoryEntries({ ok: "again" })],
    { time: created, paths: ["a"], hostname: "h" },
  );
  expect(failed.map(({ path }) => path)).toEqual(["../up", "a//b", "a/./b", "", "n\0", "ok/below", "ok"]);
  const listed = [];
  for await (const { path } of listFiles(repository, snapshot)) listed.push(path);
  expect(listed).toEqual(["ok"]);
});
