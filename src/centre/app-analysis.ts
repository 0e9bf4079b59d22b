import { type AnalysisOptions, analyseOpened } from "../apps/analyse-apk.ts";
import type { AppRecord } from "../apps/app-record.ts";
import { compileTrackers } from "../apps/tracker-set.ts";
import type { Feed } from "../core/feed.ts";
import { nodeCodec } from "../device/file.ts";
import { nodeCrypto } from "../device/node-crypto.ts";
import { exodusTrackers } from "../feeds/exodus-trackers.ts";
import { trackers } from "../feeds/trackers.ts";
import type { AppFile } from "../formats/app-container.ts";
import { listInUse } from "./list-in-use.ts";
import { version } from "./version.ts";

/** Gives the record of an opened APK; throws FormatError where it is none. */
export type Analyse = (
  app: AppFile,
  how?: Pick<AnalysisOptions, "beside" | "parts" | "sha256" | "signal" | "onDex">,
) => Promise<AppRecord>;

/** The analysis of one APK on this computer, with the lists in use made ready; for one thread. */
export async function loadAnalysis(dataFolder: string): Promise<Analyse> {
  return (await loadAnalyser(dataFolder)).analyse;
}

/** The same, with what its records depend on besides the file, in one line: Candor's version, and which lists are in use. */
export async function loadAnalyser(dataFolder: string): Promise<{ readonly analyse: Analyse; readonly basis: string }> {
  const used: string[] = [];
  const inUse = async <T>(feed: Feed<T>): Promise<T | undefined> => {
    const { loaded } = await listInUse(dataFolder, feed as Feed<unknown>);
    if (loaded) used.push([loaded.id, loaded.date, loaded.entries, loaded.sha256 ?? "embedded"].join(" "));
    return loaded?.value as T | undefined;
  };
  const [exodus, own] = [await inUse(exodusTrackers), await inUse(trackers)];
  const set = compileTrackers({ ...(exodus && { "exodus-trackers": exodus }), ...(own && { trackers: own }) });
  return {
    analyse: (app, how) => analyseOpened(app, { codec: nodeCodec, crypto: nodeCrypto, trackers: set, ...how }),
    basis: [version, ...used].join("; "),
  };
}
