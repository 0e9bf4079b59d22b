import type { Assessment, ControlResult, Profile } from "./assessment.ts";

/** Version of the shape of an assessment of apps. */
export const appAssessmentSchema = "candor.app-assessment/1";

/** One app held against the profile for apps. */
export interface AssessedApp {
  /** null where its manifest could not be read. */
  readonly package: string | null;
  /** Its label, else its package. */
  readonly name: string;
  readonly version: string | null;
  readonly files: readonly { readonly name: string; readonly sha256: string | null }[];
  /** Why parts of it were not looked at, in sentences. */
  readonly missing: readonly string[];
  readonly summary: Assessment["summary"];
  readonly results: readonly ControlResult[];
}

/** Apps held against the profile for apps: what `candor assess --app-profile --json` prints. No total score, and no certificate. */
export interface AppAssessment {
  readonly schema: typeof appAssessmentSchema;
  readonly candor: string;
  readonly profile: Pick<Profile, "id" | "title" | "version" | "audience" | "scope" | "limits">;
  readonly source: { readonly kind: string; readonly name: string; readonly takenAt: string | null };
  /** The list of holes that libraries were compared with. */
  readonly feeds: Assessment["feeds"];
  /** Who answered by hand, as they named themselves. */
  readonly answeredBy: string | null;
  /** How many apps; in how many something required is not satisfied, and in how many of the others it is not determinable. */
  readonly summary: Readonly<Record<"apps" | "notSatisfied" | "notDeterminable", number>>;
  /** Apps of the source that were not assessed, in sentences. */
  readonly leftOut: readonly string[];
  readonly apps: readonly AssessedApp[];
  readonly notice: string;
}

/** Said with every assessment of apps. */
export const appAssessmentNotice =
  "Assessed against Candor's own controls for apps, by what stands in the apps' files. References to OWASP MASVS and MASTG are for orientation: " +
  "this is not a certificate by, nor endorsed by, OWASP. What an app does when it runs, and what its servers do, is not told by this.";
