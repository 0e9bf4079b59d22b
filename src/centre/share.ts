import { lstat, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Identity, Recipient } from "age-encryption";
import { FormatError, VaultError } from "../core/errors.ts";
import { newSealKey, type SealKey, sealKeyOf } from "../vault/age.ts";
import { armored } from "../vault/age-armor.ts";
import { passphraseIdentity, passphraseRecipient } from "../vault/age-passphrase.ts";
import { readOpensshKey, sshIdentity } from "../vault/age-ssh.ts";
import { decryptAge, encryptAge } from "../vault/age-stream.ts";
import { filePieces, writePieces } from "../vault/file-pieces.ts";
import { isRsaKey, sshRsaIdentity } from "../vault/ssh-rsa-recipient.ts";
import { x25519Identity } from "../vault/x25519-identity.ts";
import { isLockedError, openPrivate, type PrivatePlace } from "./private-store.ts";
import { recipientList } from "./recipient-list.ts";

const keyFile = "recipient-key.json";

/** The key by which others seal things for whoever uses this Candor; made where there is none. @throws VaultError `locked`, `damaged` */
export async function ownRecipient(place: PrivatePlace): Promise<SealKey> {
  const store = await openPrivate(place);
  const text = await store.readText(keyFile);
  if (text !== undefined) return await sealKeyOf(identityIn(text));
  if (store.state === "locked") throw isLockedError("The key of this Candor");
  const key = await newSealKey();
  await store.write(
    keyFile,
    `${JSON.stringify({ schema: "candor.recipient-key/1", identity: key.identity }, null, 1)}\n`,
  );
  return key;
}

/** For whom something is sealed: the lines of the command line or of a file of them, see `recipientList`. @throws VaultError `refused` */
export function recipientsIn(text: string): readonly (string | Recipient)[] {
  return recipientList(text).map(({ recipient }) => recipient);
}

export { passphraseRecipient };

/** Seals a file, or bytes, into a new file. Whole or not at all. @throws VaultError `refused`, the system's error */
export async function shareInto(
  out: string,
  from: string | Uint8Array,
  recipients: readonly (string | Recipient)[],
  { armor = false, signal }: { readonly armor?: boolean; readonly signal?: AbortSignal } = {},
): Promise<number> {
  const sealed = encryptAge(typeof from === "string" ? filePieces(from) : [from], recipients);
  return await writeNew(out, armor ? armored(sealed) : sealed, signal);
}

/** Opens a sealed file into a new one, which is there only when all of it was found to be what was sealed. @throws VaultError `refused`, `damaged`, `wrong-passphrase` */
export async function receiveInto(
  out: string,
  from: string,
  identities: readonly Identity[],
  signal?: AbortSignal,
): Promise<number> {
  return await writeNew(out, decryptAge(filePieces(from), identities), signal);
}

/** The keys that a received file may be for: this Candor's own, those of a file, a passphrase that is asked for where the file is sealed with one. */
export async function identitiesFor(
  place: PrivatePlace,
  keyText: string | undefined,
  askPassphrase: () => Promise<string>,
): Promise<readonly Identity[]> {
  const asking: Identity = {
    unwrapFileKey: async (stanzas) =>
      stanzas.some(({ args }) => args[0] === "scrypt")
        ? await passphraseIdentity(await askPassphrase()).unwrapFileKey(stanzas)
        : null,
  };
  if (keyText !== undefined) return [asking, ...(await identitiesIn(keyText))];
  const own: Identity = {
    // Only for a file that is for such a key: a locked Candor can open what a passphrase opens.
    unwrapFileKey: async (stanzas) => {
      if (!stanzas.some(({ args }) => args[0] === "X25519")) return null;
      const { identity, recipient } = await ownRecipient(place);
      return await x25519Identity(identity, recipient).unwrapFileKey(stanzas);
    },
  };
  return [asking, own];
}

async function identitiesIn(text: string): Promise<readonly Identity[]> {
  if (isRsaKey(text)) return [sshRsaIdentity(text)];
  if (text.includes("OPENSSH PRIVATE KEY")) return [sshIdentity(readOpensshKey(text))];
  const lines = text.split(/\r?\n/).filter((line) => /^AGE-SECRET-KEY-1[0-9A-Z]+$/.test(line.trim()));
  if (lines.length === 0) throw new FormatError("key", "there is neither an age identity nor an SSH key in it");
  const keys = await Promise.all(lines.slice(0, 100).map((line) => sealKeyOf(line.trim())));
  return keys.map(({ identity, recipient }) => x25519Identity(identity, recipient));
}

async function writeNew(out: string, pieces: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<number> {
  const there = await lstat(out).catch(() => undefined);
  if (there) throw new VaultError("refused", `${out} is there already.`, "Name another file with --out.");
  const partial = join(dirname(out), `.${basename(out).slice(0, 100)}.${process.pid}.part`);
  const file = await open(partial, "wx", 0o600);
  try {
    const bytes = await writePieces(file.fd, stoppable(pieces, signal));
    await file.sync();
    await file.close();
    await rename(partial, out);
    return bytes;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

async function* stoppable(pieces: AsyncIterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (signal?.aborted) throw new VaultError("cancelled", "It was stopped, and nothing was written.");
    yield piece;
  }
}

function identityIn(text: string): string {
  try {
    const { schema, identity } = JSON.parse(text) as { schema?: unknown; identity?: unknown };
    if (schema === "candor.recipient-key/1" && typeof identity === "string") return identity;
  } catch {
    // Said below.
  }
  throw new VaultError(
    "damaged",
    "The key by which others seal things for you is damaged.",
    "Put back a copy of the data folder.",
  );
}
