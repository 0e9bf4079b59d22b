import { statSync } from "node:fs";
import { type AppsToAssess, appsOfExamination, appsOfFile, appsOfKept, assessApps } from "../centre/assess-apps.ts";
import { writeAppSarif } from "../centre/assessment-files.ts";
import { writeFileAtomic } from "../centre/write-file.ts";
import type { AppAssessment } from "../core/app-assessment.ts";
import { writeAppAssessmentCsv } from "../report/app-assessment-csv.ts";
import { writeAppAssessmentText } from "../report/app-assessment-text.ts";
import { inspected, stopped } from "./apps-list.ts";
import { type Context, columns, exitCodes, mayColor, notDeterminable } from "./context.ts";
import { failure } from "./failure.ts";
import { inspectReporter } from "./inspect-progress.ts";
import type { SourceFlags } from "./source-flags.ts";

/** The flags of `candor assess` that count for apps. */
export interface AssessAppsFlags extends SourceFlags {
  readonly app?: string;
  readonly answers?: string;
  readonly json: boolean;
  readonly csv: boolean;
  readonly verbose: boolean;
  readonly sarif?: string;
}

/** `candor assess SOURCE --app-profile`: holds the apps of a file or of a phone against the profile for apps. */
export async function assessAppsOf(context: Context, flags: AssessAppsFlags, input?: string): Promise<void> {
  const { stdout, env } = context.process;
  try {
    const given = await appsIn(context, flags, input);
    const assessment = await assessApps(given, {
      dataFolder: context.dataFolder,
      now: context.now(),
      answers: flags.answers,
    });
    if (flags.sarif) await writeFileAtomic(flags.sarif, writeAppSarif(assessment));
    if (flags.json) stdout.write(`${JSON.stringify(assessment, null, 1)}\n`);
    else if (flags.csv) stdout.write(writeAppAssessmentCsv(assessment));
    else {
      const style = { color: mayColor(stdout, env), width: columns(stdout), verbose: flags.verbose };
      stdout.write(writeAppAssessmentText(assessment, style));
    }
    context.process.exitCode = exitCode(assessment);
  } catch (error) {
    context.process.exitCode = stopped(context, input) ?? failure(context, error);
  }
}

async function appsIn(context: Context, flags: AssessAppsFlags, input?: string): Promise<AppsToAssess> {
  const { dataFolder } = context;
  if (input !== undefined && isAppFile(input)) return await appsOfFile(input, dataFolder, context.signal);
  const kept = input === undefined ? undefined : await appsOfKept(input, context, flags.app);
  if (kept) return kept;
  const progress = inspectReporter(context.process.stderr, flags.progress, context.now);
  try {
    const asked = { ...flags, fresh: false, deep: false };
    const one = flags.app !== undefined && /^[A-Za-z]\w*(?:\.\w+)+$/.test(flags.app) ? [flags.app] : undefined;
    const { found, source } = await inspected(context, asked, input, progress, one);
    return await appsOfExamination(found, source, { dataFolder, app: flags.app });
  } finally {
    progress.end();
  }
}

/** Whether an input is an app by its name, or a folder with app files in its name's place. */
function isAppFile(path: string): boolean {
  return /\.(?:apk|apks|xapk|apkm)$/i.test(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? true);
}

function exitCode({ summary }: AppAssessment): number {
  if (summary.notSatisfied > 0) return exitCodes.findings;
  return summary.notDeterminable > 0 ? notDeterminable : exitCodes.fine;
}
