import type { AskedHardware, HardwareReason } from "../../facts/attestation.ts";

/** Reasons that are no lack of proof, but a sign that something was altered, is an old answer, or is not to be trusted any more. */
export const refuting: ReadonlySet<HardwareReason> = new Set(["signature", "challenge", "revoked", "extended"]);

const sentences: Readonly<Partial<Record<HardwareReason, string>>> = {
  suspended: "Google has suspended the key that vouches.",
  "not-looked-up":
    "Whether the hardware's keys were taken back was not looked up: candor feeds update revoked-attestation-keys",
  unvouched: "The hardware's key signed without a fault, but nobody that is known vouches for that key.",
  software: "The phone keeps its keys in software, so no hardware vouches for anything.",
  root: "The chain of keys ends in a root that is none of Google's.",
  dates: "A certificate of the hardware's keys was not valid at the time.",
  unreadable: "What the phone gave as its hardware's word cannot be read.",
  encrypted: "This phone's hardware makes its requests in an older form, which only Google's servers can read.",
  "no-statement": "The key store gave a key, and no statement of the hardware about it.",
};

/** A reason in a sentence, of those that do not refute. */
export function unprovenSentence({ code, detail }: AskedHardware["reasons"][number]): string {
  return sentences[code] ?? `The phone's hardware could not be asked: ${detail}`;
}
