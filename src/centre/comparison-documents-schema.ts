import * as z from "zod";
import { categories, severities } from "../core/check.ts";
import { type Choices, choicesSchema } from "../facts/choices.ts";
import type { SharedFlow, SharedRecord } from "../traffic/redact.ts";
import { choice } from "./change-documents-schema.ts";
import { differences, type ReportComparison } from "./compare-reports.ts";
import type { HistoryDocument } from "./history.ts";
import { finding, report } from "./schema.ts";
import { count, nullable, type Same, texts } from "./schema-parts.ts";
import { app, origin } from "./traffic-documents-schema.ts";

const time = z.iso.datetime();

/** What `candor history --json` prints. */
export const historyDocument = z
  .object({
    schema: z.literal("candor.history/1"),
    phones: z.array(
      z.object({
        phone: z.string().describe("Serial number, or how it was reached"),
        model: nullable(z.string()),
        points: z.array(
          z.object({
            ...{ at: time, examination: z.string() },
            ...{ findings: report.shape.summary.shape.findings, unanswered: count },
          }),
        ),
      }),
    ),
  })
  .describe("How the findings of each phone went over time, the newest last");

const examined = z.object({
  takenAt: report.shape.takenAt,
  source: report.shape.source,
  device: report.shape.device,
});
const category = z.enum(categories);
const answer = z.enum(["pass", "fail", "unknown", "not-applicable", "absent"]);

/** What `candor compare --json` prints. */
export const comparisonDocument = z
  .object({
    schema: z.literal("candor.comparison/1"),
    ...{ before: examined, after: examined },
    findings: z.array(
      z.object({
        ...{ difference: z.enum(differences), check: z.string(), category, title: z.string() },
        ...{ severity: z.enum(severities), before: nullable(finding), after: nullable(finding) },
        reason: nullable(z.string()).describe("Why the other examination cannot tell"),
      }),
    ),
    answers: z.array(z.object({ check: z.string(), category, question: z.string(), before: answer, after: answer })),
    counts: z.object({ new: count, "newly-read": count, changed: count, "not-read": count, gone: count, same: count }),
  })
  .describe("Two examinations held against each other");

/** The fact `choices`. */
export const choicesDocument = z
  .object({ schema: z.literal(choicesSchema), unread: nullable(z.string()), choices: z.array(choice) })
  .describe("What was chosen for a phone, and whether it holds");

const request = z.object({
  ...{ time: nullable(z.number()), method: z.string(), scheme: z.enum(["http", "https"]), host: z.string() },
  ...{ port: z.number(), path: z.string(), headers: z.array(z.object({ name: z.string(), value: z.string() })) },
  ...{ body: nullable(z.string()), cut: z.boolean(), status: nullable(z.number()) },
  removed: texts.describe("What was left out as a whole"),
});

const flow = z.object({
  ...{ app: nullable(app), start: nullable(z.number()), end: nullable(z.number()), host: nullable(z.string()) },
  hostFrom: nullable(z.enum(["sni", "http", "dns", "url", "log"])),
  hostDoubt: z.enum(["shared-address", "tracker-and-other", "several-trackers"]).optional(),
  ...{ address: nullable(z.string()), port: nullable(z.number()), transport: nullable(z.enum(["tcp", "udp"])) },
  protocol: nullable(z.enum(["http", "tls", "quic", "dns", "xiaomi-push", "other"])),
  encryption: z.enum(["encrypted", "clear", "unknown"]),
  hello: nullable(
    z.object({
      ...{ offered: z.number(), chosen: nullable(z.number()), alpn: texts },
      ...{ ech: z.boolean(), ja4: nullable(z.string()) },
    }),
  ),
  ...{ bytesSent: nullable(count), bytesReceived: nullable(count), requests: z.array(request) },
  ...{ payloadBytes: count, blocked: z.boolean(), origin },
});

/** What `candor traffic report --redact` writes. */
export const trafficDocument = z
  .object({
    ...{ schema: z.literal("candor.traffic/1"), format: origin.shape.format, file: z.string(), bytes: count },
    device: nullable(
      z.object({
        ...{ model: nullable(z.string()), android: nullable(z.string()) },
        apps: z.array(z.object({ package: z.string(), label: nullable(z.string()), version: nullable(z.string()) })),
      }),
    ),
    clients: z.array(z.object({ name: z.string(), questions: count })).optional(),
    ...{ flows: z.array(flow), questions: z.array(flow) },
    cannotTell: z.array(z.enum(["app", "time", "address", "bytes", "content", "encryption"])),
    unread: z.array(z.object({ reason: z.string(), count })),
  })
  .describe("A record of traffic with pseudonyms in place of what is personal and was found");

/** Proof for the compiler alone: the schemas and the types say the same. */
export const comparisonDocumentsMatchTypes: [
  Same<z.infer<typeof historyDocument>, HistoryDocument>,
  Same<Omit<z.infer<typeof comparisonDocument>, "schema" | "findings">, Omit<ReportComparison, "findings">>,
  Same<keyof z.infer<typeof comparisonDocument>["findings"][number], keyof ReportComparison["findings"][number]>,
  Same<keyof z.infer<typeof choicesDocument>, keyof Choices>,
  Same<Omit<z.infer<typeof flow>, "hostDoubt">, Omit<SharedFlow, "hostDoubt">>,
  Same<keyof z.infer<typeof trafficDocument>, keyof SharedRecord>,
] = [true, true, true, true, true, true];
