import { VaultError } from "../core/errors.ts";

/** How such a text begins. */
export const armorBegin = "-----BEGIN AGE ENCRYPTED FILE-----";
const end = "-----END AGE ENCRYPTED FILE-----";
/** Bytes of a line: base64 in lines of 64 characters (RFC 7468, strict). */
const lineBytes = 48;

/** An age file as text that can be pasted into a message (C2SP/C2SP age.md, "ASCII armor"). */
export async function* armored(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${armorBegin}\n`);
  let held: Uint8Array = new Uint8Array();
  for await (const piece of source) {
    const all = held.length === 0 ? piece : Buffer.concat([held, piece]);
    const whole = all.length - (all.length % lineBytes);
    if (whole > 0) yield Buffer.from(linesOf(all.subarray(0, whole)));
    // The memory of the piece is used again.
    held = Uint8Array.from(all.subarray(whole));
  }
  yield Buffer.from(`${linesOf(held)}${end}\n`);
}

/** The bytes of an age file, whether it is armored or not. @throws VaultError `damaged` for an armor that is not whole */
export async function* unarmored(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = piecesOf(source);
  try {
    let head: Uint8Array = new Uint8Array();
    for (;;) {
      const { done, value } = await pieces.next();
      if (!done) head = head.length === 0 ? value : Buffer.concat([head, value]);
      if (done || head.length >= armorBegin.length) break;
    }
    if (Buffer.from(head.subarray(0, armorBegin.length)).toString("latin1") !== armorBegin) {
      if (head.length > 0) yield head;
      yield* pieces;
      return;
    }
    yield* decoded(Buffer.from(head).toString("latin1"), pieces);
  } finally {
    // A file behind it is closed, too, where nobody reads to the end.
    await pieces.return(undefined);
  }
}

async function* decoded(head: string, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const lines = new ArmorLines();
  let bytes = lines.take(head);
  while (!lines.ended) {
    if (bytes.length > 0) yield bytes;
    const { done, value } = await pieces.next();
    if (done) break;
    bytes = lines.take(Buffer.from(value).toString("latin1"));
  }
  bytes = Buffer.concat([bytes, lines.finish()]);
  if (bytes.length > 0) yield bytes;
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return;
    if (/\S/.test(Buffer.from(value).toString("latin1"))) throw broken("something stands behind its end");
  }
}

/** Strict: full lines, a last one that may be shorter, and nothing else. */
class ArmorLines {
  #rest = "";
  #begun = false;
  #short = false;
  ended = false;

  take(text: string): Buffer {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > 200 && !this.ended) throw broken("a line of it is too long");
    return Buffer.concat(lines.map((line) => this.#line(line.replace(/\r$/, ""))));
  }

  finish(): Buffer {
    const last = this.#rest === "" ? Buffer.alloc(0) : this.#line(this.#rest.replace(/\r$/, ""));
    if (!this.ended) throw broken("its last line is missing");
    return last;
  }

  #line(line: string): Buffer {
    const none = Buffer.alloc(0);
    if (!this.#begun) {
      if (line !== armorBegin) throw broken("its first line is not the one of an age file");
      this.#begun = true;
      return none;
    }
    if (this.ended) {
      if (line.trim() !== "") throw broken("something stands behind its end");
      return none;
    }
    if (line === end) {
      this.ended = true;
      return none;
    }
    const bytes = Buffer.from(line, "base64");
    if (this.#short || line === "" || bytes.length > lineBytes || bytes.toString("base64") !== line)
      throw broken("a line of it is not as it was written");
    this.#short = bytes.length < lineBytes;
    return bytes;
  }
}

function linesOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
  return text.replace(/.{1,64}/g, "$&\n");
}

async function* piecesOf(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source;
}

function broken(why: string): VaultError {
  return new VaultError("damaged", `The armor of the sealed file is damaged: ${why}.`);
}
