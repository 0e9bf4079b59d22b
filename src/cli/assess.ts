import { assessExamination, findProfile } from "../centre/assess.ts";
import { writeOscal, writeSarif } from "../centre/assessment-files.ts";
import type { ControlAnswersDocument } from "../centre/control-answers.ts";
import { examine, judgeSnapshot, sawAnything } from "../centre/examine.ts";
import { answeredPhone, keptAnswers } from "../centre/kept-answers.ts";
import { pdfOf } from "../centre/letter-pdf.ts";
import { openPrivate } from "../centre/private-store.ts";
import { readSnapshot } from "../centre/saved-snapshot.ts";
import { writeSnapshotVex } from "../centre/vex-file.ts";
import type { Assessment } from "../core/assessment.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { writeAssessmentCsv } from "../report/assessment-csv.ts";
import { writeAssessmentHtml } from "../report/assessment-html.ts";
import { writeAssessmentText } from "../report/assessment-text.ts";
import { type Context, columns, exitCodes, mayColor, notDeterminable } from "./context.ts";
import { failure } from "./failure.ts";
import { type AppsFlags, lookIntoApps } from "./look-into-apps.ts";
import { examinationNotes, note, written } from "./note.ts";
import { progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

interface AssessFlags extends SourceFlags, AppsFlags {
  readonly profile: string;
  readonly answers?: string;
  readonly traffic?: string;
  readonly json: boolean;
  readonly csv: boolean;
  readonly verbose: boolean;
  readonly html?: string;
  readonly pdf?: string;
  readonly oscal?: string;
  readonly sarif?: string;
  readonly vex?: string;
  readonly appProfile: boolean;
  readonly app?: string;
}

/** `candor assess [SOURCE]`: holds a phone against a profile. */
export async function assess(this: Context, flags: AssessFlags, input?: string): Promise<void> {
  const { stdout, stderr, env } = this.process;
  if (flags.json && flags.csv) {
    stderr.write("Choose one of --json and --csv.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  if (flags.appProfile || flags.profile === "app" || flags.app !== undefined) {
    const { assessAppsOf } = await import("./assess-apps.ts");
    return await assessAppsOf(this, flags, input);
  }
  try {
    findProfile(flags.profile);
    const { snapshot, report, isSaved } = await examined(this, flags, input);
    if (!sawAnything(snapshot)) {
      stderr.write("Nothing could be examined: no fact could be read. “candor facts” tells every reason.\n");
      this.process.exitCode = exitCodes.unreadable;
      return;
    }
    const kept = flags.answers === undefined ? await answeredBefore(this, snapshot) : undefined;
    const assessment = await assessExamination(snapshot, report, { ...flags, kept });
    const notes = isSaved ? [] : examinationNotes(snapshot);
    if (flags.html) notes.push(await written(flags.html, "assessment-html", writeAssessmentHtml(assessment), snapshot));
    if (flags.pdf) {
      const pdf = await pdfOf(writeAssessmentHtml(assessment), env, this.signal);
      notes.push(await written(flags.pdf, "assessment-pdf", pdf, snapshot));
    }
    if (flags.oscal) notes.push(await written(flags.oscal, "oscal", writeOscal(assessment, this.now()), snapshot));
    if (flags.sarif) notes.push(await written(flags.sarif, "sarif", writeSarif(assessment), snapshot));
    if (flags.vex) {
      const vex = await writeSnapshotVex(snapshot, this.dataFolder, this.now());
      notes.push(await written(flags.vex, "vex", vex, snapshot));
    }
    if (flags.json) stdout.write(`${JSON.stringify(assessment, null, 1)}\n`);
    else if (flags.csv) stdout.write(writeAssessmentCsv(assessment));
    else {
      const style = { color: mayColor(stdout, env), width: columns(stdout), verbose: flags.verbose };
      stdout.write(writeAssessmentText(assessment, style));
    }
    await note(this, input, notes);
    this.process.exitCode = exitCode(assessment);
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

async function examined(context: Context, flags: AssessFlags, input?: string) {
  const saved = input === undefined ? undefined : await readSnapshot(input);
  if (saved) return { snapshot: saved, report: await judgeSnapshot(saved, context.dataFolder), isSaved: true };
  const progress = progressOn(context.process.stderr, flags.progress);
  const source = await open(context, { input, serial: flags.serial, address: flags.address }, progress);
  const looking = lookIntoApps(context, flags);
  try {
    const { dataFolder, signal } = context;
    const onProgress = (step: Parameters<typeof progress.step>[0]) => progress.step(step);
    const seen = await examine(source, { dataFolder, signal, onProgress, apps: looking?.options });
    return { ...seen, isSaved: false };
  } finally {
    looking?.end();
    progress.end();
    await source.close();
  }
}

/** What was answered by hand for this phone and kept; says so, since it decides controls. Nothing where that is locked, which is said, too. */
export async function answeredBefore(
  context: Context,
  snapshot: Snapshot,
): Promise<ControlAnswersDocument | undefined> {
  const { stderr } = context.process;
  const store = await openPrivate(context);
  if (store.state === "locked") {
    stderr.write("What was answered by hand for this phone is locked, and not used. To use it: candor unlock\n");
    return undefined;
  }
  const kept = await keptAnswers(store, answeredPhone(snapshot));
  if (kept === undefined || kept.answers.length === 0) return undefined;
  const count = kept.answers.length;
  stderr.write(
    `${count} ${count === 1 ? "answer" : "answers"} by hand that ${count === 1 ? "was" : "were"} kept for this phone ${count === 1 ? "is" : "are"} used. To use others: --answers FILE\n`,
  );
  return kept;
}

function exitCode({ results }: Assessment): number {
  const required = results.filter(({ level }) => level === "required");
  if (required.some(({ state }) => state === "not-satisfied")) return exitCodes.findings;
  return required.some(({ state }) => state === "not-determinable") ? notDeterminable : exitCodes.fine;
}
