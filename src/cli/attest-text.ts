import type { Attestation, AttestationFault, AttestationState, ChainVerdict, JudgedRequest } from "../centre/attest.ts";
import type { PhoneAttestation } from "../centre/attest-phone.ts";
import { unprovenWords } from "../centre/hardware-words.ts";
import { plainText, wrap } from "../report/plain-text.ts";
import { minute } from "./journal-text.ts";
import { paint, type Tone } from "./paint.ts";

const verdicts: Readonly<Record<AttestationState, readonly [tone: Tone, sentence: string]>> = {
  proven: ["green", "Proven: a phone's hardware made this statement, and its keys were not taken back."],
  "not-looked-up": [
    "yellow",
    "A phone's hardware made this statement. Whether its keys were taken back was not looked up: candor feeds update revoked-attestation-keys.",
  ],
  "not-proven": ["red", "Not proven. What it says must not be believed:"],
};

/** Lines of text, wrapped to a width with the indentation of each. */
export function wrapped(lines: readonly string[], width: number): string {
  const whole = lines.flatMap((line) => {
    const indent = line.length - line.trimStart().length;
    // A table's row keeps its gaps; it is short anyway.
    if (line.slice(indent).includes("   ")) return [line];
    return wrap(line.slice(indent), width - indent).map((each) => `${" ".repeat(indent)}${each}`);
  });
  return `${whole.join("\n")}\n`;
}

/** What verifying a chain of certificates found, for people. */
export function attestationLines(found: Attestation, withChallenge: boolean, color: boolean): readonly string[] {
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

/** What verifying a phone's request for attestation keys found, for people. */
export function requestLines(found: JudgedRequest, withChallenge: boolean, color: boolean): readonly string[] {
  const { faults, says, identity, degenerate, links, vouchers } = found;
  const holds = faults.length === 0;
  const verdict = holds
    ? paint(
        "Every key signed the next, and the last one this request. Nobody that is known vouches for the first.",
        "yellow",
        color,
      )
    : paint("This does not hold. What it says must not be believed:", "red", color);
  return [
    verdict,
    ...faults.map((fault) => `  ${requestFault(fault)}`),
    "",
    ...(says === null
      ? ["It says nothing that can be read."]
      : ["Says:", ...startLines(says), `  Model               ${plainText(says.model ?? "not told")}`]),
    "",
    ...(degenerate ? ["The phone signs itself by one key: nothing of its start is measured."] : []),
    ...links.map(
      ({ component, subject, mode, securityVersion }, at) =>
        `Stage ${at + 1}: ${plainText(component ?? subject)}, mode ${mode ?? "not told"}${securityVersion === null ? "" : `, security version ${securityVersion}`}`,
    ),
    ...vouchers.map(({ signer, root }) => `Vouched for by “${plainText(signer)}”, whose root has the digest ${root}`),
    ...(identity === null ? [] : [`Digest of the phone's first key: ${identity}`]),
    ...(withChallenge ? [] : ["No challenge was given, so this may be an old request that is shown again."]),
  ];
}

function requestFault(fault: JudgedRequest["faults"][number]): string {
  switch (fault.kind) {
    case "dice-signature":
      return `Stage ${fault.link + 1} was not signed by the one before it.`;
    case "dice-issuer":
      return `Stage ${fault.link + 1} names another issuer than the one before it.`;
    case "request-signature":
      return "The request was not signed by the last key.";
    case "challenge":
      return "It was made with another challenge.";
    case "encrypted":
      return "It is of the form before Android 14, which only Google's servers can read.";
    case "voucher":
      return `The certificates of “${plainText(fault.signer)}” are not for this phone's key, or do not hold.`;
    case "unreadable":
      return `It cannot be read: ${plainText(fault.reason)}.`;
  }
}

const worths: Readonly<Record<PhoneAttestation["worth"], readonly [tone: Tone, sentence: string]>> = {
  proven: ["green", "Proven: the phone's hardware made this statement now, and its keys were not taken back."],
  "not-looked-up": ["yellow", "The phone's hardware made this statement now:"],
  unvouched: [
    "yellow",
    "Not proven, and not contradicted: the statement holds by itself, and nobody that is known vouches for its key.",
  ],
  software: ["yellow", "Not proven: no hardware made this statement."],
  "not-proven": ["yellow", "Not proven:"],
  "not-obtained": ["yellow", "The phone's hardware did not vouch for anything:"],
  refuted: ["red", "What the phone gave as its hardware's word does not hold. It must not be believed:"],
};

const routeNames = { csr: "by a request for keys", app_process: "by a key of the key store" } as const;

/** What a phone's hardware said, for people. */
export function phoneAttestationLines(found: PhoneAttestation, color: boolean): readonly string[] {
  const { phone, at, worth, reasons, routes, statements } = found;
  const [tone, sentence] = worths[worth];
  const missing = routes.flatMap((each) => (each.obtained || worth === "not-obtained" ? [] : [each]));
  return [
    `${plainText(phone.model ?? "The phone")} (${plainText(phone.serial)}), asked ${minute(at)} UTC`,
    "",
    paint(sentence, tone, color),
    ...[...new Set(reasons.map(unprovenWords))].map((each) => `  ${plainText(each)}`),
    ...statementLines(statements),
    ...rootLines(routes),
    ...differenceLines(found, color),
    ...pinLines(found, color),
    ...missing.map(({ route, reason }) => `Not obtained ${routeNames[route]}: ${plainText(reason)}`),
    ...routes.flatMap(({ leftOnPhone: path }) =>
      path === null ? [] : [paint(`The program could not be removed from the phone: ${plainText(path)}`, "red", color)],
    ),
    found.kept === true ? "Kept privately; candor check holds the system against it." : plainText(found.kept),
  ];
}

/** Whose root the chain ends in: a virtual phone's is not taken for a phone's. */
function rootLines(routes: PhoneAttestation["routes"]): readonly string[] {
  return routes.flatMap((each) =>
    each.obtained && each.route === "app_process" && each.verdict.root !== null
      ? [`  Root                ${plainText(each.verdict.root)}`]
      : [],
  );
}

/** Both ways once where they say the same. */
function statementLines(statements: PhoneAttestation["statements"]): readonly string[] {
  const [first, ...others] = statements;
  if (first === undefined) return [];
  const alike = others.filter((each) => startLines(each).join() === startLines(first).join());
  const different = others.filter((each) => !alike.includes(each));
  const ways = [first, ...alike].map(({ route }) => routeNames[route]).join(" and ");
  return ["", `The hardware says, ${ways}:`, ...startLines(first), ...statementLines(different)];
}

function differenceLines({ statements, differences }: PhoneAttestation, color: boolean): readonly string[] {
  if (statements.length === 0) return [""];
  if (differences.length === 0) return ["", "What the system says agrees with it."];
  return [
    "",
    paint("The system says otherwise:", "red", color),
    ...differences.map(
      ({ property, said, hardware }) =>
        `  ✗ ${property}: the system ${plainText(said)}, the hardware ${plainText(hardware)}`,
    ),
  ];
}

const changes = {
  identity: "Another key answered: another phone, or another mainboard.",
  "boot-key": "The system is verified by another key.",
  "os-level": "The level of the system went back.",
  "vendor-level": "The level of the maker's parts went back.",
  "boot-level": "The level of the boot image went back.",
};

function pinLines({ pin }: PhoneAttestation, color: boolean): readonly string[] {
  if (pin.state === "unknown") return [];
  if (pin.state === "first") return ["This hardware is remembered from now on: another one will be told."];
  const day = pin.since?.slice(0, 10) ?? "before";
  if (pin.state === "same") return [`The same hardware as on ${day}, and no level went back.`];
  return [
    paint(`Not as on ${day}, when it was first asked:`, "red", color),
    ...pin.changed.map((each) => `  ✗ ${changes[each]}`),
    "  If the phone was repaired, take this hardware as its own from now on: candor attest --anew",
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
    ...startLines({ ...says, locked: root?.locked ?? null, state: root?.state ?? null }),
    `  Challenge           ${says.challenge === "" ? "none" : says.challenge}`,
  ];
}

type Start = Pick<
  PhoneAttestation["statements"][number],
  "locked" | "state" | "osPatchLevel" | "vendorPatchLevel" | "bootPatchLevel"
>;

function startLines({ locked, state, osPatchLevel, vendorPatchLevel, bootPatchLevel }: Start): readonly string[] {
  return [
    `  Bootloader          ${locked === null ? "not told" : locked ? "locked" : "unlocked"}`,
    `  Booted from         ${state === null ? "not told" : states[state]}`,
    `  System              ${osPatchLevel ?? "not told"}`,
    `  Maker's parts       ${vendorPatchLevel ?? "not told"}`,
    `  Boot image          ${bootPatchLevel ?? "not told"}`,
  ];
}

function faultSentence(fault: AttestationFault, { certificates }: ChainVerdict): string {
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
