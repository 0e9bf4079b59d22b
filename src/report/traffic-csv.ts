import type { ReportFlow, TrafficReport } from "../traffic/traffic-report.ts";
import { type CsvCell, writeCsv } from "./csv.ts";

/** One connection a line; lists within a cell are separated by semicolons, unknown is empty. */
export function trafficCsv({ flows, apps }: TrafficReport): string {
  const names = new Map(apps.map(({ key, name }) => [key, name]));
  const table = columns(names);
  return writeCsv([table.map(([title]) => title), ...flows.map((flow) => table.map(([, value]) => value(flow)))]);
}

const list = (texts: readonly string[]) => [...new Set(texts)].map((text) => text.replaceAll(";", ",")).join("; ");
const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function columns(
  names: ReadonlyMap<string, string>,
): readonly (readonly [title: string, value: (flow: ReportFlow) => CsvCell])[] {
  return [
    ["id", ({ id }) => id],
    ["start", ({ start }) => time(start)],
    ["end", ({ end }) => time(end)],
    ["app", ({ appKey }) => (appKey === null ? null : (names.get(appKey) ?? appKey))],
    ["package", ({ app }) => app?.package ?? null],
    ["uid", ({ app }) => app?.uid ?? null],
    ["host", ({ host }) => host],
    ["host_from", ({ hostFrom }) => hostFrom],
    ["host_doubt", ({ hostDoubt }) => hostDoubt],
    ["address", ({ address }) => address],
    ["port", ({ port }) => port],
    ["protocol", ({ protocol }) => protocol],
    ["encryption", ({ encryption }) => encryption],
    ["tls_offered", ({ hello }) => hello && `0x${hello.offered.toString(16).padStart(4, "0")}`],
    ["ech", ({ hello }) => hello?.ech ?? null],
    ["ja4", ({ hello }) => hello?.ja4 ?? null],
    ["company", ({ recipient }) => recipient.company],
    ["domain", ({ recipient }) => recipient.domain],
    ["kind", ({ recipient }) => recipient.kind],
    ["purposes", ({ recipient }) => list(recipient.purposes)],
    ["seats", ({ recipient }) => list(recipient.jurisdictions.map(({ country }) => country))],
    ["server_country", ({ place }) => place.country],
    ["place_certainty", ({ place }) => place.certainty],
    ["place_why", ({ place }) => place.why],
    ["hosted_by", ({ place }) => place.hostedBy],
    ["standing", ({ standing }) => standing],
    ["moment", ({ moment }) => moment],
    ["blocked", ({ blocked }) => blocked],
    ["bytes_sent", ({ bytesSent }) => bytesSent],
    ["bytes_received", ({ bytesReceived }) => bytesReceived],
    ["content_seen", ({ contentSeen }) => contentSeen],
    ["data", ({ data }) => list(data.map(({ property, kind }) => `${kind} (${property})`))],
    ["requests", ({ requests }) => list(requests.map(({ method, path }) => `${method} ${path}`))],
    ["file", ({ origin }) => origin.file],
    ["where", ({ origin }) => `${origin.unit} ${origin.number}`],
  ];
}
