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
import type { Crypto, DigestName, SignatureMethod } from "./crypto.ts";
import { readX509, type X509Body } from "./x509.ts";

/** A certificate as one link of a chain. */
export interface CertificateLink {
  readonly body: X509Body;
  /** The part that is signed, and by what. */
  readonly signed: Uint8Array;
  readonly algorithm: string;
  readonly signature: Uint8Array;
  /** Content of the extension that was asked for; null without one. */
  readonly extension: Uint8Array | null;
}

/** Reads a certificate (RFC 5280 §4.1), and one of its extensions. @throws FormatError */
export function readLink(bytes: Uint8Array, extension?: string): CertificateLink {
  const { body, faults } = readX509(bytes);
  if (body === undefined || faults.length > 0) throw new FormatError("x509", faults.at(-1) ?? "it cannot be read");
  const [signed, algorithm, signature] = asn1Children(readAsn1(bytes)) as [Asn1, Asn1, Asn1 | undefined];
  const inner = asn1Children(signed).find(({ tag }) => tag === asn1Tags.sequence);
  if (inner === undefined || !same(asn1Whole(inner), asn1Whole(algorithm)))
    throw new FormatError("x509", "it names two different signature algorithms");
  if (signature?.tag !== asn1Tags.bitString || asn1Content(signature)[0] !== 0)
    throw new FormatError("x509", "it has no signature");
  return {
    body,
    signed: asn1Whole(signed),
    algorithm: asn1Oid(asn1Children(algorithm)[0]),
    signature: asn1Content(signature).subarray(1),
    extension: extension === undefined ? null : extensionOf(signed, extension),
  };
}

const methods: ReadonlyMap<string, SignatureMethod> = new Map([
  ...(["sha256", "sha384", "sha512"] as DigestName[]).flatMap((digest, at): [string, SignatureMethod][] => [
    [`1.2.840.113549.1.1.${11 + at}`, { key: "rsa", digest }],
    [`1.2.840.10045.4.3.${2 + at}`, { key: "ec", digest }],
  ]),
  ["1.3.101.112", { key: "ed25519", digest: "sha512" }],
]);

/** Whether the key of one certificate signed another one: RSA, ECDSA, Ed25519. */
export async function isSignedBy(link: CertificateLink, issuer: CertificateLink, crypto: Crypto): Promise<boolean> {
  const method = methods.get(link.algorithm);
  if (method === undefined) return false;
  return (await crypto.verify(method, issuer.body.publicKey, link.signature, link.signed)) === "verified";
}

function extensionOf(signed: Asn1, wanted: string): Uint8Array | null {
  const holder = asn1Children(signed).find(({ tag }) => tag === 0xa3);
  const [list] = holder === undefined ? [] : asn1Children(holder);
  for (const extension of list === undefined ? [] : asn1Children(list)) {
    const fields = asn1Children(extension);
    if (asn1Oid(fields[0]) === wanted)
      return asn1Octets(asn1Child(fields, fields.length - 1, asn1Tags.octetString, "the extension"));
  }
  return null;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
