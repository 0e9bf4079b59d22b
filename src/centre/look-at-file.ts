import { DeviceError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { openInput } from "../device/open.ts";
import { loadEngines } from "./app-engines.ts";
import { type AppPage, type AppView, appPage } from "./app-page.ts";
import { mayWatch, viewsOfFile } from "./app-view.ts";
import { type ExaminationSummary, keepExamination } from "./examinations.ts";
import { examine, judgeSnapshot, sawAnything } from "./examine.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { readSnapshot } from "./saved-snapshot.ts";
import { type AppFileRecord, scanApps } from "./scan-apps.ts";

/** What a file turned out to be. */
export type LookedAtFile =
  | { readonly kind: "examination"; readonly examination: ExaminationSummary }
  | { readonly kind: "app"; readonly apps: readonly LookedAtApp[]; readonly notes: readonly string[] };

/** One app of a file; `page` is the same in words. */
export interface LookedAtApp {
  readonly view: AppView;
  readonly page: AppPage;
  /** Whether it may let somebody watch whoever uses a phone. */
  readonly mayWatch: boolean;
}

export interface LookOptions {
  readonly signal: AbortSignal;
  /** `done` of `of` facts. */
  readonly onProgress?:
    | ((step: { readonly about: string; readonly done: number; readonly of: number }) => void)
    | undefined;
}

/** Apps of one file that are told of; a file can carry others. */
const mostApps = 20;

/**
 * Looks at one file, whatever it is by its content: a saved examination, a capture, a bug report, an AndroidQF zip, or an app. Examinations are
 * kept.
 *
 * @throws DeviceError `unreadable` with what Candor reads, `cancelled`
 */
export async function lookAtFile(place: PrivatePlace, path: string, options: LookOptions): Promise<LookedAtFile> {
  const saved = await readSnapshot(path);
  if (saved) return await kept(place, saved);
  let source: Awaited<ReturnType<typeof openInput>>;
  try {
    source = await openInput(path);
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== "unreadable") throw error;
    const apps = await appsIn(place, path, options);
    if (apps) return apps;
    throw new DeviceError(
      "unreadable",
      error.message,
      `${error.next ?? ""} It also looks into apps (.apk, .xapk, .apks, .apkm).`,
    );
  }
  try {
    const { dataFolder } = place;
    const { snapshot } = await examine(source, {
      dataFolder,
      signal: options.signal,
      onProgress: ({ about, done, total }) => options.onProgress?.({ about, done, of: total }),
    });
    if (!sawAnything(snapshot)) throw new DeviceError("unreadable", "Nothing in this file could be read.");
    return await kept(place, snapshot);
  } finally {
    await source.close();
  }
}

async function kept(place: PrivatePlace, snapshot: Snapshot): Promise<LookedAtFile> {
  const report = await judgeSnapshot(snapshot, place.dataFolder);
  const found = { snapshot, report, phone: null };
  return { kind: "examination", examination: await keepExamination(await openPrivate(place), found, place.now()) };
}

/** undefined where there is no app in the file. */
async function appsIn(
  { dataFolder }: PrivatePlace,
  path: string,
  options: LookOptions,
): Promise<LookedAtFile | undefined> {
  const engines = await loadEngines(dataFolder, []);
  const files: AppFileRecord[] = [];
  const onRecord = (record: AppFileRecord) => void files.push(record);
  options.onProgress?.({ about: "Looking into the app", done: 0, of: 0 });
  await scanApps([path], { dataFolder, engines, jobs: 1, onRecord, signal: options.signal });
  if (options.signal.aborted) throw new DeviceError("cancelled", "It was stopped.");
  const [file] = files;
  if (file?.code === "fault") throw new Error(file.reason);
  const views = file ? viewsOfFile(file, engines.missing) : [];
  if (!file || views.length === 0) {
    if (!file || file.code === "not-an-app") return undefined;
    throw new DeviceError("unreadable", file.reason ?? file.apps[0]?.reason ?? "There is no app in it.");
  }
  const apps = views
    .slice(0, mostApps)
    .map((view) => ({ view, page: appPage(view), mayWatch: mayWatch(view.verdicts) }));
  const more = views.length - apps.length;
  return { kind: "app", apps, notes: more > 0 ? [`It holds ${more} more apps: candor apps scan lists them.`] : [] };
}
