import type { Snapshot } from "../core/snapshot.ts";
import { type VexEntry, writeVex } from "../report/vex.ts";
import { uuid5 } from "./assessment-files.ts";
import { type LevelStanding, readUpdates } from "./updates.ts";
import { version } from "./version.ts";

/**
 * The fixes that the phone's levels do not promise, as CycloneDX with VEX; `at` is the time of the document where the snapshot has none. Each
 * hole once for each part; holes that are used in attacks are told even where no bulletin at hand names them.
 */
export async function writeSnapshotVex(snapshot: Snapshot, dataFolder: string, at: number): Promise<string> {
  const { fixes, device } = await readUpdates(snapshot, dataFolder);
  const time = snapshot.takenAt ?? new Date(at).toISOString();
  const entries = fixes === null ? [] : [...entriesOf(fixes.os), ...entriesOf(fixes.vendor)];
  const once = new Map(entries.map((entry) => [`${entry.id} ${entry.part}`, entry]));
  return writeVex({
    candor: version,
    time,
    serial: uuid5(`vex ${snapshot.source.name} ${time}`),
    phone: {
      name: device["model"] ?? "a phone that does not say what it is",
      version: device["build"] ?? device["android"] ?? null,
      maker: device["manufacturer"] ?? null,
    },
    entries: [...once.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
}

function entriesOf({ missing, exploited }: LevelStanding): readonly VexEntry[] {
  const used = new Map(exploited.map(({ id, added }) => [id, added]));
  const listed = new Set(missing.map(({ id }) => id));
  return [
    ...missing.map(({ id, severity, part, level }) => ({ id, severity, part, level, exploited: used.get(id) ?? null })),
    ...exploited
      .filter(({ id }) => !listed.has(id))
      .map(({ id, part, level, added }) => ({ id, severity: null, part, level, exploited: added })),
  ];
}
