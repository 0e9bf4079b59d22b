import { readFile, stat } from "node:fs/promises";
import { DeviceError, FormatError } from "../core/errors.ts";
import { nodeCrypto } from "../device/node-crypto.ts";
import { attestationRoots } from "../feeds/attestation-roots.ts";
import { type RevokedAttestationKeys, revokedAttestationKeys } from "../feeds/revoked-attestation-keys.ts";
import {
  type AttestationFault,
  type AttestationVerdict,
  readPemChain,
  verifyAttestationChain,
} from "../formats/attestation-chain.ts";
import type { KeyAttestation } from "../formats/key-attestation.ts";
import { listInUse } from "./list-in-use.ts";

export type { AttestationFault } from "../formats/attestation-chain.ts";

/**
 * What an attestation is worth. `proven`: a phone's hardware made it. `not-looked-up`: the same, but nobody could look up whether its keys were
 * taken back. `not-proven`: for the faults that are told.
 */
export type AttestationState = "proven" | "not-looked-up" | "not-proven";

/** A judged attestation: `candor.attestation/1`. */
export interface Attestation extends Omit<AttestationVerdict, "says"> {
  readonly schema: "candor.attestation/1";
  readonly file: string;
  /** ISO 8601 in UTC: the moment at which the certificates had to be valid. */
  readonly at: string;
  readonly state: AttestationState;
  /** What the statement says; believe it only where `state` is not `not-proven`. The challenge in hexadecimal. */
  readonly says: (Omit<KeyAttestation, "challenge"> & { readonly challenge: string }) | null;
  /** Day of the list of keys taken back; null where there is none here. */
  readonly revocationsOf: string | null;
}

const maxBytes = 1_000_000;

/**
 * Verifies an attestation that was made elsewhere: a PEM file with the key's certificate first and the root last.
 *
 * @param question `challenge` in hexadecimal where it is known; `at` in epoch milliseconds.
 * @throws DeviceError `unreadable`
 */
export async function verifyAttestation(
  path: string,
  question: { readonly challenge?: string | undefined; readonly at: number },
  dataFolder: string,
): Promise<Attestation> {
  const chain = await chainIn(path);
  const list = await listInUse(dataFolder, revokedAttestationKeys);
  const revoked = list.loaded?.value as RevokedAttestationKeys | undefined;
  const { says, ...verdict } = await verifyAttestationChain(
    chain,
    {
      roots: (attestationRoots.embedded?.value.roots ?? []).map(({ name, publicKey }) => ({
        name,
        publicKey: Buffer.from(publicKey, "base64"),
      })),
      revoked: revoked === undefined ? null : new Map(revoked.keys.map((key) => [key.serial, key])),
      at: question.at,
      challenge: question.challenge === undefined ? undefined : Buffer.from(question.challenge, "hex"),
    },
    nodeCrypto,
  );
  return {
    schema: "candor.attestation/1",
    file: path,
    at: new Date(question.at).toISOString(),
    state: stateOf(verdict.faults),
    ...verdict,
    says: says && { ...says, challenge: Buffer.from(says.challenge).toString("hex") },
    revocationsOf: list.loaded?.date ?? null,
  };
}

function stateOf(faults: readonly AttestationFault[]): AttestationState {
  if (faults.length === 0) return "proven";
  return faults.every(({ kind }) => kind === "revocation-unknown") ? "not-looked-up" : "not-proven";
}

async function chainIn(path: string): Promise<readonly Uint8Array[]> {
  try {
    if ((await stat(path)).size > maxBytes) throw new FormatError("attestation", "the file is larger than 1 MB");
    return readPemChain(await readFile(path, "latin1"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DeviceError(
      "unreadable",
      `${path} cannot be read as an attestation: ${reason}.`,
      "Give a PEM file with the chain of certificates, the key's first and the root last.",
    );
  }
}
