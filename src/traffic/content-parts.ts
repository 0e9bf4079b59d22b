import { latin1 } from "./byte-text.ts";
import type { PersonalPlace } from "./personal-hit.ts";

/** One text or number in JSON. */
export interface JsonLeaf {
  /** Names with dots, indices in brackets: `events[0].url`. */
  readonly path: string;
  readonly text: string;
}

/** Lines of JSON that are read as one document each. */
const mostLines = 5_000;

/**
 * The texts and numbers of a JSON document, or of one in each line; none where it is no JSON. `rest` says that there are more than `most`.
 * Nothing is recursive, so that a million brackets cost no stack.
 */
export function jsonLeaves(text: string, most: number): { leaves: readonly JsonLeaf[]; rest: boolean } {
  const leaves: JsonLeaf[] = [];
  const waiting: [string, unknown][] = documents(text);
  let rest = false;
  waiting.reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [path, value] = next;
    if (typeof value === "string" || typeof value === "number") leaves.push({ path, text: String(value) });
    if (leaves.length > most) return { leaves, rest: true };
    if (typeof value !== "object" || value === null) continue;
    const inner: readonly [string, unknown][] = Array.isArray(value)
      ? value.slice(0, most + 1).map((item: unknown, i) => [shortened(`${path}[${i}]`), item])
      : Object.entries(value)
          .slice(0, most + 1)
          .map(([key, item]) => [shortened(named(path, key)), item]);
    if (inner.length > most) rest = true;
    for (let i = inner.length - 1; i >= 0; i--) waiting.push(inner[i] as [string, unknown]);
  }
  return { leaves, rest };
}

function documents(text: string): [string, unknown][] {
  const whole = parsed(text);
  if (whole !== undefined) return [["", whole]];
  const lines = text.split("\n", mostLines).filter((line) => line.trim() !== "");
  if (lines.length < 2 || parsed(lines[0] ?? "") === undefined) return [];
  return lines.map((line, i) => [`[${i}]`, parsed(line)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function named(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** A path may become as long as the document that it goes down into; past this it says no more to anyone. */
function shortened(path: string): string {
  return path.length > 500 ? `${path.slice(0, 240)}…${path.slice(-240)}` : path;
}

/** Parameters of one query or form. */
const mostPairs = 20_000;

/**
 * The pairs of a query or form (WHATWG URL §5.1), their values still escaped. None where the text is neither: it is a query, or begins with
 * `name=`, or is an address with a query.
 */
export function formPairs(
  { place, depth }: { readonly place: PersonalPlace; readonly depth: number },
  text: string,
): readonly { readonly name: string; readonly value: string }[] {
  const address = /^https?:\/\/[^\s?]*\?/i.exec(text)?.[0];
  const form = address ? text.slice(address.length) : text;
  if (!(place === "query" && depth === 0) && !/^[\w.%~[\]-]{1,100}=[^\s=]/.test(form)) return [];
  return form.split("&", mostPairs).map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? { name: "", value: pair } : { name: escapedName(pair.slice(0, at)), value: pair.slice(at + 1) };
  });
}

function escapedName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " ")).slice(0, 200);
  } catch {
    return name.slice(0, 200);
  }
}

/** The parts of `multipart/form-data` (RFC 7578), by name; none where the content type is another. */
export function multipartParts(
  body: Uint8Array,
  contentType: string | undefined,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const [, quoted, bare] =
    /^multipart\/[^;]+;.{0,200}?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? "") ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return [];
  const text = latin1(body);
  const parts = [];
  const mark = `--${boundary}`;
  for (let at = text.indexOf(mark); at >= 0 && parts.length < 1_000; ) {
    const next = text.indexOf(mark, at + mark.length);
    const part = text.slice(at + mark.length, next < 0 ? text.length : next);
    const middle = part.indexOf("\r\n\r\n");
    if (middle >= 0) {
      const name = /\bname="([^"\r\n]{0,200})"/i.exec(part.slice(0, middle))?.[1] ?? "";
      const start = at + mark.length + middle + 4;
      const end = at + mark.length + part.length - (part.endsWith("\r\n") ? 2 : 0);
      parts.push({ name, bytes: body.subarray(start, Math.max(start, end)) });
    }
    at = next;
  }
  return parts;
}

/** Fields of one protobuf message. */
const mostFields = 5_000;

/**
 * The texts, bytes and messages in a protobuf message of unknown schema (encoding: protobuf.dev/programming-guides/encoding), by the number of
 * their field; none where the bytes are no such message from the first to the last. The five bytes that gRPC puts before are skipped.
 */
export function protobufFields(bytes: Uint8Array): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return messageFields(bytes, 0) ?? (isGrpc(bytes) ? messageFields(bytes, 5) : undefined) ?? [];
}

function isGrpc(bytes: Uint8Array): boolean {
  if (bytes.length < 6 || (bytes[0] as number) > 1) return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(1) === bytes.length - 5;
}

function messageFields(bytes: Uint8Array, start: number): readonly { name: string; bytes: Uint8Array }[] | undefined {
  const fields = [];
  const at = { offset: start };
  while (at.offset < bytes.length) {
    const tag = varint(bytes, at);
    const number = tag === undefined ? 0 : Math.floor(tag / 8);
    if (tag === undefined || number < 1 || number > 20_000 || fields.length >= mostFields) return undefined;
    const kind = tag % 8;
    const length = kind === 1 ? 8 : kind === 5 ? 4 : kind === 0 || kind === 2 ? varint(bytes, at) : undefined;
    if (length === undefined) return undefined;
    if (kind === 0) continue;
    if (at.offset + length > bytes.length) return undefined;
    if (kind === 2) fields.push({ name: String(number), bytes: bytes.subarray(at.offset, at.offset + length) });
    at.offset += length;
  }
  return fields;
}

function varint(bytes: Uint8Array, at: { offset: number }): number | undefined {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[at.offset++];
    if (byte === undefined) return undefined;
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return value;
  }
  return undefined;
}
