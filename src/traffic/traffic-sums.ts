import { grouped } from "./grouped.ts";
import type { AppTraffic, CompanyTraffic, CountryTraffic, ReportFlow, Totals } from "./traffic-report.ts";

/** What each app did, the one with the most flows first. */
export function sumByApp(flows: readonly ReportFlow[], nameOf: (key: string) => string): readonly AppTraffic[] {
  const known = flows.filter(({ appKey }) => appKey !== null);
  return byFlows(
    [...grouped(known, ({ appKey }) => appKey ?? "")].map(([key, own]) => ({
      key,
      name: nameOf(key),
      package: first(own, ({ app }) => app?.package ?? null),
      uid: first(own, ({ app }) => app?.uid ?? null),
      hosts: hostsOf(own),
      companies: names(own),
      trackers: names(own.filter(({ recipient }) => recipient.kind === "tracker")),
      countries: different(own.map(({ place }) => place.country)),
      ...totalsOf(own),
    })),
  );
}

/** What each company got; hosts whose company no list knows stand by their domain, and those without any name are left out. */
export function sumByCompany(flows: readonly ReportFlow[]): readonly CompanyTraffic[] {
  const named = flows.filter((flow) => companyName(flow) !== null);
  return byFlows(
    [...grouped(named, (flow) => companyName(flow) ?? "")].map(([name, own]) => ({
      name,
      known: own.some(({ recipient }) => recipient.company === name),
      jurisdictions: own[0]?.recipient.jurisdictions ?? [],
      kind: gravest(own),
      purposes: different(own.flatMap(({ recipient }) => recipient.purposes)),
      hosts: hostsOf(own),
      apps: appsOf(own),
      countries: different(own.map(({ place }) => place.country)),
      ...totalsOf(own),
    })),
  );
}

/** What went to each country; under null what has no place. */
export function sumByCountry(flows: readonly ReportFlow[]): readonly CountryTraffic[] {
  return byFlows(
    [...grouped(flows, ({ place }) => place.country)].map(([country, own]) => ({
      country,
      standing: own[0]?.standing ?? null,
      hosts: hostsOf(own),
      companies: names(own),
      apps: appsOf(own),
      ...totalsOf(own),
    })),
  );
}

/** The name a recipient is summed under: the company, else the domain, else the host, else the address. */
function companyName({ recipient, host, address }: ReportFlow): string | null {
  return recipient.company ?? recipient.domain ?? host ?? address;
}

/** A company with a tracker among its servers is shown as one. */
function gravest(flows: readonly ReportFlow[]): CompanyTraffic["kind"] {
  const kinds = new Set(flows.map(({ recipient }) => recipient.kind));
  return (
    (["tracker", "content", "hosting", "platform", "reserved"] as const).find((kind) => kinds.has(kind)) ?? "unknown"
  );
}

function totalsOf(flows: readonly ReportFlow[]): Totals {
  const times = flows.flatMap(({ start, end }) => [start, end].filter((time) => time !== null));
  return {
    flows: flows.length,
    blocked: count(flows, ({ blocked }) => blocked),
    bytesSent: sum(flows.map(({ bytesSent }) => bytesSent)),
    bytesReceived: sum(flows.map(({ bytesReceived }) => bytesReceived)),
    encrypted: count(flows, ({ encryption }) => encryption === "encrypted"),
    clear: count(flows, ({ encryption }) => encryption === "clear"),
    notTold: count(flows, ({ encryption }) => encryption === "unknown"),
    beforeChoice: count(flows, ({ moment }) => moment === "before-choice"),
    afterRefusal: count(flows, ({ moment }) => moment === "after-refusal"),
    data: different(flows.flatMap(({ data }) => data.map(({ kind }) => kind))).sort(),
    first: times.length === 0 ? null : times.reduce((so, time) => Math.min(so, time)),
    last: times.length === 0 ? null : times.reduce((so, time) => Math.max(so, time)),
  };
}

const count = (flows: readonly ReportFlow[], which: (flow: ReportFlow) => boolean) => flows.filter(which).length;
const hostsOf = (flows: readonly ReportFlow[]) =>
  different(flows.flatMap(({ host, address }) => host ?? address ?? []));
const names = (flows: readonly ReportFlow[]) => different(flows.flatMap((flow) => companyName(flow) ?? []));
const appsOf = (flows: readonly ReportFlow[]) => different(flows.flatMap(({ appKey }) => appKey ?? []));

function sum(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length === 0 ? null : told.reduce((so, value) => so + value, 0);
}

function first<T>(flows: readonly ReportFlow[], of: (flow: ReportFlow) => T | null): T | null {
  return flows.map(of).find((value) => value !== null) ?? null;
}

/** Each once, in the order of first occurrence. */
function different<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}

function byFlows<T extends { readonly flows: number }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => b.flows - a.flows);
}
