import { FormatError } from "../core/errors.ts";
import { type Asn1, asn1Child, asn1Children, asn1Content, asn1Oid, asn1Tags, asn1Whole, readAsn1 } from "./asn1.ts";
import { type PublicKeyInfo, readPublicKey, signatureAlgorithmName } from "./x509-key.ts";
import { type DistinguishedName, readName } from "./x509-name.ts";
import { readTime } from "./x509-time.ts";

/** A certificate as far as it can be read; nothing in it was verified. */
export interface X509 {
  /** As they lie in the file: what fingerprints are made of. */
  readonly bytes: Uint8Array;
  /** Undefined when the certificate cannot be taken apart; `faults` says why. */
  readonly body: X509Body | undefined;
  /** In words, each once: where it breaks DER (X.690) or RFC 5280. */
  readonly faults: readonly string[];
}

/** What stands in a certificate. RFC 5280 §4.1. */
export interface X509Body {
  /** Lower-case hexadecimal. */
  readonly serial: string;
  /** As it lies in the file; with the issuer it names the certificate. */
  readonly serialBytes: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** ISO 8601 in UTC; undefined when it cannot be read. */
  readonly notBefore: string | undefined;
  readonly notAfter: string | undefined;
  /** SubjectPublicKeyInfo as it lies in the file. */
  readonly publicKey: Uint8Array;
  readonly key: PublicKeyInfo;
  /** Such as "SHA-256 with RSA". */
  readonly signatureAlgorithm: string;
  /** Undefined without the extension; else whether it lets the key sign (digitalSignature or nonRepudiation). */
  readonly maySign: boolean | undefined;
  /** Object identifiers of critical extensions that Android's verifiers do not know. */
  readonly unknownCritical: readonly string[];
}

/** Critical extensions that Android's X.509 knows: key usage, basic constraints, and the other standard ones of RFC 5280 §4.2.1. */
const knownExtensions: ReadonlySet<string> = new Set(
  [14, 15, 17, 18, 19, 28, 30, 31, 32, 33, 35, 36, 37, 54].map((number) => `2.5.29.${number}`),
);

/** Reads a certificate; never throws: what cannot be read becomes a fault, so that fingerprints are there for every certificate. */
export function readX509(bytes: Uint8Array): X509 {
  const faults = new Set<string>();
  const fault = (text: string) => void (faults.size < 32 && faults.add(text));
  try {
    const certificate = readAsn1(bytes, 0, bytes.length, fault);
    if (certificate.end !== bytes.length) fault("bytes follow the certificate");
    const [body, algorithm] = asn1Children(certificate, fault);
    if (certificate.tag !== asn1Tags.sequence || body?.tag !== asn1Tags.sequence || algorithm === undefined)
      throw new FormatError("x509", "it has not the shape of a certificate");
    return { bytes, body: readBody(body, algorithm, fault), faults: [...faults] };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { bytes, body: undefined, faults: [...faults, `it cannot be read: ${error.message}`] };
  }
}

function readBody(body: Asn1, algorithm: Asn1, fault: (text: string) => void): X509Body {
  const fields = asn1Children(body, fault);
  // The version is left out in version 1.
  const at = fields[0]?.tag === 0xa0 ? 1 : 0;
  const serial = asn1Child(fields, at, asn1Tags.integer, "the serial number");
  const inner = asn1Child(fields, at + 1, asn1Tags.sequence, "the signature algorithm");
  const issuer = asn1Child(fields, at + 2, asn1Tags.sequence, "the issuer");
  const times = asn1Children(asn1Child(fields, at + 3, asn1Tags.sequence, "the validity"), fault);
  const subject = asn1Child(fields, at + 4, asn1Tags.sequence, "the subject");
  const publicKey = asn1Child(fields, at + 5, asn1Tags.sequence, "the public key");
  const outerOid = asn1Oid(asn1Children(algorithm, fault)[0]);
  if (outerOid !== asn1Oid(asn1Children(inner, fault)[0])) fault("it names two different signature algorithms");
  const extensions = fields.slice(at + 6).find(({ tag }) => tag === 0xa3);
  return {
    serial: hex(asn1Content(serial)),
    serialBytes: asn1Content(serial),
    issuer: readName(issuer, fault),
    subject: readName(subject, fault),
    notBefore: readTime(times[0], fault),
    notAfter: readTime(times[1], fault),
    publicKey: asn1Whole(publicKey),
    key: readPublicKey(publicKey, fault),
    signatureAlgorithm: signatureAlgorithmName(outerOid),
    ...readExtensions(extensions, fault),
  };
}

function readExtensions(
  extensions: Asn1 | undefined,
  fault: (text: string) => void,
): Pick<X509Body, "maySign" | "unknownCritical"> {
  let maySign: boolean | undefined;
  const unknownCritical: string[] = [];
  const [list] = extensions === undefined ? [] : asn1Children(extensions, fault);
  for (const extension of list === undefined ? [] : asn1Children(list, fault)) {
    const fields = asn1Children(extension, fault);
    const oid = asn1Oid(fields[0]);
    const critical = fields[1]?.tag === asn1Tags.boolean && asn1Content(fields[1])[0] !== 0;
    if (critical && !knownExtensions.has(oid)) unknownCritical.push(oid);
    const value = fields.at(-1);
    if (oid === "2.5.29.15" && value !== undefined) {
      const bits = asn1Content(readAsn1(value.bytes, value.contentStart, value.contentEnd, fault));
      maySign = ((bits[1] ?? 0) & 0xc0) !== 0;
    }
  }
  return { maySign, unknownCritical };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
