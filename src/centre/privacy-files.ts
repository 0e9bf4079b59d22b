import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { VaultError } from "../core/errors.ts";
import { writeFileAtomic } from "./write-file.ts";

/** That a privacy password is set, and what things are sealed to. Holds nothing secret. */
export interface PrivacyLock {
  readonly schema: "candor.privacy-lock/1";
  readonly recipient: string;
  /** When it was set, ISO 8601. */
  readonly since: string;
  /** There may be things that are not sealed yet: it was interrupted. */
  readonly pending: boolean;
}

/** Where what belongs to the privacy password lies, in a data folder. */
export const privacyFolder = "privacy";
/** The key, sealed with the passphrase. */
export const identityFile = join(privacyFolder, "identity.age");
/** Wrong passphrases that were given. */
export const attemptsFile = join(privacyFolder, "attempts.json");
const lockFile = join(privacyFolder, "lock.json");

/** The privacy password of a data folder; null where none is set. @throws VaultError `damaged` */
export async function privacyLock(dataFolder: string): Promise<PrivacyLock | null> {
  let text: string;
  try {
    text = await readFile(join(dataFolder, lockFile), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const lock = lockFrom(text);
  if (lock) return lock;
  // Never taken for "no passphrase": what is private would be written for all to read.
  throw new VaultError(
    "damaged",
    `${join(dataFolder, lockFile)} is damaged.`,
    "Put back a copy of the folder “privacy”, or begin anew and keep the sealed files aside: candor lock reset",
  );
}

function lockFrom(text: string): PrivacyLock | null {
  try {
    const { schema, recipient, since, pending } = JSON.parse(text) as Partial<PrivacyLock>;
    if (schema !== "candor.privacy-lock/1" || typeof recipient !== "string" || !recipient.startsWith("age1"))
      return null;
    return { schema, recipient, since: String(since), pending: pending === true };
  } catch {
    return null;
  }
}

/** Writes it. */
export async function writePrivacyLock(dataFolder: string, lock: PrivacyLock): Promise<void> {
  await writeFileAtomic(join(dataFolder, lockFile), `${JSON.stringify(lock, null, 1)}\n`);
}

/** Takes it away, with the key. */
export async function removePrivacyLock(dataFolder: string): Promise<void> {
  // What says that it is set goes first: a key alone is no harm, a lock without its key is.
  await rm(join(dataFolder, lockFile), { force: true });
  await rm(join(dataFolder, privacyFolder), { recursive: true, force: true });
}
