import { randomBytes } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import type { Place, PlaceCall } from "./place.ts";
import { isIrreducible, newPolynomial } from "./rabin-polynomial.ts";
import { type Cipher, cipherOf, type RepositoryKey } from "./restic-cipher.ts";
import { type KeyCost, type KeyFile, listKeys, mostKeys, newRepositoryKey, openKey, writeKey } from "./restic-key.ts";
import { holdLock } from "./restic-lock.ts";

/** An opened repository: restic's format, version 2. It holds no connection of its own; `place.close()` ends the place's. */
export interface Repository {
  readonly place: Place;
  /** 64 random hexadecimal digits. */
  readonly id: string;
  /** Rabin polynomial of the chunks, of degree 53. */
  readonly polynomial: bigint;
  /** The key file that opened it. */
  readonly keyName: string;
  readonly key: RepositoryKey;
  readonly cipher: Cipher;
  /** A pack is closed as soon as it has this many bytes; readers take any. */
  readonly packSize: number;
}

/** restic's default. */
const packSize = 16 * 2 ** 20;

/** What can be chosen where a key is made. */
export interface KeyOptions extends PlaceCall {
  readonly created: Date;
  /** Readable for the storage, so a neutral word: "passphrase", "recovery". */
  readonly label?: string;
  /** Only tests choose another. */
  readonly cost?: KeyCost;
}

/**
 * Makes a repository at an empty place.
 *
 * @throws VaultError `refused` where there is one already, or files of one.
 */
export async function initRepository(
  place: Place,
  passphrase: string,
  options: KeyOptions & { readonly polynomial?: bigint; readonly packSize?: number },
): Promise<Repository> {
  await demandEmpty(place, options);
  // Keys without a configuration are what an interrupted beginning leaves; nothing was ever sealed with them.
  for await (const { name } of place.list("keys", options)) await place.delete("keys", name, options);
  const key = newRepositoryKey();
  const cipher = await cipherOf(key);
  const keyName = await writeKey(place, key, passphrase, { username: "passphrase", ...labelled(options) });
  const id = randomBytes(32).toString("hex");
  const polynomial = options.polynomial ?? newPolynomial();
  const config = { version: 2, id, chunker_polynomial: polynomial.toString(16) };
  // The last step: a place without a configuration is no repository yet.
  await place.put("config", "config", cipher.seal(Buffer.from(JSON.stringify(config))), options);
  return { place, id, polynomial, keyName, key, cipher, packSize: options.packSize ?? packSize };
}

/** What can be said where a repository is opened. */
export interface OpenOptions extends PlaceCall {
  readonly packSize?: number;
}

/** Opens a repository with any of its passphrases. @throws VaultError `wrong-passphrase`, `absent`, `damaged`, `refused` */
export async function openRepository(place: Place, passphrase: string, call: OpenOptions = {}): Promise<Repository> {
  const { key, name: keyName } = await openKey(place, passphrase, call);
  const cipher = await cipherOf(key);
  const sealed = await place.get("config", "config", call);
  let config: Readonly<Record<string, unknown>>;
  try {
    config = JSON.parse(cipher.open(sealed).toString("utf8")) as Readonly<Record<string, unknown>>;
  } catch {
    throw new VaultError("damaged", `The file config at ${place.name} is no longer what was written.`);
  }
  if (config["version"] !== 2)
    throw new VaultError("refused", `It has version ${String(config["version"])}; Candor knows version 2.`);
  const hex = String(config["chunker_polynomial"]);
  const polynomial = /^[0-9a-f]{1,16}$/i.test(hex) ? BigInt(`0x${hex}`) : 0n;
  if (!isIrreducible(polynomial)) throw new VaultError("damaged", "The file config holds no usable polynomial.");
  return { place, id: String(config["id"]), polynomial, keyName, key, cipher, packSize: call.packSize ?? packSize };
}

/** Adds a passphrase; gives the name of the key file. @throws VaultError `refused` where there are so many that no more would be tried */
export async function addKey(repository: Repository, passphrase: string, options: KeyOptions): Promise<string> {
  const { place, key } = repository;
  const lock = await holdLock(repository, { exclusive: false, ...options });
  try {
    if ((await keysOf(repository, options)).length >= mostKeys)
      throw new VaultError(
        "refused",
        `The vault has ${mostKeys} keys: neither Candor nor restic would try another one.`,
        "Remove one first.",
      );
    return await writeKey(place, key, passphrase, { username: "passphrase", ...labelled(options) });
  } finally {
    await lock.release();
  }
}

/** All keys; those whose files are damaged have null for `file`. */
export async function keysOf(
  repository: Repository,
  call: PlaceCall = {},
): Promise<readonly { readonly name: string; readonly file: KeyFile | null; readonly current: boolean }[]> {
  const keys = [];
  for await (const each of listKeys(repository.place, call))
    keys.push({ ...each, current: each.name === repository.keyName });
  return keys;
}

/**
 * Removes a key by its name; never the last one, since the one that opened the repository has to be there still.
 *
 * @throws VaultError `refused` for the one that opened the repository, and where that is gone or damaged; `absent`
 */
export async function removeKey(repository: Repository, name: string, call: PlaceCall = {}): Promise<void> {
  if (name === repository.keyName)
    throw new VaultError("refused", "This key opened the vault just now.", "Open it with another one to remove this.");
  if ((await repository.place.stat("keys", name, call)) === null)
    throw new VaultError("absent", `There is no key ${name}.`);
  const lock = await holdLock(repository, { exclusive: true, ...call });
  try {
    // Under the lock: two that remove each other's keys at the same time leave one.
    const own = (await keysOf(repository, call)).find(({ current }) => current);
    if (!own?.file)
      throw new VaultError(
        "refused",
        "The key that opened the vault is gone from its place, or damaged: this may be the last that opens it.",
        "Lock the vault and open it with the passphrase that is left.",
      );
    await repository.place.delete("keys", name, call);
  } finally {
    await lock.release();
  }
}

/** Another passphrase in the place of the one that opened it. Stopped in between, both open it. */
export async function changePassphrase(
  repository: Repository,
  passphrase: string,
  options: KeyOptions,
): Promise<Repository> {
  const keyName = await addKey(repository, passphrase, options);
  const changed = { ...repository, keyName };
  await removeKey(changed, repository.keyName, options);
  return changed;
}

function labelled({ label, ...rest }: KeyOptions): Omit<KeyOptions, "label"> & { readonly username?: string } {
  return label === undefined ? rest : { ...rest, username: label };
}

async function demandEmpty(place: Place, call: PlaceCall): Promise<void> {
  if ((await place.stat("config", "config", call)) !== null)
    throw new VaultError("refused", `There is a vault at ${place.name} already.`);
  for (const kind of ["snapshots", "index", "data"] as const)
    for await (const _ of place.list(kind, call))
      throw new VaultError(
        "refused",
        `At ${place.name} lie files of a vault whose file config is missing.`,
        "Put the file config back, or choose an empty place.",
      );
}
