import { closeSync, fsync, mkdirSync, open, openSync, renameSync, write } from "node:fs";
import { lstat, mkdir, open as openFile, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { VaultError } from "../core/errors.ts";
import { type DatedFile, isPartial, leftBehind, partialName } from "./cut-uploads.ts";
import { diskCode, diskError } from "./disk-error.ts";
import { writeBytes } from "./file-pieces.ts";
import type { Place, PlaceCall, StoredFile, StoredKind } from "./place.ts";
import { type AskDisk, quickDisk } from "./quick-disk.ts";

/** A folder on a disk of this computer, laid out as restic does. Made when the first file is written. */
export function folderPlace(path: string): Place {
  const folder = resolve(path);
  const ask = quickDisk();
  let stagingLasts = false;
  const pathOf = (kind: StoredKind, name: string) => {
    if (kind === "config") return join(folder, "config");
    // The names come from outside: nothing else ever becomes part of a path.
    if (!/^[0-9a-f]{64}$/.test(name)) throw new VaultError("refused", `${kind} has no file of such a name.`);
    return kind === "data" ? join(folder, kind, name.slice(0, 2), name) : join(folder, kind, name);
  };
  return {
    name: folder,
    kind: "folder",
    async *list(kind, call) {
      if (kind === "config") {
        const bytes = await sizeOf(pathOf(kind, "config"), kind);
        if (bytes !== null) yield { name: "config", bytes };
      } else if (kind === "data") {
        for (const part of await namesIn(join(folder, kind), /^[0-9a-f]{2}$/))
          yield* filesIn(join(folder, kind, part), call);
      } else yield* filesIn(join(folder, kind), call);
    },
    async get(kind, name, { from = 0, length, ...call } = {}) {
      refuseStopped(call);
      return await told(`${kind}/${name}`, () => readPart(pathOf(kind, name), `${kind}/${name}`, from, length));
    },
    async put(kind, name, bytes, call = {}) {
      refuseStopped(call);
      await told(`${kind}/${name}`, () => writeWhole(pathOf(kind, name), bytes, ask));
    },
    staging: {
      folder: join(folder, "data"),
      async adopt(kind, name, staged, call = {}) {
        refuseStopped(call);
        await told(`${kind}/${name}`, () => nameStaged(staged, pathOf(kind, name), ask));
        // Whoever staged the first file may have made the folder, whose name has to last, too.
        if (!stagingLasts) await syncFolder(folder, ask);
        stagingLasts = true;
      },
      drop: (staged) => rm(staged, { force: true }).catch(() => undefined),
    },
    async delete(kind, name) {
      await told(`${kind}/${name}`, () => rm(pathOf(kind, name), { force: true }));
    },
    async stat(kind, name) {
      return await sizeOf(pathOf(kind, name), `${kind}/${name}`);
    },
    async sweep(call) {
      const locks = await datedIn(join(folder, "locks"), /^[0-9a-f]{64}$/);
      const parts = (await namesIn(join(folder, "data"), /^[0-9a-f]{2}$/)).map((part) => join("data", part));
      let removed = 0;
      for (const each of ["", "data", "index", "keys", "locks", "snapshots", ...parts]) {
        refuseStopped(call);
        for (const name of leftBehind(locks, await datedIn(join(folder, each)))) {
          await told(name, () => rm(join(folder, each, name), { force: true }));
          removed++;
        }
      }
      return removed;
    },
    async close() {},
  };
}

async function* filesIn(folder: string, call: PlaceCall | undefined): AsyncGenerator<StoredFile> {
  for (const name of await namesIn(folder, /^[0-9a-f]{64}$/)) {
    refuseStopped(call);
    const bytes = await sizeOf(join(folder, name), name);
    if (bytes !== null) yield { name, bytes };
  }
}

async function namesIn(folder: string, shape: RegExp): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => shape.test(name)).sort();
  } catch (error) {
    if (diskCode(error) === "ENOENT") return [];
    throw diskError(error, folder);
  }
}

/** Files and when they were last written: those with a name of this shape, or else what is under way. */
async function datedIn(folder: string, shape?: RegExp): Promise<readonly DatedFile[]> {
  const found: DatedFile[] = [];
  for (const name of await namesIn(folder, shape ?? /^\..*\.part$/)) {
    if (!shape && !isPartial(name)) continue;
    const stats = await lstat(join(folder, name)).catch(() => null);
    if (stats?.isFile()) found.push({ name, modified: stats.mtimeMs });
  }
  return found;
}

async function sizeOf(path: string, what: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (diskCode(error) === "ENOENT" || diskCode(error) === "ENOTDIR") return null;
    throw diskError(error, what);
  }
}

async function readPart(path: string, what: string, from: number, length: number | undefined): Promise<Uint8Array> {
  const file = await openFile(path, "r");
  try {
    const wanted = length ?? Math.max((await file.stat()).size - from, 0);
    const bytes = Buffer.allocUnsafe(wanted);
    for (let filled = 0; filled < wanted; ) {
      const { bytesRead } = await file.read(bytes, filled, wanted - filled, from + filled);
      if (bytesRead === 0) throw new VaultError("damaged", `The file ${what} is shorter than it was.`);
      filled += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/**
 * Temporary name, flush to the disk, rename, flush of the folder: after a power cut the file is whole, or not there. What a quick disk answers at
 * once is asked in this thread: each way through the thread pool ends only when this thread has done what it is at, another pack perhaps.
 */
async function writeWhole(path: string, bytes: Uint8Array, ask: AskDisk): Promise<void> {
  const made = await makeFolder(dirname(path), ask);
  const partial = join(dirname(path), partialName());
  await flushAndName(partial, path, ask, "wx", async (file) => {
    for (let at = 0; at < bytes.length; at += atOnce * writeBytes) await writePieces(file, bytes, at);
  });
  await syncNames(path, made, ask);
}

/** As `writeWhole`, of what is written already. */
async function nameStaged(staged: string, path: string, ask: AskDisk): Promise<void> {
  const made = await makeFolder(dirname(path), ask);
  await flushAndName(staged, path, ask, "r+");
  await syncNames(path, made, ask);
}

/** @param fill writes what is missing. Where anything fails, nothing is left of the file. */
async function flushAndName(
  partial: string,
  path: string,
  ask: AskDisk,
  flags: "wx" | "r+",
  fill?: (file: number) => Promise<void>,
): Promise<void> {
  try {
    const file = await ask(
      () => openSync(partial, flags, 0o600),
      () => openLater(partial, flags, 0o600),
    );
    try {
      await fill?.(file);
      await syncLater(file);
    } finally {
      closeSync(file);
    }
    await ask(
      () => renameSync(partial, path),
      () => rename(partial, path),
    );
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** @param made the outermost folder that was made for it */
async function syncNames(path: string, made: string | undefined, ask: AskDisk): Promise<void> {
  const folder = dirname(path);
  await syncFolder(folder, ask);
  // Folders that were made just now are names, too, in the folder above each.
  if (made !== undefined)
    for (let at = folder; at.length >= made.length; at = dirname(at)) await syncFolder(dirname(at), ask);
}

/** Makes a folder with those above it; the outermost that was not there, as `mkdir` gives it. */
async function makeFolder(folder: string, ask: AskDisk): Promise<string | undefined> {
  const options = { recursive: true, mode: 0o700 } as const;
  try {
    return await ask(
      () => mkdirSync(folder, options),
      () => mkdir(folder, options),
    );
  } catch (error) {
    // What Node says of a folder on a disk that takes no writing.
    if (diskCode(error) === "ENOENT") throw new VaultError("unwritable", `The folder ${folder} cannot be made.`);
    throw error;
  }
}

/** Pieces that are handed to the thread pool together. */
const atOnce = 16;
const [openLater, writeLater, syncLater] = [promisify(open), promisify(write), promisify(fsync)];

/** Writes some pieces at their places. Settled only when all are: nothing is written to a file that was closed. */
async function writePieces(file: number, bytes: Uint8Array, from: number): Promise<void> {
  const piece = async (begin: number) => {
    const end = Math.min(begin + writeBytes, bytes.length);
    for (let at = begin; at < end; ) at += (await writeLater(file, bytes, at, end - at, at)).bytesWritten;
  };
  const written = await Promise.allSettled(Array.from({ length: atOnce }, (_, n) => piece(from + n * writeBytes)));
  for (const each of written) if (each.status === "rejected") throw each.reason;
}

/** Some systems cannot flush folders, and need not. */
async function syncFolder(path: string, ask: AskDisk): Promise<void> {
  const folder = await ask(
    () => openSync(path, "r"),
    () => openLater(path, "r"),
  ).catch(() => undefined);
  if (folder === undefined) return;
  await syncLater(folder).catch(() => undefined);
  closeSync(folder);
}

function refuseStopped(call: PlaceCall | undefined): void {
  if (call?.signal?.aborted) throw new VaultError("cancelled", "It was stopped.");
}

async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(error, what);
  }
}
