import type { FileDigests } from "./apk-content-digest.ts";
import type { ApkBlocks } from "./apk-signature-blocks.ts";
import type { LineageStep } from "./apk-signature-lineage.ts";
import { SignatureRefused, SignatureUnknown, sameBytes } from "./apk-signature-reader.ts";
import { hasV1, V1Verifier } from "./apk-signature-v1.ts";
import { v1Changes } from "./apk-signature-v1-algorithms.ts";
import { type SchemeClaim, verifyV2 } from "./apk-signature-v2.ts";
import { V3Refused, V3Verifier } from "./apk-signature-v3.ts";
import type { ApkZip } from "./apk-zip.ts";
import type { Crypto } from "./crypto.ts";
import type { X509 } from "./x509.ts";
import type { ZipCodec } from "./zip.ts";

/** How an APK can be signed. v4 lies in a file of its own. */
export type ApkScheme = "v1" | "v2" | "v3" | "v3.1" | "v3.2";

/** What the manifest says that Android demands a newer scheme than v1 for. */
export interface SchemeDemand {
  /** From 30 on, Android 11 and later demand v2 or newer. */
  readonly targetSdk?: number;
  /** targetSandboxVersion: from 2 on, Android 8 and later demand v2 or newer. */
  readonly targetSandbox?: number;
}

/** What is said for one version of Android before the content was compared. */
export interface Claim {
  readonly scheme: ApkScheme | undefined;
  readonly outcome: "verified" | "refused" | "unknown";
  readonly reason: string | undefined;
  /** Own certificates of the signers. */
  readonly signers: readonly X509[];
  readonly lineage: readonly LineageStep[];
  /** What has to be compared with the content; undefined for v1, which compares entries. */
  readonly content: SchemeClaim | undefined;
}

/** Decides for each API level which scheme counts; what does not depend on the level is done once. */
export class Judge {
  readonly #apk: ApkZip;
  readonly #blocks: ApkBlocks;
  readonly #crypto: Crypto;
  readonly #demands: SchemeDemand;
  readonly #v1: V1Verifier;
  readonly #v3: V3Verifier;
  readonly #once = new Map<string, Promise<Claim>>();

  /** @param means.content whether entries are compared with a v1 signature. */
  constructor(
    apk: ApkZip,
    blocks: ApkBlocks,
    { crypto, codec, content }: { readonly crypto: Crypto; readonly codec: ZipCodec; readonly content: boolean },
    demand: SchemeDemand,
  ) {
    this.#apk = apk;
    this.#blocks = blocks;
    this.#crypto = crypto;
    this.#demands = demand;
    this.#v1 = new V1Verifier(apk, crypto, codec, content);
    this.#v3 = new V3Verifier(blocks, crypto);
  }

  async claim(sdk: number): Promise<Claim> {
    if (this.#apk.android.opens === "no")
      return refused(undefined, `Android does not open the file: ${this.#apk.android.reason}.`);
    if (sdk >= 28) {
      const claim = await this.#claimV3(sdk);
      if (claim !== undefined) return claim;
    }
    const { v2 } = this.#blocks;
    if (sdk >= 24 && v2 !== undefined)
      return await this.#cached(`v2 ${sdk >= 28}`, () =>
        asClaim("v2", async () => accepted("v2", await verifyV2(v2, sdk, this.#crypto))),
      );
    const demand = this.#demand(sdk);
    if (demand !== undefined) return refused(undefined, demand);
    if (!hasV1(this.#apk))
      return refused(undefined, "The file is not signed in a way that this version of Android knows.");
    const since = v1Changes.findLast((change) => change <= sdk) ?? 0;
    return await this.#cached(`v1 ${since}`, () => asClaim("v1", () => this.#claimV1(since)));
  }

  /** Undefined where the file has no v3 signature for this Android, so that v2 counts. */
  async #claimV3(sdk: number): Promise<Claim | undefined> {
    try {
      const claim = await this.#v3.claim(sdk);
      if (claim === "absent") return undefined;
      if (claim !== "v3.2") return accepted(claim.scheme, claim);
      const reason = "Android 17 may look at the v3.2 signature, which Candor does not verify.";
      return { ...refused("v3.2", reason), outcome: "unknown" };
    } catch (error) {
      return asRefusal(error instanceof V3Refused ? error.scheme : "v3", error);
    }
  }

  async #claimV1(sdk: number): Promise<Claim> {
    const signers = (await this.#v1.verify(sdk)).flatMap((certificates) => certificates.slice(0, 1));
    return { scheme: "v1", outcome: "verified", reason: undefined, signers, lineage: [], content: undefined };
  }

  /** Why v1 alone is too little. */
  #demand(sdk: number): string | undefined {
    const { targetSdk = 0, targetSandbox = 0 } = this.#demands;
    if (sdk >= 30 && targetSdk >= 30)
      return `The app is made for API level ${targetSdk}, for which Android demands a v2 signature or a newer one; there is none.`;
    if (sdk >= 26 && targetSandbox >= 2)
      return "The app asks for the sandbox of instant apps, for which Android demands a v2 signature or a newer one; there is none.";
    return undefined;
  }

  #cached(key: string, make: () => Promise<Claim>): Promise<Claim> {
    let found = this.#once.get(key);
    if (found === undefined) {
      found = make();
      this.#once.set(key, found);
    }
    return found;
  }
}

function accepted(scheme: ApkScheme, content: SchemeClaim): Claim {
  const signers = content.signers.flatMap(({ certificates }) => certificates.slice(0, 1));
  return { scheme, outcome: "verified", reason: undefined, signers, lineage: content.lineage, content };
}

function refused(scheme: ApkScheme | undefined, reason: string): Claim {
  return { scheme, outcome: "refused", reason, signers: [], lineage: [], content: undefined };
}

async function asClaim(scheme: ApkScheme, make: () => Promise<Claim>): Promise<Claim> {
  try {
    return await make();
  } catch (error) {
    return asRefusal(scheme, error);
  }
}

function asRefusal(scheme: ApkScheme, error: unknown): Claim {
  if (error instanceof SignatureRefused) return refused(scheme, `The ${scheme} signature ${error.message}.`);
  if (error instanceof SignatureUnknown)
    return { ...refused(scheme, `The ${scheme} signature ${error.message}.`), outcome: "unknown" };
  throw error;
}

/** The claim where the content was not compared with it: the signers are told, and nothing counts as verified. */
export function uncompared(claim: Claim): Claim {
  const { outcome, scheme } = claim;
  if (outcome !== "verified") return claim;
  const reason = `The ${scheme} signature is good in itself; only parts of the file were read, so that its content was not compared.`;
  return { ...claim, outcome: "unknown", reason };
}

/** The claim, once what the signers say of the content was compared with it. */
export function compare(claim: Claim, { content }: FileDigests, length: number): Claim {
  const { scheme } = claim;
  for (const [kind, expected] of claim.content?.digests ?? []) {
    const found = content.get(kind);
    if (kind === "verity-sha256") {
      if (found === undefined)
        return refused(
          scheme,
          `The ${scheme} signature is over pages, and the signing block does not lie on whole pages.`,
        );
      if (expected.length !== 40 || wide(expected, 32) !== length)
        return refused(scheme, `The ${scheme} signature is for a file of another length.`);
    }
    const digest = kind === "verity-sha256" ? expected.subarray(0, 32) : expected;
    if (found === undefined || !sameBytes(digest, found))
      return refused(scheme, `The ${scheme} signature does not match the file: it was changed after it was signed.`);
  }
  return claim;
}

function wide(bytes: Uint8Array, at: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}
