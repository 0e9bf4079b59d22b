import type { ByteBudget } from "./byte-budget.ts";
import { ByteStore } from "./byte-store.ts";

/** One request of HTTP/1 as it went over the line; everything in it is outside text. */
export interface HttpRequest {
  readonly method: string;
  /** As written: a path with its query, or a whole address for a proxy. */
  readonly target: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Null where the request has none. */
  readonly body: Uint8Array | null;
  /** Whether headers or body are not all there. */
  readonly cut: boolean;
  /** Of its first byte; whatever the caller gave as `time`. */
  readonly time: number;
}

/** Longest head that is put together; servers refuse more than 8 to 64 KiB. */
const maxHead = 65_536;
/** How much of a body is kept; the rest is passed over. */
export const maxBody = 512 * 1024;
const maxHeaders = 200;
/** Longest line of the chunked coding. */
const maxLine = 4096;
const methods = [
  "GET",
  "POST",
  "HEAD",
  "PUT",
  "DELETE",
  "OPTIONS",
  "PATCH",
  "CONNECT",
  "TRACE",
  "PROPFIND",
  "SUBSCRIBE",
];
const latin = new TextDecoder("latin1");
const methodBytes = methods.map((method) => Array.from(`${method} `, (letter) => letter.charCodeAt(0)));

/** 1 where a request of HTTP/1 begins here, 0 where too little is there to tell, −1 where none does. */
export function beginsRequest(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  for (const method of methodBytes) {
    let same = 0;
    while (same < method.length && same < length && bytes[start + same] === method[same]) same++;
    if (same === method.length) return 1;
    if (same === length) return 0;
  }
  return -1;
}

/**
 * Reads the requests on one connection, one after the other, from its bytes in order: heads up to 64 KiB, bodies by Content-Length or chunked
 * (RFC 9112 §6) with their first 512 KiB kept. What is no request ends the reading.
 */
export class HttpRequestReader {
  readonly #done: (request: HttpRequest) => void;
  readonly #head: ByteStore;
  readonly #body: ByteStore;
  #state: "head" | "length" | "chunk-size" | "chunk" | "chunk-end" | "trailer" = "head";
  #line = "";
  #left = 0;
  #request: Omit<HttpRequest, "body" | "cut"> | undefined;
  #time = -1;
  /** False once no further request can be read, or is to be: `done` may set it. */
  open = true;

  constructor(done: (request: HttpRequest) => void, budget: ByteBudget) {
    this.#done = done;
    this.#head = new ByteStore(maxHead, budget);
    this.#body = new ByteStore(maxBody, budget);
  }

  /** Takes the next bytes; answers how many were used, which is all unless the reading ended within them. */
  push(bytes: Uint8Array, start: number, end: number, time: number): number {
    let at = start;
    while (at < end && this.open) {
      if (this.#state === "head") at = this.#pushHead(bytes, at, end, time);
      else if (this.#state === "length" || this.#state === "chunk") at = this.#pushBody(bytes, at, end);
      else at = this.#pushLine(bytes, at, end);
    }
    return at - start;
  }

  /** The connection ends or bytes are missing: what was begun is given as it is. */
  end(): void {
    if (!this.open) return;
    this.open = false;
    if (this.#request) this.#finish(true);
    else if (this.#head.length > 0) this.#cutHead();
  }

  #pushHead(bytes: Uint8Array, start: number, end: number, time: number): number {
    let from = start;
    const before = this.#head.length;
    if (before === 0) {
      // Empty lines before a request are to be ignored (RFC 9112 §2.2).
      while (from < end && (bytes[from] === 13 || bytes[from] === 10)) from++;
      if (from === end) return end;
      if (beginsRequest(bytes, from, end) < 0) {
        this.open = false;
        return from;
      }
      this.#time = time;
      const headEnd = endOfHead(bytes, from, end);
      if (headEnd >= 0) {
        this.#readHead(bytes, from, headEnd);
        return headEnd;
      }
    }
    this.#head.add(bytes, from, end);
    const headEnd = endOfHead(this.#head.bytes, Math.max(0, before - 3), this.#head.length);
    if (headEnd < 0) {
      if (this.#head.full) this.end();
      return end;
    }
    this.#readHead(this.#head.bytes, 0, headEnd);
    this.#head.clear();
    return from + headEnd - before;
  }

  #readHead(bytes: Uint8Array, start: number, end: number): void {
    const request = readHead(bytes, start, end, this.#time);
    if (!request) {
      this.open = false;
      return;
    }
    this.#request = request;
    const coding = headerOf(request, "transfer-encoding");
    const length = headerOf(request, "content-length");
    this.#line = "";
    if (coding?.toLowerCase().endsWith("chunked")) this.#state = "chunk-size";
    else if (length !== undefined && /^[0-9]{1,15}$/.test(length) && Number(length) > 0) {
      this.#state = "length";
      this.#left = Number(length);
    } else this.#finish(length !== undefined && !/^0+$/.test(length));
  }

  #pushBody(bytes: Uint8Array, start: number, end: number): number {
    const part = Math.min(end - start, this.#left);
    this.#body.add(bytes, start, start + part);
    this.#left -= part;
    if (this.#left === 0) {
      if (this.#state === "length") this.#finish(false);
      else this.#state = "chunk-end";
    }
    return start + part;
  }

  /** One line of the chunked coding. */
  #pushLine(bytes: Uint8Array, start: number, end: number): number {
    const newline = bytes.subarray(start, end).indexOf(10);
    const to = newline < 0 ? end : start + newline;
    this.#line += latin.decode(bytes.subarray(start, Math.min(to, start + maxLine)));
    if (this.#line.length > maxLine) {
      this.end();
      return to;
    }
    if (newline < 0) return end;
    const line = this.#line.trimEnd();
    this.#line = "";
    if (this.#state === "chunk-end") this.#state = "chunk-size";
    else if (this.#state === "chunk-size") this.#chunkSize(line);
    else if (line === "") this.#finish(false);
    return to + 1;
  }

  #chunkSize(line: string): void {
    const [, size] = /^([0-9a-fA-F]{1,12})(?:[ \t]*;.*)?$/.exec(line) ?? [];
    if (size === undefined) {
      this.end();
      return;
    }
    this.#left = Number.parseInt(size, 16);
    this.#state = this.#left === 0 ? "trailer" : "chunk";
  }

  #finish(cut: boolean): void {
    const request = this.#request;
    const bodyCut = this.#body.full;
    const body = this.#body.length > 0 ? this.#body.release() : null;
    this.#body.clear();
    this.#request = undefined;
    this.#state = "head";
    if (request) this.#done({ ...request, body, cut: cut || bodyCut });
  }

  /** A head that breaks off: its whole lines tell something already. */
  #cutHead(): void {
    const { bytes, length } = this.#head;
    const whole = bytes.subarray(0, length).lastIndexOf(10) + 1;
    const request = whole > 0 ? readHead(bytes, 0, whole, this.#time) : undefined;
    this.#head.clear();
    if (request) this.#done({ ...request, body: null, cut: true });
  }
}

/** The value of a header by its name in lower case; undefined where it is not there. */
export function headerOf(request: Pick<HttpRequest, "headers">, name: string): string | undefined {
  return request.headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function readHead(
  bytes: Uint8Array,
  start: number,
  end: number,
  time: number,
): Omit<HttpRequest, "body" | "cut"> | undefined {
  const [first = "", ...lines] = latin.decode(bytes.subarray(start, end)).split("\n");
  const [, method, target] = /^([A-Z]{3,12}) ([^ ]+) HTTP\/1\.[01]\r?$/.exec(first) ?? [];
  if (method === undefined || target === undefined) return undefined;
  const headers: { name: string; value: string }[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon <= 0 || headers.length >= maxHeaders) continue;
    headers.push({ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return { method, target, headers, time };
}

/** Behind the empty line that ends a head, −1 where it is not there yet. */
function endOfHead(bytes: Uint8Array, start: number, end: number): number {
  // Within the part only: what follows it in the chunk may be long.
  const part = bytes.subarray(start, end);
  for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) {
    if (part[at + 1] === 10) return start + at + 2;
    if (part[at + 1] === 13 && part[at + 2] === 10) return start + at + 3;
  }
  return -1;
}
