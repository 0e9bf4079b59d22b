import { FormatError } from "../core/errors.ts";
import { base64 } from "./base64.ts";
import { type CertificateLink, isSignedBy, readLink } from "./certificate-link.ts";
import type { Crypto } from "./crypto.ts";
import { type KeyAttestation, keyAttestationOid, readKeyAttestation } from "./key-attestation.ts";
import { sameName } from "./x509-name.ts";

/** Why a chain does not vouch for the phone; each is told, and one is enough. */
export type AttestationFault =
  | { readonly kind: "unreadable"; readonly certificate: number; readonly reason: string }
  | { readonly kind: "signature" | "issuer" | "not-yet-valid" | "expired"; readonly certificate: number }
  | { readonly kind: "revoked" | "suspended"; readonly certificate: number; readonly reason: string }
  | { readonly kind: "revocation-unknown" | "root" | "no-attestation" | "extended" | "challenge" | "software" };

/** What a chain of certificates proves. */
export interface AttestationVerdict {
  /** Empty: the chain goes up to a root of Google's, and the hardware made the statement. */
  readonly faults: readonly AttestationFault[];
  /** What the statement says, whether it is proven or not; null where there is none to read. */
  readonly says: KeyAttestation | null;
  /** Name of the root that vouches; null where none does. */
  readonly root: string | null;
  /** From the key up to the root. */
  readonly certificates: readonly {
    readonly subject: string;
    readonly serial: string;
    readonly notBefore: string | null;
    readonly notAfter: string | null;
  }[];
}

/** What a chain is held against. */
export interface AttestationRules {
  /** Keys of roots that are trusted (SubjectPublicKeyInfo), by a name for people. */
  readonly roots: readonly { readonly name: string; readonly publicKey: Uint8Array }[];
  /** Serial numbers in lower-case hexadecimal; null where no list is there: then it is said that nobody looked. */
  readonly revoked: ReadonlyMap<string, { readonly status: "REVOKED" | "SUSPENDED"; readonly reason: string }> | null;
  /** Epoch milliseconds at which certificates have to be valid. */
  readonly at: number;
  /** What the key had to be made with; undefined where it is not known. */
  readonly challenge?: Uint8Array | undefined;
}

const maxCertificates = 20;

/** The certificates of a PEM file, in its order. @throws FormatError where there is none. */
export function readPemChain(text: string): readonly Uint8Array[] {
  const bodies = text.split("-----BEGIN CERTIFICATE-----").slice(1);
  if (bodies.length === 0 || bodies.length > maxCertificates)
    throw new FormatError("attestation", `it has ${bodies.length} certificates; a chain has 2 to ${maxCertificates}`);
  return bodies.map((body) => {
    const end = body.indexOf("-----END CERTIFICATE-----");
    const bytes = end < 0 ? undefined : base64(body.slice(0, end).replaceAll(/\s+/g, ""));
    if (bytes === undefined) throw new FormatError("attestation", "a certificate is not written as PEM");
    return bytes;
  });
}

/**
 * Judges a chain, key first and root last, as developer.android.com/privacy-and-security/security-key-attestation asks. The extension that is
 * nearest to the root counts: keys that a phone lets apps sign with can add certificates below it, with whatever extension they like. The
 * root's own dates do not count, only its key.
 */
export async function verifyAttestationChain(
  chain: readonly Uint8Array[],
  rules: AttestationRules,
  crypto: Crypto,
): Promise<AttestationVerdict> {
  const faults: AttestationFault[] = [];
  const read = chain.slice(0, maxCertificates).map((bytes, at) => certificate(bytes, at, faults));
  const links = read.filter((one) => one !== null);
  const none = { faults, says: null, root: null, certificates: links.map(shown) };
  if (chain.length > maxCertificates || links.length !== read.length || links.length === 0) {
    if (faults.length === 0) faults.push({ kind: "no-attestation" });
    return none;
  }
  for (const [at, link] of links.entries()) {
    const issuer = links[at + 1] ?? link;
    if (!sameName(link.body.issuer, issuer.body.subject)) faults.push({ kind: "issuer", certificate: at });
    if (!(await isSignedBy(link, issuer, crypto))) faults.push({ kind: "signature", certificate: at });
    faults.push(...datesOf(link, at, links.length, rules.at), ...revocationOf(link, at, rules));
  }
  if (rules.revoked === null) faults.push({ kind: "revocation-unknown" });
  const last = links.at(-1) as CertificateLink;
  const root = rules.roots.find(({ publicKey }) => same(publicKey, last.body.publicKey)) ?? null;
  if (root === null) faults.push({ kind: "root" });
  const says = statement(links, rules, faults);
  return { ...none, says, root: root?.name ?? null };
}

function certificate(bytes: Uint8Array, at: number, faults: AttestationFault[]): CertificateLink | null {
  try {
    return readLink(bytes, keyAttestationOid);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    faults.push({ kind: "unreadable", certificate: at, reason: error.message });
    return null;
  }
}

function datesOf({ body }: CertificateLink, at: number, count: number, now: number): readonly AttestationFault[] {
  // The root is trusted by its key; the key's own certificate carries dates that the hardware makes up.
  if (at === count - 1 || at === 0) return [];
  const [from, to] = [Date.parse(body.notBefore ?? ""), Date.parse(body.notAfter ?? "")];
  if (!(from <= now)) return [{ kind: "not-yet-valid", certificate: at }];
  return to >= now ? [] : [{ kind: "expired", certificate: at }];
}

function revocationOf(
  { body }: CertificateLink,
  at: number,
  { revoked }: AttestationRules,
): readonly AttestationFault[] {
  const serial = body.serial.replace(/^0+(?=.)/, "");
  const entry = revoked?.get(serial);
  if (entry === undefined) return [];
  return [{ kind: entry.status === "REVOKED" ? "revoked" : "suspended", certificate: at, reason: entry.reason }];
}

/** The statement nearest to the root, read; what is wrong with it is told in `faults`. */
function statement(
  links: readonly CertificateLink[],
  rules: AttestationRules,
  faults: AttestationFault[],
): KeyAttestation | null {
  const at = links.findLastIndex(({ extension }) => extension !== null);
  const extension = links[at]?.extension;
  if (extension === undefined || extension === null) {
    faults.push({ kind: "no-attestation" });
    return null;
  }
  if (at !== 0) faults.push({ kind: "extended" });
  try {
    const says = readKeyAttestation(extension);
    if (says.level === "software" || says.keyLevel === "software") faults.push({ kind: "software" });
    if (rules.challenge !== undefined && !same(rules.challenge, says.challenge)) faults.push({ kind: "challenge" });
    return says;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    faults.push({ kind: "unreadable", certificate: at, reason: error.message });
    return null;
  }
}

function shown({ body }: CertificateLink): AttestationVerdict["certificates"][number] {
  const { subject, serial, notBefore, notAfter } = body;
  return { subject: subject.text, serial, notBefore: notBefore ?? null, notAfter: notAfter ?? null };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
