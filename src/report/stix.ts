import type { Json } from "../core/json.ts";
import type { Report, ReportEvidence, ReportFinding } from "../core/report.ts";

/** What makes the ids of objects; a digest is not at hand everywhere. */
export interface StixOptions {
  /** A version 5 UUID of the text, in the namespace that STIX 2.1 §2.9 gives to observables. */
  readonly uuid: (text: string) => string;
  /** Lists whose entries are indicators. Of what other lists name, only that it was seen is told. */
  readonly indicatorLists: readonly string[];
  /** ISO 8601: the time of the examination, or where that is not known the time of writing. */
  readonly at: string;
}

/**
 * What was found, as a STIX 2.1 bundle: what was seen on the phone as observed data, and as indicators only what published lists name. Patterns
 * are written with the names that MVT reads (`app:id`, `app:cert.sha1`, `domain-name:value` …).
 */
export function writeStix(report: Report, options: StixOptions): string {
  const objects = new Map<string, Json>();
  const add = (type: string, unique: string, fields: Readonly<Record<string, Json>>) => {
    const id = `${type}--${options.uuid(`${type} ${unique}`)}`;
    objects.set(id, { type, spec_version: "2.1", id, ...fields });
    return id;
  };
  const time = stixTime(options.at);
  const dated = { created: time, modified: time };
  const candor = add("identity", "candor", { ...dated, name: "Candor", identity_class: "system" });
  const by = { ...dated, created_by_ref: candor };
  const told: string[] = [];
  for (const { findings } of report.outcomes) {
    for (const finding of findings ?? []) {
      const seen = observable(finding, add);
      if (seen === undefined) continue;
      const observed = add("observed-data", `${seen} ${time}`, {
        ...by,
        first_observed: time,
        last_observed: time,
        number_observed: 1,
        object_refs: [seen],
      });
      told.push(observed);
      const listed = finding.evidence.find(({ fact }) => options.indicatorLists.includes(fact));
      const pattern = patternOf(finding);
      if (listed === undefined || pattern === undefined) continue;
      const name = malwareName(finding, listed);
      const malware = add("malware", name, { ...by, name, is_family: true, malware_types: ["spyware"] });
      const indicator = add("indicator", pattern, {
        ...by,
        name: `${name}: ${pattern}`,
        pattern,
        pattern_type: "stix",
        valid_from: time,
        indicator_types: ["malicious-activity"],
      });
      told.push(indicator, malware);
      told.push(relation("indicates", indicator, malware), relation("based-on", indicator, observed));
    }
  }
  function relation(type: string, source: string, target: string): string {
    return add("relationship", `${source} ${type} ${target}`, {
      ...by,
      relationship_type: type,
      source_ref: source,
      target_ref: target,
    });
  }
  const refs = [...new Set(told)];
  // STIX demands at least one reference of a report.
  if (refs.length > 0)
    add("report", `${time} ${report.source.name}`, {
      ...by,
      name: "What Candor found",
      published: time,
      report_types: ["observed-data"],
      object_refs: refs,
    });
  const id = `bundle--${options.uuid(`bundle ${time} ${refs.join(" ")}`)}`;
  return `${JSON.stringify({ type: "bundle", id, objects: [...objects.values()] }, null, 1)}\n`;
}

type Add = (type: string, unique: string, fields: Readonly<Record<string, Json>>) => string;

/** The observable that a finding is about (STIX 2.1 §6); undefined for what STIX has none for. */
function observable({ subject, params, evidence }: ReportFinding, add: Add): string | undefined {
  // An app is software; its package name is what tells it from all others.
  if (subject.kind === "app") return add("software", subject.package, { name: subject.package });
  if (subject.kind === "host") return add("domain-name", subject.host, { value: subject.host });
  if (subject.kind === "file") {
    const name = subject.path.slice(subject.path.lastIndexOf("/") + 1) || subject.path;
    const sha256 = digestIn(evidence, 64);
    return add("file", subject.path, { name, ...(sha256 === undefined ? {} : { hashes: { "SHA-256": sha256 } }) });
  }
  const process = params["process"];
  return typeof process === "string" ? add("process", process, { command_line: process }) : undefined;
}

/** The pattern by which the same thing is found elsewhere. MVT splits it at "=", so that no value may hold one. */
function patternOf({ subject, params, evidence }: ReportFinding): string | undefined {
  const digest = certificate(evidence);
  if (subject.kind === "app") return digest ?? comparison("app:id", subject.package);
  if (subject.kind === "host") return comparison("domain-name:value", subject.host);
  if (subject.kind === "file") return comparison("file:path", subject.path);
  const { process, name } = params;
  if (typeof process === "string") return comparison("process:name", process);
  return typeof name === "string" ? comparison("android-property:name", name) : undefined;
}

function certificate(evidence: readonly ReportEvidence[]): string | undefined {
  for (const item of evidence) {
    if (item.kind !== "value" || !/certificate|digest/i.test(`${item.name} ${item.value}`)) continue;
    const [, kind, hash] = /^(?:(?:certificate-)?(sha1|sha256|md5) )?([0-9a-f]{32,64})$/i.exec(item.value) ?? [];
    if (hash === undefined) continue;
    const length = new Map([
      [32, "md5"],
      [40, "sha1"],
      [64, "sha256"],
    ]).get(hash.length);
    const ofFile = kind !== undefined && !item.value.startsWith("certificate-");
    if (length !== undefined)
      return comparison(ofFile ? `file:hashes.${length}` : `app:cert.${length}`, hash.toLowerCase());
  }
  return undefined;
}

function comparison(field: string, value: string): string | undefined {
  if (/[=\p{Cc}]/u.test(value)) return undefined;
  return `[${field}='${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}']`;
}

/** "Cerberus (stalkerware)" is the product and what it is. */
function malwareName({ params }: ReportFinding, listed: ReportEvidence): string {
  const named = params["product"] ?? params["malware"];
  if (typeof named === "string" && named !== "") return named;
  return listed.kind === "value" ? listed.value : listed.fact;
}

function digestIn(evidence: readonly ReportEvidence[], digits: number): string | undefined {
  const values = evidence.flatMap((item) => (item.kind === "value" ? [item.value.toLowerCase()] : []));
  return values.find((value) => value.length === digits && /^[0-9a-f]+$/.test(value));
}

/** RFC 3339 with a Z, which STIX demands. */
function stixTime(at: string): string {
  return new Date(at).toISOString();
}
