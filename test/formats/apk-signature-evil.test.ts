// Whatever is changed in a signed APK: what was refused stays refused, and nothing passes that was not signed.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { readApkEntry } from "../../src/formats/apk-entry.ts";
import type { ApkSignatures } from "../../src/formats/apk-signature.ts";
import { openApkZip } from "../../src/formats/apk-zip.ts";
import { check, summary } from "./apk-signature-check.ts";
import {
  base,
  blockIds,
  chunkedDigest,
  field,
  parts,
  proofOfRotation,
  signerBlock,
  testKey,
  u32,
  withBlock,
} from "./apk-signer.ts";

const sigs = "../shared/apks/sigs";

/** With one bit of a byte turned; undefined when nothing can be made of the file any more. */
async function flipped(apk: Uint8Array, offset: number, bit: number, from = 24): Promise<ApkSignatures | undefined> {
  const changed = Uint8Array.from(apk);
  changed[offset] = (changed[offset] ?? 0) ^ (1 << bit);
  try {
    return await check(changed, { from });
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

const verified = (signatures: ApkSignatures | undefined, sdk: number) =>
  signatures?.verdicts.find(({ from, to }) => from <= sdk && sdk <= to)?.outcome === "verified";

const schemeAt = ({ verdicts }: ApkSignatures, sdk: number) =>
  verdicts.find(({ from, to }) => from <= sdk && sdk <= to)?.scheme;

const digest = chunkedDigest(base);
const [old, young] = [testKey("old"), testKey("young")];
const all: [number, number] = [28, 0x7fffffff];
const attributes = (...list: (readonly [number, number])[]) =>
  list.map(([id, value]) => Buffer.concat([u32(id), u32(value)]));
const stripped = attributes([0xbeeff00d, 3]);
const v2 = field(signerBlock({ key: old, digest, attributes: stripped }));
const v3 = field(signerBlock({ key: old, digest, range: all, attributes: attributes([0x559f8b02, 33]) }));
const v31 = field(signerBlock({ key: young, digest, range: [33, 99], attributes: [proofOfRotation([old, young])] }));

describe("one bit turned, anywhere in the signing block or after it", () => {
  const { before } = parts(base);

  test("v2 alone is never verified", async () => {
    const apk = withBlock(base, [[blockIds.v2, field(signerBlock({ key: old, digest }))]]);
    expect(summary(await check(apk))).toBe("24-37 v2 verified");
    for (let at = before.length; at < apk.length; at++)
      expect(verified(await flipped(apk, at, at % 8), 24), `byte ${at - before.length} of the block`).toBe(false);
  }, 60_000);

  test("v2, v3 and v3.1: no version of Android verifies what it looks at, once that is changed", async () => {
    const apk = withBlock(base, [
      [blockIds.v2, v2],
      [blockIds.v3, v3],
      [blockIds.v31, v31],
    ]);
    const right = await check(apk);
    expect(summary(right)).toBe("24-27 v2 verified, 28-32 v3 verified, 33-37 v3.1 verified");
    // Of each value with its number. Its length may grow by the bytes of the next one, which are not looked at; values after it do not
    // count for that Android, unless one vanishes that another announces.
    const values: readonly (readonly [value: Uint8Array, sdk: number, scheme: string])[] = [
      [v2, 24, "v2"],
      [v3, 28, "v3"],
      [v31, 33, "v3.1"],
    ];
    for (const [value, sdk, scheme] of values) {
      const start = Buffer.from(apk).indexOf(value) - 4;
      for (let at = start; at < start + 4 + value.length; at++) {
        const found = await flipped(apk, at, at % 8);
        // The range of a v3.1 signer stands outside of what is signed too: without it Android 13 goes back to v3, as signed.
        const own = verified(found, sdk) && found && schemeAt(found, sdk) === scheme;
        expect(own, `byte ${at - start} at ${sdk}`).toBe(false);
      }
    }
  }, 60_000);

  test("the signers that are found are never others than those who signed", async () => {
    const apk = withBlock(base, [
      [blockIds.v2, v2],
      [blockIds.v3, v3],
      [blockIds.v31, v31],
      [0x42726577, new Uint8Array(64)],
    ]);
    const known = new Set((await check(apk)).verdicts.flatMap(({ signers }) => signers));
    const property = fc.asyncProperty(fc.nat(apk.length - 1), fc.nat(7), async (at, bit) => {
      const found = await flipped(apk, at, bit);
      for (const { signers } of found?.verdicts ?? []) for (const signer of signers) expect(known).toContain(signer);
    });
    await fc.assert(property, { numRuns: 500 });
  }, 60_000);
});

test("one bit turned in what v2 covers is never verified", async () => {
  const apk = withBlock(base, [[blockIds.v2, field(signerBlock({ key: old, digest }))]]);
  for (let at = 0; at < parts(base).before.length; at += 53)
    expect(verified(await flipped(apk, at, at % 8), 24)).toBe(false);
}, 60_000);

/** Names and unpacked contents of what v1 signs. */
async function contents(apk: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await openApkZip(memoryFile(apk));
  const found = new Map<string, string>();
  for (const entry of zip.entries)
    if (!entry.name.startsWith("META-INF/"))
      found.set(entry.name, Buffer.from((await readApkEntry(zip, entry, nodeCodec)).bytes).toString("base64"));
  return found;
}

/** Where the packed bytes of the signature block lie, which holds the certificate. */
async function blockPlace(apk: Uint8Array): Promise<readonly [from: number, to: number]> {
  const zip = await openApkZip(memoryFile(apk));
  const entry = zip.entries.find(({ name }) => /\.(RSA|DSA|EC)$/.test(name));
  if (!entry) throw new Error("no signature block");
  const { dataOffset } = await readApkEntry(zip, entry, nodeCodec);
  return [dataOffset, dataOffset + entry.packedSize];
}

describe.each([
  ["v1-only-with-rsa-pkcs1-sha256-1.2.840.113549.1.1.11-1024", 1],
  ["v1-only-with-signed-attrs", 1],
  ["v1-only-with-ecdsa-sha256-1.2.840.10045.4.3.2-p521", 5],
] as const)("one bit turned in %s", (file, step) => {
  test("what is still verified holds the same entries; another certificate is not taken for the signer's", async () => {
    const apk = readFileSync(`${sigs}/${file}.apk`);
    const signers = (await check(apk)).verdicts[0]?.signers;
    const was = await contents(apk);
    const [from, to] = await blockPlace(apk);
    let tried = 0;
    let refused = 0;
    for (let at = 0; at < apk.length; at += step) {
      const found = await flipped(apk, at, at % 8);
      tried++;
      if (!verified(found, 24)) {
        refused++;
        continue;
      }
      // A v1 signature does not cover the certificate beside it: Android takes a changed one for that of someone else.
      if (at < from || at >= to) expect(found?.verdicts[0]?.signers).toEqual(signers);
      const changed = Uint8Array.from(apk);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(await contents(changed), `byte ${at}`).toEqual(was);
    }
    // Times, versions and checksums of the ZIP are not signed.
    expect(refused / tried).toBeGreaterThan(0.6);
  }, 120_000);
});

describe("blocks made of anything", () => {
  const property = (value: fc.Arbitrary<Uint8Array>, id: number) =>
    fc.asyncProperty(value, async (bytes) => {
      const signatures = await check(withBlock(base, [[id, bytes]]), { from: 28 });
      expect(signatures.verdicts.some(({ outcome }) => outcome === "verified")).toBe(false);
    });

  test.each(Object.entries(blockIds))("%s gives a verdict, and is never verified", async (_, id) => {
    await fc.assert(property(fc.uint8Array({ maxLength: 400 }), id), { numRuns: 150 });
  });

  test("parts of right signers, cut and joined, are never verified with the digest of another file", async () => {
    const wrong = field(signerBlock({ key: old, digest: new Uint8Array(32), range: all }));
    const cuts = fc
      .tuple(fc.nat(wrong.length), fc.nat(wrong.length))
      .map(([a, b]) => Buffer.concat([wrong.subarray(0, a), wrong.subarray(b)]));
    await fc.assert(property(cuts, blockIds.v3), { numRuns: 300 });
  });

  test("a stamp of anything is refused and changes no verdict", async () => {
    const stamp = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const signatures = await check(
        withBlock(base, [
          [blockIds.v2, field(signerBlock({ key: old, digest }))],
          [0x6dff800d, bytes],
        ]),
      );
      expect(signatures.stamp?.outcome).toBe("refused");
      expect(summary(signatures)).toBe("24-37 v2 verified");
    });
    await fc.assert(stamp, { numRuns: 150 });
  });
});
