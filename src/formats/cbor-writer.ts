import type { Cbor, CborKey, CborMap, CborOrder } from "./cbor.ts";
import { isCborMap } from "./cbor.ts";

/**
 * Writes one value as CBOR (RFC 8949), deterministically: shortest heads, definite lengths, keys in `order` (`bytewise` of §4.2.1 when left out).
 * Floating-point numbers are written in 64 bits.
 */
export function writeCbor(value: Cbor, order: CborOrder = "bytewise"): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  write(value, order, parts);
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function write(value: Cbor, order: CborOrder, to: Uint8Array[]): void {
  if (typeof value === "number" || typeof value === "bigint")
    to.push(value < 0 ? head(1, -1n - BigInt(value)) : head(0, BigInt(value)));
  else if (typeof value === "string") {
    const bytes = new TextEncoder().encode(value);
    to.push(head(3, BigInt(bytes.length)), bytes);
  } else if (value instanceof Uint8Array) to.push(head(2, BigInt(value.length)), value);
  else if (value === false || value === true || value === null || value === undefined)
    to.push(Uint8Array.of(0xe0 | ([false, true, null, undefined].indexOf(value) + 20)));
  else if (Array.isArray(value)) {
    to.push(head(4, BigInt(value.length)));
    for (const each of value as readonly Cbor[]) write(each, order, to);
  } else if (isCborMap(value)) writeMap(value, order, to);
  else writeOther(value as Exclude<typeof value, readonly Cbor[]>, order, to);
}

function writeMap(map: CborMap, order: CborOrder, to: Uint8Array[]): void {
  const entries = [...map].map(([key, value]) => [writeCbor(key as CborKey), value] as const);
  const byBytes = (a: Uint8Array, b: Uint8Array) => {
    for (const [at, byte] of a.entries()) if (byte !== b[at]) return byte - (b[at] ?? -1);
    return a.length - b.length;
  };
  entries.sort(([a], [b]) => (order === "length-first" && a.length !== b.length ? a.length - b.length : byBytes(a, b)));
  to.push(head(5, BigInt(entries.length)));
  for (const [key, value] of entries) {
    to.push(key);
    write(value, order, to);
  }
}

type Other = Extract<Cbor, { readonly kind: string }>;

function writeOther(value: Other, order: CborOrder, to: Uint8Array[]): void {
  if (value.kind === "tag") {
    to.push(head(6, BigInt(value.tag)));
    write(value.value, order, to);
  } else if (value.kind === "float") {
    const bytes = new Uint8Array(9);
    bytes[0] = 0xfb;
    new DataView(bytes.buffer).setFloat64(1, value.value);
    to.push(bytes);
  } else to.push(value.value < 32 ? Uint8Array.of(0xe0 | value.value) : Uint8Array.of(0xf8, value.value));
}

/** The first bytes of a value: its kind, and its number or length. */
function head(major: number, value: bigint): Uint8Array {
  const kind = major << 5;
  if (value < 24n) return Uint8Array.of(kind | Number(value));
  const size = value < 0x100n ? 1 : value < 0x1_0000n ? 2 : value < 0x1_0000_0000n ? 4 : 8;
  const bytes = new Uint8Array(1 + size);
  bytes[0] = kind | (24 + Math.log2(size));
  for (let at = size, rest = value; at > 0; at--, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
  return bytes;
}
