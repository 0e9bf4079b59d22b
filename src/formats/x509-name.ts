import { FormatError } from "../core/errors.ts";
import { type Asn1, asn1Children, asn1Content, asn1Octets, asn1Oid } from "./asn1.ts";

/** One part of a distinguished name, such as `CN` and `Android Debug`. */
export interface NamePart {
  /** Its short name by RFC 4514 §3, else its object identifier. */
  readonly type: string;
  readonly value: string;
}

/** Who a certificate is for, or from. */
export interface DistinguishedName {
  /** As RFC 4514 writes it: the last part first, parts joined by ", ". */
  readonly text: string;
  /** In the order of the certificate. */
  readonly parts: readonly NamePart[];
}

const types: ReadonlyMap<string, string> = new Map([
  ["2.5.4.3", "CN"],
  ["2.5.4.5", "SERIALNUMBER"],
  ["2.5.4.6", "C"],
  ["2.5.4.7", "L"],
  ["2.5.4.8", "ST"],
  ["2.5.4.9", "STREET"],
  ["2.5.4.10", "O"],
  ["2.5.4.11", "OU"],
  ["2.5.4.12", "T"],
  ["0.9.2342.19200300.100.1.1", "UID"],
  ["0.9.2342.19200300.100.1.25", "DC"],
  ["1.2.840.113549.1.9.1", "EMAILADDRESS"],
]);

/** Parts of one name; real ones have about six. */
const maxParts = 256;

/**
 * A Name (RFC 5280 §4.1.2.4). What is odd in it is told to `fault` and read as far as it can be.
 *
 * @throws FormatError when it is no sequence of attributes.
 */
export function readName(name: Asn1, fault: (text: string) => void): DistinguishedName {
  const parts: NamePart[] = [];
  for (const set of asn1Children(name, fault)) {
    for (const attribute of asn1Children(set, fault)) {
      const [type, value] = asn1Children(attribute, fault);
      if (parts.length === maxParts) throw new FormatError("x509", `a name has more than ${maxParts} parts`, set.start);
      if (value === undefined) throw new FormatError("x509", "a part of a name has no value", attribute.start);
      const oid = asn1Oid(type);
      parts.push({ type: types.get(oid) ?? oid, value: readString(value, fault) });
    }
  }
  const text = parts.map(({ type, value }) => `${type}=${escaped(value)}`).reverse();
  return { text: text.join(", "), parts };
}

/** Whether two names are the same by RFC 5280 §7.1: the kind of string, upper and lower case and the number of blanks do not matter. */
export function sameName(one: DistinguishedName, other: DistinguishedName): boolean {
  const plain = (value: string) => value.trim().replace(/\s+/g, " ").toLowerCase();
  return (
    one.parts.length === other.parts.length &&
    one.parts.every(({ type, value }, i) => {
      const part = other.parts[i];
      return part !== undefined && type === part.type && plain(value) === plain(part.value);
    })
  );
}

/** A string of any of X.680's kinds; bytes that its kind does not have are told to `fault` and replaced. */
function readString(element: Asn1, fault: (text: string) => void): string {
  const bytes = (element.tag & 0x20) === 0 ? asn1Content(element) : asn1Octets(element);
  switch (element.tag & 0x1f) {
    case 0x0c:
      return unicode("utf-8", bytes, fault);
    case 0x1e:
      return unicode("utf-16be", bytes, fault);
    case 0x1c:
      return utf32(bytes, fault);
    default: {
      // Many certificates hold UTF-8 in strings that are for ASCII only (PrintableString, IA5String, TeletexString).
      if (bytes.some((byte) => byte > 0x7e || byte < 0x20))
        fault("a name holds characters that its kind of string does not have");
      const text = new TextDecoder().decode(bytes);
      return text.includes("\ufffd") ? latin1(bytes) : text;
    }
  }
}

function unicode(encoding: string, bytes: Uint8Array, fault: (text: string) => void): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\ufffd")) fault("a name holds characters that cannot be read");
  return text;
}

function utf32(bytes: Uint8Array, fault: (text: string) => void): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at);
    if (point > 0x10ffff) fault("a name holds characters that cannot be read");
    text += String.fromCodePoint(point > 0x10ffff ? 0xfffd : point);
  }
  return text;
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** RFC 4514 §2.4. */
function escaped(value: string): string {
  return value
    .replace(/[,+"\\<>;]/g, "\\$&")
    .replace(/^[ #]/, "\\$&")
    .replace(/ $/, "\\ ");
}
