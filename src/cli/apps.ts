import { fstatSync, statSync } from "node:fs";
import { type AppEngines, engineUses, loadEngines } from "../centre/app-engines.ts";
import { withFileEngines } from "../centre/file-engines.ts";
import { type AppFileRecord, appFileSchema, type ScanSummary, scanApps } from "../centre/scan-apps.ts";
import { pathsIn } from "../centre/scan-inputs.ts";
import { readScannedBefore, type ScannedBefore } from "../centre/scan-resume.ts";
import { version } from "../centre/version.ts";
import { type Severity, severities } from "../core/check.ts";
import { DeviceError, FormatError } from "../core/errors.ts";
import { plainText } from "../report/plain-text.ts";
import { scanProgress } from "./apps-progress.ts";
import { printBills, saveBills, toStandardOutput } from "./apps-sbom.ts";
import { AppPages } from "./apps-text.ts";
import { type Context, columns, exitCodes, mayColor } from "./context.ts";
import { failure } from "./failure.ts";
import type { progressStyles } from "./progress.ts";

export interface AppsScanFlags {
  readonly json: boolean;
  readonly ndjson: boolean;
  readonly jobs?: number;
  readonly resume?: string;
  readonly hashes?: readonly string[];
  readonly yara?: readonly string[];
  readonly clamd: boolean;
  readonly clamdAddress?: string;
  readonly sbom?: string;
  readonly failOn: Severity | "never";
  readonly progress: (typeof progressStyles)[number];
}

/** `candor apps scan FILE…`: looks into app files, containers and folders of them. */
export async function appsScan(this: Context, flags: AppsScanFlags, ...paths: string[]): Promise<void> {
  const { stdout, stderr } = this.process;
  const wrong = misuse(flags, paths);
  if (wrong) {
    stderr.write(`${wrong}\n`);
    this.process.exitCode = exitCodes.usage;
    return;
  }
  const progress = scanProgress(stderr, flags.progress, this.now);
  try {
    const before = flags.resume === undefined ? undefined : await earlier(this, flags.resume);
    const engines = await withFileEngines(await loadEngines(this.dataFolder, flags.hashes ?? []), {
      dataFolder: this.dataFolder,
      yara: flags.yara ?? [],
      clamd: flags.clamdAddress ?? flags.clamd,
      signal: this.signal,
      now: this.now(),
    });
    // The other outputs have it in themselves.
    if (flags.ndjson && flags.yara) for (const what of engines.missing) stderr.write(`Not used: ${plainText(what)}\n`);
    const out = writer(this, flags, engines);
    if (before?.cutOff && flags.resume !== undefined && writesTo(flags.resume)) stdout.write("\n");
    let worst: number = severities.length;
    const summary = await scanApps(named(paths), {
      dataFolder: this.dataFolder,
      engines,
      before,
      signal: this.signal,
      jobs: flags.jobs,
      onRecord: async (record) => {
        worst = Math.min(worst, worstOf(record));
        await drained(this, out.record(record));
        if (flags.sbom !== undefined && flags.sbom !== toStandardOutput)
          await saveBills(record, flags.sbom, this.now());
      },
      onProgress: (step) => progress.step(step),
    });
    progress.end();
    await drained(this, out.end(summary));
    this.process.exitCode = exitCode(this, summary, flags, worst);
  } catch (error) {
    progress.end();
    this.process.exitCode = failure(this, asDeviceError(error));
  } finally {
    // A list on standard input that is still open would keep the program running.
    if (paths.includes("-")) process.stdin.destroy();
  }
}

function misuse(flags: AppsScanFlags, paths: readonly string[]): string | undefined {
  if (paths.length === 0)
    return "Which files? Name app files or folders, or - for a list of them on standard input (candor apps scan --help).";
  if (flags.json && flags.ndjson) return "--json prints one document, --ndjson one record a line: choose one.";
  if (flags.sbom === toStandardOutput && (flags.json || flags.ndjson))
    return "--sbom - prints bills of materials in place of the records: name a folder instead, or leave --json and --ndjson.";
  if (flags.sbom === "") return "--sbom needs a folder, or - for standard output.";
  if (flags.resume !== undefined && !flags.ndjson)
    return "--resume continues an earlier --ndjson: use both, and write behind what is there (>> FILE).";
  if (flags.jobs !== undefined && (flags.jobs < 1 || flags.jobs > 256)) return "--jobs is a number from 1 to 256.";
  return undefined;
}

/** The paths that were named; `-` stands for those on standard input. */
async function* named(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths)
    if (path === "-") yield* pathsIn(process.stdin);
    else yield path;
}

async function earlier(context: Context, path: string): Promise<ScannedBefore | undefined> {
  try {
    return await readScannedBefore(path, appFileSchema);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    // So that one command starts a run and goes on with it.
    context.process.stderr.write(`${plainText(path)} is not there yet: everything is looked into.\n`);
    return undefined;
  }
}

/** Whether standard output goes to that very file. */
function writesTo(path: string): boolean {
  try {
    const [out, file] = [fstatSync(1), statSync(path)];
    return out.isFile() && out.ino === file.ino && out.dev === file.dev;
  } catch {
    return false;
  }
}

interface Writer {
  /** Whether more can be taken at once. */
  record(record: AppFileRecord): boolean;
  end(summary: ScanSummary): boolean;
}

function writer(context: Context, flags: AppsScanFlags, inUse: AppEngines): Writer {
  const { missing } = inUse;
  const engines = engineUses(inUse);
  const { stdout, stderr, env } = context.process;
  const counted = (summary: ScanSummary) => {
    if (summary.unread > 0)
      stderr.write(
        `${summary.unread} of ${summary.unread + summary.read} files could not be read; their records tell why.\n`,
      );
    return true;
  };
  if (flags.sbom === toStandardOutput)
    return { record: (record) => printBills(context, record, context.now()), end: counted };
  if (flags.ndjson) return { record: (record) => stdout.write(`${JSON.stringify(record)}\n`), end: counted };
  if (flags.json) {
    const head = { schema: "candor.app-scan/1", candor: version, engines, missing };
    let text = `${JSON.stringify(head, null, 1).slice(0, -2)},\n "files": [`;
    return {
      // Written as it comes: a large corpus is never in memory as a whole.
      record: (record) => {
        const written = stdout.write(`${text}\n${JSON.stringify(record)}`);
        text = ",";
        return written;
      },
      end: (summary) => {
        const open = text === "," ? "" : text;
        stdout.write(`${open}\n ],\n "summary": ${JSON.stringify(summary)}\n}\n`);
        return counted(summary);
      },
    };
  }
  const pages = new AppPages({ color: mayColor(stdout, env), width: columns(stdout) });
  return {
    record: (record) => {
      pages.add(record);
      return true;
    },
    end: (summary) => stdout.write(pages.toString(summary, { engines, missing })),
  };
}

/** Waits until the reader has taken what was written, or the person stops. */
async function drained({ process: { stdout }, signal }: Context, ready: boolean): Promise<void> {
  if (ready || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      stdout.off("drain", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    stdout.once("drain", done);
    signal.addEventListener("abort", done, { once: true });
  });
}

/** Place in `severities` of the worst verdict. */
function worstOf({ verdicts, apps }: AppFileRecord): number {
  const all = [...verdicts, ...apps.flatMap((app) => app.verdicts)];
  return Math.min(severities.length, ...all.map(({ severity }) => severities.indexOf(severity)));
}

function exitCode(context: Context, summary: ScanSummary, flags: AppsScanFlags, worst: number): number {
  const { stderr } = context.process;
  if (summary.stopped) {
    stderr.write("Stopped. What was written is whole.\n");
    return exitCodes.stopped;
  }
  if (flags.failOn !== "never" && worst <= severities.indexOf(flags.failOn)) return exitCodes.findings;
  if (summary.read + summary.skipped > 0) return exitCodes.fine;
  if (summary.unread === 0) stderr.write("There is no app file in what was named.\n");
  return exitCodes.unreadable;
}

/** A list that cannot be read is the input's fault and not Candor's. */
function asDeviceError(error: unknown): unknown {
  return error instanceof FormatError ? new DeviceError("unreadable", `${error.message}.`) : error;
}
