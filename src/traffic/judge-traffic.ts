import { severities } from "../core/check.ts";
import { fill } from "../core/judge.ts";
import type { FindingArticlesTable } from "../feeds/finding-articles.ts";
import { type LawRegion, lawRegions } from "../feeds/privacy-laws.ts";
import type { VendorEndpoints } from "../feeds/vendor-endpoints.ts";
import { appNames } from "./app-names.ts";
import { articlesOf } from "./articles.ts";
import { countryLaw } from "./country-law.ts";
import type { CountedTraffic, Flow, TrafficRecord } from "./flow.ts";
import type { FlowFindings } from "./flow-search.ts";
import { type Joiner, joinFlow, joinQuestion } from "./join-flow.ts";
import type { LawBooks } from "./law.ts";
import type { TrafficMark } from "./marks.ts";
import type { RecipientLists } from "./recipient.ts";
import type { PackagesByUid } from "./record-file.ts";
import type { DeclaredApp, PolicyText, TrafficRule, TrafficView } from "./rule.ts";
import type { PlaceTables } from "./server-place.ts";
import type { CountryLaw, ReportFlow, ReportRecord, TrafficFinding, TrafficReport, Unseen } from "./traffic-report.ts";
import { sumByApp, sumByCompany, sumByCountry } from "./traffic-sums.ts";

/** Everything that traffic is judged from. */
export interface TrafficInput {
  readonly records: readonly { readonly record: TrafficRecord; readonly sha256: string | null }[];
  /** By flow; a flow that is not in it had no content to look at. */
  readonly found: ReadonlyMap<Flow, FlowFindings>;
  readonly lists: {
    readonly recipients: RecipientLists;
    readonly places: PlaceTables;
    readonly books: LawBooks & { readonly articles: FindingArticlesTable };
  };
  readonly rules: readonly TrafficRule[];
  /** What vendors' servers were reported for. */
  readonly reported: VendorEndpoints;
  readonly region: LawRegion;
  /** yyyy-mm-dd: the day to judge by where the records tell no time. */
  readonly today: string;
  readonly marks: readonly TrafficMark[];
  readonly nothingChosen: boolean;
  readonly counted: readonly CountedTraffic[];
  readonly declared: readonly DeclaredApp[];
  readonly policies: readonly PolicyText[];
  readonly packages: PackagesByUid | null;
  /** Names of apps by package, where more is known than the records tell. */
  readonly labels: ReadonlyMap<string, string>;
  readonly attributions: readonly string[];
}

/** Judges records of traffic: joins each flow with who is behind it and where, sums, and asks every rule. Pure. */
export function judgeTraffic(input: TrafficInput): TrafficReport {
  const all = input.records.flatMap(({ record }) => record.flows);
  const asked = input.records.flatMap(({ record }) => unanswered(record));
  const period = periodOf(all);
  const lawOn = period === null ? input.today : new Date(period.to).toISOString().slice(0, 10);
  const law = new Map<string, CountryLaw>();
  const names = appNames([...all, ...asked], input.labels);
  const joiner: Joiner = {
    ...input,
    appOf: names.appOf,
    standingOf: (country) => {
      const known = law.get(country) ?? countryLaw(country, input.region, lawOn, input.lists.books);
      law.set(country, known);
      return known.standing;
    },
  };
  const flows = [...all].sort(byTime).map((flow, i) => joinFlow(flow, i + 1, joiner));
  const originals = new Map([...all].sort(byTime).map((flow, i) => [i + 1, flow]));
  const apps = sumByApp(flows, names.nameOf);
  const region = { id: input.region, name: lawRegions[input.region] };
  const { counted, declared, policies, reported } = input;
  const payloads = new Map(
    [...originals].flatMap(([id, { payload }]) => (payload ? [[id, latin1(payload)] as const] : [])),
  );
  const nameOfUid = (uid: number) =>
    input.packages
      ?.get(uid % 100_000)
      ?.slice(0, 3)
      .join(", ") ?? `uid ${uid}`;
  const passed = flows.filter(({ blocked }) => !blocked);
  return {
    schema: "candor.traffic-report/1",
    region,
    lawOn,
    period,
    records: input.records.map(recordOf),
    marks: input.marks,
    nothingChosen: input.nothingChosen,
    flows,
    questions: [...asked].sort(byTime).map((flow) => joinQuestion(flow, joiner)),
    apps,
    companies: sumByCompany(flows),
    countries: sumByCountry(flows),
    law: [...law.values()].sort((a, b) => (a.country < b.country ? -1 : 1)),
    counted,
    findings: findings(input, lawOn, {
      flows: passed,
      apps,
      counted,
      declared,
      policies,
      region,
      period,
      payloads,
      nameOfUid,
      reported,
    }),
    unseen: unseenIn(flows),
    attributions: input.attributions,
  };
}

function findings({ rules, lists, region }: TrafficInput, lawOn: string, view: TrafficView): readonly TrafficFinding[] {
  const found = rules.flatMap((rule) =>
    rule.run(view).map((hit): TrafficFinding => {
      const template = rule.messages[hit.message];
      if (template === undefined) throw new Error(`rule ${rule.id} has no message "${hit.message}"`);
      return {
        rule: rule.id,
        severity: hit.severity ?? rule.severity,
        strength: hit.strength ?? rule.strength,
        app: hit.app,
        title: rule.title,
        message: fill(template, hit.params),
        messageKey: hit.message,
        params: hit.params,
        flows: hit.flows,
        articles: rule.law === null ? [] : articlesOf(rule.law, region, lawOn, lists.books),
        caution: rule.caution,
        references: rule.references,
      };
    }),
  );
  return found.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Questions whose name no connection of the same record bears. */
function unanswered({ flows, questions }: TrafficRecord): readonly Flow[] {
  const seen = new Set(flows.flatMap(({ host }) => host ?? []));
  return questions.filter(({ host }) => host === null || !seen.has(host));
}

function recordOf({ record, sha256 }: TrafficInput["records"][number]): ReportRecord {
  const { file, format, bytes, device, cannotTell, unread } = record;
  const flows = record.flows.length;
  const told = device && { model: device.model, android: device.android };
  return { file, format, bytes, sha256, device: told, flows, questions: record.questions.length, cannotTell, unread };
}

function periodOf(flows: readonly Flow[]): TrafficReport["period"] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { start, end } of flows) {
    if (start !== null) from = Math.min(from, start);
    const last = end ?? start;
    if (last !== null) to = Math.max(to, last);
  }
  return Number.isFinite(from) && Number.isFinite(to) ? { from, to } : null;
}

function unseenIn(flows: readonly ReportFlow[]): Unseen {
  const count = (which: (flow: ReportFlow) => boolean) => flows.filter(which).length;
  return {
    withoutName: count(({ host }) => host === null),
    hiddenNames: count(({ hello }) => hello?.ech === true),
    withoutApp: count(({ appKey }) => appKey === null),
    withoutTime: count(({ start }) => start === null),
    doubtfulHosts: count(({ hostDoubt }) => hostDoubt !== null),
    withoutPlace: count(({ place }) => place.country === null),
    withoutCompany: count(({ recipient }) => recipient.company === null),
    withoutContent: count(({ contentSeen }) => !contentSeen),
  };
}

/** Those without a time come last, in the order of the record. */
function byTime(a: Flow, b: Flow): number {
  return (a.start ?? Number.MAX_SAFE_INTEGER) - (b.start ?? Number.MAX_SAFE_INTEGER);
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
