import type { ClaimVerdict, ControlState } from "../../../core/assessment.ts";
import type { IconName } from "../../parts/icon.tsx";

/** The sign of a state: beside its word, never alone. */
export const stateIcons: Readonly<Record<ControlState, IconName>> = {
  "not-satisfied": "high",
  "not-determinable": "unknown",
  satisfied: "pass",
  "not-applicable": "not-applicable",
};

/** The meaning of its colour. */
export const stateTones: Readonly<Record<ControlState, string>> = {
  "not-satisfied": "high",
  "not-determinable": "unknown",
  satisfied: "pass",
  "not-applicable": "",
};

/** Verdicts on promises stand like states of controls. */
export const verdictStates: Readonly<Record<ClaimVerdict, ControlState>> = {
  verified: "satisfied",
  contradicted: "not-satisfied",
  "not-determinable": "not-determinable",
};
