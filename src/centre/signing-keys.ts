import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FormatError, VaultError } from "../core/errors.ts";
import { newSigningKey, type SigningKey, signingKeyOf } from "../vault/ed25519.ts";
import { minisignPublicKey } from "../vault/minisign.ts";
import { readNote, signNote, verifierKey, verifyNote } from "../vault/signed-note.ts";
import { readSshPublicKey, sshKeyBlob, sshPublicKey } from "../vault/sshsig.ts";
import { isLockedError, openPrivate, type PrivatePlace } from "./private-store.ts";
import { writeFileAtomic } from "./write-file.ts";

/** A key that checkpoints and evidence are signed with, as others may know it. */
export interface KnownKey {
  /** `candor-` and 16 hexadecimal digits, which are made of the key. */
  readonly name: string;
  /** `ssh-ed25519 …`. */
  readonly publicKey: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** `lost`: its secret is gone, with a privacy password that was forgotten; what it signed counts, and nobody can sign with it. */
  readonly state: "current" | "replaced" | "revoked" | "lost";
  /** When it was replaced or revoked, or seen to be lost. */
  readonly until: string | null;
  readonly reason: string | null;
  /** A note signed by this key that says so; it names the next key where it was replaced. */
  readonly statement: string | null;
}

/** The key that signs now. */
export interface CurrentKey {
  readonly name: string;
  readonly key: SigningKey;
}

const secretFile = "signing-key.json";
/** Not private: what others verify with. */
const publicFile = "signing-keys.json";

interface Secret {
  readonly schema: "candor.signing-key/1";
  /** base64 of 32 bytes. */
  readonly seed: string;
  /** All keys, this one last: written first, so that a kill between the two files loses nothing. */
  readonly keys: readonly KnownKey[];
}

/** All keys of a data folder, the current one last; none where nothing was signed yet. @throws VaultError `damaged` */
export async function knownKeys({ dataFolder }: Pick<PrivatePlace, "dataFolder">): Promise<readonly KnownKey[]> {
  const path = join(dataFolder, publicFile);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return [];
  try {
    return keysFrom(text);
  } catch {
    throw new VaultError(
      "damaged",
      `${path} is damaged.`,
      "Put back a copy of it, or delete it: candor key show writes it anew.",
    );
  }
}

/** Reads a list of keys that `candor key export` wrote. @throws FormatError */
export function keysFrom(text: string): readonly KnownKey[] {
  const keys = keyList(text);
  if (!Array.isArray(keys) || keys.length > 1000 || !keys.every(isKey))
    throw new FormatError("signing keys", "this is no list of keys");
  return keys;
}

function keyList(text: string): unknown {
  try {
    const document = JSON.parse(text) as { readonly schema?: unknown; readonly keys?: unknown } | null;
    return document?.schema === "candor.signing-keys/1" ? document.keys : undefined;
  } catch {
    return undefined;
  }
}

/** The list of keys as a document. */
export function keysText(keys: readonly KnownKey[]): string {
  return `${JSON.stringify({ schema: "candor.signing-keys/1", keys }, null, 1)}\n`;
}

/** The key that signs, which is made where there is none. Lies readable by its owner alone, and sealed where a privacy password is set. @throws VaultError `locked` */
export async function currentKey(place: PrivatePlace): Promise<CurrentKey> {
  const secret = await readSecret(place);
  if (!secret) {
    const until = new Date(place.now()).toISOString();
    const lost = { state: "lost", until, reason: null, statement: null } as const;
    return await begin(place, await ended(place, lost), newSigningKey());
  }
  const key = signingKeyOf(Buffer.from(secret.seed, "base64"));
  const known = await knownKeys(place).catch(() => []);
  // A kill between the two files.
  if (known.at(-1)?.name !== secret.keys.at(-1)?.name) await writePublic(place, secret.keys);
  return { name: keyName(key.publicKey), key };
}

/** Makes a new key; the old one signs that it is the next, and is then gone from this computer. */
export async function rotateKey(place: PrivatePlace): Promise<CurrentKey> {
  const old = await currentKey(place);
  const next = newSigningKey();
  const until = new Date(place.now()).toISOString();
  const statement = signNote(
    `candor key replaced\nold ${sshPublicKey(old.key.publicKey)}\nnew ${sshPublicKey(next.publicKey)}\nat ${until}\n`,
    ...[old.name, old.key],
  );
  return await begin(place, await ended(place, { state: "replaced", until, reason: null, statement }), next);
}

/** Says that the current key is not to be trusted any more, signed by itself, and makes another one, which nobody vouches for. */
export async function revokeKey(place: PrivatePlace, reason: string): Promise<CurrentKey> {
  const old = await currentKey(place);
  const until = new Date(place.now()).toISOString();
  const line = reason.replaceAll(/\p{Cc}+/gu, " ").slice(0, 500);
  const text = `candor key revoked\nkey ${sshPublicKey(old.key.publicKey)}\nat ${until}\nreason ${line}\n`;
  const statement = signNote(text, old.name, old.key);
  return await begin(place, await ended(place, { state: "revoked", until, reason: line, statement }), newSigningKey());
}

/** Keys whose signatures count, of a list: those of which the list proves that each was replaced by the next one, and none that was revoked. */
export function trustedKeys(
  keys: readonly KnownKey[],
): readonly { readonly name: string; readonly publicKey: Uint8Array }[] {
  return keys.flatMap((known) => {
    const publicKey = readSshPublicKey(known.publicKey);
    if (known.state === "revoked" || known.name !== keyName(publicKey)) return [];
    return [{ name: known.name, publicKey }];
  });
}

/** Keys of a list whose end is not signed by themselves: somebody else may have written it. */
export function unproven(keys: readonly KnownKey[]): readonly KnownKey[] {
  return keys.filter(({ name, publicKey, state, statement }) => {
    // A lost key says nothing any more, and vouches for none.
    if (state === "current" || state === "lost") return false;
    try {
      const note = readNote(statement ?? "");
      return !note.text.includes(` ${publicKey}\n`) || !verifyNote(note, name, readSshPublicKey(publicKey));
    } catch {
      return true;
    }
  });
}

/** How the key is called in notes. */
export function keyName(publicKey: Uint8Array): string {
  return `candor-${createHash("sha256").update(publicKey).digest("hex").slice(0, 16)}`;
}

/** The key in each form that other programs take. */
export function keyForms(publicKey: Uint8Array) {
  const name = keyName(publicKey);
  const digest = createHash("sha256").update(sshKeyBlob(publicKey)).digest("base64").replace(/=+$/, "");
  return {
    name,
    /** As `ssh-keygen -l` prints it: to be compared by telephone. */
    fingerprint: `SHA256:${digest}`,
    minisign: minisignPublicKey(publicKey),
    ssh: sshPublicKey(publicKey),
    allowedSigners: `${name} namespaces="candor-journal,candor-evidence" ${sshPublicKey(publicKey)}\n`,
    verifier: verifierKey(name, publicKey),
  };
}

async function begin(place: PrivatePlace, before: readonly KnownKey[], key: SigningKey): Promise<CurrentKey> {
  const store = await openPrivate(place);
  if (store.state === "locked") throw isLockedError("The signing key");
  const name = keyName(key.publicKey);
  const since = new Date(place.now()).toISOString();
  const known: KnownKey = {
    ...{ name, publicKey: sshPublicKey(key.publicKey), since },
    ...{ state: "current", until: null, reason: null, statement: null },
  };
  const keys = [...before, known];
  const secret = {
    schema: "candor.signing-key/1",
    seed: Buffer.from(key.seed).toString("base64"),
    keys,
  } satisfies Secret;
  await store.write(secretFile, `${JSON.stringify(secret, null, 1)}\n`);
  await writePublic(place, keys);
  return { name, key };
}

async function ended(place: PrivatePlace, end: Pick<KnownKey, "state" | "until" | "reason" | "statement">) {
  return (await knownKeys(place)).map((known) => (known.state === "current" ? { ...known, ...end } : known));
}

async function readSecret(place: PrivatePlace): Promise<Secret | undefined> {
  const text = await (await openPrivate(place)).readText(secretFile);
  if (text === undefined) return undefined;
  try {
    const secret = JSON.parse(text) as Secret;
    if (secret.schema === "candor.signing-key/1" && secret.keys.every(isKey)) return secret;
  } catch {
    // Said below.
  }
  throw new VaultError(
    "damaged",
    "The signing key is damaged.",
    "Put back a copy of the data folder, or delete signing-key.json for a new key.",
  );
}

async function writePublic({ dataFolder }: PrivatePlace, keys: readonly KnownKey[]): Promise<void> {
  await writeFileAtomic(join(dataFolder, publicFile), keysText(keys));
}

function isKey(value: unknown): value is KnownKey {
  if (typeof value !== "object" || value === null) return false;
  const { name, publicKey, since, state, until, reason, statement } = value as Record<string, unknown>;
  const isText = (text: unknown) => text === null || typeof text === "string";
  if (![name, publicKey, since].every((text) => typeof text === "string")) return false;
  try {
    readSshPublicKey(String(publicKey));
  } catch {
    return false;
  }
  return ["current", "replaced", "revoked", "lost"].includes(String(state)) && [until, reason, statement].every(isText);
}
