import * as z from "zod";
import { severities } from "../core/check.ts";
import { lawRegions } from "../feeds/privacy-laws.ts";
import { platformFunctions } from "../feeds/recipients.ts";
import { trackerPurposes } from "../feeds/trackers.ts";
import type { TrafficComparison } from "../traffic/compare-traffic.ts";
import { personalKinds } from "../traffic/personal-hit.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";
import { confidence, count, day, digest, nullable, type Same, texts } from "./schema-parts.ts";

const moment = z.number().describe("Epoch milliseconds");
const period = nullable(z.object({ from: moment, to: moment }));
const country = z.string().describe("ISO 3166-1 alpha-2");
const names = <T extends Readonly<Record<string, unknown>>>(of: T) =>
  z.enum(Object.keys(of) as [keyof T & string, ...(keyof T & string)[]]);

const standing = z.enum(["inside", "adequate", "adequate-in-part", "allowed", "none", "unknown"]);
const kind = z.enum(["tracker", "platform", "hosting", "content", "reserved", "unknown"]);
const purposes = z.array(names(trackerPurposes));
const personal = z.enum(personalKinds);

/** The app behind a flow. */
export const app = z.object({ uid: nullable(z.number()), package: nullable(z.string()), label: nullable(z.string()) });

/** Where in a record a flow was read. */
export const origin = z.object({
  file: z.string(),
  format: z.enum([
    ...(["pcap", "pcapng", "har", "pcapdroid-csv", "trackercontrol-csv", "adguard-home-log", "nextdns-csv"] as const),
    ...(["pihole-log", "pihole-database", "rethink-backup", "proc-net", "ios-privacy-report"] as const),
  ]),
  unit: z.enum(["packet", "entry", "line", "row"]),
  number: count.describe("Counted from 1, packets as Wireshark does"),
});

const jurisdictions = z.array(
  z.object({ country, because: z.enum(["seat", "parent"]), company: z.string(), standing }),
);

const recipient = z.object({
  domain: nullable(z.string()),
  kind,
  purposes,
  platform: nullable(names(platformFunctions)),
  lists: texts.describe("Ids of the feeds that have the host"),
  company: nullable(z.string()),
  jurisdictions,
});

const place = z.object({
  country: nullable(country).describe("Null wherever the place must not be stated"),
  certainty: z.enum(["agreed", "listed", "none"]),
  said: z.array(z.object({ source: z.string(), date: z.string(), country: nullable(z.string()) })),
  reason: z.enum([
    ...(["listed", "disputed", "anycast", "known-wrong", "special", "unlisted"] as const),
    ...(["no-networks", "no-lists", "no-address"] as const),
  ]),
  why: z.string(),
  hostedBy: nullable(z.string()),
});

const datum = z.object({
  kind: personal,
  property: z.string(),
  place: z.enum(["host", "path", "query", "header", "cookie", "body", "payload"]),
  path: z.string(),
  encoding: z.array(
    z.enum([
      ...(["url", "base64", "hex", "gzip", "deflate", "zstd", "br", "utf-16", "binary"] as const),
      ...(["md5", "sha1", "sha256", "decimal"] as const),
    ]),
  ),
  digest: nullable(z.enum(["md5", "sha1", "sha256"])),
  confidence,
  by: z.enum(["known-value", "pattern", "adapter", "trackhar"]),
  excerpt: z.string().describe("The value with its middle left out"),
  reason: z.string(),
  references: texts,
  request: nullable(count).describe("Which request of the flow, from 0"),
});

const choice = nullable(z.enum(["before-choice", "after-consent", "after-refusal"]));

const flow = z.object({
  id: count,
  app: nullable(app),
  appKey: nullable(z.string()),
  start: nullable(moment),
  end: nullable(moment),
  host: nullable(z.string()),
  hostFrom: nullable(z.enum(["sni", "http", "dns", "url", "log"])),
  hostDoubt: nullable(z.enum(["shared-address", "tracker-and-other", "several-trackers"])),
  address: nullable(z.string()),
  port: nullable(count),
  transport: nullable(z.enum(["tcp", "udp"])),
  protocol: nullable(z.enum(["http", "tls", "quic", "dns", "xiaomi-push", "other"])),
  encryption: z.enum(["encrypted", "clear", "unknown"]),
  hello: nullable(
    z.object({
      offered: count,
      chosen: nullable(count),
      alpn: texts,
      ech: z.boolean(),
      ja4: nullable(z.string()),
    }),
  ),
  bytesSent: nullable(count),
  bytesReceived: nullable(count),
  blocked: z.boolean(),
  recipient,
  place,
  standing: nullable(standing),
  moment: choice,
  data: z.array(datum),
  contentSeen: z.boolean().describe("Where false, that `data` is empty means nothing"),
  notSearched: texts,
  requests: z.array(z.object({ method: z.string(), path: z.string().describe("Without the query") })),
  origin,
});

const question = flow
  .pick({ app: true, appKey: true, start: true, host: true, blocked: true, moment: true, origin: true })
  .extend({ recipient });

const totals = z.object({
  flows: count,
  blocked: count,
  bytesSent: nullable(count),
  bytesReceived: nullable(count),
  encrypted: count,
  clear: count,
  notTold: count,
  beforeChoice: count,
  afterRefusal: count,
  data: z.array(personal),
  first: nullable(moment),
  last: nullable(moment),
});

const decision = z.object({
  region: names(lawRegions),
  country: z.string(),
  decision: z.string(),
  inForceFrom: z.string(),
  until: nullable(z.string()),
  scope: z.string(),
  extent: z.enum(["whole", "part"]),
  condition: nullable(z.string()),
  source: z.string(),
  confirmed: z.boolean(),
});

/** What `candor traffic report --json` prints. */
export const trafficReportDocument = z.object({
  schema: z.literal("candor.traffic-report/1"),
  region: z.object({ id: names(lawRegions), name: z.string() }),
  lawOn: day.describe("The day whose law and lists were applied"),
  period,
  records: z.array(
    z.object({
      file: z.string(),
      format: z.string(),
      bytes: count,
      sha256: nullable(digest),
      device: nullable(z.object({ model: nullable(z.string()), android: nullable(z.string()) })),
      flows: count,
      questions: count,
      cannotTell: texts,
      unread: z.array(z.object({ reason: z.string(), count })),
    }),
  ),
  marks: z.array(
    z.object({
      at: moment,
      kind: z.enum(["accepted", "refused", "note"]),
      text: z.string(),
      app: nullable(z.string()),
    }),
  ),
  nothingChosen: z.boolean(),
  flows: z.array(flow),
  questions: z.array(question),
  apps: z.array(
    totals.extend({
      key: z.string(),
      name: z.string(),
      package: nullable(z.string()),
      uid: nullable(z.number()),
      hosts: texts,
      companies: texts,
      trackers: texts,
      countries: z.array(nullable(country)),
    }),
  ),
  companies: z.array(
    totals.extend({
      name: z.string(),
      known: z.boolean().describe("False where the name is only the domain"),
      jurisdictions,
      kind,
      purposes,
      hosts: texts,
      apps: texts,
      countries: z.array(nullable(country)),
    }),
  ),
  countries: z.array(
    totals.extend({
      country: nullable(country),
      standing: nullable(standing),
      hosts: texts,
      companies: texts,
      apps: texts,
    }),
  ),
  law: z.array(
    z.object({
      country,
      standing,
      decision: nullable(decision),
      law: nullable(z.string()),
      rule: nullable(z.string()),
      source: nullable(z.string()),
      asOf: z.string(),
      why: nullable(z.string()),
    }),
  ),
  counted: z
    .array(
      z.object({
        uid: z.number(),
        set: z.enum(["background", "foreground", "other"]),
        bytesSent: count,
        bytesReceived: count,
        from: moment,
        to: moment,
      }),
    )
    .describe("By the phone's own count"),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(severities),
      strength: z.enum(["content", "contact", "question", "information"]),
      app: nullable(z.string()),
      title: z.string(),
      message: z.string(),
      messageKey: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      flows: z.array(count),
      articles: texts.describe("Articles of law to look at; no judgement"),
      caution: nullable(z.string()),
      references: texts,
    }),
  ),
  unseen: z
    .object({
      withoutName: count,
      hiddenNames: count,
      withoutApp: count,
      withoutTime: count,
      doubtfulHosts: count,
      withoutPlace: count,
      withoutCompany: count,
      withoutContent: count,
    })
    .describe("What the records do not show"),
  attributions: texts,
});

const change = z.object({ new: texts, gone: texts });
const side = z.object({
  files: texts,
  period,
  connections: count,
  cannotTell: texts,
  withoutContent: count,
});

/** What `candor traffic compare --json` prints. */
export const trafficComparisonDocument = z.object({
  schema: z.literal("candor.traffic-comparison/1"),
  before: side,
  after: side,
  apps: z.array(
    z.object({
      app: z.string(),
      key: nullable(z.string()),
      in: z.enum(["both", "before", "after"]),
      hosts: change,
      companies: change,
      trackers: change,
      countries: change,
      data: change,
      connections: z.object({ before: count, after: count }),
    }),
  ),
});

/** Proof for the compiler alone: the schemas and the types say the same. */
export const trafficDocumentsMatchTypes: [
  Same<z.infer<typeof trafficReportDocument>, TrafficReport>,
  Same<z.infer<typeof trafficComparisonDocument>, TrafficComparison>,
] = [true, true];
