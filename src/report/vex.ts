import { plainText } from "./plain-text.ts";

/** What is known of one published fix that the phone's levels do not promise. All texts may come from outside. */
export interface VexEntry {
  /** CVE number. */
  readonly id: string;
  /** Critical, high, moderate, low; null where the bulletin does not tell. */
  readonly severity: "critical" | "high" | "moderate" | "low" | null;
  /** Which part of the system, and the level that brings the fix: yyyy-mm-dd. */
  readonly part: string;
  readonly level: string;
  /** yyyy-mm-dd on which it was named as used in attacks; null where it was not. */
  readonly exploited: string | null;
}

/** What a document is made from. */
export interface Vex {
  readonly candor: string;
  /** ISO 8601 time at which it is written. */
  readonly time: string;
  /** The same for the same phone and time. */
  readonly serial: string;
  readonly phone: { readonly name: string; readonly version: string | null; readonly maker: string | null };
  readonly entries: readonly VexEntry[];
}

const grades = { critical: "critical", high: "high", moderate: "medium", low: "low" } as const;

/**
 * Missing fixes of a phone as CycloneDX 1.6 with VEX (https://cyclonedx.org/capabilities/vex/). Every hole is `in_triage`: that a level does not
 * promise a fix tells neither that the phone has the hole nor that it has not.
 */
export function writeVex({ candor, time, serial, phone, entries }: Vex): string {
  const ref = "phone";
  const document = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${serial}`,
    version: 1,
    metadata: {
      timestamp: time,
      tools: { components: [{ type: "application", name: "candor", version: candor }] },
      component: {
        type: "device",
        "bom-ref": ref,
        ...(phone.maker === null ? {} : { manufacturer: { name: safe(phone.maker) } }),
        name: safe(phone.name),
        ...(phone.version === null ? {} : { version: safe(phone.version) }),
      },
    },
    vulnerabilities: entries.map((entry) => vulnerability(entry, ref)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function vulnerability({ id, severity, part, level, exploited }: VexEntry, ref: string) {
  const used = exploited === null ? "" : ` CISA named it as used in attacks on ${exploited}.`;
  return {
    "bom-ref": `${id} ${part}`,
    id,
    source: { name: "NVD", url: `https://nvd.nist.gov/vuln/detail/${encodeURIComponent(id)}` },
    ratings: [
      {
        source: { name: "Android Security Bulletin" },
        severity: severity === null ? "unknown" : grades[severity],
        method: "other",
      },
    ],
    recommendation: `Install a system of the patch level ${level} or newer.`,
    analysis: {
      state: "in_triage",
      detail: `The phone's patch level does not promise the fix, which the level ${level} brings. Whether this phone has the hole was not tested.${used}`,
    },
    affects: [{ ref }],
    properties: [
      { name: "candor:part", value: safe(part) },
      ...(exploited === null ? [] : [{ name: "candor:known-exploited", value: exploited }]),
    ],
  };
}

function safe(text: string): string {
  return plainText(text, 500);
}
