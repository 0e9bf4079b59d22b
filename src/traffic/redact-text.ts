import type { Json } from "../core/json.ts";
import { table } from "../core/json.ts";
import { anyBase64, anyHex, percentDecoded, readableText } from "./byte-text.ts";
import { formPairs } from "./content-parts.ts";
import { findLiterals, type LiteralMatch } from "./known-literals.ts";
import { knownKinds } from "./known-values.ts";
import type { PersonalPlace } from "./personal-hit.ts";
import { findPatterns } from "./personal-patterns.ts";
import type { PersonalSearch } from "./personal-search.ts";
import type { Pseudonyms } from "./pseudonym.ts";

/** What the redaction of one request goes by. */
export interface Redaction {
  readonly search: PersonalSearch;
  readonly pseudonym: Pseudonyms;
  /** Places (`placeKey`) whose whole value is personal, by what was found there, with the property that it is. */
  readonly personal: ReadonlyMap<string, string>;
}

/** Where in a request a text stands. */
export interface TextPlace {
  readonly place: PersonalPlace;
  readonly path: string;
  readonly name: string;
  readonly depth: number;
}

/** Wrappings within wrappings; what lies deeper is left out. */
const deepest = 40;
/** Names under which a session or a password is sent: whoever has it can act as the owner. */
const secretName =
  /(?:^|[-_.])(?:authorization|token|password|passwd|secret|session|sessionid|sid|signature|apikey|cookie)$|^(?:access|auth|refresh|id|csrf|xsrf)_?token$|^api[-_]?key$/i;
const coordinateName = /(?:^|[_.])(?:lat|lng|lon|long|latitude|longitude)$/i;

/** One key for the places of a list and of its items, and for the ways in which adapters write paths. */
export function placeKey(place: PersonalPlace, path: string): string {
  return `${place} ${path.replace(/\[[\d*]+\]|\.(?:\d+|\*)(?![^.])/g, "").toLowerCase()}`;
}

/**
 * The text with everything personal in it replaced by pseudonyms, also within JSON, forms, and what is encoded; what was unwrapped for it stays
 * unwrapped. Text without anything personal comes back as it was.
 */
export async function redactText(text: string, at: TextPlace, by: Redaction): Promise<string> {
  if (text.trim() === "") return text;
  if (at.depth > deepest) return by.pseudonym("removed", text);
  // A known value first: it has one name everywhere, whatever the place is called.
  const whole = await redactSpans(text.trim(), by);
  if (/^candor-[A-Za-z0-9]+-[0-9a-f]{12}(?:-\w+)?$/.test(whole)) return whole;
  const property = personalProperty(text, at, by);
  if (property) return by.pseudonym(property, text);
  const json = /^\s*[{["]/.test(text) ? parsed(text) : undefined;
  if (json !== undefined) return redactJson(text, json, at, by);
  const lines = /^\s*[{[]/.test(text) && text.includes("\n") ? text.split("\n") : [];
  if (lines.length > 1 && parsed(lines[0] ?? "") !== undefined) return redactEach(lines, "\n", at, by);
  const pairs = formPairs(at, text);
  if (pairs.length > 0) return redactForm(text, at, by);
  return (await unwrapped(text, at, by)) ?? redactSpans(text, by);
}

/** The property that the whole text is, by what was found at its place, by its name, or by its name and form. */
function personalProperty(text: string, at: TextPlace, { personal }: Redaction): string | undefined {
  const found = at.path === "" ? undefined : personal.get(placeKey(at.place, at.path));
  if (found) return found;
  if (at.place === "cookie" || secretName.test(at.name)) return "secret";
  if (coordinateName.test(at.name) && /^-?\d+[.,]\d{2,}$/.test(text.trim())) return "coordinate";
  if (/^\s*[{["]/.test(text)) return undefined;
  const view = { ...at, encoding: [], bytes: new Uint8Array(), text, parent: null };
  return findPatterns([view]).find(({ kind }) => kind !== "deviceInfo")?.property;
}

async function redactJson(text: string, root: unknown, at: TextPlace, by: Redaction): Promise<string> {
  const redacted = await redactValue(root, at, by);
  const [before, after] = [JSON.stringify(root), JSON.stringify(redacted)];
  return before === after ? text : after;
}

async function redactValue(value: unknown, at: TextPlace, by: Redaction): Promise<Json> {
  const deeper = { ...at, depth: at.depth + 1 };
  if (typeof value === "string") return redactText(value, deeper, by);
  if (typeof value === "number") {
    const text = await redactText(String(value), deeper, by);
    return text === String(value) ? value : text;
  }
  if (typeof value !== "object" || value === null) return value as boolean | null;
  if (at.depth > deepest) return by.pseudonym("removed", JSON.stringify(value).slice(0, 10_000));
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value as readonly unknown[]) items.push(await redactValue(item, deeper, by));
    return items;
  }
  const entries: (readonly [string, Json])[] = [];
  for (const [key, item] of Object.entries(value)) {
    const inside = { ...deeper, path: at.path === "" ? key : `${at.path}.${key}`, name: key };
    entries.push([await redactSpans(key, by), await redactValue(item, inside, by)]);
  }
  return table(entries);
}

/** Pairs whose value holds nothing keep their escapes as they were sent. */
async function redactForm(text: string, at: TextPlace, by: Redaction): Promise<string> {
  const address = /^https?:\/\/[^\s?]*\?/i.exec(text)?.[0] ?? "";
  const pairs = text.slice(address.length).split("&");
  const redacted: string[] = [];
  for (const pair of pairs) {
    const end = pair.indexOf("=");
    const name = end < 0 ? "" : (readableText(percentDecoded(pair.slice(0, end), true)) ?? "");
    const value = readableText(percentDecoded(pair.slice(end + 1), !/^[\w+/=%-]{24,}$/.test(pair.slice(end + 1))));
    const path = at.path === "" ? name : `${at.path}.${name}`;
    const inside = { place: at.place, path, name, depth: at.depth + 1 };
    const after = value === undefined ? await by.pseudonym("removed", pair) : await redactText(value, inside, by);
    const key = await redactSpans(pair.slice(0, end + 1), by);
    redacted.push(after === value ? key + pair.slice(end + 1) : key + encodeURIComponent(after));
  }
  return (await redactSpans(address, by)) + redacted.join("&");
}

async function redactEach(parts: readonly string[], separator: string, at: TextPlace, by: Redaction): Promise<string> {
  const redacted: string[] = [];
  for (const part of parts) redacted.push(await redactText(part, { ...at, depth: at.depth + 1 }, by));
  return redacted.join(separator);
}

/** For a text that is an encoding of something personal: what it encodes, redacted; undefined where there is nothing to redact in it. */
async function unwrapped(text: string, at: TextPlace, by: Redaction): Promise<string | undefined> {
  const deeper = { ...at, depth: at.depth + 1 };
  const packed = text.trim();
  if (/%[0-9a-f]{2}/i.test(text)) {
    const plain = readableText(percentDecoded(text, false));
    const after = plain === undefined ? undefined : await redactText(plain, deeper, by);
    return after === plain ? undefined : encodeURIComponent(after ?? (await by.pseudonym("removed", text)));
  }
  if (packed.length < 12) return undefined;
  for (const bytes of [anyHex(packed), anyBase64(packed)]) {
    if (!bytes) continue;
    const after = await redactBytes(bytes, deeper, by);
    if (after !== undefined) return after;
  }
  return undefined;
}

/** Bytes as redacted text; undefined where there is nothing personal in them. Binary data that holds something is left out as a whole. */
export async function redactBytes(bytes: Uint8Array, at: TextPlace, by: Redaction): Promise<string | undefined> {
  const packed = await unpacked(bytes, by);
  const text = readableText(packed);
  if (text === undefined) return holdsKnown(packed, by) ? `candor-removed-${packed.length}-bytes` : undefined;
  const after = await redactText(text, at, by);
  return after === text ? undefined : after;
}

/** The bytes without their compression, the bytes themselves where there is none or it cannot be read. */
export async function unpacked(bytes: Uint8Array, { search: { unpack } }: Redaction): Promise<Uint8Array> {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack.gzip : undefined;
  const deflate = (bytes[0] ?? 0) === 0x78 ? unpack.deflate : undefined;
  const zstd =
    bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd ? unpack.zstd : undefined;
  try {
    return (await (gzip ?? deflate ?? zstd)?.(bytes, 16 * 1024 * 1024)) ?? bytes;
  } catch {
    return bytes;
  }
}

function holdsKnown(bytes: Uint8Array, { search }: Redaction): boolean {
  let holds = false;
  findLiterals(search.literals, bytes, ({ subject }) => {
    holds ||= subject.of === "value";
  });
  return holds;
}

/** The text with each known value in it, however spelt, encoded or digested, replaced by its pseudonym. */
export async function redactSpans(text: string, { search, pseudonym }: Redaction): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const spans: LiteralMatch[] = [];
  findLiterals(search.literals, bytes, (match) => {
    if (match.subject.of !== "package") spans.push(match);
  });
  if (spans.length === 0) return text;
  // The longest of those that overlap: a number within its international form is no value of its own.
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const decoder = new TextDecoder();
  let redacted = "";
  let at = 0;
  for (const { subject, digest, start, end } of spans) {
    if (start < at) continue;
    const known = subject.of === "value" ? search.known.values[subject.index] : undefined;
    const name = known
      ? await pseudonym(knownKinds[known.kind][1], known.value)
      : await pseudonym("coordinate", decoder.decode(bytes.subarray(start, end)));
    redacted += `${decoder.decode(bytes.subarray(at, start))}${name}${digest ? `-${digest}` : ""}`;
    at = end;
    // Further decimals of a coordinate belong to it.
    while (!known && (bytes[at] ?? 0) >= 48 && (bytes[at] ?? 0) <= 57) at++;
  }
  return redacted + decoder.decode(bytes.subarray(at));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
