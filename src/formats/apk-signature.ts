import { FormatError } from "../core/errors.ts";
import { type CertificateFacts, certificateFacts, hex } from "./apk-certificate.ts";
import { digestApk, type FileDigests } from "./apk-content-digest.ts";
import { readApkEntry } from "./apk-entry.ts";
import type { ContentDigest } from "./apk-signature-algorithms.ts";
import { type ApkBlocks, readBlocks } from "./apk-signature-blocks.ts";
import { type ApkScheme, type Claim, compare, Judge, type SchemeDemand, uncompared } from "./apk-signature-claim.ts";
import { hasV1 } from "./apk-signature-v1.ts";
import type { SigningBlock } from "./apk-signing-block.ts";
import { type SourceStamp, verifySourceStamp } from "./apk-source-stamp.ts";
import type { ApkZip } from "./apk-zip.ts";
import type { Crypto, DigestName } from "./crypto.ts";
import type { X509 } from "./x509.ts";
import { portableCodec, type ZipCodec } from "./zip.ts";

/** What the Androids from one API level to another, both included, make of an APK's signatures. */
export interface SignatureVerdict {
  readonly from: number;
  readonly to: number;
  /** `unknown`: Candor cannot tell. It is not a pass. Where the content was not compared, nothing is more than `unknown`. */
  readonly outcome: "verified" | "refused" | "unknown";
  /** The one that these Androids look at; undefined where the APK has none that they know. */
  readonly scheme: ApkScheme | undefined;
  /** A sentence; undefined when verified. */
  readonly reason: string | undefined;
  /** SHA-256 of each signer's own certificate; only of those whose signature is good for what it was compared with. */
  readonly signers: readonly string[];
  /** SHA-256 of the certificates that signed before, the oldest first, and the present one last; empty without rotation. */
  readonly lineage: readonly LineageFacts[];
}

/** One signer of a lineage. */
export interface LineageFacts {
  readonly sha256: string;
  /** What the newest signer still lets this one do; all of it for a signer that is fully trusted. */
  readonly allows: readonly ("installed-data" | "shared-user-id" | "permission" | "rollback" | "authenticator")[];
}

/** A second signature that says from where the file came; Android installs with or without it. */
export interface SourceStampFacts {
  readonly version: 1 | 2;
  readonly outcome: "verified" | "refused" | "unknown";
  /** A sentence; undefined when verified. */
  readonly reason: string | undefined;
  /** SHA-256 of the certificate. */
  readonly signer: string | undefined;
}

/** Everything about an APK's signatures; safe for JSON. */
export interface ApkSignatures {
  /** Those that the file has, right or wrong. */
  readonly schemes: readonly ApkScheme[];
  /** From the lowest API level asked for to the highest, without gaps. */
  readonly verdicts: readonly SignatureVerdict[];
  /** Every certificate that a verdict or the stamp names, by its SHA-256. */
  readonly certificates: Readonly<Record<string, CertificateFacts>>;
  readonly stamp: SourceStampFacts | undefined;
  /** Of the content, in lower-case hexadecimal: equal for one app in files that differ only in their signing block. */
  readonly contentDigests: Readonly<Partial<Record<ContentDigest, string>>>;
  /** Of all bytes of the file, those that were asked for. */
  readonly fileDigests: Readonly<Partial<Record<DigestName, string>>>;
}

/** What is asked of the signatures. */
export interface SignatureOptions extends SchemeDemand {
  /** API levels, both included; without them the Androids 7 to 17. From below 24 the v1 signature counts. */
  readonly from?: number;
  readonly to?: number;
  /** Digests of the whole file, made in the same pass. */
  readonly fileDigests?: readonly DigestName[];
  readonly codec?: ZipCodec;
  /** False where only parts of the file are to be read: signatures are verified over their own data, and not compared with the content. */
  readonly content?: boolean;
}

/** Android 7, the oldest that Candor examines, and 17. */
const androidFrom = 24;
const androidTo = 37;

/**
 * Verifies an APK's signatures as each version of Android does: the newest scheme that it knows counts, and one that is there and wrong
 * refuses the app. AOSP frameworks/base core/java/android/util/apk/ApkSignatureVerifier.java; source.android.com/docs/security/
 * features/apksigning.
 *
 * @throws FormatError when the file cannot be read, or changed while it was read.
 */
export async function verifyApkSignatures(
  apk: ApkZip,
  block: SigningBlock | undefined,
  crypto: Crypto,
  options: SignatureOptions = {},
): Promise<ApkSignatures> {
  const codec = options.codec ?? portableCodec;
  const blocks = await readBlocks(apk, block);
  const [from, to] = [options.from ?? androidFrom, options.to ?? androidTo];
  const judge = new Judge(apk, blocks, { crypto, codec, content: options.content ?? true }, options);
  const claims: Claim[] = [];
  for (let sdk = from; sdk <= to; sdk++) claims.push(await judge.claim(sdk));
  const whole = options.content ?? true;
  const kinds = new Set(whole ? claims.flatMap(({ content }) => [...(content?.digests.keys() ?? [])]) : []);
  const parts = {
    file: apk.file,
    blockOffset: blocks.offset,
    directoryOffset: apk.end.directoryOffset,
    eocdOffset: apk.end.eocdOffset,
  };
  const wholeNames = options.fileDigests ?? [];
  const none: FileDigests = { content: new Map(), whole: new Map() };
  const digests = kinds.size + wholeNames.length === 0 ? none : await digestApk(parts, kinds, wholeNames, crypto);
  const length = apk.file.size - (apk.end.directoryOffset - blocks.offset);
  const stamp = await readStamp(apk, blocks, crypto, whole ? codec : undefined);
  const facts = new CertificateTable(crypto);
  const verdicts: SignatureVerdict[] = [];
  for (const [i, claim] of claims.entries())
    await append(verdicts, from + i, whole ? compare(claim, digests, length) : uncompared(claim), facts);
  return {
    schemes: [...(hasV1(apk) ? (["v1"] as const) : []), ...blocks.schemes],
    verdicts,
    stamp: stamp && {
      version: stamp.version,
      outcome: stamp.outcome,
      reason: stamp.reason === undefined ? undefined : `The source stamp ${stamp.reason}.`,
      signer: stamp.certificate && (await facts.add(stamp.certificate)),
    },
    certificates: facts.table,
    contentDigests: hexed(digests.content),
    fileDigests: hexed(digests.whole),
  };
}

/** Adds what is true at one API level, or lengthens the verdict before when it is the same. */
async function append(
  verdicts: SignatureVerdict[],
  sdk: number,
  { scheme, outcome, reason, signers, lineage }: Claim,
  facts: CertificateTable,
): Promise<void> {
  const names: string[] = [];
  for (const signer of signers) names.push(await facts.add(signer));
  const steps: LineageFacts[] = [];
  for (const { certificate, flags } of lineage)
    steps.push({ sha256: await facts.add(certificate), allows: capabilities(flags) });
  const what = { outcome, scheme, reason, signers: names, lineage: steps };
  const last = verdicts.at(-1);
  if (last && JSON.stringify(withoutRange(last)) === JSON.stringify(what))
    verdicts[verdicts.length - 1] = { ...last, to: sdk };
  else verdicts.push({ from: sdk, to: sdk, ...what });
}

function withoutRange({ outcome, scheme, reason, signers, lineage }: SignatureVerdict) {
  return { outcome, scheme, reason, signers, lineage };
}

/** AOSP SigningDetails.CertCapabilities. */
function capabilities(flags: number): LineageFacts["allows"] {
  const names = ["installed-data", "shared-user-id", "permission", "rollback", "authenticator"] as const;
  return names.filter((_, bit) => (flags & (1 << bit)) !== 0);
}

/** Describes each certificate once. */
class CertificateTable {
  readonly table: Record<string, CertificateFacts> = {};
  readonly #crypto: Crypto;
  readonly #known = new Map<X509, string>();

  constructor(crypto: Crypto) {
    this.#crypto = crypto;
  }

  async add(certificate: X509): Promise<string> {
    const known = this.#known.get(certificate);
    if (known !== undefined) return known;
    const facts = await certificateFacts(certificate, this.#crypto);
    this.table[facts.sha256] = facts;
    this.#known.set(certificate, facts.sha256);
    return facts.sha256;
  }
}

async function readStamp(
  apk: ApkZip,
  blocks: ApkBlocks,
  crypto: Crypto,
  codec: ZipCodec | undefined,
): Promise<SourceStamp | undefined> {
  const { stamp } = blocks;
  if (stamp === undefined) return undefined;
  if (codec === undefined) {
    const reason = "was not looked at, because only parts of the file were read";
    return { version: stamp.version, outcome: "unknown", reason, certificate: undefined, lineage: [] };
  }
  const input = {
    v2: blocks.v2,
    v3: blocks.v3,
    certificateDigest: await entryBytes(apk, "stamp-cert-sha256", codec),
    manifest: await entryBytes(apk, "META-INF/MANIFEST.MF", codec),
  };
  return await verifySourceStamp(stamp.version, stamp.value, input, crypto);
}

async function entryBytes(apk: ApkZip, name: string, codec: ZipCodec): Promise<Uint8Array | undefined> {
  const entry = apk.byName.get(name);
  if (entry === undefined) return undefined;
  try {
    return (await readApkEntry(apk, entry, codec)).bytes;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function hexed<Kind extends string>(digests: ReadonlyMap<Kind, Uint8Array | undefined>): Partial<Record<Kind, string>> {
  const found: Partial<Record<Kind, string>> = {};
  for (const [kind, digest] of digests) if (digest !== undefined) found[kind] = hex(digest);
  return found;
}
