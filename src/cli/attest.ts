import { type Attestation, type AttestationFault, type AttestationState, verifyAttestation } from "../centre/attest.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { type Context, columns, exitCodes, mayColor } from "./context.ts";
import { failure } from "./failure.ts";
import { paint, type Tone } from "./paint.ts";

export interface AttestVerifyFlags {
  readonly json: boolean;
  readonly challenge?: string;
  readonly at?: number;
}

/** `candor attest verify FILE`: whether a phone's hardware made it, and what it says. */
export async function attestVerify(this: Context, flags: AttestVerifyFlags, file: string): Promise<void> {
  const { stdout, env } = this.process;
  try {
    const question = { challenge: flags.challenge, at: flags.at ?? this.now() };
    const found = await verifyAttestation(file, question, this.dataFolder);
    if (flags.json) stdout.write(`${JSON.stringify(found, null, 1)}\n`);
    else {
      const lines = attestationLines(found, flags.challenge !== undefined, mayColor(stdout, env));
      stdout.write(`${lines.flatMap((line) => wrap(line, columns(stdout))).join("\n")}\n`);
    }
    this.process.exitCode = found.state === "proven" ? exitCodes.fine : exitCodes.findings;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

const verdicts: Readonly<Record<AttestationState, readonly [tone: Tone, sentence: string]>> = {
  proven: ["green", "Proven: a phone's hardware made this statement, and its keys were not taken back."],
  "not-looked-up": [
    "yellow",
    "A phone's hardware made this statement. Whether its keys were taken back was not looked up: candor feeds update revoked-attestation-keys.",
  ],
  "not-proven": ["red", "Not proven. What it says must not be believed:"],
};

function attestationLines(found: Attestation, withChallenge: boolean, color: boolean): readonly string[] {
  const [tone, sentence] = verdicts[found.state];
  const faults = found.state === "not-proven" ? found.faults : [];
  return [
    paint(sentence, tone, color),
    ...faults.map((fault) => `  ${faultSentence(fault, found)}`),
    "",
    ...saidLines(found),
    "",
    `Root: ${found.root ?? "none that is known"}`,
    ...(found.revocationsOf === null ? [] : [`List of keys taken back: ${found.revocationsOf}`]),
    ...(withChallenge ? [] : ["No challenge was given, so this may be an old statement that is shown again."]),
  ];
}

const levels = {
  software: "software",
  "trusted-environment": "the processor's trusted environment",
  strongbox: "a chip of its own (StrongBox)",
};
const states = {
  verified: "the maker's system, verified",
  "self-signed": "a system with a key of the owner's",
  unverified: "anything: the bootloader is unlocked",
  failed: "a system that failed verification",
};

function saidLines({ says }: Attestation): readonly string[] {
  if (says === null) return ["It says nothing that can be read."];
  const { rootOfTrust: root } = says;
  return [
    `Says: made by ${levels[says.level]}, the key kept by ${levels[says.keyLevel]}`,
    `  Bootloader          ${root === null ? "not told" : root.locked ? "locked" : "unlocked"}`,
    `  Booted from         ${root === null ? "not told" : states[root.state]}`,
    `  System              ${says.osPatchLevel ?? "not told"}`,
    `  Maker's parts       ${says.vendorPatchLevel ?? "not told"}`,
    `  Boot image          ${says.bootPatchLevel ?? "not told"}`,
    `  Challenge           ${says.challenge === "" ? "none" : says.challenge}`,
  ];
}

function faultSentence(fault: AttestationFault, { certificates }: Attestation): string {
  const which = "certificate" in fault ? `Certificate ${fault.certificate + 1}` : "";
  const dates = "certificate" in fault ? certificates[fault.certificate] : undefined;
  switch (fault.kind) {
    case "unreadable":
      return `${which} cannot be read: ${plainText(fault.reason)}.`;
    case "signature":
      return `${which} was not signed by the one above it.`;
    case "issuer":
      return `${which} names another issuer than the one above it.`;
    case "not-yet-valid":
      return `${which} is valid from ${dates?.notBefore ?? "a time that cannot be read"} only.`;
    case "expired":
      return `${which} was valid until ${dates?.notAfter ?? "a time that cannot be read"}.`;
    case "revoked":
      return `The key of certificate ${fault.certificate + 1} was taken back: ${fault.reason}.`;
    case "suspended":
      return `The key of certificate ${fault.certificate + 1} is suspended: ${fault.reason}.`;
    case "revocation-unknown":
      return "Whether keys were taken back was not looked up.";
    case "root":
      return "The chain ends in a root that is none of Google's.";
    case "no-attestation":
      return "No certificate holds a statement of the hardware.";
    case "extended":
      return "Certificates were added below the hardware's own; an app can do that.";
    case "challenge":
      return "It was made with another challenge.";
    case "software":
      return "Software made the statement, or keeps the key.";
  }
}
