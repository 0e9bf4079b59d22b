import { table } from "../core/json.ts";
import type { Unpackers } from "../formats/unpackers.ts";
import { isXiaomiPush, readXiaomiPush } from "../formats/xiaomi-push.ts";
import type { Adapter, AdapterField, AdapterStep } from "./adapter.ts";
import { anyBase64, latin1, percentDecoded, readableText } from "./byte-text.ts";
import type { SeenPayload } from "./content-views.ts";
import { excerptOf } from "./excerpt.ts";
import type { SeenRequest } from "./flow.ts";
import type { PersonalEncoding, PersonalHit, PersonalPlace } from "./personal-hit.ts";

/** A part of a request on its way through the steps: where it came from, how it was wrapped, what it is now. */
interface Part {
  readonly place: PersonalPlace;
  readonly path: string;
  readonly encoding: readonly PersonalEncoding[];
  readonly value: unknown;
}

/** Bytes that a compressed part may unpack to. */
const mostUnpacked = 16 * 1024 * 1024;
/** Places that one path of a field may lead to. */
const mostPlaces = 1_000;

/** What the adapters know of this request or payload; nothing where it goes to none of their endpoints. */
export async function applyAdapters(
  content: SeenRequest | SeenPayload,
  adapters: readonly Adapter[],
  unpack: Unpackers,
): Promise<readonly PersonalHit[]> {
  const hits: PersonalHit[] = [];
  for (const adapter of adapters) {
    if (!isFor(adapter, content)) continue;
    const parts = new Map(firstParts(content));
    for (const { from, steps, to } of adapter.decode) {
      const part = await decoded(found(parts, from)[0], steps, unpack);
      if (part) parts.set(to, part);
    }
    for (const field of adapter.fields)
      for (const part of found(parts, field.at)) hits.push(...fieldHit(adapter, field, part));
  }
  return hits;
}

function isFor({ hosts, paths }: Adapter, content: SeenRequest | SeenPayload): boolean {
  const { host } = content;
  if (host === null) return false;
  const fits = hosts.some((wanted) => (wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted));
  return fits && (paths.length === 0 || ("path" in content && paths.some((start) => content.path.startsWith(start))));
}

function* firstParts(content: SeenRequest | SeenPayload): Generator<[string, Part]> {
  const part = (place: PersonalPlace, value: unknown): Part => ({ place, path: "", encoding: [], value });
  if (!("method" in content)) {
    if (content.payload) yield ["payload", part("payload", content.payload)];
    return;
  }
  const query = content.path.indexOf("?");
  if (query >= 0) yield ["query", part("query", form(content.path.slice(query + 1)))];
  if (content.body) yield ["body", part("body", content.body)];
}

async function decoded(
  part: Part | undefined,
  steps: readonly AdapterStep[],
  unpack: Unpackers,
): Promise<Part | undefined> {
  let { value } = part ?? { value: undefined };
  if (!part) return undefined;
  const encoding = [...part.encoding];
  for (const step of steps) {
    value = await stepped(step, value, unpack);
    if (value === undefined) return undefined;
    if (step === "base64" || step === "gzip") encoding.push(step);
  }
  return { ...part, encoding, value };
}

async function stepped(step: AdapterStep, value: unknown, unpack: Unpackers): Promise<unknown> {
  const bytes =
    value instanceof Uint8Array ? value : typeof value === "string" ? new TextEncoder().encode(value) : undefined;
  if (bytes === undefined) return step === "links" ? links(textsIn(value).join("\n")) : undefined;
  if (step === "texts") return texts(bytes);
  if (step === "xiaomi-push") return pushFields(bytes);
  if (step === "gzip") return gunzipped(bytes, unpack);
  const text = readableText(bytes);
  if (text === undefined) return undefined;
  if (step === "form") return form(text);
  if (step === "base64") return anyBase64(text.trim());
  return step === "json" ? json(text) : links(text);
}

async function gunzipped(bytes: Uint8Array, unpack: Unpackers): Promise<Uint8Array | undefined> {
  // Some clients say gzip and send plain; the step after this one finds out.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await unpack.gzip?.(bytes, mostUnpacked);
  } catch {
    return undefined;
  }
}

function form(text: string): Record<string, string> {
  return table(
    text.split("&", 10_000).map((pair) => {
      const at = pair.indexOf("=");
      const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
      // Base64 is sent with its plus unescaped by some; a space means nothing in it.
      const bytes = percentDecoded(value, !/^[\w+/=%-]{64,}$/.test(value));
      return [name, readableText(bytes) ?? latin1(bytes)] as const;
    }),
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function links(text: string): readonly string[] {
  return (text.match(/https?:\/\/[^\s"'<>\\]{4,2000}/g) ?? []).slice(0, mostPlaces);
}

function texts(bytes: Uint8Array): readonly string[] {
  return (latin1(bytes.subarray(0, 65_536)).match(/[\x20-\x7e]{4,}/g) ?? []).slice(0, mostPlaces);
}

function pushFields(bytes: Uint8Array): Record<string, string> | undefined {
  if (!isXiaomiPush(bytes)) return undefined;
  try {
    return table(readXiaomiPush(bytes).fields.map(({ tag, value }) => [tag.toString(16), value] as const));
  } catch {
    return undefined;
  }
}

/** The places that a path leads to. */
function found(parts: ReadonlyMap<string, Part>, at: string): readonly Part[] {
  const [name = "", ...rest] = at.split(".");
  const first = parts.get(name);
  let here: readonly Part[] = first ? [first] : [];
  for (const key of rest) here = here.flatMap((part) => inside(part, key)).slice(0, mostPlaces);
  return here;
}

function inside(part: Part, key: string): readonly Part[] {
  const { value } = part;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  const inner = Array.isArray(value)
    ? value.map((item: unknown, i) => [`[${i}]`, String(i), item] as const)
    : Object.entries(value).map(([name, item]: [string, unknown]) => [`.${name}`, name, item] as const);
  return inner
    .filter(([, name]) => key === "*" || key === name)
    .map(([step, , item]) => ({ ...part, path: `${part.path}${step}`.replace(/^\./, ""), value: item }));
}

function fieldHit(adapter: Adapter, field: AdapterField, part: Part): readonly PersonalHit[] {
  const { at: _, because, counted, shape, ...what } = field;
  const all = textsIn(part.value).filter((text) => text.trim() !== "" && (!shape || shape.test(text.slice(0, 4_000))));
  const [first] = all;
  if (first === undefined) return [];
  const { place, path, encoding } = part;
  const text = shape?.exec(first.slice(0, 4_000))?.[0] ?? first;
  const excerpt = counted ? `${all.length}` : excerptOf(text);
  const reason = `${adapter.name} (${adapter.company}): ${because}`;
  const rest = { digest: null, by: "adapter", known: null, reason, references: adapter.references } as const;
  return [{ ...what, ...rest, place, path, encoding, excerpt }];
}

/** The texts and numbers in a value, however deep, up to a limit. */
function textsIn(value: unknown): readonly string[] {
  const all: string[] = [];
  const waiting: unknown[] = [value];
  for (let steps = 0; waiting.length > 0 && all.length < mostPlaces && steps < 50_000; steps++) {
    const next = waiting.shift();
    if (typeof next === "string" || typeof next === "number") all.push(String(next));
    else if (next instanceof Uint8Array) all.push(readableText(next) ?? "");
    else if (typeof next === "object" && next !== null && waiting.length < 50_000)
      waiting.push(...Object.values(next).slice(0, 10_000));
  }
  return all;
}
