import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  hash,
  type KeyObject,
  verify,
} from "node:crypto";
import type { Crypto, PacketCrypto } from "../formats/crypto.ts";

/** The curves that Android's provider knows (BoringSSL); Node knows more. */
const curves: ReadonlySet<string | undefined> = new Set(["secp224r1", "prime256v1", "secp384r1", "secp521r1"]);

/** Digests and signatures by node:crypto, all at once; RSA up to 16,384 bits, DSA, MD5. */
export const nodeCrypto: Crypto = {
  digest(name, ...parts) {
    const [first] = parts;
    // At once, without an object in between: half the time for the thousands of small ones.
    if (first && parts.length === 1) return hash(name, first, "buffer");
    const whole = createHash(name);
    for (const part of parts) whole.update(part);
    return whole.digest();
  },
  stream: (name) => createHash(name),
  verify(method, publicKey, signature, data) {
    const key = readKey(publicKey);
    if (key === undefined || key.asymmetricKeyType !== method.key) return "wrong";
    if (method.key === "ec" && !curves.has(key.asymmetricKeyDetails?.namedCurve)) return "unsupported";
    const { pssSalt } = method;
    const padding =
      pssSalt === undefined ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pssSalt as number };
    try {
      const digest = method.key === "ed25519" ? null : method.digest;
      return verify(digest, data, { key, dsaEncoding: "der", ...padding }, signature) ? "verified" : "wrong";
    } catch {
      // OpenSSL reports some malformed signatures and keys by an error instead of by "does not match".
      return "wrong";
    }
  },
  encodeKey: (publicKey) => readKey(publicKey)?.export({ type: "spki", format: "der" }),
};

/** What reading packets needs, by node:crypto. */
export const nodePacketCrypto: PacketCrypto = {
  sha256: (bytes) => hash("sha256", bytes, "buffer"),
  hmacSha256: (key, data) => createHmac("sha256", key).update(data).digest(),
  aes128Ecb: (key, block) => createCipheriv("aes-128-ecb", key, null).update(block),
  aes128Gcm(key, nonce, additional, sealed) {
    if (sealed.length < 16) return undefined;
    const decipher = createDecipheriv("aes-128-gcm", key, nonce, { authTagLength: 16 });
    decipher.setAAD(additional);
    decipher.setAuthTag(sealed.subarray(sealed.length - 16));
    const opened = decipher.update(sealed.subarray(0, sealed.length - 16));
    try {
      decipher.final();
      return opened;
    } catch {
      return undefined;
    }
  },
};

function readKey(publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });
  } catch {
    return undefined;
  }
}
