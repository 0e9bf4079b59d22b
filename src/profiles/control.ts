import type { Ask, Control, ControlFamily, Reference } from "../core/assessment.ts";
import type { Severity } from "../core/check.ts";

interface ControlSpec {
  /** Its number within the family. */
  readonly number: number;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  readonly asks?: readonly Ask[];
  readonly rule?: Control["rule"];
  readonly question?: string;
  readonly references: readonly [Reference, ...Reference[]];
}

interface FamilySpec extends Omit<ControlFamily, "controls"> {
  readonly controls: readonly [ControlSpec, ...ControlSpec[]];
}

/** Defines a family of controls; ids are made of its prefix and each control's number. */
export function defineFamily({ controls, ...family }: FamilySpec): ControlFamily {
  return {
    ...family,
    controls: controls.map(({ number, asks = [], rule = "all", ...rest }) => ({
      id: `${family.prefix}-${String(number).padStart(2, "0")}`,
      asks,
      rule,
      ...rest,
    })),
  };
}

/** These checks find nothing. */
export function passes(...checks: readonly string[]): readonly Ask[] {
  return checks.map((check) => ({ check, wants: "pass" }));
}

/** This check finds nothing of this severity or worse. */
export function passesAbove(check: string, counts: Severity): readonly Ask[] {
  return [{ check, wants: "pass", counts }];
}

/** The check reports what the control wants. */
export function reports(check: string): readonly Ask[] {
  return [{ check, wants: "fail" }];
}

/** These checks find nothing, but an examination over ADB needs what they look for. */
export function passesLater(...checks: readonly string[]): readonly Ask[] {
  return checks.map((check) => ({ check, wants: "pass", neededHere: true }));
}
