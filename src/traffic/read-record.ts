import { FormatError } from "../core/errors.ts";
import { maxHarBytes } from "../formats/har.ts";
import { type SniffedTraffic, sniffBytes, sniffTraffic } from "../formats/traffic-sniff.ts";
import { createCaptureReader } from "./capture-flows.ts";
import { databaseRecord, zipRecord } from "./database-record.ts";
import { adguardHomeRecord, nextdnsRecord, piholeLogRecord } from "./dns-log-record.ts";
import type { Flow, TrafficRecord } from "./flow.ts";
import { harRecord } from "./har-record.ts";
import { iosReportRecord } from "./ios-report-record.ts";
import { pcapdroidCsvRecord } from "./pcapdroid-csv-record.ts";
import { procNetRecord } from "./proc-net-record.ts";
import { flowApp } from "./record-app.ts";
import { CountedChunks, peek, type RecordContext, type RecordFile, wholeOf } from "./record-file.ts";
import { trackerControlRecord } from "./trackercontrol-record.ts";

/** What the file is by its first `sniffBytes`; null for nothing that is known. `netstats-dump` and `package-list` hold no flows. */
export function sniffRecord(first: Uint8Array): SniffedTraffic | null {
  return sniffTraffic(first);
}

/**
 * Reads one file of traffic, whatever its format and its name, into flows.
 *
 * @throws FormatError where it is no record of traffic that is known, is damaged from its beginning, or is larger than what its format may be
 */
export async function readRecord(file: RecordFile, context: RecordContext): Promise<TrafficRecord> {
  const counted = new CountedChunks(file.chunks, context.signal);
  const { first, all, close } = await peek(counted, sniffBytes);
  try {
    const record = await readAs(sniffRecord(first), { ...file, chunks: all }, context);
    return { ...record, bytes: counted.taken };
  } finally {
    await close();
  }
}

async function readAs(format: SniffedTraffic | null, file: RecordFile, context: RecordContext): Promise<TrafficRecord> {
  switch (format) {
    case "pcap":
    case "pcapng":
      return await captureRecord(file, context);
    case "har":
      return harRecord(await wholeOf(file.chunks, "har", maxHarBytes), file.name);
    case "pcapdroid-csv":
      return await pcapdroidCsvRecord(file, context);
    case "trackercontrol-csv":
      return await trackerControlRecord(file, context);
    case "adguard-home-log":
      return await adguardHomeRecord(file, context);
    case "nextdns-csv":
      return await nextdnsRecord(file, context);
    case "pihole-log":
      return await piholeLogRecord(file, context);
    case "ios-privacy-report":
      return await iosReportRecord(file);
    case "proc-net":
      return await procNetRecord(file, context);
    case "sqlite":
      return await databaseRecord(file, context);
    case "zip":
      return await zipRecord(file, context);
    case "netstats-dump":
    case "package-list":
      throw new FormatError(
        "traffic",
        `it holds no connections (${format}): give it together with a record of traffic`,
      );
    case null:
      throw new FormatError("traffic", "it is no record of traffic that Candor reads");
  }
}

async function captureRecord(file: RecordFile, { crypto, packages }: RecordContext): Promise<TrafficRecord> {
  const reader = createCaptureReader(file.name, crypto);
  for await (const chunk of file.chunks) reader.push(chunk);
  const record = reader.end();
  if (!packages) return record;
  const named = (flow: Flow) => (flow.app ? { ...flow, app: flowApp(flow.app.uid, flow.app, packages) } : flow);
  return { ...record, flows: record.flows.map(named), questions: record.questions.map(named) };
}
