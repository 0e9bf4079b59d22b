import { hkdfSync, randomBytes } from "node:crypto";
import type { Identity, Recipient } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import { unarmored } from "./age-armor.ts";
import { payloadBatches } from "./age-batches.ts";
import { ageHeader, openAgeHeader, versionLine } from "./age-header.ts";
import { payloadDamaged as damaged } from "./age-payload.ts";
import { x25519Recipient } from "./x25519-identity.ts";

/** A header has a line or three for each recipient. */
const mostHeader = 256 * 1024;

/** Bytes of the nonce between header and payload. */
const nonceBytes = 16;
/** Bytes of an empty payload: one tag. */
const emptyPayload = 16;

/**
 * Seals a stream to recipients as an age v1 file: by the platform's own cryptography, which is ten times as fast as the
 * library's, and the payload in a thread of its own where it is long. Pieces of 1 MiB, each good until the one after the next is asked for: memory
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
  const nonce = randomBytes(nonceBytes);
  yield Buffer.concat([header, nonce]);
  const batches = payloadBatches("seal", payloadKey(fileKey, nonce));
  try {
    let held = 0;
    for await (const piece of source) {
      for (let at = 0; at < piece.length; ) {
        // Only when more comes is it known that what is held is not the end.
        if (held === batches.room.length) {
          batches.submit(held, false);
          held = 0;
          while (batches.full) yield await batches.next();
        }
        const taken = Math.min(batches.room.length - held, piece.length - at);
        batches.room.set(taken === piece.length ? piece : piece.subarray(at, at + taken), held);
        held += taken;
        at += taken;
      }
    }
    batches.submit(held, true);
    while (batches.pending) yield await batches.next();
  } finally {
    await batches.close();
  }
}

/**
 * Opens an age v1 file, armored or not. What it gives is authentic piece by piece, and whole only when it ends without an error: whoever
 * writes it to a disk keeps it aside until then. Pieces are as those of `encryptAge`.
 *
 * @throws VaultError `refused` where none of the identities opens it, `damaged`
 */
export async function* decryptAge(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  identities: readonly Identity[],
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(unarmored(source));
  try {
    const fileKey = await openAgeHeader(await headerOf(reader), identities);
    const nonce = Buffer.alloc(nonceBytes);
    if ((await reader.into(nonce)) < nonceBytes) throw damaged("it breaks off behind its header");
    const batches = payloadBatches("open", payloadKey(fileKey, nonce));
    try {
      for (let ends = false; !ends; ) {
        const length = await reader.into(batches.room);
        ends = await reader.atEnd();
        batches.submit(length, ends);
        while (batches.full) yield await batches.next();
      }
      while (batches.pending) yield await batches.next();
    } finally {
      await batches.close();
    }
  } finally {
    await reader.close();
  }
}

async function newHeader(recipients: readonly (string | Recipient)[]) {
  try {
    const own = recipients.map((each) => (typeof each === "string" ? x25519Recipient(each) : each));
    const known = own.filter((each) => each !== null);
    if (known.length < recipients.length || known.length === 0) return await libraryHeader(recipients);
    const fileKey = randomBytes(16);
    return { header: await ageHeader(fileKey, known), fileKey };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new VaultError("refused", `This is no recipient of age: ${why}.`, "It begins with age1 or ssh-ed25519.");
  }
}

/** A header by the library, which knows every kind of recipient. It is loaded only then: that takes a tenth of a second. */
async function libraryHeader(recipients: readonly (string | Recipient)[]) {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  let fileKey: Uint8Array = new Uint8Array();
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
  return { header: empty.subarray(0, -(nonceBytes + emptyPayload)), fileKey };
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
    if (lines.length === 1 && text !== versionLine)
      throw new VaultError("damaged", "This is no age file.", "Candor opens files of age, version 1.");
    if (text.startsWith("---")) return Buffer.concat(lines);
  }
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", 32));
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
