import { X509Certificate } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { readApkEntry } from "../../src/formats/apk-entry.ts";
import { openApkZip } from "../../src/formats/apk-zip.ts";
import { asn1Children, readAsn1 } from "../../src/formats/asn1.ts";
import { readSignedData } from "../../src/formats/pkcs7.ts";
import { readX509 } from "../../src/formats/x509.ts";
import { littleWork } from "../little-work.ts";
import { der, testKey } from "./apk-signer.ts";

const sigs = "../shared/apks/sigs";

/** Certificates of the v1 signatures among AOSP's vectors. */
async function certificates(): Promise<readonly (readonly [file: string, bytes: Uint8Array])[]> {
  const found: [string, Uint8Array][] = [];
  for (const file of readdirSync(sigs).filter((name) => name.startsWith("v1-only"))) {
    const apk = await openApkZip(memoryFile(readFileSync(`${sigs}/${file}`)));
    const block = apk.entries.find(({ name }) => /\.(RSA|DSA|EC)$/.test(name));
    if (!block || file.includes("multiple-good-digests")) continue;
    for (const bytes of readSignedData((await readApkEntry(apk, block, nodeCodec)).bytes).certificates)
      found.push([file, bytes]);
  }
  return found;
}

test("certificates of the vectors read as node:crypto reads them", async () => {
  const all = await certificates();
  expect(all.length).toBeGreaterThan(50);
  for (const [file, bytes] of all) {
    const { body, faults } = readX509(bytes);
    const other = new X509Certificate(bytes);
    expect(body?.subject.parts.map(({ type, value }) => `${type}=${value}`).join("\n"), file).toBe(other.subject);
    expect(body?.issuer.parts.map(({ type, value }) => `${type}=${value}`).join("\n")).toBe(other.issuer);
    expect(BigInt(`0x${body?.serial}`)).toBe(BigInt(`0x${other.serialNumber}`));
    expect(Date.parse(body?.notBefore ?? "")).toBe(Date.parse(other.validFrom));
    expect(Date.parse(body?.notAfter ?? "")).toBe(Date.parse(other.validTo));
    const { asymmetricKeyType, asymmetricKeyDetails } = other.publicKey;
    expect(body?.key.kind.toLowerCase()).toBe(asymmetricKeyType);
    if (asymmetricKeyDetails?.modulusLength) expect(body?.key.bits).toBe(asymmetricKeyDetails.modulusLength);
    expect(faults.length > 0).toBe(file.includes("not-der"));
  }
});

/** The test certificate with a part replaced by one of the same or another length. */
function certificateWith(replace: {
  subject?: Uint8Array;
  notBefore?: Uint8Array;
  extensions?: Uint8Array;
}): Uint8Array {
  const [body, algorithm, signature] = asn1Children(readAsn1(key.certificate));
  if (!body || !algorithm || !signature) throw new Error("the test certificate is no certificate");
  const whole = asn1Children(body).map(({ bytes, start, end }) => bytes.subarray(start, end));
  const [serial, inner, issuer, , subject, publicKey] = whole as [Uint8Array, ...Uint8Array[]];
  const before = replace.notBefore ?? time(0x17, "240101000000Z");
  const parts = [
    serial,
    inner,
    issuer,
    der(0x30, before, time(0x18, "20600101000000Z")),
    replace.subject ?? subject,
    publicKey,
  ];
  if (replace.extensions) parts.push(der(0xa3, replace.extensions));
  const given = parts.filter((part) => part !== undefined);
  const rest = [algorithm, signature].map(({ bytes, start, end }) => bytes.subarray(start, end));
  return der(0x30, der(0x30, ...given), ...rest);
}

const key = testKey("faulty");
const time = (tag: number, text: string) => der(tag, Buffer.from(text));
const name = (tag: number, value: Uint8Array) =>
  der(0x30, der(0x31, der(0x30, der(0x06, Uint8Array.of(0x55, 4, 3)), der(tag, value))));

describe("what is broken is named and read as far as it can be", () => {
  test.each<readonly [string, Parameters<typeof certificateWith>[0], string, string | undefined]>([
    [
      "UTF-8 in an ASCII string",
      { subject: name(0x13, Buffer.from("Größe")) },
      "CN=Größe",
      "a name holds characters that its kind of string does not have",
    ],
    [
      "Latin-1 in an ASCII string",
      { subject: name(0x14, Buffer.from("Gr\xf6\xdfe", "latin1")) },
      "CN=Größe",
      "a name holds characters that its kind of string does not have",
    ],
    [
      "control characters",
      { subject: name(0x13, Buffer.from("a\u0000b")) },
      "CN=a\u0000b",
      "a name holds characters that its kind of string does not have",
    ],
    ["UTF-16", { subject: name(0x1e, Buffer.from("\u0000A\u0000\u00df", "latin1")) }, "CN=Aß", undefined],
    [
      "UTF-32 out of range",
      { subject: name(0x1c, Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 65)) },
      "CN=\ufffdA",
      "a name holds characters that cannot be read",
    ],
    [
      "characters to be escaped",
      { subject: name(0x0c, Buffer.from(' a,b+"c\\<d>;#')) },
      'CN=\\ a\\,b\\+\\"c\\\\\\<d\\>\\;#',
      undefined,
    ],
    ["an empty name", { subject: der(0x30) }, "", undefined],
  ])("%s", (_, replace, text, fault) => {
    const { body, faults } = readX509(certificateWith(replace));
    expect(body?.subject.text).toBe(text);
    expect(faults).toEqual(fault === undefined ? [] : [fault]);
  });

  test.each<readonly [string, Uint8Array, string | undefined, boolean]>([
    ["1950 to 2049 in two digits", time(0x17, "500102030405Z"), "1950-01-02T03:04:05Z", false],
    ["no seconds", time(0x17, "2401020304Z"), "2024-01-02T03:04:00Z", true],
    ["an offset", time(0x18, "20240102030405+0130"), "2024-01-02T01:34:05Z", true],
    ["year 9999", time(0x18, "99991231235959Z"), "9999-12-31T23:59:59Z", false],
    ["no such day", time(0x17, "240231000000Z"), undefined, true],
    ["no time at all", time(0x17, "soon"), undefined, true],
    ["another kind of value", der(0x02, Uint8Array.of(1)), undefined, true],
  ])("%s", (_, notBefore, expected, faulty) => {
    const { body, faults } = readX509(certificateWith({ notBefore }));
    expect(body?.notBefore).toBe(expected);
    expect(faults.length > 0).toBe(faulty);
  });

  test("extensions: what the key may do, and critical ones that are not known", () => {
    const usage = (bits: number) =>
      der(
        0x30,
        der(0x06, Uint8Array.of(0x55, 0x1d, 15)),
        der(0x01, Uint8Array.of(255)),
        der(0x04, der(0x03, Uint8Array.of(0, bits))),
      );
    expect(readX509(certificateWith({ extensions: der(0x30, usage(0x80)) })).body?.maySign).toBe(true);
    expect(readX509(certificateWith({ extensions: der(0x30, usage(0x04)) })).body?.maySign).toBe(false);
    const odd = der(0x30, der(0x06, Uint8Array.of(0x2a, 3, 4)), der(0x01, Uint8Array.of(255)), der(0x04));
    expect(readX509(certificateWith({ extensions: der(0x30, odd) })).body?.unknownCritical).toEqual(["1.2.3.4"]);
  });

  test("what is no certificate has a fault and no body", () => {
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(0x30, 0x80),
      Buffer.from("-----BEGIN"),
      key.certificate.subarray(9),
    ]) {
      const { body, faults } = readX509(bytes);
      expect(body).toBeUndefined();
      expect(faults.at(-1)).toMatch(/^it cannot be read: /);
    }
    expect(readX509(Buffer.concat([key.certificate, Uint8Array.of(0)])).faults).toEqual([
      "bytes follow the certificate",
    ]);
  });
});

describe("any bytes", () => {
  test("a certificate never throws, and cut or changed ones neither", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readX509(bytes)));
    const changed = fc.tuple(fc.nat(key.certificate.length - 1), fc.nat(255), fc.nat(key.certificate.length));
    fc.assert(
      fc.property(changed, ([at, byte, end]) => {
        const bytes = Uint8Array.from(key.certificate);
        bytes[at] = byte;
        readX509(bytes);
        readX509(bytes.subarray(0, end));
      }),
      { numRuns: 500 },
    );
  });

  test("PKCS #7 gives a value or FormatError", async () => {
    const apk = await openApkZip(memoryFile(readFileSync(`${sigs}/v1-only-with-signed-attrs.apk`)));
    const entry = apk.entries.find(({ name }) => name.endsWith(".RSA"));
    if (!entry) throw new Error("no signature block");
    const { bytes } = await readApkEntry(apk, entry, nodeCodec);
    const changed = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    const attempt = (input: Uint8Array) => {
      try {
        return readSignedData(input).signers.length;
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
        return 0;
      }
    };
    fc.assert(
      fc.property(changed, ([at, byte]) => {
        const input = Uint8Array.from(bytes);
        input[at] = byte;
        attempt(input);
        attempt(bytes.subarray(0, at));
      }),
      { numRuns: 500 },
    );
    expect(attempt(bytes)).toBe(1);
  });

  test("nesting without end and lengths without measure end soon", async () => {
    const open = new Uint8Array(1_000_000);
    for (let at = 0; at < open.length; at += 2) open.set([0x30, 0x80], at);
    const deep = Buffer.concat(Array.from({ length: 20_000 }, () => Uint8Array.of(0x30, 0x84, 0, 0x0f, 0xff, 0xff)));
    const many = Buffer.concat([Uint8Array.of(0x30, 0x80), new Uint8Array(2_000_000).fill(0x05), Uint8Array.of(0, 0)]);
    await littleWork(() => {
      for (const bytes of [open, deep, many]) {
        expect(readX509(bytes).body).toBeUndefined();
        expect(() => readSignedData(bytes)).toThrow(FormatError);
      }
    });
  });
});
