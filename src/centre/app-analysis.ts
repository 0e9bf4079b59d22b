import { join } from "node:path";
import { analyseOpened } from "../apps/analyse-apk.ts";
import type { AppRecord } from "../apps/app-record.ts";
import { compileTrackers } from "../apps/tracker-set.ts";
import type { Feed } from "../core/feed.ts";
import { nodeCodec } from "../device/file.ts";
import { nodeCrypto } from "../device/node-crypto.ts";
import { exodusTrackers } from "../feeds/exodus-trackers.ts";
import { trackers } from "../feeds/trackers.ts";
import type { AppFile } from "../formats/app-container.ts";
import { listInUse } from "./list-in-use.ts";

/** Gives the record of an opened APK; throws FormatError where it is none. */
export type Analyse = (app: AppFile) => Promise<AppRecord>;

/** The analysis of one APK on this computer, with the lists in use made ready; for one thread. */
export async function loadAnalysis(dataFolder: string): Promise<Analyse> {
  const inUse = async <T>(feed: Feed<T>): Promise<T | undefined> =>
    (await listInUse(join(dataFolder, "feeds"), feed as Feed<unknown>)).loaded?.value as T | undefined;
  const [exodus, own] = [await inUse(exodusTrackers), await inUse(trackers)];
  const set = compileTrackers({ ...(exodus && { "exodus-trackers": exodus }), ...(own && { trackers: own }) });
  return (app) => analyseOpened(app, { codec: nodeCodec, crypto: nodeCrypto, trackers: set });
}
