import { apkAlgorithm } from "./apk-signature-algorithms.ts";
import { type LineageStep, verifyLineage } from "./apk-signature-lineage.ts";
import { BlockReader, SignatureRefused, SignatureUnknown, sameBytes } from "./apk-signature-reader.ts";
import { chooseSignature, readUsable, verifyChosen } from "./apk-signature-signer.ts";
import type { Crypto } from "./crypto.ts";
import type { X509 } from "./x509.ts";

/** What the stamp is compared with; each undefined where the APK has none. */
export interface StampInput {
  /** Content of the entry `stamp-cert-sha256`. */
  readonly certificateDigest: Uint8Array | undefined;
  /** Content of META-INF/MANIFEST.MF. */
  readonly manifest: Uint8Array | undefined;
  /** Values of the v2 and v3 blocks. */
  readonly v2: Uint8Array | undefined;
  readonly v3: Uint8Array | undefined;
}

/** A source stamp: a second signature, by whom the file came from (a store), that says nothing about whether Android installs it. */
export interface SourceStamp {
  readonly version: 1 | 2;
  readonly outcome: "verified" | "refused" | "unknown";
  /** The end of a sentence that begins with "The source stamp"; undefined when verified. */
  readonly reason: string | undefined;
  readonly certificate: X509 | undefined;
  readonly lineage: readonly LineageStep[];
}

const proofOfRotationId = 0x9d6303f7;
/** How Android numbers the kinds of content digests; a v1 signature counts as the SHA-256 of its manifest. */
const digestNumbers = { "chunked-sha256": 1, "chunked-sha512": 2, "verity-sha256": 3 } as const;
const manifestDigestNumber = 4;

/**
 * Verifies a source stamp over the digests that the signatures beside it hold: meaningful only where those were verified. AOSP
 * frameworks/base core/java/android/util/apk/SourceStampVerifier.java; version 1 (Android 11's first tools) signs one digest list only.
 */
export async function verifySourceStamp(
  version: 1 | 2,
  value: Uint8Array,
  input: StampInput,
  crypto: Crypto,
): Promise<SourceStamp> {
  let certificate: X509 | undefined;
  try {
    const data = new BlockReader(value).block();
    certificate = readUsable(data.field());
    const digest = await crypto.digest("sha256", certificate.bytes);
    if (input.certificateDigest === undefined || !sameBytes(input.certificateDigest, digest))
      throw new SignatureRefused("is by another certificate than the file names");
    const key = certificate.body?.publicKey ?? new Uint8Array();
    const lists = await digestLists(input, crypto);
    const lineage =
      version === 2
        ? await verifyVersion2(data, lists, certificate, key, crypto)
        : await verifyVersion1(data, lists, key, crypto);
    return { version, outcome: "verified", reason: undefined, certificate, lineage };
  } catch (error) {
    const outcome = error instanceof SignatureUnknown ? "unknown" : "refused";
    if (!(error instanceof SignatureUnknown || error instanceof SignatureRefused)) throw error;
    return { version, outcome, reason: error.message, certificate, lineage: [] };
  }
}

async function verifyVersion2(
  data: BlockReader,
  lists: ReadonlyMap<number, Uint8Array>,
  certificate: X509,
  key: Uint8Array,
  crypto: Crypto,
): Promise<readonly LineageStep[]> {
  const signed = new Map<number, BlockReader>();
  for (const scheme of data.block().blocks()) signed.set(scheme.u32(), new BlockReader(scheme.rest()));
  for (const [scheme, list] of lists) {
    const signatures = signed.get(scheme);
    if (signatures === undefined) throw new SignatureRefused(`does not cover the v${scheme} signature`);
    await verifyOne(signatures.block(), key, list, crypto);
  }
  if (data.remaining === 0) return [];
  const attributes = data.block();
  await verifyOne(data.block(), key, attributes.bytes, crypto);
  let lineage: readonly LineageStep[] | undefined;
  for (const attribute of attributes.block().blocks()) {
    if (attribute.u32() !== proofOfRotationId) continue;
    if (lineage !== undefined) throw new SignatureRefused("holds two lineages");
    lineage = await verifyLineage(new BlockReader(attribute.rest()), stampSdk, crypto);
    const newest = lineage.at(-1)?.certificate;
    if (newest && !sameBytes(newest.bytes, certificate.bytes))
      throw new SignatureRefused("has a lineage that ends with another signer");
  }
  return lineage ?? [];
}

async function verifyVersion1(
  data: BlockReader,
  lists: ReadonlyMap<number, Uint8Array>,
  key: Uint8Array,
  crypto: Crypto,
): Promise<readonly LineageStep[]> {
  const signatures = data.field();
  let refusal = new SignatureRefused("covers no signature of the file");
  // It does not say which digests it signs: those of the newest scheme.
  for (const [, list] of [...lists].sort(([a], [b]) => b - a)) {
    try {
      await verifyOne(new BlockReader(signatures), key, list, crypto);
      return [];
    } catch (error) {
      if (!(error instanceof SignatureRefused)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** Stamps came with Android 11. */
const stampSdk = 30;

async function verifyOne(signatures: BlockReader, key: Uint8Array, data: Uint8Array, crypto: Crypto): Promise<void> {
  await verifyChosen(chooseSignature(signatures, stampSdk), key, data, crypto);
}

/** What a stamp signs, by the number of the scheme: its content digests, each with its kind, sorted by kind. */
async function digestLists(input: StampInput, crypto: Crypto): Promise<ReadonlyMap<number, Uint8Array>> {
  const lists = new Map<number, Uint8Array>();
  for (const [scheme, value] of [
    [3, input.v3],
    [2, input.v2],
  ] as const)
    if (value !== undefined) lists.set(scheme, encoded(blockDigests(value)));
  if (input.manifest !== undefined)
    lists.set(1, encoded(new Map([[manifestDigestNumber, await crypto.digest("sha256", input.manifest)]])));
  return lists;
}

function blockDigests(value: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const digests = new Map<number, Uint8Array>();
  for (const signer of new BlockReader(value).block().blocks()) {
    for (const digest of signer.block().block().blocks()) {
      const algorithm = apkAlgorithm(digest.u32(), stampSdk);
      if (algorithm !== undefined) digests.set(digestNumbers[algorithm.content], digest.field());
    }
  }
  return digests;
}

function encoded(digests: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const sorted = [...digests].sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(sorted.reduce((sum, [, { length }]) => sum + 12 + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [kind, digest] of sorted) {
    view.setUint32(at, 8 + digest.length, true);
    view.setUint32(at + 4, kind, true);
    view.setUint32(at + 8, digest.length, true);
    bytes.set(digest, at + 12);
    at += 12 + digest.length;
  }
  return bytes;
}
