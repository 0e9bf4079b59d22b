import { VaultError } from "../core/errors.ts";
import { type DatedFile, leftBehind, partialName } from "./cut-uploads.ts";
import { type LoggedIn, logIn } from "./http-login.ts";
import type { Place, PlaceCall, StoredFile, StoredKind } from "./place.ts";
import { type PlaceAddress, placeName } from "./place-address.ts";
import { failureOf, mostFileBytes, rangeBytes, rangeHeader, sizeOf } from "./place-answer.ts";
import type { PlaceCredentials } from "./place-credentials.ts";
import { type PlaceAnswer, type PlaceHttp, type PlaceRequest, placeHttp } from "./place-http.ts";
import { type PlaceLimits, withRetries } from "./place-retry.ts";
import type { ServerTrust } from "./place-tls.ts";
import { storedFile, storedPath } from "./stored-path.ts";
import { readXmlAnswer, type XmlElement, xmlChildren, xmlText } from "./xml-answer.ts";

/** A place on a WebDAV server (RFC 4918), with the folders that restic makes on disks. */
export function webdavPlace(
  address: Extract<PlaceAddress, { kind: "webdav" | "rest" }>,
  credentials: PlaceCredentials,
  server: ServerTrust,
  limits?: PlaceLimits,
): Place {
  const http = placeHttp(address.base, server, limits);
  return new WebdavServer(placeName(address), address.base, http, logIn(http, credentials));
}

type Asked = Omit<PlaceRequest, "url" | "most"> & {
  readonly most?: number;
  readonly good: readonly number[];
  readonly what: string;
};

class WebdavServer implements Place {
  readonly kind = "webdav";
  readonly name: string;
  readonly #base: URL;
  readonly #http: PlaceHttp;
  readonly #server: LoggedIn;
  /** Folders that are known to be there. */
  readonly #made = new Map<string, Promise<void>>();
  /** False once the server said that it renames nothing. */
  #moves = true;

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
    const entries = await this.#folder(`${kind}/`, call);
    const below = (name: string): string => `${kind}/${name}/`;
    for (const { name, bytes, modified } of entries) {
      const folder = kind === "data" && /^[0-9a-f]{2}$/.test(name) && bytes === null;
      const found = folder ? await this.#folder(below(name), call) : kind === "data" ? [] : [{ name, bytes, modified }];
      for (const file of found) {
        const stored = file.bytes === null ? null : storedFile(file.name, file.bytes);
        if (stored !== null && (!folder || stored.name.startsWith(name))) yield stored;
      }
    }
  }

  async get(kind: StoredKind, name: string, call: Parameters<Place["get"]>[2] = {}): Promise<Uint8Array> {
    const what = storedPath(kind, name);
    if (call.length === 0) return new Uint8Array(0);
    const asked = { method: "GET", headers: rangeHeader(call), most: mostFileBytes, good: [200, 206], what };
    return rangeBytes(await this.#ask(what, { ...asked, signal: call.signal }), call, what);
  }

  async put(kind: StoredKind, name: string, body: Uint8Array, call: PlaceCall = {}): Promise<void> {
    const what = storedPath(kind, name);
    const folder = what.slice(0, what.lastIndexOf("/") + 1);
    await this.#make(this.#base.pathname + folder, call);
    const upload = async (path: string): Promise<void> => {
      const asked = { method: "PUT", body, good: [200, 201, 204, 404, 409], what, signal: call.signal };
      if ((await this.#ask(path, asked)).status < 300) return;
      // Somebody removed the folder meanwhile, or nothing is really made there.
      this.#made.clear();
      await this.#make(this.#base.pathname + folder, call);
      if ((await this.#ask(path, asked)).status < 300) return;
      throw new VaultError(
        "denied",
        `${this.#base.host} takes no files in ${this.#base.pathname}${folder}.`,
        "Is it read-only?",
      );
    };
    // Servers that are cut off while they receive may keep what came: the file gets its name only when it is whole.
    const partial = `${folder}${partialName()}`;
    if (this.#moves) {
      await upload(partial).catch(async (error: unknown) => {
        await this.#ask(partial, { method: "DELETE", good: [200, 204, 404], what }).catch(() => undefined);
        throw error;
      });
      if (await this.#move(partial, what, call)) return;
      this.#moves = false;
    }
    await upload(what);
    if ((await this.stat(kind, name, call)) !== body.length)
      throw new VaultError("unreachable", `${this.#base.host} did not keep ${what} whole.`);
  }

  async delete(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<void> {
    const what = storedPath(kind, name);
    await this.#ask(what, { method: "DELETE", good: [200, 202, 204, 404], what, signal: call.signal });
  }

  async stat(kind: StoredKind, name: string, call: PlaceCall = {}): Promise<number | null> {
    const what = storedPath(kind, name);
    const answer = await this.#ask(what, { method: "HEAD", good: [200, 404], what, signal: call.signal });
    return answer.status === 404 ? null : sizeOf(answer, what);
  }

  async sweep(call: PlaceCall = {}): Promise<number> {
    const locks = await this.#folder("locks/", call);
    const parts = (await this.#folder("data/", call)).filter(
      ({ name, bytes }) => bytes === null && /^[0-9a-f]{2}$/.test(name),
    );
    let removed = 0;
    for (const folder of ["", "index/", "keys/", "locks/", "snapshots/", ...parts.map(({ name }) => `data/${name}/`)]) {
      const files = (await this.#folder(folder, call)).filter(({ bytes }) => bytes !== null);
      for (const name of leftBehind(locks, files)) {
        const asked = { method: "DELETE", good: [200, 202, 204, 404], what: name, signal: call.signal };
        await this.#ask(`${folder}${name}`, asked);
        removed++;
      }
    }
    return removed;
  }

  async close(): Promise<void> {
    this.#http.close();
  }

  /** Whether the file has its name now; false where the server cannot rename. */
  async #move(from: string, to: string, call: PlaceCall): Promise<boolean> {
    const headers = { destination: new URL(to, this.#base).href, overwrite: "T" };
    const good = [200, 201, 204, 400, 405, 501, 502];
    const asked = { method: "MOVE", headers, what: to, signal: call.signal };
    // A move whose answer was lost has nothing left to move: 404, and the file is there.
    const answer = await this.#ask(from, { ...asked, good: [...good, 404] });
    if (answer.status < 300) return true;
    if (answer.status === 404) {
      const there = await this.#ask(to, { method: "HEAD", good: [200, 404], what: to, signal: call.signal });
      if (there.status === 200) return true;
      throw new VaultError("unreachable", `${this.#base.host} lost ${to} while it was written.`);
    }
    await this.#ask(from, { method: "DELETE", good: [200, 202, 204, 404], what: from, signal: call.signal });
    return false;
  }

  /** Makes a folder, named by its path on the server, and those above it, once. */
  #make(folder: string, call: PlaceCall): Promise<void> {
    const known = this.#made.get(folder);
    if (known !== undefined) return known;
    const made = this.#makeNow(folder, call);
    this.#made.set(folder, made);
    made.catch(() => this.#made.delete(folder));
    return made;
  }

  async #makeNow(folder: string, call: PlaceCall): Promise<void> {
    const asked = { method: "MKCOL", what: "folder", signal: call.signal };
    // 405 is the answer for a folder that is there, 409 (or 404) that the one above is not (RFC 4918 §9.3.1).
    const answer = await this.#ask(folder, { ...asked, good: [200, 201, 301, 405, 404, 409] });
    if (answer.status !== 404 && answer.status !== 409) return;
    const above = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
    if (above === "" || above === "/")
      throw new VaultError(
        "absent",
        `${this.#base.host} has no folder in which ${folder} could be made.`,
        "Make the folder on the server, or name another one.",
      );
    await this.#make(above, call);
    const again = await this.#ask(folder, { ...asked, good: [200, 201, 301, 405, 404, 409] });
    if (again.status === 404 || again.status === 409) throw this.#readOnly(folder);
  }

  #readOnly(folder: string): VaultError {
    return new VaultError("denied", `${this.#base.host} takes no files in ${folder}.`, "Is it read-only?");
  }

  /** What is directly in a folder. */
  async #folder(path: string, call: PlaceCall): Promise<Listing[]> {
    const body = Buffer.from(propfind);
    const headers = { depth: "1", "content-type": "application/xml; charset=utf-8" };
    const asked = { method: "PROPFIND", headers, body, most: 64 << 20, what: `list of ${path}`, signal: call.signal };
    const answer = await this.#ask(path, { ...asked, good: [207, 404] });
    if (answer.status === 404) return [];
    const list = readXmlAnswer(Buffer.from(answer.body).toString("utf8"));
    if (list.name !== "multistatus")
      throw new VaultError("damaged", `${this.#base.host} answered with something other than a listing.`);
    return xmlChildren(list, "response").flatMap((response) => entryOf(response));
  }

  async #ask(path: string, asked: Asked): Promise<PlaceAnswer> {
    const url = new URL(path, this.#base);
    return await withRetries(this.#http.limits, asked.signal, async () => {
      const answer = await this.#server.ask({ ...asked, url, most: asked.most ?? 1 << 20 });
      // 423: another is writing the same file at this moment.
      if (answer.status === 423) throw new VaultError("unreachable", `${this.#base.host} keeps ${asked.what} locked.`);
      if (asked.good.includes(answer.status)) return answer;
      throw failureOf(answer, this.#base.host, asked.what);
    });
  }
}

const propfind =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>';

/** A size of null is a folder's; a time that is not told is no number, and nothing is old for it. */
interface Listing extends DatedFile {
  readonly bytes: number | null;
}

function entryOf(response: XmlElement): Listing[] {
  const name =
    xmlText(response, "href")
      ?.split("/")
      .filter((part) => part !== "")
      .at(-1) ?? "";
  for (const found of xmlChildren(response, "propstat")) {
    if (!/\s200(\s|$)/.test(xmlText(found, "status") ?? "")) continue;
    if (xmlText(found, "prop", "resourcetype", "collection") !== undefined)
      return [{ name, bytes: null, modified: Number.NaN }];
    const length = xmlText(found, "prop", "getcontentlength");
    const modified = Date.parse(xmlText(found, "prop", "getlastmodified") ?? "");
    if (length !== undefined) return [{ name, bytes: Number(length), modified }];
  }
  return [];
}
