import type { Assessment, ClaimVerdict, ControlResult, ControlState, PreloadScore } from "../core/assessment.ts";

/** States in words. */
export const stateNames: Readonly<Record<ControlState, string>> = {
  satisfied: "satisfied",
  "not-satisfied": "not satisfied",
  "not-determinable": "not determinable",
  "not-applicable": "not applicable",
};

/** Verdicts on promises in words. */
export const verdictNames: Readonly<Record<ClaimVerdict, string>> = {
  verified: "verified",
  contradicted: "contradicted",
  "not-determinable": "not determinable",
};

/** How controls stand, in one sentence; there is no score. */
export function countsInWords({ summary }: Pick<Assessment, "summary">): string {
  const { total, satisfied, notSatisfied, notDeterminable, notApplicable, byHand } = summary;
  const hand = byHand === 0 ? "" : ` ${byHand} were answered by hand.`;
  return `${total} controls: ${satisfied} satisfied, ${notSatisfied} not satisfied, ${notDeterminable} not determinable, ${notApplicable} not applicable.${hand}`;
}

/** How a control was judged. */
export function methodInWords({ basis, evidence }: Pick<ControlResult, "basis" | "evidence">): string {
  if (basis === "person") return "Confirmed by hand";
  if (basis === "checks") return "Read from the phone";
  return evidence.length === 0 ? "Not read: no check can" : "Could not be told";
}

/** The score of pre-installed apps: “3.2 of 10”, or a range where a metric is not known. */
export function preloadInWords({ lowest, highest, outOf }: PreloadScore): string {
  const low = lowest.toFixed(2);
  return lowest === highest ? `${low} of ${outOf}` : `between ${low} and ${highest.toFixed(2)} of ${outOf}`;
}

/** Where references lead, in one line. */
export function referencesInWords({ references }: Pick<ControlResult, "references">): string {
  return references.map(({ document, edition, section }) => `${document} (${edition}): ${section}`).join("; ");
}
