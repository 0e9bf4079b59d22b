import type { Evidence, Finding } from "../../core/check.ts";
import { type AskedHardware, attestation, type HardwareStatement } from "../../facts/attestation.ts";
import { properties } from "../../facts/properties.ts";
import { allDifferences } from "./hardware-differences.ts";
import { refuting } from "./hardware-reasons.ts";
import { askHardwareAgain } from "./remedies.ts";

type Refuted = "signature" | "challenge" | "revoked" | "extended";
const device = { kind: "device" } as const;

/** What is wrong with what was given as the hardware's word. */
export function refutedFindings({ reasons }: AskedHardware): readonly Finding<Refuted>[] {
  const codes = new Set(reasons.map(({ code }) => code).filter((code) => refuting.has(code)));
  return [...codes].map((code) => ({
    subject: device,
    message: code as Refuted,
    evidence: reasons.filter((each) => each.code === code).map(({ route }) => value(`hardware, by ${route}`, code)),
  }));
}

/** What differs from what was remembered of the hardware. */
export function pinFindings({ pin }: AskedHardware): readonly Finding<"identity" | "boot-key" | "older">[] {
  if (pin === null) return [];
  const params = { day: pin.since.slice(0, 10) };
  const evidence: Evidence[] = [{ kind: "time", fact: attestation, name: "first asked", at: Date.parse(pin.since) }];
  const keys = pin.changed.filter((each) => each === "identity" || each === "boot-key");
  const messages = [...keys, ...(keys.length < pin.changed.length ? (["older"] as const) : [])];
  return messages.map((message) => ({ subject: device, message, params, evidence }));
}

/** That the hardware gives no answer any more where it gave one before. */
export function silenceFindings({ silent }: AskedHardware): readonly Finding<"silent">[] {
  if (silent === null) return [];
  const params = { day: silent.answered.slice(0, 10), later: silent.at.slice(0, 10) };
  const evidence: Evidence[] = [
    { kind: "time", fact: attestation, name: "last answer", at: Date.parse(silent.answered) },
    { kind: "time", fact: attestation, name: "asked in vain", at: Date.parse(silent.at) },
    value("ways without an answer", silent.routes.join(", ")),
  ];
  const weight = { severity: "medium", confidence: "possible" } as const;
  return [{ subject: device, message: "silent", ...weight, params, evidence, remedy: askHardwareAgain }];
}

type Stated = "lock" | "state" | "os-level" | "vendor-level" | "boot-hash" | "unlocked" | "own-key";

/** What the hardware says otherwise than the system, or says itself that is no locked start of the maker's system. */
export function statementFindings(
  statements: readonly HardwareStatement[],
  said: Readonly<Record<string, string>>,
  sameBuild: boolean,
): readonly Finding<Stated>[] {
  const differences = allDifferences(statements, said, sameBuild);
  const findings = differences.map(({ kind, property, said: own, hardware }): Finding<Stated> => {
    const evidence: Evidence[] = [
      { kind: "value", fact: properties, name: property, value: own },
      value("hardware", hardware),
    ];
    const params = { property, said: own.slice(0, 40), hardware: hardware.slice(0, 40) };
    const sure = kind === "lock" || kind === "state" ? "certain" : "likely";
    return { subject: device, message: kind, confidence: sure, params, evidence };
  });
  const agreed = (kind: Stated) => !differences.some((each) => each.kind === kind);
  const unlocked = statements.find(({ locked }) => locked === false);
  const own = statements.find(({ state }) => state === "self-signed");
  if (unlocked !== undefined && agreed("lock"))
    return [...findings, { subject: device, message: "unlocked", evidence: saidBy(unlocked) }];
  if (own !== undefined && agreed("state"))
    return [...findings, { subject: device, message: "own-key", severity: "medium", evidence: saidBy(own) }];
  return findings;
}

function saidBy({ route, state }: HardwareStatement): readonly Evidence[] {
  return [value(`hardware, by ${route}`, String(state))];
}

function value(name: string, text: string): Evidence {
  return { kind: "value", fact: attestation, name, value: text };
}
