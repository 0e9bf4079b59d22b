import { FormatError } from "../core/errors.ts";
import { maxHarBytes } from "../formats/har.ts";
import { type SniffedTraffic, sniffBytes, sniffTraffic } from "../formats/traffic-sniff.ts";
import type { TrafficRecord } from "./flow.ts";
import { harRecord } from "./har-record.ts";
import { CountedChunks, peek, type RecordContext, type RecordFile, wholeOf } from "./record-file.ts";

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

async function readAs(
  format: SniffedTraffic | null,
  file: RecordFile,
  _context: RecordContext,
): Promise<TrafficRecord> {
  switch (format) {
    case "har":
      return harRecord(await wholeOf(file.chunks, "har", maxHarBytes), file.name);
    default:
      throw new FormatError("traffic", "it is no record of traffic that Candor reads");
  }
}
