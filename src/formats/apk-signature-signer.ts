import { type ApkAlgorithm, apkAlgorithm, isStronger } from "./apk-signature-algorithms.ts";
import { BlockReader, SignatureRefused, SignatureUnknown, sameBytes } from "./apk-signature-reader.ts";
import type { Crypto } from "./crypto.ts";
import { readX509, type X509 } from "./x509.ts";

/** One signer of the schemes v2 and v3 whose signature over its own data was verified; the APK's content is not yet compared. */
export interface ApkSigner {
  /** The signer's own first. */
  readonly certificates: readonly X509[];
  readonly algorithm: ApkAlgorithm;
  /** What the signer says that the content's digest is. */
  readonly contentDigest: Uint8Array;
  /** The additional attributes: number and value. */
  readonly attributes: readonly ApkAttribute[];
}

/** A number and a value that only some versions of Android know. */
export interface ApkAttribute {
  readonly id: number;
  readonly value: BlockReader;
}

/** A signature of one text, of which there may be several by several algorithms. */
export interface ChosenSignature {
  readonly algorithm: ApkAlgorithm;
  readonly signature: Uint8Array;
  /** The numbers of all algorithms, known or not, in order. */
  readonly ids: readonly number[];
}

/** Certificates of one signer; more make Android slow rather than refuse, so this is Candor's limit. */
const maxCertificates = 64;

/**
 * Chooses the signature that Android of this API level verifies: the strongest one that it knows.
 *
 * @throws SignatureRefused when there is none.
 */
export function chooseSignature(signatures: BlockReader, sdk: number): ChosenSignature {
  let chosen: { algorithm: ApkAlgorithm; signature: Uint8Array } | undefined;
  const ids: number[] = [];
  for (const record of signatures.blocks()) {
    if (record.remaining < 8) throw new SignatureRefused("holds a signature that is too short");
    const id = record.u32();
    ids.push(id);
    const algorithm = apkAlgorithm(id, sdk);
    if (algorithm === undefined || (chosen && !isStronger(algorithm, chosen.algorithm))) continue;
    chosen = { algorithm, signature: record.field() };
  }
  if (ids.length === 0) throw new SignatureRefused("holds no signature");
  if (chosen === undefined) throw new SignatureRefused("is made only with algorithms that Android does not know");
  return { ...chosen, ids };
}

/** @throws SignatureRefused when it does not match; SignatureUnknown when this platform cannot tell. */
export async function verifyChosen(
  { algorithm, signature }: Pick<ChosenSignature, "algorithm" | "signature">,
  publicKey: Uint8Array,
  data: Uint8Array,
  crypto: Crypto,
): Promise<void> {
  const outcome = await crypto.verify(algorithm.method, publicKey, signature, data);
  if (outcome === "wrong") throw new SignatureRefused(`does not match what it signs (${algorithm.name})`);
  if (outcome === "unsupported")
    throw new SignatureUnknown(`needs ${algorithm.name} with a key that is not known here`);
}

/**
 * Reads and verifies the rest of a signer's block: signatures, key, and the data that they sign. `readRange` reads what v3 has between
 * certificates and attributes. AOSP frameworks/base ApkSignatureSchemeV2Verifier.verifySigner, V3Verifier.verifySigner.
 *
 * @throws SignatureRefused as Android; SignatureUnknown.
 */
export async function verifySigner(
  signedData: Uint8Array,
  rest: BlockReader,
  readRange: (data: BlockReader) => void,
  sdk: number,
  crypto: Crypto,
): Promise<ApkSigner> {
  const chosen = chooseSignature(rest.block(), sdk);
  const publicKey = rest.field();
  await verifyChosen(chosen, publicKey, signedData, crypto);
  const data = new BlockReader(signedData);
  const contentDigest = findDigest(data.block(), chosen);
  const certificates = readCertificates(data.block());
  const [own] = certificates;
  if (own === undefined) throw new SignatureRefused("names no certificate");
  await compareKeys(own, publicKey, crypto);
  readRange(data);
  return { certificates, algorithm: chosen.algorithm, contentDigest, attributes: readAttributes(data) };
}

function findDigest(digests: BlockReader, { ids, algorithm }: ChosenSignature): Uint8Array {
  const seen: number[] = [];
  let found: Uint8Array | undefined;
  for (const record of digests.blocks()) {
    if (record.remaining < 8) throw new SignatureRefused("holds a digest that is too short");
    const id = record.u32();
    seen.push(id);
    if (id === algorithm.id) found = record.field();
  }
  if (seen.length !== ids.length || seen.some((id, i) => id !== ids[i]))
    throw new SignatureRefused("lists other algorithms for its digests than for its signatures");
  if (found === undefined) throw new SignatureRefused("holds no digest of the content");
  return found;
}

/** Certificates that follow one another. @throws SignatureRefused when there are too many, or one that cannot be read. */
function readCertificates(list: BlockReader): readonly X509[] {
  const certificates: X509[] = [];
  for (const { bytes } of list.blocks()) {
    if (certificates.length === maxCertificates) throw new SignatureRefused("names too many certificates");
    certificates.push(readUsable(bytes));
  }
  return certificates;
}

/** @throws SignatureRefused when the certificate cannot be taken apart. */
export function readUsable(bytes: Uint8Array): X509 {
  const certificate = readX509(bytes);
  if (certificate.body === undefined) throw new SignatureRefused("names a certificate that cannot be read");
  return certificate;
}

/** Android compares the key beside the signature with the certificate's, as its provider writes it. */
async function compareKeys({ body }: X509, publicKey: Uint8Array, crypto: Crypto): Promise<void> {
  const own = body?.publicKey ?? new Uint8Array();
  if (sameBytes(own, publicKey)) return;
  const written = await crypto.encodeKey(own);
  if (written === undefined || !sameBytes(written, publicKey))
    throw new SignatureRefused("is made with another key than its certificate's");
}

function readAttributes(data: BlockReader): readonly ApkAttribute[] {
  const attributes: ApkAttribute[] = [];
  for (const attribute of data.block().blocks()) {
    const id = attribute.u32();
    attributes.push({ id, value: new BlockReader(attribute.rest()) });
  }
  return attributes;
}
