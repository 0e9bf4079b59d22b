import type { Unpackers } from "../formats/unpackers.ts";
import { anyBase64, anyHex, percentDecoded, readableText } from "./byte-text.ts";
import { formPairs, jsonLeaves, multipartParts, protobufFields } from "./content-parts.ts";
import type { SeenRequest } from "./flow.ts";
import type { PersonalEncoding, PersonalPlace } from "./personal-hit.ts";

/** One way to look at a part of what was sent: as it is, or with one wrapping taken off. */
export interface ContentView {
  readonly place: PersonalPlace;
  /** Where in the place: names and indices, as in `PersonalHit.path`. */
  readonly path: string;
  /** The last name in the path, which says what the value is; "" where there is none. */
  readonly name: string;
  /** Wrappings taken off so far, outermost first. */
  readonly encoding: readonly PersonalEncoding[];
  readonly bytes: Uint8Array;
  /** The bytes as text, undefined where they are none. */
  readonly text: string | undefined;
  readonly parent: ContentView | null;
  readonly depth: number;
}

/** What was sent that is no HTTP: the first bytes of a flow, or only the name of its host. */
export interface SeenPayload {
  readonly host: string | null;
  readonly payload: Uint8Array | null;
}

/** All views of one request or payload, and what could not be opened. */
export interface ContentViews {
  readonly views: readonly ContentView[];
  readonly notSearched: readonly string[];
}

/** Wrappings within wrappings that are followed. */
const deepest = 16;
/** Views of one request. */
const mostViews = 50_000;
/** Bytes of all views of one request together, those that were unpacked included. */
const mostBytes = 96 * 1024 * 1024;
/** Bytes that one compressed part may unpack to. */
const mostUnpacked = 16 * 1024 * 1024;
/** Shorter texts are no base64 or hexadecimal of anything that could be a value. */
const shortestWrapped = 12;

/** Opens everything that was sent: parameters, headers, JSON, forms, parts, and whatever is compressed or encoded in them, over and over. */
export async function openContent(content: SeenRequest | SeenPayload, unpack: Unpackers): Promise<ContentViews> {
  const opening = new Opening(unpack);
  for (const part of "method" in content ? requestParts(content) : payloadParts(content)) opening.add(part);
  if ("method" in content && content.cut) opening.limits.add("the record holds a part of the request only");
  const views = opening.views;
  // The list grows while it is walked: each view adds what is in it.
  for (let at = 0; at < views.length; at++) await opening.open(views[at] as ContentView, content);
  return { views, notSearched: [...opening.limits] };
}

type Part = Omit<ContentView, "text" | "parent" | "depth">;

/** The views so far, under limits that no content can pass. */
class Opening {
  readonly views: ContentView[] = [];
  readonly limits = new Set<string>();
  readonly unpack: Unpackers;
  #bytes = 0;

  constructor(unpack: Unpackers) {
    this.unpack = unpack;
  }

  get full(): boolean {
    return this.views.length >= mostViews || this.#bytes >= mostBytes;
  }

  add(part: Part, parent: ContentView | null = null): void {
    if (part.bytes.length === 0) return;
    if (this.full) {
      this.limits.add(
        "there is more in the request than is looked at, so the rest of it was searched as it stands only",
      );
      return;
    }
    this.#bytes += part.bytes.length;
    const depth = parent ? parent.depth + 1 : 0;
    this.views.push({ ...part, text: readableText(part.bytes), parent, depth });
  }

  async open(view: ContentView, content: SeenRequest | SeenPayload): Promise<void> {
    if (this.full) return;
    if (view.depth >= deepest) {
      this.limits.add(`what is wrapped more than ${deepest} times was not unwrapped further`);
      return;
    }
    const inner = view.depth === 0 && view.place === "body" && "method" in content ? content : undefined;
    if (await this.#unpacked(view, inner)) return;
    if (inner) {
      const parts = multipartParts(view.bytes, header(inner, "content-type"));
      if (parts.length > 0) {
        for (const part of parts) this.#inside(view, part.name, part.bytes);
        return;
      }
    }
    if (view.text === undefined)
      for (const field of protobufFields(view.bytes)) this.#inside(view, field.name, field.bytes);
    else this.#openText(view, view.text);
  }

  /** Takes a compression off; true where the view was compressed, whether it could be read or not. */
  async #unpacked(view: ContentView, request: SeenRequest | undefined): Promise<boolean> {
    const named = request ? (header(request, "content-encoding") ?? "").toLowerCase().split(",") : [];
    const kind =
      compressionOf(view.bytes) ??
      (view.text === undefined && named.some((name) => name.trim() === "br") ? "br" : undefined);
    if (kind === undefined) return false;
    const unpack = this.unpack[kind];
    if (unpack === undefined) {
      this.limits.add(`a part is compressed (${kind}), which cannot be read here`);
      return true;
    }
    try {
      const bytes = await unpack(view.bytes, mostUnpacked);
      this.add({ ...view, bytes, encoding: [...view.encoding, kind] }, view);
      return true;
    } catch {
      // Two bytes look like zlib's header in many texts; gzip and Zstandard have magic numbers that are no accident.
      if (kind !== "deflate")
        this.limits.add(`a part is compressed (${kind}) and damaged, cut off, or unpacks to too much`);
      return kind !== "deflate";
    }
  }

  #openText(view: ContentView, text: string): void {
    const start = text.trimStart().slice(0, 1);
    if (start === "{" || start === "[" || start === '"') {
      const { leaves, rest } = jsonLeaves(text, mostViews - this.views.length);
      for (const leaf of leaves) this.#inside(view, leaf.path, leaf.text);
      if (rest)
        this.limits.add(
          "there is more in the request than is looked at, so the rest of it was searched as it stands only",
        );
      if (leaves.length > 0) return;
    }
    for (const { name, value } of formPairs(view, text)) this.#pair(view, name, value);
    this.#decoded(view, text);
  }

  /** A parameter: its value as it stands, where nothing is escaped in it, and decoded where there is. */
  #pair(view: ContentView, name: string, value: string): void {
    const escaped = /%[0-9a-f]{2}/i.test(value) || value.includes("+");
    const bytes = escaped ? percentDecoded(value, true) : utf8(value);
    const encoding: readonly PersonalEncoding[] = escaped ? [...view.encoding, "url"] : view.encoding;
    const path = joinPath(view.path, name);
    this.add({ place: view.place, path, name: lastName(path), encoding, bytes }, view);
    // In base64 a plus is a plus; many forget to escape it.
    if (value.includes("+") && value.length >= shortestWrapped)
      this.add({ place: view.place, path, name: lastName(path), encoding, bytes: percentDecoded(value, false) }, view);
  }

  #decoded(view: ContentView, text: string): void {
    const wrapped = (kind: PersonalEncoding, bytes: Uint8Array | undefined) => {
      if (bytes) this.add({ ...view, bytes, encoding: [...view.encoding, kind] }, view);
    };
    if (/%[0-9a-f]{2}/i.test(text) && formPairs(view, text).length === 0) wrapped("url", percentDecoded(text, false));
    const packed = text.trim();
    if (packed.length < shortestWrapped) return;
    wrapped("hex", anyHex(packed));
    wrapped("base64", anyBase64(packed));
    // JSON Web Token (RFC 7519): three parts in base64url.
    if (/^eyJ[\w-]+\.[\w-]+/.test(packed)) for (const part of packed.split(".", 3)) wrapped("base64", anyBase64(part));
  }

  #inside(view: ContentView, path: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? utf8(content) : content;
    const full = joinPath(view.path, path);
    this.add({ place: view.place, path: full, name: lastName(full), encoding: view.encoding, bytes }, view);
  }
}

function* requestParts(request: SeenRequest): Generator<Part> {
  const part = (place: PersonalPlace, path: string, text: string): Part => ({
    place,
    path,
    name: path,
    encoding: [],
    bytes: utf8(text),
  });
  yield part("host", "", request.host);
  const query = request.path.indexOf("?");
  yield part("path", "", query < 0 ? request.path : request.path.slice(0, query));
  if (query >= 0) yield part("query", "", request.path.slice(query + 1));
  for (const { name, value } of request.headers)
    if (name.toLowerCase() === "cookie") {
      for (const pair of value.split(";", 1000)) {
        const [, key = "", crumb = ""] = /^\s*([^=]*)=?(.*)$/s.exec(pair) ?? [];
        yield part("cookie", key, crumb);
      }
    } else yield part("header", name, value);
  if (request.body) yield { place: "body", path: "", name: "", encoding: [], bytes: request.body };
}

function* payloadParts({ host, payload }: SeenPayload): Generator<Part> {
  if (host) yield { place: "host", path: "", name: "", encoding: [], bytes: utf8(host) };
  if (payload) yield { place: "payload", path: "", name: "", encoding: [], bytes: payload };
}

/** By the magic number: RFC 1952 §2.3, RFC 8878 §3.1.1; zlib has only a check over its two bytes (RFC 1950 §2.2). */
function compressionOf(bytes: Uint8Array): "gzip" | "zstd" | "deflate" | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (bytes.length < 8) return undefined;
  if (a === 0x1f && b === 0x8b && c === 8) return "gzip";
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return "zstd";
  return (a & 0x0f) === 8 && a >> 4 <= 7 && (a * 256 + b) % 31 === 0 && (b & 0x20) === 0 ? "deflate" : undefined;
}

function header(request: SeenRequest, wanted: string): string | undefined {
  return request.headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
}

function joinPath(before: string, after: string): string {
  // A path is for people to find the place again; hostile nesting must not make it longer than what it points into.
  if (before.length > 500) return before;
  return before === "" || after === "" || after.startsWith("[") ? before + after : `${before}.${after}`;
}

/** The last name of a path, without the indices behind it. */
function lastName(path: string): string {
  const bare = path.replace(/(?:\[\d+\])+$/, "");
  return bare.slice(bare.lastIndexOf(".") + 1);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
