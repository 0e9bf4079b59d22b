import type { Assessment, Control, ControlFamily, Profile } from "../core/assessment.ts";
import { DeviceError } from "../core/errors.ts";
import type { Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { assess } from "../profiles/assess.ts";
import { families } from "../profiles/controls/index.ts";
import { profiles } from "../profiles/index.ts";
import { selectControls } from "../profiles/select-controls.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";
import { answersIn, type ControlAnswersDocument, controlAnswersSchema, readControlAnswers } from "./control-answers.ts";
import { readExamination } from "./examinations.ts";
import { examine, judgeSnapshot } from "./examine.ts";
import { openSource } from "./open-source.ts";
import { scorePreload } from "./preload-score.ts";
import { openPrivate } from "./private-store.ts";
import { readSnapshot } from "./saved-snapshot.ts";
import { readTrafficReport, trafficAnswers } from "./traffic-answers.ts";

/** What a person gives besides the phone. */
export interface AssessQuestion {
  readonly profile: string;
  /** A file of answers by hand. */
  readonly answers?: string | undefined;
  /** Answers that were given before and kept; they count where no file is named. */
  readonly kept?: ControlAnswersDocument | undefined;
  /** A file with a report on traffic, as `candor traffic report --json` prints it, or the report itself. */
  readonly traffic?: string | TrafficReport | undefined;
}

/**
 * A profile by its id.
 *
 * @throws DeviceError `unreadable` naming the profiles that there are
 */
export function findProfile(id: string): Profile {
  const found = profiles.find((profile) => profile.id === id);
  if (found) return found;
  const known = profiles.map((profile) => profile.id).join(", ");
  throw new DeviceError("unreadable", `There is no profile ${JSON.stringify(id)}.`, `Name one of ${known}.`);
}

/** Holds an examination against a profile, with answers by hand and a report on traffic where they were given. */
export async function assessExamination(
  snapshot: Snapshot,
  report: Report,
  question: AssessQuestion,
): Promise<Assessment> {
  const profile = findProfile(question.profile);
  const known = new Set(families.flatMap(({ controls }) => controls.map(({ id }) => id)));
  const kept = question.kept === undefined ? null : answersIn(question.kept);
  const hand = question.answers === undefined ? kept : await readControlAnswers(question.answers, known);
  const recorded = typeof question.traffic === "string" ? await readTrafficReport(question.traffic) : question.traffic;
  const traffic = recorded === undefined ? [] : trafficAnswers(recorded, report.device);
  return assess(report, profile, {
    families,
    traffic,
    answers: hand?.answers,
    answeredBy: hand?.by,
    preload: scorePreload(snapshot),
  });
}

/** Where Candor's own things lie, and what opening a source needs. */
export interface AssessPlace {
  readonly dataFolder: string;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly process: { readonly env: NodeJS.ProcessEnv };
}

/** How examinations that are kept are named. */
export const examinationId = /^\d{8}T\d{6}-[0-9a-f]{8}$/;

/** An examination by what names it: a kept one's id, a saved one, or anything that can be examined. */
export async function examinationOf(
  named: string,
  place: AssessPlace,
): Promise<{ readonly snapshot: Snapshot; readonly report: Report }> {
  const { dataFolder, signal } = place;
  const kept = examinationId.test(named) ? await readExamination(await openPrivate(place), named) : undefined;
  const saved = kept ?? (await readSnapshot(named));
  if (saved) return { snapshot: saved, report: await judgeSnapshot(saved, dataFolder) };
  const source = await openSource({ input: named }, { dataFolder, now: place.now(), env: place.process.env, signal });
  try {
    return await examine(source, { dataFolder, signal });
  } finally {
    await source.close();
  }
}

/** A file of answers to be filled in: every control of a profile that a person may have to answer. */
export function answersToFill(profile: Profile, own: readonly ControlFamily[] = families): unknown {
  return {
    schema: controlAnswersSchema,
    by: null,
    answers: selectControls(profile, own).flatMap(({ control: { id, question } }) =>
      question === undefined ? [] : [{ control: id, question, answer: null, note: null, on: null }],
    ),
  };
}

/** A profile with its controls, for `candor profiles show` and the page. */
export function describeProfile(profile: Profile, own: readonly ControlFamily[] = families) {
  const controls = selectControls(profile, own).map(({ control, family, level }) => ({
    ...control,
    family: family.title,
    level,
  }));
  return { ...profile, controls: controls satisfies readonly Control[] };
}

export {
  type AssessmentComparison,
  type ControlDifference,
  compareAssessments,
} from "../profiles/compare-assessments.ts";
export { families } from "../profiles/controls/index.ts";
/** All profiles. */
export { profiles } from "../profiles/index.ts";
