import { FormatError } from "../core/errors.ts";
import { type Cbor, type CborKey, type CborMap, isCborMap, readCbor } from "./cbor.ts";
import { writeCbor } from "./cbor-writer.ts";
import type { Crypto, DigestName, SignatureMethod, VerifyOutcome } from "./crypto.ts";

/** The kinds of public key that Android's components sign requests with. */
export type CoseKeyKind = "ed25519" | "p-256" | "p-384";

/** A public key. */
export interface CoseKey {
  readonly kind: CoseKeyKind;
  /** SubjectPublicKeyInfo, DER: one encoding of one key, however it was written. */
  readonly spki: Uint8Array<ArrayBuffer>;
}

/** A signed text; RFC 9052 §4.2. */
export interface CoseSign1 {
  /** The protected header as it was signed. */
  readonly header: Uint8Array;
  /** Number of the algorithm by IANA; null where the header names none. */
  readonly algorithm: number | null;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

const wrong = (what: string) => new FormatError("cose", what);

/** Labels of RFC 9052 §7.1 and RFC 9053 §7. */
const labels = { type: 1, algorithm: 3, operations: 4, curve: -1, x: -2, y: -3 } as const;

interface Kind {
  readonly type: number;
  readonly curve: number;
  readonly algorithm: number;
  /** Bytes of a coordinate. */
  readonly size: number;
  readonly digest: DigestName;
  /** What stands before the key in a SubjectPublicKeyInfo: RFC 8410 §4, RFC 5480 §2. */
  readonly prefix: readonly number[];
}

const ecKey = [0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const kinds: Readonly<Record<CoseKeyKind, Kind>> = {
  ed25519: {
    ...{ type: 1, curve: 6, algorithm: -8, size: 32, digest: "sha512" },
    prefix: [0x30, 42, 0x30, 5, 0x06, 3, 0x2b, 0x65, 0x70, 0x03, 33, 0],
  },
  "p-256": {
    ...{ type: 2, curve: 1, algorithm: -7, size: 32, digest: "sha256" },
    prefix: [0x30, 89, 0x30, 19, ...ecKey, 0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7, 0x03, 66, 0, 4],
  },
  "p-384": {
    ...{ type: 2, curve: 2, algorithm: -35, size: 48, digest: "sha384" },
    prefix: [0x30, 118, 0x30, 16, ...ecKey, 0x06, 5, 0x2b, 0x81, 0x04, 0, 34, 0x03, 98, 0, 4],
  },
};

/** The key of a COSE_Key (RFC 9052 §7) that verifies signatures. @throws FormatError for other kinds, and for what is malformed */
export function readCoseKey(value: Cbor): CoseKey {
  if (!isCborMap(value)) throw wrong("a key is no map");
  const found = Object.entries(kinds).find(
    ([, { type, curve }]) => value.get(labels.type) === type && value.get(labels.curve) === curve,
  );
  if (found === undefined) throw wrong("a key is of a kind that is not known");
  const [kind, { algorithm, size, prefix }] = found as [CoseKeyKind, Kind];
  if (value.has(labels.algorithm) && value.get(labels.algorithm) !== algorithm)
    throw wrong("a key is not for signatures of its kind");
  const operations = value.get(labels.operations);
  if (operations !== undefined && ![operations].flat().includes(2)) throw wrong("a key may not verify");
  const x = coordinate(value, labels.x, size);
  const y = kind === "ed25519" ? new Uint8Array() : coordinate(value, labels.y, size);
  return { kind, spki: Uint8Array.of(...prefix, ...x, ...y) };
}

/** A coordinate at its full length: some phones leave zeros at its front out, some write one more. */
function coordinate(key: CborMap, label: CborKey, size: number): Uint8Array {
  const value = key.get(label);
  if (!(value instanceof Uint8Array) || value.length === 0) throw wrong("a key has no point");
  const extra = value.length - size;
  if (extra > 1 || (extra === 1 && value[0] !== 0)) throw wrong("a key's point is too long");
  const bytes = new Uint8Array(size);
  bytes.set(extra > 0 ? value.subarray(extra) : value, extra < 0 ? -extra : 0);
  return bytes;
}

/** A COSE_Sign1 of RFC 9052 §4.2, with its tag or without. @throws FormatError */
export function readSign1(value: Cbor): CoseSign1 {
  const plain = isTagged(value) ? value.value : value;
  if (!Array.isArray(plain) || plain.length !== 4) throw wrong("a signed text has not its four parts");
  const [header, open, payload, signature] = plain as readonly Cbor[];
  if (!(header instanceof Uint8Array) || !isCborMap(open)) throw wrong("a signed text has no headers");
  if (!(payload instanceof Uint8Array)) throw wrong("a signed text is empty");
  if (!(signature instanceof Uint8Array)) throw wrong("a signed text has no signature");
  const named = header.length === 0 ? new Map<CborKey, Cbor>() : readCbor(header);
  if (!isCborMap(named)) throw wrong("a header is no map");
  // RFC 9052 §3.1: whoever does not understand what is marked critical may not accept the text.
  if (named.has(2)) throw wrong("a header demands what is not known");
  const algorithm = named.get(1);
  return { header, algorithm: typeof algorithm === "number" ? algorithm : null, payload, signature };
}

function isTagged(value: Cbor): value is Extract<Cbor, { readonly kind: "tag" }> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "tag" && value.tag === 18;
}

/** Whether a key signed it, without further data; an algorithm that is not the key's own is wrong. */
export async function verifySign1(
  { header, algorithm, payload, signature }: CoseSign1,
  { kind, spki }: CoseKey,
  crypto: Crypto,
): Promise<VerifyOutcome> {
  const { algorithm: own, digest, size } = kinds[kind];
  if (algorithm !== own || signature.length !== 2 * size) return "wrong";
  const signed = signedText(header, payload);
  const method: SignatureMethod = { key: kind === "ed25519" ? "ed25519" : "ec", digest };
  return await crypto.verify(method, spki, kind === "ed25519" ? signature : derSignature(signature), signed);
}

/** What is signed: the Sig_structure of RFC 9052 §4.4, without further data. */
export function signedText(header: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeCbor(["Signature1", header, new Uint8Array(), payload]);
}

/** Both numbers of an ECDSA signature as DER writes them (RFC 3279 §2.2.3). */
function derSignature(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = signature.length / 2;
  const body = [...derInteger(signature.subarray(0, half)), ...derInteger(signature.subarray(half))];
  return Uint8Array.of(0x30, ...(body.length < 0x80 ? [body.length] : [0x81, body.length]), ...body);
}

function derInteger(bytes: Uint8Array): readonly number[] {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first < 0 ? [0] : [...bytes.subarray(first)];
  const value = (short[0] as number) > 0x7f ? [0, ...short] : short;
  return [0x02, value.length, ...value];
}
