import type { ByteBudget } from "../formats/byte-budget.ts";
import { ByteStore } from "../formats/byte-store.ts";
import type { PacketCrypto } from "../formats/crypto.ts";
import { HttpAnswerReader } from "../formats/http-answer.ts";
import { beginsRequest, type HttpRequest, HttpRequestReader, headerOf } from "../formats/http-request.ts";
import { ja4 } from "../formats/ja4.ts";
import type { StreamSink } from "../formats/tcp-stream.ts";
import {
  type ClientHello,
  helloRecordsLength,
  hostText,
  joinRecords,
  maxClientHello,
  readClientHello,
} from "../formats/tls-client-hello.ts";
import { serverVersion } from "../formats/tls-server-hello.ts";
import { isXiaomiPush } from "../formats/xiaomi-push.ts";
import type { Arrival } from "./capture-begin.ts";
import type { CaptureNames } from "./capture-names.ts";
import type { Connection } from "./capture-table.ts";

/** What readers of one capture share. */
export interface CaptureTools {
  readonly crypto: PacketCrypto;
  /** For bodies and what is being put together. */
  readonly budget: ByteBudget;
  /** For requests without their bodies: what is being put together must not leave them without room. */
  readonly heads: ByteBudget;
  readonly names: CaptureNames;
  /** The packet at hand. */
  readonly arrival: Arrival;
}

/** How much of what a phone sent in an unknown protocol is kept. */
export const maxPayload = 4096;
/** Requests of one connection that are kept; the memory that all share bounds them further. */
const maxRequests = 2000;
/** A ServerHello with its extensions; certificates come in messages of their own. */
const maxServerHello = 4096;
/** About what a request takes beside its body. */
const requestCost = 512;

/** Puts what a ClientHello says on its connection. */
export function noteHello(connection: Connection, hello: ClientHello, over: "t" | "q", crypto: PacketCrypto): void {
  const known = hello.versions.filter((version) => version >= 0x0002 && version <= 0x0304);
  connection.hello = {
    offered: known.length > 0 ? Math.max(...known) : hello.legacyVersion,
    chosen: connection.hello?.chosen ?? null,
    alpn: hello.alpn,
    ech: hello.ech,
    ja4: hello.cut ? null : ja4(hello, over, crypto),
  };
  if (hello.serverName === null) return;
  connection.host = hello.serverName;
  connection.hostFrom = "sni";
}

/** Looks into what a client sends over TCP: a ClientHello, requests of HTTP/1, else its first bytes. */
export class ClientSink implements StreamSink {
  readonly #connection: Connection;
  readonly #tools: CaptureTools;
  readonly #held: ByteStore;
  #http: HttpRequestReader | undefined;
  #raw = false;

  constructor(connection: Connection, tools: CaptureTools) {
    this.#connection = connection;
    this.#tools = tools;
    this.#held = new ByteStore(maxClientHello + 1024, tools.budget);
  }

  data(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#http) return this.#request(this.#http, bytes, start, end);
    if (this.#raw) return this.#keep(bytes, start, end);
    if (this.#held.length === 0) return this.#begin(bytes, start, end, true);
    this.#held.add(bytes, start, end);
    return this.#begin(this.#held.bytes, 0, this.#held.length, false);
  }

  finish(): void {
    this.#http?.end();
    if (this.#http) return;
    if (!this.#raw && this.#held.length > 0) this.#undecided();
    this.#settle();
  }

  /** Decides what the client speaks; false once nothing more is wanted. */
  #begin(bytes: Uint8Array, start: number, end: number, fresh: boolean): boolean {
    const hello = helloRecordsLength(bytes, start, end);
    if (hello > 0) {
      this.#hello(joinRecords(bytes, start, start + hello));
      return false;
    }
    if (hello < 0 && isTlsRecord(bytes, start, end)) {
      this.#connection.protocol = "tls";
      this.#held.clear();
      return false;
    }
    const http = hello < 0 ? beginsRequest(bytes, start, end) : -1;
    if (http > 0) {
      this.#connection.protocol = "http";
      this.#http = new HttpRequestReader((request) => this.#noteRequest(request), this.#tools.budget);
      const copy = fresh ? bytes : bytes.slice(start, end);
      this.#held.clear();
      return this.#request(this.#http, copy, fresh ? start : 0, fresh ? end : end - start);
    }
    if ((hello === 0 || http === 0) && !this.#held.full) {
      if (fresh) this.#held.add(bytes, start, end);
      return true;
    }
    if (hello === 0) {
      this.#undecided();
      return false;
    }
    this.#raw = true;
    this.#connection.protocol = "other";
    const copy = fresh ? bytes : bytes.slice(start, end);
    this.#held.clear();
    return this.#keep(copy, fresh ? start : 0, fresh ? end : end - start);
  }

  #hello(message: Uint8Array): void {
    const hello = readClientHello(message);
    this.#connection.protocol = "tls";
    if (hello) noteHello(this.#connection, hello, "t", this.#tools.crypto);
    this.#held.clear();
  }

  /** What was held breaks off: a part of a ClientHello tells what it tells, anything else is kept as it is. */
  #undecided(): void {
    const { bytes, length } = this.#held;
    if (length > 9 && bytes[0] === 22 && bytes[5] === 1) {
      this.#hello(joinRecords(bytes, 0, length));
      return;
    }
    const held = bytes.slice(0, length);
    this.#held.clear();
    this.#raw = true;
    this.#connection.protocol = held[0] === 22 && held[1] === 3 ? "tls" : "other";
    if (this.#connection.protocol === "other") this.#keep(held, 0, held.length);
  }

  #request(http: HttpRequestReader, bytes: Uint8Array, start: number, end: number): boolean {
    const used = http.push(bytes, start, end, this.#tools.arrival.time);
    if (http.open) return true;
    const requests = this.#connection.requests;
    // A proxy's tunnel or WebSocket begins: what follows speaks for itself.
    if (requests[requests.length - 1]?.method !== "CONNECT") return false;
    this.#http = undefined;
    return start + used < end ? this.#begin(bytes, start + used, end, true) : true;
  }

  #noteRequest(request: HttpRequest): void {
    const connection = this.#connection;
    const host = requestHost(request) ?? connection.host;
    if (host !== null && connection.hostFrom !== "http" && connection.hostFrom !== "sni") {
      connection.host = host;
      connection.hostFrom = "http";
    }
    const isFull = connection.requests.length >= maxRequests;
    const head = request.headers.reduce(
      (sum, { name, value }) => sum + name.length + value.length,
      request.target.length,
    );
    if (isFull || !this.#tools.heads.take(requestCost + head)) {
      this.#tools.budget.give(request.body?.length ?? 0);
      // Not this one and later ones: statuses are given in the order of requests.
      if (this.#http) this.#http.open = false;
      return;
    }
    connection.requests.push({
      time: request.time < 0 ? null : Math.floor(request.time),
      method: request.method,
      scheme: "http",
      host: host ?? "",
      port: connection.clientIsA ? connection.bPort : connection.aPort,
      path: requestPath(request.target),
      headers: request.headers,
      body: request.body,
      cut: request.cut,
      status: null,
    });
    if (request.method === "CONNECT" && this.#http) this.#http.open = false;
  }

  #keep(bytes: Uint8Array, start: number, end: number): boolean {
    this.#held.add(bytes, start, Math.min(end, start + maxPayload - this.#held.length));
    if (this.#held.length < maxPayload && !this.#held.full) {
      if (isXiaomiPush(this.#held.bytes)) this.#connection.protocol = "xiaomi-push";
      return true;
    }
    this.#settle();
    return false;
  }

  #settle(): void {
    if (this.#raw && this.#held.length > 0) this.#connection.payload = this.#held.release();
  }
}

/** Looks into what a server sends over TCP: the version of TLS that it took, the status of its answers. */
export class ServerSink implements StreamSink {
  readonly #connection: Connection;
  readonly #held: ByteStore;
  readonly #budget: ByteBudget;
  #answers: HttpAnswerReader | undefined;

  constructor(connection: Connection, tools: CaptureTools) {
    this.#connection = connection;
    this.#budget = tools.budget;
    this.#held = new ByteStore(maxServerHello, tools.budget);
  }

  data(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#connection.protocol === "http") {
      this.#answers ??= new HttpAnswerReader((status) => this.#answer(status), this.#budget);
      this.#answers.push(bytes, start, end);
      return this.#answers.open;
    }
    const fresh = this.#held.length === 0;
    if (!fresh) this.#held.add(bytes, start, end);
    const version = fresh ? serverVersion(bytes, start, end) : serverVersion(this.#held.bytes, 0, this.#held.length);
    if (version === 0 && !this.#held.full) {
      if (fresh) this.#held.add(bytes, start, end);
      return true;
    }
    const { hello } = this.#connection;
    if (version && hello) this.#connection.hello = { ...hello, chosen: version };
    this.#held.clear();
    return false;
  }

  finish(): void {
    this.#held.clear();
  }

  /** Gives the status to the oldest request without one. */
  #answer(status: number): { readonly hasBody: boolean } {
    const { requests, answered } = this.#connection;
    const request = requests[answered];
    if (request) requests[answered] = { ...request, status };
    this.#connection.answered++;
    return { hasBody: request?.method !== "HEAD" && request?.method !== "CONNECT" };
  }
}

/** Whether a record of TLS begins here that is no ClientHello: the capture began after it. */
function isTlsRecord(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 5) return false;
  const type = bytes[start] ?? 0;
  const length = ((bytes[start + 3] ?? 0) << 8) | (bytes[start + 4] ?? 0);
  return (
    type >= 20 && type <= 23 && bytes[start + 1] === 3 && (bytes[start + 2] ?? 9) <= 4 && length > 0 && length <= 16_640
  );
}

/** The host of a request: of an absolute target, else of the header, without the port and the brackets of an IPv6 address. */
function requestHost(request: HttpRequest): string | null {
  const [, absolute] = /^[a-z]{2,8}:\/\/([^/?#]+)/i.exec(request.target) ?? [];
  const authority = absolute ?? (request.method === "CONNECT" ? request.target : headerOf(request, "host"));
  if (!authority) return null;
  const name = authority
    .slice(authority.lastIndexOf("@") + 1)
    .replace(/:[0-9]{0,5}$/, "")
    .replace(/^\[([0-9a-f:.]{2,45})\]$/i, "$1");
  return hostText(Uint8Array.from(name, (letter) => Math.min(letter.charCodeAt(0), 255)));
}

function requestPath(target: string): string {
  const [, path] = /^[a-z]{2,8}:\/\/[^/?#]*(.*)$/i.exec(target) ?? [];
  return path === undefined ? target : path || "/";
}
