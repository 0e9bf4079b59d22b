import { type ExecFileSyncOptions, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { VaultError } from "../../src/core/errors.ts";
import type { Entry } from "../../src/vault/entry.ts";
import { folderEntries } from "../../src/vault/folder-entries.ts";
import { folderPlace } from "../../src/vault/folder-place.ts";
import type { Place, StoredKind } from "../../src/vault/place.ts";
import { type PutOutcome, putFiles } from "../../src/vault/put.ts";
import { initRepository, openRepository, type Repository } from "../../src/vault/repository.ts";

/** scrypt at the lowest cost that restic takes, so that tests spend their time elsewhere. */
export const cheap = { N: 1024, r: 8, p: 1 };
export const passphrase = "a passphrase for tests";
export const created = new Date("2026-08-01T10:00:00Z");
/** The polynomial of restic/chunker's own tests. */
export const polynomial = 0x3da3358b4dc173n;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes with the tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "candor-vault-"));
  folders.push(folder);
  return folder;
}

/** A repository on the disk. */
export async function newVault(): Promise<{ readonly folder: string; readonly repository: Repository }> {
  const folder = join(newFolder(), "vault");
  return {
    folder,
    repository: await initRepository(folderPlace(folder), passphrase, { created, cost: cheap, polynomial }),
  };
}

export function openVault(folder: string, secret = passphrase): Promise<Repository> {
  return openRepository(folderPlace(folder), secret);
}

/** Puts a folder. */
export function putFolder(repository: Repository, folder: string, time = created): Promise<PutOutcome> {
  return putFiles(repository, folderEntries([folder]), { time, paths: [folder], hostname: "here" });
}

/** Files from memory. */
export function memoryEntries(files: Readonly<Record<string, Uint8Array | string>>, modified = 1n): readonly Entry[] {
  return Object.entries(files).map(([path, content]) => {
    const bytes = Buffer.from(content);
    return {
      path,
      kind: "file",
      mode: 0o644,
      modified,
      size: BigInt(bytes.length),
      async *open() {
        for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
      },
    };
  });
}

/** A stored file by kind and name. */
type Files = Map<string, Uint8Array>;

/** A place in memory. `before` and `after` are asked around each call that changes something, and may throw. */
export function memoryPlace(
  files: Files = new Map(),
  before: (what: string) => void = () => undefined,
  after: (what: string) => void = () => undefined,
): Place & { readonly files: Files } {
  const key = (kind: StoredKind, name: string) => `${kind}/${name}`;
  return {
    files,
    name: "memory",
    kind: "folder",
    async *list(kind) {
      for (const [path, { length }] of [...files])
        if (path.startsWith(`${kind}/`)) yield { name: path.slice(kind.length + 1), bytes: length };
    },
    async get(kind, name, { from = 0, length } = {}) {
      const bytes = files.get(key(kind, name));
      if (!bytes) throw new VaultError("absent", `There is no ${kind}/${name}.`);
      if (from + (length ?? 0) > bytes.length) throw new VaultError("damaged", "shorter");
      return bytes.slice(from, length === undefined ? undefined : from + length);
    },
    async put(kind, name, bytes) {
      before(`put ${key(kind, name)}`);
      files.set(key(kind, name), Uint8Array.from(bytes));
      after(`put ${key(kind, name)}`);
    },
    async delete(kind, name) {
      before(`delete ${key(kind, name)}`);
      files.delete(key(kind, name));
      after(`delete ${key(kind, name)}`);
    },
    async stat(kind, name) {
      return files.get(key(kind, name))?.length ?? null;
    },
    async close() {},
  };
}

/** Writes what a memory place holds to a folder, as restic lays it out. */
export function writeFiles(files: Files, folder: string): void {
  for (const kind of ["data", "index", "keys", "locks", "snapshots"])
    mkdirSync(join(folder, kind), { recursive: true });
  for (const [path, bytes] of files) {
    const [kind = "", name = ""] = path.split("/");
    const inside = kind === "config" ? "config" : kind === "data" ? join(kind, name.slice(0, 2), name) : path;
    mkdirSync(join(folder, inside, ".."), { recursive: true });
    writeFileSync(join(folder, inside), bytes);
  }
}

/** Runs restic on a repository; its output. Throws with what it said where it fails. */
export function runRestic(
  restic: string,
  vault: string,
  args: readonly string[],
  options: ExecFileSyncOptions & { readonly secret?: string } = {},
): string {
  const env = { ...process.env, RESTIC_PASSWORD: options.secret ?? passphrase, TZ: "UTC", GOMAXPROCS: "2" };
  return execFileSync(restic, ["-r", vault, "--no-cache", ...args], {
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    encoding: "utf8",
    env,
  });
}

/** Everything below a folder by path (bytes as latin1): kind, permissions, modification in nanoseconds, hash or link target. */
export function fingerprint(folder: string, precision = 1n): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (real: Buffer, path: string) => {
    const stats = lstatSync(real, { bigint: true });
    const facts = `${(stats.mode & 0o777n).toString(8)} ${stats.mtimeNs / precision}`;
    if (stats.isSymbolicLink()) found.set(path, `link ${readlinkSync(real, "latin1")} ${stats.mtimeNs / precision}`);
    else if (stats.isDirectory()) {
      found.set(path, `dir ${facts}`);
      for (const name of readdirSync(real, { encoding: "buffer" }))
        visit(Buffer.concat([real, Buffer.from("/"), name]), `${path}/${name.toString("latin1")}`);
    } else found.set(path, `file ${facts} ${hashOf(real)}`);
  };
  visit(Buffer.from(folder), "");
  return found;
}

/** Piece by piece: a file may be larger than a buffer can be. */
function hashOf(real: Buffer): string {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(2 ** 20);
  const file = openSync(real, "r");
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  closeSync(file);
  return hash.digest("hex");
}
