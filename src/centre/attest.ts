import { readFile, stat } from "node:fs/promises";
import { DeviceError, FormatError } from "../core/errors.ts";
import { nodeCrypto } from "../device/node-crypto.ts";
import { type AttestationRoot, attestationRoots } from "../feeds/attestation-roots.ts";
import { type RevokedAttestationKeys, revokedAttestationKeys } from "../feeds/revoked-attestation-keys.ts";
import {
  type AttestationFault,
  type AttestationVerdict,
  readPemChain,
  verifyAttestationChain,
} from "../formats/attestation-chain.ts";
import { base64 } from "../formats/base64.ts";
import type { KeyAttestation } from "../formats/key-attestation.ts";
import { type RkpVerdict, verifyRkpRequest } from "../formats/rkp-request.ts";
import { listInUse } from "./list-in-use.ts";

export type { AttestationFault } from "../formats/attestation-chain.ts";

/**
 * What an attestation is worth. `proven`: a phone's hardware made it. `not-looked-up`: the same, but nobody could look up whether its keys were
 * taken back. `not-proven`: for the faults that are told.
 */
export type AttestationState = "proven" | "not-looked-up" | "not-proven";

/** What a chain of certificates proves, safe for JSON. */
export interface ChainVerdict extends Omit<AttestationVerdict, "says"> {
  /** ISO 8601 in UTC: the moment at which the certificates had to be valid. */
  readonly at: string;
  readonly state: AttestationState;
  /** What the statement says; believe it only where `state` is not `not-proven`. The challenge in hexadecimal. */
  readonly says: (Omit<KeyAttestation, "challenge"> & { readonly challenge: string }) | null;
  /** Day of the list of keys taken back; null where there is none here. */
  readonly revocationsOf: string | null;
}

/** A judged attestation of a file: `candor.attestation/1`. */
export interface Attestation extends ChainVerdict {
  readonly schema: "candor.attestation/1";
  readonly file: string;
}

/** A judged request for attestation keys of a file: `candor.attestation-request/1`. */
export interface JudgedRequest extends RkpVerdict {
  readonly schema: "candor.attestation-request/1";
  readonly file: string;
}

const maxBytes = 1_000_000;

/** What an attestation is held against. */
export interface AttestationQuestion {
  /** In hexadecimal, where it is known. */
  readonly challenge?: string | undefined;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Roots that are trusted besides Google's. */
  readonly moreRoots?: readonly AttestationRoot[] | undefined;
}

/**
 * Verifies an attestation that was made elsewhere: a PEM file with the key's certificate first and the root last, or a phone's request for
 * attestation keys, as `candor attest --save` writes it or in base64 alone.
 *
 * @throws DeviceError `unreadable`
 */
export async function verifyAttestation(
  path: string,
  question: AttestationQuestion,
  dataFolder: string,
): Promise<Attestation | JudgedRequest> {
  const text = await textOf(path);
  try {
    const request = requestIn(text);
    if (request !== undefined) {
      const verdict = await judgeRequest(request, question.challenge);
      return { schema: "candor.attestation-request/1", file: path, ...verdict };
    }
    const verdict = await judgeChain(readPemChain(text), question, dataFolder);
    return { schema: "candor.attestation/1", file: path, ...verdict };
  } catch (error) {
    if (error instanceof FormatError) throw unreadable(path, error.message);
    throw error;
  }
}

/** Judges a chain of certificates with the roots and the list of keys taken back that are here. */
export async function judgeChain(
  chain: readonly Uint8Array[],
  question: AttestationQuestion,
  dataFolder: string,
): Promise<ChainVerdict> {
  const list = await listInUse(dataFolder, revokedAttestationKeys);
  const revoked = list.loaded?.value as RevokedAttestationKeys | undefined;
  const roots = [...(attestationRoots.embedded?.value.roots ?? []), ...(question.moreRoots ?? [])];
  const { says, ...verdict } = await verifyAttestationChain(
    chain,
    {
      roots: roots.map(({ name, publicKey }) => ({ name, publicKey: Buffer.from(publicKey, "base64") })),
      revoked: revoked === undefined ? null : new Map(revoked.keys.map((key) => [key.serial, key])),
      at: question.at,
      challenge: question.challenge === undefined ? undefined : Buffer.from(question.challenge, "hex"),
    },
    nodeCrypto,
  );
  return {
    at: new Date(question.at).toISOString(),
    state: stateOf(verdict.faults),
    ...verdict,
    says: says && { ...says, challenge: Buffer.from(says.challenge).toString("hex") },
    revocationsOf: list.loaded?.date ?? null,
  };
}

/** Judges a phone's request for attestation keys; `challenge` in hexadecimal. */
export async function judgeRequest(request: Uint8Array, challenge: string | undefined): Promise<RkpVerdict> {
  const wanted = challenge === undefined ? undefined : Buffer.from(challenge, "hex");
  return await verifyRkpRequest(request, { challenge: wanted }, nodeCrypto);
}

function stateOf(faults: readonly AttestationFault[]): AttestationState {
  if (faults.length === 0) return "proven";
  return faults.every(({ kind }) => kind === "revocation-unknown") ? "not-looked-up" : "not-proven";
}

/** The lines around a request in a file that Candor saved. */
export const requestMarks = [
  "-----BEGIN REMOTE PROVISIONING REQUEST-----",
  "-----END REMOTE PROVISIONING REQUEST-----",
] as const;

/** A request in a text without certificates; undefined where there is none. */
function requestIn(text: string): Uint8Array | undefined {
  if (text.includes("-----BEGIN CERTIFICATE-----")) return undefined;
  const [begin, end] = requestMarks;
  const body = text.split(begin)[1]?.split(end)[0] ?? text;
  const bytes = base64(body.replaceAll(/\s+/g, ""));
  return bytes === undefined || bytes.length < 100 ? undefined : bytes;
}

async function textOf(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > maxBytes) throw new FormatError("attestation", "the file is larger than 1 MB");
    return await readFile(path, "latin1");
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(path: string, reason: string): DeviceError {
  return new DeviceError(
    "unreadable",
    `${path} cannot be read as an attestation: ${reason}.`,
    "Give a PEM file with the chain of certificates, the key's first and the root last, or a request as candor attest saves it.",
  );
}
