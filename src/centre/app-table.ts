import type { Severity } from "../core/check.ts";
import { DeviceError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { appInspections } from "../facts/app-inspections.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import {
  type AppInspection,
  type AppInspections,
  type InspectedIcon,
  parseAppInspections,
} from "../formats/app-inspections.ts";
import { type AppListSummary, type AppRow, appList } from "./app-list.ts";
import { type LastOpened, permissionMatrix } from "./permission-matrix.ts";

/** One app of an examination, as a table shows it. Texts of the app are outside text. */
export interface AppTableRow extends Pick<AppRow, "name" | "origin" | "signer" | "trackers" | "dangerous" | "size"> {
  readonly package: string;
  /** null where none is known. */
  readonly icon: InspectedIcon | null;
  readonly version: string | null;
  readonly users: readonly number[];
  readonly system: boolean | null;
  /** Companies of its trackers, or the trackers' own names. */
  readonly companies: readonly string[];
  /** The worst of what the engines say, and how many say something; null where none does. */
  readonly verdict: { readonly severity: Severity; readonly name: string; readonly count: number } | null;
  readonly depth: AppInspection["depth"];
  /** Something of it could not be read, or it was not looked into: no verdict is no pass. */
  readonly unread: boolean;
  readonly cleartext: boolean | null;
  /** By whichever user opened it last. */
  readonly lastOpened: LastOpened;
}

/** The apps of an examination. */
export interface AppTable {
  readonly rows: readonly AppTableRow[];
  readonly summary: AppListSummary;
  readonly engines: AppInspections["engines"];
  /** Engines that could not work, one sentence each. */
  readonly missing: readonly string[];
  /** Why nothing is known of what is in the apps; null where they were looked into. */
  readonly notLookedInto: string | null;
  /** When the facts were true, ISO 8601; null where the source does not tell. */
  readonly takenAt: string | null;
}

/** Makes the table of the facts of an examination. Pure. @throws DeviceError `absent` where it does not tell which apps there are */
export function appTable(snapshot: Snapshot): AppTable {
  const { found, notLookedInto } = inspectionsIn(snapshot);
  const { rows, summary } = appList(found, { sort: "verdict", filters: [] });
  const opened = lastOpenings(snapshot);
  return {
    rows: rows.map((row) => tableRow(row, opened.get(row.app.package) ?? { state: "unknown" })),
    summary,
    engines: found.engines,
    missing: found.missing,
    notLookedInto,
    takenAt: snapshot.takenAt,
  };
}

/** What an examination holds of the apps; where they were not looked into, what the package manager told of them. @throws DeviceError `absent` */
export function inspectionsIn({ facts }: Snapshot): {
  readonly found: AppInspections;
  readonly notLookedInto: string | null;
} {
  const seen = facts[appInspections.id];
  if (seen?.state === "read") return { found: parseAppInspections(JSON.stringify(seen.value)), notLookedInto: null };
  const notLookedInto = seen?.reason ?? "The examination did not ask what is in the apps.";
  const listed = facts[packageDetails.id];
  if (listed?.state !== "read")
    throw new DeviceError("absent", `Which apps there are could not be read: ${listed?.reason ?? notLookedInto}`);
  const apps = (listed.value as readonly PackageDetails[]).flatMap(notInspected);
  return { found: { schema: "candor.app-inspections/1", engines: [], missing: [], apps }, notLookedInto };
}

function notInspected(details: PackageDetails): readonly AppInspection[] {
  const users = details.users.filter(({ installed }) => installed).map(({ user }) => user);
  if (users.length === 0) return [];
  return [
    {
      package: details.name,
      label: null,
      versionName: details.versionName,
      versionCode: details.versionCode === null ? null : String(details.versionCode),
      users,
      system: details.flags.includes("SYSTEM"),
      updated: details.flags.includes("UPDATED_SYSTEM_APP"),
      installer: details.installSource.installing,
      files: [],
      depth: "none",
      unread: [],
      signers: [],
      platformSigned: null,
      trackers: null,
      dangerous: [],
      cleartext: null,
      packers: [],
      loadsCode: null,
      tampering: [],
      standsOut: [],
      verdicts: [],
    },
  ];
}

function tableRow({ app, name, origin, signer, trackers, dangerous, size }: AppRow, opened: LastOpened): AppTableRow {
  const ranked = [...app.verdicts].sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
  const [worst] = ranked;
  return {
    package: app.package,
    name,
    icon: app.icon ?? null,
    version: app.versionName ?? app.versionCode,
    users: app.users,
    system: app.system,
    origin,
    signer,
    trackers,
    companies: [...new Set((app.trackers ?? []).map((each) => each.company ?? each.name))],
    dangerous,
    size,
    verdict: worst ? { severity: worst.severity, name: worst.name, count: ranked.length } : null,
    depth: app.depth,
    unread: app.depth === "none" || app.unread.length > 0,
    cleartext: app.cleartext,
    lastOpened: opened,
  };
}

const ranks: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** By package: the latest of all users. A person who did not open it since something is no proof against another who did. */
function lastOpenings(snapshot: Snapshot): ReadonlyMap<string, LastOpened> {
  const latest = new Map<string, LastOpened>();
  let rows: ReturnType<typeof permissionMatrix>["rows"];
  try {
    ({ rows } = permissionMatrix(snapshot));
  } catch (error) {
    if (error instanceof DeviceError) return latest;
    throw error;
  }
  for (const { package: name, lastOpened } of rows) latest.set(name, later(latest.get(name), lastOpened));
  return latest;
}

function later(a: LastOpened | undefined, b: LastOpened): LastOpened {
  if (a === undefined) return b;
  if (a.state === "opened" || b.state === "opened") {
    if (a.state !== "opened") return b;
    return b.state === "opened" && b.at > a.at ? b : a;
  }
  if (a.state === "unknown" || b.state === "unknown") return { state: "unknown" };
  return a.at > b.at ? a : b;
}
