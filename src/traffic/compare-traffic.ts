import type { AppTraffic, TrafficReport } from "./traffic-report.ts";

/** What differs between two records, of one app or of all that has no app. */
export interface TrafficDifference {
  readonly app: string;
  readonly key: string | null;
  /** Whether each of the records has connections of the app at all: where one has none, nothing can be said of what came or went. */
  readonly in: "both" | "before" | "after";
  readonly hosts: Change;
  readonly companies: Change;
  readonly trackers: Change;
  readonly countries: Change;
  readonly data: Change;
  readonly connections: { readonly before: number; readonly after: number };
}

/** Names that only one of the two records has. */
export interface Change {
  readonly new: readonly string[];
  readonly gone: readonly string[];
}

/** Two records compared: `candor.traffic-comparison/1`. That something is gone means only that the later record does not show it. */
export interface TrafficComparison {
  readonly schema: "candor.traffic-comparison/1";
  readonly before: Side;
  readonly after: Side;
  readonly apps: readonly TrafficDifference[];
}

/** One of the two. */
export interface Side {
  readonly files: readonly string[];
  readonly period: TrafficReport["period"];
  readonly connections: number;
  /** What this record cannot carry, so that its absence is no difference. */
  readonly cannotTell: readonly string[];
  readonly withoutContent: number;
}

/** Compares two reports app by app, those with the most that is new first. Pure. */
export function compareTraffic(before: TrafficReport, after: TrafficReport): TrafficComparison {
  const rows = (report: TrafficReport) => new Map(rowsOf(report).map((row) => [row.key, row]));
  const [earlier, later] = [rows(before), rows(after)];
  const keys = [...new Set([...later.keys(), ...earlier.keys()])];
  const apps = keys.map((key) => difference(key, earlier.get(key), later.get(key)));
  return {
    schema: "candor.traffic-comparison/1",
    before: sideOf(before),
    after: sideOf(after),
    apps: apps.sort((a, b) => b.hosts.new.length - a.hosts.new.length),
  };
}

type Row = Pick<AppTraffic, "name" | "hosts" | "companies" | "trackers" | "data" | "flows"> & {
  readonly key: string | null;
  readonly countries: readonly string[];
};

/** The apps, and what has none as one of them. */
function rowsOf({ apps, flows }: TrafficReport): readonly Row[] {
  const nameless = flows.filter(({ appKey }) => appKey === null);
  const own = apps.map((app) => ({ ...app, countries: app.countries.flatMap((country) => country ?? []) }));
  if (nameless.length === 0) return own;
  return [
    ...own,
    {
      key: null,
      name: "The phone, where the record names no app",
      hosts: [...new Set(nameless.flatMap(({ host, address }) => host ?? address ?? []))],
      companies: [...new Set(nameless.flatMap(({ recipient }) => recipient.company ?? recipient.domain ?? []))],
      trackers: [
        ...new Set(
          nameless.flatMap(({ recipient }) => (recipient.kind === "tracker" ? (recipient.company ?? []) : [])),
        ),
      ],
      countries: [...new Set(nameless.flatMap(({ place }) => place.country ?? []))],
      data: [...new Set(nameless.flatMap(({ data }) => data.map(({ kind }) => kind)))],
      flows: nameless.length,
    },
  ];
}

function difference(key: string | null, before: Row | undefined, after: Row | undefined): TrafficDifference {
  const change = (of: (row: Row) => readonly string[]): Change => {
    const [was, is] = [new Set(before ? of(before) : []), new Set(after ? of(after) : [])];
    return { new: [...is].filter((each) => !was.has(each)), gone: [...was].filter((each) => !is.has(each)) };
  };
  return {
    app: (after ?? before)?.name ?? "",
    key,
    in: before === undefined ? "after" : after === undefined ? "before" : "both",
    hosts: change(({ hosts }) => hosts),
    companies: change(({ companies }) => companies),
    trackers: change(({ trackers }) => trackers),
    countries: change(({ countries }) => countries),
    data: change(({ data }) => data),
    connections: { before: before?.flows ?? 0, after: after?.flows ?? 0 },
  };
}

function sideOf({ records, period, flows, unseen }: TrafficReport): Side {
  return {
    files: records.map(({ file }) => file),
    period,
    connections: flows.length,
    cannotTell: [...new Set(records.flatMap(({ cannotTell }) => cannotTell))],
    withoutContent: unseen.withoutContent,
  };
}
