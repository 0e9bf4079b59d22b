import { statSync } from "node:fs";
import { loadEngines } from "../centre/app-engines.ts";
import { type AppView, appPage } from "../centre/app-page.ts";
import { type AppViewDocument, findApp, mayWatch, viewOfInstalled, viewsOfFile } from "../centre/app-view.ts";
import { type AppFileRecord, scanApps } from "../centre/scan-apps.ts";
import { version } from "../centre/version.ts";
import { DeviceError } from "../core/errors.ts";
import { safetyNotice } from "../report/wording.ts";
import { pageText } from "./app-page-text.ts";
import { type InspectFlags, inspected, stopped } from "./apps-list.ts";
import { type Context, columns, exitCodes, mayColor } from "./context.ts";
import { failure } from "./failure.ts";
import { inspectReporter } from "./inspect-progress.ts";

export interface AppsShowFlags extends InspectFlags {
  readonly all: boolean;
}

interface Shown {
  readonly source: { readonly kind: string; readonly name: string; readonly takenAt: string | null };
  readonly apps: readonly AppView[];
}

/** Apps of one file that are shown; a file can carry others. */
const mostPages = 10;

/** `candor apps show PACKAGE [SOURCE]`, `candor apps show FILE`: everything about one app. */
export async function appsShow(this: Context, flags: AppsShowFlags, wanted: string, input?: string): Promise<void> {
  const { stdout, env } = this.process;
  try {
    const isFile = input === undefined && flags.serial === undefined && flags.address === undefined && isThere(wanted);
    const { source, apps } = isFile ? await fromFile(this, wanted) : await fromSource(this, flags, wanted, input);
    if (flags.json) {
      const document: AppViewDocument = { schema: "candor.app-view/1", candor: version, source, apps };
      stdout.write(`${JSON.stringify(document, null, 1)}\n`);
    } else {
      const look = { color: mayColor(stdout, env), width: columns(stdout), all: flags.all };
      const pages = apps.slice(0, mostPages).map((view) => {
        const warning = view.inspection !== null && mayWatch(view.verdicts) ? safetyNotice : undefined;
        return pageText(appPage(view), { ...look, warning });
      });
      stdout.write(pages.join(`\n${"─".repeat(look.width)}\n\n`));
      if (apps.length > mostPages)
        stdout.write(`\nIt holds ${apps.length - mostPages} more apps: candor apps scan lists them.\n`);
    }
    this.process.exitCode = exitCodes.fine;
  } catch (error) {
    this.process.exitCode = stopped(this, input) ?? failure(this, error);
  }
}

function isThere(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat && (/[/\\]/.test(path) || /\.(?:apk|xapk|apks|apkm|aab)$/i.test(path)))
    throw new DeviceError("unreadable", `${JSON.stringify(path)}: there is no such file.`);
  // A folder may hold the parts of one app; a package name never has a slash.
  return stat?.isFile() === true || (stat?.isDirectory() === true && /[/\\]/.test(path));
}

async function fromFile(context: Context, path: string): Promise<Shown> {
  const { dataFolder, signal } = context;
  const engines = await loadEngines(dataFolder, []);
  const files: AppFileRecord[] = [];
  const stop = new AbortController();
  const onRecord = (record: AppFileRecord) => {
    files.push(record);
    if (files.length > 1) stop.abort();
  };
  await scanApps([path], { dataFolder, engines, jobs: 1, onRecord, signal: AbortSignal.any([signal, stop.signal]) });
  signal.throwIfAborted();
  const [file] = files;
  if (files.length > 1)
    throw new DeviceError(
      "unreadable",
      "That folder holds more than one app.",
      "candor apps scan FOLDER lists them all.",
    );
  if (file?.code === "fault") throw new Error(file.reason);
  const apps = file ? viewsOfFile(file, engines.missing) : [];
  if (!file || apps.length === 0)
    throw new DeviceError("unreadable", `${path}: ${file?.reason ?? file?.apps[0]?.reason ?? "there is no app in it"}`);
  return { source: { kind: "file", name: path, takenAt: file.modified }, apps };
}

/** Looks into that package alone where the name is one; by the name that is shown, all have to be looked into. */
async function fromSource(
  context: Context,
  flags: AppsShowFlags,
  wanted: string,
  input: string | undefined,
): Promise<Shown> {
  const progress = inspectReporter(context.process.stderr, flags.progress, context.now);
  try {
    const isPackage = /^[A-Za-z]\w*(?:\.\w+)+$/.test(wanted);
    const { found, source } = await inspected(context, flags, input, progress, isPackage ? [wanted] : undefined);
    const app = findApp(found, wanted);
    if (flags.user !== undefined && !app.users.includes(flags.user))
      throw new DeviceError(
        "absent",
        `${app.package} is not installed for user ${flags.user}.`,
        `It is for: ${app.users.join(", ")}.`,
      );
    return { source, apps: [await viewOfInstalled(app, found, context.dataFolder)] };
  } finally {
    progress.end();
  }
}
