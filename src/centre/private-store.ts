import { createHmac } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { VaultError } from "../core/errors.ts";
import { bodySeal, seal, unseal } from "../vault/age.ts";
import type { BodySeal } from "../vault/journal-chain.ts";
import { Journal, type JournalView, viewJournal } from "./journal.ts";
import { openIdentity } from "./passphrase-guard.ts";
import { type PrivacyLock, privacyLock, writePrivacyLock } from "./privacy-files.ts";
import { holdJournal, sealedEnding, sealFolder } from "./seal-folder.ts";
import { currentSession } from "./session-key.ts";
import { writeFileAtomic } from "./write-file.ts";

/** Where private things lie, and the clock. The context of the command line is one. */
export interface PrivatePlace {
  readonly dataFolder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Whose environment names the runtime folder and may hold `CANDOR_PASSPHRASE`; this process when left out. */
  readonly process?: { readonly env: NodeJS.ProcessEnv };
}

/** `plain`: no privacy password is set. `locked`: things can be written, and none be read. */
export type PrivateState = "plain" | "locked" | "unlocked";

/**
 * What Candor keeps of a person and their phones. Everything private in the data folder is written and read through this, so that it is sealed
 * where a privacy password is set. Names are paths inside of the data folder, without the ending that sealed files have.
 */
export interface PrivateStore {
  readonly state: PrivateState;
  /** For the bodies of the journal. */
  readonly seal: BodySeal;
  /** Writes a file, sealed where a privacy password is set; gives the path it lies at. */
  write(name: string, data: string | Uint8Array): Promise<string>;
  /** undefined where there is none. @throws VaultError `locked`, `damaged` */
  read(name: string): Promise<Uint8Array | undefined>;
  /** As `read`, as UTF-8. */
  readText(name: string): Promise<string | undefined>;
  remove(name: string): Promise<void>;
  /** Where a file of this name is written. */
  pathOf(name: string): string;
  /** Names of the files in a folder; none where there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** A name that tells nothing, the same for the same text; null while locked. The text itself where no privacy password is set. */
  disguise(text: string): string | null;
}

/** Opens what Candor keeps in a data folder. @throws VaultError `damaged`, `wrong-passphrase` for a wrong `CANDOR_PASSPHRASE` */
export async function openPrivate(place: PrivatePlace): Promise<PrivateStore> {
  const { dataFolder } = place;
  const lock = await privacyLock(dataFolder);
  if (!lock) return storeOf(dataFolder, null, null);
  if (lock.pending) await finishSealing(place, lock);
  return storeOf(dataFolder, lock.recipient, await identityNow(place, lock));
}

/** Opens the journal of a data folder to add to it. @throws VaultError `busy`, `damaged` */
export async function openJournal(place: PrivatePlace): Promise<Journal> {
  const { dataFolder, now } = place;
  for (;;) {
    const { seal } = await openPrivate(place);
    const before = await privacyLock(dataFolder);
    const journal = await Journal.open(dataFolder, { now, seal });
    // A privacy password that was set or removed before the journal was held.
    if ((await privacyLock(dataFolder))?.recipient === before?.recipient) return journal;
    await journal.close();
  }
}

/** Reads the journal of a data folder and changes nothing. */
export async function readJournalOf(place: PrivatePlace): Promise<JournalView> {
  return await viewJournal(place.dataFolder, (await openPrivate(place)).seal);
}

/** As `readJournalOf`, for what cannot be done without reading it. @throws VaultError `locked` */
export async function readOpenJournal(place: PrivatePlace): Promise<JournalView> {
  const view = await readJournalOf(place);
  if (view.entries.some(({ body }) => body === undefined)) throw isLockedError("The journal");
  return view;
}

/** The error of whoever needs to read what is locked. */
export function isLockedError(what: string): VaultError {
  return new VaultError("locked", `${what} is locked.`, "Give the passphrase: candor unlock");
}

async function identityNow(place: PrivatePlace, { recipient }: PrivacyLock): Promise<string | null> {
  const { dataFolder, now } = place;
  const env = place.process?.env ?? process.env;
  const session = await currentSession({ dataFolder, env }, recipient, now());
  if (session) return session.identity;
  const passphrase = env["CANDOR_PASSPHRASE"];
  if (!passphrase) return null;
  // Every guess costs a second, and one command opens this more than once.
  const known = `${recipient} ${passphrase}`;
  const opening = opened.get(known) ?? openIdentity(dataFolder, passphrase, now());
  opened.set(known, opening);
  return await opening;
}

const opened = new Map<string, Promise<string>>();

/** Seals what an interruption left. Where that cannot be now (another Candor is at it, the disk is full), the next one tries again. */
async function finishSealing({ dataFolder, now }: PrivatePlace, lock: PrivacyLock): Promise<void> {
  try {
    const release = await holdJournal(dataFolder, now(), bodySeal(lock.recipient, null));
    try {
      const { pending } = await sealFolder(dataFolder, lock.recipient, now());
      await writePrivacyLock(dataFolder, { ...lock, pending });
    } finally {
      await release();
    }
  } catch (error) {
    const passes = error instanceof VaultError ? ["busy", "unwritable"].includes(error.code) : isSystemError(error);
    if (!passes) throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "code" in error && "syscall" in error;
}

function storeOf(dataFolder: string, recipient: string | null, identity: string | null): PrivateStore {
  const plainPath = (name: string) => join(dataFolder, inside(name));
  const sealedPath = (name: string) => `${plainPath(name)}${sealedEnding}`;
  const read = async (name: string) => {
    const sealed = await bytesOf(sealedPath(name));
    if (sealed === undefined) return await bytesOf(plainPath(name));
    if (identity === null) throw isLockedError(name);
    return await unseal(identity, sealed);
  };
  return {
    state: recipient === null ? "plain" : identity === null ? "locked" : "unlocked",
    seal: recipient === null ? {} : bodySeal(recipient, identity),
    write: async (name, data) => {
      const [path, other] =
        recipient === null ? [plainPath(name), sealedPath(name)] : [sealedPath(name), plainPath(name)];
      await writeFileAtomic(path, recipient === null ? data : await seal(recipient, data));
      await rm(other, { force: true });
      return path;
    },
    read,
    readText: async (name) => {
      const bytes = await read(name);
      return bytes && new TextDecoder().decode(bytes);
    },
    pathOf: recipient === null ? plainPath : sealedPath,
    remove: async (name) => {
      await rm(plainPath(name), { force: true });
      await rm(sealedPath(name), { force: true });
    },
    names: async (folder) => {
      const found = await readdir(plainPath(folder), { withFileTypes: true }).catch(() => []);
      const names = found.flatMap((each) => (each.isFile() && !each.name.startsWith(".") ? [each.name] : []));
      return [...new Set(names.map((name) => name.replace(/\.age$/, "")))].sort();
    },
    disguise: (text) => {
      if (recipient === null) return text;
      return identity === null ? null : createHmac("sha256", identity).update(`candor name\n${text}`).digest("hex");
    },
  };
}

function inside(name: string): string {
  if (name.startsWith("/") || name.split(/[/\\]/).includes(".."))
    throw new TypeError(`no name of a private file: ${name}`);
  return name;
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
