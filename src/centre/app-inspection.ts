import type { PartsRead } from "../apps/analyse-apk.ts";
import { partMisfits } from "../apps/app-parts.ts";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import type { ApkSigners } from "../apps/app-signers.ts";
import { appVulnerabilities } from "../feeds/app-vulnerabilities.ts";
import type {
  AppInspection,
  InspectedLibrary,
  InspectedSigner,
  InspectedTracker,
  InspectionVerdict,
} from "../formats/app-inspections.ts";
import { type AppEngines, verdictsOn } from "./app-engines.ts";
import { inspectedIcon, pictureIn } from "./app-icons.ts";
import { originOf } from "./app-origins.ts";
import { judgedApp, summariesOf } from "./app-summary.ts";
import { type PhoneApk, splitName } from "./phone-apks.ts";
import type { PhonePackage } from "./phone-packages.ts";
import type { LookedInto } from "./scan-file.ts";

/** One file of a package, as far as it was looked into. */
export interface PhoneFileRead {
  readonly apk: PhoneApk;
  readonly sha256: string | null;
  /** null where it could not be read. */
  readonly record: AppRecord | null;
  readonly depth: PartsRead | null;
}

const maxSentences = 60;
/** What is said of each app that is judged by its signer, of each section that comes from the code: `depth` says it once. */
const onPurpose = "the code was not looked into: of this file only what tells who made it was read";

/** SHA-256 of the certificates that signed the system itself; empty where they are not known. */
export function platformCertificates(files: readonly PhoneFileRead[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ record }) => signersOf(record).map(({ sha256 }) => sha256)));
}

/** Puts all files of a package together to what is said of it. */
export function inspectionOf(
  app: PhonePackage,
  files: readonly PhoneFileRead[],
  problems: readonly string[],
  engines: AppEngines,
  platform: ReadonlySet<string>,
): AppInspection {
  const records = files.flatMap(({ record }) => (record ? [record] : []));
  const parts = files.map(lookedInto);
  const main = records.find(({ identity }) => !isUnread(identity) && identity.split === null) ?? records[0];
  const identity = main && !isUnread(main.identity) ? main.identity : null;
  const verdicts = verdictsAgainst(app, parts, engines);
  const summaries = summariesOf(parts.map((part) => ({ ...part, verdicts: [] })));
  const label = identity && !isUnread(identity.label) ? identity.label.text : null;
  const signers = unique(records.flatMap(signersOf), ({ sha256 }) => sha256);
  const unread = summaries.flatMap((summary) => summary.unread).filter((text) => !isOnPurpose(text));
  return {
    package: app.name,
    label,
    icon: inspectedIcon(pictureIn(records)),
    versionName: app.versionName ?? identity?.versionName ?? null,
    versionCode: app.versionCode ?? identity?.versionCode ?? null,
    users: app.users,
    system: app.system,
    updated: app.updated,
    installer: app.installer,
    files: files.map(({ apk, sha256, record }) => ({
      path: apk.path,
      split: record && !isUnread(record.identity) ? record.identity.split : splitName(apk.path),
      size: apk.size,
      sha256,
    })),
    depth: depthOf(files),
    unread: bounded([...problems, ...unread]),
    signers,
    platformSigned:
      signers.length === 0 || platform.size === 0 ? null : signers.some(({ sha256 }) => platform.has(sha256)),
    trackers: trackersOf(records),
    libraries: librariesOf(records),
    nativesUnread: nativesUnreadOf(records),
    dangerous: dangerousOf(records),
    cleartext: cleartextOf(records),
    packers: [...new Set(records.flatMap(({ code }) => (isUnread(code) ? [] : code.packers.map(({ name }) => name))))],
    loadsCode: loadsCode(records),
    tampering: bounded(tamperingOf(app, parts, records)),
    standsOut: bounded(summaries.flatMap((summary) => summary.standsOut)),
    verdicts,
  };
}

function lookedInto({ apk, sha256, record }: PhoneFileRead): LookedInto {
  return { inside: null, size: apk.size, digests: sha256 === null ? {} : { sha256 }, record, reason: null };
}

/** The name under which the phone has the app counts, also where nothing of its files could be read. */
function verdictsAgainst(app: PhonePackage, parts: readonly LookedInto[], engines: AppEngines): InspectionVerdict[] {
  const { kind } = originOf(app);
  const vouched = kind === "system" || kind === "shop" ? kind : undefined;
  const nothing: LookedInto = { inside: null, size: 0, digests: {}, record: null, reason: null };
  const asked = (parts.length === 0 ? [nothing] : parts).map((part) => judgedApp(part, parts));
  const said = asked.flatMap((judged) => verdictsOn(engines, { ...judged, packageName: app.name, vouched }));
  return unique(said, (verdict) => JSON.stringify(verdict));
}

function depthOf(files: readonly PhoneFileRead[]): AppInspection["depth"] {
  const depths = files.map(({ depth }) => depth);
  if (!depths.some((depth) => depth !== null)) return "none";
  return depths.some((depth) => depth === "code") ? "code" : "signer";
}

/** Who signed, as the newest Android sees it; where that one refuses the app, whoever is named. */
function signersOf(record: AppRecord | null): readonly InspectedSigner[] {
  if (!record || isUnread(record.signers)) return [];
  const { certificates, verdicts }: ApkSigners = record.signers;
  const newest = verdicts.at(-1);
  const own = certificates.filter(({ sha256 }) => newest?.signers.includes(sha256));
  return (own.length > 0 ? own : certificates)
    .slice(0, 10)
    .map(({ sha256, sha1, md5, subject, knownAs, debug }) => ({ sha256, sha1, md5, subject, knownAs, debug }));
}

const grades = ["class-defined", "type-referenced", "host-only"] as const;

function trackersOf(records: readonly AppRecord[]): readonly InspectedTracker[] | null {
  const read = records.flatMap(({ trackers }) => (isUnread(trackers) ? [] : [trackers]));
  if (read.length === 0) return null;
  const best = new Map<string, InspectedTracker>();
  for (const { found } of read)
    for (const { name, company, country, purposes, grade } of found) {
      const before = best.get(name);
      if (!before || grades.indexOf(grade) < grades.indexOf(before.grade))
        best.set(name, { name, company, country, purposes, grade });
    }
  return [...best.values()].sort(
    (a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || (a.name < b.name ? -1 : 1),
  );
}

const maxLibraries = 500;

/** Those with a version, and those that have holes in some version, each once; what code only refers to is not there. */
function librariesOf(records: readonly AppRecord[]): readonly InspectedLibrary[] | null {
  const read = records.flatMap(({ libraries }) => (isUnread(libraries) ? [] : [libraries]));
  if (read.length === 0) return null;
  const carried = read.flatMap(({ found }) =>
    found.flatMap(({ name, coordinate, version, grade }) =>
      grade === "type-referenced" || (version === null && !hasHoles(name, coordinate))
        ? []
        : [{ name, coordinate, version }],
    ),
  );
  return unique(carried, ({ name, version }) => `${name} ${version}`).slice(0, maxLibraries);
}

/** Those of several parts count once each; null where no part was looked through for libraries. */
function nativesUnreadOf(records: readonly AppRecord[]): number | null {
  const read = records.flatMap(({ libraries }) => (isUnread(libraries) ? [] : [libraries]));
  return read.length === 0 ? null : new Set(read.flatMap(({ nativesUnread }) => nativesUnread)).size;
}

function hasHoles(name: string, coordinate: string | null): boolean {
  const { holes = [] } = appVulnerabilities.embedded?.value ?? {};
  return holes.some(({ library }) => library === name || library === coordinate);
}

function dangerousOf(records: readonly AppRecord[]): readonly string[] {
  const asked = records.flatMap(({ permissions }) => (isUnread(permissions) ? [] : permissions.asked));
  return [
    ...new Set(asked.filter(({ weight }) => weight === "dangerous" || weight === "special").map(({ name }) => name)),
  ];
}

/** Splits have no rules of their own: the base's count. */
function cleartextOf(records: readonly AppRecord[]): boolean | null {
  const rules = records.flatMap(({ identity, network }) =>
    isUnread(network) || isUnread(identity) || identity.split !== null ? [] : [network],
  );
  if (rules.length === 0) return null;
  return rules.some(({ byDefault, hosts }) => byDefault.cleartext || hosts.some(({ cleartext }) => cleartext));
}

function loadsCode(records: readonly AppRecord[]): boolean | null {
  const read = records.flatMap(({ code }) => (isUnread(code) ? [] : [code]));
  if (read.some(({ calls }) => calls.some(({ kind }) => kind === "loads-dex"))) return true;
  return read.length === 0 || read.some(({ callsComplete }) => !callsComplete) ? null : false;
}

function tamperingOf(
  app: PhonePackage,
  parts: readonly LookedInto[],
  records: readonly AppRecord[],
): readonly string[] {
  // What could not be read is not missing.
  const sentences = parts.every(({ record }) => record !== null) ? [...partMisfits(parts, true)] : [];
  for (const { identity } of records) {
    if (isUnread(identity)) continue;
    if (identity.packageName !== app.name)
      sentences.push(`Its file says that it is ${identity.packageName}, and not ${app.name}.`);
    // A number that JSON cannot hold is not the one that the phone printed.
    const comparable = Number.isSafeInteger(Number(app.versionCode)) && identity.versionCode !== null;
    if (app.versionCode !== null && comparable && identity.versionCode !== app.versionCode)
      sentences.push(`Its file is of version ${identity.versionCode}, where the phone says ${app.versionCode}.`);
  }
  for (const { tampering } of records)
    for (const { entry, detail } of tampering.marks)
      sentences.push(entry === null ? `${detail}.` : `${entry}: ${detail}.`);
  return sentences;
}

/** What every app of the image lacks, and what every app on a phone lacks, is said by `depth` alone. */
function isOnPurpose(sentence: string): boolean {
  return sentence.includes(onPurpose) || sentence.startsWith("Compared in part only: local headers: only parts");
}

function bounded(sentences: readonly string[]): readonly string[] {
  const all = [...new Set(sentences)];
  return all.length <= maxSentences
    ? all
    : [...all.slice(0, maxSentences), `And ${all.length - maxSentences} more like it.`];
}

function unique<T>(all: readonly T[], key: (each: T) => string): T[] {
  return [...new Map(all.map((each) => [key(each), each] as const)).values()];
}
