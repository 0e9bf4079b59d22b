import { apkAlgorithm } from "./apk-signature-algorithms.ts";
import { type BlockReader, SignatureRefused, sameBytes } from "./apk-signature-reader.ts";
import { readUsable, verifyChosen } from "./apk-signature-signer.ts";
import type { Crypto } from "./crypto.ts";
import type { X509 } from "./x509.ts";

/** One signer of a lineage, oldest first: each signed the next. */
export interface LineageStep {
  readonly certificate: X509;
  /** What the newest signer still allows this one: bits of AOSP SigningCertificateLineage.SignerCapabilities. */
  readonly flags: number;
}

/** Signers that one lineage may have; AOSP has no limit, but real ones have two or three. */
const maxSteps = 128;

/**
 * Verifies a proof of rotation: every certificate but the first is signed by the one before it. AOSP frameworks/base
 * ApkSigningBlockUtils.verifyProofOfRotationStruct.
 *
 * @throws SignatureRefused as Android; SignatureUnknown when this platform cannot verify one of the signatures.
 */
export async function verifyLineage(value: BlockReader, sdk: number, crypto: Crypto): Promise<readonly LineageStep[]> {
  // The version, which Android does not look at.
  value.u32();
  const steps: LineageStep[] = [];
  let lastAlgorithm = 0;
  for (const level of value.blocks()) {
    if (steps.length === maxSteps) throw new SignatureRefused("tells of too many signers");
    const signedData = level.block();
    const flags = level.u32();
    const algorithm = level.u32();
    const signature = level.field();
    const last = steps.at(-1)?.certificate;
    if (last !== undefined) await verifyStep(last, lastAlgorithm, signature, signedData.bytes, sdk, crypto);
    const certificate = readUsable(signedData.field());
    const signedAlgorithm = signedData.u32();
    if (last !== undefined && signedAlgorithm !== lastAlgorithm)
      throw new SignatureRefused("names two algorithms for one signer");
    if (steps.some((step) => sameBytes(step.certificate.bytes, certificate.bytes)))
      throw new SignatureRefused("names one signer twice");
    steps.push({ certificate, flags });
    lastAlgorithm = algorithm;
  }
  return steps;
}

async function verifyStep(
  last: X509,
  id: number,
  signature: Uint8Array,
  data: Uint8Array,
  sdk: number,
  crypto: Crypto,
): Promise<void> {
  const algorithm = apkAlgorithm(id, sdk);
  if (algorithm === undefined || last.body === undefined)
    throw new SignatureRefused("is made with an algorithm that Android does not know");
  await verifyChosen({ algorithm, signature }, last.body.publicKey, data, crypto);
}
