import { createHash } from "node:crypto";
import { FormatError } from "../core/errors.ts";
import { type SigningKey, signEd25519, verifyEd25519 } from "./ed25519.ts";

/** The public key in one line, as `authorized_keys` and `allowed_signers` hold it (RFC 4253 §6.6, RFC 8709 §4). */
export function sshPublicKey(publicKey: Uint8Array): string {
  return `${keyType} ${sshKeyBlob(publicKey).toString("base64")}`;
}

/** Reads an `ssh-ed25519 …` line. @throws FormatError for keys of another kind. */
export function readSshPublicKey(line: string): Uint8Array {
  const blob = Buffer.from(/(?:^|\s)ssh-ed25519 ([A-Za-z0-9+/=]+)/.exec(line)?.[1] ?? "", "base64");
  const key = blob.subarray(-32);
  if (blob.length !== 51 || !sshKeyBlob(key).equals(blob))
    throw new FormatError("ssh key", "this is no ssh-ed25519 key");
  return key;
}

/**
 * Signs a content for a purpose (`namespace`), as `ssh-keygen -Y verify` reads it (OpenSSH PROTOCOL.sshsig).
 *
 * @param digest SHA-512 of the content.
 */
export function sshSignature(key: SigningKey, digest: Uint8Array, namespace: string): string {
  const signature = Buffer.concat([text(keyType), text(signEd25519(key, toSign(digest, namespace)))]);
  const version = Buffer.from([0, 0, 0, 1]);
  const blob = Buffer.concat([
    ...[magic, version, text(sshKeyBlob(key.publicKey)), text(namespace), text(""), text("sha512"), text(signature)],
  ]);
  const lines = blob.toString("base64").match(/.{1,70}/g) ?? [];
  return `${begin}\n${lines.join("\n")}\n${end}\n`;
}

/**
 * Whether an armored signature is this key's over this content and purpose.
 *
 * @throws FormatError where it is no SSH signature by an Ed25519 key with SHA-512.
 */
export function verifySshSignature(
  publicKey: Uint8Array,
  digest: Uint8Array,
  namespace: string,
  armored: string,
): boolean {
  const lines = armored.trim().split(/\r?\n/);
  if (lines[0] !== begin || lines.at(-1) !== end) throw unknown();
  const blob = Buffer.from(lines.slice(1, -1).join(""), "base64");
  if (!blob.subarray(0, 10).equals(Buffer.concat([magic, Buffer.from([0, 0, 0, 1])]))) throw unknown();
  const [key, purpose, , hash, signature] = texts(blob.subarray(10), 5);
  const [kind, bytes] = texts(signature ?? Buffer.alloc(0), 2);
  if (kind?.toString() !== keyType || hash?.toString() !== "sha512" || bytes === undefined) throw unknown();
  if (!key?.equals(sshKeyBlob(publicKey)) || purpose?.toString() !== namespace) return false;
  return verifyEd25519(publicKey, toSign(digest, namespace), bytes);
}

/** The SHA-512 that a signature is over. */
export async function sshDigest(content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const hash = createHash("sha512");
  for await (const piece of content) hash.update(piece);
  return hash.digest();
}

const keyType = "ssh-ed25519";
const magic = Buffer.from("SSHSIG");
const [begin, end] = ["-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"];

function toSign(digest: Uint8Array, namespace: string): Buffer {
  return Buffer.concat([magic, text(namespace), text(""), text("sha512"), text(digest)]);
}

/** The public key as SSH sends it: its type and its bytes. */
export function sshKeyBlob(publicKey: Uint8Array): Buffer {
  return Buffer.concat([text(keyType), text(publicKey)]);
}

/** `string` of RFC 4251 §5: its length in four bytes, then the bytes. */
function text(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function texts(blob: Buffer, count: number): readonly Buffer[] {
  const found: Buffer[] = [];
  let at = 0;
  while (found.length < count) {
    if (at + 4 > blob.length) throw unknown();
    const length = blob.readUInt32BE(at);
    if (at + 4 + length > blob.length) throw unknown();
    found.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

function unknown(): FormatError {
  return new FormatError("ssh signature", "this is no SSH signature by an Ed25519 key");
}
