import { ByteWriter, joinBytes } from "./byte-writer.ts";
import type { TestSigner } from "./test-signer.ts";

/** Schemes that sign the whole file. */
export type WrittenScheme = "v2" | "v3";

/** How an APK is signed. */
export interface SigningOptions {
  readonly signer: TestSigner;
  /** Both where left out. */
  readonly schemes?: readonly WrittenScheme[];
  /** API levels for which v3 holds; Android 9 and newer where left out. */
  readonly v3Range?: readonly [min: number, max: number];
  /** Further pairs of the signing block, behind the signatures: channels, padding, anything. */
  readonly pairs?: readonly (readonly [id: number, value: Uint8Array])[];
}

const pairId = { v2: 0x7109871a, v3: 0xf05368c0 } as const;
/** RSA PKCS#1 v1.5 and ECDSA, both with SHA-256 over chunks. */
const algorithmId = { rsa: 0x0103, ec: 0x0201 } as const;
/** In v2: there is a v3 signature too, so a file without it was stripped. */
const strippingProtection = 0xbeeff00d;
const android9 = 28;
const chunkSize = 1024 * 1024;

/**
 * Signs a zip as an APK: puts a signing block before its table of contents. A zip without a comment that is no zip64.
 *
 * source.android.com/docs/security/features/apksigning/v2 and v3.
 */
export async function signApk(zip: Uint8Array, options: SigningOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { before, directory, end } = parts(zip);
  const digest = await contentDigest([before, directory, end]);
  const schemes = options.schemes ?? ["v2", "v3"];
  const pairs: (readonly [number, Uint8Array])[] = [];
  for (const scheme of schemes) pairs.push([pairId[scheme], await signerBlock(scheme, digest, schemes, options)]);
  const block = signingBlock([...pairs, ...(options.pairs ?? [])]);
  const moved = new Uint8Array(end);
  new DataView(moved.buffer).setUint32(16, before.length + block.length, true);
  return joinBytes(before, block, directory, moved);
}

/** The three parts that are digested, cut where the end record, 22 bytes at the end, says. */
function parts(zip: Uint8Array): { before: Uint8Array; directory: Uint8Array; end: Uint8Array } {
  const eocd = zip.length - 22;
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  if (eocd < 0 || view.getUint32(eocd, true) !== 0x06054b50) throw new RangeError("no zip without a comment");
  const directory = view.getUint32(eocd + 16, true);
  return { before: zip.subarray(0, directory), directory: zip.subarray(directory, eocd), end: zip.subarray(eocd) };
}

/** SHA-256 over the SHA-256 of each part's chunks; the end record still says the place where the block will begin. */
async function contentDigest(sections: readonly Uint8Array[]): Promise<Uint8Array> {
  const digests: Uint8Array[] = [];
  for (const section of sections)
    for (let at = 0; at < section.length; at += chunkSize) {
      const chunk = section.subarray(at, at + chunkSize);
      digests.push(await sha256(new ByteWriter().u8(0xa5).u32(chunk.length).bytes(chunk).done()));
    }
  return sha256(
    new ByteWriter()
      .u8(0x5a)
      .u32(digests.length)
      .bytes(...digests)
      .done(),
  );
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** The value of a scheme's pair: a sequence of one signer. */
async function signerBlock(
  scheme: WrittenScheme,
  digest: Uint8Array,
  schemes: readonly WrittenScheme[],
  { signer, v3Range = [android9, 0x7fffffff] }: SigningOptions,
): Promise<Uint8Array> {
  const algorithm = algorithmId[signer.kind];
  const range = scheme === "v3" ? new ByteWriter().u32(...v3Range).done() : new Uint8Array();
  const attributes =
    scheme === "v2" && schemes.includes("v3") ? prefixed(new ByteWriter().u32(strippingProtection, 3).done()) : [];
  const signedData = joinBytes(
    prefixed(prefixed(u32(algorithm), prefixed(digest))),
    prefixed(prefixed(signer.certificate)),
    range,
    prefixed(Uint8Array.from(attributes)),
  );
  const signature = await signer.sign(signedData);
  return prefixed(
    prefixed(
      prefixed(signedData),
      range,
      prefixed(prefixed(u32(algorithm), prefixed(signature))),
      prefixed(signer.publicKey),
    ),
  );
}

function u32(value: number): Uint8Array {
  return new ByteWriter().u32(value).done();
}

/** Parts after their length in four bytes. */
function prefixed(...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = joinBytes(...content);
  return new ByteWriter().u32(all.length).bytes(all).done();
}

function signingBlock(pairs: readonly (readonly [id: number, value: Uint8Array])[]): Uint8Array {
  const size = pairs.reduce((sum, [, value]) => sum + 12 + value.length, 24);
  const block = new ByteWriter().u64(size);
  for (const [id, value] of pairs)
    block
      .u64(value.length + 4)
      .u32(id)
      .bytes(value);
  return block.u64(size).bytes(new TextEncoder().encode("APK Sig Block 42")).done();
}
