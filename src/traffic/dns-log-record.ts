import { readAdguardHomeLog } from "../formats/adguard-home-log.ts";
import { readDns } from "../formats/dns-message.ts";
import { addressText } from "../formats/ip-address.ts";
import type { QuestionLog } from "../formats/logged-question.ts";
import { readNextdnsCsv } from "../formats/nextdns-csv.ts";
import { readPiholeLog } from "../formats/pihole-log.ts";
import type { RecordFormat, TrafficRecord } from "./flow.ts";
import { nameFlows } from "./name-log.ts";
import type { RecordContext, RecordFile } from "./record-file.ts";

/** The query log of AdGuard Home as names that were asked for. @throws FormatError */
export async function adguardHomeRecord(file: RecordFile, context: RecordContext): Promise<TrafficRecord> {
  return dnsRecord("adguard-home-log", await readAdguardHomeLog(file.chunks, answeredAddress), file, context);
}

/** The log of NextDNS as names that were asked for; it holds no addresses. @throws FormatError */
export async function nextdnsRecord(file: RecordFile, context: RecordContext): Promise<TrafficRecord> {
  const log = await readNextdnsCsv(file.chunks);
  const [model, ...others] = log.models;
  const device = model !== undefined && others.length === 0 ? { model, android: null, apps: [] } : null;
  return { ...dnsRecord("nextdns-csv", log, file, context), device };
}

/** The log of Pi-hole as names that were asked for; without `context.clock` they have no time. @throws FormatError */
export async function piholeLogRecord(file: RecordFile, context: RecordContext): Promise<TrafficRecord> {
  return dnsRecord("pihole-log", await readPiholeLog(file.chunks, context.clock ?? null), file, context);
}

/** Names out of the log of a DNS server, which knows devices and no apps. @throws FormatError */
export function dnsRecord(
  format: RecordFormat,
  log: QuestionLog,
  file: Pick<RecordFile, "name">,
  { client }: RecordContext,
): TrafficRecord {
  const unit = format === "pihole-database" ? "row" : "line";
  const { questions: asked, unreadable } = log;
  const found = nameFlows({ file: file.name, format, unit, asked, unreadable, client });
  const { flows } = found;
  return {
    ...{ format, file: file.name, bytes: 0, device: null },
    ...found,
    cannotTell: [
      ...["app" as const, "bytes" as const, "content" as const, "encryption" as const],
      ...(flows.length > 0 && flows.every(({ start }) => start === null) ? ["time" as const] : []),
      ...(flows.length > 0 && flows.every(({ address }) => address === null) ? ["address" as const] : []),
    ],
  };
}

/** The first address of a DNS message; null where it has none or is damaged. */
function answeredAddress(message: Uint8Array): string | null {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const first = readDns(message, view, 0, message.length)?.addresses[0];
  return first ? addressText(first.version, first.address) : null;
}
