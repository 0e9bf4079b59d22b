import { FormatError } from "../core/errors.ts";

/** One element of ASN.1 in BER: where it lies in `bytes`. ITU-T X.690 §8.1. */
export interface Asn1 {
  readonly bytes: Uint8Array;
  /** The identifier octet: class, constructed bit and number; of numbers above 30 the number is in `number` alone. */
  readonly tag: number;
  /** The tag's number, at most 2,097,151. */
  readonly number: number;
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** After the element; behind contentEnd where an end-of-contents marks the end. */
  readonly end: number;
}

/** Identifier octets of X.680 §8.6 that certificates and PKCS #7 use. */
export const asn1Tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Elements inside one another; real certificates have about ten. */
const maxDepth = 32;

/** Called with each way in which the encoding is not DER. */
export type NotDer = (fault: string) => void;

/**
 * The element at `offset`. BER's freedoms (lengths with leading zeros, indefinite lengths) are read, and told to `notDer`.
 *
 * @throws FormatError when it does not end before `end`, or elements of indefinite length are nested more than 32 deep.
 */
export function readAsn1(bytes: Uint8Array, offset = 0, end = bytes.length, notDer?: NotDer, depth = 0): Asn1 {
  if (offset + 2 > end || depth > maxDepth) throw cutOff(offset);
  const tag = bytes[offset] as number;
  const { number, at } = tagNumber(bytes, offset, end, notDer);
  const first = bytes[at] as number;
  if (first === 0x80) return indefinite(bytes, offset, { number, at: at + 1 }, end, notDer, depth);
  let length = first;
  let contentStart = at + 1;
  if (first > 0x80) {
    const count = first & 0x7f;
    if (contentStart + count > end) throw cutOff(offset);
    length = 0;
    for (let i = 0; i < count; i++) {
      length = length * 256 + (bytes[contentStart + i] as number);
      if (length > end) throw cutOff(offset);
    }
    if (bytes[contentStart] === 0 || length < 0x80) notDer?.("a length is not written in the shortest form");
    contentStart += count;
  }
  const contentEnd = contentStart + length;
  if (contentEnd > end) throw cutOff(offset);
  return { bytes, tag, number, start: offset, contentStart, contentEnd, end: contentEnd };
}

/** The tag's number and where its length begins: numbers above 30 stand in further bytes, seven bits each (X.690 §8.1.2.4). */
function tagNumber(bytes: Uint8Array, offset: number, end: number, notDer: NotDer | undefined) {
  const low = (bytes[offset] as number) & 0x1f;
  if (low !== 0x1f) return { number: low, at: offset + 1 };
  let number = 0;
  for (let at = offset + 1; at < offset + 4 && at + 1 < end; at++) {
    const byte = bytes[at] as number;
    number = number * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (number < 31 || bytes[offset + 1] === 0x80) notDer?.("a tag is not written in the shortest form");
    return { number, at: at + 1 };
  }
  throw new FormatError("asn1", "a tag number above 2,097,151", offset);
}

function indefinite(
  bytes: Uint8Array,
  offset: number,
  head: { readonly number: number; readonly at: number },
  end: number,
  notDer: NotDer | undefined,
  depth: number,
): Asn1 {
  const tag = bytes[offset] as number;
  if ((tag & 0x20) === 0) throw new FormatError("asn1", "an indefinite length on a primitive element", offset);
  notDer?.("a length is indefinite");
  let at = head.at;
  while (at + 2 <= end) {
    if (bytes[at] === 0 && bytes[at + 1] === 0)
      return { bytes, tag, number: head.number, start: offset, contentStart: head.at, contentEnd: at, end: at + 2 };
    at = readAsn1(bytes, at, end, notDer, depth + 1).end;
  }
  throw cutOff(offset);
}

/** The elements inside of one. @throws FormatError as readAsn1. */
export function asn1Children(element: Asn1, notDer?: NotDer): readonly Asn1[] {
  const children: Asn1[] = [];
  for (let at = element.contentStart; at < element.contentEnd; ) {
    const child = readAsn1(element.bytes, at, element.contentEnd, notDer);
    children.push(child);
    at = child.end;
  }
  return children;
}

/** The child at `index`, which must have this tag. @throws FormatError otherwise. */
export function asn1Child(children: readonly Asn1[], index: number, tag: number, what: string): Asn1 {
  const child = children[index];
  if (child?.tag !== tag) throw new FormatError("asn1", `${what} is missing`, child?.start);
  return child;
}

/** The bytes inside, as they lie in the file. */
export function asn1Content({ bytes, contentStart, contentEnd }: Asn1): Uint8Array {
  return bytes.subarray(contentStart, contentEnd);
}

/** The whole element, tag and length included, as it lies in the file. */
export function asn1Whole({ bytes, start, end }: Asn1): Uint8Array {
  return bytes.subarray(start, end);
}

/** The bytes of an OCTET STRING, also of one that is made of parts. @throws FormatError */
export function asn1Octets(element: Asn1, depth = 0): Uint8Array {
  if ((element.tag & 0x20) === 0) return asn1Content(element);
  if (depth > maxDepth) throw cutOff(element.start);
  const parts = asn1Children(element).map((part) => asn1Octets(part, depth + 1));
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** An OBJECT IDENTIFIER with dots. @throws FormatError when it is none, is empty, cut off or longer than 64 bytes. */
export function asn1Oid(element: Asn1 | undefined): string {
  const content = element?.tag === asn1Tags.oid ? asn1Content(element) : new Uint8Array();
  if (content.length === 0 || content.length > 64 || (content.at(-1) as number) > 0x7f)
    throw new FormatError("asn1", "an object identifier cannot be read", element?.start);
  const arcs: bigint[] = [];
  let value = 0n;
  for (const byte of content) {
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte > 0x7f) continue;
    if (arcs.length === 0) {
      const first = value < 80n ? value / 40n : 2n;
      arcs.push(first, value - first * 40n);
    } else arcs.push(value);
    value = 0n;
  }
  return arcs.join(".");
}

function cutOff(offset: number): FormatError {
  return new FormatError("asn1", "an element is cut off or too deep", offset);
}
