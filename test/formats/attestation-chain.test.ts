import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { attestationRoots } from "../../src/feeds/attestation-roots.ts";
import { revokedAttestationKeys } from "../../src/feeds/revoked-attestation-keys.ts";
import { type AttestationRules, readPemChain, verifyAttestationChain } from "../../src/formats/attestation-chain.ts";
import { readKeyAttestation } from "../../src/formats/key-attestation.ts";
import { addedToChain, normalChain } from "./attestation-chains.ts";

const google = (attestationRoots.embedded?.value.roots ?? []).map(({ name, publicKey }) => ({
  name,
  publicKey: Buffer.from(publicKey, "base64"),
}));
const chain = normalChain.map((text) => new Uint8Array(Buffer.from(text, "base64")));
const at = Date.parse("2023-03-08T16:00:00Z");
const rules: AttestationRules = { roots: google, revoked: new Map(), at, challenge: Buffer.from("challenge") };
const judge = (certificates: readonly Uint8Array[], other: Partial<AttestationRules> = {}) =>
  verifyAttestationChain(certificates, { ...rules, ...other }, nodeCrypto);
const kinds = async (...args: Parameters<typeof judge>) => (await judge(...args)).faults.map(({ kind }) => kind);

test("a real chain goes up to Google's root, and says what the phone was booted from", async () => {
  const { faults, root, says, certificates } = await judge(chain);
  expect(faults).toEqual([]);
  expect(root).toContain("f92009e853b6b045");
  expect(certificates).toHaveLength(5);
  expect(says).toMatchObject({
    version: 200,
    level: "trusted-environment",
    keyLevel: "trusted-environment",
    osVersion: 130000,
    osPatchLevel: "2023-02",
    vendorPatchLevel: "2023-02-05",
    bootPatchLevel: "2023-02-05",
    generatedInside: true,
    rootOfTrust: { locked: true, state: "verified" },
  });
  expect(Buffer.from(says?.challenge ?? []).toString()).toBe("challenge");
});

test("each way in which a chain is bad is named", async () => {
  const [leaf, first, ...rest] = chain as [Uint8Array, Uint8Array, ...Uint8Array[]];
  const changed = (bytes: Uint8Array, place: number) => bytes.map((byte, index) => (index === place ? byte ^ 1 : byte));
  expect(await kinds(chain, { at: Date.parse("2026-11-22T00:00:00Z") })).toEqual(["expired", "expired"]);
  expect(await kinds(chain, { at: Date.parse("2020-01-01T00:00:00Z") })).toContain("not-yet-valid");
  expect(await kinds(chain, { challenge: Buffer.from("another") })).toEqual(["challenge"]);
  expect(await kinds(chain, { roots: google.slice(1) })).toEqual(["root"]);
  expect(await kinds(chain, { revoked: null })).toEqual(["revocation-unknown"]);
  expect(await kinds([leaf, ...rest])).toEqual(["issuer", "signature"]);
  expect(await kinds([first, ...rest])).toEqual(["no-attestation"]);
  expect(await kinds(chain.slice(0, -1))).toContain("root");
  expect(await kinds([])).toEqual(["no-attestation"]);
  expect(await kinds([leaf, first.slice(0, 100), ...rest])).toEqual(["unreadable"]);
  // The challenge, which stands in the extension of the key's own certificate.
  const challenge = Buffer.from(leaf).indexOf("challenge");
  expect(await kinds([changed(leaf, challenge), first, ...rest])).toEqual(["signature", "challenge"]);
  const revoked = new Map([["d05facf443ed535548d994f6845e6d3c", { status: "REVOKED", reason: "KEY_COMPROMISE" }]]);
  expect((await judge(chain, { revoked: revoked as AttestationRules["revoked"] })).faults).toEqual([
    { kind: "revoked", certificate: 1, reason: "KEY_COMPROMISE" },
  ]);
});

test("certificates that an app has added below the hardware's own do not speak for the phone", async () => {
  const added = addedToChain.map((text) => new Uint8Array(Buffer.from(text, "base64")));
  expect(await kinds([...added, ...chain.slice(1)])).toContain("extended");
});

test("software, an unlocked phone and another root are told of chains made here", async () => {
  const made = ownChain({ level: 1, locked: true, state: 0 });
  expect(await judge(made.chain, { roots: [made.root] })).toMatchObject({ faults: [], root: "test" });
  expect(await kinds(made.chain)).toEqual(["root"]);
  const soft = ownChain({ level: 0, locked: true, state: 0 });
  expect(await kinds(soft.chain, { roots: [soft.root] })).toEqual(["software"]);
  const open = ownChain({ level: 2, locked: false, state: 2 });
  const { says } = await judge(open.chain, { roots: [open.root] });
  expect(says).toMatchObject({ level: "strongbox", rootOfTrust: { locked: false, state: "unverified" } });
});

test("any bytes are a verdict, and any change of a real chain is one with a fault", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), async (bytes) => {
      expect((await judge(bytes)).faults.length).toBeGreaterThan(0);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(3), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, place, flip) => {
      const bad = chain.map((bytes, index) =>
        index === which ? bytes.map((byte, i) => (i === place % bytes.length ? byte ^ flip : byte)) : bytes,
      );
      expect((await judge(bad)).faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test("an extension is a description or a FormatError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => readKeyAttestation(bytes)).toThrow(FormatError);
    }),
  );
  expect(() => readPemChain("nothing")).toThrow(FormatError);
  expect(() => readPemChain("-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----")).toThrow(FormatError);
});

test("Google's list of keys taken back is read, and what is none is refused", () => {
  const list = { entries: { "0CC66": { status: "SUSPENDED", reason: "KEY_COMPROMISE" } } };
  const parse = (text: string) => revokedAttestationKeys.parse({ "status.json": text }, {} as never);
  expect(parse(JSON.stringify(list))).toEqual({
    keys: [{ serial: "cc66", status: "SUSPENDED", reason: "KEY_COMPROMISE" }],
  });
  for (const bad of ["", "[]", '{"entries":{}}', '{"entries":{"x":{"status":"REVOKED"}}}', '{"entries":{"1":{}}}'])
    expect(() => parse(bad)).toThrow(FormatError);
});

/** A root and a key below it whose certificate holds a KeyDescription. */
function ownChain({ level, locked, state }: { level: number; locked: boolean; state: number }) {
  const [root, key] = [
    generateKeyPairSync("ec", { namedCurve: "P-256" }),
    generateKeyPairSync("ec", { namedCurve: "P-256" }),
  ];
  const tagged = (number: number, value: Buffer) => der([0xbf, 0x80 | (number >> 7), number & 0x7f], value);
  const octets = (bytes: Uint8Array) => der([4], bytes);
  const number = (value: number) => der([2], Buffer.from([value]));
  const enumerated = (value: number) => der([0x0a], Buffer.from([value]));
  const trust = der([0x30], octets(Buffer.alloc(32)), der([1], Buffer.from([locked ? 255 : 0])), enumerated(state));
  const description = der(
    [0x30],
    ...[number(3), enumerated(level), number(4), enumerated(level), octets(Buffer.from("challenge"))],
    ...[octets(Buffer.alloc(0)), der([0x30]), der([0x30], tagged(702, number(0)), tagged(704, trust))],
  );
  const oid = der([6], Buffer.from("2b06010401d679020111", "hex"));
  const extension = der([0xa3], der([0x30], der([0x30], oid, octets(description))));
  const issued = certificate("root", "key", key.publicKey, root.privateKey, extension);
  return {
    chain: [issued, certificate("root", "root", root.publicKey, root.privateKey, Buffer.alloc(0))],
    root: { name: "test", publicKey: root.publicKey.export({ format: "der", type: "spki" }) },
  };
}

function certificate(issuer: string, subject: string, key: KeyObject, by: KeyObject, extensions: Buffer): Uint8Array {
  const name = (text: string) =>
    der([0x30], der([0x31], der([0x30], der([6], Buffer.from("550403", "hex")), der([0x0c], Buffer.from(text)))));
  const time = (text: string) => der([0x17], Buffer.from(text));
  const algorithm = der([0x30], der([6], Buffer.from("2a8648ce3d040302", "hex")));
  const body = der(
    [0x30],
    ...[der([0xa0], der([2], Buffer.from([2]))), der([2], Buffer.from([1])), algorithm, name(issuer)],
    der([0x30], time("200101000000Z"), time("300101000000Z")),
    ...[name(subject), key.export({ format: "der", type: "spki" }), extensions],
  );
  const signature = sign("sha256", body, by);
  return new Uint8Array(der([0x30], body, algorithm, der([3], Buffer.from([0]), signature)));
}

function der(tag: readonly number[], ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([...tag, ...length]), body]);
}
