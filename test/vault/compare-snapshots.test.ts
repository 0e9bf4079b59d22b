import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createBlobReader } from "../../src/vault/blob-reader.ts";
import { compareTrees, type Difference } from "../../src/vault/compare-snapshots.ts";
import { loadIndex } from "../../src/vault/restic-index.ts";
import { compareNames, type TreeNode } from "../../src/vault/restic-tree.ts";
import { withTool } from "../tools.ts";
import { newFolder, newVault, putFolder, runRestic } from "./repository-tools.ts";

/** A folder in memory: content by name; a string is a file. */
interface Folder {
  readonly [name: string]: Folder | string;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Trees as a vault holds them, and how often each was asked for. */
function memory() {
  const trees = new Map<string, readonly TreeNode[]>();
  const asked: string[] = [];
  const keep = (folder: Folder): string => {
    const nodes = Object.entries(folder).map(([name, content]) => nodeOf(name, content));
    nodes.sort((a, b) => compareNames(a.name, b.name));
    const id = hash(JSON.stringify(nodes, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
    trees.set(id, nodes);
    return id;
  };
  const nodeOf = (name: string, content: Folder | string): TreeNode => ({
    name,
    type: typeof content === "string" ? "file" : "dir",
    mode: 0o644,
    modified: 1n,
    changed: 1n,
    uid: 0,
    gid: 0,
    user: "",
    group: "",
    inode: 0n,
    device: 0n,
    size: typeof content === "string" ? BigInt(content.length) : 0n,
    links: 1n,
    linkTarget: "",
    content: typeof content === "string" ? [hash(content)] : null,
    subtree: typeof content === "string" ? null : keep(content),
  });
  return {
    keep,
    asked,
    trees,
    reader: {
      read: () => Promise.reject(new Error("no file is read")),
      tree: async (id: string) => {
        asked.push(id);
        return trees.get(id) ?? [];
      },
    },
  };
}

async function compared(before: Folder, after: Folder): Promise<readonly Difference[]> {
  const { keep, reader } = memory();
  const found = [];
  for await (const each of compareTrees(reader, keep(before), keep(after))) found.push(each);
  return found;
}

const short = ({ change, path, files, bytes }: Difference) => `${change} ${path} ${files} ${bytes}`;

test("what is new, gone and changed is told, a folder of it once with what is in it", async () => {
  const before = { a: "1", b: { c: "22", d: { e: "333" } }, f: "4", same: { x: "y" } };
  const after = { a: "11", b: { c: "22" }, g: { h: "5", i: { j: "66" } }, f: { k: "7" }, same: { x: "y" } };
  expect((await compared(before, after)).map(short)).toEqual([
    "changed a 1 2",
    "gone b/d 1 3",
    "gone f 1 1",
    "new f 1 1",
    "new g 2 3",
  ]);
  expect(await compared(before, before)).toEqual([]);
});

test("folders that are the same are not opened, and one that lies at many places is looked through once", async () => {
  const { keep, reader, asked } = memory();
  const large = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}`, "x"]));
  const before = keep({ kept: { large }, more: "1" });
  const after = keep({ kept: { large }, more: "2", copies: { a: { large }, b: { large }, c: { large } } });
  const found = [];
  for await (const each of compareTrees(reader, before, after)) found.push(short(each));
  expect(found).toEqual(["new copies 150 150", "changed more 1 1"]);
  // Both tops, the copies, and what is in each of them: once.
  expect(asked.length).toBe(5);
});

test("a folder that is in itself ends, and so does what is stopped", async () => {
  const { keep, reader, trees } = memory();
  const inner = keep({ a: "1" });
  const [node] = trees.get(inner) ?? [];
  if (!node) throw new Error("no node");
  const endless = (id: string) => trees.set(id, [{ ...node, type: "dir", content: null, subtree: id }]);
  endless("0".repeat(64));
  endless("1".repeat(64));
  const walk = async (signal?: AbortSignal) => {
    for await (const _ of compareTrees(reader, "0".repeat(64), "1".repeat(64), signal));
  };
  await expect(walk()).rejects.toMatchObject({ code: "damaged" });
  await expect(walk(AbortSignal.abort())).rejects.toThrow();
});

test("of any two trees every file is told as what it is", async () => {
  const name = fc.constantFrom("a", "b", "ä", "c.d", "…");
  const { folder } = fc.letrec<{ folder: Folder; entry: Folder | string }>((tie) => ({
    folder: fc.dictionary(name, tie("entry"), { maxKeys: 4 }),
    entry: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.constantFrom("", "1", "22"), tie("folder")),
  }));
  await fc.assert(
    fc.asyncProperty(folder, folder, async (before, after) => {
      const [old, now] = [filesIn(before), filesIn(after)];
      const told = new Map<string, string>();
      for (const { change, path } of await compared(before, after)) {
        const side = change === "gone" ? old : now;
        for (const file of [...side.keys()].filter((each) => each === path || each.startsWith(`${path}/`)))
          told.set(`${change === "gone" ? "-" : "+"}${file}`, change);
      }
      for (const [path, content] of now) {
        const was = old.get(path);
        const wanted = was === undefined ? "new" : was === content ? undefined : "changed";
        expect(told.get(`+${path}`)).toBe(wanted);
      }
      for (const path of old.keys()) expect(told.get(`-${path}`)).toBe(now.has(path) ? undefined : "gone");
    }),
    { numRuns: 150 },
  );
});

function filesIn(folder: Folder, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, content] of Object.entries(folder))
    if (typeof content === "string") found.set(`${prefix}${name}`, content);
    else for (const [path, inner] of filesIn(content, `${prefix}${name}/`)) found.set(path, inner);
  return found;
}

withTool("restic")(
  "restic names the same differences",
  async (restic) => {
    const { folder, repository } = await newVault();
    const work = newFolder();
    for (const path of ["kept", "moved", "gone/deep"]) mkdirSync(join(work, path), { recursive: true });
    for (const path of ["kept/a", "kept/b", "moved/c", "gone/deep/d", "gone/e", "touched"])
      writeFileSync(join(work, path), `content of ${path}`);
    const first = (await putFolder(repository, work)).snapshot;
    writeFileSync(join(work, "kept/b"), "another");
    renameSync(join(work, "moved"), join(work, "moved to"));
    rmSync(join(work, "gone"), { recursive: true });
    symlinkSync("kept", join(work, "link"));
    utimesSync(join(work, "touched"), 1, 1);
    const second = (await putFolder(repository, work)).snapshot;
    const reader = createBlobReader(repository, await loadIndex(repository));
    const found: string[] = [];
    const signs = { new: "+", gone: "-", changed: "M", details: "U" };
    for await (const { change, path, node } of compareTrees(reader, first.tree, second.tree))
      found.push(`${signs[change]} /${path}${node.subtree === null ? "" : "/"}`);
    const theirs = runRestic(restic, folder, ["diff", "--metadata", first.id, second.id])
      .split("\n")
      .map((line) => /^([-+MU]) +(\/.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, sign, path]) => `${sign} ${path}`);
    // restic also tells what is in folders that are wholly new or gone, and that the time of a folder changed.
    const wholly = found.filter((each) => /^[-+].*\/$/.test(each));
    const expected = theirs.filter(
      (each) =>
        !wholly.some((above) => each !== above && each.startsWith(above)) &&
        !(each.startsWith("U") && /\/$/.test(each)),
    );
    expect([...found].sort()).toEqual([...expected].sort());
    expect(found.length).toBe(6);
  },
  60_000,
);
