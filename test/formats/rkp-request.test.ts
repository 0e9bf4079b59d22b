import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { type Cbor, type CborKey, type CborMap, readCbor } from "../../src/formats/cbor.ts";
import { writeCbor } from "../../src/formats/cbor-writer.ts";
import { readCoseKey, readSign1, signedText, verifySign1 } from "../../src/formats/cose.ts";
import { type RkpFault, verifyRkpRequest } from "../../src/formats/rkp-request.ts";
import { diceRequest, encryptedRequest, type Maker } from "../../src/phone/state/dice-request.ts";
import { type HardwareState, honestHardware } from "../../src/phone/state/hardware-state.ts";
import { ed25519Request, p256Request, vouchedRequest } from "./rkp-requests.ts";

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const judge = (request: Uint8Array, challenge?: Uint8Array) => verifyRkpRequest(request, { challenge }, nodeCrypto);
const kinds = async (...given: Parameters<typeof judge>) => (await judge(...given)).faults.map(({ kind }) => kind);
/** What the published requests were made with. */
const published = Uint8Array.from({ length: 32 }, (_, i) => i + 1);

test.each([
  ["P-256", p256Request, []],
  ["Ed25519", ed25519Request, []],
  ["vouched", vouchedRequest, ["test-signer-name"]],
])("a published request holds: %s", async (_, request, vouchers) => {
  const verdict = await judge(bytes(request), published);
  expect(verdict.faults).toEqual([]);
  expect(verdict.says).toMatchObject({
    level: "trusted-environment",
    locked: true,
    state: "verified",
    bootHash: "112233445566778899aabbccddeeff",
    osPatchLevel: "2022-10",
    vendorPatchLevel: "2022-10-27",
    bootPatchLevel: "2022-10-26",
    fused: true,
    manufacturer: "Google",
  });
  expect(verdict.degenerate).toBe(false);
  expect(verdict.links).toMatchObject([
    { issuer: "issuer", subject: "subject", mode: "normal", component: "component_name" },
  ]);
  expect(verdict.identity).toMatch(/^[0-9a-f]{64}$/);
  expect(verdict.vouchers.map(({ signer }) => signer)).toEqual(vouchers);
});

test("whatever is changed in a published request: it has a fault, or says the same of the same phone", async () => {
  const good = bytes(p256Request);
  const { says, identity, links } = await judge(good);
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = good.map((byte, index) => (index === at ? byte ^ by : byte));
      const verdict = await judge(changed, published);
      if (verdict.faults.length === 0) expect(verdict).toMatchObject({ says, identity, links });
    }),
    { numRuns: 1000 },
  );
});

const maker: Maker = { brand: "b", manufacturer: "m", product: "p", model: "mo", device: "d" };
const challenge = new Uint8Array(16).fill(7);
const hardware = (other: Partial<HardwareState> = {}): HardwareState => ({
  ...honestHardware(
    new Map([
      ["ro.build.version.security_patch", "2026-10-05"],
      ["ro.vendor.build.security_patch", "2026-09-05"],
      ["ro.build.version.sdk", "35"],
      ["ro.product.first_api_level", "34"],
    ]),
    "serial",
  ),
  ...other,
});

test("the virtual phone's request holds, tells what its hardware knows, and is always of the same phone", async () => {
  const one = await judge(diceRequest(hardware(), maker, challenge), challenge);
  expect(one.faults).toEqual([]);
  expect(one.says).toMatchObject({
    locked: true,
    osPatchLevel: "2026-10",
    vendorPatchLevel: "2026-09-05",
    model: "mo",
  });
  expect(one.links.map(({ component }) => component)).toEqual(["bl", "keymint"]);
  const other = await judge(diceRequest(hardware({ locked: false, bootState: "unverified" }), maker, challenge));
  expect(other).toMatchObject({ faults: [], identity: one.identity, says: { locked: false, state: "unverified" } });
  expect(other.links[0]?.mode).toBe("debug");
  expect((await judge(diceRequest(hardware({ seed: "another" }), maker, challenge))).identity).not.toBe(one.identity);
});

test("each way in which a request is bad is named", async () => {
  const good = diceRequest(hardware(), maker, challenge);
  expect(await kinds(good, new Uint8Array(16))).toEqual(["challenge"]);
  expect(await kinds(diceRequest(hardware({ manner: "forges" }), maker, challenge))).toEqual(["request-signature"]);
  expect(await kinds(encryptedRequest(hardware(), maker, challenge))).toEqual(["encrypted"]);
  expect(await kinds(new Uint8Array())).toEqual(["unreadable"]);
  expect(await kinds(writeCbor([2, new Map(), [], []]))).toEqual(["unreadable"]);
  const parts = readCbor(good) as [number, CborMap, Cbor[], Cbor[]];
  const [root, first, second] = parts[2] as [CborMap, Cbor[], Cbor[]];
  const chain = (...links: Cbor[]) => writeCbor([1, parts[1], links, parts[3]]);
  expect(await kinds(chain(root, second))).toEqual(["dice-signature"]);
  expect(await kinds(chain(root, second, first))).toContain("dice-issuer");
  expect(await kinds(chain(root))).toEqual(["unreadable"]);
  expect(await kinds(chain(root, ...Array<Cbor>(40).fill(first)))).toEqual(["unreadable"]);
  const swapped = first.with(3, second[3] as Cbor);
  expect((await judge(chain(root, swapped, second))).faults).toEqual<RkpFault[]>([{ kind: "dice-signature", link: 0 }]);
});

test("certificates that vouch for another key are named, and so are those that nobody signed", async () => {
  const [, certificates, chain, signed, added] = readCbor(bytes(vouchedRequest)) as [number, CborMap, Cbor, Cbor, Cbor];
  const others = readCbor(bytes(p256Request)) as Cbor[];
  expect((await judge(writeCbor([1, certificates, others[2], others[3], added]))).faults).toEqual([
    { kind: "voucher", signer: "test-signer-name" },
  ]);
  const [, leaf] = certificates.get("test-signer-name") as Uint8Array[];
  for (const chained of [[leaf as Uint8Array], [], [new Uint8Array(3)], "text"] as Cbor[])
    expect(await kinds(writeCbor([1, new Map([["x", chained]]), chain, signed]))).toEqual(["voucher"]);
});

test("a phone that signs itself by one key is named degenerate", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const key = new Map<CborKey, Cbor>([
    [1, 2],
    [3, -35],
    [-1, 2],
    [-2, new Uint8Array(Buffer.from(x, "base64url"))],
    [-3, new Uint8Array(Buffer.from(y, "base64url"))],
  ]);
  const payload = writeCbor(
    new Map<CborKey, Cbor>([
      [1, "self"],
      [2, "self"],
      [-4670552, writeCbor(key)],
    ]),
  );
  const parts = readCbor(diceRequest(hardware(), maker, challenge)) as [number, CborMap, Cbor[], Cbor[]];
  const request = writeCbor([
    1,
    new Map(),
    [key, sign1(privateKey, payload)],
    sign1(privateKey, parts[3][2] as Uint8Array),
  ]);
  expect(await judge(request, challenge)).toMatchObject({ faults: [], degenerate: true, links: [{ mode: null }] });
});

function sign1(key: KeyObject, payload: Uint8Array): Cbor[] {
  const header = writeCbor(new Map([[1, -35]]));
  const signature = sign("sha384", signedText(header, payload), { key, dsaEncoding: "ieee-p1363" });
  return [header, new Map(), payload, new Uint8Array(signature)];
}

test("a signature of another kind than the key's, a critical header and a key for other uses are refused", async () => {
  const [, , chain] = readCbor(bytes(p256Request)) as [number, CborMap, [CborMap, Cbor[]]];
  const key = readCoseKey(chain[0]);
  const signed = readSign1(chain[1]);
  expect(await verifySign1(signed, key, nodeCrypto)).toBe("verified");
  expect(await verifySign1({ ...signed, algorithm: -8 }, key, nodeCrypto)).toBe("wrong");
  expect(await verifySign1({ ...signed, signature: signed.signature.subarray(1) }, key, nodeCrypto)).toBe("wrong");
  expect(await verifySign1({ ...signed, signature: new Uint8Array(64) }, key, nodeCrypto)).toBe("wrong");
  const critical = writeCbor(
    new Map<CborKey, Cbor>([
      [1, -7],
      [2, [1]],
    ]),
  );
  expect(() => readSign1([critical, new Map(), signed.payload, signed.signature])).toThrow("demands");
  expect(readSign1({ kind: "tag", tag: 18, value: chain[1] }).algorithm).toBe(-7);
  const with_ = (label: number, value: Cbor) => new Map([...chain[0], [label, value]]);
  expect(() => readCoseKey(with_(4, [1]))).toThrow("may not verify");
  expect(() => readCoseKey(with_(-1, 3))).toThrow("not known");
  expect(() => readCoseKey(with_(3, -8))).toThrow("not for signatures");
  expect(() => readCoseKey(with_(-3, new Uint8Array(34)))).toThrow("too long");
  // A point that is not on the curve is no key.
  expect(await verifySign1(signed, readCoseKey(with_(-2, new Uint8Array(32).fill(1))), nodeCrypto)).toBe("wrong");
});

test("any bytes are a verdict with a fault", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (input) => {
      expect((await judge(input)).faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
