import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from "node:crypto";
import { VaultError } from "../core/errors.ts";
import { release } from "./release.ts";

/** Bytes of plaintext in a chunk, and of what authenticates it (C2SP/C2SP age.md, "Payload"). */
const chunkBytes = 64 * 1024;
const tagBytes = 16;
/** Chunks that are worked on and handed on together: one piece of 1 MiB costs less than sixteen small ones. */
const batch = 16;

/** Bytes of so many chunks, open and sealed. */
export const batchBytes = { plain: batch * chunkBytes, sealed: batch * (chunkBytes + tagBytes) } as const;

/** Some chunks of one payload, the first of which has this number. */
export interface PayloadBatch {
  readonly first: number;
  /** The last of them is the last of the payload. */
  readonly ends: boolean;
}

/** Seals or opens one batch: from the input, which is full unless it ends, into the output; gives the bytes that came out. */
export type PayloadCipher = (batch: PayloadBatch, input: Uint8Array, output: Uint8Array) => number;

/** How many chunks a full batch has. */
export const chunksInBatch = batch;

/** What seals the batches of a payload. */
export function payloadSealer(key: Uint8Array): PayloadCipher {
  const secret = createSecretKey(key);
  return ({ first, ends }, plain, out) => {
    let written = 0;
    // An empty payload has one empty chunk.
    for (let at = 0, chunk = first; at < plain.length || (ends && chunk === 0); at += chunkBytes, chunk++) {
      const to = Math.min(at + chunkBytes, plain.length);
      const nonce = chunkNonce(chunk, ends && to === plain.length);
      const cipher = createCipheriv("chacha20-poly1305", secret, nonce, { authTagLength: tagBytes });
      const sealed = cipher.update(plain.subarray(at, to));
      cipher.final();
      out.set(sealed, written);
      out.set(cipher.getAuthTag(), written + sealed.length);
      written += to - at + tagBytes;
      release(sealed);
    }
    return written;
  };
}

/** What opens the batches of a payload; throws VaultError `damaged` for a chunk that is not the one that was written there. */
export function payloadOpener(key: Uint8Array): PayloadCipher {
  const secret = createSecretKey(key);
  return ({ first, ends }, sealed, out) => {
    let written = 0;
    const sealedChunk = chunkBytes + tagBytes;
    for (let at = 0, chunk = first; at < sealed.length || (ends && chunk === 0); at += sealedChunk, chunk++) {
      const to = Math.min(at + sealedChunk, sealed.length);
      const plain = openChunk(secret, chunkNonce(chunk, ends && to === sealed.length), sealed.subarray(at, to));
      const { length } = plain;
      if (length === 0 && chunk > 0) throw payloadDamaged("it ends with an empty chunk");
      out.set(plain, written);
      written += length;
      release(plain);
    }
    return written;
  };
}

/** What is said of a sealed file that was changed. */
export function payloadDamaged(why: string): VaultError {
  return new VaultError("damaged", `The sealed file is no longer what was written: ${why}.`);
}

function openChunk(key: KeyObject, nonce: Uint8Array, sealed: Uint8Array): Uint8Array {
  const end = sealed.length - tagBytes;
  if (end < 0) throw payloadDamaged("it breaks off");
  const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
    return plain;
  } catch {
    throw payloadDamaged("a part of it was changed, or its end is missing");
  }
}

/** Eleven bytes of counter, then whether it is the last. */
function chunkNonce(chunk: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(chunk, 5, 6);
  if (last) nonce[11] = 1;
  return nonce;
}
