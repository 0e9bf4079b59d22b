import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { isPartial, writeAtomic } from "../device/atomic-file.ts";
import { bodySeal, seal, unseal } from "../vault/age.ts";
import { type BodySeal, resealJournal } from "../vault/journal-chain.ts";
import { Journal, journalFile } from "./journal.ts";
import { privacyFolder } from "./privacy-files.ts";
import { isSealed } from "./sealed-file.ts";

/** What sealed files are called beside their own name. */
export const sealedEnding = ".age";

/**
 * What in a data folder is not private: published lists, the key by which phones know this computer, how the page looks, whether phones are
 * followed, the privacy password itself, and what others verify signatures and the journal with. And files that were handed over to be looked at: they are gone in a moment.
 */
const open = new Set([
  ...["feeds", "adbkey", "adbkey.pub", "settings.json", "following.json", "uploads", privacyFolder, journalFile],
  ...["signing-keys.json", "journal-checkpoints.txt"],
]);
/** What was seen in apps, only kept to be quicker the next time: it is dropped rather than turned over. */
const caches = new Set(["apps"]);
/** A file that is still being written is not older than this. */
const writingMs = 10 * 60_000;
/** Where files are written that are being opened: what a kill leaves there is not sealed, and nobody else writes there. */
const openingFolder = join(privacyFolder, "opening");

/** What sealing a folder came to. */
export interface SealedFolder {
  readonly count: number;
  /** Something that is not sealed may still be being written: to be looked at again. */
  readonly pending: boolean;
}

/**
 * Seals everything private in a data folder that is not yet: each file is there sealed before it is gone unsealed, so that an interruption
 * loses nothing and it can be begun anew. The caller holds the journal.
 */
export async function sealFolder(dataFolder: string, recipient: string, now: number): Promise<SealedFolder> {
  await rm(join(dataFolder, openingFolder), { recursive: true, force: true });
  let count = await turnJournal(dataFolder, async (bytes) => await resealJournal(bytes, {}, bodySeal(recipient, null)));
  let pending = false;
  const failures: unknown[] = [];
  for (const file of await privateFiles(dataFolder)) {
    if (file.name.endsWith(sealedEnding)) continue;
    try {
      if (isPartial(file.name)) pending = (await mayBeWritten(file, now)) || pending;
      else {
        await sealFile(file, recipient);
        count++;
      }
    } catch (error) {
      failures.push(error);
    }
  }
  // One file that cannot be sealed keeps no other from it.
  if (failures.length > 0) throw failures[0];
  return { count, pending };
}

/** Removes what a kill left of a file that was being written; whether it is too young for that, and not sealed. */
async function mayBeWritten({ path }: PrivateFile, now: number): Promise<boolean> {
  try {
    if (now - (await stat(path)).mtimeMs <= writingMs) return !(await isSealed(path));
    await rm(path, { force: true });
  } catch (error) {
    // It has its own name by now, and is sealed when the next looks.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    return true;
  }
  return false;
}

async function sealFile({ path, cache }: PrivateFile, recipient: string): Promise<void> {
  if (!cache) await writeAtomic(`${path}${sealedEnding}`, await seal(recipient, await readFile(path)));
  await rm(path, { force: true });
}

/** Opens everything that is sealed. As `sealFolder`; the caller holds the journal. @throws VaultError `damaged`, `refused` */
export async function unsealFolder(dataFolder: string, recipient: string, identity: string): Promise<number> {
  const opening = join(dataFolder, openingFolder);
  await mkdir(opening, { recursive: true, mode: 0o700 });
  let count = await turnJournal(
    dataFolder,
    async (bytes) => await resealJournal(bytes, bodySeal(recipient, identity), {}),
    opening,
  );
  for (const { path, cache, name } of await privateFiles(dataFolder)) {
    if (!name.endsWith(sealedEnding)) continue;
    const plain = path.slice(0, -sealedEnding.length);
    if (!cache) await writeAtomic(plain, await unseal(identity, await readFile(path)), opening);
    await rm(path, { force: true });
    count++;
  }
  return count;
}

/** Names of what is private, relative to the data folder: what is sealed, and what is not yet. The journal is not among them. */
export async function privateNames(
  dataFolder: string,
): Promise<{ readonly sealed: readonly string[]; readonly unsealed: readonly string[] }> {
  const names = (await privateFiles(dataFolder)).filter(({ name }) => !isPartial(name));
  const those = (sealed: boolean) =>
    names
      .filter(({ name }) => name.endsWith(sealedEnding) === sealed)
      .map(({ path }) => relative(dataFolder, path))
      .sort();
  return { sealed: those(true), unsealed: those(false) };
}

/** Takes the journal, so that nothing is added to it meanwhile, and mends it where it is damaged; gives what frees it. @throws VaultError `busy` */
export async function holdJournal(dataFolder: string, now: number, seal: BodySeal): Promise<() => Promise<void>> {
  const journal = await Journal.open(dataFolder, { now: () => now, seal });
  return async () => await journal.close();
}

async function turnJournal(
  dataFolder: string,
  turn: (bytes: Uint8Array) => Promise<string>,
  partialIn?: string,
): Promise<number> {
  const path = join(dataFolder, journalFile);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return 0;
  await writeAtomic(path, await turn(bytes), partialIn);
  return 1;
}

interface PrivateFile {
  readonly path: string;
  readonly name: string;
  readonly cache: boolean;
}

async function privateFiles(dataFolder: string): Promise<readonly PrivateFile[]> {
  const found: PrivateFile[] = [];
  for (const top of await readdir(dataFolder, { withFileTypes: true }).catch(() => [])) {
    if (open.has(top.name)) continue;
    const path = join(dataFolder, top.name);
    const cache = caches.has(top.name);
    if (top.isFile() && !isLock(top.name)) found.push({ path, name: top.name, cache });
    if (!top.isDirectory() || isAside(top.name)) continue;
    for (const each of await readdir(path, { withFileTypes: true, recursive: true }))
      if (each.isFile()) found.push({ path: join(each.parentPath, each.name), name: each.name, cache });
  }
  return found;
}

/** Of Candors at work. */
function isLock(name: string): boolean {
  return /\.lock(?:\.|$)/.test(name);
}

/** What was sealed with a passphrase that was forgotten stays as it is. */
function isAside(name: string): boolean {
  return name.startsWith(asidePrefix);
}

/** Beginning of the names of folders with what was sealed under an earlier passphrase. */
export const asidePrefix = "locked-";
