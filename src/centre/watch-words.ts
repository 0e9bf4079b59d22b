import { plainText } from "../report/plain-text.ts";
import { severityNames } from "../report/wording.ts";
import type { FindingDifference } from "./compare-reports.ts";
import type { Telling } from "./watch.ts";
import type { News } from "./watch-told.ts";

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

/** How many findings are new, changed and gone, and how many questions lost or got their answers. */
export function countsOf({ findings, lost, regained }: News): string {
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
