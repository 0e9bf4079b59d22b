import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from "node:crypto";
import type { Identity, Recipient } from "age-encryption";
import { FormatError } from "../core/errors.ts";

/** Bits below which nobody should seal to an RSA key any more; age refuses them, too. */
const leastBits = 2048;
/** Nothing longer is used, and all of it costs time. */
const mostBits = 16_384;
const stanzaType = "ssh-rsa";
const oaep = {
  padding: constants.RSA_PKCS1_OAEP_PADDING,
  oaepHash: "sha256",
  oaepLabel: Buffer.from("age-encryption.org/v1/ssh-rsa"),
} as const;

/**
 * An `ssh-rsa` public key as a recipient of age (the stanza of that name of filippo.io/age/agessh: RSAES-OAEP with SHA-256).
 *
 * @param line as in `id_rsa.pub` or `authorized_keys`.
 * @throws FormatError, also for keys of fewer than 2048 bits
 */
export function sshRsaRecipient(line: string): Recipient {
  const blob = Buffer.from(/(?:^|\s)ssh-rsa ([A-Za-z0-9+/=]+)/.exec(line)?.[1] ?? "", "base64");
  const [kind, exponent, modulus, rest] = fieldsOf(blob);
  if (kind?.toString() !== stanzaType || !exponent || !modulus || rest !== undefined)
    throw new FormatError("ssh key", "this is no ssh-rsa key");
  const key = publicKeyOf(modulus, exponent);
  return {
    wrapFileKey: (fileKey) => [{ args: [stanzaType, tagOf(blob)], body: publicEncrypt({ key, ...oaep }, fileKey) }],
  };
}

/**
 * An RSA key of SSH as an identity of age: in OpenSSH's own format (PROTOCOL.key) or as PEM.
 *
 * @throws FormatError for keys of another kind, and for those that a passphrase protects.
 */
export function sshRsaIdentity(text: string): Identity {
  const key = text.includes("OPENSSH PRIVATE KEY") ? opensshRsaKey(text) : pemKey(text);
  const { n = "", e = "" } = createPublicKey(key).export({ format: "jwk" });
  const [modulus, exponent] = [n, e].map((number) => Buffer.from(String(number), "base64url"));
  const blob = Buffer.concat([Buffer.from(stanzaType), positive(exponent), positive(modulus)].map(field));
  return {
    unwrapFileKey(stanzas) {
      for (const { args, body } of stanzas) {
        if (args[0] !== stanzaType || args.length !== 2 || args[1] !== tagOf(blob)) continue;
        try {
          const fileKey = privateDecrypt({ key, ...oaep }, body);
          if (fileKey.length === 16) return new Uint8Array(fileKey);
        } catch {
          // Four bytes name the key: another one may have the same.
        }
      }
      return null;
    },
  };
}

/** Whether a text is an SSH key of RSA rather than of another kind, as far as it tells without a passphrase. */
export function isRsaKey(text: string): boolean {
  if (text.includes("BEGIN RSA PRIVATE KEY")) return true;
  return text.includes("OPENSSH PRIVATE KEY") && opensshBytes(text).includes(Buffer.from("\0\0\0\x07ssh-rsa"));
}

function pemKey(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new FormatError("ssh key", "it is damaged, or a passphrase protects it");
  }
}

/** n, e, d, iqmp, p, q behind two equal numbers, which tell whether it was opened rightly. */
function opensshRsaKey(text: string): KeyObject {
  const [cipher, , , , , inner] = outerFields(opensshBytes(text));
  if (cipher?.toString() !== "none" || !inner)
    throw new FormatError(
      "ssh key",
      "a passphrase protects it; make a copy without one (ssh-keygen -p), or open the file with age",
    );
  const [kind, n, e, d, qi, p, q] = fieldsOf(inner.subarray(8));
  if (!inner.subarray(0, 4).equals(inner.subarray(4, 8)) || kind?.toString() !== stanzaType)
    throw new FormatError("ssh key", "it is damaged");
  const [secret, first, second] = [d, p, q].map((number) => BigInt(`0x0${number?.toString("hex") ?? ""}`));
  const jwk = {
    ...{ kty: "RSA", n: b64(n), e: b64(e), d: b64(d), qi: b64(qi), p: b64(p), q: b64(q) },
    ...{ dp: b64(remainder(secret, first)), dq: b64(remainder(secret, second)) },
  };
  try {
    return createPrivateKey({ key: jwk, format: "jwk" });
  } catch {
    throw new FormatError("ssh key", "it is damaged");
  }
}

/** Cipher, KDF, its options, how many keys, the public one, and what is secret. */
function outerFields(bytes: Buffer): readonly (Buffer | undefined)[] {
  const begin = "openssh-key-v1\0";
  if (bytes.toString("latin1", 0, begin.length) !== begin)
    throw new FormatError("ssh key", "this is no key of OpenSSH");
  const rest = bytes.subarray(begin.length);
  const [cipher, kdf, options] = fieldsOf(rest, 3);
  const read = [cipher, kdf, options].reduce((sum, each) => sum + 4 + (each?.length ?? 0), 0);
  const [blob, inner] = fieldsOf(rest.subarray(read + 4));
  return [cipher, kdf, options, rest.subarray(read, read + 4), blob, inner];
}

function opensshBytes(text: string): Buffer {
  const [, base64 = ""] =
    /-----BEGIN OPENSSH PRIVATE KEY-----\s([A-Za-z0-9+/=\s]{1,20000})-----END OPENSSH PRIVATE KEY-----/.exec(text) ??
    [];
  return Buffer.from(base64, "base64");
}

function remainder(secret = 0n, prime = 0n): Buffer {
  if (prime < 3n) throw new FormatError("ssh key", "it is damaged");
  const hex = (secret % (prime - 1n)).toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
}

function publicKeyOf(modulus: Buffer, exponent: Buffer): KeyObject {
  const bits = bare(modulus).length * 8;
  if (bits < leastBits) throw new FormatError("ssh key", `it has ${bits} bits, and 2048 are the least`);
  if (bits > mostBits) throw new FormatError("ssh key", "it has more bits than any key");
  try {
    return createPublicKey({ key: { kty: "RSA", n: b64(modulus), e: b64(exponent) }, format: "jwk" });
  } catch {
    throw new FormatError("ssh key", "it is damaged");
  }
}

function tagOf(blob: Buffer): string {
  return createHash("sha256").update(blob).digest().subarray(0, 4).toString("base64").replace(/=+$/, "");
}

/** Fields of RFC 4251 §5 as far as they go, at most so many. */
function fieldsOf(bytes: Buffer, most = 12): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length && found.length < most; ) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    found.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return found;
}

function field(value: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(value.length);
  return Buffer.concat([length, value]);
}

/** A number as SSH writes it (mpint): with a zero before what would read as negative. */
function positive(number: Uint8Array = new Uint8Array()): Buffer {
  return Buffer.concat([Buffer.alloc((number[0] ?? 0) >> 7), number]);
}

const bare = (number: Uint8Array): Uint8Array => (number[0] === 0 ? number.subarray(1) : number);
const b64 = (number: Uint8Array = new Uint8Array()): string => Buffer.from(bare(number)).toString("base64url");
