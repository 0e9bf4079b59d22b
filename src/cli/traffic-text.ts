import type {
  AppTraffic,
  CompanyTraffic,
  CountryLaw,
  CountryTraffic,
  StandingKind,
  TrafficReport,
} from "../centre/traffic-view.ts";
import { countryName, kindWords } from "../centre/traffic-view.ts";
import { plainText } from "../report/plain-text.ts";
import { type TrafficUnits, trafficUnits } from "../report/traffic-units.ts";
import { severityNames } from "../report/wording.ts";
import { paint, type Tone } from "./paint.ts";
import { type Column, layOut } from "./text-table.ts";

/** How a report is to be written. */
export interface TrafficTextOptions {
  readonly color: boolean;
  /** For sentences. */
  readonly columns: number;
  /** For tables. */
  readonly tableColumns: number;
  readonly all: boolean;
}

const few = 15;

/** A report for a terminal: what was found, then apps, companies, countries, and what was not to be seen. Outside text is made safe. */
export function trafficText(report: TrafficReport, options: TrafficTextOptions): string {
  const { apps, companies, countries } = report;
  const units = trafficUnits(report);
  const parts = [
    header(report, units),
    findings(report, options, units),
    section("Apps", apps, appColumns(units), options),
    section("Who got it", companies, companyColumns(apps, units), options),
    section("Where the servers stand", countries, countryColumns(report.law, units), options),
    decisions(report),
    unseen(report, units),
    [`${report.attributions.join("\n")}\n`],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function header(
  { records, period, region, lawOn, flows, marks, nothingChosen }: TrafficReport,
  { many, lookups }: TrafficUnits,
): readonly string[] {
  const span = period === null ? "" : `, ${clock(period.from)} to ${clock(period.to)} UTC`;
  const chosen = marks.filter(({ kind }) => kind !== "note");
  return [
    `${flows.length} ${many}${span}`,
    ...records.map(
      ({ file, format, bytes, sha256 }) =>
        `  ${plainText(file)} (${format}, ${bytes.toLocaleString("en")} bytes${sha256 === null ? "" : `, SHA-256 ${sha256.slice(0, 16)}…`})`,
    ),
    ...marks.map(
      ({ at, text, app }) => `  marked at ${clock(at)} UTC: ${plainText(text)}${app ? ` (${plainText(app)})` : ""}`,
    ),
    ...(lookups ? ["Names that were looked up do not tell whether anything went there, nor what."] : []),
    `Judged for ${region.name} by the law of ${lawOn}. This is not legal advice.`,
    ...(chosen.length === 0 && !nothingChosen
      ? ["No choice is marked, so nothing is said of before and after: --consent, --refused, --nothing-chosen."]
      : []),
  ];
}

const tones: Readonly<Record<string, Tone>> = { critical: "red", high: "red", medium: "yellow" };

function findings(
  { findings: all, flows }: TrafficReport,
  { color, columns, all: whole }: TrafficTextOptions,
  { one, many }: TrafficUnits,
) {
  const shown = whole ? all : all.slice(0, few);
  const origins = new Map(flows.map(({ id, origin }) => [id, origin]));
  const lines = shown.flatMap(({ severity, title, message, articles, caution, flows: ids }) => {
    const first = ids.length > 0 ? origins.get(ids[0] ?? 0) : undefined;
    const seen = first
      ? `Seen in ${ids.length} ${ids.length === 1 ? `${one},` : `${many}, the first`} at ${first.unit} ${first.number} of ${first.file}.`
      : "";
    return [
      `${paint(severityNames[severity], tones[severity] ?? "plain", color)}: ${paint(title, "bold", color)}`,
      ...folded(message, columns, "  "),
      ...(seen === "" ? [] : folded(seen, columns, "  ")),
      ...(articles.length === 0 ? [] : folded(`To look at: ${articles.join(", ")}.`, columns, "  ")),
      ...(caution === null || !whole ? [] : folded(caution, columns, "  ")),
    ];
  });
  const more = all.length > shown.length ? [`${all.length - shown.length} more: --all`] : [];
  if (all.length === 0) return ["No rule found anything in this record. It shows only what is in it."];
  return [paint(`Findings (${all.length})`, "bold", color), ...lines, ...more];
}

function section<T>(
  title: string,
  rows: readonly T[],
  columns: readonly Column<T>[],
  { all, color, tableColumns }: TrafficTextOptions,
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = all ? rows : rows.slice(0, few);
  const { head, lines } = layOut(columns, shown, tableColumns);
  const more = rows.length > shown.length ? [`${rows.length - shown.length} more: --all`] : [];
  return [paint(`${title} (${rows.length})`, "bold", color), paint(head, "dim", color), ...lines, ...more];
}

const number = (value: number) => (value === 0 ? "" : String(value));
const places = (countries: readonly (string | null)[]) =>
  countries.map((country) => (country === null ? "not known" : country)).join(", ");
const bytes = (value: number | null) =>
  value === null
    ? "?"
    : value < 10_000
      ? `${value} B`
      : value < 1e7
        ? `${Math.round(value / 1000)} kB`
        : `${Math.round(value / 1e6)} MB`;

type Row = AppTraffic | CompanyTraffic | CountryTraffic;

const totals = ({ column }: TrafficUnits): readonly Column<Row>[] => [
  {
    title: column,
    value: (row: Row) => String(row.flows),
    least: 3,
    most: 8,
    align: "right",
  },
  {
    title: "In clear",
    value: (row: Row) => number(row.clear),
    least: 3,
    most: 8,
    priority: 4,
    align: "right",
  },
  {
    title: "Before",
    value: (row: Row) => number(row.beforeChoice),
    least: 3,
    most: 7,
    priority: 3,
    align: "right",
  },
  {
    title: "Refused",
    value: (row: Row) => number(row.afterRefusal),
    least: 3,
    most: 7,
    priority: 2,
    align: "right",
  },
  {
    title: "Sent",
    value: (row: Row) => bytes(row.bytesSent),
    least: 5,
    most: 8,
    priority: 1,
    align: "right",
  },
];
const data = ({ data: kinds }: Pick<AppTraffic, "data">) => kinds.map((kind) => kindWords[kind]).join(", ");

const appColumns = (units: TrafficUnits): readonly Column<AppTraffic>[] => [
  { title: "App", value: ({ name }) => name, least: 12, most: 30 },
  ...totals(units),
  { title: "Trackers", value: ({ trackers }) => trackers.join(", "), least: 10, most: 40, priority: 6 },
  { title: "Servers in", value: ({ countries }) => places(countries), least: 8, most: 24, priority: 5 },
  { title: "Data seen", value: data, least: 10, most: 60, priority: 7 },
];

function companyColumns(apps: readonly AppTraffic[], units: TrafficUnits): readonly Column<CompanyTraffic>[] {
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  return [
    {
      title: "Company",
      value: ({ name, known }) => (known ? name : `${name} (company not known)`),
      least: 12,
      most: 34,
    },
    {
      title: "Is",
      value: ({ kind, purposes }) => (kind === "tracker" ? (purposes[0] ?? kind) : kind),
      least: 7,
      most: 14,
      priority: 7,
    },
    ...totals(units),
    {
      title: "Seat",
      value: ({ jurisdictions }) => jurisdictions.map(({ country }) => country).join(", "),
      least: 4,
      most: 10,
      priority: 6,
    },
    { title: "Servers in", value: ({ countries }) => places(countries), least: 8, most: 20, priority: 5 },
    {
      title: "From",
      value: ({ apps: keys }) => keys.map((key) => names.get(key) ?? key).join(", "),
      least: 10,
      most: 40,
      priority: 8,
    },
    { title: "Data seen", value: data, least: 10, most: 40, priority: 7 },
  ];
}

const standings: Readonly<Record<StandingKind, string>> = {
  inside: "inside the region",
  adequate: "adequacy decision",
  "adequate-in-part": "adequate for some recipients",
  allowed: "no rule by country",
  none: "no decision",
  unknown: "not known",
};

function countryColumns(law: readonly CountryLaw[], units: TrafficUnits): readonly Column<CountryTraffic>[] {
  const decision = (country: string | null) => law.find((row) => row.country === country)?.decision;
  return [
    {
      title: "Country",
      value: ({ country }) => (country === null ? "not known" : `${countryName(country)} (${country})`),
      least: 12,
      most: 26,
    },
    { title: "By law", value: ({ standing }) => (standing === null ? "" : standings[standing]), least: 12, most: 28 },
    { title: "Decision", value: ({ country }) => decisionName(decision(country)), least: 10, most: 34, priority: 6 },
    ...totals(units),
    { title: "Companies", value: ({ companies }) => companies.join(", "), least: 10, most: 50, priority: 5 },
  ];
}

function decisionName(decision: CountryLaw["decision"] | undefined): string {
  return decision ? `${decision.decision} of ${decision.inForceFrom}` : "";
}

/** Scope and condition of each decision that was relied on, and the rule of the region's law for the others. */
function decisions({ law, region }: TrafficReport): readonly string[] {
  const used = law.filter(({ decision, standing }) => decision !== null && standing.startsWith("adequate"));
  const open = law.find(({ standing }) => standing === "none");
  return [
    ...used.flatMap(({ country, decision }) =>
      decision === null
        ? []
        : [
            `${countryName(country)}: ${decisionName(decision)}${decision.until ? ` until ${decision.until}` : ""}. ${decision.scope}${decision.condition ? ` ${decision.condition}` : ""}${decision.confirmed ? "" : " (number or date not compared with the source)"} ${decision.source}`,
          ],
    ),
    ...(open?.rule ? [`Without a decision, for ${region.name}: ${open.rule} ${open.source ?? ""}`.trim()] : []),
  ].map((line) => plainText(line, 1000));
}

function unseen({ unseen: counts, records, flows }: TrafficReport, { many }: TrafficUnits): readonly string[] {
  const of = (count: number, what: string) => (count === 0 ? [] : [`  ${count} of ${flows.length} ${many}: ${what}`]);
  const lines = [
    ...of(counts.withoutContent, "the content is not to be seen, so nothing is known of what was sent"),
    ...of(counts.withoutApp, "the record does not tell the app"),
    ...of(counts.withoutName, "no name of a host was to be seen"),
    ...of(counts.hiddenNames, "the name is hidden (ECH); the one that is shown is the outer one"),
    ...of(counts.doubtfulHosts, "the record itself doubts the name of the host"),
    ...of(counts.withoutCompany, "no list knows the company"),
    ...of(counts.withoutPlace, "the server's place is not known or must not be stated"),
    ...of(counts.withoutTime, "the record tells no time"),
    ...records.flatMap(({ file, unread }) =>
      unread.map(({ reason, count }) => `  ${plainText(file)}: ${plainText(reason, 300)} (${count})`),
    ),
  ];
  return lines.length === 0 ? [] : ["Not to be seen", ...lines];
}

const clock = (time: number) => new Date(time).toISOString().slice(0, 19).replace("T", " ");

/** Lines of at most so many columns, each with this in front. */
function folded(text: string, columns: number, before: string): readonly string[] {
  const lines: string[] = [];
  let line = before;
  for (const word of plainText(text, 4000).split(" ")) {
    if (line.length > before.length && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = before;
    }
    line += line.length > before.length ? ` ${word}` : word;
  }
  return [...lines, line];
}
