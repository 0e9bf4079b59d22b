import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Identity, Recipient } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import { unarmored } from "./age-armor.ts";

/** Bytes of plaintext in a chunk, and of what authenticates it (C2SP/C2SP age.md, "Payload"). */
const chunkBytes = 64 * 1024;
const tagBytes = 16;
/** Chunks that are handed on together: one piece of 1 MiB costs less than sixteen small ones. */
const batch = 16;
/** A header has a line or three for each recipient. */
const mostHeader = 256 * 1024;

/** Loaded when first needed: it takes a tenth of a second. */
const library = () => import("age-encryption");

/**
 * Seals a stream to recipients as an age v1 file: the header is made by the library, the payload by the platform's own cryptography, which is
 * ten times as fast. Pieces of 1 MiB, each good until the one after the next is asked for: memory
 * that is used again costs half the time of new memory.
 *
 * @param recipients `age1…`, or what wraps a file key.
 * @throws VaultError `refused` for what is no recipient.
 */
export async function* encryptAge(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: readonly (string | Recipient)[],
): AsyncGenerator<Uint8Array> {
  const { header, fileKey } = await newHeader(recipients);
  const nonce = randomBytes(16);
  yield Buffer.concat([header, nonce]);
  const key = payloadKey(fileKey, nonce);
  let chunk = 0;
  const room = chunkBytes * batch;
  const plain = Buffer.allocUnsafe(room);
  const memory = new Ring((chunkBytes + tagBytes) * batch);
  let held = 0;
  const sealed = (last: boolean) => {
    const out = memory.next();
    let length = 0;
    for (let at = 0; at < held || (last && held === 0 && at === 0); at += chunkBytes) {
      const end = Math.min(at + chunkBytes, held);
      const cipher = createCipheriv("chacha20-poly1305", key, chunkNonce(chunk++, last && end === held), {
        authTagLength: tagBytes,
      });
      out.set(cipher.update(plain.subarray(at, end)), length);
      cipher.final();
      out.set(cipher.getAuthTag(), length + end - at);
      length += end - at + tagBytes;
    }
    held = 0;
    return out.subarray(0, length);
  };
  for await (const piece of source) {
    for (let at = 0; at < piece.length; ) {
      // Only when more comes is it known that what is held is not the end.
      if (held === room) yield sealed(false);
      const taken = Math.min(room - held, piece.length - at);
      plain.set(piece.subarray(at, at + taken), held);
      held += taken;
      at += taken;
    }
  }
  yield sealed(true);
  plain.fill(0);
}

/**
 * Opens an age v1 file, armored or not. What it gives is authentic piece by piece, and whole only when it ends without an error: whoever
 * writes it to a disk keeps it aside until then.
 *
 * @throws VaultError `refused` where none of the identities opens it, `damaged`
 */
export async function* decryptAge(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  identities: readonly Identity[],
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(unarmored(source));
  try {
    const fileKey = await openHeader(await headerOf(reader), identities);
    const nonce = Buffer.alloc(16);
    if ((await reader.into(nonce)) < 16) throw damaged("it breaks off behind its header");
    const key = payloadKey(fileKey, nonce);
    const sealedChunk = chunkBytes + tagBytes;
    const memory = new Ring(chunkBytes * batch);
    const sealed = Buffer.allocUnsafe(sealedChunk * batch);
    for (let chunk = 0; ; ) {
      const length = await reader.into(sealed);
      const ends = await reader.atEnd();
      const out = memory.next();
      let plain = 0;
      for (let at = 0; at < length || (ends && length === 0 && at === 0); at += sealedChunk) {
        const to = Math.min(at + sealedChunk, length);
        const opened = openChunk(key, chunk, ends && to === length, sealed.subarray(at, to));
        if (opened.length === 0 && chunk > 0) throw damaged("it ends with an empty chunk");
        chunk++;
        out.set(opened, plain);
        plain += opened.length;
      }
      yield out.subarray(0, plain);
      if (ends) return;
    }
  } finally {
    await reader.close();
  }
}

async function newHeader(recipients: readonly (string | Recipient)[]) {
  const { Encrypter } = await library();
  const encrypter = new Encrypter();
  let fileKey: Uint8Array = new Uint8Array();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    // Wraps nothing, and keeps the key that the library made for this file.
    encrypter.addRecipient({
      wrapFileKey: (key) => {
        fileKey = Uint8Array.from(key);
        return [];
      },
    });
    const empty = await encrypter.encrypt(new Uint8Array());
    // Behind the header stand a nonce and the tag of an empty payload, which are made anew.
    return { header: empty.subarray(0, -(16 + tagBytes)), fileKey };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new VaultError("refused", `This is no recipient of age: ${why}.`, "It begins with age1 or ssh-ed25519.");
  }
}

async function openHeader(header: Uint8Array, identities: readonly Identity[]): Promise<Uint8Array> {
  const { Decrypter } = await library();
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    if (error instanceof VaultError) throw error;
    if (error instanceof Error && error.message.includes("no identity matched"))
      throw new VaultError("refused", "It was sealed for somebody else: none of the keys given opens it.");
    throw damaged("its header is not the one that was written");
  }
}

async function headerOf(reader: ByteReader): Promise<Uint8Array> {
  const lines: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const line = await reader.line(mostHeader - length);
    if (line === null) throw new VaultError("damaged", "This is no age file, or not all of it.");
    lines.push(line);
    length += line.length;
    const text = Buffer.from(line).toString("latin1");
    if (lines.length === 1 && text !== "age-encryption.org/v1\n")
      throw new VaultError("damaged", "This is no age file.", "Candor opens files of age, version 1.");
    if (text.startsWith("---")) return Buffer.concat(lines);
  }
}

function openChunk(key: Uint8Array, chunk: number, last: boolean, sealed: Uint8Array): Uint8Array {
  if (sealed.length < tagBytes) throw damaged("it breaks off");
  const decipher = createDecipheriv("chacha20-poly1305", key, chunkNonce(chunk, last), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
    decipher.final();
    return plain;
  } catch {
    throw damaged("a part of it was changed, or its end is missing");
  }
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}

/** Eleven bytes of counter, then whether it is the last. */
function chunkNonce(chunk: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(chunk, 5, 6);
  if (last) nonce[11] = 1;
  return nonce;
}

function damaged(why: string): VaultError {
  return new VaultError("damaged", `The sealed file is no longer what was written: ${why}.`);
}

/** Memory for what is handed on, used again in turns. */
class Ring {
  readonly #rooms: readonly Buffer[];
  #turn = 0;

  constructor(bytes: number) {
    this.#rooms = [0, 1, 2].map(() => Buffer.allocUnsafe(bytes));
  }

  next(): Buffer {
    return this.#rooms[this.#turn++ % 3] as Buffer;
  }
}

/** Bytes of a stream, so many at a time as are asked for. */
class ByteReader {
  readonly #from: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#from = source[Symbol.asyncIterator]();
  }

  /** Fills the memory, as far as there are bytes; gives their number. */
  async into(target: Uint8Array): Promise<number> {
    let length = 0;
    while (length < target.length && !(await this.atEnd())) {
      const part = this.#held.subarray(0, target.length - length);
      this.#held = this.#held.subarray(part.length);
      target.set(part, length);
      length += part.length;
    }
    return length;
  }

  /** A line with its newline; null where there is none within so many bytes. */
  async line(most: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < most && !(await this.atEnd())) {
      const end = this.#held.indexOf(0x0a);
      const part = this.#held.subarray(0, end < 0 ? undefined : end + 1);
      this.#held = this.#held.subarray(part.length);
      parts.push(part);
      length += part.length;
      if (end >= 0) return Buffer.concat(parts);
    }
    return null;
  }

  /** Lets go of what lies behind it. */
  async close(): Promise<void> {
    await this.#from.return?.();
  }

  async atEnd(): Promise<boolean> {
    while (this.#held.length === 0 && !this.#ended) {
      const { done, value } = await this.#from.next();
      if (done) this.#ended = true;
      else this.#held = value;
    }
    return this.#held.length === 0;
  }
}
