import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import type { Identity, Recipient } from "age-encryption";
import { FormatError } from "../core/errors.ts";
import { signingKeyOf } from "./ed25519.ts";
import { readSshPublicKey, sshKeyBlob } from "./sshsig.ts";

/**
 * An `ssh-ed25519` public key as a recipient of age (the stanza of that name, C2SP/C2SP age.md and filippo.io/age/agessh): whoever has the SSH key
 * opens the file, so that a helper needs no other one.
 *
 * @param line as in `id_ed25519.pub` or `authorized_keys`.
 * @throws FormatError
 */
export function sshRecipient(line: string): Recipient {
  const publicKey = readSshPublicKey(line);
  const own = montgomery(publicKey);
  return {
    wrapFileKey(fileKey) {
      const pair = generateKeyPairSync("x25519");
      const share = Buffer.from(pair.publicKey.export({ format: "jwk" })["x"] ?? "", "base64url");
      const wrapKey = wrapKeyOf(agree(pair.privateKey, own), share, own, publicKey);
      const cipher = createCipheriv("chacha20-poly1305", wrapKey, Buffer.alloc(12), { authTagLength: 16 });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [{ args: [stanzaType, tagOf(publicKey), unpadded(share)], body }];
    },
  };
}

/** The SSH key as an identity of age. @param seed its 32 secret bytes, as `readOpensshKey` gives them. */
export function sshIdentity(seed: Uint8Array): Identity {
  const { publicKey } = signingKeyOf(seed);
  const own = montgomery(publicKey);
  const scalar = createHash("sha512").update(seed).digest().subarray(0, 32);
  return {
    unwrapFileKey(stanzas) {
      for (const { args, body } of stanzas) {
        const [type, tag, encoded] = args;
        if (type !== stanzaType || tag !== tagOf(publicKey)) continue;
        const share = Buffer.from(encoded ?? "", "base64");
        if (args.length !== 3 || share.length !== 32 || body.length !== 32)
          throw new Error("invalid ssh-ed25519 stanza");
        const wrapKey = wrapKeyOf(agree(x25519Private(scalar), share), share, own, publicKey);
        const decipher = createDecipheriv("chacha20-poly1305", wrapKey, Buffer.alloc(12), { authTagLength: 16 });
        decipher.setAuthTag(body.subarray(16));
        try {
          return new Uint8Array(Buffer.concat([decipher.update(body.subarray(0, 16)), decipher.final()]));
        } catch {
          // Four bytes name the key: another one may have the same.
        }
      }
      return null;
    },
  };
}

/**
 * The secret 32 bytes of an Ed25519 key in OpenSSH's own format (PROTOCOL.key).
 *
 * @throws FormatError for keys of another kind, and for those that a passphrase protects.
 */
export function readOpensshKey(text: string): Uint8Array {
  const [, base64 = ""] =
    /^-----BEGIN OPENSSH PRIVATE KEY-----\s([A-Za-z0-9+/=\s]{1,20000})-----END OPENSSH PRIVATE KEY-----\s*$/.exec(
      text,
    ) ?? [];
  const bytes = Buffer.from(base64, "base64");
  if (bytes.toString("latin1", 0, 15) !== "openssh-key-v1\0")
    throw new FormatError("ssh key", "this is no key of OpenSSH");
  const fields = new Fields(bytes.subarray(15));
  const cipher = fields.text().toString();
  fields.text();
  fields.text();
  if (cipher !== "none")
    throw new FormatError(
      "ssh key",
      "a passphrase protects it; make a copy without one (ssh-keygen -p), or open the file with age",
    );
  if (fields.number() !== 1) throw new FormatError("ssh key", "it holds several keys");
  fields.text();
  const inner = new Fields(fields.text());
  const [first, second] = [inner.number(), inner.number()];
  if (first !== second) throw new FormatError("ssh key", "it is damaged");
  if (inner.text().toString() !== stanzaType) throw new FormatError("ssh key", "this is no ssh-ed25519 key");
  const publicKey = inner.text();
  const seed = inner.text().subarray(0, 32);
  if (seed.length !== 32 || !publicKey.equals(signingKeyOf(seed).publicKey))
    throw new FormatError("ssh key", "it is damaged");
  return seed;
}

const stanzaType = "ssh-ed25519";
const label = "age-encryption.org/v1/ssh-ed25519";

function wrapKeyOf(shared: Buffer, share: Uint8Array, own: Uint8Array, publicKey: Uint8Array): Uint8Array {
  // The tweak binds the file to this SSH key, and not to another with the same point.
  const tweak = Buffer.from(hkdfSync("sha256", Buffer.alloc(0), sshKeyBlob(publicKey), label, 32));
  const secret = agree(x25519Private(tweak), shared);
  return new Uint8Array(hkdfSync("sha256", secret, Buffer.concat([share, own]), label, 32));
}

/** X25519; throws for a point of low order, whose secret everybody knows. */
function agree(privateKey: KeyObject, point: Uint8Array): Buffer {
  const publicKey = createPublicKey({ key: Buffer.concat([spki, point]), format: "der", type: "spki" });
  return diffieHellman({ privateKey, publicKey });
}

function x25519Private(scalar: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, scalar]), format: "der", type: "pkcs8" });
}

/** What comes before the 32 bytes of an X25519 key in its DER form (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b656e04220420", "hex");
const spki = Buffer.from("302a300506032b656e032100", "hex");

const p = 2n ** 255n - 19n;

/** The u-coordinate of an Ed25519 point: (1 + y) / (1 − y) (RFC 7748 §4.1). */
function montgomery(publicKey: Uint8Array): Uint8Array {
  const y = BigInt(`0x${Buffer.from(publicKey).reverse().toString("hex")}`) & (2n ** 255n - 1n);
  const u = ((1n + y) * power((((1n - y) % p) + p) % p, p - 2n)) % p;
  return Buffer.from(u.toString(16).padStart(64, "0"), "hex").reverse();
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

function tagOf(publicKey: Uint8Array): string {
  return unpadded(createHash("sha256").update(sshKeyBlob(publicKey)).digest().subarray(0, 4));
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}

/** Fields of RFC 4251 §5, one after the other. */
class Fields {
  #rest: Buffer;

  constructor(bytes: Buffer) {
    this.#rest = bytes;
  }

  number(): number {
    if (this.#rest.length < 4) throw new FormatError("ssh key", "it breaks off");
    const value = this.#rest.readUInt32BE(0);
    this.#rest = this.#rest.subarray(4);
    return value;
  }

  text(): Buffer {
    const length = this.number();
    if (length > this.#rest.length) throw new FormatError("ssh key", "it breaks off");
    const value = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return value;
  }
}
