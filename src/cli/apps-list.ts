import { type AppChoice, type AppsDocument, appList } from "../centre/app-list.ts";
import { loadInspections, savedInspections } from "../centre/load-inspections.ts";
import { version } from "../centre/version.ts";
import { type Severity, severities } from "../core/check.ts";
import { appsCsv } from "./apps-csv.ts";
import { appsTable } from "./apps-table.ts";
import { type Context, exitCodes, mayColor, tableColumns } from "./context.ts";
import { failure } from "./failure.ts";
import { type InspectReporter, inspectReporter } from "./inspect-progress.ts";
import { open, type SourceFlags } from "./source-flags.ts";

/** What both the list and the page of one app need to know to look into apps. */
export interface InspectFlags extends SourceFlags {
  readonly json: boolean;
  readonly user?: number;
  readonly fresh: boolean;
  readonly deep: boolean;
}

export interface AppsListFlags extends InspectFlags {
  readonly csv: boolean;
  readonly yara?: readonly string[];
  readonly all: boolean;
  readonly sort: AppChoice["sort"];
  readonly filter?: AppChoice["filters"];
  readonly search?: string;
  readonly failOn: Severity | "never";
}

/** `candor apps [SOURCE]`: the apps of a phone, with who made them, what they hold and what the engines say. */
export async function appsOfPhone(this: Context, flags: AppsListFlags, input?: string): Promise<void> {
  const { stdout, stderr, env } = this.process;
  if (flags.json && flags.csv) {
    stderr.write("--json and --csv are two ways to print: choose one.\n");
    this.process.exitCode = exitCodes.usage;
    return;
  }
  const progress = inspectReporter(stderr, flags.progress, this.now);
  try {
    const { found, lost, source } = await inspected(this, flags, input, progress);
    const { sort, filter = [], search, user } = flags;
    // A table of hundreds of lines hides what was found; documents are for programs and hold all.
    const fold = !(flags.all || flags.json || flags.csv || filter.includes("system") || search !== undefined);
    const { rows, summary } = appList(found, { sort, filters: filter, search, user, fold });
    if (flags.json) {
      const inspections = { ...found, apps: rows.map(({ app }) => app) };
      const schema = "candor.apps/1";
      const document: AppsDocument = { schema, candor: version, source, complete: !lost, summary, inspections };
      stdout.write(`${JSON.stringify(document, null, 1)}\n`);
    } else if (flags.csv) stdout.write(appsCsv(rows));
    else {
      const { engines, missing } = found;
      const look = { color: mayColor(stdout, env), width: tableColumns(stdout), bySize: sort === "size" };
      stdout.write(appsTable({ rows, summary, engines, missing, ...look }));
    }
    const limit = flags.failOn === "never" ? -1 : severities.indexOf(flags.failOn);
    const worst = summary.worst === null ? severities.length : severities.indexOf(summary.worst);
    if (lost)
      stderr.write(
        "The phone was lost on the way. What was looked into is kept: attach it again, and the same command goes on from there.\n",
      );
    const nothing = lost || found.apps.length === 0 || found.apps.every(({ depth }) => depth === "none");
    this.process.exitCode = worst <= limit ? exitCodes.findings : nothing ? exitCodes.unreadable : exitCodes.fine;
  } catch (error) {
    progress.end();
    this.process.exitCode = stopped(this, input) ?? failure(this, error);
  }
}

/** Opens the source and looks into its apps; `packages` are all that is looked into, where given. */
export async function inspected(
  context: Context,
  flags: InspectFlags & Pick<AppsListFlags, "yara">,
  input: string | undefined,
  progress: InspectReporter,
  packages?: readonly string[],
) {
  const { serial, address, fresh, deep } = flags;
  const saved = input === undefined ? undefined : await savedInspections(input);
  if (saved) return { found: saved.found, lost: false, source: { ...saved.source, takenAt: saved.takenAt } };
  const source = await open(context, { input, serial, address }, { ...progress, step: () => {} });
  try {
    if (source.kind !== "phone" && (fresh || deep || flags.yara))
      progress.say("--fresh, --deep and --yara are for a phone: this tells what was found when it was taken.");
    const { dataFolder, signal } = context;
    const onProgress = (step: Parameters<InspectReporter["step"]>[0]) => progress.step(step);
    const rules = flags.yara && { yara: flags.yara, now: context.now() };
    const options = { dataFolder, signal, fresh, deep, packages, onProgress, rules };
    const { found, lost } = await loadInspections(source, options);
    const { kind, name, takenAt } = source;
    const when = takenAt === null ? null : new Date(takenAt).toISOString();
    return { found, lost, source: { kind, name, takenAt: when } };
  } finally {
    progress.end();
    await source.close();
  }
}

/** The exit code where the person stopped it, and a word on what is kept. */
export function stopped(context: Context, input: string | undefined): number | undefined {
  if (!context.signal.aborted) return undefined;
  const again = input === undefined || input.startsWith("tcp:");
  context.process.stderr.write(
    again ? "Stopped. What was looked into so far is kept: the same command goes on from there.\n" : "Stopped.\n",
  );
  return exitCodes.stopped;
}
