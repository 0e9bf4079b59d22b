import type { DigestName, SignatureMethod } from "./crypto.ts";

/** API levels, both ends included. */
type Levels = readonly (readonly [from: number, to: number])[];

const always: Levels = [[0, Number.POSITIVE_INFINITY]];
const since = (from: number): Levels => [[from, Number.POSITIVE_INFINITY]];
/** Android 5 and 6 took any digest with any key, and even two different digests in one signature. */
const lollipop = { from: 21, to: 23 } as const;

const digests: ReadonlyMap<string, DigestName> = new Map([
  ["1.2.840.113549.2.5", "md5"],
  ["1.3.14.3.2.26", "sha1"],
  ["2.16.840.1.101.3.4.2.4", "sha224"],
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

/** Keys by the object identifier of the key alone, and of the key with a digest. */
const keys: ReadonlyMap<string, readonly [key: SignatureMethod["key"], digest?: DigestName]> = new Map<
  string,
  readonly [SignatureMethod["key"], DigestName?]
>([
  ["1.2.840.113549.1.1.1", ["rsa"]],
  ["1.2.840.113549.1.1.4", ["rsa", "md5"]],
  ["1.2.840.113549.1.1.5", ["rsa", "sha1"]],
  ["1.2.840.113549.1.1.14", ["rsa", "sha224"]],
  ["1.2.840.113549.1.1.11", ["rsa", "sha256"]],
  ["1.2.840.113549.1.1.12", ["rsa", "sha384"]],
  ["1.2.840.113549.1.1.13", ["rsa", "sha512"]],
  ["1.2.840.10040.4.1", ["dsa"]],
  ["1.2.840.10040.4.3", ["dsa", "sha1"]],
  ["2.16.840.1.101.3.4.3.1", ["dsa", "sha224"]],
  ["2.16.840.1.101.3.4.3.2", ["dsa", "sha256"]],
  ["1.2.840.10045.2.1", ["ec"]],
  ["1.2.840.10045.4.1", ["ec", "sha1"]],
  ["1.2.840.10045.4.3.1", ["ec", "sha224"]],
  ["1.2.840.10045.4.3.2", ["ec", "sha256"]],
  ["1.2.840.10045.4.3.3", ["ec", "sha384"]],
  ["1.2.840.10045.4.3.4", ["ec", "sha512"]],
]);

const notGingerbread = (from: number): Levels => [[0, 8], ...since(from)];

/** Since when a key alone goes with a digest, and a key that names the same digest. */
const levels: Readonly<Record<string, Levels>> = {
  "rsa md5": always,
  "rsa+md5": notGingerbread(21),
  "rsa sha1": always,
  "rsa+sha1": always,
  "rsa sha224": notGingerbread(21),
  "rsa+sha224": notGingerbread(21),
  "rsa sha256": notGingerbread(18),
  "rsa+sha256": notGingerbread(18),
  "rsa sha384": since(18),
  "rsa+sha384": since(21),
  "rsa sha512": since(18),
  "rsa+sha512": since(21),
  "dsa sha1": always,
  "dsa+sha1": since(9),
  "dsa sha224": since(22),
  "dsa+sha224": since(21),
  "dsa sha256": since(22),
  "dsa+sha256": since(21),
  "ec sha1": since(18),
  "ec+sha1": since(18),
  "ec sha224": since(21),
  "ec+sha224": since(21),
  "ec sha256": since(18),
  "ec+sha256": since(21),
  "ec sha384": since(18),
  "ec+sha384": since(21),
  "ec sha512": since(18),
  "ec+sha512": since(21),
};

/** The API levels at which the rules of v1 change, those of its algorithms and of its verifier. */
export const v1Changes: readonly number[] = [0, 9, 18, 19, 21, 22, 24, 28];

/** How a signature in a JAR is made. */
export interface JarMethod {
  /** Of the content, where attributes are signed in its place. */
  readonly digest: DigestName;
  readonly method: SignatureMethod;
}

/**
 * The algorithms that a PKCS #7 signature names, when the Android of this API level verifies them together; else undefined.
 * AOSP tools/apksig internal/oid/OidConstants.java, as tested there on devices.
 */
export function jarMethod(digestOid: string, signatureOid: string, sdk: number): JarMethod | undefined {
  const digest = digests.get(digestOid);
  const [key, named] = keys.get(signatureOid) ?? [];
  if (digest === undefined || key === undefined) return undefined;
  const method: SignatureMethod = { key, digest: named ?? digest };
  if (named === undefined || named === digest) {
    const known = levels[`${key}${named === undefined ? " " : "+"}${digest}`] ?? [];
    return known.some(([from, to]) => from <= sdk && sdk <= to) ? { digest, method } : undefined;
  }
  return sdk >= lollipop.from && sdk <= lollipop.to ? { digest, method } : undefined;
}
