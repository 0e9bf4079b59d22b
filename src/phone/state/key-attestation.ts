import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { keyAttestationOid, securityLevels, verifiedBootStates } from "../../formats/key-attestation.ts";
import { der, derInteger, derName, derUtcTime } from "../der.ts";
import type { HardwareState } from "./hardware-state.ts";

/**
 * The root that vouches for the hardware of all virtual phones: SubjectPublicKeyInfo. Anybody can make its key, so that nothing but a test may
 * trust it.
 */
export function virtualPhonesRoot(): Uint8Array {
  return publicKeyOf(keyOf("root of all virtual phones"));
}

/** What is asked of the hardware. */
export interface AttestationRequest {
  readonly challenge: Uint8Array;
  readonly sdk: number;
  /** Epoch milliseconds, by the phone's clock. */
  readonly now: number;
}

/**
 * The certificates of a fresh key, the key's own first, as the phone's key store gives them: the key, the hardware that made it, the root.
 *
 * AOSP hardware/interfaces/security/keymint/aidl/…/KeyCreationResult.aidl.
 */
export function attestedChain(hardware: HardwareState, request: AttestationRequest): readonly Uint8Array[] {
  const root = keyOf("root of all virtual phones");
  const batch = keyOf(`attestation key of ${hardware.seed}`);
  const key = keyOf(`key of ${hardware.seed} for ${Buffer.from(request.challenge).toString("hex")} at ${request.now}`);
  const extension = der(0x30, oid(keyAttestationOid), der(0x04, keyDescription(hardware, request)));
  const rootName = derName({ commonName: "Virtual phones root", organisation: "Candor" });
  const batchName = derName({ commonName: serialOf(hardware.seed).toString("hex"), organisation: "TEE" });
  const leafName = derName({ commonName: "Android Keystore Key" });
  const leaf = certificate({ issuer: batchName, subject: leafName, key, by: batch, serial: Buffer.of(1), extension });
  if (hardware.manner === "forges") leaf[leaf.length - 1] = (leaf[leaf.length - 1] as number) ^ 1;
  return [
    leaf,
    certificate({ issuer: rootName, subject: batchName, key: batch, by: root, serial: serialOf(hardware.seed) }),
    certificate({ issuer: rootName, subject: rootName, key: root, by: root, serial: serialOf("root") }),
  ];
}

function serialOf(seed: string): Buffer {
  return createHash("sha256").update(`serial ${seed}`).digest().subarray(0, 16);
}

/** A key on P-256 that a text stands for. */
function keyOf(text: string): KeyObject {
  const d = createHash("sha256").update(`candor ${text}`).digest();
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const part = (bytes: Buffer) => bytes.toString("base64url");
  const jwk = { kty: "EC", crv: "P-256", d: part(d), x: part(point.subarray(1, 33)), y: part(point.subarray(33)) };
  return createPrivateKey({ key: jwk, format: "jwk" });
}

function publicKeyOf(key: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ type: "spki", format: "der" }));
}

interface CertificateParts {
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly key: KeyObject;
  readonly by: KeyObject;
  readonly serial: Uint8Array;
  readonly extension?: Uint8Array;
}

/** ecdsa-with-SHA256, valid from 2020 to 2049; RFC 5280. */
function certificate({ issuer, subject, key, by, serial, extension }: CertificateParts): Uint8Array<ArrayBuffer> {
  const algorithm = der(0x30, oid("1.2.840.10045.4.3.2"));
  const body = der(
    0x30,
    der(0xa0, derInteger(Uint8Array.of(2))),
    derInteger(serial),
    algorithm,
    issuer,
    der(0x30, derUtcTime("200101000000Z"), derUtcTime("491231235959Z")),
    subject,
    publicKeyOf(key),
    ...(extension === undefined ? [] : [der(0xa3, der(0x30, extension))]),
  );
  return der(0x30, body, algorithm, der(0x03, Uint8Array.of(0), new Uint8Array(sign("sha256", body, by))));
}

/** Version of the statement by Android's: Keymaster 2 to 4.1, then KeyMint 1 to 4. */
function statementVersion(sdk: number): number {
  if (sdk >= 35) return 400;
  if (sdk === 34) return 300;
  if (sdk === 33) return 200;
  if (sdk >= 31) return 100;
  return sdk === 30 ? 4 : sdk >= 28 ? 3 : sdk >= 26 ? 2 : 1;
}

function keyDescription(hardware: HardwareState, { challenge, sdk, now }: AttestationRequest): Uint8Array {
  const version = statementVersion(sdk);
  const level = enumerated(securityLevels.indexOf(hardware.level));
  const created = tagged(701, number(now));
  const enforced = [...keyProperties(), ...startOf(hardware, version)];
  const soft = hardware.level === "software";
  return der(
    0x30,
    number(version),
    level,
    number(version),
    level,
    der(0x04, challenge),
    der(0x04),
    der(0x30, ...(soft ? enforced : []), created),
    der(0x30, ...(soft ? [] : enforced)),
  );
}

/** For signing, on P-256, with SHA-256, without asking the person, made inside. */
function keyProperties(): readonly Uint8Array[] {
  return [
    tagged(1, der(0x31, number(2))),
    tagged(2, number(3)),
    tagged(3, number(256)),
    tagged(5, der(0x31, number(4))),
    tagged(10, number(1)),
    tagged(503, der(0x05)),
    tagged(702, number(0)),
  ];
}

/** What the bootloader told: root of trust, version, patch levels. */
function startOf(hardware: HardwareState, version: number): readonly Uint8Array[] {
  const digits = (level: string, count: number) => number(Number(level.replaceAll("-", "").slice(0, count)));
  const bootKey = createHash("sha256").update(`boot key of ${hardware.seed}`).digest();
  const trust = [
    der(0x04, hardware.locked ? new Uint8Array(bootKey) : new Uint8Array(32)),
    der(0x01, Uint8Array.of(hardware.locked ? 0xff : 0)),
    enumerated(verifiedBootStates.indexOf(hardware.bootState)),
    ...(version >= 3 ? [der(0x04, hardware.bootHash)] : []),
  ];
  return [
    tagged(704, der(0x30, ...trust)),
    tagged(705, number(Number.parseInt(hardware.osVersion, 10) * 10_000)),
    tagged(706, digits(hardware.osPatchLevel, 6)),
    ...(version >= 3
      ? [tagged(718, digits(hardware.vendorPatchLevel, 8)), tagged(719, digits(hardware.bootPatchLevel, 8))]
      : []),
  ];
}

/** An explicit tag of the context. */
function tagged(number: number, value: Uint8Array): Uint8Array {
  return der(number < 31 ? 0xa0 | number : [0xbf, 0x80 | (number >> 7), number & 0x7f], value);
}

function number(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(Math.floor(value)));
  return derInteger(bytes);
}

function enumerated(value: number): Uint8Array {
  return der(0x0a, Uint8Array.of(value));
}

function oid(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  const part = (value: number): readonly number[] => {
    const bytes = [value & 0x7f];
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
      bytes.unshift((left & 0x7f) | 0x80);
    return bytes;
  };
  return der(0x06, Uint8Array.of(first * 40 + second, ...rest.flatMap(part)));
}
