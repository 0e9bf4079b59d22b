import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { VaultError } from "../core/errors.ts";
import { bodySeal, newSealKey, scryptCost, sealKeyOf, sealWithPassphrase } from "../vault/age.ts";
import { waitBeforeNext } from "../vault/passphrase-delay.ts";
import { type PassphraseStrength, passphraseStrength } from "../vault/passphrase-strength.ts";
import { takeLock } from "./folder-lock.ts";
import { journalFile } from "./journal.ts";
import { openIdentity, wrongPassphrases } from "./passphrase-guard.ts";
import {
  identityFile,
  type PrivacyLock,
  privacyFolder,
  privacyLock,
  removePrivacyLock,
  writePrivacyLock,
} from "./privacy-files.ts";
import { openPrivate, type PrivatePlace, type PrivateState } from "./private-store.ts";
import { asidePrefix, holdJournal, privateNames, sealFolder, unsealFolder } from "./seal-folder.ts";
import { beginSession, endSession, runtimeFolder, sessionEnd } from "./session-key.ts";
import { writeFileAtomic } from "./write-file.ts";

export { type PassphraseStrength, passphraseStrength };

/** How long an unlocked Candor waits without being used until it locks again. */
export const defaultIdleMs = 15 * 60_000;

/** How it stands with the privacy password. */
export interface PrivacyStatus {
  readonly state: PrivateState;
  /** When it was set, ISO 8601. */
  readonly since: string | null;
  /** Something could not be sealed yet: it was interrupted, or the disk does not take it. */
  readonly pending: boolean;
  /** When it locks again if it is not used, ISO 8601; null unless a session goes on. */
  readonly locksAt: string | null;
  /** Wrong passphrases since the last right one, and the milliseconds until the next can be tried. */
  readonly wrong: { readonly count: number; readonly waitMs: number };
  /** Where the key lies while it is unlocked, and whether the system keeps that in memory. */
  readonly session: { readonly path: string; readonly inMemory: boolean };
  /** Folders with what was sealed under earlier, forgotten passphrases. */
  readonly aside: readonly string[];
}

/** Tells how it stands. Does not count as use. */
export async function privacyStatus(place: PrivatePlace): Promise<PrivacyStatus> {
  const { dataFolder, now } = place;
  const lock = await privacyLock(dataFolder);
  const ends = lock ? await sessionEnd(sessionPlace(place)) : null;
  const wrong = await wrongPassphrases(dataFolder);
  const names = await readdir(dataFolder).catch(() => []);
  return {
    state: lock === null ? "plain" : ends !== null && ends > now() ? "unlocked" : "locked",
    since: lock?.since ?? null,
    pending: lock?.pending ?? false,
    locksAt: ends !== null && ends > now() ? new Date(ends).toISOString() : null,
    wrong: { count: wrong.count, waitMs: waitBeforeNext(wrong, now()) },
    session: await runtimeFolder(sessionPlace(place).env),
    aside: names.filter((name) => name.startsWith(asidePrefix)).sort(),
  };
}

/** Turns a passphrase away that is easily guessed, unless the person insists. @throws VaultError `refused` */
export function demandGood(passphrase: string, weakToo: boolean): void {
  if (weakToo || passphraseStrength(passphrase).grade !== "weak") return;
  throw new VaultError("refused", "This passphrase is easily guessed, and was not taken.", "Choose a better one.");
}

/**
 * Sets a privacy password: makes a key, keeps it sealed with the passphrase, and seals everything private. An interruption leaves it set; the
 * next Candor seals the rest. Gives how many files were sealed.
 *
 * @throws VaultError `refused` where one is set, `busy`
 */
export async function setPassphrase(place: PrivatePlace, passphrase: string, cost = scryptCost): Promise<number> {
  const { dataFolder, now } = place;
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const release = await holdJournal(dataFolder, now(), {});
  try {
    if (await privacyLock(dataFolder))
      throw new VaultError("refused", "A privacy password is set already.", "Change it: candor lock change");
    const { identity, recipient } = await newSealKey();
    await keepIdentity(dataFolder, identity, passphrase, cost);
    const since = new Date(now()).toISOString();
    const lock: PrivacyLock = { schema: "candor.privacy-lock/1", recipient, since, pending: true };
    // From here on everything is written sealed, and what is not sealed yet will be.
    await writePrivacyLock(dataFolder, lock);
    const { count, pending } = await sealFolder(dataFolder, recipient, now());
    await writePrivacyLock(dataFolder, { ...lock, pending });
    return count;
  } finally {
    await release();
  }
}

/** Unlocks until nothing was used for so long. @throws VaultError `wrong-passphrase`, `refused` while the delay lasts or where none is set */
export async function unlock(place: PrivatePlace, passphrase: string, idleMs = defaultIdleMs): Promise<void> {
  const lock = await demandLock(place);
  const identity = await openIdentity(place.dataFolder, passphrase, place.now());
  await demandKey(identity, lock);
  await beginSession(sessionPlace(place), { identity, recipient: lock.recipient, idleMs }, place.now());
  await openPrivate(place);
}

/** Locks at once, and seals what somebody may have left open. Gives whether it was unlocked. */
export async function lockNow(place: PrivatePlace): Promise<boolean> {
  const was = await endSession(sessionPlace(place));
  const lock = await privacyLock(place.dataFolder);
  if (!lock) return was;
  const names = await privateNames(place.dataFolder);
  if (names.unsealed.length > 0) {
    await writePrivacyLock(place.dataFolder, { ...lock, pending: true });
    await openPrivate(place);
  }
  return was;
}

/** Keeps the same key under another passphrase; nothing has to be sealed anew. @throws as `unlock` */
export async function changePassphrase(
  place: PrivatePlace,
  passphrase: string,
  next: string,
  cost = scryptCost,
): Promise<void> {
  const lock = await demandLock(place);
  const identity = await openIdentity(place.dataFolder, passphrase, place.now());
  await demandKey(identity, lock);
  await keepIdentity(place.dataFolder, identity, next, cost);
  await endSession(sessionPlace(place));
}

/** Opens everything and takes the privacy password away. Gives how many files were opened. @throws as `unlock`; VaultError `busy` */
export async function removePassphrase(place: PrivatePlace, passphrase: string): Promise<number> {
  const { dataFolder, now } = place;
  const lock = await demandLock(place);
  const identity = await openIdentity(dataFolder, passphrase, now());
  await demandKey(identity, lock);
  const release = await holdJournal(dataFolder, now(), bodySeal(lock.recipient, identity));
  try {
    // Where this is interrupted the next Candor seals again what was opened: the password is set until all is open.
    await writePrivacyLock(dataFolder, { ...lock, pending: true });
    const count = await unsealFolder(dataFolder, lock.recipient, identity);
    await removePrivacyLock(dataFolder);
    await endSession(sessionPlace(place));
    return count;
  } finally {
    await release();
  }
}

/**
 * Begins anew where the passphrase is forgotten: all that is sealed, the key and the journal are moved into a folder of their own, where they
 * can be opened should the passphrase be remembered or the recovery sheet be found. Gives the path of that folder.
 */
export async function resetPassphrase(place: PrivatePlace): Promise<string> {
  const { dataFolder, now } = place;
  const release = await takeLock(join(dataFolder, "journal.lock"), new Date(now()));
  try {
    const aside = join(dataFolder, `${asidePrefix}${new Date(now()).toISOString().slice(0, 19).replaceAll(":", "")}`);
    await mkdir(aside, { recursive: true, mode: 0o700 });
    const { sealed } = await privateNames(dataFolder);
    // The key goes last: until then the next Candor finds a privacy password that is set.
    for (const name of [journalFile, ...sealed, privacyFolder]) {
      const to = join(aside, name);
      await mkdir(join(to, ".."), { recursive: true, mode: 0o700 });
      await rename(join(dataFolder, name), to).catch((error: unknown) => {
        if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      });
    }
    await endSession(sessionPlace(place));
    return aside;
  } finally {
    await release();
  }
}

/** The key itself, for the recovery sheet. @throws as `unlock` */
export async function keyFor(place: PrivatePlace, passphrase: string): Promise<string> {
  const lock = await demandLock(place);
  const identity = await openIdentity(place.dataFolder, passphrase, place.now());
  await demandKey(identity, lock);
  return identity;
}

async function keepIdentity(dataFolder: string, identity: string, passphrase: string, cost: number): Promise<void> {
  await writeFileAtomic(join(dataFolder, identityFile), await sealWithPassphrase(passphrase, `${identity}\n`, cost));
}

async function demandLock({ dataFolder }: PrivatePlace): Promise<PrivacyLock> {
  const lock = await privacyLock(dataFolder);
  if (!lock) throw new VaultError("refused", "No privacy password is set.", "Set one: candor lock set");
  return lock;
}

/** A key that was put in the place of the right one opens nothing. */
async function demandKey(identity: string, { recipient }: PrivacyLock): Promise<void> {
  if ((await sealKeyOf(identity)).recipient === recipient) return;
  throw new VaultError(
    "damaged",
    "The key in this folder is not the one that things were sealed to.",
    "Put back a copy of the folder “privacy”, or use the recovery sheet.",
  );
}

function sessionPlace(place: PrivatePlace): { dataFolder: string; env: NodeJS.ProcessEnv } {
  return { dataFolder: place.dataFolder, env: place.process?.env ?? process.env };
}
