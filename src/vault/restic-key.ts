import { randomBytes, scrypt } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import type { Place, PlaceCall } from "./place.ts";
import { cipherOf, hashName, type RepositoryKey } from "./restic-cipher.ts";

/** A key file of a repository; the storage sees all of it but the key itself. */
export interface KeyFile {
  readonly name: string;
  /** RFC 3339. */
  readonly created: string;
  readonly username: string;
  readonly hostname: string;
}

/** Costs of scrypt: N = 2^17, r = 8, p = 1 take 128 MiB for each guess. */
export interface KeyCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

export const keyCost: KeyCost = { N: 2 ** 17, r: 8, p: 1 };

/** restic tries no more than this many key files. */
export const mostKeys = 20;

/** New random keys. */
export function newRepositoryKey(): RepositoryKey {
  return { encrypt: randomBytes(32), k: randomBytes(16), r: randomBytes(16) };
}

/**
 * Seals the repository's key with a passphrase and keeps it at the place; gives the file's name.
 *
 * `username` and `hostname` are readable for the storage: only neutral words belong there.
 */
export async function writeKey(
  place: Place,
  key: RepositoryKey,
  passphrase: string,
  about: { readonly created: Date; readonly username: string; readonly cost?: KeyCost } & PlaceCall,
): Promise<string> {
  const { N, r, p } = about.cost ?? keyCost;
  const salt = randomBytes(64);
  const cipher = await cipherOf(await userKey(passphrase, salt, { N, r, p }));
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const plain = { mac: { k: base64(key.k), r: base64(key.r) }, encrypt: base64(key.encrypt) };
  const file = {
    created: about.created.toISOString(),
    username: about.username,
    hostname: "candor",
    kdf: "scrypt",
    N,
    r,
    p,
    salt: base64(salt),
    data: base64(cipher.seal(Buffer.from(JSON.stringify(plain)))),
  };
  const bytes = Buffer.from(JSON.stringify(file));
  const name = hashName(bytes);
  await place.put("keys", name, bytes, about);
  return name;
}

/** The repository's key, and which key file opened it. @throws VaultError `wrong-passphrase`, `damaged`, `absent` */
export async function openKey(
  place: Place,
  passphrase: string,
  call: PlaceCall = {},
): Promise<{ readonly key: RepositoryKey; readonly name: string }> {
  const damaged: string[] = [];
  let tried = 0;
  for await (const { name } of place.list("keys", call)) {
    if (++tried > mostKeys) break;
    const file = await readKey(place, name, call);
    if (file === null) damaged.push(name);
    else {
      const key = await tryKey(file, passphrase);
      if (key !== null) return { key, name };
    }
  }
  if (tried === 0)
    throw new VaultError("absent", `There is no key at ${place.name}: it is no vault, or its keys were erased.`);
  if (damaged.length === 0)
    throw new VaultError("wrong-passphrase", "That is not the passphrase of this vault, nor of any other of its keys.");
  throw new VaultError(
    "damaged",
    `The passphrase opens no key, and these key files are damaged: ${damaged.join(", ")}.`,
  );
}

/** All key files; those that are damaged come as null with their name. */
export async function* listKeys(
  place: Place,
  call: PlaceCall = {},
): AsyncGenerator<{ readonly name: string; readonly file: KeyFile | null }> {
  for await (const { name } of place.list("keys", call)) {
    const file = await readKey(place, name, call);
    yield { name, file: file && { name, created: file.created, username: file.username, hostname: file.hostname } };
  }
}

interface WholeKeyFile extends KeyFile {
  readonly cost: KeyCost;
  readonly salt: Buffer;
  readonly data: Buffer;
}

/** null where it is damaged: not what its name says, or no key file. */
async function readKey(place: Place, name: string, call: PlaceCall): Promise<WholeKeyFile | null> {
  const bytes = await place.get("keys", name, call);
  if (bytes.length > 65_536 || hashName(bytes) !== name) return null;
  try {
    const file = JSON.parse(Buffer.from(bytes).toString("utf8")) as Readonly<Record<string, unknown>>;
    const cost = { N: Number(file["N"]), r: Number(file["r"]), p: Number(file["p"]) };
    const salt = Buffer.from(String(file["salt"]), "base64");
    if (file["kdf"] !== "scrypt" || salt.length !== 64 || !isBearable(cost)) return null;
    const text = (field: string) => (typeof file[field] === "string" ? String(file[field]) : "");
    const about = { name, created: text("created"), username: text("username"), hostname: text("hostname") };
    return { ...about, cost, salt, data: Buffer.from(text("data"), "base64") };
  } catch {
    return null;
  }
}

/** The storage wrote these numbers, perhaps: no more than 512 MiB and about half a minute. */
function isBearable({ N, r, p }: KeyCost): boolean {
  const whole = [N, r, p].every((value) => Number.isInteger(value) && value > 0);
  return whole && N > 1 && Number.isInteger(Math.log2(N)) && 128 * N * r <= 2 ** 29 && N * r * p <= 2 ** 26;
}

async function tryKey(file: WholeKeyFile, passphrase: string): Promise<RepositoryKey | null> {
  const cipher = await cipherOf(await userKey(passphrase, file.salt, file.cost));
  try {
    const plain = JSON.parse(cipher.open(file.data).toString("utf8")) as Readonly<Record<string, unknown>>;
    const mac = plain["mac"] as Readonly<Record<string, unknown>>;
    const [encrypt, k, r] = [plain["encrypt"], mac["k"], mac["r"]].map((text) => Buffer.from(String(text), "base64"));
    if (encrypt?.length !== 32 || k?.length !== 16 || r?.length !== 16) return null;
    return { encrypt, k, r };
  } catch {
    return null;
  }
}

function userKey(passphrase: string, salt: Buffer, { N, r, p }: KeyCost): Promise<RepositoryKey> {
  return new Promise((resolve, reject) =>
    scrypt(passphrase, salt, 64, { N, r, p, maxmem: 128 * N * r * 2 + 128 * r * p }, (error, key) => {
      if (error) reject(error);
      else resolve({ encrypt: key.subarray(0, 32), k: key.subarray(32, 48), r: key.subarray(48, 64) });
    }),
  );
}
