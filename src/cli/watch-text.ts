import type { FindingDifference } from "../centre/compare-reports.ts";
import type { Telling } from "../centre/watch.ts";
import type { News } from "../centre/watch-told.ts";
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

/** What a notification says. Nothing of the phone, where a privacy password is set: a notification is shown on a locked screen, too. */
export function notificationOf(telling: Telling, isPrivate: boolean): readonly [title: string, body: string] | null {
  const { first, news } = telling;
  if (first) return null;
  const reminder = "Switch USB debugging off if you no longer need it.";
  if (isPrivate || news === null) return ["Candor", `A phone was examined. Open Candor to see it. ${reminder}`];
  const [worst] = news.findings;
  const most = worst ? ` ${severityNames[worst.severity]}: ${worst.title}.` : "";
  return [plainText(`Candor: ${phoneName(telling)}`, 100), plainText(`${countsOf(news)}.${most} ${reminder}`, 300)];
}

/** The phone's model, or how it is reached. */
export function phoneName({ report, phone }: Pick<Telling, "report" | "phone">): string {
  return plainText(report.device["model"] ?? phone, 80);
}

function countsOf({ findings, lost, regained }: News): string {
  const count = (...which: readonly FindingDifference["difference"][]) =>
    findings.filter(({ difference }) => which.includes(difference)).length;
  const parts = [
    [count("new", "newly-read"), "new"],
    [count("changed"), "changed"],
    [count("gone"), "gone"],
    [lost.length, "no longer known"],
    [regained.length, "known again"],
  ] as const;
  return parts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : [])).join(", ");
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
