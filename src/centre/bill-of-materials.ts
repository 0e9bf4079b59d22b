import type { FoundLibrary, LibraryEvidence } from "../apps/app-libraries.ts";
import { wholeApp } from "../apps/app-parts.ts";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import type { Bill, BillComponent, BillEvidence, BillProperty } from "../report/cyclonedx.ts";
import { version } from "./version.ts";

/** One file of an app, for its bill: `inside` is its path in the file that was scanned, null for that file itself. */
export interface BilledPart {
  readonly inside: string | null;
  readonly record: AppRecord;
}

/** A file that was looked into; `record` is null where it could not be read. */
interface LookedAt {
  readonly inside: string | null;
  readonly record: AppRecord | null;
}

/** The bills of materials of all apps among some files, each of a base with its splits; `time` as for `billOf`. */
export function billsOf(files: readonly LookedAt[], time: number): readonly Bill[] {
  const places = new Map(files.map(({ record, inside }) => [record, inside]));
  return files.flatMap(({ record }) => {
    const records = record === null ? [] : wholeApp(record, files);
    const parts = records.map((each) => ({ record: each, inside: places.get(each) ?? null }));
    return parts.length === 0 ? [] : [billOf(parts, time)];
  });
}

/**
 * What goes into the bill of materials of an app: libraries whose code or files are in it, or that its build tools wrote down; trackers
 * whose code is in it; native libraries as files. What code only refers to is no part of the app, and left out.
 *
 * @param parts the app's base first
 * @param time epoch milliseconds
 */
export function billOf(parts: readonly BilledPart[], time: number): Bill {
  const libraries = new Map<string, BillComponent>();
  for (const part of parts) {
    for (const component of [...librariesOf(part), ...trackersOf(part)]) {
      const key = component.name.toLowerCase();
      const known = libraries.get(key);
      libraries.set(key, known ? merged(known, component) : component);
    }
  }
  const files = parts.flatMap(nativesOf);
  return {
    candor: version,
    time: new Date(time).toISOString(),
    subject: subjectOf(parts),
    components: [...[...libraries.values()].sort(byName), ...files.sort(byName)],
  };
}

function subjectOf(parts: readonly BilledPart[]): Bill["subject"] {
  const [base] = parts;
  const identity = base && !isUnread(base.record.identity) ? base.record.identity : null;
  const label = identity && !isUnread(identity.label) ? identity.label.text : null;
  const signers = base && !isUnread(base.record.signers) ? (base.record.signers.verdicts.at(-1)?.signers ?? []) : [];
  const missing = parts.flatMap(({ record: { libraries } }) =>
    isUnread(libraries) ? [libraries.unread] : libraries.missed,
  );
  const complete = parts.every(({ record: { libraries } }) => !isUnread(libraries) && libraries.complete);
  const tools = parts.flatMap(({ record: { libraries } }) => (isUnread(libraries) ? [] : libraries.tools));
  const sha256 = base?.record.file.sha256;
  return {
    name: identity?.packageName ?? "unknown",
    version: identity?.versionName ?? identity?.versionCode ?? null,
    sha256: typeof sha256 === "string" ? sha256 : null,
    properties: [
      ...property("candor:label", label),
      ...property("candor:version-code", identity?.versionCode),
      ...signers.flatMap((digest) => property("candor:signer-sha256", digest)),
      ...parts.flatMap(({ inside }) => property("candor:part", inside)),
      ...[...new Set(tools.map((tool) => `${tool.name} ${tool.version}`))].flatMap((tool) =>
        property("candor:built-with", tool),
      ),
      ...property("candor:all-code-read", String(complete)),
      ...missing.flatMap((what) => property("candor:not-read", what)),
    ],
  };
}

const sureness: Readonly<Record<FoundLibrary["confidence"], number>> = { certain: 0.9, likely: 0.6, possible: 0.3 };

function librariesOf(part: BilledPart): readonly BillComponent[] {
  const { libraries } = part.record;
  if (isUnread(libraries)) return [];
  return libraries.found
    .filter(({ grade }) => grade !== "type-referenced")
    .map((found) => ({
      type: found.kind === "framework" || found.kind === "game-engine" ? "framework" : "library",
      ...nameOf(found),
      version: found.version,
      purl: purlOf(found),
      publisher: found.maker,
      licence: found.licence,
      sha256: null,
      confidence: sureness[found.confidence],
      evidence: found.evidence.map((each) => evidenceOf(each, part)),
      properties: [...property("candor:kind", found.kind), ...property("candor:evidence", found.grade)],
    }));
}

/** What a build tool wrote down is called as it says, all else as people do. */
function nameOf({ name, coordinate }: FoundLibrary): Pick<BillComponent, "name" | "group"> {
  const [group, artifact] = coordinate === name && name.includes(":") ? name.split(":") : [];
  return group !== undefined && artifact !== undefined ? { name: artifact, group } : { name, group: null };
}

/** https://github.com/package-url/purl-spec */
function purlOf({ ecosystem, coordinate, version }: FoundLibrary): string | null {
  if (ecosystem === null || coordinate === null) return null;
  const path = coordinate
    .split(ecosystem === "maven" ? ":" : "/")
    .map(encodeURIComponent)
    .join("/");
  return `pkg:${ecosystem}/${path}${version === null ? "" : `@${encodeURIComponent(version)}`}`;
}

function evidenceOf(evidence: LibraryEvidence, { inside }: BilledPart): BillEvidence {
  const location = placeOf(inside, evidence.entry);
  if (evidence.kind === "class") return { technique: "binary-analysis", location, value: evidence.name };
  if (evidence.kind === "built-in") return { technique: "binary-analysis", location, value: evidence.text };
  if (evidence.kind === "native-file") return { technique: "filename", location, value: null };
  const { coordinate, version: stated } = evidence;
  return { technique: "manifest-analysis", location, value: stated === null ? coordinate : `${coordinate} ${stated}` };
}

function trackersOf({ record: { trackers }, inside }: BilledPart): readonly BillComponent[] {
  if (isUnread(trackers)) return [];
  return trackers.found
    .filter(({ grade }) => grade === "class-defined")
    .map(({ name, company, country, purposes, confidence, evidence }) => ({
      type: "library",
      name,
      group: null,
      version: null,
      purl: null,
      publisher: company,
      licence: null,
      sha256: null,
      confidence: sureness[confidence],
      evidence: evidence.flatMap((each): BillEvidence[] =>
        each.kind === "class" && each.defined
          ? [{ technique: "binary-analysis", location: placeOf(inside, each.entry), value: each.name }]
          : [],
      ),
      properties: [
        { name: "candor:tracker", value: purposes.join(", ") || "yes" },
        ...property("candor:country", country),
      ],
    }));
}

/** Native libraries with their digests where they were read, else by their names. */
function nativesOf({ record: { libraries, code }, inside }: BilledPart): BillComponent[] {
  const read = isUnread(libraries) ? [] : libraries.natives;
  const names = new Set(read.map(({ entry }) => entry.slice(entry.lastIndexOf("/") + 1)));
  const unread = isUnread(code) ? [] : code.nativeLibraries.filter(({ name }) => !names.has(name));
  const file = (name: string, location: string, sha256: string | null, size: number): BillComponent => ({
    type: "file",
    name,
    group: null,
    version: null,
    purl: null,
    publisher: null,
    licence: null,
    sha256,
    confidence: 1,
    evidence: [{ technique: "filename", location, value: null }],
    properties: [{ name: "candor:bytes", value: String(size) }],
  });
  return [
    ...read.map(({ entry, sha256, size }) =>
      file(entry.slice(entry.lastIndexOf("/") + 1), placeOf(inside, entry), sha256, size),
    ),
    ...unread.map(({ name, abis, size }) => file(name, placeOf(inside, `lib/${abis[0] ?? "?"}/${name}`), null, size)),
  ];
}

/** The same library found twice: by both lists, or in two parts. */
function merged(a: BillComponent, b: BillComponent): BillComponent {
  const names = new Set(a.properties.map(({ name }) => name));
  return {
    ...a,
    version: a.version ?? b.version,
    purl: a.version === null && b.version !== null ? b.purl : (a.purl ?? b.purl),
    licence: a.licence ?? b.licence,
    confidence: Math.max(a.confidence, b.confidence),
    evidence: [...a.evidence, ...b.evidence].slice(0, 20),
    properties: [...a.properties, ...b.properties.filter(({ name }) => !names.has(name))],
  };
}

function placeOf(inside: string | null, entry: string): string {
  return inside === null ? entry : `${inside}!/${entry}`;
}

function property(name: string, value: string | null | undefined): readonly BillProperty[] {
  return value === null || value === undefined || value === "" ? [] : [{ name, value }];
}

function byName(a: BillComponent, b: BillComponent): number {
  const [left, right] = [`${a.group ?? ""} ${a.name}`, `${b.group ?? ""} ${b.name}`].map((text) => text.toLowerCase());
  return (left ?? "") < (right ?? "") ? -1 : 1;
}
