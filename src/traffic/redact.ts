import type { Json } from "../core/json.ts";
import { readableText } from "./byte-text.ts";
import type { Flow, SeenRequest, TrafficRecord } from "./flow.ts";
import { type RequestReader, searchContent } from "./flow-search.ts";
import { searchPersonalData } from "./personal-data.ts";
import type { PersonalSearch } from "./personal-search.ts";
import { pseudonyms } from "./pseudonym.ts";
import { placeKey, type Redaction, redactSpans, redactText, type TextPlace, unpacked } from "./redact-text.ts";

/** A request without anything personal that was found; JSON-safe. */
export interface SharedRequest extends Omit<SeenRequest, "body"> {
  /** As text, unpacked where it was compressed; null where there was none or it was left out. */
  readonly body: string | null;
  /** What was left out as a whole, since it could not be redacted: `body of 512 bytes`, `path`. */
  readonly removed: readonly string[];
}

/** A flow that can be shown to others: bytes that are no text are never in it. */
export interface SharedFlow extends Omit<Flow, "requests" | "payload"> {
  readonly requests: readonly SharedRequest[];
  /** Bytes that the phone sent in clear and that are left out here. */
  readonly payloadBytes: number;
}

/** A record of traffic to share: `candor.traffic/1`. */
export interface SharedRecord extends Omit<TrafficRecord, "flows" | "questions"> {
  readonly schema: "candor.traffic/1";
  readonly flows: readonly SharedFlow[];
  readonly questions: readonly SharedFlow[];
}

/**
 * A record with everything personal that can be found replaced by pseudonyms, the same for the same value: known values in every encoding,
 * what adapters and `readers` know, what names and forms show, cookies and tokens. Each request is searched again; a part in which a known value
 * is still found is left out. What nobody knows to be personal stays, which whoever shares it has to be told.
 *
 * @param key secret of at least 16 random bytes; the same key gives the same pseudonyms in several records.
 */
export async function redact(
  record: TrafficRecord,
  search: PersonalSearch,
  key: Uint8Array,
  readers: readonly RequestReader[] = [],
): Promise<SharedRecord> {
  const by: Redaction = { search, pseudonym: pseudonyms(key, search.crypto), personal: new Map() };
  const { flows, questions, file, ...rest } = record;
  const name = await redactSpans(file, by);
  const shared = async (all: readonly Flow[]) => {
    const result: SharedFlow[] = [];
    for (const flow of all) result.push(await sharedFlow(flow, name, by, readers));
    return result;
  };
  return {
    schema: "candor.traffic/1",
    ...rest,
    file: name,
    flows: await shared(flows),
    questions: await shared(questions),
  };
}

async function sharedFlow(
  flow: Flow,
  file: string,
  by: Redaction,
  readers: readonly RequestReader[],
): Promise<SharedFlow> {
  const { requests, payload, ...rest } = flow;
  const shared: SharedRequest[] = [];
  for (const request of requests) {
    const { hits } = await searchContent(request, by.search, readers);
    const personal = new Map(
      hits
        .filter(({ kind, path, known }) => known === null && kind !== "deviceInfo" && kind !== "other" && path !== "")
        .map(({ place, path, property }) => [placeKey(place, path), property]),
    );
    shared.push(await sharedRequest(request, { ...by, personal }));
  }
  const host = flow.host === null ? null : await redactHost(flow.host, by);
  return { ...rest, host, origin: { ...flow.origin, file }, requests: shared, payloadBytes: payload?.length ?? 0 };
}

async function sharedRequest(request: SeenRequest, by: Redaction): Promise<SharedRequest> {
  const removed: string[] = [];
  const headers: { name: string; value: string }[] = [];
  for (const { name, value } of request.headers)
    headers.push({ name: await redactSpans(name, by), value: await redactHeader(name, value, by) });
  const body = await redactBody(request, by, removed);
  const { method, scheme, port, cut, status, time } = request;
  const rest = { time, method, scheme, port, cut, status };
  const host = await redactHost(request.host, by);
  const path = await redactPath(request.path, by);
  return checked({ ...rest, host, path, headers, body, removed }, by.search);
}

async function redactHost(host: string, by: Redaction): Promise<string> {
  return (await redactSpans(host, by)).toLowerCase();
}

async function redactPath(path: string, by: Redaction): Promise<string> {
  const end = path.indexOf("?");
  const before = end < 0 ? path : path.slice(0, end);
  const parts: string[] = [];
  for (const part of before.split("/")) parts.push(await redactText(part, top("path", ""), by));
  const query = end < 0 ? "" : `?${await redactText(path.slice(end + 1), top("query", ""), by)}`;
  return parts.join("/") + query;
}

async function redactHeader(name: string, value: string, by: Redaction): Promise<string> {
  if (name.toLowerCase() !== "cookie") return redactText(value, top("header", name), by);
  const crumbs: string[] = [];
  for (const pair of value.split(";")) {
    const end = pair.indexOf("=");
    const key = pair.slice(0, Math.max(0, end)).trim();
    crumbs.push(`${key}=${await redactText(pair.slice(end + 1).trim(), top("cookie", key), by)}`);
  }
  return crumbs.join("; ");
}

async function redactBody({ body }: SeenRequest, by: Redaction, removed: string[]): Promise<string | null> {
  if (!body || body.length === 0) return null;
  const text = readableText(await unpacked(body, by));
  if (text !== undefined) return redactText(text, top("body", ""), by);
  // Nobody can see what is in it, so nobody can say that it holds nothing.
  removed.push(`body of ${body.length} bytes that are no text`);
  return null;
}

/** Searched again, as whoever gets it would: a part in which a known value is still found is left out. */
async function checked(shared: SharedRequest, search: PersonalSearch): Promise<SharedRequest> {
  const body = shared.body === null ? null : new TextEncoder().encode(shared.body);
  const { hits } = await searchPersonalData({ ...shared, body }, search);
  const still = new Set(hits.filter(({ by }) => by === "known-value").map(({ place }) => place));
  if (still.size === 0) return shared;
  return {
    ...shared,
    host: still.has("host") ? "removed.invalid" : shared.host,
    path: still.has("path") || still.has("query") ? "/candor-removed" : shared.path,
    headers: still.has("header") || still.has("cookie") ? [] : shared.headers,
    body: still.has("body") ? null : shared.body,
    removed: [...shared.removed, ...still],
  };
}

function top(place: TextPlace["place"], name: string): TextPlace {
  return { place, path: name, name, depth: 0 };
}

/** The requests of a shared record as HAR 1.2, for other tools; flows without a request are not in it, since HAR has no place for them. */
export function sharedHar(record: SharedRecord, version: string): Json {
  const entries = record.flows.flatMap((flow) => flow.requests.map((request) => entry(flow, request)));
  const comment = "Identifiers are replaced by pseudonyms; bodies that are no text are left out.";
  return { log: { version: "1.2", creator: { name: "Candor", version }, comment, pages: [], entries } };
}

function entry(flow: SharedFlow, request: SharedRequest): Json {
  const { time, method, scheme, host, port, path, headers, body, status, removed } = request;
  const usual = port === (scheme === "https" ? 443 : 80);
  const contentType = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  const ours = {
    method,
    url: `${scheme}://${host}${usual ? "" : `:${port}`}${path}`,
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers: headers.map(({ name, value }) => ({ name, value })),
    queryString: [],
    headersSize: -1,
    bodySize: -1,
    ...(body === null ? {} : { postData: { mimeType: contentType, text: body } }),
    ...(removed.length === 0 ? {} : { comment: `left out: ${removed.join(", ")}` }),
  };
  const content = { size: 0, mimeType: "", comment: "answers are not kept" };
  return {
    startedDateTime: new Date(time ?? flow.start ?? 0).toISOString(),
    time: 0,
    request: ours,
    response: {
      status: status ?? 0,
      statusText: "",
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: [],
      content,
      redirectURL: "",
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    ...(flow.address === null ? {} : { serverIPAddress: flow.address }),
  };
}
