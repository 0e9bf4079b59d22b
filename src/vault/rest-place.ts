import { VaultError } from "../core/errors.ts";
import { type LoggedIn, logIn } from "./http-login.ts";
import type { Place, PlaceCall, StoredFile, StoredKind } from "./place.ts";
import { type PlaceAddress, placeName } from "./place-address.ts";
import { failureOf, harmless, mostFileBytes, rangeBytes, rangeHeader, sizeOf } from "./place-answer.ts";
import type { PlaceCredentials } from "./place-credentials.ts";
import { type PlaceAnswer, type PlaceHttp, type PlaceRequest, placeHttp } from "./place-http.ts";
import { type PlaceLimits, withRetries } from "./place-retry.ts";
import type { ServerTrust } from "./place-tls.ts";
import { storedFile, storedPath } from "./stored-path.ts";

/** A place behind restic's REST protocol (doc/REST_backend.rst): rest-server, or `rclone serve restic`. */
export function restPlace(
  address: Extract<PlaceAddress, { kind: "webdav" | "rest" }>,
  credentials: PlaceCredentials,
  server: ServerTrust,
  limits?: PlaceLimits,
): Place {
  const http = placeHttp(address.base, server, limits);
  return new RestServer(placeName(address), address.base, http, logIn(http, credentials));
}

type Asked = Omit<PlaceRequest, "url"> & { readonly good: readonly number[]; readonly what: string };

class RestServer implements Place {
  readonly kind = "rest";
  readonly name: string;
  readonly #base: URL;
  readonly #http: PlaceHttp;
  readonly #server: LoggedIn;
  /** That the folders on the server were made. */
  #made: Promise<unknown> | undefined;

  constructor(name: string, base: URL, http: PlaceHttp, server: LoggedIn) {
    this.name = name;
    this.#base = base;
    this.#http = http;
    this.#server = server;
  }

  async *list(kind: StoredKind, call: PlaceCall = {}): AsyncGenerator<StoredFile> {
    if (kind === "config") {
      const bytes = await this.stat(kind, "", call);
      if (bytes !== null) yield { name: "config", bytes };
      return;
    }
    const headers = { accept: "application/vnd.x.restic.rest.v2" };
    const answer = await this.#ask(`${kind}/`, {
      ...{ method: "GET", headers, most: 256 << 20, good: [200, 404], what: `list of ${kind}` },
      signal: call.signal,
    });
    if (answer.status === 404) return;
    for (const entry of this.#entries(answer.body)) {
      // The first version of the protocol gives names alone.
      const bytes = typeof entry === "string" ? await this.stat(kind, entry, call) : entry.size;
      const file = bytes === null ? null : storedFile(typeof entry === "string" ? entry : entry.name, bytes);
      if (file !== null) yield file;
    }
  }

  async get(kind: StoredKind, name: string, call: Parameters<Place["get"]>[2] = {}): Promise<Uint8Array> {
    const what = storedPath(kind, name);
    if (call.length === 0) return new Uint8Array(0);
    const asked = { method: "GET", headers: rangeHeader(call), most: mostFileBytes, good: [200, 206], what };
    return rangeBytes(await this.#ask(pathOf(kind, name), { ...asked, signal: call.signal }), call, what);
  }

  async put(kind: StoredKind, name: string, body: Uint8Array, call: PlaceCall = {}): Promise<void> {
    this.#made ??= this.#make(call);
    await this.#made.catch((error: unknown) => {
      this.#made = undefined;
      throw error;
    });
    const what = storedPath(kind, name);
    try {
      const headers = { "content-type": "application/octet-stream" };
      const asked = { method: "POST", headers, body, most: 65_536, good: [200, 201], what };
      await this.#ask(pathOf(kind, name), { ...asked, signal: call.signal });
    } catch (error) {
      // A server that writes each file once refuses one that is there, for instance from an attempt whose answer was lost.
      if (!(error instanceof VaultError) || error.code !== "denied" || kind === "config") throw error;
      if ((await this.stat(kind, name, call).catch(() => null)) !== body.length) throw error;
    }
  }

  async delete(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<void> {
    const asked = { method: "DELETE", most: 65_536, good: [200, 204, 404], what: storedPath(kind, name) };
    try {
      await this.#ask(pathOf(kind, name), { ...asked, signal: call.signal });
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== "denied") throw error;
      throw new VaultError(
        "denied",
        `${error.message} Servers that only add files let nothing be removed.`,
        error.next,
      );
    }
  }

  async stat(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<number | null> {
    const what = storedPath(kind, name);
    const asked = { method: "HEAD", most: 65_536, good: [200, 404], what };
    const answer = await this.#ask(pathOf(kind, name), { ...asked, signal: call.signal });
    return answer.status === 404 ? null : sizeOf(answer, what);
  }

  async close(): Promise<void> {
    this.#http.close();
  }

  #make(call: PlaceCall): Promise<unknown> {
    const asked = { method: "POST", most: 65_536, good: [200, 201], what: "folder" };
    return this.#ask("?create=true", { ...asked, signal: call.signal });
  }

  async #ask(path: string, asked: Asked): Promise<PlaceAnswer> {
    const url = new URL(path, this.#base);
    return await withRetries(this.#http.limits, asked.signal, async () => {
      const answer = await this.#server.ask({ ...asked, url });
      if (asked.good.includes(answer.status)) return answer;
      throw failureOf(
        answer,
        this.#base.host,
        asked.what,
        harmless(Buffer.from(answer.body.subarray(0, 200)).toString("utf8")),
      );
    });
  }

  #entries(body: Uint8Array): (string | { name: string; size: number })[] {
    try {
      const list: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
      // Go writes an empty list as null.
      if (list === null) return [];
      if (Array.isArray(list) && list.every(isEntry)) return list;
    } catch {
      // Said below.
    }
    throw new VaultError("damaged", `${this.#base.host} answered with something other than a listing.`);
  }
}

function isEntry(entry: unknown): entry is string | { name: string; size: number } {
  if (typeof entry === "string") return true;
  const { name, size } = (entry ?? {}) as { name?: unknown; size?: unknown };
  return typeof name === "string" && typeof size === "number";
}

/** Packs are asked for without their folder. */
function pathOf(kind: StoredKind, name: string): string {
  return kind === "data" ? `data/${name}` : storedPath(kind, name);
}
