import { readFileSync } from "node:fs";
import { analyseApk } from "../../src/apps/analyse-apk.ts";
import { type AppRecord, isUnread, type Section } from "../../src/apps/app-record.ts";
import { compileTrackers, type TrackerSet } from "../../src/apps/tracker-set.ts";
import { memoryFile, nodeCodec } from "../../src/device/file.ts";
import { nodeCrypto } from "../../src/device/node-crypto.ts";
import { exodusTrackers } from "../../src/feeds/exodus-trackers.ts";

const list = readFileSync("../shared/feeds/exodus/trackers.json", "utf8");
const readers = {
  yaml: () => {
    throw new Error("no YAML in this list");
  },
};

/** The shared list of Exodus alone, made ready. */
export const exodusSet = compileTrackers({
  "exodus-trackers": exodusTrackers.parse({ "trackers.json": list }, readers),
});

/** The record of an APK in memory, or of a file. */
export async function record(apk: string | Uint8Array, trackers: TrackerSet = exodusSet): Promise<AppRecord> {
  const bytes = typeof apk === "string" ? readFileSync(apk) : apk;
  return await analyseApk(memoryFile(bytes), { codec: nodeCodec, crypto: nodeCrypto, trackers });
}

/** The value of a section that must have been read. */
export function read<T extends object>(section: Section<T>): T {
  if (isUnread(section)) throw new Error(section.unread);
  return section;
}
