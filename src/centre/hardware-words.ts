import { refuting, unprovenSentence } from "../checks/wording/hardware-reasons.ts";
import type { AskedHardware } from "../facts/attestation.ts";

const refutations: Readonly<Record<string, string>> = {
  signature: "A signature is wrong.",
  challenge: "It was made for another question: an old or a foreign answer was shown.",
  revoked: "The key that vouches was taken back by Google: it leaked, or its hardware is broken.",
  extended: "Certificates were added below the hardware's own; an app can do that.",
};

/** Why the hardware's word is worth less than a proof, as a sentence. */
export function unprovenWords(reason: AskedHardware["reasons"][number]): string {
  return refuting.has(reason.code) ? (refutations[reason.code] ?? reason.code) : unprovenSentence(reason);
}
