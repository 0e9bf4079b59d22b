import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import type { Cbor, CborKey } from "../../formats/cbor.ts";
import { writeCbor } from "../../formats/cbor-writer.ts";
import { signedText } from "../../formats/cose.ts";
import type { HardwareState } from "./hardware-state.ts";

/** Who made the phone, as its hardware was told. */
export type Maker = Readonly<Record<"brand" | "manufacturer" | "product" | "model" | "device", string>>;

/** The request for attestation keys that the hardware makes; AOSP hardware/interfaces/security/rkp/aidl/…/generateCertificateRequestV2.cddl. */
export function diceRequest(hardware: HardwareState, maker: Maker, challenge: Uint8Array): Uint8Array {
  const root = keyOf(hardware.seed, "root");
  const leaf = keyOf(hardware.seed, "keymint");
  const stage = keyOf(hardware.seed, "bootloader");
  const chain = [
    coseKey(root),
    link(root, stage, { issuer: "root", subject: "bootloader", component: "bl", hardware }),
    link(stage, leaf, { issuer: "bootloader", subject: "keymint", component: "keymint", hardware }),
  ];
  const payload = writeCbor([3, "keymint", deviceInfo(hardware, maker), []], "length-first");
  const signed = sign1(leaf, writeCbor([challenge, payload]));
  if (hardware.manner === "forges") (signed[3] as Uint8Array)[0] = ((signed[3] as Uint8Array)[0] as number) ^ 1;
  return writeCbor([1, new Map(), chain, signed]);
}

/** The older form, of hardware sold before Android 14: what it says is encrypted for the servers of Google. */
export function encryptedRequest(hardware: HardwareState, maker: Maker, challenge: Uint8Array): Uint8Array {
  const info = new Map<CborKey, Cbor>([...deviceInfo(hardware, maker), ["version", 2]]);
  const sealed = createHash("sha512").update(hardware.seed).update(challenge).digest();
  const algorithm = writeCbor(new Map([[1, 3]]));
  const protectedData = [algorithm, new Map([[5, sealed.subarray(0, 12)]]), new Uint8Array(sealed), []];
  const mac = [writeCbor(new Map([[1, 5]])), new Map(), null, new Uint8Array(sealed.subarray(32))];
  return writeCbor([[info, new Map()], challenge, protectedData, mac], "length-first");
}

/** AOSP hardware/interfaces/security/rkp/aidl/…/DeviceInfoV3.cddl. */
function deviceInfo(hardware: HardwareState, maker: Maker): Map<CborKey, Cbor> {
  const colours = { verified: "green", "self-signed": "yellow", unverified: "orange", failed: "red" };
  const day = (level: string) => Number(level.replaceAll("-", ""));
  return new Map<CborKey, Cbor>([
    ...Object.entries(maker),
    ["vb_state", colours[hardware.bootState]],
    ["bootloader_state", hardware.locked ? "locked" : "unlocked"],
    ["vbmeta_digest", new Uint8Array(hardware.bootHash)],
    ["os_version", hardware.osVersion],
    ["system_patch_level", Math.floor(day(hardware.osPatchLevel) / 100)],
    ["boot_patch_level", day(hardware.bootPatchLevel)],
    ["vendor_patch_level", day(hardware.vendorPatchLevel)],
    ["security_level", hardware.level === "strongbox" ? "strongbox" : "tee"],
    ["fused", 1],
  ]);
}

interface Stage {
  readonly issuer: string;
  readonly subject: string;
  readonly component: string;
  readonly hardware: HardwareState;
}

/** One stage of the start, vouched for by the one before. */
function link(by: KeyObject, key: KeyObject, { issuer, subject, component, hardware }: Stage): readonly Cbor[] {
  const configuration = writeCbor(
    new Map<CborKey, Cbor>([
      [-70002, component],
      [-70005, 1],
    ]),
  );
  const digest = (bytes: Uint8Array | string) => new Uint8Array(createHash("sha256").update(bytes).digest());
  const values = new Map<CborKey, Cbor>([
    [1, issuer],
    [2, subject],
    [-4670545, digest(`code of ${component}`)],
    [-4670547, digest(configuration)],
    [-4670548, configuration],
    [-4670549, digest("authority")],
    [-4670551, Uint8Array.of(hardware.locked ? 1 : 2)],
    [-4670552, writeCbor(coseKey(key))],
    [-4670553, Uint8Array.of(0x20)],
  ]);
  return sign1(by, writeCbor(values));
}

function sign1(by: KeyObject, payload: Uint8Array): readonly Cbor[] {
  const header = writeCbor(new Map([[1, -8]]));
  return [header, new Map(), payload, new Uint8Array(sign(null, signedText(header, payload), by))];
}

/** An Ed25519 key of its own for each stage, the same at every start. */
function keyOf(seed: string, stage: string): KeyObject {
  const secret = createHash("sha256").update(`candor ${stage} ${seed}`).digest();
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([prefix, secret]), format: "der", type: "pkcs8" });
}

function coseKey(key: KeyObject): Map<CborKey, Cbor> {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return new Map<CborKey, Cbor>([
    [1, 1],
    [3, -8],
    [4, [2]],
    [-1, 6],
    [-2, new Uint8Array(spki.subarray(-32))],
  ]);
}
