import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { VaultError } from "../core/errors.ts";
import { unsealWithPassphrase } from "../vault/age.ts";
import { type WrongPassphrases, waitBeforeNext } from "../vault/passphrase-delay.ts";
import { takeLock } from "./folder-lock.ts";
import { attemptsFile, identityFile, privacyFolder } from "./privacy-files.ts";
import { writeFileAtomic } from "./write-file.ts";

/**
 * The identity, opened with a passphrase. Wrong ones are counted before they are tried, so that neither a kill nor two Candors at once are a
 * way round the delay. That keeps a person at this computer from guessing; who copies the files is kept from it by scrypt alone.
 *
 * @throws VaultError `wrong-passphrase`, `refused` while the delay lasts, `busy`, `damaged`
 */
export async function openIdentity(dataFolder: string, passphrase: string, now: number): Promise<string> {
  await mkdir(join(dataFolder, privacyFolder), { recursive: true, mode: 0o700 });
  const release = await takeLock(join(dataFolder, privacyFolder, "attempts.lock"), new Date(now));
  try {
    const wrong = await wrongPassphrases(dataFolder);
    const wait = waitBeforeNext(wrong, now);
    if (wait > 0)
      throw new VaultError(
        "refused",
        `${wrong.count} wrong passphrases were given. The next one can be tried in ${inWords(wait)}.`,
        "Wait until then. Forgotten? See: candor lock --help",
      );
    const sealed = await identityText(dataFolder);
    await note(dataFolder, { count: wrong.count + 1, last: now });
    const identity = (await unsealWithPassphrase(passphrase, sealed)).trim();
    await rm(join(dataFolder, attemptsFile), { force: true });
    return identity;
  } finally {
    await release();
  }
}

/** Wrong passphrases since the last right one. */
export async function wrongPassphrases(dataFolder: string): Promise<WrongPassphrases> {
  try {
    const { count, last } = JSON.parse(await readFile(join(dataFolder, attemptsFile), "utf8")) as WrongPassphrases;
    return Number.isSafeInteger(count) && Number.isFinite(last) ? { count, last } : { count: 0, last: 0 };
  } catch {
    return { count: 0, last: 0 };
  }
}

/** "40 seconds", "2 minutes". */
export function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return `${seconds} second${seconds === 1 ? "" : "s"}`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

async function identityText(dataFolder: string): Promise<string> {
  const path = join(dataFolder, identityFile);
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new VaultError(
      "damaged",
      `The key is missing: ${path} cannot be read.`,
      "Put back a copy of it, or use the recovery sheet.",
    );
  }
}

/** A full disk keeps nobody from reading what is theirs. */
async function note(dataFolder: string, wrong: WrongPassphrases): Promise<void> {
  await writeFileAtomic(join(dataFolder, attemptsFile), `${JSON.stringify(wrong)}\n`).catch(() => undefined);
}
