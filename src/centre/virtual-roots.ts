import type { AttestationRoot } from "../feeds/attestation-roots.ts";
import { virtualPhonesRoot } from "../phone/state/key-attestation.ts";

/** The root of the virtual phones. Anybody can make its key: trust it for a virtual phone that Candor itself has started, and nowhere else. */
export const virtualRoots: readonly AttestationRoot[] = [
  { name: "Root of Candor's virtual phones", publicKey: Buffer.from(virtualPhonesRoot()).toString("base64") },
];
