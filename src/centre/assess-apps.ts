import { type AppAnswer, appAnswers } from "../apps/app-answers.ts";
import { isUnread } from "../apps/app-record.ts";
import {
  type AppAssessment,
  type AssessedApp,
  appAssessmentNotice,
  appAssessmentSchema,
} from "../core/app-assessment.ts";
import { DeviceError } from "../core/errors.ts";
import { type AppVulnerabilities, appVulnerabilities } from "../feeds/app-vulnerabilities.ts";
import type { AppInspections } from "../formats/app-inspections.ts";
import { appFamilies } from "../profiles/app-controls.ts";
import { appProfile } from "../profiles/app-profile.ts";
import { assessApp } from "../profiles/assess-app.ts";
import { loadEngines } from "./app-engines.ts";
import type { AppView } from "./app-page.ts";
import { findApp, viewOfInstalled, viewsOfFile } from "./app-view.ts";
import { type AssessPlace, answersToFill, describeProfile, examinationId } from "./assess.ts";
import { readControlAnswers } from "./control-answers.ts";
import { readExamination } from "./examinations.ts";
import { inspectionAnswers } from "./inspection-answers.ts";
import { listInUse } from "./list-in-use.ts";
import { inspectionsOf } from "./load-inspections.ts";
import { openPrivate } from "./private-store.ts";
import { type AppFileRecord, scanApps } from "./scan-apps.ts";
import { version } from "./version.ts";

/** Apps to be held against the profile for apps, and where they are from. */
export interface AppsToAssess {
  readonly source: AppAssessment["source"];
  /** `missing`: why not all of the app is there, in sentences. */
  readonly apps: readonly { readonly view: AppView; readonly missing: readonly string[] }[];
  readonly leftOut: readonly string[];
}

/**
 * The apps of a file: an APK, a container of them, or a folder with the parts of one.
 *
 * @throws DeviceError `unreadable` where there is no app in it
 */
export async function appsOfFile(path: string, dataFolder: string, signal: AbortSignal): Promise<AppsToAssess> {
  const engines = await loadEngines(dataFolder, []);
  const files: AppFileRecord[] = [];
  await scanApps([path], { dataFolder, engines, jobs: 1, signal, onRecord: (record) => void files.push(record) });
  signal.throwIfAborted();
  const apps = files.flatMap((file) => {
    // Which app a part belongs to that cannot be read is not known.
    const missing = file.apps.flatMap(({ record, inside, reason }) =>
      record === null ? [`${inside ?? file.path} could not be read: ${(reason ?? "").replace(/\.$/, "")}.`] : [],
    );
    return viewsOfFile(file, engines.missing).map((view) => ({ view, missing }));
  });
  const [first] = files;
  const unread = files.filter(({ apps: own }) => own.every(({ record }) => record === null));
  if (apps.length === 0) throw new DeviceError("unreadable", `${path}: ${first?.reason ?? "there is no app in it"}`);
  return {
    source: { kind: "file", name: path, takenAt: null },
    apps,
    leftOut: unread.map(({ path: name, reason }) => `${name}: ${reason ?? "it could not be read."}`),
  };
}

/**
 * The apps of an examination; all whose code was looked into, or one by name.
 *
 * @throws DeviceError where there is no such app
 */
export async function appsOfExamination(
  found: AppInspections,
  source: AppAssessment["source"],
  { dataFolder, app }: { readonly dataFolder: string; readonly app?: string | undefined },
): Promise<AppsToAssess> {
  const chosen = app === undefined ? found.apps.filter(({ depth }) => depth !== "signer") : [findApp(found, app)];
  const apps: AppsToAssess["apps"][number][] = [];
  for (const each of chosen) {
    const view = await viewOfInstalled(each, found, dataFolder);
    apps.push({ view, missing: missingOf(view) });
  }
  const left = app === undefined ? found.apps.length - chosen.length : 0;
  const leftOut =
    left === 0
      ? []
      : [`${left} apps that came with the phone were judged by who signed them alone: their code was not read.`];
  return { source, apps, leftOut };
}

/** The apps of an examination that is kept under an id; undefined where it is no id of one. */
export async function appsOfKept(
  id: string,
  place: AssessPlace,
  app: string | undefined,
): Promise<AppsToAssess | undefined> {
  const snapshot = examinationId.test(id) ? await readExamination(await openPrivate(place), id) : undefined;
  if (!snapshot) return undefined;
  const { found, source, takenAt } = inspectionsOf(snapshot);
  return await appsOfExamination(found, { ...source, takenAt }, { dataFolder: place.dataFolder, app });
}

/** What an assessment of apps needs besides them. */
export interface AssessAppsOptions {
  readonly dataFolder: string;
  /** Epoch milliseconds: the time where the source tells none. */
  readonly now: number;
  /** A file of answers by hand, for one app. */
  readonly answers?: string | undefined;
}

/**
 * Holds apps against the profile for apps.
 *
 * @throws DeviceError `unreadable` where answers by hand cannot be read, or there is more than one app that they could be about
 */
export async function assessApps(
  { source, apps: given, leftOut }: AppsToAssess,
  { dataFolder, now, answers }: AssessAppsOptions,
): Promise<AppAssessment> {
  const hand = answers === undefined ? null : await handAnswers(answers, given.length);
  const list = await listInUse(dataFolder, appVulnerabilities);
  const holes = (list.loaded?.value ?? { holes: [] }) as AppVulnerabilities;
  const day = (source.takenAt ?? new Date(now).toISOString()).slice(0, 10);
  const apps = given.map(({ view, missing }) => assessed(view, missing, { day, holes, hand }));
  const required = (app: AssessedApp, state: string) =>
    app.results.some((result) => result.level === "required" && result.state === state);
  const denied = apps.filter((app) => required(app, "not-satisfied"));
  const open = apps.filter((app) => !denied.includes(app) && required(app, "not-determinable"));
  const { id, title, version: edition, audience, scope, limits } = appProfile;
  const feeds = list.loaded
    ? [{ id: list.loaded.id, origin: list.loaded.origin, date: list.loaded.date, entries: list.loaded.entries }]
    : [];
  return {
    schema: appAssessmentSchema,
    candor: version,
    profile: { id, title, version: edition, audience, scope, limits },
    source,
    feeds,
    answeredBy: hand?.by ?? null,
    summary: { apps: apps.length, notSatisfied: denied.length, notDeterminable: open.length },
    leftOut,
    apps,
    notice: appAssessmentNotice,
  };
}

function assessed(
  view: AppView,
  missing: readonly string[],
  { day, holes, hand }: { readonly day: string; readonly holes: AppVulnerabilities; readonly hand: Hand | null },
): AssessedApp {
  const { inspection, records, files } = view;
  const base = records[0];
  const identity = base && !isUnread(base.identity) ? base.identity : null;
  const name = inspection?.package ?? identity?.packageName ?? null;
  const label = inspection?.label ?? (identity && !isUnread(identity.label) ? identity.label.text : null);
  const answers = appAnswers({ package: name ?? "", records, missing, day, holes });
  return {
    package: name,
    name: label || name || "An app without a readable manifest",
    version: inspection?.versionName ?? identity?.versionName ?? null,
    files: files.map((file) => ({ name: file.name, sha256: file.sha256 })),
    missing,
    ...assessApp(inspection ? withInspection(answers, inspectionAnswers(inspection, holes)) : answers, hand?.answers),
  };
}

type Hand = Awaited<ReturnType<typeof readControlAnswers>>;

async function handAnswers(path: string, apps: number): Promise<Hand> {
  if (apps !== 1)
    throw new DeviceError(
      "unreadable",
      `Answers by hand are about one app, and here are ${apps}.`,
      "Name one with --app.",
    );
  const known = new Set(appFamilies.flatMap(({ controls }) => controls.map(({ id }) => id)));
  return await readControlAnswers(path, known);
}

/** The profile for apps with its controls. */
export function describeAppProfile(): ReturnType<typeof describeProfile> {
  return describeProfile(appProfile, appFamilies);
}

/** A file of answers to be filled in: every control for apps that a person may have to answer. */
export function appAnswersToFill(): unknown {
  return answersToFill(appProfile, appFamilies);
}

/** Where the files do not tell it, what was kept of an app when its phone was examined may. */
function withInspection(answers: readonly AppAnswer[], kept: readonly AppAnswer[]): readonly AppAnswer[] {
  const told = new Map(kept.filter(({ state }) => state !== "unknown").map((answer) => [answer.check, answer]));
  return answers.map((answer) => (answer.state === "unknown" ? (told.get(answer.check) ?? answer) : answer));
}

/** Why the files of an installed app are not all among its records. */
function missingOf({ records, files }: AppView): readonly string[] {
  const read = new Set(records.flatMap(({ file }) => (typeof file.sha256 === "string" ? [file.sha256] : [])));
  const left = files.filter(({ sha256 }) => sha256 === null || !read.has(sha256));
  if (records.length === 0) return ["Only a summary of this app is kept, not what its files hold."];
  return left.length === 0 ? [] : [`${left.length} of its ${files.length} files were not read.`];
}
