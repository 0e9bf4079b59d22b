import { addressText } from "./ip-address.ts";
import type { Words } from "./ip-packet.ts";

/** A name that was asked for, in lower case without the dot at its end; `.` for the root. Outside text. */
export interface DnsQuestion {
  readonly name: string;
  readonly type: number;
}

/** An address that an answer gives for a name. */
export interface DnsAddress {
  readonly name: string;
  readonly version: 4 | 6;
  readonly address: Words;
}

/** A DNS message as far as names and addresses go (RFC 1035 §4). */
export interface DnsMessage {
  readonly id: number;
  readonly answer: boolean;
  readonly questions: readonly DnsQuestion[];
  readonly addresses: readonly DnsAddress[];
  /** Whether it breaks off or points where nothing is: what stands before was read. */
  readonly cut: boolean;
}

/** Questions and records of one message that are read; real ones ask one question. */
const maxQuestions = 16;
const maxRecords = 256;
const maxName = 255;
/** Compression pointers of one name; real ones follow a few. */
const maxPointers = 32;
const root = ".";

interface Name {
  readonly text: string;
  readonly next: number;
}

/**
 * Reads a DNS message; undefined where the bytes are none: a header that no resolver writes, no readable question and no answer.
 * mDNS (RFC 6762) and LLMNR (RFC 4795) have the same layout; their ports tell them apart.
 */
export function readDns(bytes: Uint8Array, view: DataView, start: number, end: number): DnsMessage | undefined {
  if (end - start < 12) return undefined;
  const flags = view.getUint16(start + 2);
  const questionCount = view.getUint16(start + 4);
  const answerCount = view.getUint16(start + 6);
  // Opcodes beyond 6 are not assigned, and nobody asks more than a few questions at once.
  if (((flags >> 11) & 15) > 6 || questionCount > maxQuestions || questionCount + answerCount === 0) return undefined;
  const questions: DnsQuestion[] = [];
  const addresses: DnsAddress[] = [];
  let at = start + 12;
  let whole = true;
  for (let left = questionCount; left > 0 && whole; left--) {
    const name = readName(bytes, start, at, end);
    whole = name !== undefined && name.next + 4 <= end;
    if (!name || !whole) break;
    questions.push({ name: name.text, type: view.getUint16(name.next) });
    at = name.next + 4;
  }
  for (let left = Math.min(answerCount, maxRecords); left > 0 && whole; left--) {
    const name = readName(bytes, start, at, end);
    const data = name ? name.next + 10 : end + 1;
    const length = name && data <= end ? view.getUint16(data - 2) : 0;
    whole = data + length <= end;
    if (!name || !whole) break;
    const address = addressOf(view, view.getUint16(name.next), data, length);
    if (address) addresses.push({ name: name.text, ...address });
    at = data + length;
  }
  if (questions.length === 0 && (addresses.length === 0 || !whole)) return undefined;
  return { id: view.getUint16(start), answer: (flags & 0x8000) !== 0, questions, addresses, cut: !whole };
}

/** The first address of a DNS message as text, null where it has none or is no message. */
export function answeredAddress(message: Uint8Array): string | null {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const [first] = readDns(message, view, 0, message.length)?.addresses ?? [];
  return first ? addressText(first.version, first.address) : null;
}

function addressOf(view: DataView, type: number, at: number, length: number): Omit<DnsAddress, "name"> | undefined {
  if (type === 1 && length === 4) return { version: 4, address: { a: view.getInt32(at), b: 0, c: 0, d: 0 } };
  if (type !== 28 || length !== 16) return undefined;
  const [a, b, c, d] = [view.getInt32(at), view.getInt32(at + 4), view.getInt32(at + 8), view.getInt32(at + 12)];
  return { version: 6, address: { a, b, c, d } };
}

/** A name with its compression pointers (RFC 1035 §4.1.4), each of which must point further back, so that they end. */
function readName(bytes: Uint8Array, message: number, start: number, end: number): Name | undefined {
  let text = "";
  let at = start;
  let next = -1;
  let limit = start;
  for (let pointers = 0; ; ) {
    const length = bytes[at] ?? 0;
    if (at >= end) return undefined;
    if (length === 0) return { text: text === "" ? root : text, next: next < 0 ? at + 1 : next };
    if (length >= 0xc0) {
      if (at + 1 >= end) return undefined;
      if (next < 0) next = at + 2;
      at = message + (((length & 0x3f) << 8) | (bytes[at + 1] ?? 0));
      if (at >= limit || at < message + 12 || ++pointers > maxPointers) return undefined;
      limit = at;
      continue;
    }
    if (length > 63 || at + 1 + length > end || text.length + length + 1 > maxName * 4) return undefined;
    text += (text === "" ? "" : ".") + label(bytes, at + 1, at + 1 + length);
    at += 1 + length;
  }
}

/** A label in lower case; what is no visible ASCII, and a dot or backslash within, as `\DDD` (RFC 4343 §2.1). */
function label(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) text += String.fromCharCode(byte + 32);
    else if (byte <= 0x20 || byte >= 0x7f || byte === 0x2e || byte === 0x5c)
      text += `\\${String(byte).padStart(3, "0")}`;
    else text += String.fromCharCode(byte);
  }
  return text;
}
