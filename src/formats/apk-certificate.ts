import type { Crypto, DigestName } from "./crypto.ts";
import type { X509 } from "./x509.ts";
import type { PublicKeyInfo } from "./x509-key.ts";

/** A signer's certificate, safe for JSON. Fingerprints are over the bytes as they lie in the file, in lower-case hexadecimal. */
export interface CertificateFacts {
  readonly sha256: string;
  readonly sha1: string;
  readonly md5: string;
  /** As RFC 4514 writes them; undefined where the certificate cannot be taken apart. */
  readonly subject: string | undefined;
  readonly issuer: string | undefined;
  /** The subject's organisations and common names, which lists of indicators name. */
  readonly organizations: readonly string[];
  readonly commonNames: readonly string[];
  readonly serial: string | undefined;
  /** ISO 8601 in UTC. */
  readonly notBefore: string | undefined;
  readonly notAfter: string | undefined;
  readonly key: PublicKeyInfo | undefined;
  /** Such as "SHA-256 with RSA": how the certificate itself is signed, which Android does not look at. */
  readonly signatureAlgorithm: string | undefined;
  readonly selfSigned: boolean;
  /** Made by Android's build tools for trying out: anyone has such a key, and each computer its own. */
  readonly debug: boolean;
  /** In words: where the certificate breaks the rules of its format. */
  readonly faults: readonly string[];
}

/** Describes a certificate. MD5 is "" where the platform has none. */
export async function certificateFacts({ bytes, body, faults }: X509, crypto: Crypto): Promise<CertificateFacts> {
  const hash = async (name: DigestName) => hex(await crypto.digest(name, bytes));
  const parts = (type: string) =>
    (body?.subject.parts ?? []).filter((part) => part.type === type).map(({ value }) => value);
  return {
    sha256: await hash("sha256"),
    sha1: await hash("sha1"),
    md5: await hash("md5"),
    subject: body?.subject.text,
    issuer: body?.issuer.text,
    organizations: parts("O"),
    commonNames: parts("CN"),
    serial: body?.serial,
    notBefore: body?.notBefore,
    notAfter: body?.notAfter,
    key: body?.key,
    signatureAlgorithm: body?.signatureAlgorithm,
    selfSigned: body !== undefined && body.subject.text === body.issuer.text,
    debug: parts("CN").includes("Android Debug"),
    faults,
  };
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
