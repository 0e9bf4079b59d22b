import { createHash } from "node:crypto";
import { FormatError } from "../core/errors.ts";
import { type SigningKey, signEd25519, verifyEd25519 } from "./ed25519.ts";

/** The public key as a file that `minisign -p` takes: an Ed25519 key and an id of eight bytes, which is made of the key. */
export function minisignPublicKey(publicKey: Uint8Array): string {
  const id = keyId(publicKey);
  const number = Buffer.from(id).reverse().toString("hex").toUpperCase();
  return `untrusted comment: minisign public key ${number}\n${base64(pure, id, publicKey)}\n`;
}

/** Reads a public key file. @throws FormatError */
export function readMinisignPublicKey(text: string): Uint8Array {
  const key = Buffer.from(text.trim().split(/\r?\n/).at(-1) ?? "", "base64");
  if (key.length !== 42 || key.toString("latin1", 0, 2) !== "Ed")
    throw new FormatError("minisign", "this is no public key of minisign");
  return key.subarray(10);
}

/**
 * The digest that a signature is over, of a content in pieces: BLAKE2b with 512 bits, minisign's "prehashed" kind.
 */
export async function minisignDigest(content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const hash = createHash("blake2b512");
  for await (const piece of content) hash.update(piece);
  return hash.digest();
}

/**
 * The signature as a file beside the content, which `minisign -V` accepts.
 *
 * @param comment one line that is signed as well (a time, a file name).
 */
export function minisignSignature(key: SigningKey, digest: Uint8Array, comment: string): string {
  const line = comment.replaceAll(/[\r\n]+/g, " ");
  const signature = signEd25519(key, digest);
  const both = signEd25519(key, Buffer.concat([signature, Buffer.from(line)]));
  const body = base64(prehashed, keyId(key.publicKey), signature);
  return `untrusted comment: signature of candor\n${body}\ntrusted comment: ${line}\n${base64(both)}\n`;
}

/**
 * Verifies a signature file.
 *
 * @returns the trusted comment, or null where key, content or comment is another one.
 * @throws FormatError where it is no signature of the prehashed kind.
 */
export function verifyMinisign(publicKey: Uint8Array, digest: Uint8Array, file: string): string | null {
  const [untrusted = "", body = "", trusted = "", last = ""] = file.split(/\r?\n/);
  const [bytes, both] = [Buffer.from(body, "base64"), Buffer.from(last, "base64")];
  const kind = bytes.toString("latin1", 0, 2);
  if (
    !untrusted.startsWith("untrusted comment: ") ||
    !trusted.startsWith(trustedMark) ||
    bytes.length !== 74 ||
    both.length !== 64 ||
    kind !== "ED"
  )
    throw new FormatError("minisign", "this is no signature of minisign over a hash");
  const [id, signature] = [bytes.subarray(2, 10), bytes.subarray(10)];
  const comment = trusted.slice(trustedMark.length);
  const holds =
    id.equals(keyId(publicKey)) &&
    verifyEd25519(publicKey, digest, signature) &&
    verifyEd25519(publicKey, Buffer.concat([signature, Buffer.from(comment)]), both);
  return holds ? comment : null;
}

const trustedMark = "trusted comment: ";
const [pure, prehashed] = [Buffer.from("Ed"), Buffer.from("ED")];

/** minisign draws it by chance; here it comes from the key, so that one key has one id everywhere. */
function keyId(publicKey: Uint8Array): Buffer {
  return createHash("sha256").update("candor minisign key id").update(publicKey).digest().subarray(0, 8);
}

function base64(...parts: readonly Uint8Array[]): string {
  return Buffer.concat(parts).toString("base64");
}
