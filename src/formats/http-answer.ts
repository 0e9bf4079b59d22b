import type { ByteBudget } from "./byte-budget.ts";
import { ByteStore } from "./byte-store.ts";

/** Longest head of an answer that is put together. */
const maxHead = 65_536;
/** Longest line of the chunked coding. */
const maxLine = 4096;
const latin = new TextDecoder("latin1");

/**
 * Reads the statuses of the answers on one connection of HTTP/1 from the server's bytes in order, passing over their bodies (RFC 9112 §6.3);
 * ends where an answer lasts until the connection closes, or what comes is none, since nothing then shows where the next one begins.
 */
export class HttpAnswerReader {
  readonly #head: ByteStore;
  readonly #answer: (status: number) => { readonly hasBody: boolean };
  #state: "head" | "length" | "chunk-size" | "chunk" | "trailer" = "head";
  #left = 0;
  #line = "";
  /** False once no further answer can be read. */
  open = true;

  /** `answer` takes each final status, 1xx left out, and tells whether its request lets it have a body: HEAD and CONNECT do not. */
  constructor(answer: (status: number) => { readonly hasBody: boolean }, budget: ByteBudget) {
    this.#answer = answer;
    this.#head = new ByteStore(maxHead, budget);
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end && this.open; ) {
      if (this.#state === "length" || this.#state === "chunk") at = this.#pass(at, end);
      else at = this.#state === "head" ? this.#pushHead(bytes, at, end) : this.#pushLine(bytes, at, end);
    }
    if (!this.open) this.#head.clear();
  }

  #pushHead(bytes: Uint8Array, start: number, end: number): number {
    const before = this.#head.length;
    this.#head.add(bytes, start, Math.min(end, start + maxHead));
    const { bytes: held, length, full } = this.#head;
    const text = latin.decode(held.subarray(Math.max(0, before - 3), length));
    const found = /\r?\n\r?\n/.exec(text);
    if (before === 0 && !"HTTP/1.".startsWith(text.slice(0, 7))) this.open = false;
    if (!found) {
      if (full) this.open = false;
      return end;
    }
    const headEnd = Math.max(0, before - 3) + found.index + found[0].length;
    this.#readHead(latin.decode(held.subarray(0, headEnd)));
    this.#head.clear();
    return start + headEnd - before;
  }

  #readHead(head: string): void {
    const status = Number(/^HTTP\/1\.[01] ([1-5][0-9][0-9])/.exec(head)?.[1] ?? 0);
    if (status === 0 || status === 101) this.open = false;
    // 1xx comes before the answer itself, and 101 changes the protocol.
    if (status > 0 && status < 200 && status !== 101) return;
    const { hasBody } = status > 0 ? this.#answer(status) : { hasBody: false };
    if (!hasBody || status === 204 || status === 304) return;
    const length = /\ncontent-length:[ \t]*([0-9]{1,15})[ \t]*\r?\n/i.exec(head)?.[1];
    this.#line = "";
    if (/\ntransfer-encoding:[^\n]*chunked[ \t]*\r?\n/i.test(head)) this.#state = "chunk-size";
    else if (length === undefined) this.open = false;
    else {
      this.#left = Number(length);
      this.#state = this.#left > 0 ? "length" : "head";
    }
  }

  #pass(start: number, end: number): number {
    const part = Math.min(end - start, this.#left);
    this.#left -= part;
    if (this.#left === 0) this.#state = this.#state === "length" ? "head" : "chunk-size";
    return start + part;
  }

  #pushLine(bytes: Uint8Array, start: number, end: number): number {
    const newline = bytes.subarray(start, Math.min(end, start + maxLine)).indexOf(10);
    const to = newline < 0 ? Math.min(end, start + maxLine) : start + newline + 1;
    this.#line += latin.decode(bytes.subarray(start, to));
    if (this.#line.length > maxLine) this.open = false;
    if (newline < 0) return to;
    const line = this.#line.trim();
    this.#line = "";
    if (this.#state === "trailer") {
      if (line === "") this.#state = "head";
      return to;
    }
    const size = Number.parseInt(/^[0-9a-fA-F]{1,12}/.exec(line)?.[0] ?? "", 16);
    if (Number.isNaN(size)) this.open = false;
    this.#left = size + 2;
    this.#state = size === 0 ? "trailer" : "chunk";
    return to;
  }
}
