import { FormatError } from "../core/errors.ts";
import { hex } from "./apk-certificate.ts";
import { type Cbor, type CborMap, isCborMap, readCbor } from "./cbor.ts";
import { isSignedBy, readLink } from "./certificate-link.ts";
import { type CoseKey, readSign1, verifySign1 } from "./cose.ts";
import type { Crypto } from "./crypto.ts";
import { type DiceChain, type DiceFault, type DiceLink, readDiceChain } from "./dice-chain.ts";
import { patchLevel, type SecurityLevel, type VerifiedBootState } from "./key-attestation.ts";

/** Why a request does not hold; each is told, and one is enough. */
export type RkpFault =
  | DiceFault
  | { readonly kind: "unreadable"; readonly reason: string }
  /** Made before Android 14's form: what it says is encrypted for Google's servers, and nothing of it can be verified. */
  | { readonly kind: "encrypted" }
  | { readonly kind: "request-signature" | "challenge" }
  /** A certificate that should vouch for the phone's first key does not. */
  | { readonly kind: "voucher"; readonly signer: string };

/** What the trusted part of the phone says of it; AOSP hardware/interfaces/security/rkp/aidl/…/DeviceInfoV3.cddl. */
export interface RkpStatement {
  readonly level: SecurityLevel | null;
  readonly locked: boolean | null;
  readonly state: VerifiedBootState | null;
  /** Digest over all verified partitions, lower-case hexadecimal. */
  readonly bootHash: string | null;
  /** yyyy-mm. */
  readonly osPatchLevel: string | null;
  /** yyyy-mm-dd. */
  readonly vendorPatchLevel: string | null;
  readonly bootPatchLevel: string | null;
  /** Whether the processor enforces a verified start. */
  readonly fused: boolean | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly device: string | null;
}

/** What a request for attestation keys proves. */
export interface RkpVerdict {
  /** Empty: every key signed the next, and the last one this request. Who made the first key is another question. */
  readonly faults: readonly RkpFault[];
  readonly says: RkpStatement | null;
  /** SHA-256 of the phone's first key (SubjectPublicKeyInfo): names the phone, for as long as it exists. */
  readonly identity: string | null;
  /** The phone signs itself with one key: nothing of its start is measured. */
  readonly degenerate: boolean;
  readonly links: readonly DiceLink[];
  /** Who vouches for the first key, by their own words, and the SHA-256 of their root's key. */
  readonly vouchers: readonly { readonly signer: string; readonly root: string }[];
}

const wrong = (what: string) => new FormatError("rkp-request", what);

/**
 * Verifies a request that a phone makes for attestation keys (`cmd remote_provisioning csr`): the chain of its keys, the signature over the
 * request, and the challenge where it is known. AOSP hardware/interfaces/security/rkp/aidl/…/generateCertificateRequestV2.cddl.
 */
export async function verifyRkpRequest(
  bytes: Uint8Array,
  question: { readonly challenge?: Uint8Array | undefined },
  crypto: Crypto,
): Promise<RkpVerdict> {
  const nothing = { says: null, identity: null, degenerate: false, links: [], vouchers: [] };
  try {
    const request = readCbor(bytes);
    if (!Array.isArray(request)) throw wrong("it is no list");
    if (Array.isArray(request[0])) return { ...nothing, faults: [{ kind: "encrypted" }] };
    return await verified(request, question.challenge, crypto);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { ...nothing, faults: [{ kind: "unreadable", reason: error.message }] };
  }
}

async function verified(
  request: readonly Cbor[],
  challenge: Uint8Array | undefined,
  crypto: Crypto,
): Promise<RkpVerdict> {
  // A fifth part is what Android itself adds for the servers; nobody vouches for it.
  const [version, certificates, chain, signed] = request;
  if (version !== 1 || request.length < 4 || request.length > 5) throw wrong("it is of a version that is not known");
  const dice = await readDiceChain(chain, crypto);
  const faults: RkpFault[] = [...dice.faults];
  const data = readSign1(signed);
  if ((await verifySign1(data, dice.leaf, crypto)) !== "verified") faults.push({ kind: "request-signature" });
  const [given, payload] = listIn(data.payload, 2);
  if (!(given instanceof Uint8Array) || !(payload instanceof Uint8Array)) throw wrong("it has no challenge");
  if (challenge !== undefined && hex(challenge) !== hex(given)) faults.push({ kind: "challenge" });
  const [, type, device] = listIn(payload, 4);
  if (typeof type !== "string" || type.toLowerCase() !== "keymint") throw wrong("it is not for keys of the key store");
  const vouched = await vouchersOf(certificates, dice, crypto);
  faults.push(...vouched.faults);
  return {
    faults,
    says: statement(device),
    identity: hex(await crypto.digest("sha256", dice.root.spki)),
    degenerate: dice.degenerate,
    links: dice.links,
    vouchers: vouched.vouchers,
  };
}

function listIn(bytes: Uint8Array, length: number): readonly Cbor[] {
  const value = readCbor(bytes);
  if (!Array.isArray(value) || value.length !== length) throw wrong("a list in it has another length");
  return value;
}

const bootStates: ReadonlyMap<Cbor, VerifiedBootState> = new Map([
  ["green", "verified"],
  ["yellow", "self-signed"],
  ["orange", "unverified"],
  ["red", "failed"],
]);

function statement(value: Cbor): RkpStatement {
  if (!isCborMap(value)) throw wrong("it says nothing of the phone");
  const text = (name: string) => {
    const found = value.get(name);
    return typeof found === "string" ? found.slice(0, 200) : null;
  };
  const levels = new Map<Cbor, SecurityLevel>([
    ["tee", "trusted-environment"],
    ["strongbox", "strongbox"],
  ]);
  const lock = value.get("bootloader_state");
  const digest = value.get("vbmeta_digest");
  return {
    level: levels.get(value.get("security_level")) ?? null,
    locked: lock === "locked" ? true : lock === "unlocked" ? false : null,
    state: bootStates.get(value.get("vb_state")) ?? null,
    bootHash: digest instanceof Uint8Array && digest.length <= 64 ? hex(digest) : null,
    osPatchLevel: level(value, "system_patch_level", 6),
    vendorPatchLevel: level(value, "vendor_patch_level", 8),
    bootPatchLevel: level(value, "boot_patch_level", 8),
    fused: value.get("fused") === 1 ? true : value.get("fused") === 0 ? false : null,
    manufacturer: text("manufacturer"),
    model: text("model"),
    device: text("device"),
  };
}

function level(map: CborMap, name: string, digits: 6 | 8): string | null {
  const value = map.get(name);
  return typeof value === "number" ? patchLevel(value, digits) : null;
}

/** Chains of certificates for the first key, each from its root down; AOSP hardware/interfaces/security/rkp/README.md, "UDS certificates". */
async function vouchersOf(certificates: Cbor, { root }: DiceChain, crypto: Crypto) {
  if (!isCborMap(certificates) || certificates.size > 10) throw wrong("its certificates are no map");
  const faults: RkpFault[] = [];
  const vouchers: { signer: string; root: string }[] = [];
  for (const [name, chain] of certificates) {
    const signer = String(name).slice(0, 100);
    const key = await rootOf(chain, root, crypto);
    if (key === null) faults.push({ kind: "voucher", signer });
    else vouchers.push({ signer, root: key });
  }
  return { faults, vouchers };
}

/** SHA-256 of the root's key where each certificate signed the next, and the last one is for this key; else null. */
async function rootOf(chain: Cbor, key: CoseKey, crypto: Crypto): Promise<string | null> {
  if (!Array.isArray(chain) || chain.length === 0 || chain.length > 10) return null;
  try {
    const links = (chain as readonly Cbor[]).map((each) => {
      if (!(each instanceof Uint8Array)) throw wrong("a certificate is none");
      return readLink(each);
    });
    for (const [at, link] of links.entries())
      if (!(await isSignedBy(link, links[Math.max(0, at - 1)] ?? link, crypto))) return null;
    const [first, last] = [links[0]?.body.publicKey, links.at(-1)?.body.publicKey];
    if (first === undefined || last === undefined || hex(last) !== hex(key.spki)) return null;
    return hex(await crypto.digest("sha256", first));
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}
