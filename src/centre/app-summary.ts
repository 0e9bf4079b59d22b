import { wholeApp } from "../apps/app-parts.ts";
import { type AppRecord, isUnread } from "../apps/app-record.ts";
import type { ApkSigners } from "../apps/app-signers.ts";
import type { JudgedApp, Verdict } from "./app-engines.ts";
import { codeSentences, notSearched } from "./code-summary.ts";
import type { LookedInto } from "./scan-file.ts";

/** What a person wants to know of one app first. Texts of the app itself are outside text. */
export interface AppSummary {
  /** Its label; the package name where it has none. */
  readonly name: string;
  readonly packageName: string | null;
  readonly version: string | null;
  /** Who signed it, or why that is not known. */
  readonly signer: string;
  /** Files that it is made of. */
  readonly parts: number;
  readonly trackers: readonly { readonly company: string; readonly names: readonly string[] }[];
  /** What it may do once it is asked for and allowed, in words. */
  readonly dangerous: readonly string[];
  /** Whole sentences, the most telling first. */
  readonly standsOut: readonly string[];
  /** What could not be read, in sentences: none of it is a pass. */
  readonly unread: readonly string[];
  readonly verdicts: readonly Verdict[];
}

/** What engines are asked about an APK; `beside`: all that was found with it, the other parts of the same app among them. */
export function judgedApp({ record, digests, size }: LookedInto, beside: readonly LookedInto[] = []): JudgedApp {
  const identity = record && !isUnread(record.identity) ? record.identity : null;
  const signers = record && !isUnread(record.signers) ? record.signers : null;
  const good = new Set(
    signers?.verdicts.flatMap(({ signers: own, lineage }) => [...own, ...lineage.map((l) => l.sha256)]),
  );
  return {
    packageName: identity?.packageName ?? null,
    digests,
    size,
    // A key that is known otherwise, such as Android's public test key, says nothing about who made the app.
    certificates: (signers?.certificates ?? [])
      .filter(({ knownAs }) => knownAs === null)
      .map(({ sha256, sha1, md5 }) => ({ sha256, sha1, md5, verified: good.has(sha256) })),
    ...(record && { records: wholeApp(record, beside) }),
  };
}

/** The apps of a file, each with all its parts: those of one package name belong together. */
export function summariesOf(
  apps: readonly (LookedInto & { readonly verdicts: readonly Verdict[] })[],
): readonly AppSummary[] {
  const groups = new Map<string, (LookedInto & { readonly verdicts: readonly Verdict[] })[]>();
  for (const app of apps) {
    const { record, inside } = app;
    const name = record && !isUnread(record.identity) ? record.identity.packageName : `?${inside ?? ""}`;
    groups.set(name, [...(groups.get(name) ?? []), app]);
  }
  return [...groups.values()].flatMap((parts) => {
    const main = parts.find(({ record }) => record && !isUnread(record.identity) && record.identity.split === null);
    const record = (main ?? parts[0])?.record;
    return record ? [summaryOf(record, parts)] : [];
  });
}

function summaryOf(
  record: AppRecord,
  parts: readonly (LookedInto & { readonly verdicts: readonly Verdict[] })[],
): AppSummary {
  const records = parts.flatMap((part) => (part.record ? [part.record] : []));
  const identity = isUnread(record.identity) ? null : record.identity;
  const label = identity && !isUnread(identity.label) ? identity.label.text : null;
  const version = identity && (identity.versionName ?? identity.versionCode);
  const seen = new Set<string>();
  return {
    name: label || identity?.packageName || "An app without a readable manifest",
    packageName: identity?.packageName ?? null,
    version: version ?? null,
    signer: isUnread(record.signers) ? `unknown: ${record.signers.unread}` : signerOf(record.signers),
    parts: parts.length,
    trackers: trackersOf(records),
    dangerous: dangerousOf(records),
    standsOut: [...new Set(records.flatMap(standsOut))],
    unread: records.flatMap(unreadOf).filter((text) => !seen.has(text) && seen.add(text)),
    verdicts: parts.flatMap(({ verdicts }) => verdicts),
  };
}

/** Who signed, as the newest Android sees it. */
function signerOf({ verdicts, certificates, schemes }: ApkSigners): string {
  const newest = verdicts.at(-1);
  if (schemes.length === 0) return "nobody: it is not signed";
  const certificate = certificates.find(({ sha256 }) => newest?.signers.includes(sha256)) ?? certificates[0];
  const who = certificate && (certificate.knownAs ?? certificate.subject ?? `certificate ${certificate.sha256}`);
  const debug = certificate?.debug ? ", a key for trying out" : "";
  if (newest?.outcome === "verified") return `${who}${debug}`;
  const state = newest?.outcome === "refused" ? "not proven, Android 17 refuses it" : "not proven";
  return `${who ?? "unknown"} (${state})`;
}

function trackersOf(records: readonly AppRecord[]): AppSummary["trackers"] {
  const byCompany = new Map<string, Set<string>>();
  for (const { trackers } of records) {
    if (isUnread(trackers)) continue;
    for (const { name, company, grade } of trackers.found) {
      const names = byCompany.get(company ?? name) ?? new Set();
      byCompany.set(company ?? name, names.add(`${name}${graded[grade]}`));
    }
  }
  return [...byCompany].map(([company, names]) => ({ company, names: [...names] }));
}

/** How weak the evidence is, behind the name of a tracker. */
const graded = {
  "class-defined": "",
  "type-referenced": " (only referred to)",
  "host-only": " (only its host)",
} as const;

function dangerousOf(records: readonly AppRecord[]): readonly string[] {
  const asked = records.flatMap(({ permissions }) => (isUnread(permissions) ? [] : permissions.asked));
  const weighty = asked.filter(({ weight }) => weight === "dangerous" || weight === "special");
  return [...new Set(weighty.map(({ name, allows }) => allows ?? name))];
}

function standsOut(record: AppRecord): readonly string[] {
  const { identity, permissions, components, configuration, network, signers, file, code, tampering } = record;
  const sentences: string[] = [];
  if (file.refusal !== null)
    sentences.push(`Android ${file.opens === "no" ? "does" : "in some versions does"} not open it: ${file.refusal}.`);
  if (!isUnread(signers)) {
    const newest = signers.verdicts.at(-1);
    // Of an app that was read in parts, as on a phone, the signer is known and the content not compared: nothing that stands out.
    const inParts = newest?.outcome === "unknown" && newest.signers.length > 0;
    if (newest && newest.outcome !== "verified" && newest.reason !== null && !inParts) sentences.push(newest.reason);
  }
  if (!isUnread(permissions))
    for (const { can } of permissions.combinations) sentences.push(`If all of it is allowed, it can ${can}.`);
  if (!isUnread(components)) {
    for (const { allows, enabled } of components.powers) if (enabled) sentences.push(`Once allowed, it may ${allows}.`);
    const isBase = !isUnread(identity) && identity.split === null && identity.instruments.length === 0;
    if (isBase && components.launcher.length === 0 && components.counts.activity > 0)
      sentences.push("It has no icon on the home screen.");
  }
  // A split has no rules of its own: those of its base count.
  const isSplit = !isUnread(identity) && identity.split !== null;
  if (!isUnread(configuration) && !isSplit)
    for (const { id, value, means } of configuration.settings)
      if (value && (id === "debuggable" || id === "test-only" || id === "old-target")) sentences.push(means);
  if (
    !isUnread(network) &&
    !isSplit &&
    [network.byDefault, ...network.hosts].some((rule) => rule.cleartext || rule.userAuthorities)
  )
    sentences.push(...network.means.slice(0, 1));
  if (!isUnread(code))
    for (const { name } of code.packers) sentences.push(`Its code is wrapped by ${name}, which hides it.`);
  sentences.push(...codeSentences(record));
  if (tampering.marks.length > 0) {
    const kinds = [...new Set(tampering.marks.map(({ kind }) => kind))];
    const more = kinds.length > 4 ? ", …" : "";
    sentences.push(
      `${tampering.marks.length + tampering.more} places differ from what its formats ask: ${kinds.slice(0, 4).join(", ")}${more}.`,
    );
  }
  return sentences;
}

function unreadOf(record: AppRecord): readonly string[] {
  const { code, trackers, tampering } = record;
  const whole = sections.flatMap((name) => {
    const section = record[name];
    // Some sections that were read have a list of the same name.
    return "unread" in section && typeof section.unread === "string" ? [`${names[name]}: ${section.unread}.`] : [];
  });
  const parts = isUnread(code) ? [] : code.unreadable.map(({ entry, reason }) => `${entry}: ${reason}.`);
  const caveats = isUnread(trackers) || trackers.complete ? [] : trackers.caveats;
  return [
    ...whole,
    ...parts,
    ...caveats,
    ...notSearched(record),
    ...tampering.unread.map((what) => `Compared in part only: ${what}.`),
  ];
}

const names = {
  identity: "What it is",
  signers: "Who signed it",
  permissions: "Permissions",
  components: "Components",
  configuration: "Configuration",
  network: "Network rules",
  code: "Code",
  trackers: "Trackers",
  endpoints: "Hosts",
  behaviour: "What its code can do",
  secrets: "Secrets",
} as const;
const sections = Object.keys(names) as readonly (keyof typeof names)[];
