import type { AssessmentComparison, ControlDifference } from "../centre/assess.ts";
import { assessExamination, compareAssessments, examinationOf } from "../centre/assess.ts";
import { answeredPhone } from "../centre/kept-answers.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { stateNames } from "../report/assessment-words.ts";
import { plainText } from "../report/plain-text.ts";
import { answeredBefore } from "./assess.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

interface CompareFlags {
  readonly profile: string;
  readonly answers?: string;
  readonly traffic?: string;
  readonly json: boolean;
}

/** `candor assess compare BEFORE AFTER`: which controls stand otherwise. Exit code 1 where one does. */
export async function assessCompare(this: Context, flags: CompareFlags, before: string, after: string): Promise<void> {
  const { stdout } = this.process;
  try {
    // Of the same phone it is said once.
    const answers = new Map<string, ReturnType<typeof answeredBefore>>();
    const once = async (snapshot: Snapshot) => {
      const phone = answeredPhone(snapshot);
      const found = answers.get(phone) ?? answeredBefore(this, snapshot);
      answers.set(phone, found);
      return await found;
    };
    const assessed = async (named: string) => {
      const { snapshot, report } = await examinationOf(named, this);
      const kept = flags.answers === undefined ? await once(snapshot) : undefined;
      return await assessExamination(snapshot, report, { ...flags, kept });
    };
    const comparison = compareAssessments(await assessed(before), await assessed(after));
    if (flags.json) stdout.write(`${JSON.stringify(comparison, null, 1)}\n`);
    else
      stdout.write(
        `${lines(comparison)
          .map((line) => plainText(line, 2000))
          .join("\n")}\n`,
      );
    const differs = comparison.controls.length + comparison.claims.length > 0;
    this.process.exitCode = differs ? exitCodes.findings : exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

function lines({ before, after, controls, claims, same }: AssessmentComparison): readonly string[] {
  const name = ({ source, takenAt, device }: AssessmentComparison["before"]) =>
    `${device["model"] ?? source.name}, ${takenAt?.slice(0, 16).replace("T", " ") ?? "time not told"}`;
  const told = (state: ControlDifference["before"]) => (state === null ? "not asked" : stateNames[state]);
  return [
    `Profile: ${after.profile.title}, version ${after.profile.version}`,
    `Before: ${name(before)}`,
    `After:  ${name(after)}`,
    "",
    ...controls.flatMap((each) => [
      `  ${each.id} ${each.title}`,
      `      ${told(each.before)} → ${told(each.after)}. ${each.reason}`,
    ]),
    ...claims.map((each) => `  Promise “${each.promise}”: ${each.before ?? "not asked"} → ${each.after}`),
    ...(controls.length + claims.length > 0 ? [""] : []),
    `${controls.length} controls differ, ${same} stand the same.`,
  ];
}
