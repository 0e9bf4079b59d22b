import { FormatError } from "../core/errors.ts";
import { type Asn1, asn1Child, asn1Children, asn1Content, asn1Octets, asn1Tags, readAsn1 } from "./asn1.ts";

/** Object identifier of the extension that holds a KeyDescription. */
export const keyAttestationOid = "1.3.6.1.4.1.11129.2.1.17";

/** Where something is kept or was made, weakest first. */
export const securityLevels = ["software", "trusted-environment", "strongbox"] as const;
export type SecurityLevel = (typeof securityLevels)[number];

/** What the bootloader found of the system: `verified` by the maker's key, `self-signed` by a key the owner put in, `unverified`, `failed`. */
export const verifiedBootStates = ["verified", "self-signed", "unverified", "failed"] as const;
export type VerifiedBootState = (typeof verifiedBootStates)[number];

/** What a key's hardware says of the phone that it is in; AOSP hardware/interfaces/security/keymint/aidl/…/KeyCreationResult.aidl. */
export interface KeyAttestation {
  /** 1–4 for Keymaster 2–4.1, 100 and up for KeyMint. */
  readonly version: number;
  /** Of who signed the statement, and of who keeps the key. */
  readonly level: SecurityLevel;
  readonly keyLevel: SecurityLevel;
  /** As given when the key was made: proves that it was not made before. */
  readonly challenge: Uint8Array;
  /** Null where the hardware does not tell; only what it enforces itself counts. */
  readonly rootOfTrust: RootOfTrust | null;
  /** `140000` for Android 14; 0 where the system has no version. */
  readonly osVersion: number | null;
  /** yyyy-mm, of the system. */
  readonly osPatchLevel: string | null;
  /** yyyy-mm-dd, of the maker's parts and of the boot image. */
  readonly vendorPatchLevel: string | null;
  readonly bootPatchLevel: string | null;
  /** Epoch milliseconds, by the phone's clock. */
  readonly createdAt: number | null;
  /** Whether the key was generated inside, by its `origin`. */
  readonly generatedInside: boolean | null;
}

/** What the phone was booted from. */
export interface RootOfTrust {
  /** Lower-case hexadecimal; all zeros on a phone that is unlocked. */
  readonly bootKey: string;
  readonly locked: boolean;
  readonly state: VerifiedBootState;
  /** Digest over all verified partitions; null before version 3. */
  readonly bootHash: string | null;
}

/**
 * Reads a KeyDescription: the content of the extension, without its OCTET STRING.
 *
 * @throws FormatError for anything else.
 */
export function readKeyAttestation(extension: Uint8Array): KeyAttestation {
  const whole = readAsn1(extension);
  const fields = asn1Children(whole);
  if (whole.tag !== asn1Tags.sequence || fields.length !== 8 || whole.end !== extension.length)
    throw new FormatError("key-attestation", "it has not the eight fields of a KeyDescription");
  const hardware = authorizations(asn1Child(fields, 7, asn1Tags.sequence, "the list of what the hardware enforces"));
  const software = authorizations(asn1Child(fields, 6, asn1Tags.sequence, "the list of what the software enforces"));
  const number = (tag: number, list = hardware) => {
    const value = list.get(tag);
    return value === undefined ? null : wholeNumber(value, asn1Tags.integer);
  };
  const origin = number(702);
  const root = hardware.get(704);
  return {
    version: wholeNumber(fields[0], asn1Tags.integer),
    level: oneOf(securityLevels, fields[1], "security level"),
    keyLevel: oneOf(securityLevels, fields[3], "security level"),
    challenge: asn1Octets(asn1Child(fields, 4, asn1Tags.octetString, "the challenge")),
    rootOfTrust: root === undefined ? null : rootOfTrust(root),
    osVersion: number(705),
    osPatchLevel: patchLevel(number(706), 6),
    vendorPatchLevel: patchLevel(number(718), 8),
    bootPatchLevel: patchLevel(number(719), 8),
    createdAt: number(701, software) ?? number(701),
    generatedInside: origin === null ? null : origin === 0,
  };
}

const enumerated = 0x0a;

/** Fields of an AuthorizationList by their number; each is wrapped in a tag of its own. A second one of a number is refused. */
function authorizations(list: Asn1): ReadonlyMap<number, Asn1> {
  const found = new Map<number, Asn1>();
  for (const field of asn1Children(list)) {
    if ((field.tag & 0xe0) !== 0xa0) throw new FormatError("key-attestation", "a field of a list has no number");
    if (found.has(field.number)) throw new FormatError("key-attestation", "a field of a list stands there twice");
    const [value] = asn1Children(field);
    if (value !== undefined) found.set(field.number, value);
  }
  return found;
}

function rootOfTrust(value: Asn1): RootOfTrust {
  const [key, locked, state, hash] = asn1Children(value);
  if (key?.tag !== asn1Tags.octetString || locked?.tag !== asn1Tags.boolean)
    throw new FormatError("key-attestation", "its root of trust has no boot key or no lock");
  return {
    bootKey: hex(asn1Content(key)),
    locked: asn1Content(locked)[0] !== 0,
    state: oneOf(verifiedBootStates, state, "state of verified boot"),
    bootHash: hash === undefined ? null : hex(asn1Octets(hash)),
  };
}

function oneOf<T>(names: readonly T[], element: Asn1 | undefined, what: string): T {
  const name = names[wholeNumber(element, enumerated)];
  if (name === undefined) throw new FormatError("key-attestation", `it names a ${what} that is not known`);
  return name;
}

/** A number that is not negative, up to 2⁵³. */
function wholeNumber(element: Asn1 | undefined, tag: number): number {
  const content = element?.tag === tag ? asn1Content(element) : new Uint8Array();
  if (content.length === 0 || (content[0] as number) > 0x7f)
    throw new FormatError("key-attestation", "a number is missing or negative");
  const value = content.reduce((sum, byte) => sum * 256 + byte, 0);
  if (!Number.isSafeInteger(value)) throw new FormatError("key-attestation", "a number is too large");
  return value;
}

/** yyyymm or yyyymmdd as a date; null where the hardware says 0. @throws FormatError for anything else */
export function patchLevel(value: number | null, digits: 6 | 8): string | null {
  if (value === null || value === 0) return null;
  const text = String(value);
  const [, year, month, day] = /^(20[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])?$/.exec(text) ?? [];
  // Some makers give the system's level where a day belongs, and the other way round.
  if (year === undefined || month === undefined || (text.length !== 6 && text.length !== 8))
    throw new FormatError("key-attestation", "a patch level is no date");
  return digits === 6 || day === undefined || day === "00" ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
