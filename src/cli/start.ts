import { examine } from "../centre/examine.ts";
import { exportNote } from "../centre/journal-notes.ts";
import { type KeptReport, keepReport } from "../centre/kept-report.ts";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { writeHtml } from "../report/html.ts";
import { plainText } from "../report/plain-text.ts";
import { print } from "./check.ts";
import { type Context, exitCodes } from "./context.ts";
import { failure } from "./failure.ts";
import { type AppsFlags, lookIntoApps } from "./look-into-apps.ts";
import { examinationNotes, note } from "./note.ts";
import { openPage } from "./page.ts";
import { type Progress, progressOn } from "./progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

/** The model that is examined where there is no phone. */
const demo = "hyperos";

/** What `candor` takes; `page` is undefined where nothing was said about it. */
export interface StartFlags extends SourceFlags, AppsFlags {
  readonly page?: boolean;
}

/** `candor`: opens the page for a person at a terminal; else examines and prints. */
export async function start(this: Context, flags: StartFlags): Promise<void> {
  if (flags.page ?? (isAtTerminal(this) && !saysHow(flags))) await openPage.call(this, { browser: true });
  else await examineAndPrint.call(this, flags);
}

/** Whether a person sits there: what is printed is seen, and what is typed arrives. */
function isAtTerminal({ process: { stdout } }: Context): boolean {
  return stdout.isTTY === true && process.stdin.isTTY === true;
}

/** Whether a flag says how to examine, which the page would ask anew. */
function saysHow({ serial, address, apps, progress }: StartFlags): boolean {
  return serial !== undefined || address !== undefined || !apps || progress !== "auto";
}

/** Examines the attached phone, or the virtual one where none is attached, prints the report and writes it as an HTML file. */
async function examineAndPrint(this: Context, flags: SourceFlags & AppsFlags): Promise<void> {
  const progress = progressOn(this.process.stderr, flags.progress);
  const looking = lookIntoApps(this, flags);
  try {
    const { source, isVirtual } = await attachedOrVirtual(this, flags, progress);
    try {
      const { snapshot, report } = await examine(source, {
        dataFolder: this.dataFolder,
        signal: this.signal,
        onProgress: (step) => progress.step(step),
        apps: looking?.options,
      });
      looking?.end();
      progress.end();
      const html = writeHtml(report);
      const kept = await keepReport(this, fileName(source.name, this.now()), html);
      const notes = examinationNotes(snapshot);
      notes.push({ kind: "export", body: exportNote(kept.path, "html", html, snapshot) });
      print(this, report, { json: false, verbose: false });
      this.process.stdout.write(`\n${whereToRead(kept).join("\n")}\n`);
      this.process.stdout.write(
        "More: candor check --help · candor explain · candor devices (npm start -- check --help)\n",
      );
      await note(this, isVirtual ? `virtual:${demo}` : undefined, notes);
      this.process.exitCode = exitCodes.fine;
    } finally {
      looking?.end();
      progress.end();
      await source.close();
    }
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}

function whereToRead({ path, url, sealedAs }: KeptReport): readonly string[] {
  const lines = url === null ? [] : ["The whole report, with evidence and sources:", `  ${url}`];
  if (sealedAs === null) return lines;
  const later = `candor unlock, then candor lock open ${sealedAs}`;
  return url === null
    ? ["The whole report, with evidence and sources, was kept sealed:", `  ${path}`, `To read it: ${later}`]
    : [...lines, `That copy goes when Candor locks again. Later: ${later}`];
}

async function attachedOrVirtual(
  context: Context,
  flags: Pick<SourceFlags, "serial" | "address">,
  progress: Progress,
): Promise<{ readonly source: Source; readonly isVirtual: boolean }> {
  const named = flags.serial ?? flags.address ?? (context.process.env["ANDROID_SERIAL"] || undefined);
  try {
    return { source: await open(context, flags, progress), isVirtual: false };
  } catch (error) {
    const none = error instanceof DeviceError && (error.code === "no-adb" || error.code === "no-device");
    // Several phones, or one that was named, is a choice for the person; no phone at all is not.
    if (!none || named !== undefined) throw error;
    context.process.stdout.write(
      `${plainText(error.message)} This is the virtual phone instead: what you see below is an example, not your phone.\n`,
    );
    if (error.next) context.process.stdout.write(`To examine your own: ${plainText(error.next, 2000)}\n\n`);
    return { source: await open(context, { input: `virtual:${demo}` }, progress), isVirtual: true };
  }
}

function fileName(name: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 16).replace("T", "-").replace(":", "");
  return `candor-${stamp}-${name.replace(/[^A-Za-z0-9.-]+/g, "_").slice(0, 40)}.html`;
}
