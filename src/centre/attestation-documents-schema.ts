import * as z from "zod";
import {
  type AskedHardware,
  attestationRoutes,
  type HardwareAnswer,
  hardwareReasons,
  hardwareSchema,
  hardwareWorths,
  pinChanges,
} from "../facts/attestation.ts";
import { securityLevels, verifiedBootStates } from "../formats/key-attestation.ts";
import type { Attestation, JudgedRequest } from "./attest.ts";
import type { PhoneAttestation } from "./attest-phone.ts";
import { phone } from "./change-documents-schema.ts";
import { count, day, digest, nullable, type Same } from "./schema-parts.ts";

const time = z.iso.datetime();
const level = nullable(z.string()).describe("yyyy-mm or yyyy-mm-dd; null where the hardware does not tell");
const securityLevel = z.enum(securityLevels);
const bootState = z.enum(verifiedBootStates);
const route = z.enum(attestationRoutes);
const levels = { osPatchLevel: level, vendorPatchLevel: level, bootPatchLevel: level };
const locked = nullable(z.boolean());

const certificate = count.describe("Counted from 0 at the key's own");
const chainFault = z.union([
  z.object({ kind: z.literal("unreadable"), certificate, reason: z.string() }),
  z.object({ kind: z.enum(["signature", "issuer", "not-yet-valid", "expired"]), certificate }),
  z.object({ kind: z.enum(["revoked", "suspended"]), certificate, reason: z.string() }),
  z.object({
    kind: z.enum(["revocation-unknown", "root", "no-attestation", "extended", "challenge", "software"]),
  }),
]);

const chainVerdict = z.object({
  at: time.describe("When the certificates had to be valid"),
  state: z.enum(["proven", "not-looked-up", "not-proven"]),
  faults: z.array(chainFault),
  says: nullable(
    z.object({
      ...{ version: count, level: securityLevel, keyLevel: securityLevel },
      challenge: z.string().describe("Hexadecimal"),
      rootOfTrust: nullable(
        z.object({ bootKey: z.string(), locked: z.boolean(), state: bootState, bootHash: nullable(z.string()) }),
      ),
      ...{ osVersion: nullable(count), ...levels, createdAt: nullable(count), generatedInside: nullable(z.boolean()) },
    }),
  ).describe("Believe it only where the state is not “not-proven”"),
  root: nullable(z.string()),
  certificates: z.array(
    z.object({
      ...{ subject: z.string(), serial: z.string() },
      ...{ notBefore: nullable(z.string()), notAfter: nullable(z.string()) },
    }),
  ),
  revocationsOf: nullable(day).describe("Of the list of keys taken back"),
});

/** What `candor attest verify --json` prints of a chain of certificates. */
export const attestationDocument = z
  .object({ schema: z.literal("candor.attestation/1"), file: z.string(), ...chainVerdict.shape })
  .describe("What a chain of certificates of a phone's hardware proves");

const link = count.describe("Counted from 0 at the first stage");
const requestFault = z.union([
  z.object({ kind: z.enum(["dice-signature", "dice-issuer"]), link }),
  z.object({ kind: z.literal("unreadable"), reason: z.string() }),
  z.object({ kind: z.literal("encrypted") }),
  z.object({ kind: z.enum(["request-signature", "challenge"]) }),
  z.object({ kind: z.literal("voucher"), signer: z.string() }),
]);

const requestVerdict = z.object({
  faults: z.array(requestFault),
  says: nullable(
    z.object({
      ...{ level: nullable(securityLevel), locked, state: nullable(bootState), bootHash: nullable(z.string()) },
      ...{ ...levels, fused: nullable(z.boolean()) },
      ...{ manufacturer: nullable(z.string()), model: nullable(z.string()), device: nullable(z.string()) },
    }),
  ),
  identity: nullable(digest).describe("Of the key that the phone was made with"),
  degenerate: z.boolean().describe("The phone signs itself by one key: nothing of its start is measured"),
  links: z.array(
    z.object({
      ...{ issuer: z.string(), subject: z.string(), component: nullable(z.string()) },
      mode: nullable(z.enum(["not-configured", "normal", "debug", "recovery"])),
      securityVersion: nullable(count),
    }),
  ),
  vouchers: z.array(z.object({ signer: z.string(), root: digest })),
});

/** What `candor attest verify --json` prints of a request for attestation keys. */
export const attestationRequestDocument = z
  .object({ schema: z.literal("candor.attestation-request/1"), file: z.string(), ...requestVerdict.shape })
  .describe("What a phone's request for attestation keys proves; nobody that is known vouches for its first key");

const statement = z.object({
  ...{ route, locked, state: nullable(bootState), ...levels },
  bootHash: nullable(z.string()),
});
const word = {
  worth: z.enum(hardwareWorths),
  reasons: z.array(z.object({ code: z.enum(hardwareReasons), route, detail: z.string() })),
  statements: z.array(statement),
};
const leftOnPhone = nullable(z.string()).describe("Where a program could not be removed");

/** What `candor attest --json` prints. */
export const phoneAttestationDocument = z
  .object({
    ...{ schema: z.literal("candor.phone-attestation/1"), at: time, phone },
    routes: z.array(
      z.union([
        z.object({ route, obtained: z.literal(false), reason: z.string(), leftOnPhone }),
        z.object({
          ...{ route: z.literal("csr"), obtained: z.literal(true), sha256: digest },
          ...{ verdict: requestVerdict, leftOnPhone },
        }),
        z.object({
          ...{ route: z.literal("app_process"), obtained: z.literal(true), sha256: digest },
          ...{ verdict: chainVerdict, leftOnPhone },
        }),
      ]),
    ),
    ...word,
    differences: z.array(
      z.object({
        kind: z.enum(["lock", "state", "os-level", "vendor-level", "boot-hash"]),
        ...{ property: z.string(), said: z.string(), hardware: z.string() },
      }),
    ),
    pin: z.object({
      state: z.enum(["first", "same", "changed", "unknown"]),
      ...{ since: nullable(time), changed: z.array(z.enum(pinChanges)) },
    }),
    kept: z.union([z.literal(true), z.string()]).describe("Whether it is kept for examinations; else why not"),
  })
  .describe("What a phone's hardware vouches for, what that is worth, and what the system says otherwise");

const asked = z.object({
  ...{ at: time, build: nullable(z.string()), ...word },
  pin: nullable(z.object({ since: time, changed: z.array(z.enum(pinChanges)) })),
  silent: nullable(
    z.object({ routes: z.array(z.enum(attestationRoutes)), answered: time, since: time, at: time }),
  ).describe("Ways that gave an answer before and give none any more"),
});

/** The fact `attestation`. */
export const hardwareDocument = z
  .object({ schema: z.literal(hardwareSchema), unread: nullable(z.string()), asked: nullable(asked) })
  .describe("What a phone's hardware vouched for when it was asked last");

/** Proof for the compiler alone: the schemas and the types say the same. */
export const attestationDocumentsMatchTypes: [
  Same<z.infer<typeof attestationDocument>, Attestation>,
  Same<z.infer<typeof attestationRequestDocument>, JudgedRequest>,
  Same<z.infer<typeof phoneAttestationDocument>, PhoneAttestation>,
  Same<z.infer<typeof asked>, AskedHardware>,
  Same<z.infer<typeof hardwareDocument>, HardwareAnswer>,
] = [true, true, true, true, true];
