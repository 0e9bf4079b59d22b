import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { checkRepository } from "../../src/vault/check.ts";
import { forgetSnapshots } from "../../src/vault/forget.ts";
import { listFiles } from "../../src/vault/list.ts";
import { pruneRepository } from "../../src/vault/prune.ts";
import { addKey, removeKey } from "../../src/vault/repository.ts";
import { readSnapshots } from "../../src/vault/restic-snapshot.ts";
import { restoreSnapshot } from "../../src/vault/restore.ts";
import { withTool } from "../tools.ts";
import {
  cheap,
  created,
  fingerprint,
  newFolder,
  newVault,
  openVault,
  passphrase,
  putFolder,
  runRestic,
} from "./repository-tools.ts";
import { makeTree, noise } from "./tree-maker.ts";

// Debian's restic reads what Candor wrote, and Candor what restic wrote. CANDOR_VAULT_FILES and CANDOR_VAULT_SPARSE take it further.

const test = withTool("restic");
const { CANDOR_VAULT_FILES: files, CANDOR_VAULT_SPARSE: sparse } = process.env;
/** What is put by one program and read by the other. */
const size = (usualFiles: number, usualSparse: number) => ({
  files: Number(files ?? usualFiles),
  sparse: Number(sparse ?? usualSparse),
});
const long = 300_000;

test(
  "restic checks, lists and restores what Candor put, byte for byte and nanosecond for nanosecond",
  async (restic) => {
    const { folder, repository } = await newVault();
    const source = join(newFolder(), "source");
    makeTree(source, size(2000, 200_000_000));
    const { snapshot, failed } = await putFolder(repository, source);
    expect(failed).toEqual([]);

    expect(runRestic(restic, folder, ["check", "--read-data"])).toContain("no errors were found");
    const target = newFolder();
    runRestic(restic, folder, ["restore", snapshot.id, "--target", target]);
    expect(fingerprint(join(target, source))).toEqual(fingerprint(source));

    const listed = runRestic(restic, folder, ["ls", "--json", snapshot.id]).trim().split("\n").slice(1);
    const ours = [];
    for await (const { path, kind, bytes } of listFiles(repository, snapshot)) ours.push(`/${path} ${kind} ${bytes}`);
    const theirs = listed.map((line) => JSON.parse(line)).map(({ path, type, size = 0 }) => `${path} ${type} ${size}`);
    const plain = (lines: readonly string[]) => lines.filter((line) => !line.includes("not utf-8")).sort();
    expect(plain(ours)).toEqual(plain(theirs));
  },
  long,
);

test(
  "the same folder gives the same trees and the same chunks in both, byte for byte",
  async (restic) => {
    const { folder, repository } = await newVault();
    const source = join(newFolder(), "source");
    makeTree(source, { files: 50, sparse: 20_000_000 });
    writeFileSync(join(source, "noise"), noise(24_000_000, "chunks"));
    writeFileSync(join(source, "zeroes"), Buffer.alloc(3_000_000));
    const first = await putFolder(repository, source);
    runRestic(restic, folder, ["backup", source]);
    const [, second] = await readSnapshots(repository);
    const treeOf = async (id: string) => {
      const kept = (await readSnapshots(repository)).find((each) => each.id === id);
      expect(kept).toBeDefined();
      let tree = kept?.tree ?? "";
      for (const name of source.split("/").slice(1)) {
        const { nodes } = JSON.parse(runRestic(restic, folder, ["cat", "blob", tree])) as {
          readonly nodes: readonly { readonly name: string; readonly subtree: string }[];
        };
        tree = nodes.find((node) => node.name === name)?.subtree ?? "";
      }
      return tree;
    };
    expect(second?.id).not.toBe(first.snapshot.id);
    // A tree is named by the hash of its bytes, and lists the chunks of all files.
    expect(await treeOf(second?.id ?? "")).toBe(await treeOf(first.snapshot.id));
    // Twice unchanged: restic needs to read nothing of what Candor put, nor Candor of what restic did.
    expect(runRestic(restic, folder, ["backup", "--parent", first.snapshot.id, source])).toContain(
      "0 new,     0 changed",
    );
    const again = await putFolder(repository, source);
    expect(again.snapshot.summary).toMatchObject({ filesNew: 0, filesChanged: 0 });
  },
  long,
);

test(
  "Candor reads, checks, restores and prunes what restic made, used with two keys, and pruned",
  async (restic) => {
    const vault = join(newFolder(), "vault");
    const source = join(newFolder(), "source");
    makeTree(source, size(300, 20_000_000));
    runRestic(restic, vault, ["init", "--repository-version", "2"]);
    runRestic(restic, vault, ["backup", source]);
    writeFileSync(join(source, "later.bin"), noise(3_000_000, "later"));
    rmSync(join(source, "photo again.jpg"));
    runRestic(restic, vault, ["backup", "--compression", "max", source]);
    const secret = join(newFolder(), "secret");
    writeFileSync(secret, "the second passphrase");
    runRestic(restic, vault, ["key", "add", "--new-password-file", secret]);
    runRestic(restic, vault, ["forget", "--keep-last", "1", "--prune"]);

    const repository = await openVault(vault, "the second passphrase");
    expect((await checkRepository(repository, { readData: true })).problems).toEqual([]);
    const [snapshot, ...rest] = await readSnapshots(repository);
    expect(rest).toEqual([]);
    if (!snapshot) throw new Error("no snapshot");
    const target = newFolder();
    const { failed } = await restoreSnapshot(repository, snapshot, target);
    expect(failed).toEqual([]);
    const micro = 1000n;
    const [restored, original] = [fingerprint(join(target, source), micro), fingerprint(source, micro)];
    expect([...restored]).toEqual([...original]);

    // And on with it: Candor puts, forgets and prunes; restic is content.
    writeFileSync(join(source, "from candor"), noise(2_000_000, "candor"));
    await putFolder(repository, source);
    await forgetSnapshots(repository, [snapshot.id]);
    await pruneRepository(repository, { mostUnused: 0 });
    expect(runRestic(restic, vault, ["check", "--read-data"])).toContain("no errors were found");
    const last = newFolder();
    runRestic(restic, vault, ["restore", "latest", "--target", last]);
    expect(fingerprint(join(last, source))).toEqual(fingerprint(source));
  },
  long,
);

test(
  "restic prunes what Candor put, and Candor checks it",
  async (restic) => {
    const { folder, repository } = await newVault();
    const source = newFolder();
    for (let n = 0; n < 8; n++) writeFileSync(join(source, `${n}`), noise(3_000_000, `${n}`));
    const { snapshot } = await putFolder(repository, source);
    for (const name of readdirSync(source).slice(0, 6)) rmSync(join(source, name));
    await putFolder(repository, source);
    runRestic(restic, folder, ["forget", snapshot.id, "--prune"]);
    const { problems, snapshots } = await checkRepository(repository, { readData: true });
    expect(problems).toEqual([]);
    expect(snapshots).toBe(1);
  },
  long,
);

test(
  "restic opens with a key that was added, and no more with one that was removed",
  async (restic) => {
    const { folder, repository } = await newVault();
    await addKey(repository, "another one", { created, label: "recovery", cost: cheap });
    expect(runRestic(restic, folder, ["key", "list"], { secret: "another one" })).toContain("recovery");
    const other = await openVault(folder, "another one");
    await removeKey(other, repository.keyName);
    expect(() => runRestic(restic, folder, ["snapshots"])).toThrow(/wrong password/);
    await expect(openVault(folder)).rejects.toMatchObject({ code: "wrong-passphrase" });
    expect(passphrase).not.toBe("another one");
  },
  long,
);

test(
  "both respect the locks of each other",
  async (restic) => {
    const { folder, repository } = await newVault();
    mkdirSync(join(folder, "locks"), { recursive: true });
    const { holdLock } = await import("../../src/vault/restic-lock.ts");
    const lock = await holdLock(repository, { exclusive: true });
    expect(() => runRestic(restic, folder, ["snapshots"])).toThrow(/already locked/);
    await lock.release();
    runRestic(restic, folder, ["snapshots"]);
    const shared = await holdLock(repository, { exclusive: false });
    runRestic(restic, folder, ["snapshots"]);
    expect(() => runRestic(restic, folder, ["prune"])).toThrow(/already locked/);
    await shared.release();
  },
  long,
);
