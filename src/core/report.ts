import type { Category, Confidence, Remedy, Severity, Subject } from "./check.ts";
import type { SourceKind } from "./source.ts";

/** Version of the report's shape. */
export const reportSchema = "candor.report/1";

/** Evidence with where it was read: the fact's id and the commands behind it. */
export type ReportEvidence = { readonly fact: string; readonly name: string; readonly from: readonly string[] } & (
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "time"; readonly at: string }
);

export interface ReportFinding {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly subject: Subject;
  /** The sentence, filled in. */
  readonly message: string;
  /** Its key in the check and what filled it, for other languages. */
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly evidence: readonly ReportEvidence[];
  readonly remedy?: Remedy | undefined;
  /** What the calls of the remedy do, in words, in their order; only where it is an action. */
  readonly does?: readonly string[] | undefined;
}

export type OutcomeState = "pass" | "fail" | "unknown" | "not-applicable";

/** The answer to one check. */
export interface Outcome {
  readonly check: string;
  readonly category: Category;
  /** The worst severity among the findings; the check's own where there are none. */
  readonly severity: Severity;
  readonly state: OutcomeState;
  readonly question: string;
  /** The sentence for this state; the question where the state is unknown or not applicable. */
  readonly title: string;
  readonly why: string;
  readonly advice: string;
  readonly references: readonly string[];
  /** For unknown and not-applicable. */
  readonly reason?: string | undefined;
  /** For fail: what the check could not see besides. */
  readonly unread?: readonly string[] | undefined;
  /** For fail: why nothing that is done to the phone ends it. */
  readonly noRemedy?: string | undefined;
  readonly findings?: readonly ReportFinding[] | undefined;
}

/** A fact that could not be read. */
export interface NotExamined {
  readonly fact: string;
  readonly about: string;
  readonly code: string;
  readonly reason: string;
  /** Checks that could not be answered for it. */
  readonly checks: readonly string[];
}

/** The answer to all checks: what `check --json` prints. There is no total score. */
export interface Report {
  readonly schema: typeof reportSchema;
  readonly candor: string;
  readonly source: { readonly kind: SourceKind; readonly name: string };
  readonly takenAt: string | null;
  /** What the phone says it is; each value null where it was not read. */
  readonly device: Readonly<Record<string, string | null>>;
  readonly summary: {
    /** Findings per severity. */
    readonly findings: Readonly<Record<Severity, number>>;
    readonly checks: Readonly<Record<"total" | "pass" | "fail" | "unknown" | "notApplicable", number>>;
  };
  readonly outcomes: readonly Outcome[];
  readonly notExamined: readonly NotExamined[];
  readonly feeds: readonly {
    readonly id: string;
    readonly origin: "embedded" | "updated";
    readonly date: string;
    readonly entries: number;
  }[];
}
