import type { Assessment, ControlResult, HandAnswer } from "../core/assessment.ts";
import { appFamilies } from "./app-controls.ts";
import { appProfile } from "./app-profile.ts";
import { appQuestions } from "./app-questions.ts";
import { summarise } from "./assess.ts";
import { type Answered, judgeControl } from "./judge-control.ts";
import { selectControls } from "./select-controls.ts";

/** Holds what the files of one app answer against the profile for apps, control by control; `hand`: what a person says of it, by control. Pure. */
export function assessApp(
  answers: readonly Answered[],
  hand?: ReadonlyMap<string, HandAnswer>,
): {
  readonly summary: Assessment["summary"];
  readonly results: readonly ControlResult[];
} {
  const byQuestion = new Map(answers.map((answer) => [answer.check, answer]));
  const titleOf = (check: string) => appQuestions[check] ?? check;
  const results = selectControls(appProfile, appFamilies).map(({ control, family, level }): ControlResult => {
    const { id, title, why, severity, references } = control;
    const judged = judgeControl(control, byQuestion, titleOf, hand?.get(id));
    return { id, family: family.id, title, why, severity, level, ...judged, references };
  });
  return { summary: summarise(results), results };
}
