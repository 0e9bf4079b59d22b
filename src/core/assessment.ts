import type { Severity } from "./check.ts";
import type { OutcomeState, Report, ReportEvidence } from "./report.ts";

/** Version of the assessment's shape. */
export const assessmentSchema = "candor.assessment/1";

/** Where a published document speaks of the same matter: for orientation, by number or theme, never its text. */
export interface Reference {
  readonly document: string;
  readonly edition: string;
  readonly section: string;
}

/** One answer of a check that a control asks for. */
export interface Ask {
  readonly check: string;
  /** The state that speaks for the control: mostly `pass`; `fail` where the control wants what the check reports, such as an always-on VPN. */
  readonly wants: "pass" | "fail";
  /** Only findings of this severity or worse speak against it; any where it is left out. */
  readonly counts?: Severity | undefined;
  /** An examination over ADB needs what the check reports, so that a finding decides nothing. */
  readonly neededHere?: boolean | undefined;
}

/** One requirement in Candor's own words, decided by checks, by the person, or by neither. */
export interface Control {
  /** Of its family's prefix and a number: `ENC-01`. Never given to another control again. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  /** Empty where no check can decide it. */
  readonly asks: readonly Ask[];
  /** Whether all of the asked answers are needed, or one is enough. */
  readonly rule: "all" | "any";
  /** What a person can see on the phone where checks cannot: answered “yes” the control is satisfied. */
  readonly question?: string | undefined;
  readonly references: readonly Reference[];
}

/** Controls of one matter. */
export interface ControlFamily {
  readonly id: string;
  readonly prefix: string;
  readonly title: string;
  readonly controls: readonly Control[];
}

/** A promise of a phone's maker, and the controls that would show that it holds. */
export interface Claim {
  readonly id: string;
  readonly promise: string;
  /** What was and was not looked at for it. */
  readonly about: string;
  readonly controls: readonly string[];
  /** Controls that are the owner's to meet: where one is not satisfied, what fails may be the owner's doing and contradicts nothing. */
  readonly ownersPart?: readonly string[] | undefined;
}

/** A published selection of controls. `required` and `advised` name controls, or a whole family as `ENC-*`. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** Increased with every change of what it asks. */
  readonly version: number;
  readonly audience: string;
  readonly scope: string;
  readonly limits: readonly string[];
  readonly required: readonly string[];
  readonly advised: readonly string[];
  readonly claims?: readonly Claim[] | undefined;
}

export type ControlState = "satisfied" | "not-satisfied" | "not-determinable" | "not-applicable";

/** States, in the order in which they are told. */
export const controlStates = ["not-satisfied", "not-determinable", "satisfied", "not-applicable"] as const;

/** One answer that a control was judged from. */
export interface ControlEvidence {
  /** Id of a check, or of a question about traffic. */
  readonly check: string;
  readonly state: OutcomeState;
  /** How it speaks of the control. */
  readonly speaks: "for" | "against" | "not";
  readonly title: string;
  readonly reason: string | null;
  readonly findings: readonly {
    readonly severity: Severity;
    readonly message: string;
    readonly evidence: readonly ReportEvidence[];
  }[];
  /** Findings besides those. */
  readonly more: number;
}

/** How one control stands. */
export interface ControlResult extends Pick<Control, "id" | "title" | "why" | "severity" | "references"> {
  readonly family: string;
  readonly level: "required" | "advised";
  readonly state: ControlState;
  /** What decided it; `nothing` where it is not determinable. */
  readonly basis: "checks" | "person" | "nothing";
  /** The rule in words. */
  readonly rule: string;
  readonly reason: string;
  readonly evidence: readonly ControlEvidence[];
  /** What a person could answer; null where checks decide alone. */
  readonly question: string | null;
  readonly answer: HandAnswer | null;
}

/** What a person says of a control, by hand. */
export interface HandAnswer {
  readonly answer: "yes" | "no" | "does-not-apply";
  readonly note: string | null;
  /** yyyy-mm-dd, where it was told. */
  readonly on: string | null;
}

export type ClaimVerdict = "verified" | "contradicted" | "not-determinable";

/** How a promise stands. */
export interface ClaimResult extends Claim {
  readonly verdict: ClaimVerdict;
  readonly reason: string;
}

/** One metric of the score of pre-installed apps. */
export interface PreloadMetric {
  readonly name: string;
  readonly weight: number;
  /** What is new against the baseline, and all of it; null where it could not be read. */
  readonly added: number | null;
  readonly all: number | null;
  /** weight × added ÷ all. */
  readonly score: number | null;
}

/** The risk score of pre-installed apps by a published method. */
export interface PreloadScore {
  readonly method: string;
  readonly formula: string;
  readonly source: string;
  readonly baseline: string;
  readonly metrics: readonly PreloadMetric[];
  /** The sum, of `outOf`; a range where a metric could not be read. */
  readonly lowest: number;
  readonly highest: number;
  readonly outOf: number;
  readonly deviations: readonly string[];
}

/** One phone held against one profile: what `candor assess --json` prints. No total score, and no certificate. */
export interface Assessment {
  readonly schema: typeof assessmentSchema;
  readonly candor: string;
  readonly profile: Pick<Profile, "id" | "title" | "version" | "audience" | "scope" | "limits">;
  readonly source: Report["source"];
  readonly takenAt: string | null;
  readonly device: Report["device"];
  readonly feeds: Report["feeds"];
  /** Who answered by hand, as they named themselves. */
  readonly answeredBy: string | null;
  readonly summary: Readonly<
    Record<"total" | "satisfied" | "notSatisfied" | "notDeterminable" | "notApplicable" | "byHand", number>
  >;
  readonly results: readonly ControlResult[];
  /** Empty where the profile is about no promises. */
  readonly claims: readonly ClaimResult[];
  /** Null where it was not computed; `preloadReason` says why. */
  readonly preload: PreloadScore | null;
  readonly preloadReason: string | null;
  readonly notice: string;
}

/** Said with every assessment. */
export const assessmentNotice =
  "Assessed against Candor's own profile. References to other documents are for orientation: this is not a certificate by, nor endorsed by, the bodies that publish them. " +
  "It tells what the phone said of itself at that time, and a control that is not determinable is not satisfied.";
