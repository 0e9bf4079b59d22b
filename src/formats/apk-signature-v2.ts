import type { ContentDigest } from "./apk-signature-algorithms.ts";
import type { LineageStep } from "./apk-signature-lineage.ts";
import { BlockReader, SignatureRefused, sameBytes } from "./apk-signature-reader.ts";
import { type ApkSigner, verifySigner } from "./apk-signature-signer.ts";
import type { Crypto } from "./crypto.ts";

/** What a scheme's signatures, verified over their own data, say: who signed, and what the content's digests have to be. */
export interface SchemeClaim {
  readonly signers: readonly ApkSigner[];
  readonly lineage: readonly LineageStep[];
  readonly digests: ReadonlyMap<ContentDigest, Uint8Array>;
}

/** Attribute of v2 that names a scheme by which the APK is signed as well. */
const alsoSignedId = 0xbeeff00d;
/** AOSP ApkSignatureSchemeV2Verifier.MAX_V2_SIGNERS. */
const maxSigners = 10;

/**
 * Verifies the value of a v2 block as the Android of this API level does, all but the content. AOSP frameworks/base
 * core/java/android/util/apk/ApkSignatureSchemeV2Verifier.java; source.android.com/docs/security/features/apksigning/v2.
 *
 * @throws SignatureRefused, SignatureUnknown
 */
export async function verifyV2(value: Uint8Array, sdk: number, crypto: Crypto): Promise<SchemeClaim> {
  const signers: ApkSigner[] = [];
  const digests = new Map<ContentDigest, Uint8Array>();
  for (const block of new BlockReader(value).block().blocks()) {
    if (signers.length === maxSigners) throw new SignatureRefused(`has more than ${maxSigners} signers`);
    const signer = await verifySigner(block.field(), block, () => {}, sdk, crypto);
    const { content } = signer.algorithm;
    const other = digests.get(content);
    if (other !== undefined && !sameBytes(other, signer.contentDigest))
      throw new SignatureRefused("has signers who disagree about the content");
    digests.set(content, signer.contentDigest);
    if (sdk >= 28) checkStripped(signer);
    signers.push(signer);
  }
  if (signers.length === 0) throw new SignatureRefused("has no signer");
  return { signers, lineage: [], digests };
}

/** Android looks at v2 only where there is no v3: then nothing may say that there was one. */
function checkStripped({ attributes }: ApkSigner): void {
  for (const { id, value } of attributes)
    if (id === alsoSignedId && value.u32() === 3)
      throw new SignatureRefused("says that there is a v3 signature, which is missing: it was taken out");
}
