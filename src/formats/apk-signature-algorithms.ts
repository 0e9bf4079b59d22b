import type { DigestName, SignatureMethod } from "./crypto.ts";

/** How the content of an APK is digested: in chunks of 1 MiB, or as a tree of 4 KiB pages. */
export type ContentDigest = "chunked-sha256" | "chunked-sha512" | "verity-sha256";

/** One algorithm of the schemes v2, v3 and the source stamp. */
export interface ApkAlgorithm {
  readonly id: number;
  /** In words, such as "ECDSA with SHA-256". */
  readonly name: string;
  readonly method: SignatureMethod;
  readonly content: ContentDigest;
  /** The first Android (API level) that knows it. */
  readonly since: number;
}

const table: ReadonlyMap<number, ApkAlgorithm> = new Map(
  [
    algorithm(0x0101, "RSA-PSS", "rsa", "sha256", "chunked-sha256", 24, 32),
    algorithm(0x0102, "RSA-PSS", "rsa", "sha512", "chunked-sha512", 24, 64),
    algorithm(0x0103, "RSA", "rsa", "sha256", "chunked-sha256", 24),
    algorithm(0x0104, "RSA", "rsa", "sha512", "chunked-sha512", 24),
    algorithm(0x0201, "ECDSA", "ec", "sha256", "chunked-sha256", 24),
    algorithm(0x0202, "ECDSA", "ec", "sha512", "chunked-sha512", 24),
    algorithm(0x0301, "DSA", "dsa", "sha256", "chunked-sha256", 24),
    algorithm(0x0421, "RSA", "rsa", "sha256", "verity-sha256", 28),
    algorithm(0x0423, "ECDSA", "ec", "sha256", "verity-sha256", 28),
    algorithm(0x0425, "DSA", "dsa", "sha256", "verity-sha256", 28),
  ].map((each) => [each.id, each]),
);

/** The strongest first wins among several signatures of one signer. AOSP ApkSigningBlockUtils.compareContentDigestAlgorithm. */
const strength: Readonly<Record<ContentDigest, number>> = {
  "chunked-sha256": 0,
  "verity-sha256": 1,
  "chunked-sha512": 2,
};

/** An algorithm by its number, when the Android of this API level knows it. AOSP frameworks/base ApkSigningBlockUtils.java. */
export function apkAlgorithm(id: number, sdk: number): ApkAlgorithm | undefined {
  const found = table.get(id);
  return found !== undefined && found.since <= sdk ? found : undefined;
}

/** Whether Android takes `one` rather than `other`; of two that are equally strong it takes the first. */
export function isStronger(one: ApkAlgorithm, other: ApkAlgorithm): boolean {
  return strength[one.content] > strength[other.content];
}

function algorithm(
  id: number,
  kind: string,
  key: SignatureMethod["key"],
  digest: DigestName,
  content: ContentDigest,
  since: number,
  pssSalt?: number,
): ApkAlgorithm {
  const method = pssSalt === undefined ? { key, digest } : { key, digest, pssSalt };
  const tree = content === "verity-sha256" ? " over a tree of pages" : "";
  return { id, name: `${kind} with SHA-${digest.slice(3)}${tree}`, method, content, since };
}
