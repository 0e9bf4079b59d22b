import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { clippedText, flag, list, members, nullable, oneOf, type Shape, text } from "../formats/json-shape.ts";

/** Ways in which the hardware is asked: a request for attestation keys, and a key that the key store attests for a program of Candor's. */
export const attestationRoutes = ["csr", "app_process"] as const;
export type AttestationRoute = (typeof attestationRoutes)[number];

/**
 * What the hardware's word is worth. `proven`: up to a root that is known. `not-looked-up`: the same, but nobody could look up whether keys were
 * taken back. `unvouched`: signed without a fault by a key that nobody known vouches for. `software`: no hardware made it. `refuted`: it was
 * altered, or made for somebody else. `not-proven`: for other reasons. `not-obtained`: the phone gave none.
 */
export const hardwareWorths = [
  "refuted",
  "proven",
  "not-looked-up",
  "unvouched",
  "software",
  "not-proven",
  "not-obtained",
] as const;
export type HardwareWorth = (typeof hardwareWorths)[number];

/** Why the hardware's word is worth less than a proof. The first four say that it is a deceit or a fault. */
export const hardwareReasons = [
  "signature",
  "challenge",
  "revoked",
  "extended",
  "suspended",
  "not-looked-up",
  "unvouched",
  "software",
  "root",
  "dates",
  "unreadable",
  "encrypted",
  "no-statement",
  "refused",
] as const;
export type HardwareReason = (typeof hardwareReasons)[number];

/** What the hardware says of the phone's start; null where it does not tell. */
export interface HardwareStatement {
  readonly route: AttestationRoute;
  readonly locked: boolean | null;
  readonly state: "verified" | "self-signed" | "unverified" | "failed" | null;
  /** yyyy-mm. */
  readonly osPatchLevel: string | null;
  /** yyyy-mm-dd; of some makers yyyy-mm. */
  readonly vendorPatchLevel: string | null;
  readonly bootPatchLevel: string | null;
  /** Digest over all verified partitions, lower-case hexadecimal. */
  readonly bootHash: string | null;
}

/** What differs from what the hardware said when it was first asked, or from the newest that it said. */
export const pinChanges = ["identity", "boot-key", "os-level", "vendor-level", "boot-level"] as const;
export type PinChange = (typeof pinChanges)[number];

/** The last time that this phone's hardware was asked by Candor on this computer. */
export interface AskedHardware {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Fingerprint of the system then; null where it was not told. */
  readonly build: string | null;
  readonly worth: HardwareWorth;
  /** `detail`: outside text, what the phone answered; else empty. */
  readonly reasons: readonly {
    readonly code: HardwareReason;
    readonly route: AttestationRoute;
    readonly detail: string;
  }[];
  readonly statements: readonly HardwareStatement[];
  /** When the hardware was first asked, and what differs since; null where nothing was there to be remembered. */
  readonly pin: { readonly since: string; readonly changed: readonly PinChange[] } | null;
  /** Ways that gave an answer before and give none any more; null where there is no such. */
  readonly silent: HardwareSilence | null;
}

/** That the phone gives no answer any more where it gave one. All times ISO 8601 in UTC. */
export interface HardwareSilence {
  readonly routes: readonly AttestationRoute[];
  /** When it last answered. */
  readonly answered: string;
  /** When it was first and last asked in vain. */
  readonly since: string;
  readonly at: string;
}

/** What `candor attestation` answers. */
export interface HardwareAnswer {
  readonly schema: typeof hardwareSchema;
  /** Why it cannot be told, in a sentence; null where it can. */
  readonly unread: string | null;
  /** Null where the hardware of this phone was never asked. */
  readonly asked: AskedHardware | null;
}

export const hardwareSchema = "candor.hardware/1";

const time = text(40, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
const level = nullable(text(10, /^\d{4}-\d\d(?:-\d\d)?$/));
const route = oneOf(...attestationRoutes);

const statementShape = members<HardwareStatement>({
  route,
  locked: nullable(flag),
  state: nullable(oneOf("verified", "self-signed", "unverified", "failed")),
  osPatchLevel: level,
  vendorPatchLevel: level,
  bootPatchLevel: level,
  bootHash: nullable(text(128, /^[0-9a-f]*$/)),
});

const wholeAsked = members<AskedHardware>({
  at: time,
  build: nullable(clippedText(300)),
  worth: oneOf(...hardwareWorths),
  reasons: list(members({ code: oneOf(...hardwareReasons), route, detail: clippedText(500) }), 100),
  statements: list(statementShape, 2),
  pin: nullable(members({ since: time, changed: list(oneOf(...pinChanges), 10) })),
  silent: nullable(members<HardwareSilence>({ routes: list(route, 2), answered: time, since: time, at: time })),
});

/** Checks what is kept of an answer of the hardware; what was kept before silence was noticed tells of none. @throws FormatError */
export const askedShape: Shape<AskedHardware> = (value, where) =>
  wholeAsked(typeof value === "object" && value !== null ? { silent: null, ...value } : value, where);

const answerShape = members<HardwareAnswer>({
  schema: oneOf(hardwareSchema),
  unread: nullable(clippedText(1000)),
  asked: nullable(askedShape),
});

/** What the phone's hardware vouched for when Candor asked it last. Answered from what Candor keeps, not by the phone. */
export const attestation = defineFact({
  id: "attestation",
  about: "What the phone's hardware vouched for when Candor asked it last",
  read: () => [["candor", "attestation"]],
  parse: ([answer = ""]): HardwareAnswer => {
    let document: unknown;
    try {
      document = JSON.parse(answer);
    } catch {
      throw new FormatError("attestation", "it is no JSON");
    }
    return answerShape(document, "the document");
  },
});
