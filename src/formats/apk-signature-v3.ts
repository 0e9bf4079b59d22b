import { type LineageStep, verifyLineage } from "./apk-signature-lineage.ts";
import { BlockReader, SignatureRefused, sameBytes } from "./apk-signature-reader.ts";
import { type ApkSigner, verifySigner } from "./apk-signature-signer.ts";
import type { SchemeClaim } from "./apk-signature-v2.ts";
import type { Crypto } from "./crypto.ts";

/** One signer's block of v3 or v3.1: the Androids it is for, and the rest, not yet read. */
export interface V3Block {
  readonly minSdk: number;
  readonly maxSdk: number;
  readonly signedData: Uint8Array;
  readonly rest: Uint8Array;
}

/** A signer's block that was verified. */
interface V3Signer {
  readonly block: V3Block;
  readonly signer: ApkSigner;
  readonly lineage: readonly LineageStep[];
}

/** The v3 family of one APK. */
export interface V3Schemes {
  /** Undefined where the APK has none. */
  readonly v3: Uint8Array | undefined;
  readonly v31: Uint8Array | undefined;
  readonly v32: Uint8Array | undefined;
}

/** What v3 and v3.1 say for one version of Android. `absent`: no v3 signature, so v2 counts. */
export type V3Claim = (SchemeClaim & { readonly scheme: "v3" | "v3.1" }) | "absent" | "v3.2";

const attributeIds = {
  proofOfRotation: 0x3ba06f8c,
  rotationMinSdk: 0x559f8b02,
  developmentRelease: 0xc2a6b3ba,
  hybridMinSdk: 0xbf940529,
  hybridMaxSdk: 0x9f06b79c,
} as const;

/** Which scheme of the family an error is about; the message is a sentence's end. */
export class V3Refused extends SignatureRefused {
  readonly scheme: "v3" | "v3.1";

  constructor(scheme: "v3" | "v3.1", message: string) {
    super(message);
    this.scheme = scheme;
  }
}

/**
 * Verifies the v3 family as each version of Android does, all but the content; signers are verified once. AOSP frameworks/base
 * core/java/android/util/apk/ApkSignatureSchemeV3Verifier.java; source.android.com/docs/security/features/apksigning/v3-1.
 */
export class V3Verifier {
  readonly #schemes: V3Schemes;
  readonly #crypto: Crypto;
  readonly #verified = new Map<V3Block, Promise<V3Signer>>();
  readonly #blocks = new Map<Uint8Array, readonly V3Block[] | SignatureRefused>();

  constructor(schemes: V3Schemes, crypto: Crypto) {
    this.#schemes = schemes;
    this.#crypto = crypto;
  }

  /** @throws V3Refused as Android; SignatureUnknown. */
  async claim(sdk: number): Promise<V3Claim> {
    const { v3, v31, v32 } = this.#schemes;
    // Android 17 uses v3.2 where a flag of the platform is set.
    if (sdk >= 37 && v32 !== undefined && mayCount(v32, sdk)) return "v3.2";
    let rotationMin: number | undefined;
    if (sdk >= 33 && v31 !== undefined) {
      const signers = await this.#signers(v31, sdk, "v3.1");
      const usable = signers.filter((each) => !isForDevelopment(each, sdk));
      const [own] = usable;
      if (usable.length > 1) throw new V3Refused("v3.1", "has several signers for one version of Android");
      if (own !== undefined) return this.#accepted(own, "v3.1", sdk, undefined);
      rotationMin = this.#rotationMin(v31, sdk, signers);
    }
    if (v3 === undefined) return "absent";
    const signers = await this.#signers(v3, sdk, "v3");
    const [own] = signers;
    if (own === undefined) throw new V3Refused("v3", "has no signer for this version of Android");
    if (signers.length > 1) throw new V3Refused("v3", "has several signers for one version of Android");
    return this.#accepted(own, "v3", sdk, rotationMin);
  }

  /** The blocks of a value, for all versions of Android. @throws V3Refused when one is cut off. */
  blocks(value: Uint8Array, scheme: "v3" | "v3.1"): readonly V3Block[] {
    let blocks = this.#blocks.get(value);
    if (blocks === undefined) {
      blocks = attempt(() => readBlocks(value));
      this.#blocks.set(value, blocks);
    }
    if (blocks instanceof SignatureRefused) throw new V3Refused(scheme, blocks.message);
    return blocks;
  }

  #meant(value: Uint8Array, sdk: number, scheme: "v3" | "v3.1"): readonly V3Block[] {
    return this.blocks(value, scheme).filter(({ minSdk, maxSdk }) => minSdk <= sdk && sdk <= maxSdk);
  }

  async #signers(value: Uint8Array, sdk: number, scheme: "v3" | "v3.1"): Promise<readonly V3Signer[]> {
    const signers: V3Signer[] = [];
    const meant = this.#meant(value, sdk, scheme);
    if (meant.length > 2) throw new V3Refused(scheme, "has several signers for one version of Android");
    for (const block of meant) {
      let verified = this.#verified.get(block);
      if (verified === undefined) {
        verified = verifyBlock(block, this.#crypto);
        this.#verified.set(block, verified);
      }
      try {
        signers.push(await verified);
      } catch (error) {
        throw error instanceof SignatureRefused ? new V3Refused(scheme, error.message) : error;
      }
    }
    return signers;
  }

  /** From which Android on v3.1 signs, as Android learns it from the signers that are not for this one. */
  #rotationMin(v31: Uint8Array, sdk: number, forDevelopment: readonly V3Signer[]): number | undefined {
    if (forDevelopment.length > 0) return sdk;
    const all = this.blocks(v31, "v3.1").map(({ minSdk }) => minSdk);
    return all.length > 0 ? all.reduce((least, each) => Math.min(least, each)) : undefined;
  }

  #accepted(own: V3Signer, scheme: "v3" | "v3.1", sdk: number, rotationMin: number | undefined): V3Claim {
    const { signer, lineage } = own;
    for (const { id, value } of signer.attributes) {
      const reader = new BlockReader(value.bytes);
      if (id === attributeIds.rotationMinSdk && sdk >= 33) {
        const told = attempt(() => reader.u32());
        if (told instanceof SignatureRefused) throw new V3Refused(scheme, told.message);
        if (told !== rotationMin)
          throw new V3Refused(
            scheme,
            `says that there is a v3.1 signature from API level ${told} on, which is missing: it was taken out or changed`,
          );
      }
      const hybrid = id === attributeIds.hybridMinSdk || id === attributeIds.hybridMaxSdk;
      if (hybrid && sdk >= 37 && this.#schemes.v32 === undefined)
        throw new V3Refused(scheme, "says that there is a v3.2 signature, which is missing: it was taken out");
    }
    return { scheme, signers: [signer], lineage, digests: new Map([[signer.algorithm.content, signer.contentDigest]]) };
  }
}

/** Whether a v3.2 block is for this Android, as far as can be seen. */
function mayCount(v32: Uint8Array, sdk: number): boolean {
  const blocks = attempt(() => readBlocks(v32));
  return blocks instanceof SignatureRefused || blocks.some(({ minSdk, maxSdk }) => minSdk <= sdk && sdk <= maxSdk);
}

/** A signer for the Android that is in development counts only there; what is examined here are released ones. */
function isForDevelopment({ block, signer }: V3Signer, sdk: number): boolean {
  return block.minSdk === sdk && signer.attributes.some(({ id }) => id === attributeIds.developmentRelease);
}

function readBlocks(value: Uint8Array): readonly V3Block[] {
  const blocks: V3Block[] = [];
  for (const block of new BlockReader(value).block().blocks()) {
    const signedData = block.field();
    // Java's numbers have a sign.
    const [minSdk, maxSdk] = [block.u32() | 0, block.u32() | 0];
    blocks.push({ minSdk, maxSdk, signedData, rest: block.rest() });
  }
  return blocks;
}

async function verifyBlock(block: V3Block, crypto: Crypto): Promise<V3Signer> {
  const { signedData, rest, minSdk, maxSdk } = block;
  const checkRange = (data: BlockReader) => {
    if ((data.u32() | 0) !== minSdk || (data.u32() | 0) !== maxSdk)
      throw new SignatureRefused("is for other versions of Android than it says outside of what is signed");
  };
  // Nothing in v3 depends on the version but which signer counts: all that know v3 know the same algorithms.
  const signer = await verifySigner(signedData, new BlockReader(rest), checkRange, 28, crypto);
  const proofs = signer.attributes.filter(({ id }) => id === attributeIds.proofOfRotation);
  const [proof] = proofs;
  if (proofs.length > 1) throw new SignatureRefused("holds two lineages");
  const lineage = proof === undefined ? [] : await verifyLineage(proof.value, 28, crypto);
  const newest = lineage.at(-1)?.certificate;
  if (newest && !sameBytes(newest.bytes, signer.certificates[0]?.bytes ?? new Uint8Array()))
    throw new SignatureRefused("has a lineage that ends with another signer");
  return { block, signer, lineage };
}

/** The value, or the refusal for later. */
function attempt<T>(read: () => T): T | SignatureRefused {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureRefused) return error;
    throw error;
  }
}
