import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";

/** A key with a certificate, made for tests. */
export interface TestKey {
  readonly privateKey: KeyObject;
  readonly publicKey: Uint8Array;
  readonly certificate: Uint8Array;
}

export const base = readFileSync("../shared/apks/evil/generated-00-base-rebuilt.apk");

/** DER: a tag, and parts after their length. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  const length = content.length;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...head), content]);
}

const ecdsaWithSha256 = der(0x30, Buffer.from("06082a8648ce3d040302", "hex"));
const rsaWithSha256 = der(0x30, Buffer.from("06092a864886f70d01010b0500", "hex"));

/** A certificate for a P-256 key, or one of RSA, signed by itself. */
export function testKey(name: string, { debug = false, rsa = false } = {}): TestKey {
  const pair = rsa
    ? generateKeyPairSync("rsa", { modulusLength: 2048 })
    : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = rsa ? rsaWithSha256 : ecdsaWithSha256;
  const publicKey = pair.publicKey.export({ type: "spki", format: "der" });
  const attribute = (oid: string, value: string) =>
    der(0x31, der(0x30, Buffer.from(oid, "hex"), der(0x0c, Buffer.from(value))));
  const subject = der(
    0x30,
    attribute("060355040a", "Candor, tests"),
    attribute("0603550403", debug ? "Android Debug" : name),
  );
  const time = (text: string) => der(0x17, Buffer.from(text));
  const body = der(
    0x30,
    der(0x02, Uint8Array.of(7)),
    algorithm,
    subject,
    der(0x30, time("240101000000Z"), time("491231235959Z")),
    subject,
    publicKey,
  );
  const signature = sign("sha256", body, pair.privateKey);
  const certificate = der(0x30, body, algorithm, der(0x03, Uint8Array.of(0), signature));
  return { privateKey: pair.privateKey, publicKey, certificate };
}

export function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

/** Parts after their length. */
export function field(...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length), content]);
}

/** What a signer is to say; the defaults are right. */
export interface SignerPlan {
  readonly key: TestKey;
  readonly algorithm?: number;
  readonly digest: Uint8Array;
  readonly attributes?: readonly Uint8Array[];
  /** For v3. */
  readonly range?: readonly [min: number, max: number];
  /** What is said of the range outside of what is signed. */
  readonly outside?: readonly [min: number, max: number];
  readonly digestAlgorithm?: number;
  readonly publicKey?: Uint8Array;
}

const ecdsaSha256 = 0x0201;

/** One signer's block of v2, or of v3 where it has a range. */
export function signerBlock(plan: SignerPlan): Uint8Array {
  const { key, algorithm = ecdsaSha256, digest, attributes = [], range, outside = range } = plan;
  const limits = (pair: readonly [number, number] | undefined) => (pair ? [u32(pair[0]), u32(pair[1])] : []);
  const signedData = Buffer.concat([
    field(field(u32(plan.digestAlgorithm ?? algorithm), field(digest))),
    field(field(key.certificate)),
    ...limits(range),
    field(...attributes.map((attribute) => field(attribute))),
  ]);
  const signature = sign("sha256", signedData, key.privateKey);
  return field(
    field(signedData),
    ...limits(outside),
    field(field(u32(algorithm), field(signature))),
    field(plan.publicKey ?? key.publicKey),
  );
}

/** The attribute of v3 by which each key signs the next; `flags` say what the newest allows. */
export function proofOfRotation(
  keys: readonly TestKey[],
  flags = 0x1f,
  signedBy: readonly TestKey[] = keys,
): Uint8Array {
  const levels = keys.map((key, i) => {
    const signedData = Buffer.concat([field(key.certificate), u32(i === 0 ? 0 : ecdsaSha256)]);
    const before = i === 0 ? undefined : signedBy[i - 1];
    const signature = before ? sign("sha256", signedData, before.privateKey) : new Uint8Array();
    return field(field(signedData), u32(flags), u32(ecdsaSha256), field(signature));
  });
  return Buffer.concat([u32(0x3ba06f8c), u32(1), ...levels]);
}

/** Where an APK without a signing block has its parts. */
export function parts(apk: Uint8Array) {
  const bytes = Buffer.from(apk);
  const eocd = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const directory = bytes.readUInt32LE(eocd + 16);
  return {
    before: bytes.subarray(0, directory),
    directory: bytes.subarray(directory, eocd),
    end: bytes.subarray(eocd),
  };
}

/** The digest in chunks of 1 MiB, written as the specification says it. */
export function chunkedDigest(apk: Uint8Array, name = "sha256"): Uint8Array {
  const { before, directory, end } = parts(apk);
  const chunks: Uint8Array[] = [];
  for (const section of [before, directory, end])
    for (let at = 0; at < section.length; at += 1 << 20) {
      const chunk = section.subarray(at, at + (1 << 20));
      chunks.push(createHash(name).update(Uint8Array.of(0xa5)).update(u32(chunk.length)).update(chunk).digest());
    }
  return createHash(name).update(Uint8Array.of(0x5a)).update(u32(chunks.length)).update(Buffer.concat(chunks)).digest();
}

/** Puts a signing block with these values before the table of contents. */
export function withBlock(apk: Uint8Array, pairs: readonly (readonly [id: number, value: Uint8Array])[]): Uint8Array {
  const { before, directory, end } = parts(apk);
  const u64 = (value: number) => Buffer.concat([u32(value), u32(0)]);
  const values = pairs.map(([id, value]) => Buffer.concat([u64(value.length + 4), u32(id), value]));
  const size = values.reduce((sum, { length }) => sum + length, 24);
  const block = Buffer.concat([u64(size), ...values, u64(size), Buffer.from("APK Sig Block 42")]);
  const newEnd = Buffer.from(end);
  newEnd.writeUInt32LE(before.length + block.length, 16);
  return Buffer.concat([before, block, directory, newEnd]);
}

export const blockIds = { v2: 0x7109871a, v3: 0xf05368c0, v31: 0x1b93ad61, v32: 0x70e1c89f } as const;
