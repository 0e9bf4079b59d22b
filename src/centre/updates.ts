import { checks } from "../checks/index.ts";
import { chipMaker } from "../checks/wording/patch-levels.ts";
import type { Fact } from "../core/fact.ts";
import type { Feed } from "../core/feed.ts";
import { judge } from "../core/judge.ts";
import type { Outcome, Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { appCertificates } from "../facts/app-certificates.ts";
import { device } from "../facts/device.ts";
import { facts } from "../facts/index.ts";
import { kernelVersion } from "../facts/kernel-version.ts";
import { packageDetails } from "../facts/package-details.ts";
import { type PlaySystemUpdate, playSystemUpdate } from "../facts/play-system-update.ts";
import { properties } from "../facts/properties.ts";
import { webview } from "../facts/webview.ts";
import { type AndroidBulletins, androidBulletins } from "../feeds/android-bulletins.ts";
import { bulletinParts, bulletinSeverities } from "../feeds/bulletin-table.ts";
import { type KnownExploited, knownExploited } from "../feeds/known-exploited.ts";
import { type LevelStanding, type MissingFixes, missingFixes } from "../feeds/missing-fixes.ts";
import { type XiaomiBuild, type XiaomiBuilds, xiaomiBuilds } from "../feeds/xiaomi-builds.ts";
import type { FdroidIndex } from "../formats/fdroid-index.ts";
import { compareWithFdroid, type FdroidComparison } from "./fdroid-apps.ts";
import { listsInUse } from "./list-in-use.ts";
import { remedyWords } from "./remedy-words.ts";

export type { ExploitedFix, LevelStanding } from "../feeds/missing-fixes.ts";

/** A row of the table: a part of the system, and how many fixes of each grade its level does not promise. */
export interface UpdateRow {
  readonly part: (typeof bulletinParts)[number];
  /** Which of the phone's levels it was compared with. */
  readonly level: "os" | "vendor";
  readonly critical: number;
  readonly high: number;
  readonly moderate: number;
  readonly low: number;
  readonly notTold: number;
}

/** A month of bulletins since the lowest of the phone's levels. */
export interface UpdateMonth {
  readonly month: string;
  /** Fixes in the list for levels of this month. */
  readonly fixes: number;
  readonly complete: boolean;
}

/** How the phone stands against what was published. */
export interface Updates {
  readonly schema: "candor.updates/1";
  readonly candor: string;
  readonly source: Report["source"];
  readonly takenAt: string | null;
  readonly device: Report["device"];
  /** One sentence for an owner. */
  readonly summary: string;
  /** null where the phone's properties or the time of the examination are not known. */
  readonly fixes:
    | (MissingFixes & { readonly rows: readonly UpdateRow[]; readonly months: readonly UpdateMonth[] })
    | null;
  readonly playSystem: string | null;
  readonly webview: string | null;
  readonly kernel: string | null;
  /** The newest system known for the model; null where none is. */
  readonly newest: XiaomiBuild | null;
  /** Apps compared with an index of F-Droid that the person named; null where none was named or the apps are not known. */
  readonly fdroid: FdroidComparison | null;
  /** All checks about updates. */
  readonly outcomes: readonly Outcome[];
  readonly lists: Report["feeds"];
}

const ofUpdates = checks.filter(({ category }) => category === "updates");
const needed = ofUpdates.flatMap(({ needs, wants }) => [...Object.values(needs), ...Object.values(wants)]);

/** The facts that tell of updates. */
export const updateFacts: readonly Fact<unknown>[] = facts.filter(
  (fact) =>
    needed.includes(fact) ||
    [device, kernelVersion, webview, playSystemUpdate, packageDetails, appCertificates].some(
      ({ id }) => id === fact.id,
    ),
);

const updateFeeds: readonly Feed<unknown>[] = [
  ...new Set([...needed.filter((need) => need.kind === "feed"), androidBulletins, knownExploited, xiaomiBuilds]),
];

/** Judges a snapshot's updates with the lists in use, and its apps by an index of F-Droid where one is given. */
export async function readUpdates(snapshot: Snapshot, dataFolder: string, index?: FdroidIndex): Promise<Updates> {
  const lists = await listsInUse(dataFolder, updateFeeds);
  const report = judge(snapshot, ofUpdates, { feeds: lists, facts, wordsFor: remedyWords });
  const list = <T>(feed: Feed<T>) =>
    (lists.find(({ id }) => id === feed.id)?.value ?? feed.embedded?.value) as T | undefined;
  const said = factOf(snapshot, properties);
  const play = factOf(snapshot, playSystemUpdate);
  const view = factOf(snapshot, webview);
  const packages = factOf(snapshot, packageDetails);
  const bulletins = list<AndroidBulletins>(androidBulletins);
  const exploited = list<KnownExploited>(knownExploited);
  const at = snapshot.takenAt === null ? null : Date.parse(snapshot.takenAt);
  const fixes = said && bulletins && exploited && at !== null ? told(said, play, bulletins, exploited, at) : null;
  const model = said?.["ro.product.mod_device"];
  const builds = list<XiaomiBuilds>(xiaomiBuilds)?.builds ?? [];
  return {
    schema: "candor.updates/1",
    candor: report.candor,
    source: report.source,
    takenAt: report.takenAt,
    device: report.device,
    summary: summaryOf(fixes),
    fixes,
    playSystem: play?.date ?? null,
    webview: view?.version ?? null,
    kernel: factOf(snapshot, kernelVersion)?.release ?? null,
    newest: builds.find((build) => build.model === model) ?? null,
    fdroid: index && packages ? compareWithFdroid(packages, factOf(snapshot, appCertificates), index) : null,
    outcomes: report.outcomes,
    lists: report.feeds,
  };
}

function factOf<T>(snapshot: Snapshot, fact: Fact<T>): T | undefined {
  const read = Object.hasOwn(snapshot.facts, fact.id) ? snapshot.facts[fact.id] : undefined;
  return read?.state === "read" ? (read.value as T) : undefined;
}

function told(
  said: Readonly<Record<string, string>>,
  play: PlaySystemUpdate | undefined,
  bulletins: AndroidBulletins,
  exploited: KnownExploited,
  at: number,
): NonNullable<Updates["fixes"]> {
  const sdk = Number(said["ro.build.version.sdk"]);
  const levels = {
    os: said["ro.build.version.security_patch"]?.trim() || null,
    vendor: said["ro.vendor.build.security_patch"]?.trim() || null,
    playSystem: play?.date ?? null,
    sdk: Number.isSafeInteger(sdk) && sdk > 0 ? sdk : null,
    chip: chipMaker(said),
  };
  const found = missingFixes(levels, bulletins, exploited, at);
  const rows = [...rowsOf("os", found.os), ...rowsOf("vendor", found.vendor)];
  return { ...found, rows, months: monthsOf(found, bulletins) };
}

function rowsOf(level: "os" | "vendor", { missing }: LevelStanding): readonly UpdateRow[] {
  return bulletinParts.flatMap((part) => {
    const own = missing.filter((fix) => fix.part === part);
    if (own.length === 0) return [];
    const of = (grade: (typeof bulletinSeverities)[number] | null) =>
      own.filter(({ severity }) => severity === grade).length;
    const [critical, high, moderate, low, notTold] = [...bulletinSeverities, null].map(of) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return [{ part, level, critical, high, moderate, low, notTold }];
  });
}

/** The months from the lower level to the examination, as far as the list goes. */
function monthsOf(
  { os, vendor, at, uncertain, until }: MissingFixes,
  { fixes }: AndroidBulletins,
): readonly UpdateMonth[] {
  const known = [os, vendor].flatMap(({ level, unknown }) =>
    level !== null && unknown === null ? [level.slice(0, 7)] : [],
  );
  const lowest = known.sort()[0];
  if (lowest === undefined) return [];
  const counts = new Map<string, Set<string>>();
  for (const { id, level, unverified } of fixes) {
    const month = level.slice(0, 7);
    if (unverified || month < lowest || month > at.slice(0, 7)) continue;
    counts.set(month, (counts.get(month) ?? new Set<string>()).add(id));
  }
  for (const month of uncertain) if (!counts.has(month)) counts.set(month, new Set());
  return [...counts]
    .map(([month, ids]) => ({ month, fixes: ids.size, complete: !uncertain.includes(month) }))
    .filter(({ month }) => month <= until)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

function summaryOf(fixes: MissingFixes | null): string {
  if (fixes === null) return "Which fixes are missing cannot be told: the phone's properties or the day are not known.";
  const { os, vendor, stale, until, at } = fixes;
  if (os.level === null || os.unknown !== null)
    return `Which fixes of Android are missing cannot be told. ${os.unknown ?? ""}`.trim();
  const used = new Set([...os.exploited, ...vendor.exploited].map(({ id }) => id)).size;
  const attacks = used === 0 ? "" : `; known to be used in attacks among them: ${used}`;
  if (os.missing.length > 0) {
    const days = Math.floor((Date.parse(at) - Date.parse(os.level)) / 86_400_000);
    return `Android's fixes are ${days} days old: by its level at least ${os.missing.length} fixes that were published since are missing${attacks}.`;
  }
  if (stale)
    return `No missing fix is known up to ${until}; what was published since is not in the list in use (candor feeds update).`;
  if (vendor.missing.length > 0)
    return `No published fix of Android itself is known to be missing; of chips and drivers up to ${vendor.missing.length} are${attacks}.`;
  return `No published fix is known to be missing up to ${until}.`;
}
