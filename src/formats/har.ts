import { FormatError } from "../core/errors.ts";
import { type HarMessage, type HarRequest, readMessages, readRequest } from "./har-request.ts";
import { type HarTweasel, readTweasel } from "./har-tweasel.ts";
import { type JsonObject, numberIn, objectIn, textIn } from "./json-member.ts";

/** The most bytes that are read: about what one text may hold. */
export const maxHarBytes = 512_000_000;

/** One entry: a request, and what is told of its answer. */
export interface HarEntry {
  /** Its place in the list, from 1. */
  readonly number: number;
  /** As written: ISO 8601. */
  readonly started: string | null;
  /** Milliseconds in all; null where it is not told. */
  readonly duration: number | null;
  readonly request: HarRequest;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** What the browser says went wrong, for example `net::ERR_BLOCKED_BY_CLIENT`. */
  readonly error: string | null;
  /** Bytes of headers and body of the answer; null where it is not told. */
  readonly answerBytes: number | null;
  readonly serverAddress: string | null;
  /** Messages of a WebSocket, as PCAPdroid and browsers write them. */
  readonly messages: readonly HarMessage[];
}

/** A HAR file as read. */
export interface Har {
  /** Name and version of the program that wrote it. */
  readonly creator: string | null;
  readonly entries: readonly HarEntry[];
  /** How many entries were none that can be read. */
  readonly unreadable: number;
  /** The block of the tweasel tools: whose traffic it is, and from when to when. */
  readonly tweasel: HarTweasel | null;
}

/**
 * Reads a HAR 1.1 or 1.2 as mitmproxy, PCAPdroid, browsers and the tweasel tools write it: what the phone sent, not what it was answered.
 *
 * @throws FormatError where it is no HAR, is too large, or holds entries of which none can be read.
 * http://www.softwareishard.com/blog/har-12-spec/
 */
export function parseHar(bytes: Uint8Array): Har {
  const log = objectIn(parse(bytes), "log");
  const list = log?.["entries"];
  if (!log || !Array.isArray(list)) throw new FormatError("har", "it has no list of entries");
  const entries = (list as readonly unknown[]).flatMap((value, i) => readEntry(value, i + 1) ?? []);
  if (entries.length === 0 && list.length > 0) throw new FormatError("har", "none of its entries can be read");
  const creator = objectIn(log, "creator");
  const written = [creator && textIn(creator, "name"), creator && textIn(creator, "version")];
  return {
    creator: written.filter((part) => part !== null && part !== "").join(" ") || null,
    entries,
    unreadable: list.length - entries.length,
    tweasel: readTweasel(objectIn(log, "_tweasel")),
  };
}

function parse(bytes: Uint8Array): unknown {
  if (bytes.length > maxHarBytes) throw new FormatError("har", `it is larger than ${maxHarBytes} bytes`);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    // Text that is no JSON, and text that is nested more deeply than the platform reads.
    throw new FormatError("har", "it is no JSON, or cut off");
  }
}

function readEntry(value: unknown, number: number): HarEntry | undefined {
  const request = readRequest(objectIn(value, "request"));
  if (!request) return undefined;
  const entry = value as JsonObject;
  const response = objectIn(entry, "response");
  const status = response && numberIn(response, "status");
  const duration = numberIn(entry, "time");
  return {
    number,
    started: textIn(entry, "startedDateTime"),
    duration: duration !== null && duration >= 0 ? duration : null,
    request,
    status: status !== null && status >= 100 && status <= 999 ? status : null,
    error: response && textIn(response, "_error"),
    answerBytes: response && sizeOf(response),
    serverAddress: textIn(entry, "serverIPAddress") || null,
    messages: readMessages(entry["_webSocketMessages"]),
  };
}

/** Headers and body of the answer; HAR writes −1 for what is not known. */
function sizeOf(response: JsonObject): number | null {
  const headers = numberIn(response, "headersSize") ?? -1;
  const body = numberIn(response, "bodySize") ?? -1;
  return headers >= 0 && body >= 0 ? headers + body : null;
}
