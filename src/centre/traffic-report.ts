import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { DeviceError } from "../core/errors.ts";
import type { LoadedFeed } from "../core/feed.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { nodeCrypto } from "../device/node-crypto.ts";
import { nodeUnpackers } from "../device/node-unpackers.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import { adequacyDecisions } from "../feeds/adequacy-decisions.ts";
import { companies } from "../feeds/companies.ts";
import { exodusTrackers } from "../feeds/exodus-trackers.ts";
import { type FindingArticlesTable, findingArticles } from "../feeds/finding-articles.ts";
import { type LawRegion, privacyLaws } from "../feeds/privacy-laws.ts";
import { recipients } from "../feeds/recipients.ts";
import { type Trackers, trackers } from "../feeds/trackers.ts";
import { type VendorEndpoints, vendorEndpoints } from "../feeds/vendor-endpoints.ts";
import { parseAppInspections } from "../formats/app-inspections.ts";
import type { Flow } from "../traffic/flow.ts";
import { type FlowFindings, searchFlow } from "../traffic/flow-search.ts";
import { judgeTraffic } from "../traffic/judge-traffic.ts";
import { type KnownValues, nothingKnown, readKnownValues } from "../traffic/known-values.ts";
import type { LawBooks } from "../traffic/law.ts";
import type { TrafficMark } from "../traffic/marks.ts";
import { preparePersonalSearch } from "../traffic/personal-search.ts";
import { recipientLists } from "../traffic/recipient.ts";
import type { DeclaredApp, PolicyText } from "../traffic/rule.ts";
import { trafficRules } from "../traffic/rules/index.ts";
import type { TrafficReport } from "../traffic/traffic-report.ts";
import { loadFeeds } from "./feeds.ts";
import { loadIpPlaces } from "./ip-places.ts";
import { type HeldFile, type OpenedTraffic, openTraffic } from "./open-traffic.ts";
import { openPrivate, type PrivatePlace } from "./private-store.ts";
import { readSnapshot } from "./saved-snapshot.ts";
import { trackharReader } from "./trackhar-adapter.ts";
import { findRecord, readNotes, recordsFolder, type TrafficNotes } from "./traffic-notes.ts";

/** What a person gives for a report. */
export interface TrafficQuestion {
  /** Files, or ids of records that Candor keeps. */
  readonly files: readonly string[];
  readonly region: LawRegion;
  /** A file of the owner's values to look for. */
  readonly known?: string | undefined;
  /** Marks besides those that lie beside the records. */
  readonly marks?: readonly TrafficMark[] | undefined;
  readonly nothingChosen?: boolean | undefined;
  /** Text files of privacy notices. */
  readonly policies?: readonly string[] | undefined;
  /** A saved examination, from which it is known which trackers are in the apps. */
  readonly snapshot?: string | undefined;
  /** `.mmdb` files of the owner's own. */
  readonly databases?: readonly string[] | undefined;
  /** The device that is meant, in logs that serve several. */
  readonly client?: string | undefined;
}

export interface TrafficOptions extends PrivatePlace {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of all files. */
  readonly onProgress?: ((read: number, all: number) => void) | undefined;
}

/** A report, and what it was made from, for whoever goes on with the records themselves. */
export interface JudgedTraffic {
  readonly report: TrafficReport;
  readonly opened: OpenedTraffic;
  readonly known: KnownValues;
  /** What had to be taken for granted while reading, in sentences. */
  readonly assumed: readonly string[];
}

const maxTextBytes = 8 * 1024 * 1024;

/**
 * Reads records of traffic and judges them, with the lists that lie here and without asking anybody.
 *
 * @throws DeviceError `unreadable` for a file that cannot be read; VaultError `locked` for a kept record while Candor is locked
 */
export async function reportTraffic(question: TrafficQuestion, options: TrafficOptions): Promise<JudgedTraffic> {
  const { files, notes } = await found(question, options);
  const packages = new Map(notes.flatMap((each) => each.packages));
  const opened = await openTraffic(files, {
    client: question.client,
    packages: packages.size > 0 ? packages : undefined,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  const known = question.known === undefined ? nothingKnown : readKnownValues(await textOf(question.known));
  const flows = opened.records.flatMap(({ record }) => record.flows);
  const lists = await listsFor(options.dataFolder, question);
  const report = judgeTraffic({
    records: opened.records,
    found: await searched(flows, known, options.signal),
    lists: lists.joined,
    rules: trafficRules,
    reported: lists.reported,
    region: question.region,
    today: new Date(options.now()).toISOString().slice(0, 10),
    marks: [...notes.flatMap(({ marks }) => marks), ...(question.marks ?? [])].sort((a, b) => a.at - b.at),
    nothingChosen: question.nothingChosen ?? false,
    counted: [...notes.flatMap(({ counted }) => counted), ...opened.counted],
    ...(await declaredIn(question.snapshot, lists.trackers)),
    policies: await Promise.all((question.policies ?? []).map(policyOf)),
    packages: opened.packages,
    attributions: lists.attributions,
  });
  return { report, opened, known, assumed: opened.records.flatMap(({ assumed }) => assumed) };
}

/** The files to read, those that Candor keeps opened, and what was noted beside each. */
async function found(
  { files }: TrafficQuestion,
  options: TrafficOptions,
): Promise<{ readonly files: readonly (string | HeldFile)[]; readonly notes: readonly TrafficNotes[] }> {
  const store = await openPrivate(options);
  const each = await Promise.all(
    files.map(async (named) => {
      const place = await findRecord(store, named);
      if (place === null) return { file: named, notes: null };
      const notes = await readNotes(store, place);
      if (place.kind === "file") return { file: place.path, notes };
      const bytes = await store.read(`${recordsFolder}/${place.id}`);
      if (bytes === undefined) return { file: named, notes };
      return { file: { name: place.id, bytes, written: notes.endedAt ?? options.now() }, notes };
    }),
  );
  return { files: each.map(({ file }) => file), notes: each.flatMap(({ notes }) => notes ?? []) };
}

/** What is in the content of all flows that show any. */
async function searched(
  flows: readonly Flow[],
  known: KnownValues,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<Flow, FlowFindings>> {
  const search = await preparePersonalSearch(known, { crypto: nodeCrypto, unpack: nodeUnpackers });
  const readers = [trackharReader(nodeUnpackers)];
  const results = new Map<Flow, FlowFindings>();
  for (const flow of flows) {
    if (signal?.aborted) throw new DeviceError("cancelled", "Reading was stopped.");
    if (flow.requests.length > 0 || flow.payload !== null) results.set(flow, await searchFlow(flow, search, readers));
  }
  return results;
}

async function listsFor(dataFolder: string, { databases }: TrafficQuestion) {
  const wanted = [
    recipients,
    trackers,
    companies,
    exodusTrackers,
    privacyLaws,
    adequacyDecisions,
    findingArticles,
    vendorEndpoints,
  ];
  const loaded = await loadFeeds(dataFolder, wanted);
  const value = <T>(feed: { readonly id: string }) =>
    (loaded.find(({ id }) => id === feed.id)?.value ?? null) as T | null;
  const needed = <T>(feed: { readonly id: string }): T => {
    const list = value<T>(feed);
    if (list === null) throw new Error(`the list ${feed.id} comes with Candor and is not there`);
    return list;
  };
  const places = await loadIpPlaces(databases);
  return {
    trackers: needed<Trackers>(trackers),
    reported: needed<VendorEndpoints>(vendorEndpoints),
    joined: {
      recipients: recipientLists({
        recipients: needed(recipients),
        trackers: needed(trackers),
        companies: value(companies),
        exodus: value(exodusTrackers),
      }),
      places: places.tables,
      books: {
        laws: needed<LawBooks["laws"]>(privacyLaws),
        decisions: needed<LawBooks["decisions"]>(adequacyDecisions),
        articles: needed<FindingArticlesTable>(findingArticles),
      },
    } as const,
    attributions: [
      ...places.attributions.map(({ text, homepage, licence, date }) => `${text} (${homepage}), ${licence}, ${date}`),
      ...loaded.filter(({ id }) => id === companies.id || id === exodusTrackers.id).map(creditOf),
    ],
  };
}

function creditOf({ id, date }: LoadedFeed): string {
  const { publisher, homepage, licence } = id === companies.id ? companies : exodusTrackers;
  return `${publisher}: ${id} (${homepage}), ${licence}, ${date}`;
}

/** Which trackers a saved examination found in the files of apps, and what the apps are called. */
async function declaredIn(
  path: string | undefined,
  { trackers: listed }: Trackers,
): Promise<{ readonly declared: readonly DeclaredApp[]; readonly labels: ReadonlyMap<string, string> }> {
  if (path === undefined) return { declared: [], labels: new Map() };
  const snapshot = await readSnapshot(path);
  const fact = snapshot?.facts["app-inspections"];
  if (fact?.state !== "read")
    throw new DeviceError(
      "unreadable",
      `${basename(path)} does not hold what is in the files of apps.`,
      "Save an examination with the apps: candor check --save FILE",
    );
  const { apps } = parseAppInspections(JSON.stringify(fact.value));
  const hosts = new Map(listed.map(({ name, hosts: own }) => [name.toLowerCase(), own]));
  const allowed = snapshot && permissionsIn(snapshot);
  return {
    declared: apps.map(({ package: name, label, trackers: own }) => ({
      package: name,
      label,
      trackers: own?.map((each) => ({ name: each.name, hosts: hosts.get(each.name.toLowerCase()) ?? [] })) ?? null,
      allowed: allowed?.get(name) ?? null,
    })),
    labels: new Map(apps.flatMap(({ package: name, label }) => (label === null ? [] : [[name, label] as const]))),
  };
}

/** The permissions that each package has for any user; null where the examination did not read them. */
function permissionsIn(snapshot: Snapshot): ReadonlyMap<string, readonly string[]> | null {
  const fact = snapshot.facts[packageDetails.id];
  if (fact?.state !== "read") return null;
  return new Map(
    (fact.value as readonly PackageDetails[]).map(({ name, installPermissions, users }) => [
      name,
      [...installPermissions, ...users.flatMap(({ permissions }) => permissions)]
        .filter(({ granted }) => granted)
        .map(({ name: permission }) => permission),
    ]),
  );
}

async function policyOf(path: string): Promise<PolicyText> {
  return { name: basename(path), text: await textOf(path), app: null };
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (bytes.length > maxTextBytes) throw new DeviceError("unreadable", `${basename(path)} is too large for a text.`);
  return new TextDecoder().decode(bytes);
}
