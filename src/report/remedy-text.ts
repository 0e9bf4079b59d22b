import { ownHandsOf } from "../core/check.ts";
import type { Outcome, Report, ReportFinding } from "../core/report.ts";

/** How to mend what a check found: words, and the command for it; or why nothing can be done. */
export interface RemedyHint {
  readonly text: string;
  readonly command: string | null;
}

/** What Candor offers for the findings of a check: the change itself, the right screen, or the reason why there is nothing. */
export function remedyHint({ source }: Pick<Report, "source">, outcome: Outcome): RemedyHint | null {
  const remedies = (outcome.findings ?? []).flatMap(({ remedy }) => remedy ?? []);
  const when = source.kind === "phone" ? "" : "With the phone connected: ";
  if (remedies.some(({ kind }) => kind === "action"))
    return { text: `${when}Candor can do this, and take it back:`, command: `candor fix ${outcome.check}` };
  if (remedies.some((remedy) => ownHandsOf(remedy)?.screen !== undefined))
    return { text: `${when}Candor can open the right screen on the phone:`, command: `candor guide ${outcome.check}` };
  return outcome.noRemedy === undefined ? null : { text: outcome.noRemedy, command: null };
}

/** What is to be done about one finding: what Candor would do, in words, and what the person can do. */
export function remedyLines({ remedy, does = [] }: ReportFinding): {
  readonly candor: readonly string[];
  readonly byHand: readonly string[];
} {
  return { candor: does, byHand: (remedy && ownHandsOf(remedy)?.steps) ?? [] };
}
