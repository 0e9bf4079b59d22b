import { FormatError } from "../core/errors.ts";
import { type Cbor, type CborMap, isCborMap, readCbor } from "./cbor.ts";
import { type CoseKey, readCoseKey, readSign1, verifySign1 } from "./cose.ts";
import type { Crypto } from "./crypto.ts";

/** In which mode a stage of the start ran; only `normal` holds off debuggers and other keys (Open Profile for DICE, "Mode Value Details"). */
export type DiceMode = "not-configured" | "normal" | "debug" | "recovery";

/** One stage of the phone's start, vouched for by the one before it. Texts are the phone's own. */
export interface DiceLink {
  readonly issuer: string;
  readonly subject: string;
  /** Null in a chain that measures nothing. */
  readonly mode: DiceMode | null;
  readonly component: string | null;
  /** Of the firmware; the greater, the newer. */
  readonly securityVersion: number | null;
}

/** Why a chain vouches for nothing. `link` counts from 0 at the first stage. */
export interface DiceFault {
  readonly kind: "dice-signature" | "dice-issuer";
  readonly link: number;
}

/** A chain that was read and verified. */
export interface DiceChain {
  /** The key that the phone was made with. */
  readonly root: CoseKey;
  /** The last key, which signs. */
  readonly leaf: CoseKey;
  readonly links: readonly DiceLink[];
  /** One link that signs itself: nothing of the start is measured. */
  readonly degenerate: boolean;
  readonly faults: readonly DiceFault[];
}

const maxLinks = 32;
const wrong = (what: string) => new FormatError("dice-chain", what);

/**
 * Reads a DiceCertChain and verifies that each key signed the next one; AOSP hardware/interfaces/security/rkp/aidl/…/
 * generateCertificateRequestV2.cddl. The digests of code and configuration say nothing without the maker's own list.
 *
 * @throws FormatError where it has another layout
 */
export async function readDiceChain(value: Cbor, crypto: Crypto): Promise<DiceChain> {
  if (!Array.isArray(value) || value.length < 2 || value.length > maxLinks + 1)
    throw wrong("it has no first key, no link, or too many");
  const [first, ...entries] = value as readonly Cbor[];
  const root = readCoseKey(first);
  const faults: DiceFault[] = [];
  const links: DiceLink[] = [];
  let leaf = root;
  for (const [at, entry] of entries.entries()) {
    const signed = readSign1(entry);
    if ((await verifySign1(signed, leaf, crypto)) !== "verified") faults.push({ kind: "dice-signature", link: at });
    const read = readLink(signed.payload);
    const before = links.at(-1);
    if (before !== undefined && before.subject !== read.link.issuer) faults.push({ kind: "dice-issuer", link: at });
    links.push(read.link);
    leaf = read.key;
  }
  const degenerate = entries.length === 1 && sameKey(root, leaf);
  return { root, leaf, links, degenerate, faults };
}

/** Fields of a link; RFC 8392 and the Open Profile for DICE. */
const fields = { issuer: 1, subject: 2, configuration: -4670548, mode: -4670551, key: -4670552 };
/** Fields of a stage's configuration; AOSP hardware/interfaces/security/rkp/README.md. */
const parts = { component: -70002, securityVersion: -70005 };
const modes: readonly DiceMode[] = ["not-configured", "normal", "debug", "recovery"];
function readLink(payload: Uint8Array): { readonly link: DiceLink; readonly key: CoseKey } {
  const values = mapIn(payload);
  const [issuer, subject, key] = [values.get(fields.issuer), values.get(fields.subject), values.get(fields.key)];
  if (typeof issuer !== "string" || typeof subject !== "string" || !(key instanceof Uint8Array))
    throw wrong("a link has no issuer, subject or key");
  const configuration = values.get(fields.configuration);
  const named = configuration instanceof Uint8Array ? mapOrNull(configuration) : null;
  const [component, version] = [named?.get(parts.component), named?.get(parts.securityVersion)];
  const link: DiceLink = {
    issuer: issuer.slice(0, 200),
    subject: subject.slice(0, 200),
    mode: modeOf(values.get(fields.mode)),
    component: typeof component === "string" ? component.slice(0, 200) : null,
    securityVersion: typeof version === "number" && version >= 0 ? version : null,
  };
  return { link, key: readCoseKey(readCbor(key)) };
}

/** One byte; some phones write a number instead. */
function modeOf(value: Cbor): DiceMode | null {
  if (value === undefined) return null;
  const number = value instanceof Uint8Array && value.length === 1 ? value[0] : value;
  return modes[typeof number === "number" ? number : 0] ?? "not-configured";
}

function mapIn(bytes: Uint8Array): CborMap {
  const value = readCbor(bytes);
  if (!isCborMap(value)) throw wrong("a link is no map");
  return value;
}

/** The first stage may describe itself in a way of its own. */
function mapOrNull(bytes: Uint8Array): CborMap | null {
  try {
    return mapIn(bytes);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function sameKey(a: CoseKey, b: CoseKey): boolean {
  return a.spki.length === b.spki.length && a.spki.every((byte, at) => byte === b.spki[at]);
}
