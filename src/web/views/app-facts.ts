import type { Endpoint } from "../../apps/app-endpoints.ts";
import { isUnread, type Section } from "../../apps/app-record.ts";
import type { AppView } from "../../centre/app-page.ts";
import type { InspectedTracker } from "../../formats/app-inspections.ts";

/** Trackers of one company. */
export interface CompanyTrackers {
  readonly company: string;
  /** ISO 3166-1 alpha-2; null where it is not known. */
  readonly country: string | null;
  readonly trackers: readonly InspectedTracker[];
}

const grades: readonly InspectedTracker["grade"][] = ["class-defined", "type-referenced", "host-only"];

/** Who else gets data, those with code in the app first; null where its code was not read. Pure. */
export function companiesOf({ records, inspection }: AppView): readonly CompanyTrackers[] | null {
  const read = records.flatMap(({ trackers }) => (isUnread(trackers) ? [] : [trackers]));
  const found = read.length > 0 ? read.flatMap((facts) => facts.found) : (inspection?.trackers ?? null);
  if (found === null) return null;
  const strongest = new Map<string, InspectedTracker>();
  for (const each of found) {
    const before = strongest.get(each.name);
    if (!before || rank(each) < rank(before)) strongest.set(each.name, each);
  }
  const groups = Map.groupBy(strongest.values(), ({ company, name }) => company ?? name);
  return [...groups]
    .map(([company, trackers]) => ({
      company,
      country: trackers.find(({ country }) => country !== null)?.country ?? null,
      trackers: [...trackers].sort((a, b) => rank(a) - rank(b)),
    }))
    .sort((a, b) => best(a) - best(b) || (a.company < b.company ? -1 : 1));
}

const rank = ({ grade }: InspectedTracker) => grades.indexOf(grade);
const best = ({ trackers }: CompanyTrackers) => Math.min(...trackers.map(rank));

/** Hosts that stand in an app, by how they stand there. */
export interface HostGroups {
  /** Addresses without encryption. */
  readonly unencrypted: readonly Endpoint[];
  readonly addressed: readonly Endpoint[];
  /** Names without an address: often only compared with. */
  readonly named: readonly Endpoint[];
  /** Hosts that were found and not kept. */
  readonly more: number;
}

/** The hosts of all its parts; the reason where they were not read, null where no record of it is kept. Pure. */
export function hostsOf({ records }: AppView): HostGroups | { readonly unread: string | null } {
  const sections = records.flatMap(
    ({ endpoints }: { endpoints?: (typeof records)[number]["endpoints"] }) => endpoints ?? [],
  );
  const read = sections.flatMap((each) => (isUnread(each) ? [] : [each]));
  const [first] = sections;
  if (read.length === 0) return { unread: first && isUnread(first) ? first.unread : null };
  const hosts = new Map<string, Endpoint>();
  for (const each of read.flatMap((facts) => facts.hosts)) if (!hosts.has(each.host)) hosts.set(each.host, each);
  const outside = [...hosts.values()].filter(({ local }) => !local);
  return {
    unencrypted: outside.filter(({ cleartext }) => cleartext),
    addressed: outside.filter(({ cleartext, schemes }) => !cleartext && schemes.length > 0),
    named: outside.filter(({ cleartext, schemes }) => !cleartext && schemes.length === 0),
    more: read.reduce((sum, { more }) => sum + more, 0),
  };
}

/** A section of the base's record: its value, the reason why there is none, or null where no record is kept. */
export function baseSection<T extends object>(
  view: AppView,
  section: (record: AppView["records"][number]) => Section<T> | undefined,
): { readonly value: T } | { readonly unread: string } | null {
  const [base] = view.records;
  const found = base && section(base);
  if (found === undefined) return null;
  return isUnread(found) ? found : { value: found };
}
