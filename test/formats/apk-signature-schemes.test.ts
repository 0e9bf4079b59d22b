// Signatures made here, each right but for one thing, judged as each version of Android judges them.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { zipOf } from "../../src/device/zip-writer.ts";
import { readV4Signature } from "../../src/formats/apk-signature-v4.ts";
import { withTool } from "../tools.ts";
import { at, check, summary } from "./apk-signature-check.ts";
import {
  base,
  blockIds,
  chunkedDigest,
  field,
  parts,
  proofOfRotation,
  type SignerPlan,
  signerBlock,
  type TestKey,
  testKey,
  u32,
  withBlock,
} from "./apk-signer.ts";

const digest = chunkedDigest(base);
const [old, middle, young, other] = ["old", "middle", "young", "other"].map((name) => testKey(name)) as [
  TestKey,
  TestKey,
  TestKey,
  TestKey,
];
const attribute = (id: number, value: number) => Buffer.concat([u32(id), u32(value)]);
const plan = (key: TestKey, more: Partial<SignerPlan> = {}): SignerPlan => ({ key, digest, ...more });
const signed = (...pairs: readonly (readonly [keyof typeof blockIds, ...SignerPlan[]])[]) =>
  withBlock(
    base,
    pairs.map(([name, ...plans]) => [blockIds[name], field(...plans.map(signerBlock))]),
  );
const reason = async (apk: Uint8Array, sdk = 37) => at(await check(apk), sdk).reason;
const all: [number, number] = [28, 0x7fffffff];

describe("v2", () => {
  test("is verified where it is right, from Android 7 on", async () => {
    expect(summary(await check(signed(["v2", plan(old)])))).toBe("24-37 v2 verified");
  });

  test("several signers must agree, and at most ten are taken", async () => {
    const two = await check(signed(["v2", plan(old), plan(young)]));
    expect(at(two, 37).signers.length).toBe(2);
    const wrong = Uint8Array.from(digest).reverse();
    expect(await reason(signed(["v2", plan(old), plan(young, { digest: wrong })]))).toMatch(/disagree/);
    const eleven = Array.from({ length: 11 }, () => plan(old));
    expect(await reason(signed(["v2", ...eleven]))).toMatch(/more than 10 signers/);
  });

  test.each<readonly [string, Partial<SignerPlan>, RegExp]>([
    ["another digest", { digest: new Uint8Array(32) }, /does not match the file: it was changed/],
    ["a shorter digest", { digest: digest.subarray(0, 16) }, /does not match the file/],
    ["an algorithm that no Android knows", { algorithm: 0x0999 }, /does not know/],
    ["another kind of key than the algorithm's", { algorithm: 0x0103 }, /does not match what it signs \(RSA/],
    ["other algorithms for digests", { digestAlgorithm: 0x0202 }, /other algorithms/],
    ["another key beside the certificate", { publicKey: other.publicKey }, /does not match what it signs/],
    ["another certificate", { key: { ...old, certificate: other.certificate } }, /another key than its certificate's/],
    ["no certificate that can be read", { key: { ...old, certificate: Uint8Array.of(1, 2, 3) } }, /cannot be read/],
    ["an attribute that is cut off", { attributes: [Uint8Array.of(1)] }, /cut off/],
  ])("is refused with %s", async (_, more, expected) => {
    const apk = signed(["v2", plan(old, more)]);
    expect(summary(await check(apk))).toBe("24-37 v2 refused");
    expect(await reason(apk)).toMatch(expected);
  });

  test("without a signer is refused, not passed over", async () => {
    expect(await reason(signed(["v2"]))).toMatch(/has no signer/);
    expect(await reason(withBlock(base, [[blockIds.v2, new Uint8Array()]]))).toMatch(/cut off/);
  });

  test("that speaks of v3 is refused where v3 was taken out, by Androids that know v3", async () => {
    const apk = signed(["v2", plan(old, { attributes: [attribute(0xbeeff00d, 3)] })]);
    expect(summary(await check(apk))).toBe("24-27 v2 verified, 28-37 v2 refused");
    expect(await reason(apk)).toMatch(/there is a v3 signature, which is missing/);
  });

  test("of two values with one number the first counts", async () => {
    const right = field(signerBlock(plan(old)));
    const wrong = field(signerBlock(plan(other, { digest: new Uint8Array(32) })));
    expect(
      summary(
        await check(
          withBlock(base, [
            [blockIds.v2, right],
            [blockIds.v2, wrong],
          ]),
        ),
      ),
    ).toBe("24-37 v2 verified");
    expect(
      summary(
        await check(
          withBlock(base, [
            [blockIds.v2, wrong],
            [blockIds.v2, right],
          ]),
        ),
      ),
    ).toBe("24-37 v2 refused");
  });
});

describe("v3", () => {
  const v3 = (more: Partial<SignerPlan> = {}) => plan(old, { range: all, ...more });

  test("counts from Android 9 on, and there is no falling back to v2", async () => {
    expect(summary(await check(signed(["v2", plan(old)], ["v3", v3()])))).toBe("24-27 v2 verified, 28-37 v3 verified");
    const wrong = signed(["v2", plan(old)], ["v3", v3({ digest: new Uint8Array(32) })]);
    expect(summary(await check(wrong))).toBe("24-27 v2 verified, 28-37 v3 refused");
  });

  test("is for the versions that it says, and only one signer is for each", async () => {
    const ranges = (...pairs: (readonly [number, number])[]) =>
      signed(["v3", ...pairs.map((range, i) => plan([old, young][i] ?? other, { range }))]);
    expect(summary(await check(ranges([28, 32], [33, 99]), { from: 28 }))).toBe("28-32 v3 verified, 33-37 v3 verified");
    expect(summary(await check(ranges([28, 32]), { from: 28 }))).toBe("28-32 v3 verified, 33-37 v3 refused");
    expect(summary(await check(ranges([28, 33], [33, 99]), { from: 28 }))).toBe(
      "28-32 v3 verified, 33-33 v3 refused, 34-37 v3 verified",
    );
    expect(await reason(signed(["v3", v3({ outside: [28, 99] })]))).toMatch(/other versions of Android than it says/);
    // Java's numbers have a sign: a maximum of 0xffffffff is for no version.
    expect(await reason(signed(["v3", v3({ range: [28, 0xffffffff] })]))).toMatch(/no signer for this version/);
  });

  test("a lineage is verified from each key to the next", async () => {
    const rotated = (proof: Uint8Array, key = young) => signed(["v3", plan(key, { range: all, attributes: [proof] })]);
    const right = at(await check(rotated(proofOfRotation([old, middle, young], 0x17))), 28);
    expect(right.outcome).toBe("verified");
    expect(right.lineage.map(({ allows }) => allows.includes("rollback"))).toEqual([false, false, false]);
    expect(right.lineage.length).toBe(3);
    expect(await reason(rotated(proofOfRotation([old, middle, young], 0x1f, [old, other, young])))).toMatch(
      /does not match what it signs/,
    );
    expect(await reason(rotated(proofOfRotation([old, middle])))).toMatch(/ends with another signer/);
    expect(await reason(rotated(proofOfRotation([young, old, young])))).toMatch(/one signer twice/);
    const proof = proofOfRotation([old, young]);
    expect(await reason(signed(["v3", plan(young, { range: all, attributes: [proof, proof] })]))).toMatch(
      /two lineages/,
    );
    expect(await reason(rotated(proof.subarray(0, -3)))).toMatch(/cut off/);
  });
});

describe("v3.1", () => {
  const proof = proofOfRotation([old, young]);
  const announced = (sdk: number) => plan(old, { range: all, attributes: [attribute(0x559f8b02, sdk)] });
  const rotated = (range: [number, number], more: readonly Uint8Array[] = []) =>
    plan(young, { range, attributes: [proof, ...more] });

  test("rotates the key from Android 13 on", async () => {
    const signatures = await check(signed(["v2", plan(old)], ["v3", announced(33)], ["v31", rotated([33, 99])]));
    expect(summary(signatures)).toBe("24-27 v2 verified, 28-32 v3 verified, 33-37 v3.1 verified");
    expect(signatures.schemes).toEqual(["v2", "v3", "v3.1"]);
    const [before, after] = [at(signatures, 32), at(signatures, 33)];
    expect(after.lineage.map(({ sha256 }) => sha256)).toEqual([before.signers[0], after.signers[0]]);
  });

  test("for a later Android leaves this one to v3", async () => {
    const apk = signed(["v3", announced(35)], ["v31", rotated([35, 99])]);
    expect(summary(await check(apk, { from: 28 }))).toBe("28-34 v3 verified, 35-37 v3.1 verified");
  });

  test("that was taken out, or is for another version than v3 says, refuses", async () => {
    expect(summary(await check(signed(["v3", announced(33)]), { from: 28 }))).toBe(
      "28-32 v3 verified, 33-37 v3 refused",
    );
    const moved = signed(["v3", announced(34)], ["v31", rotated([36, 99])]);
    expect(summary(await check(moved, { from: 28 }))).toBe("28-32 v3 verified, 33-35 v3 refused, 36-37 v3.1 verified");
    expect(await reason(moved, 34)).toMatch(/v3.1 signature from API level 34 on, which is missing/);
  });

  test("that is wrong refuses, and there is no falling back to v3", async () => {
    const wrong = { ...rotated([33, 99]), digest: new Uint8Array(32) };
    expect(summary(await check(signed(["v3", announced(33)], ["v31", wrong]), { from: 28 }))).toBe(
      "28-32 v3 verified, 33-37 v3.1 refused",
    );
  });

  test("for an Android in development does not count on the released one", async () => {
    const apk = signed(["v3", announced(36)], ["v31", rotated([36, 99], [attribute(0xc2a6b3ba, 1)])]);
    const signatures = await check(apk, { from: 35 });
    expect(summary(signatures)).toBe("35-36 v3 verified, 37-37 v3.1 verified");
  });

  test("without v3 is nothing to older Androids", async () => {
    expect(summary(await check(signed(["v31", rotated([33, 99])])))).toBe("24-32 none refused, 33-37 v3.1 verified");
  });
});

describe("v3.2", () => {
  test("is recognised, and what Android 17 makes of it is left open", async () => {
    const apk = signed(["v3", plan(old, { range: all })], ["v32", plan(young, { range: [37, 99] })]);
    const signatures = await check(apk, { from: 28 });
    expect(summary(signatures)).toBe("28-36 v3 verified, 37-37 v3.2 unknown");
    expect(signatures.schemes).toContain("v3.2");
    expect(at(signatures, 37).signers).toEqual([]);
  });

  test("that was taken out refuses on Android 17", async () => {
    const apk = signed(["v3", plan(old, { range: all, attributes: [attribute(0xbf940529, 37)] })]);
    expect(summary(await check(apk, { from: 28 }))).toBe("28-36 v3 verified, 37-37 v3 refused");
  });
});

describe("v2 over a tree of pages", () => {
  const page = 4096;
  const pageHash = (bytes: Uint8Array) => {
    const padded = Buffer.concat([bytes, new Uint8Array((page - (bytes.length % page)) % page)]);
    const pages = Array.from({ length: padded.length / page }, (_, i) => padded.subarray(i * page, (i + 1) * page));
    return Buffer.concat(pages.map((each) => createHash("sha256").update(new Uint8Array(8)).update(each).digest()));
  };
  /** An APK whose table of contents begins at a page, `shift` bytes later. */
  const aligned = (shift: number) => {
    const zip = (length: number) => Buffer.concat(zipOf([{ name: "a", bytes: randomBytes(length) }]));
    return zip(2 * page + page - parts(zip(2 * page)).before.length + 2 * page + shift);
  };
  const tree = (apk: Uint8Array, length = apk.length) => Buffer.concat([pageHash(pageHash(apk)), u32(length), u32(0)]);
  const withPages = (apk: Uint8Array, digest: Uint8Array) => {
    const value = field(signerBlock({ key: old, algorithm: 0x0423, digest }));
    const rest = page - ((value.length + 12 + 12 + 32) % page);
    return withBlock(apk, [
      [blockIds.v2, value],
      [0x42726577, new Uint8Array(rest)],
    ]);
  };

  test("is verified by Androids that know it, and refused by older ones", async () => {
    const apk = aligned(0);
    expect(summary(await check(withPages(apk, tree(apk))))).toBe("24-27 v2 refused, 28-37 v2 verified");
  });

  test("is refused for another length, which zeros at the end would hide, and off the pages", async () => {
    const apk = aligned(0);
    expect(await reason(withPages(apk, tree(apk, apk.length - 1)))).toMatch(/file of another length/);
    expect(await reason(withPages(apk, tree(apk).subarray(0, 32)))).toMatch(/file of another length/);
    const shifted = aligned(1);
    expect(await reason(withPages(shifted, tree(shifted)))).toMatch(/does not lie on whole pages/);
  });
});

test("no signing block is looked for where a zip64 locator seems to stand before the end record", async () => {
  const { before, directory, end } = parts(Buffer.concat(zipOf([{ name: "AndroidManifest.xml", bytes: base }])));
  const comment = Buffer.concat([Buffer.from("PK\x06\x07"), new Uint8Array(16)]);
  const entry = Buffer.from(directory);
  entry.writeUInt16LE(comment.length, 32);
  end.writeUInt32LE(directory.length + comment.length, 12);
  const apk = Buffer.concat([before, entry, comment, end]);
  const value = field(signerBlock({ key: old, digest: chunkedDigest(apk) }));
  expect(summary(await check(withBlock(apk, [[blockIds.v2, value]])))).toBe("24-37 none refused");
});

test("the file's digests come with the same pass, and the content's is the same in every channel", async () => {
  const first = await check(signed(["v2", plan(old)]), { fileDigests: ["sha256", "md5"] });
  const second = await check(
    withBlock(base, [
      [blockIds.v2, field(signerBlock(plan(old)))],
      [0x71777777, Buffer.from("store-7")],
    ]),
    { fileDigests: ["sha256"] },
  );
  expect(first.contentDigests["chunked-sha256"]).toBe(Buffer.from(digest).toString("hex"));
  expect(second.contentDigests).toEqual(first.contentDigests);
  expect(second.fileDigests.sha256).not.toBe(first.fileDigests.sha256);
  expect(first.fileDigests.md5).toMatch(/^[0-9a-f]{32}$/);
});

test("debug certificates are told", async () => {
  const signatures = await check(signed(["v2", plan(testKey("", { debug: true }))]));
  expect(Object.values(signatures.certificates)).toMatchObject([
    {
      subject: "CN=Android Debug, O=Candor\\, tests",
      organizations: ["Candor, tests"],
      commonNames: ["Android Debug"],
      debug: true,
      key: { kind: "EC", bits: 256, curve: "P-256" },
      notBefore: "2024-01-01T00:00:00Z",
      notAfter: "2049-12-31T23:59:59Z",
      faults: [],
    },
  ]);
});

test("the .idsig of real apps names the digest and the signer of v2 and v3", async () => {
  const path = "node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-debug-androidTest.apk";
  const v4 = readV4Signature(readFileSync(`${path}.idsig`));
  const signatures = await check(path, { fileDigests: ["sha256"] });
  expect(Object.values(signatures.contentDigests)).toContain(Buffer.from(v4.apkDigest).toString("hex"));
  expect(v4.certificate.body?.subject.text).toBe(Object.values(signatures.certificates)[0]?.subject);
});

const folder = () => mkdtempSync(join(tmpdir(), "candor-signatures-"));

withTool("apksigner")(
  "apksigner takes what is signed here, and what it signs is verified: pages, stamps, lineages, v1",
  async (apksigner) => {
    const home = folder();
    try {
      const run = (...args: string[]) => {
        const { status, stdout, stderr } = spawnSync(apksigner, args, { encoding: "utf8", cwd: home });
        expect(status, `${args.join(" ")}: ${stdout}${stderr}`).toBe(0);
        return stdout;
      };
      for (const [name, key] of Object.entries({ old, young, stamp: testKey("stamp", { rsa: true }) })) {
        writeFileSync(join(home, `${name}.pk8`), key.privateKey.export({ type: "pkcs8", format: "der" }));
        writeFileSync(join(home, `${name}.der`), key.certificate);
      }
      writeFileSync(join(home, "base.apk"), base);
      writeFileSync(
        join(home, "own.apk"),
        signed(["v2", plan(old)], ["v3", plan(young, { range: all, attributes: [proofOfRotation([old, young])] })]),
      );
      run("verify", "--min-sdk-version", "24", "own.apk");
      const key = (name: string) => ["--key", `${name}.pk8`, "--cert", `${name}.der`];
      const sign = (out: string, ...args: string[]) =>
        run("sign", "--min-sdk-version", "24", "--v1-signing-enabled", "false", ...args, "--out", out, "base.apk");

      // 3.5 MB: a tree of three levels.
      const large = resolve("../shared/apks/gh-battery-alarm.apk");
      run("sign", "--min-sdk-version", "24", "--verity-enabled", "true", ...key("old"), "--out", "pages.apk", large);
      const pages = await check(join(home, "pages.apk"));
      expect(summary(pages)).toBe("24-27 v2 verified, 28-37 v3 verified");
      // Androids that know the tree of pages take it rather than SHA-256 in chunks.
      expect(Object.keys(pages.contentDigests).sort()).toEqual(["chunked-sha256", "verity-sha256"]);
      const changed = readFileSync(join(home, "pages.apk"));
      changed[1_000_000] = (changed[1_000_000] ?? 0) ^ 1;
      expect(summary(await check(changed))).toBe("24-27 v2 refused, 28-37 v3 refused");

      run("rotate", "--out", "lineage", "--old-signer", ...key("old"), "--new-signer", ...key("young"));
      sign("rotated.apk", "--lineage", "lineage", ...key("old"), "--next-signer", ...key("young"));
      const rotated = await check(join(home, "rotated.apk"));
      expect(summary(rotated)).toBe("24-27 v2 verified, 28-37 v3 verified");
      expect(at(rotated, 37).lineage.length).toBe(2);

      run(
        "sign",
        "--min-sdk-version",
        "21",
        "--v3-signing-enabled",
        "false",
        ...key("old"),
        "--stamp-signer",
        ...key("stamp"),
        "--out",
        "stamped.apk",
        "base.apk",
      );
      const stamped = await check(join(home, "stamped.apk"), { from: 21 });
      expect(summary(stamped)).toBe("21-23 v1 verified, 24-37 v2 verified");
      expect(stamped.stamp).toMatchObject({ version: 2, outcome: "verified" });
      expect(stamped.stamp?.signer).not.toBe(at(stamped, 24).signers[0]);
      const broken = readFileSync(join(home, "stamped.apk"));
      const stampAt = broken.lastIndexOf(Buffer.concat([u32(0x6dff800d)]));
      broken[stampAt + 40] = (broken[stampAt + 40] ?? 0) ^ 1;
      expect((await check(broken)).stamp).toMatchObject({
        outcome: "refused",
        reason: /another certificate|cannot be read/,
      });
    } finally {
      rmSync(home, { recursive: true });
    }
  },
  120_000,
);
