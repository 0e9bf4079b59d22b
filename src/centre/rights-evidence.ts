import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import * as z from "zod";
import { DeviceError } from "../core/errors.ts";
import type { HostEvidence, LetterEvidence } from "../report/letter.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";

const time = z.number().nullable();
const flow = z.object({
  app: z.object({ package: z.string().nullish(), label: z.string().nullish() }).nullable(),
  start: time,
  end: time,
  host: z.string().nullable(),
  encryption: z.string().nullable(),
  blocked: z.boolean(),
  recipient: z.object({ company: z.string().nullable(), domain: z.string().nullable() }),
  place: z.object({
    country: z.string().nullable(),
    said: z.array(z.object({ source: z.string(), date: z.string(), country: z.string().nullable() })),
  }),
  moment: z.string().nullable(),
  data: z.array(z.object({ kind: z.string() })),
});
const reportShape = z.object({
  schema: z.literal("candor.traffic-report/1"),
  region: z.object({ id: z.string() }),
  period: z.object({ from: z.number(), to: z.number() }).nullable(),
  records: z.array(
    z.object({
      file: z.string(),
      bytes: z.number(),
      sha256: z.string().nullable(),
      device: z.object({ model: z.string().nullable(), android: z.string().nullable() }).nullable(),
    }),
  ),
  flows: z.array(flow),
});

/** What a letter takes from a report on traffic: the fields that it needs, checked. */
export type EvidenceReport = z.infer<typeof reportShape>;

const maxBytes = 256 * 1024 * 1024;

/** Reads what `candor traffic report --json` wrote. @throws DeviceError `unreadable` */
export async function readFlowReport(path: string): Promise<EvidenceReport> {
  const bytes = await readFile(path);
  const refused = (why: string) =>
    new DeviceError(
      "unreadable",
      `${basename(path)} is no report on traffic: ${why}.`,
      "Make one: candor traffic report RECORD --json > report.json",
    );
  if (bytes.length > maxBytes) throw refused("it is too large");
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw refused("it is not JSON");
  }
  const read = reportShape.safeParse(document);
  if (!read.success) throw refused(`${read.error.issues[0]?.path.join(".") ?? "it"} is not as expected`);
  return read.data;
}

/** What a letter takes from a report that is at hand. */
export function evidenceReport(report: TrafficReport): EvidenceReport {
  return reportShape.parse(report);
}

/** The companies of a report that got connections, the one with most first. */
export function companiesIn({ flows }: EvidenceReport): readonly { readonly name: string; readonly flows: number }[] {
  const counts = new Map<string, number>();
  for (const { recipient, blocked } of flows)
    if (recipient.company !== null && !blocked) counts.set(recipient.company, (counts.get(recipient.company) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, flows: count })).sort((a, b) => b.flows - a.flows);
}

/** What was recorded of connections to a company, server by server; what was blocked is left out. Null where there is nothing. */
export function evidenceOf(
  report: EvidenceReport,
  isTheirs: (recipient: EvidenceReport["flows"][number]) => boolean,
): LetterEvidence | null {
  const theirs = report.flows.filter((each) => each.host !== null && !each.blocked && isTheirs(each));
  if (theirs.length === 0) return null;
  const hosts = Map.groupBy(theirs, ({ host }) => host ?? "");
  const device = report.records.find((record) => record.device !== null)?.device;
  return {
    device: device?.model
      ? [device.model, device.android && `Android ${device.android}`].filter(Boolean).join(", ")
      : null,
    from: report.period?.from ?? null,
    to: report.period?.to ?? null,
    records: report.records.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 })),
    hosts: [...hosts]
      .map(([host, flows]) => hostEvidence(host, flows))
      .sort((a, b) => b.data.length - a.data.length || b.connections - a.connections),
  };
}

function hostEvidence(host: string, flows: EvidenceReport["flows"]): HostEvidence {
  const starts = flows.flatMap(({ start }) => start ?? []);
  const ends = flows.flatMap(({ start, end }) => end ?? start ?? []);
  // A place is stated only where all connections agree on it.
  const places = new Set(flows.map(({ place }) => place.country));
  const [first] = flows;
  const country = places.size === 1 ? (first?.place.country ?? null) : null;
  const said = first?.place.said.find((each) => each.country === country) ?? null;
  return {
    host,
    connections: flows.length,
    first: starts.length > 0 ? starts.reduce((a, b) => Math.min(a, b)) : null,
    last: ends.length > 0 ? ends.reduce((a, b) => Math.max(a, b)) : null,
    apps: [...new Set(flows.flatMap(({ app }) => app?.label ?? app?.package ?? []))].sort(),
    clear: flows.filter(({ encryption }) => encryption === "clear").length,
    beforeChoice: flows.filter(({ moment }) => moment === "before-choice").length,
    afterRefusal: flows.filter(({ moment }) => moment === "after-refusal").length,
    data: [...new Set(flows.flatMap(({ data }) => data.map(({ kind }) => kind)))].sort(),
    country,
    placeFrom: country === null || said === null ? null : { source: said.source, date: said.date },
  };
}
