import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import { poly1305 } from "./poly1305.ts";
import { release } from "./release.ts";

/** The keys of a repository (restic's doc/design.rst, "Keys, Encryption and MAC"): 32, 16 and 16 bytes. */
export interface RepositoryKey {
  readonly encrypt: Uint8Array;
  readonly k: Uint8Array;
  readonly r: Uint8Array;
}

/** Seals and opens with one key. A sealed thing is IV (16 bytes), AES-256-CTR of the plaintext, Poly1305-AES (16 bytes). */
export interface Cipher {
  seal(plain: Uint8Array): Buffer;
  /** What `seal` gives, in small parts, for whoever joins them with others: each is to be copied at once. */
  sealTo(plain: Uint8Array, take: (part: Uint8Array) => void): void;
  /** @throws VaultError `damaged`, before anything is decrypted, where the authentication code is another. */
  open(sealed: Uint8Array): Buffer;
  /** What `open` gives, in small parts, each to be used at once. @throws VaultError `damaged`, before the first */
  openTo(sealed: Uint8Array, take: (part: Uint8Array) => void): void;
}

/** What sealing adds to the length. */
export const sealOverhead = 32;

/** What is encrypted, authenticated and copied at once: it stays in the processor's cache, and its memory is used again. */
const pieceBytes = 128 * 1024;

/** The cipher of a key. */
export async function cipherOf(key: RepositoryKey): Promise<Cipher> {
  const begin = await poly1305();
  const { encrypt, k, r } = key;
  const code = (iv: Uint8Array, ciphertext: Uint8Array) => {
    const mac = begin(oneTimeKey(k, r, iv));
    mac.update(ciphertext);
    return mac.final();
  };
  const authenticated = (sealed: Uint8Array) => {
    if (sealed.length < sealOverhead) throw new VaultError("damaged", "It is too short to be sealed.");
    const iv = sealed.subarray(0, 16);
    const ciphertext = sealed.subarray(16, -16);
    if (!timingSafeEqual(code(iv, ciphertext), sealed.subarray(-16)))
      throw new VaultError("damaged", "It is no longer what was written: its authentication code is another.");
    return { iv, ciphertext };
  };
  const sealTo: Cipher["sealTo"] = (plain, take) => {
    const iv = randomBytes(16);
    take(iv);
    const cipher = createCipheriv("aes-256-ctr", encrypt, iv);
    const mac = begin(oneTimeKey(k, r, iv));
    for (let at = 0; at < plain.length; at += pieceBytes) {
      const part = cipher.update(plain.subarray(at, at + pieceBytes));
      mac.update(part);
      take(part);
      release(part);
    }
    take(mac.final());
  };
  return {
    sealTo,
    seal(plain) {
      const sealed = Buffer.allocUnsafe(plain.length + sealOverhead);
      let at = 0;
      sealTo(plain, (part) => {
        sealed.set(part, at);
        at += part.length;
      });
      return sealed;
    },
    open(sealed) {
      const { iv, ciphertext } = authenticated(sealed);
      return createDecipheriv("aes-256-ctr", encrypt, iv).update(ciphertext);
    },
    openTo(sealed, take) {
      const { iv, ciphertext } = authenticated(sealed);
      const cipher = createDecipheriv("aes-256-ctr", encrypt, iv);
      for (let at = 0; at < ciphertext.length; at += pieceBytes) {
        const part = cipher.update(ciphertext.subarray(at, at + pieceBytes));
        take(part);
        release(part);
      }
    },
  };
}

/** SHA-256 in lower-case hexadecimal digits: how everything in a repository is named. */
export function hashName(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** `hashName` in a thread of Node's pool, while this one does something else; not of shared memory. */
export async function hashNameBeside(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Buffer.from(hash).toString("hex");
}

/** Poly1305-AES: the second half of the one-time key is AES-128 of the IV. The first is clamped where it is used. */
function oneTimeKey(k: Uint8Array, r: Uint8Array, iv: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-128-ecb", k, null);
  cipher.setAutoPadding(false);
  return Buffer.concat([r, cipher.update(iv)], 32);
}
