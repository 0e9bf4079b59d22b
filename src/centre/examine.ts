import { checks } from "../checks/index.ts";
import { type CollectProgress, collect } from "../core/collect.ts";
import { DeviceError } from "../core/errors.ts";
import type { Fact } from "../core/fact.ts";
import type { Feed, LoadedFeed } from "../core/feed.ts";
import { judge } from "../core/judge.ts";
import type { Report } from "../core/report.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Source } from "../core/source.ts";
import { attestation } from "../facts/attestation.ts";
import { choices } from "../facts/choices.ts";
import { facts } from "../facts/index.ts";
import { withWhatIsKept } from "./attestation-source.ts";
import { listsInUse } from "./list-in-use.ts";
import type { AppsOptions } from "./phone-with-apps.ts";
import { remedyWords } from "./remedy-words.ts";
import { version } from "./version.ts";

export interface ExamineOptions {
  /** Where updated lists lie, and what was seen of apps before. */
  readonly dataFolder: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CollectProgress) => void) | undefined;
  /** Looks into the apps of a phone, too; what is in them is unknown where this is left out. Captures answer from what they hold. */
  readonly apps?: AppsOptions | undefined;
}

/**
 * Reads all facts from a source.
 *
 * @throws DeviceError `cancelled` when the person stopped it: half an examination that nobody waits for is not kept.
 */
export async function readFacts(
  source: Source,
  options: Pick<ExamineOptions, "signal" | "onProgress">,
  chosen: readonly Fact<unknown>[] = facts,
): Promise<Snapshot> {
  const snapshot = await collect(source, chosen, { version, signal: options.signal, onProgress: options.onProgress });
  if (options.signal?.aborted) throw new DeviceError("cancelled", "The examination was stopped.");
  return snapshot;
}

/** One examination: all facts read, all checks judged. The source stays open. */
export async function examine(
  source: Source,
  options: ExamineOptions,
): Promise<{ snapshot: Snapshot; report: Report }> {
  const place = { dataFolder: options.dataFolder, now: () => Date.now() };
  const told = withWhatIsKept(await lookingIntoApps(source, options), place);
  const snapshot = await readFacts(told, options);
  return { snapshot, report: await judgeSnapshot(snapshot, options.dataFolder) };
}

/** The source, which also tells what is in its apps where it is a phone and that is asked for. */
export async function lookingIntoApps(
  source: Source,
  { apps, dataFolder, signal }: Pick<ExamineOptions, "apps" | "dataFolder" | "signal">,
): Promise<Source> {
  if (apps === undefined || source.kind !== "phone") return source;
  const { phoneWithApps } = await import("./phone-with-apps.ts");
  return await phoneWithApps(source, { dataFolder, signal, onProgress: apps.onProgress });
}

/** Judges a snapshot with the lists of today; ages are judged at the snapshot's own time. */
export async function judgeSnapshot(snapshot: Snapshot, dataFolder: string): Promise<Report> {
  return judge(snapshot, checks, { feeds: await listsForJudging(dataFolder), facts, wordsFor: remedyWords });
}

/** The lists that `judgeSnapshot` judges with. */
export async function listsForJudging(dataFolder: string): Promise<readonly LoadedFeed[]> {
  return await listsInUse(dataFolder, judgedFrom);
}

/** The feeds that checks are judged from. The others, large lists among them, are not even loaded for an examination. */
const judgedFrom: readonly Feed<unknown>[] = [
  ...new Map(
    checks
      .flatMap(({ needs, wants }) => [...Object.values(needs), ...Object.values(wants)])
      .filter((need) => need.kind === "feed")
      .map((feed) => [feed.id, feed] as const),
  ).values(),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Facts that Candor answers from what it keeps, and no phone or capture. */
const keptFacts: ReadonlySet<string> = new Set([choices.id, attestation.id]);

/** Whether anything at all could be read. An examination of nothing is no examination, whatever Candor remembers. */
export function sawAnything(snapshot: Snapshot): boolean {
  return Object.entries(snapshot.facts).some(([id, fact]) => fact.state === "read" && !keptFacts.has(id));
}
