import { createHash, createPrivateKey, generateKeyPair, type KeyObject, randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, stat, unlink } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { adbGeneratePublicKey } from "@yume-chan/adb";
import { DeviceError } from "../core/errors.ts";

/** A key by which phones know this computer. */
export interface AdbKey {
  readonly privateKey: KeyObject;
  /** Android's own encoding of the public key (AOSP system/core/libcrypto_utils/android_pubkey.cpp), 524 bytes. */
  readonly publicKey: Uint8Array;
  /** What the phone lists beside the key, `user@host`. */
  readonly name: string;
}

/** Where keys lie. */
export interface KeyPlaces {
  /** Candor's own key, made when there is none: `adbkey` in the user's data folder. */
  readonly ownKey: string;
  /** The key of adb, used as well where it exists, since phones may have allowed it already; `~/.android/adbkey` when left out. */
  readonly adbKey?: string;
}

/**
 * The keys to offer, the one that a phone most likely knows first. Makes Candor's own key when there is none at all.
 *
 * @throws DeviceError `unreadable` when Candor's own key is damaged.
 */
export async function adbKeys(places: KeyPlaces): Promise<readonly [AdbKey, ...AdbKey[]]> {
  const shared = await readKey(places.adbKey ?? join(homedir(), ".android", "adbkey"));
  const own = await readOwnKey(places.ownKey);
  const [first, ...rest] = [shared, own].filter((key) => key !== null);
  return [first ?? (await makeOwnKey(places.ownKey)), ...rest];
}

/** The fingerprint as the phone's dialog shows it: the MD5 of the public key, upper case, in pairs (AOSP AdbDebuggingManager). */
export function fingerprint(key: AdbKey): string {
  const digest = createHash("md5").update(key.publicKey).digest("hex").toUpperCase();
  return digest.replace(/..(?!$)/g, "$&:");
}

async function readKey(path: string): Promise<AdbKey | null> {
  try {
    return keyFrom(await readFile(path));
  } catch {
    return null; // adb's key is a convenience: none, not ours to read, or a kind that ADB does not know
  }
}

async function readOwnKey(path: string): Promise<AdbKey | null> {
  try {
    const pem = await readFile(path);
    // A key copied from elsewhere may have come with wider permissions.
    if (process.platform !== "win32" && ((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
    return keyFrom(pem);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return null;
    throw unreadable(path);
  }
}

function keyFrom(pem: Buffer): AdbKey {
  const privateKey = createPrivateKey(pem);
  const details = privateKey.asymmetricKeyDetails;
  if (privateKey.asymmetricKeyType !== "rsa" || details?.modulusLength !== 2048 || details.publicExponent !== 65537n) {
    throw new Error("ADB knows only RSA keys of 2048 bits");
  }
  const publicKey = adbGeneratePublicKey(privateKey.export({ type: "pkcs8", format: "der" }));
  return { privateKey, publicKey, name: `candor@${hostname()}` };
}

/** Writes a new key so that it is there whole or not at all, and readable by its owner only from the first moment. */
async function makeOwnKey(path: string): Promise<AdbKey> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048, publicExponent: 65537 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(pem);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // Unlike rename, link does not replace the key that another Candor has made meanwhile.
    await link(draft, path);
  } catch (error) {
    if (!isErrno(error, "EEXIST")) throw error;
  } finally {
    await unlink(draft);
  }
  return keyFrom(await readFile(path));
}

function unreadable(path: string): DeviceError {
  return new DeviceError(
    "unreadable",
    `The key by which phones know this computer cannot be read: ${path}`,
    "Delete that file; Candor then makes a new key, and the phone asks once more whether it may connect.",
  );
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
