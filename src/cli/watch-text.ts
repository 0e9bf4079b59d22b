import type { FindingDifference } from "../centre/compare-reports.ts";
import type { Telling } from "../centre/watch.ts";
import type { News } from "../centre/watch-told.ts";
import { countsOf, phoneName } from "../centre/watch-words.ts";
import { plainText } from "../report/plain-text.ts";
import { severityNames } from "../report/wording.ts";

/** What is told of a phone, for a terminal. */
export function tellingLines(telling: Telling, time: string): readonly string[] {
  const { report, first, news } = telling;
  const head = `${time.slice(0, 16).replace("T", " ")}  ${phoneName(telling)}`;
  if (news === null) return [`${head}: examined. What was told before is locked: candor unlock, then it is compared.`];
  if (first) {
    const { critical, high, medium, low } = report.summary.findings;
    return [
      `${head}: followed from now on. ${critical} critical, ${high} high, ${medium} medium and ${low} low findings; from here only what changes is told. All of them: candor check`,
    ];
  }
  return [`${head}: ${countsOf(news)}`, ...news.findings.map(findingLine), ...questionLines(news)].map((line) =>
    plainText(line, 2000),
  );
}

const words = {
  new: "New",
  "newly-read": "Seen for the first time",
  changed: "Changed",
  "not-read": "Not known any more",
  gone: "Gone",
} as const;

function findingLine({ difference, severity, title, before, after }: FindingDifference): string {
  return `  ${words[difference]}, ${severityNames[severity]}: ${title}: ${after?.message ?? before?.message ?? ""}`;
}

function questionLines({ lost, regained }: News): readonly string[] {
  return [
    ...lost.map(({ question }) => `  Cannot be answered any more: ${question}`),
    ...regained.map(({ question }) => `  Answered again: ${question}`),
  ];
}
