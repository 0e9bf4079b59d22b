import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { VaultError } from "../core/errors.ts";

/** An Ed25519 key (RFC 8032) that signs; `seed` and `publicKey` are its 32 bytes each. */
export interface SigningKey {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** A new key. */
export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const [seed, open] = [privateKey.export({ format: "jwk" })["d"], publicKey.export({ format: "jwk" })["x"]];
  return { seed: Buffer.from(seed ?? "", "base64url"), publicKey: Buffer.from(open ?? "", "base64url") };
}

/** The key with this seed. @throws VaultError `damaged` where it has not 32 bytes. */
export function signingKeyOf(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new VaultError("damaged", "This is no signing key: it has not 32 bytes.");
  const publicKey = createPublicKey(privateOf(seed)).export({ format: "jwk" })["x"];
  return { seed, publicKey: Buffer.from(publicKey ?? "", "base64url") };
}

/** The signature, 64 bytes. */
export function signEd25519(key: SigningKey, message: Uint8Array): Uint8Array {
  return sign(null, message, privateOf(key.seed));
}

/** Whether the signature is this key's over the message; false for what is no key or no signature at all. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const x = Buffer.from(publicKey).toString("base64url");
  try {
    return verify(null, message, createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }), signature);
  } catch {
    return false;
  }
}

/** PKCS #8 of RFC 8410 §7: what stands before the seed. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

function privateOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
}
