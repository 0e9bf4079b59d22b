// v1 signatures made here, each right but for one thing; and source stamps.
import { createHash, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { zipOf } from "../../src/device/zip-writer.ts";
import { asn1Children, readAsn1 } from "../../src/formats/asn1.ts";
import { at, check, summary } from "./apk-signature-check.ts";
import {
  blockIds,
  chunkedDigest,
  der,
  field,
  signerBlock,
  type TestKey,
  testKey,
  u32,
  withBlock,
} from "./apk-signer.ts";

type Files = Record<string, string>;

const app: Files = { "AndroidManifest.xml": "manifest", "classes.dex": "dex", "res/a b/ä.txt": "x".repeat(300) };
const [one, two] = [testKey("one"), testKey("two")];
const hash = (text: string | Uint8Array) => createHash("sha256").update(text).digest("base64");

/** Folds at 72 bytes, as tools do. */
function line(name: string, value: string): string {
  let rest = Buffer.from(`${name}: ${value}`);
  let text = "";
  for (let first = true; rest.length > 0; first = false) {
    const length = first ? 72 : 71;
    text += `${first ? "" : " "}${rest.subarray(0, length).toString("latin1")}\r\n`;
    rest = rest.subarray(length);
  }
  return text;
}

const section = (name: string, content: string) => `${line("Name", name)}${line("SHA-256-Digest", hash(content))}\r\n`;
const bytesOf = (text: string) => Buffer.from(text, "latin1");

/** MANIFEST.MF of these files. */
function manifestOf(files: Files): string {
  const sections = Object.entries(files).map(([name, content]) => section(name, content));
  return `Manifest-Version: 1.0\r\n\r\n${sections.join("")}`;
}

/** A .SF with the digest of the whole manifest, and of each section unless it is left out. */
function signatureFile(manifest: string, { head = "", whole = true, leaveOut = "" } = {}): string {
  const sections = manifest
    .split("\r\n\r\n")
    .slice(1, -1)
    .map((text) => `${text}\r\n\r\n`);
  const each = sections.flatMap((text) => {
    const name = /^Name: ((?:.|\r\n )*)\r\n/.exec(text)?.[1]?.replace(/\r\n /g, "") ?? "";
    return name === leaveOut
      ? []
      : [`${line("Name", Buffer.from(name, "latin1").toString())}${line("SHA-256-Digest", hash(bytesOf(text)))}\r\n`];
  });
  const digest = whole ? line("SHA-256-Digest-Manifest", hash(bytesOf(manifest))) : "";
  return `Signature-Version: 1.0\r\n${head}${digest}\r\n${each.join("")}`;
}

const oid = (hexadecimal: string) => der(0x06, Buffer.from(hexadecimal, "hex"));
const sha256Oid = der(0x30, oid("608648016503040201"));

/** PKCS #7 by these keys, each with a SignerInfo. */
function pkcs7(signed: string, keys: readonly TestKey[], forged = false): Uint8Array {
  const signers = keys.map((key) => {
    const [body] = asn1Children(readAsn1(key.certificate));
    const [serial, , issuer] = body
      ? asn1Children(body).map(({ bytes, start, end }) => bytes.subarray(start, end))
      : [];
    if (!serial || !issuer) throw new Error("the test certificate is no certificate");
    const value = sign("sha256", forged ? Buffer.from("another text") : bytesOf(signed), key.privateKey);
    const algorithm = der(0x30, oid("2a8648ce3d040302"));
    return der(0x30, der(0x02, Uint8Array.of(1)), der(0x30, issuer, serial), sha256Oid, algorithm, der(0x04, value));
  });
  const data = der(
    0x30,
    der(0x02, Uint8Array.of(1)),
    der(0x31, sha256Oid),
    der(0x30, oid("2a864886f70d010701")),
    der(0xa0, ...keys.map(({ certificate }) => certificate)),
    der(0x31, ...signers),
  );
  return der(0x30, oid("2a864886f70d010702"), der(0xa0, data));
}

interface JarSignature {
  readonly name?: string;
  readonly file: string;
  readonly keys?: readonly TestKey[];
  readonly forged?: boolean;
}

function jar(files: Files, manifest: string, signatures: readonly JarSignature[], more: Files = {}): Uint8Array {
  const all: { name: string; bytes: Uint8Array }[] = [...Object.entries(files), ...Object.entries(more)].map(
    ([name, content]) => ({ name, bytes: Buffer.from(content) }),
  );
  all.push({ name: "META-INF/MANIFEST.MF", bytes: bytesOf(manifest) });
  for (const { name = "CERT", file, keys = [one], forged } of signatures) {
    all.push({ name: `META-INF/${name}.SF`, bytes: bytesOf(file) });
    all.push({ name: `META-INF/${name}.EC`, bytes: pkcs7(file, keys, forged) });
  }
  return Buffer.concat(zipOf(all));
}

const manifest = manifestOf(app);
const right = signatureFile(manifest);
const reasonOf = async (apk: Uint8Array, sdk = 37) => at(await check(apk), sdk).reason;

describe("verified", () => {
  test("by the digest of the whole manifest, or by those of its sections", async () => {
    const signatures = await check(jar(app, manifest, [{ file: right }]));
    expect(summary(signatures)).toBe("24-37 v1 verified");
    expect(Object.keys(signatures.certificates)).toEqual(at(signatures, 24).signers);
    expect(summary(await check(jar(app, manifest, [{ file: signatureFile(manifest, { whole: false }) }])))).toBe(
      "24-37 v1 verified",
    );
  });

  test("by several signers of all entries, and by the second of two signatures in one block", async () => {
    const both = await check(
      jar(app, manifest, [
        { name: "A", file: right },
        { name: "B", file: right, keys: [two] },
      ]),
    );
    expect(at(both, 24).signers.length).toBe(2);
    expect(summary(await check(jar(app, manifest, [{ file: right, keys: [one, two] }])))).toBe("24-37 v1 verified");
  });

  test("with what lies in META-INF beside the signature, with folders, and with a signature file that says nothing", async () => {
    const more = { "META-INF/services/x": "not signed", "res/": "" };
    const silent = { name: "OTHER", file: "Created-By: nobody\r\n\r\n", keys: [two] };
    const signatures = await check(jar(app, manifest, [{ file: right }, silent], more));
    expect(summary(signatures)).toBe("24-37 v1 verified");
    expect(at(signatures, 24).signers.length).toBe(1);
  });
});

describe("refused", () => {
  test.each<readonly [string, Uint8Array, RegExp]>([
    [
      "a signature over another text",
      jar(app, manifest, [{ file: right, forged: true }]),
      /CERT.EC" does not match the signature file/,
    ],
    [
      "one forged signer of two",
      jar(app, manifest, [
        { name: "A", file: right },
        { name: "B", file: right, keys: [two], forged: true },
      ]),
      /B.EC" does not match/,
    ],
    [
      "an entry that was changed",
      jar({ ...app, "classes.dex": "evil" }, manifest, [{ file: right }]),
      /does not match "classes.dex": it was changed/,
    ],
    [
      "an entry changed with the manifest",
      jar({ ...app, "classes.dex": "evil" }, manifestOf({ ...app, "classes.dex": "evil" }), [{ file: right }]),
      /does not match what MANIFEST.MF says of "classes.dex"/,
    ],
    [
      "an entry that was added",
      jar({ ...app, "lib/x.so": "evil" }, manifest, [{ file: right }]),
      /does not cover "lib\/x.so"/,
    ],
    [
      "an entry that was taken away",
      jar({ "AndroidManifest.xml": "manifest" }, manifest, [{ file: right }]),
      /lists "classes.dex", which is not in the file/,
    ],
    [
      "an entry that the signature file leaves out",
      jar(app, manifest, [{ file: signatureFile(manifest, { leaveOut: "classes.dex" }) }]),
      /does not cover "classes.dex"/,
    ],
    [
      "signers of some entries only",
      jar(app, manifest, [
        { name: "A", file: right },
        { name: "B", file: signatureFile(manifest, { leaveOut: "classes.dex" }), keys: [two] },
      ]),
      /has other signers for "classes.dex" than for the rest/,
    ],
    [
      "no AndroidManifest.xml",
      jar({ x: "y" }, manifestOf({ x: "y" }), [{ file: signatureFile(manifestOf({ x: "y" })) }]),
      /there is none/,
    ],
    [
      "a manifest head that does not match",
      jar(app, manifest, [
        { file: signatureFile(manifest, { head: line("SHA-256-Digest-Manifest-Main-Attributes", hash("x")) }) },
      ]),
      /does not match the head of MANIFEST.MF/,
    ],
    [
      "more than ten signers",
      jar(
        app,
        manifest,
        Array.from({ length: 11 }, (_, i) => ({ name: `S${i}`, file: right })),
      ),
      /more than 10 signers/,
    ],
    [
      "a digest that is no Base64",
      jar(app, manifest.replace(hash("dex"), "*****"), [
        { file: signatureFile(manifest.replace(hash("dex"), "*****")) },
      ]),
      /does not match "classes.dex"/,
    ],
    [
      "no digest that Android knows",
      jar(app, manifest.replaceAll("SHA-256-Digest", "SHA-3-Digest"), [
        { file: signatureFile(manifest.replaceAll("SHA-256-Digest", "SHA-3-Digest")) },
      ]),
      /has no digest of "AndroidManifest.xml"/,
    ],
  ])("%s", async (_, apk, reason) => {
    expect(summary(await check(apk))).toBe("24-37 v1 refused");
    expect(await reasonOf(apk)).toMatch(reason);
  });

  test("the strongest digest counts, not the one that fits", async () => {
    const wrong = manifest.replaceAll("SHA-256-Digest:", `SHA-512-Digest: ${"A".repeat(86)}==\r\nSHA-256-Digest:`);
    expect(await reasonOf(jar(app, wrong, [{ file: signatureFile(wrong) }]))).toMatch(
      /it was changed after it was signed/,
    );
  });

  test("newer signatures that are announced and missing, by Androids that know them", async () => {
    const announced = (list: string) =>
      jar(app, manifest, [{ file: signatureFile(manifest, { head: `X-Android-APK-Signed: ${list}\r\n` }) }]);
    expect(summary(await check(announced("2, 3"), { from: 21 }))).toBe("21-23 v1 verified, 24-37 v1 refused");
    expect(summary(await check(announced(" 3")))).toBe("24-27 v1 verified, 28-37 v1 refused");
    expect(summary(await check(announced("1, x, 99")))).toBe("24-37 v1 verified");
    expect(await reasonOf(announced("2"))).toMatch(
      /says in "META-INF\/CERT.SF" that there is a v2 signature, which is missing/,
    );
  });

  test("a v2 block that Android does not find leaves the announcement to refuse", async () => {
    const apk = jar(app, manifest, [{ file: signatureFile(manifest, { head: "X-Android-APK-Signed: 2\r\n" }) }]);
    const v2 = field(signerBlock({ key: one, digest: chunkedDigest(apk) }));
    expect(summary(await check(withBlock(apk, [[blockIds.v2, v2]])))).toBe("24-37 v2 verified");
    expect(summary(await check(withBlock(apk, [[blockIds.v2 + 1, v2]])))).toBe("24-37 v1 refused");
  });
});

describe("source stamps", () => {
  const files: Files = { "AndroidManifest.xml": "manifest" };
  const stampKey = testKey("store");
  const certificateDigest = createHash("sha256").update(stampKey.certificate).digest();
  const apk = Buffer.concat(
    zipOf([
      { name: "AndroidManifest.xml", bytes: Buffer.from(files["AndroidManifest.xml"] ?? "") },
      { name: "stamp-cert-sha256", bytes: certificateDigest },
    ]),
  );
  const digest = chunkedDigest(apk);
  const v2 = field(signerBlock({ key: one, digest }));
  const v3 = field(signerBlock({ key: one, digest, range: [28, 99] }));
  const list = Buffer.concat([u32(8 + 32), u32(1), u32(32), digest]);
  const signature = (data: Uint8Array, key = stampKey) =>
    field(field(u32(0x0201), field(sign("sha256", data, key.privateKey))));
  const stamp = (schemes: readonly number[], { key = stampKey, data = list as Uint8Array } = {}) =>
    field(
      field(stampKey.certificate),
      field(...schemes.map((scheme) => field(u32(scheme), signature(data, key)))),
      field(field()),
      signature(field(), key),
    );
  const stamped = async (id: number, value: Uint8Array, alsoV3 = false) => {
    const pairs: [number, Uint8Array][] = [
      [blockIds.v2, v2],
      [id, value],
    ];
    return (await check(withBlock(apk, alsoV3 ? [[blockIds.v3, v3], ...pairs] : pairs))).stamp;
  };

  test("are verified over every signature that the file has", async () => {
    expect(await stamped(0x6dff800d, stamp([2]))).toMatchObject({ version: 2, outcome: "verified", reason: undefined });
    expect(await stamped(0x6dff800d, stamp([2, 3]), true)).toMatchObject({ outcome: "verified" });
    expect(await stamped(0x6dff800d, stamp([2]), true)).toMatchObject({
      outcome: "refused",
      reason: "The source stamp does not cover the v3 signature.",
    });
  });

  test("by another key, or over another digest, are refused", async () => {
    expect(await stamped(0x6dff800d, stamp([2], { key: two }))).toMatchObject({ outcome: "refused" });
    expect(await stamped(0x6dff800d, stamp([2], { data: new Uint8Array(44) }))).toMatchObject({ outcome: "refused" });
  });

  test("of the first version sign one list of digests", async () => {
    const first = (data: Uint8Array) => field(field(stampKey.certificate), signature(data));
    expect(await stamped(0x2b09189e, first(list))).toMatchObject({ version: 1, outcome: "verified" });
    expect(await stamped(0x2b09189e, first(new Uint8Array(44)))).toMatchObject({ version: 1, outcome: "refused" });
  });
});
