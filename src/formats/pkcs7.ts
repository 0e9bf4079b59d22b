import { FormatError } from "../core/errors.ts";
import {
  type Asn1,
  asn1Child,
  asn1Children,
  asn1Content,
  asn1Octets,
  asn1Oid,
  asn1Tags,
  asn1Whole,
  readAsn1,
} from "./asn1.ts";

/** The signature block of a JAR: PKCS #7 SignedData. RFC 5652 §5.1. */
export interface SignedData {
  /** What kind of content is signed, an object identifier. */
  readonly contentType: string;
  /** Certificates as they lie in the file, in its order. */
  readonly certificates: readonly Uint8Array[];
  readonly signers: readonly SignerInfo[];
}

/** One signature. RFC 5652 §5.3. */
export interface SignerInfo {
  /** By which the signer's certificate is found, as they lie in the file. */
  readonly issuerBytes: Uint8Array;
  readonly serialBytes: Uint8Array;
  /** Object identifiers. */
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signedAttributes: SignedAttributes | undefined;
  readonly signature: Uint8Array;
}

/** What is signed in place of the content. RFC 5652 §5.3, §11. */
export interface SignedAttributes {
  /** The bytes that the signature is over: as they lie in the file, with the tag of a SET. */
  readonly signedBytes: Uint8Array;
  readonly contentType: string | undefined;
  readonly messageDigest: Uint8Array | undefined;
}

const signedDataOid = "1.2.840.113549.1.7.2";
const contentTypeOid = "1.2.840.113549.1.9.3";
const messageDigestOid = "1.2.840.113549.1.9.4";
/** Real blocks have one signature and up to a handful of certificates. */
const maxSigners = 64;
const maxCertificates = 256;

/** Reads PKCS #7 SignedData, in BER. @throws FormatError when it is none. */
export function readSignedData(bytes: Uint8Array): SignedData {
  const [type, content] = asn1Children(sequence(readAsn1(bytes), "the content"));
  if (asn1Oid(type) !== signedDataOid || content?.tag !== 0xa0)
    throw new FormatError("pkcs7", "it holds no SignedData");
  const fields = asn1Children(sequence(readAsn1(bytes, content.contentStart, content.contentEnd), "the SignedData"));
  const signers = fields.findLast(({ tag }) => tag === asn1Tags.set);
  const encapsulated = asn1Child(fields, 2, asn1Tags.sequence, "the content's type");
  if (signers === undefined || fields.indexOf(signers) < 3) throw new FormatError("pkcs7", "it holds no signatures");
  const certificates = fields.find(({ tag }) => tag === 0xa0);
  return {
    contentType: asn1Oid(asn1Children(encapsulated)[0]),
    certificates: certificates === undefined ? [] : atMost(maxCertificates, asn1Children(certificates)).map(asn1Whole),
    signers: atMost(maxSigners, asn1Children(signers)).map(readSignerInfo),
  };
}

function atMost(count: number, elements: readonly Asn1[]): readonly Asn1[] {
  if (elements.length > count) throw new FormatError("pkcs7", `it holds more than ${count} certificates or signatures`);
  return elements;
}

function readSignerInfo(info: Asn1): SignerInfo {
  const fields = asn1Children(sequence(info, "a signature"));
  const [issuer, serial] = asn1Children(asn1Child(fields, 1, asn1Tags.sequence, "the signer's name"));
  if (issuer?.tag !== asn1Tags.sequence || serial?.tag !== asn1Tags.integer)
    throw new FormatError("pkcs7", "the signer is not named by issuer and serial number");
  const digest = asn1Child(fields, 2, asn1Tags.sequence, "the digest's algorithm");
  const attributes = fields[3]?.tag === 0xa0 ? fields[3] : undefined;
  const at = attributes === undefined ? 3 : 4;
  const algorithm = asn1Child(fields, at, asn1Tags.sequence, "the signature's algorithm");
  const signature = fields[at + 1];
  if (signature === undefined || (signature.tag & 0xdf) !== asn1Tags.octetString)
    throw new FormatError("pkcs7", "a signature has no value");
  return {
    issuerBytes: asn1Whole(issuer),
    serialBytes: asn1Content(serial),
    digestAlgorithm: asn1Oid(asn1Children(digest)[0]),
    signatureAlgorithm: asn1Oid(asn1Children(algorithm)[0]),
    signedAttributes: attributes && readAttributes(attributes),
    signature: asn1Octets(signature),
  };
}

/** Attributes with one value each; Android refuses one that stands twice or has several values. */
function readAttributes(attributes: Asn1): SignedAttributes {
  const values = new Map<string, Asn1>();
  for (const attribute of asn1Children(attributes)) {
    const [type, set] = asn1Children(attribute);
    const all = set === undefined ? [] : asn1Children(set);
    const oid = asn1Oid(type);
    const [value] = all;
    if (values.has(oid)) throw new FormatError("pkcs7", "a signed attribute stands twice");
    if (oid !== contentTypeOid && oid !== messageDigestOid) continue;
    if (all.length !== 1 || value === undefined)
      throw new FormatError("pkcs7", "a signed attribute has several values");
    values.set(oid, value);
  }
  const contentType = values.get(contentTypeOid);
  const messageDigest = values.get(messageDigestOid);
  if (messageDigest !== undefined && messageDigest.tag !== asn1Tags.octetString)
    throw new FormatError("pkcs7", "the signed digest is none");
  const signedBytes = Uint8Array.from(asn1Whole(attributes));
  signedBytes[0] = asn1Tags.set;
  return {
    signedBytes,
    contentType: contentType && asn1Oid(contentType),
    messageDigest: messageDigest && asn1Content(messageDigest),
  };
}

function sequence(element: Asn1, what: string): Asn1 {
  if (element.tag !== asn1Tags.sequence) throw new FormatError("pkcs7", `${what} is missing`, element.start);
  return element;
}
