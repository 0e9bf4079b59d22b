import type { Assessment, ClaimResult, ClaimVerdict, ControlResult, ControlState } from "../core/assessment.ts";

/** One control that does not stand the same in both; null where one of them did not ask it. */
export interface ControlDifference extends Pick<ControlResult, "id" | "title" | "severity"> {
  readonly before: ControlState | null;
  readonly after: ControlState | null;
  readonly reason: string;
}

/** One promise that does not stand the same in both. */
export interface ClaimDifference extends Pick<ClaimResult, "id" | "promise"> {
  readonly before: ClaimVerdict | null;
  readonly after: ClaimVerdict | null;
}

type Compared = Pick<Assessment, "takenAt" | "source" | "device" | "summary" | "profile">;

/** Two assessments against one profile: two phones, or two dates. */
export interface AssessmentComparison {
  readonly schema: "candor.assessment-comparison/1";
  readonly before: Compared;
  readonly after: Compared;
  readonly controls: readonly ControlDifference[];
  readonly claims: readonly ClaimDifference[];
  readonly same: number;
}

/** Compares two assessments, control by control. Pure. */
export function compareAssessments(before: Assessment, after: Assessment): AssessmentComparison {
  const earlier = new Map(before.results.map((result) => [result.id, result]));
  const later = new Map(after.results.map((result) => [result.id, result]));
  const controls: ControlDifference[] = [];
  let same = 0;
  for (const id of [...new Set([...later.keys(), ...earlier.keys()])]) {
    const [was, is] = [earlier.get(id), later.get(id)];
    const known = is ?? was;
    if (!known) continue;
    if (was?.state === is?.state) same++;
    else {
      const { title, severity, reason } = known;
      controls.push({ id, title, severity, before: was?.state ?? null, after: is?.state ?? null, reason });
    }
  }
  const verdicts = new Map(before.claims.map(({ id, verdict }) => [id, verdict]));
  const claims = after.claims.flatMap(({ id, promise, verdict }) => {
    const was = verdicts.get(id) ?? null;
    return was === verdict ? [] : [{ id, promise, before: was, after: verdict }];
  });
  return {
    schema: "candor.assessment-comparison/1",
    before: comparedOf(before),
    after: comparedOf(after),
    controls,
    claims,
    same,
  };
}

function comparedOf({ takenAt, source, device, summary, profile }: Assessment): Compared {
  return { takenAt, source, device, summary, profile };
}
