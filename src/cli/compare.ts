import { compareReports, type FindingDifference, type ReportComparison } from "../centre/compare-reports.ts";
import { readExamination } from "../centre/examinations.ts";
import { examine, judgeSnapshot } from "../centre/examine.ts";
import { openSource } from "../centre/open-source.ts";
import { openPrivate } from "../centre/private-store.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import type { Report } from "../core/report.ts";
import { plainText } from "../report/plain-text.ts";
import { severityNames } from "../report/wording.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";

/** `candor compare BEFORE AFTER`: what is new, gone and changed between two examinations. Exit code 1 where something is new or worse to know. */
export async function compare(
  this: Context,
  { json }: { readonly json: boolean },
  before: string,
  after: string,
): Promise<void> {
  const { stdout } = this.process;
  try {
    const comparison = compareReports(await reportOf(this, before), await reportOf(this, after));
    if (json) stdout.write(`${JSON.stringify({ schema: "candor.comparison/1", ...comparison }, null, 1)}\n`);
    else
      stdout.write(
        `${lines(comparison)
          .map((line) => plainText(line, 2000))
          .join("\n")}\n`,
      );
    const { counts } = comparison;
    this.process.exitCode =
      counts.new + counts["newly-read"] + counts.changed + counts["not-read"] > 0 ? exitCodes.findings : exitCodes.fine;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

/** An examination that the page kept, by its id; a saved one; or anything that can be examined. */
async function reportOf(context: Context, named: string): Promise<Report> {
  const { dataFolder, signal } = context;
  const kept = /^\d{8}T\d{6}-[0-9a-f]{8}$/.test(named) && (await readExamination(await openPrivate(context), named));
  const saved = kept || (await readSnapshot(named));
  if (saved) return await judgeSnapshot(saved, dataFolder);
  const open = { dataFolder, now: context.now(), env: context.process.env, signal };
  const source = await openSource({ input: named }, open);
  try {
    return (await examine(source, { dataFolder, signal })).report;
  } finally {
    await source.close();
  }
}

const headings = {
  new: "New",
  "newly-read": "Seen for the first time: the earlier examination could not tell",
  changed: "Changed",
  "not-read": "Not known any more: the later examination could not tell, so it may still be there",
  gone: "Gone",
} as const;

function lines({ before, after, findings, answers, counts }: ReportComparison): readonly string[] {
  const name = ({ source, takenAt, device }: ReportComparison["before"]) =>
    `${device["model"] ?? source.name}, ${takenAt?.slice(0, 16).replace("T", " ") ?? "time not told"}`;
  const groups = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((difference) => {
    const own = findings.filter((each) => each.difference === difference);
    return own.length === 0 ? [] : ["", `${headings[difference]} (${own.length})`, ...own.flatMap(findingLines)];
  });
  const lost = answers.filter((each) => each.after === "unknown" && each.before !== "absent");
  return [
    `Before: ${name(before)}`,
    `After:  ${name(after)}`,
    ...groups,
    ...(lost.length === 0
      ? []
      : ["", `Answered before and not now (${lost.length})`, ...lost.map(({ question }) => `  ${question}`)]),
    "",
    findings.length === 0
      ? `No finding differs; ${counts.same} are in both.`
      : `${findings.length} findings differ, ${counts.same} are the same in both.`,
  ];
}

function findingLines({ severity, title, before, after, reason }: FindingDifference): readonly string[] {
  const changed = before && after && before.message !== after.message ? [`      before: ${before.message}`] : [];
  const weight = before && after && before.severity !== after.severity ? `, was ${severityNames[before.severity]}` : "";
  return [
    `  ${severityNames[severity]}${weight}: ${title}`,
    `      ${after?.message ?? before?.message ?? ""}`,
    ...changed,
    ...(reason === null ? [] : [`      ${reason}`]),
  ];
}
