import { FormatError } from "../core/errors.ts";
import { type EntryContent, readApkEntry } from "./apk-entry.ts";
import { SignatureRefused, SignatureUnknown, sameBytes } from "./apk-signature-reader.ts";
import { verifyJarBlock } from "./apk-signature-v1-block.ts";
import type { ApkEntry, ApkZip } from "./apk-zip.ts";
import { base64 } from "./base64.ts";
import type { Crypto, DigestName } from "./crypto.ts";
import { type JarManifest, type JarSection, readJarManifest } from "./jar-manifest.ts";
import { readAhead } from "./read-ahead.ts";
import type { X509 } from "./x509.ts";
import type { ZipCodec } from "./zip.ts";

const folder = "META-INF/";
const manifestName = "META-INF/MANIFEST.MF";
const maxSigners = 10;
/** Bytes of a manifest or signature file, unpacked; one with 65,535 entries has about 8 MiB. */
const maxMetaBytes = 64 * 1024 * 1024;
/** Code is looked into after its signature: so much of it need not be unpacked twice. */
const worthKeeping = /\.dex$/i;
/** Characters of a digest in Base64; SHA-512 has 88. */
const longestDigest = 128;
const maxKeptBytes = 48 * 1024 * 1024;

/** A signer of the JAR: the block's and the signature file's names, and whose it is. */
interface JarSigner {
  readonly blockName: string;
  readonly certificates: readonly X509[];
  /** Names of the entries that it signs. */
  readonly covers: ReadonlyMap<string, JarSection>;
}

/** Whether the APK has what looks like a v1 signature: a manifest and a signature block. */
export function hasV1({ entries, byName }: ApkZip): boolean {
  return byName.has(manifestName) && entries.some(({ name }) => isBlock(name));
}

/**
 * Verifies the v1 (JAR) signature as the Android of one API level does; entries are unpacked one at a time, and their digests are kept
 * for the next API level. AOSP frameworks/base core/java/android/util/jar, core/java/android/util/apk/ApkSignatureVerifier.java.
 */
export class V1Verifier {
  readonly #apk: ApkZip;
  readonly #crypto: Crypto;
  readonly #codec: ZipCodec;
  readonly #content: boolean;
  readonly #digests = new Map<string, Promise<Uint8Array>>();
  readonly #meta = new Map<string, Promise<Uint8Array>>();

  /** @param content whether entries are compared with their digests; else only that each is covered is looked at. */
  constructor(apk: ApkZip, crypto: Crypto, codec: ZipCodec, content = true) {
    // Entries are read in the order in which they lie.
    this.#apk = content ? { ...apk, file: readAhead(apk.file) } : apk;
    this.#content = content;
    this.#crypto = crypto;
    this.#codec = codec;
  }

  /** The certificates of each signer, its own first. @throws SignatureRefused as Android; SignatureUnknown. */
  async verify(sdk: number): Promise<readonly (readonly X509[])[]> {
    const { entries, byName } = this.#apk;
    if (!byName.has("AndroidManifest.xml")) throw new SignatureRefused("covers no AndroidManifest.xml: there is none");
    const manifestBytes = await this.#read(manifestName);
    const manifest = read(manifestBytes, "MANIFEST.MF");
    for (const name of manifest.entries.keys())
      if (!byName.has(name)) throw new SignatureRefused(`lists ${shown(name)}, which is not in the file`);
    const blocks = entries.filter(({ name }) => isBlock(name) && byName.has(signatureFileOf(name)));
    if (blocks.length > maxSigners) throw new SignatureRefused(`has more than ${maxSigners} signers`);
    const signers: JarSigner[] = [];
    for (const { name } of blocks) {
      const signer = await this.#signer(name, manifestBytes, manifest, sdk);
      if (signer !== undefined) signers.push(signer);
    }
    if (signers.length === 0) throw new SignatureRefused("has no signer that counts");
    return await this.#checkEntries(manifest, signers, sdk);
  }

  /** One signer whose block, signature file and manifest fit together; undefined for one that Android leaves aside. */
  async #signer(blockName: string, manifestBytes: Uint8Array, manifest: JarManifest, sdk: number) {
    const fileName = signatureFileOf(blockName);
    const bytes = await this.#read(fileName);
    let certificates: readonly X509[];
    try {
      certificates = await verifyJarBlock(await this.#read(blockName), bytes, sdk, this.#crypto);
    } catch (error) {
      throw error instanceof SignatureRefused ? new SignatureRefused(`in ${shown(blockName)} ${error.message}`) : error;
    }
    let file: JarManifest;
    try {
      file = readJarManifest(bytes);
    } catch (error) {
      if (error instanceof FormatError) return undefined;
      throw error;
    }
    const { attributes } = file.main;
    if (sdk >= 24) checkStripped(attributes.get("x-android-apk-signed"), fileName, sdk);
    if (!attributes.has("signature-version")) return undefined;
    const bySigntool = attributes.get("created-by")?.includes("signtool") ?? false;
    const digest = (section: JarSection, suffix: string, of: Uint8Array) => this.#matches(section, suffix, of, sdk);
    if (!bySigntool && manifest.main.end > 0) {
      const main = manifestBytes.subarray(0, manifest.main.end);
      if ((await digest(file.main, "-digest-manifest-main-attributes", main)) === false)
        throw new SignatureRefused(`in ${shown(fileName)} does not match the head of MANIFEST.MF`);
    }
    if ((await digest(file.main, bySigntool ? "-digest" : "-digest-manifest", manifestBytes)) !== true) {
      for (const [name, section] of file.entries) {
        const own = manifest.entries.get(name);
        if (own === undefined) return undefined;
        const end = bySigntool && endsEmpty(manifestBytes, own.end) ? own.end - 1 : own.end;
        const same = await digest(section, "-digest", manifestBytes.subarray(own.start, end));
        if (same === true) continue;
        const fault = same === undefined ? "has no digest of" : "does not match";
        throw new SignatureRefused(`in ${shown(fileName)} ${fault} what MANIFEST.MF says of ${shown(name)}`);
      }
    }
    return { blockName, certificates, covers: file.entries };
  }

  /** Every entry outside of META-INF must be signed, all by the same signers, and match its digest. */
  async #checkEntries(manifest: JarManifest, signers: readonly JarSigner[], sdk: number) {
    let all: readonly JarSigner[] | undefined;
    const entries = this.#apk.entries.filter(({ name }) => !name.startsWith(folder) && !name.endsWith("/"));
    for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
      const section = manifest.entries.get(entry.name);
      const own = signers.filter(({ covers }) => covers.has(entry.name));
      if (section === undefined || own.length === 0) throw new SignatureRefused(`does not cover ${shown(entry.name)}`);
      all ??= own;
      if (own.length !== all.length || own.some((signer, i) => signer !== all?.[i]))
        throw new SignatureRefused(`has other signers for ${shown(entry.name)} than for the rest`);
      const expected = expectedDigest(section, "-digest", sdk);
      if (expected === undefined) throw new SignatureRefused(`has no digest of ${shown(entry.name)}`);
      if (!this.#content) continue;
      if (!expected.value || !sameBytes(expected.value, await this.#entryDigest(entry, expected.digest)))
        throw new SignatureRefused(`does not match ${shown(entry.name)}: it was changed after it was signed`);
    }
    return (all ?? []).map(({ certificates }) => certificates);
  }

  #entryDigest(entry: ApkEntry, digest: DigestName): Promise<Uint8Array> {
    const key = `${digest} ${entry.offset} ${entry.nameAt}`;
    let found = this.#digests.get(key);
    if (found === undefined) {
      found = this.#digestOf(entry, digest);
      this.#digests.set(key, found);
    }
    return found;
  }

  async #digestOf(entry: ApkEntry, digest: DigestName): Promise<Uint8Array> {
    const content = await this.#entryContent(entry);
    const found = await this.#crypto.digest(digest, content.bytes);
    if (content.packing !== "deflated") return found;
    if (worthKeeping.test(entry.name) && keptBytes(this.#apk) + content.bytes.length <= maxKeptBytes)
      this.#apk.kept.set(entry, content);
    else this.#codec.letGo?.(content.bytes);
    return found;
  }

  async #unpack(entry: ApkEntry): Promise<Uint8Array> {
    return (await this.#entryContent(entry)).bytes;
  }

  async #entryContent(entry: ApkEntry): Promise<EntryContent> {
    const { limits, budget } = this.#apk;
    if (entry.size > Math.min(limits.maxEntryBytes, budget.left))
      throw new SignatureUnknown(`covers ${shown(entry.name)}, which is larger than what Candor unpacks`);
    const content = await readApkEntry(this.#apk, entry, this.#codec).catch((error: unknown) => {
      if (error instanceof FormatError) throw new SignatureRefused(`cannot be compared with ${shown(entry.name)}`);
      throw error;
    });
    const { android } = content;
    if (android.opens !== "yes" && !isInflated(entry, content))
      throw new SignatureRefused(`cannot be compared with ${shown(entry.name)}: ${android.reason}`);
    return content;
  }

  #read(name: string): Promise<Uint8Array> {
    let found = this.#meta.get(name);
    if (found === undefined) {
      const entry = this.#apk.byName.get(name);
      if (entry === undefined) throw new SignatureRefused(`has no ${shown(name)}`);
      if (entry.size > maxMetaBytes) throw new SignatureRefused(`has too large a ${shown(name)}`);
      found = this.#unpack(entry);
      this.#meta.set(name, found);
    }
    return found;
  }

  /** Whether the digest that a section gives fits these bytes; undefined when it gives none. */
  async #matches(section: JarSection, suffix: string, of: Uint8Array, sdk: number): Promise<boolean | undefined> {
    const expected = expectedDigest(section, suffix, sdk);
    if (expected === undefined) return undefined;
    return expected.value !== undefined && sameBytes(expected.value, await this.#crypto.digest(expected.digest, of));
  }
}

/** The verifier of v1 inflates whatever is not stored, also what Android's other readers refuse for its unknown method. */
function isInflated({ method }: ApkEntry, { packing, marks }: EntryContent): boolean {
  const harmless = marks.every(({ kind }) => kind === "method-lies" || kind === "checksum-differs");
  return method !== 0 && method !== 8 && packing === "deflated" && harmless;
}

function isBlock(name: string): boolean {
  return name.startsWith(folder) && (name.endsWith(".RSA") || name.endsWith(".DSA") || name.endsWith(".EC"));
}

function signatureFileOf(blockName: string): string {
  return `${blockName.slice(0, blockName.lastIndexOf("."))}.SF`;
}

function read(bytes: Uint8Array, name: string): JarManifest {
  try {
    return readJarManifest(bytes);
  } catch (error) {
    if (error instanceof FormatError)
      throw new SignatureRefused(`has a ${name} that cannot be read (${error.message})`);
    throw error;
  }
}

/** Only the first of several newlines at the end counted for the old tool `signtool`. */
function endsEmpty(bytes: Uint8Array, end: number): boolean {
  return bytes[end - 1] === 0x0a && bytes[end - 2] === 0x0a;
}

/** Android looks at v1 only where there is no newer scheme that it knows: then none may be announced. */
function checkStripped(announced: string | undefined, fileName: string, sdk: number): void {
  for (const each of announced?.split(",") ?? []) {
    const id = /^[+-]?\d{1,9}$/.test(each.trim()) ? Number(each) : Number.NaN;
    if (id === 2 || (id === 3 && sdk >= 28))
      throw new SignatureRefused(
        `says in ${shown(fileName)} that there is a v${id} signature, which is missing: it was taken out`,
      );
  }
}

const strongestFirst: readonly (readonly [attribute: string, digest: DigestName])[] = [
  ["sha-512", "sha512"],
  ["sha-384", "sha384"],
  ["sha-256", "sha256"],
  ["sha1", "sha1"],
];

/** Digests of before Android 4.3, and since when they were known. */
const early: ReadonlyMap<string, readonly [digest: DigestName, since: number]> = new Map([
  ["md5", ["md5", 0]],
  ["sha", ["sha1", 0]],
  ["sha1", ["sha1", 0]],
  ["sha-1", ["sha1", 0]],
  ["sha-256", ["sha256", 0]],
  ["sha-384", ["sha384", 9]],
  ["sha-512", ["sha512", 9]],
]);

/** The digest that Android compares, of the several that may stand side by side; `value` undefined when it is no Base64. */
function expectedDigest({ attributes }: JarSection, suffix: string, sdk: number) {
  const names =
    sdk >= 18
      ? strongestFirst
      : (attributes.get("digest-algorithms") ?? "SHA SHA1").split(/\s+/).flatMap((token) => {
          const name = token.toLowerCase();
          const [digest, since] = early.get(name) ?? [];
          return digest !== undefined && since !== undefined && since <= sdk ? [[name, digest] as const] : [];
        });
  for (const [attribute, digest] of names) {
    const value = attributes.get(attribute + suffix);
    if (value !== undefined) return { digest, value: value.length > longestDigest ? undefined : base64(value) };
  }
  return undefined;
}

function keptBytes({ kept }: ApkZip): number {
  let sum = 0;
  for (const { bytes } of kept.values()) sum += bytes.length;
  return sum;
}

/** A name from the file as a message may hold it. */
function shown(name: string): string {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 119)}…` : name);
}
