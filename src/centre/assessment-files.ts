import { createHash } from "node:crypto";
import type { AppAssessment } from "../core/app-assessment.ts";
import type { Assessment } from "../core/assessment.ts";
import { type OscalOptions, writeOscalCatalog, writeOscalResults } from "../report/oscal.ts";
import { writeAppSarifLog, writeSarifLog } from "../report/sarif.ts";
import type { describeProfile } from "./assess.ts";
import { version } from "./version.ts";

/** An assessment as OSCAL assessment-results; `at` is when the document is made. */
export function writeOscal(assessment: Assessment, at: number): string {
  return writeOscalResults(assessment, options(at));
}

/** A profile's controls as an OSCAL catalog. */
export function writeCatalog(profile: ReturnType<typeof describeProfile>, at: number): string {
  return writeOscalCatalog(profile, profile.controls, version, options(at));
}

/** An assessment as SARIF. */
export function writeSarif(assessment: Assessment): string {
  return writeSarifLog(assessment, { uuid: uuid5 });
}

/** An assessment of apps as SARIF. */
export function writeAppSarif(assessment: AppAssessment): string {
  return writeAppSarifLog(assessment, { uuid: uuid5 });
}

function options(at: number): OscalOptions {
  return { uuid: uuid5, sha256: (text) => createHash("sha256").update(text).digest("hex"), at };
}

/** The namespace of Candor's own UUIDs: that of names in URLs (RFC 9562 §6.6) would claim an address. */
const namespace = Buffer.from("6f0e3d3c2b5c4a0f9a5d0c6a1e7b4d21", "hex");

/** A UUID of version 5: SHA-1 of namespace and name, RFC 9562 §5.5. */
export function uuid5(name: string): string {
  const digest = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  digest.writeUInt8(((digest[6] ?? 0) & 0x0f) | 0x50, 6);
  digest.writeUInt8(((digest[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
