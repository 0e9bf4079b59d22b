import type { ChangeOutcome, ChangeRecord } from "../centre/change-records.ts";
import { type ChangePlan, wordsFor } from "../centre/changes.ts";
import type { ActionCall } from "../core/action.ts";
import type { PlannedChange } from "../core/plan.ts";
import { commandLine } from "../core/source.ts";
import { plainText } from "../report/plain-text.ts";

/** Rows of a long list that are shown. */
const shown = 40;

/** What a plan would do, what needs nothing, and what the phone refuses, and why. */
export function changeLines({ plannings, changes, phone }: ChangePlan, title: string): readonly string[] {
  const lines = [`${title} on ${plainText(phone.model ?? "the phone")} (${plainText(phone.serial)})`];
  const marks = { safe: "", "may-break-apps": " (an app may miss it)", irreversible: " (cannot be taken back)" };
  if (changes.length > 0) lines.push("", "To be done:");
  lines.push(...clipped(changes.map(({ about, risk }) => `  • ${plainText(about)}${marks[risk]}`)));
  const refused = plannings.flatMap(({ planning }) => (planning.state === "refused" ? [planning] : []));
  const reasons = new Map<string, typeof refused>();
  for (const each of refused) reasons.set(each.refused, [...(reasons.get(each.refused) ?? []), each]);
  for (const [reason, all] of reasons) {
    lines.push("", `Not possible on this phone: ${plainText(reason)}`);
    lines.push(...clipped(all.map(({ about }) => `  ✗ ${plainText(about)}`)));
    const advice = all.find((each) => each.advice !== undefined)?.advice;
    if (advice !== undefined) lines.push(`  What to do: ${plainText(advice)}`);
    lines.push(...clipped(instead(all.map(({ next }) => next))));
  }
  const unknown = plannings.flatMap(({ planning }) => (planning.state === "unknown" ? [planning] : []));
  if (unknown.length > 0) lines.push("", "Left alone, because the phone did not tell how it is now:");
  lines.push(...clipped(unknown.map(({ about, reason }) => `  ? ${plainText(about)}: ${plainText(reason)}`)));
  const done = plannings.filter(({ planning }) => planning.state === "done").length;
  if (done > 0) lines.push("", `${done} ${done === 1 ? "is" : "are"} so already.`);
  return lines;
}

/** The exact commands of changes, each with what takes it back. */
export function commandLines(changes: readonly PlannedChange[]): readonly string[] {
  if (changes.length === 0) return ["", "Nothing would be run."];
  return [
    "",
    "Commands, and behind each what takes it back:",
    ...changes.flatMap(({ steps }) =>
      steps.flatMap(({ run, undo, loses }) => [
        `  adb shell ${plainText(commandLine(run), 2000)}`,
        ...(undo ?? []).map((command) => `    undo: ${plainText(commandLine(command), 2000)}`),
        ...(undo === null ? [`    nothing takes it back. ${plainText(loses ?? "")}`.trimEnd()] : []),
      ]),
    ),
  ];
}

/** How each outcome is marked for people. */
export const outcomeWords: Readonly<Record<ChangeOutcome, string>> = {
  done: "✓ done",
  refused: "✗ refused",
  partly: "◐ partly",
  "not-verified": "? not verified",
  "not-run": "– not run",
};

/** What became of changes, by the facts that were read again. */
export function outcomeLines(record: ChangeRecord): readonly string[] {
  const results = record.results ?? [];
  const count = (outcome: ChangeOutcome) => results.filter((result) => result.outcome === outcome).length;
  const undone = record.body.do === "undo";
  const lines = [
    "",
    `${count("done")} of ${results.length} ${undone ? "taken back" : "done"}, seen on the phone afterwards.`,
  ];
  const rows = record.body.changes.flatMap(({ about }, i) => {
    const result = results[i];
    if (!result || (result.outcome === "done" && results.length > shown)) return [];
    const { outcome, reason, advice } = result;
    return [
      `  ${outcomeWords[outcome]}: ${plainText(about)}`,
      ...(reason === null ? [] : [`      ${plainText(reason)}`]),
      ...(advice === null ? [] : [`      What to do: ${plainText(advice)}`]),
      ...instead([result.next]).map((line) => `    ${line}`),
    ];
  });
  lines.push(...clipped(rows));
  if (!undone && count("done") + count("partly") > 0) lines.push("", `Take it back with: candor undo ${record.n}`);
  return lines;
}

/** What else would do, in words. Nothing of it is done unasked. */
function instead(calls: readonly (ActionCall | null | undefined)[]): readonly string[] {
  return calls.flatMap((call) => (call ? [`  Possible instead: ${plainText(wordsFor(call))}`] : []));
}

/** Whether everything that was asked for is so already. */
export function allDone({ plannings }: ChangePlan): boolean {
  return plannings.every(({ planning }) => planning.state === "done");
}

function clipped(rows: readonly string[]): readonly string[] {
  return rows.length <= shown
    ? rows
    : [...rows.slice(0, shown), `  … and ${rows.length - shown} more (--json has all)`];
}
