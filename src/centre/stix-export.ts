import { createHash } from "node:crypto";
import type { Report } from "../core/report.ts";
import { mobileThreatIndicators } from "../feeds/mobile-threat-indicators.ts";
import { stalkerwareIndicators } from "../feeds/stalkerware-indicators.ts";
import { writeStix } from "../report/stix.ts";

/** What was found as a STIX 2.1 bundle; the same report gives the same bytes. @param now for a report without a time. */
export function stixOf(report: Report, now: number): string {
  const indicatorLists = [stalkerwareIndicators.id, mobileThreatIndicators.id];
  const at = report.takenAt ?? new Date(now).toISOString();
  return writeStix(report, { uuid: uuid5, indicatorLists, at });
}

/** The namespace of STIX 2.1 §2.9. */
const namespace = Buffer.from("00abedb4aa42466c9c01fed23315a9b7", "hex");

/** RFC 9562 §5.5. */
function uuid5(text: string): string {
  const bytes = createHash("sha1").update(namespace).update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
