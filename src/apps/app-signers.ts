import type { CertificateFacts } from "../formats/apk-certificate.ts";
import type { LineageFacts, SignatureOptions, SourceStampFacts } from "../formats/apk-signature.ts";
import { verifyApkSignatures } from "../formats/apk-signature.ts";
import type { ApkScheme } from "../formats/apk-signature-claim.ts";
import { readSigningBlock, type SigningBlock } from "../formats/apk-signing-block.ts";
import type { Crypto } from "../formats/crypto.ts";
import type { ApkContents } from "./apk-contents.ts";
import { knownSigner } from "./known-signers.ts";

/** Who signed the app, and what each version of Android makes of it. */
export interface ApkSigners {
  /** Those that the file has, right or wrong. */
  readonly schemes: readonly ApkScheme[];
  /** From Android 7 (API level 24) to 17 (37), without gaps. */
  readonly verdicts: readonly AndroidSignatureVerdict[];
  /** Every certificate that is named above, each once. */
  readonly certificates: readonly SignerCertificate[];
  readonly stamp: Nulled<SourceStampFacts> | null;
  /** Of the content by the kind of digest: equal for files that differ only in what is not signed. */
  readonly contentDigests: readonly { readonly kind: string; readonly digest: string }[];
  /** Further values in the signing block, which no signature covers. */
  readonly blockValues: readonly { readonly id: string; readonly meaning: string | null; readonly size: number }[];
}

/** What the Androids from one API level to another, both included, make of the signatures. */
export interface AndroidSignatureVerdict {
  readonly from: number;
  readonly to: number;
  /** `unknown` is no pass. */
  readonly outcome: "verified" | "refused" | "unknown";
  readonly scheme: ApkScheme | null;
  /** A sentence; null when verified. */
  readonly reason: string | null;
  /** SHA-256 of the certificates of signers whose signature is good; where the outcome is `unknown`, of its own data only. */
  readonly signers: readonly string[];
  /** Signers before and now, the oldest first; empty without rotation. */
  readonly lineage: readonly LineageFacts[];
}

/** A certificate, with null for what could not be read in it. */
export type SignerCertificate = Nulled<Omit<CertificateFacts, "key">> & {
  readonly key: { readonly kind: string; readonly bits: number | null; readonly curve: string | null } | null;
  /** Whose key it is, where everybody knows that; null: not in Candor's list. */
  readonly knownAs: string | null;
};

/** The same with null instead of undefined, which JSON does not have. */
type Nulled<T> = { readonly [Key in keyof T]: undefined extends T[Key] ? Exclude<T[Key], undefined> | null : T[Key] };

/** Facts: the tools that write them; avast/apkverifier and delvinru/apk-info list them. */
const blockMeanings: ReadonlyMap<number, string> = new Map([
  [0x42726577, "padding"],
  [0x504b4453, "list of libraries, encrypted for Google"],
  [0x2146444e, "data of Google Play"],
  [0x71777777, "distribution channel (Walle)"],
  [0x881155ff, "distribution channel (VasDolly)"],
  [0x7a786b21, "distribution channel (Packer-NG)"],
]);
const signatureIds: ReadonlySet<number> = new Set([
  0x7109871a, 0xf05368c0, 0x1b93ad61, 0x70e1c89f, 0x2b09189e, 0x6dff800d,
]);

/** Verifies all signatures; with them, in the same pass, the digest of the whole file. */
export async function readSigners(
  contents: ApkContents,
  crypto: Crypto,
  options: SignatureOptions,
): Promise<{ readonly signers: ApkSigners; readonly sha256: string | undefined }> {
  const { zip, codec, notes } = contents;
  const block = await readSigningBlock(zip.file, zip.end);
  if (block) notes.add("signing-block", block.marks);
  const found = await verifyApkSignatures(zip, block, crypto, { codec, ...options });
  const certificates = Object.values(found.certificates).map(describe);
  for (const { sha256, faults } of certificates)
    notes.add(
      "certificate",
      faults.map((detail) => ({ kind: "certificate-fault", detail: `${detail} (${sha256.slice(0, 16)}…)` })),
    );
  return {
    sha256: found.fileDigests.sha256,
    signers: {
      schemes: found.schemes,
      verdicts: found.verdicts.map(({ scheme = null, reason = null, ...rest }) => ({ ...rest, scheme, reason })),
      certificates,
      stamp: found.stamp
        ? { ...found.stamp, reason: found.stamp.reason ?? null, signer: found.stamp.signer ?? null }
        : null,
      contentDigests: Object.entries(found.contentDigests).map(([kind, digest]) => ({ kind, digest })),
      blockValues: blockValues(block),
    },
  };
}

function describe(facts: CertificateFacts): SignerCertificate {
  const { subject = null, issuer = null, serial = null, notBefore = null, notAfter = null, key, ...rest } = facts;
  const { signatureAlgorithm = null, ...others } = rest;
  return {
    ...others,
    subject,
    issuer,
    serial,
    notBefore,
    notAfter,
    signatureAlgorithm,
    key: key ? { kind: key.kind, bits: key.bits ?? null, curve: key.curve ?? null } : null,
    knownAs: knownSigner(facts.sha256) ?? null,
  };
}

function blockValues(block: SigningBlock | undefined): ApkSigners["blockValues"] {
  return (block?.pairs ?? [])
    .filter(({ id }) => !signatureIds.has(id))
    .slice(0, 50)
    .map(({ id, length }) => ({
      id: `0x${id.toString(16).padStart(8, "0")}`,
      meaning: blockMeanings.get(id) ?? null,
      size: length,
    }));
}
