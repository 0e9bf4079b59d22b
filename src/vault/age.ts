import type { Identity } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import type { BodySeal } from "./journal-chain.ts";
import { x25519Identity } from "./x25519-identity.ts";

/**
 * What belongs to a privacy password: an age identity (X25519), and the recipient that things are sealed to without it. Every sealed file
 * is an age v1 file (C2SP/C2SP age.md), which Debian's `age` opens as well.
 */
export interface SealKey {
  /** `AGE-SECRET-KEY-1…`: whoever has it can read everything. */
  readonly identity: string;
  /** `age1…`: seals, and opens nothing. */
  readonly recipient: string;
}

/** Loaded when first needed: it takes a tenth of a second, which a Candor without a privacy password need not spend. */
const library = () => import("age-encryption");

/** A new key. */
export async function newSealKey(): Promise<SealKey> {
  const { generateX25519Identity, identityToRecipient } = await library();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The key of an identity. @throws VaultError `damaged` */
export async function sealKeyOf(identity: string): Promise<SealKey> {
  const { identityToRecipient } = await library();
  try {
    return { identity, recipient: await identityToRecipient(identity) };
  } catch {
    throw new VaultError("damaged", "This is no age identity.");
  }
}

/** Seals to a recipient. */
export async function seal(recipient: string, data: string | Uint8Array): Promise<Uint8Array> {
  const { Encrypter } = await library();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return await encrypter.encrypt(data);
}

/** Opens what was sealed to the recipient of this identity. @throws VaultError `damaged`, or `refused` for another key */
export async function unseal(identity: string, sealed: Uint8Array): Promise<Uint8Array> {
  const { Decrypter } = await library();
  const decrypter = new Decrypter();
  decrypter.addIdentity(await identityOf(identity));
  try {
    return await decrypter.decrypt(sealed);
  } catch (error) {
    if (saysNoMatch(error)) throw new VaultError("refused", "It was sealed with another key than this one.");
    throw new VaultError("damaged", "It is sealed, and no longer what was written.");
  }
}

/** The identity that was used last: a journal has thousands of entries under one. */
let last: { readonly text: string; readonly identity: Promise<Identity> } | undefined;

async function identityOf(text: string): Promise<Identity> {
  if (last?.text !== text)
    last = { text, identity: sealKeyOf(text).then((key) => x25519Identity(key.identity, key.recipient)) };
  return await last.identity;
}

/** Base 2 logarithm of scrypt's cost: a second and 256 MiB for each guess, on whatever computer (age's own default). */
export const scryptCost = 18;

/** Seals with a passphrase, in ASCII armor. */
export async function sealWithPassphrase(passphrase: string, text: string, cost = scryptCost): Promise<string> {
  const { armor, Encrypter } = await library();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(cost);
  return armor.encode(await encrypter.encrypt(text));
}

/** Opens what `sealWithPassphrase` or `age -p` made. @throws VaultError `wrong-passphrase`, `damaged` */
export async function unsealWithPassphrase(passphrase: string, armored: string): Promise<string> {
  const { armor, Decrypter } = await library();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armor.decode(armored), "text");
  } catch (error) {
    if (saysNoMatch(error)) throw new VaultError("wrong-passphrase", "That is not the passphrase.");
    throw new VaultError("damaged", "The file that holds the key is no longer what was written.");
  }
}

/** How the bodies of the journal are sealed, and opened where the identity is known: base64 of one age file each. */
export function bodySeal(recipient: string, identity: string | null): BodySeal {
  const sealing = {
    seal: async (text: string) => Buffer.from(await seal(recipient, text)).toString("base64"),
  };
  if (identity === null) return sealing;
  return {
    ...sealing,
    open: async (sealed) => new TextDecoder().decode(await unseal(identity, Buffer.from(sealed, "base64"))),
  };
}

/** The library's words where a header is whole and the key is another one. */
function saysNoMatch(error: unknown): boolean {
  return error instanceof Error && error.message.includes("no identity matched");
}
