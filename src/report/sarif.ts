import type { AppAssessment, AssessedApp } from "../core/app-assessment.ts";
import type { Assessment, ControlResult, Reference } from "../core/assessment.ts";
import { countsInWords } from "./assessment-words.ts";
import { plainText } from "./plain-text.ts";
import { deviceName, sourceName } from "./wording.ts";

/** What a pure writer cannot know. */
export interface SarifOptions {
  /** A UUID of a text: the same for the same text. */
  readonly uuid: (text: string) => string;
}

const schema = "https://json.schemastore.org/sarif-2.1.0.json";

/**
 * An assessment as SARIF 2.1.0 (OASIS). Each control is a rule and each result says how it stands: `fail`, `pass`, `notApplicable`, or `open` for
 * what is not determinable. Published documents are taxonomies, whose entries are numbers or themes.
 */
export function writeSarifLog(assessment: Assessment, { uuid }: SarifOptions): string {
  const { results, profile, candor, takenAt } = assessment;
  const run = {
    ...toolOf(results, candor),
    automationDetails: {
      id: `candor/${profile.id}/${takenAt ?? "unknown"}`,
      guid: uuid(`${assessment.source.name} ${takenAt ?? ""} ${profile.id} ${profile.version}`),
      description: { text: countsInWords(assessment) },
    },
    logicalLocations: [
      { name: safe(deviceName(assessment)), kind: "device", fullyQualifiedName: safe(sourceName(assessment)) },
    ],
    results: results.map((result, index) => resultOf(result, index, 0)),
    columnKind: "utf16CodeUnits",
    properties: { notice: assessment.notice, profile: profile.id, profileVersion: profile.version },
  };
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 1)}\n`;
}

/** An assessment of apps as SARIF 2.1.0: each control is a rule, and each app with its files a place where it is or is not kept. */
export function writeAppSarifLog(assessment: AppAssessment, { uuid }: SarifOptions): string {
  const { apps, profile, candor, source, notice } = assessment;
  const [first] = apps;
  const run = {
    ...toolOf(first?.results ?? [], candor),
    automationDetails: {
      id: `candor/${profile.id}/${source.takenAt ?? "unknown"}`,
      guid: uuid(`${source.name} ${source.takenAt ?? ""} ${profile.id} ${profile.version}`),
      description: { text: `${apps.length} apps against the profile “${profile.title}”.` },
    },
    logicalLocations: apps.map((app) => ({
      name: safe(app.name),
      kind: "package",
      fullyQualifiedName: safe(placeOf(app)),
    })),
    results: apps.flatMap((app, place) => app.results.map((result, index) => resultOf(result, index, place))),
    columnKind: "utf16CodeUnits",
    properties: { notice, profile: profile.id, profileVersion: profile.version, leftOut: assessment.leftOut.map(safe) },
  };
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 1)}\n`;
}

/** An app by its package, version and files, so that two versions of it are two places. */
function placeOf({ package: name, version, files }: AssessedApp): string {
  const digests = files.map(({ sha256, name: file }) => sha256 ?? file).join(",");
  return `${name ?? "unknown"}@${version ?? "unknown"}#${digests}`;
}

function toolOf(results: readonly ControlResult[], version: string) {
  const taxonomies = taxonomiesOf(results);
  const names = taxonomies.map(({ name }) => name);
  return {
    tool: {
      driver: {
        name: "Candor",
        version,
        rules: results.map((result) => ruleOf(result, names)),
        supportedTaxonomies: names.map((name, index) => ({ name, index })),
      },
    },
    ...(taxonomies.length > 0 ? { taxonomies } : {}),
  };
}

const kinds = {
  satisfied: "pass",
  "not-satisfied": "fail",
  "not-determinable": "open",
  "not-applicable": "notApplicable",
} as const;

const levels = { critical: "error", high: "error", medium: "warning", low: "note", info: "note" } as const;

function resultOf(result: ControlResult, index: number, place: number) {
  const messages = result.evidence.flatMap(({ findings }) => findings.map(({ message }) => message));
  return {
    ruleId: result.id,
    ruleIndex: index,
    kind: kinds[result.state],
    level: result.state === "not-satisfied" ? levels[result.severity] : "none",
    message: { text: safe([result.reason, ...messages].join(" ")) },
    locations: [{ logicalLocations: [{ index: place }] }],
    properties: { state: result.state, basis: result.basis, severity: result.severity, controlLevel: result.level },
  };
}

function ruleOf(result: ControlResult, taxonomies: readonly string[]) {
  return {
    id: result.id,
    name: result.id.replace("-", ""),
    shortDescription: { text: result.title },
    fullDescription: { text: `${result.why} ${safe(result.rule)}` },
    defaultConfiguration: { level: levels[result.severity] },
    relationships: result.references.map((reference) => ({
      target: {
        id: taxonId(reference),
        toolComponent: { name: reference.document, index: taxonomies.indexOf(reference.document) },
      },
      kinds: ["relevant"],
    })),
  };
}

function taxonomiesOf(results: readonly ControlResult[]) {
  const byDocument = new Map<string, Map<string, Reference>>();
  for (const reference of results.flatMap(({ references }) => references)) {
    const taxa = byDocument.get(reference.document) ?? new Map<string, Reference>();
    byDocument.set(reference.document, taxa.set(taxonId(reference), reference));
  }
  return [...byDocument].map(([name, taxa]) => ({
    name,
    version: [...taxa.values()][0]?.edition ?? "",
    isComprehensive: false,
    shortDescription: { text: `${name}: numbers and themes for orientation.` },
    taxa: [...taxa.keys()].map((id) => ({ id })),
  }));
}

function taxonId({ section }: Reference): string {
  return section;
}

function safe(text: string): string {
  return plainText(text, 4000);
}
