import { redactedRecord } from "../centre/redact-traffic.ts";
import { reportTraffic } from "../centre/traffic-report.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import { type Severity, severities } from "../core/check.ts";
import { plainText } from "../report/plain-text.ts";
import { trafficCsv } from "../report/traffic-csv.ts";
import { writeTrafficHtml } from "../report/traffic-html.ts";
import { type Context, columns, exitCodes, mayColor, tableColumns } from "./context.ts";
import { failure } from "./failure.ts";
import type { progressStyles } from "./progress.ts";
import { byteProgress } from "./traffic-progress.ts";
import { type JudgeFlags, questionOf } from "./traffic-question.ts";
import { trafficText } from "./traffic-text.ts";

interface ReportFlags extends JudgeFlags {
  readonly csv: boolean;
  readonly html?: string;
  readonly redact?: string;
  readonly all: boolean;
  readonly failOn: Severity | "never";
  readonly progress: (typeof progressStyles)[number];
}

const redacted =
  "redacted for sharing. What nobody could recognise as personal is still in it: look through it before you give it away.";
const noneKnown = "None of your values were named (--known), so only names and forms were gone by.";

/** `candor traffic report FILE…`: who got what, where and when. Exit code 1 at a finding of `--fail-on` or worse. */
export async function trafficReport(this: Context, flags: ReportFlags, ...files: string[]): Promise<void> {
  const { stdout, stderr, env } = this.process;
  if (flags.json && flags.csv) {
    stderr.write("Choose one of --json and --csv.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  const progress = byteProgress(stderr, flags.progress);
  try {
    const judged = await reportTraffic(questionOf(files, flags), { ...this, onProgress: progress.step });
    const { report, assumed } = judged;
    progress.end();
    for (const sentence of assumed) stderr.write(`${plainText(sentence, 500)}\n`);
    if (flags.redact !== undefined) {
      await writeFileAtomic(flags.redact, await redactedRecord(judged, flags.redact));
      stderr.write(`${plainText(flags.redact)}: ${redacted}${flags.known === undefined ? ` ${noneKnown}` : ""}\n`);
    }
    if (flags.html !== undefined) {
      await writeFileAtomic(flags.html, writeTrafficHtml(report));
      stderr.write(`The page is in ${plainText(flags.html, 500)}\n`);
    }
    if (flags.json) stdout.write(`${JSON.stringify(report, null, 1)}\n`);
    else if (flags.csv) stdout.write(trafficCsv(report));
    else
      stdout.write(
        trafficText(report, {
          color: mayColor(stdout, env),
          columns: columns(stdout),
          tableColumns: tableColumns(stdout),
          all: flags.all,
        }),
      );
    const worst = flags.failOn === "never" ? -1 : severities.indexOf(flags.failOn);
    const found = report.findings.some(({ severity }) => severities.indexOf(severity) <= worst);
    this.process.exitCode = found ? exitCodes.findings : exitCodes.fine;
  } catch (error) {
    progress.end();
    this.process.exitCode = failure(this, error);
  }
}
