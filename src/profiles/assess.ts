import {
  type Assessment,
  assessmentNotice,
  assessmentSchema,
  type Claim,
  type ClaimResult,
  type ControlFamily,
  type ControlResult,
  type HandAnswer,
  type PreloadScore,
  type Profile,
} from "../core/assessment.ts";
import type { Report } from "../core/report.ts";
import { type Answered, judgeControl } from "./judge-control.ts";
import { selectControls } from "./select-controls.ts";
import { trafficQuestions } from "./traffic-questions.ts";

/** What an assessment is made from besides the report and the profile. */
export interface AssessOptions {
  readonly families: readonly ControlFamily[];
  /** What records of traffic answer, by the ids of `trafficQuestions`. */
  readonly traffic?: readonly Answered[] | undefined;
  /** By control. */
  readonly answers?: ReadonlyMap<string, HandAnswer> | undefined;
  readonly answeredBy?: string | null | undefined;
  readonly preload?: PreloadScore | { readonly reason: string } | undefined;
}

/** Holds a report against a profile, control by control. Pure: the same report and answers give the same assessment in any year. */
export function assess(report: Report, profile: Profile, options: AssessOptions): Assessment {
  const answers = new Map<string, Answered>();
  for (const answered of [...report.outcomes, ...(options.traffic ?? [])]) answers.set(answered.check, answered);
  const questions = new Map(report.outcomes.map(({ check, question }) => [check, question]));
  const titleOf = (check: string) => questions.get(check) ?? trafficQuestions[check] ?? check;
  const results = selectControls(profile, options.families).map(({ control, family, level }): ControlResult => {
    const { id, title, why, severity, references } = control;
    const judged = judgeControl(control, answers, titleOf, options.answers?.get(id));
    return { id, family: family.id, title, why, severity, level, ...judged, references };
  });
  const { id, title, version, audience, scope, limits } = profile;
  const preload = options.preload ?? { reason: "It was not asked for." };
  return {
    schema: assessmentSchema,
    candor: report.candor,
    profile: { id, title, version, audience, scope, limits },
    source: report.source,
    takenAt: report.takenAt,
    device: report.device,
    feeds: report.feeds,
    answeredBy: options.answeredBy ?? null,
    summary: summarise(results),
    results,
    claims: (profile.claims ?? []).map((claim) => judgeClaim(claim, results)),
    preload: "reason" in preload ? null : preload,
    preloadReason: "reason" in preload ? preload.reason : null,
    notice: assessmentNotice,
  };
}

/** A promise is contradicted by one control that is not satisfied, and verified only where all that arise are. */
function judgeClaim(claim: Claim, results: readonly ControlResult[]): ClaimResult {
  const own = results.filter(({ id }) => claim.controls.includes(id));
  const list = (state: ControlResult["state"]) => own.filter((result) => result.state === state);
  const names = (some: readonly ControlResult[]) => some.map(({ id, title }) => `${id} ${title}`).join("; ");
  const [against, open, held] = [list("not-satisfied"), list("not-determinable"), list("satisfied")];
  const owners = results.filter(({ id, state }) => state === "not-satisfied" && claim.ownersPart?.includes(id));
  if (against.length > 0 && owners.length > 0) {
    const reason = `Not satisfied: ${names(against)}. That may be the owner's doing: ${names(owners)} is not satisfied either.`;
    return { ...claim, verdict: "not-determinable", reason };
  }
  if (against.length > 0) return { ...claim, verdict: "contradicted", reason: `Not satisfied: ${names(against)}.` };
  const some = held.length > 0 ? `Satisfied: ${names(held)}.` : "";
  if (open.length > 0)
    return { ...claim, verdict: "not-determinable", reason: `Not determinable: ${names(open)}.${some && ` ${some}`}` };
  if (held.length === 0)
    return { ...claim, verdict: "not-determinable", reason: "None of its controls arises on this phone." };
  return { ...claim, verdict: "verified", reason: some };
}

/** How many controls stand how. */
export function summarise(results: readonly ControlResult[]): Assessment["summary"] {
  const count = (state: ControlResult["state"]) => results.filter((result) => result.state === state).length;
  return {
    total: results.length,
    satisfied: count("satisfied"),
    notSatisfied: count("not-satisfied"),
    notDeterminable: count("not-determinable"),
    notApplicable: count("not-applicable"),
    byHand: results.filter(({ basis }) => basis === "person").length,
  };
}
