import { base64 } from "./base64.ts";
import { type JsonObject, listIn, numberIn, objectIn, textIn } from "./json-member.ts";

/** A header or another named value. */
export interface HarPair {
  readonly name: string;
  readonly value: string;
}

/** One request of a HAR. */
export interface HarRequest {
  readonly method: string;
  /** As written, with the query. */
  readonly url: string;
  readonly httpVersion: string;
  readonly headers: readonly HarPair[];
  /** The body; null where there is none or it was left out. */
  readonly body: Uint8Array | null;
  /** The record left the body out or cut it, or only its fields are there and not the body itself. */
  readonly cut: boolean;
  /** Bytes of headers and body; null where it is not told. */
  readonly bytes: number | null;
}

/** One message of a WebSocket. */
export interface HarMessage {
  readonly sent: boolean;
  /** Epoch milliseconds. */
  readonly time: number | null;
  readonly data: Uint8Array;
}

/** Reads `entry.request`; undefined where it has no method or no address. */
export function readRequest(request: JsonObject | null): HarRequest | undefined {
  const method = request && textIn(request, "method");
  const url = request && textIn(request, "url");
  if (!request || !method || !url) return undefined;
  const headers = pairs(listIn(request, "headers"));
  const headersSize = numberIn(request, "headersSize") ?? -1;
  const bodySize = numberIn(request, "bodySize") ?? -1;
  const { body, cut } = readBody(objectIn(request, "postData"), bodySize);
  return {
    method,
    url,
    httpVersion: textIn(request, "httpVersion") ?? "",
    headers: [...headers, ...cookieHeader(headers, listIn(request, "cookies"))],
    body,
    cut,
    bytes: headersSize >= 0 && bodySize >= 0 ? headersSize + bodySize : null,
  };
}

/** Reads the messages of a WebSocket; what is none is left out. */
export function readMessages(value: unknown): readonly HarMessage[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((message) => {
    const data = textIn(message, "data");
    const type = textIn(message, "type");
    if (data === null || (type !== "send" && type !== "receive")) return [];
    // Browsers write binary messages in Base64 without saying so; opcode 2 is binary (RFC 6455 §5.2).
    const coded = textIn(message, "encoding") === "base64" || numberIn(message, "opcode") === 2;
    const seconds = numberIn(message, "time");
    const time = seconds === null || seconds <= 0 ? null : Math.round(seconds * 1000);
    return { sent: type === "send", time, data: (coded ? base64(data) : undefined) ?? textBytes(data) };
  });
}

function readBody(
  postData: JsonObject | null,
  size: number,
): { readonly body: Uint8Array | null; readonly cut: boolean } {
  if (!postData) return { body: null, cut: size > 0 };
  const text = textIn(postData, "text");
  if (text !== null && text !== "") {
    // PCAPdroid codes bodies that are no text, though HAR 1.2 allows that for answers only.
    const coded = textIn(postData, "encoding") === "base64" ? base64(text) : undefined;
    return { body: coded ?? textBytes(text), cut: false };
  }
  const fields = pairs(listIn(postData, "params"));
  if (fields.length === 0) return { body: null, cut: size > 0 };
  const form = fields.map(({ name, value }) => `${formText(name)}=${formText(value)}`).join("&");
  const type = textIn(postData, "mimeType") ?? "";
  return { body: textBytes(form), cut: !type.startsWith("application/x-www-form-urlencoded") };
}

/** Half a character, which `encodeURIComponent` refuses, is put back as the byte that it was. */
function formText(text: string): string {
  return text
    .split(/([\udc80-\udcff])/u)
    .map((part, i) =>
      i % 2 === 1 ? `%${(part.charCodeAt(0) - 0xdc00).toString(16)}` : encodeURIComponent(whole(part)),
    )
    .join("");
}

function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function pairs(list: readonly unknown[]): readonly HarPair[] {
  return list.flatMap((item) => {
    const name = textIn(item, "name");
    return name === null ? [] : { name, value: textIn(item, "value") ?? "" };
  });
}

/** Some programs name the cookies apart only. */
function cookieHeader(headers: readonly HarPair[], cookies: readonly unknown[]): readonly HarPair[] {
  if (headers.some(({ name }) => name.toLowerCase() === "cookie")) return [];
  const value = pairs(cookies)
    .map((cookie) => `${cookie.name}=${cookie.value}`)
    .join("; ");
  return value === "" ? [] : [{ name: "cookie", value }];
}

/**
 * A text as it was sent. mitmproxy writes each byte that is no UTF-8 as half a character, U+DC80 to U+DCFF (PEP 383); it becomes that byte
 * again.
 */
function textBytes(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (!/[\udc80-\udcff]/u.test(text)) return encoder.encode(text);
  const parts = text
    .split(/([\udc80-\udcff]+)/u)
    .map((part, i) =>
      i % 2 === 1 ? Uint8Array.from(part, (half) => half.charCodeAt(0) - 0xdc00) : encoder.encode(part),
    );
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
