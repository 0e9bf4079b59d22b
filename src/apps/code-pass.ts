import { findAllSignatures, type JoinedTrees, joinTrees } from "../formats/class-tree.ts";
import type { Crypto } from "../formats/crypto.ts";
import type { Dex } from "../formats/dex.ts";
import { joinRanges, stringRange } from "../formats/dex-strings.ts";
import type { ApkContents } from "./apk-contents.ts";
import { BehaviourGatherer } from "./app-behaviour.ts";
import { type CodeFacts, CodeGatherer, type DexEntry, dexEntries } from "./app-code.ts";
import { EndpointGatherer } from "./app-endpoints.ts";
import type { TableRead } from "./app-identity.ts";
import { LibraryGatherer } from "./app-libraries.ts";
import type { AppRecord } from "./app-record.ts";
import { SecretGatherer } from "./app-secrets.ts";
import { TrackerGatherer } from "./app-trackers.ts";
import { eachAsset } from "./asset-texts.ts";
import { findDisguised } from "./disguised-code.ts";
import { readStated } from "./library-metadata.ts";
import { knownLibraries } from "./library-set.ts";
import { eachNativeText } from "./native-texts.ts";
import { packerClasses } from "./packers.ts";
import { resourceTextRanges } from "./resource-texts.ts";
import { reasonOf } from "./section.ts";
import { searchTexts, type TextRange } from "./text-search.ts";
import type { TrackerSet } from "./tracker-set.ts";
import { firstBehaviour, firstBuiltIn } from "./watched-texts.ts";

/** What the pass over the code goes by. */
export interface CodePass {
  /** What the manifest says; Android starts no DEX of an app that says it has none. */
  readonly hasCode: boolean;
  /** Reading is dear: no assets and no native libraries. */
  readonly dexOnly: boolean;
  readonly crypto: Crypto;
  /** Names of the permissions that the app asks for; undefined where they could not be read. */
  readonly asked: ReadonlySet<string> | undefined;
  readonly resources: { readonly table: TableRead; readonly bytes: Uint8Array | undefined };
  readonly signal?: AbortSignal;
  readonly onDex?: (entry: string, bytes: Uint8Array) => Promise<void>;
  readonly onEntry: (done: number, of: number) => void;
}

/** One pass over all code and texts: each DEX is unpacked once, looked at for all sections, and let go. */
export async function readCode(
  contents: ApkContents,
  set: TrackerSet,
  pass: CodePass,
): Promise<Pick<AppRecord, "code" | "trackers" | "endpoints" | "behaviour" | "secrets" | "libraries">> {
  const gather = gatherers(set);
  const { code, trackers, endpoints, behaviour, secrets, libraries } = gather;
  code.addEntries(contents.zip);
  libraries.addEntries(contents.zip);
  const { entries: named, left } = dexEntries(contents.zip, pass.hasCode);
  const entries = [...named, ...(await disguisedDex(contents, pass, code))];
  for (const [n, each] of entries.entries()) {
    pass.signal?.throwIfAborted();
    pass.onEntry(n, entries.length);
    await readOne(contents, set, each, gather, pass.onDex);
  }
  if (left > 0) {
    trackers.missed();
    behaviour.missed();
    libraries.missed();
    code.failed("*.dex", `${left} more entries with code were not looked into`);
  }
  searchResources(contents, set, pass, gather);
  const missed = await searchAssets(contents, set, pass, gather);
  for (const [host, entry] of endpoints.each()) trackers.addHost(entry, host);
  const facts = code.facts();
  const nothing = entries.length > 0 && facts.files.length === 0;
  const reason = `none of its DEX files could be read: ${facts.unreadable[0]?.reason ?? ""}`;
  return {
    code: facts,
    trackers: nothing ? { unread: reason } : trackers.facts(caveats(facts)),
    endpoints:
      nothing && pass.resources.bytes === undefined
        ? { unread: reason }
        : endpoints.facts((address) => secrets.redact(address)),
    behaviour: nothing ? { unread: reason } : behaviour.facts(pass.asked, facts.callsComplete),
    secrets: await secrets.facts(pass.crypto, [
      ...facts.unreadable.map((each) => `${each.entry}: ${each.reason}`),
      ...missed,
    ]),
    libraries: await libraries.facts(await readStated(contents, pass.dexOnly, pass.signal)),
  };
}

/** What stands in place of all sections that come from the code, where it was not to be read. */
export function codeNotRead(reason: string): Awaited<ReturnType<typeof readCode>> {
  const unread = { unread: reason };
  return { code: unread, trackers: unread, endpoints: unread, behaviour: unread, secrets: unread, libraries: unread };
}

interface Gatherers {
  readonly signatures: JoinedTrees;
  readonly code: CodeGatherer;
  readonly trackers: TrackerGatherer;
  readonly endpoints: EndpointGatherer;
  readonly behaviour: BehaviourGatherer;
  readonly secrets: SecretGatherer;
  readonly libraries: LibraryGatherer;
}

function gatherers(set: TrackerSet): Gatherers {
  const behaviour = new BehaviourGatherer();
  const code = new CodeGatherer((call) => behaviour.call(call));
  return {
    signatures: signaturesOf(set),
    code,
    trackers: new TrackerGatherer(set),
    endpoints: new EndpointGatherer(),
    behaviour,
    secrets: new SecretGatherer(),
    libraries: new LibraryGatherer(knownLibraries()),
  };
}

/** Made once for many apps. */
const joined = new WeakMap<TrackerSet, JoinedTrees>();

/** Signatures of packers, of trackers twice, and of libraries, in this order. */
function signaturesOf(set: TrackerSet): JoinedTrees {
  const known = joined.get(set) ?? joinTrees([packerClasses, set.expressions, set.prefixes, knownLibraries().classes]);
  joined.set(set, known);
  return known;
}

/** DEX under other names, to be read as code that the app carries. */
async function disguisedDex(contents: ApkContents, pass: CodePass, code: CodeGatherer): Promise<readonly DexEntry[]> {
  if (pass.dexOnly) return [];
  const disguised = await findDisguised(contents.zip, pass.signal);
  code.addDisguised(disguised);
  return disguised.found.flatMap(({ entry: name, kind }) => {
    const entry = kind === "dex" ? contents.entry(name) : undefined;
    return entry ? [{ entry, started: false }] : [];
  });
}

/** Searches the manifest, text files and native libraries; gives what was not searched. */
async function searchAssets(
  contents: ApkContents,
  set: TrackerSet,
  pass: CodePass,
  gather: Gatherers,
): Promise<readonly string[]> {
  const { manifestBytes } = contents;
  if (manifestBytes) search(set, "AndroidManifest.xml", resourceTextRanges(manifestBytes), gather);
  if (pass.dexOnly) {
    await eachNativeText(contents, pass.signal, (entry, bytes) => {
      gather.libraries.nativeRead(entry);
      search(set, entry, [{ bytes, start: 0, end: bytes.length, lengths: 0 }], gather);
    });
    return ["assets and native libraries: only parts of the file were read"];
  }
  const missed: string[] = [];
  await eachAsset(contents, {
    ...(pass.signal && { signal: pass.signal }),
    texts: (entry, bytes, ranges) => {
      gather.libraries.addNative(entry, bytes, pass.crypto);
      search(set, entry, ranges, gather);
      gather.endpoints.done(entry);
    },
    missed: (what, reason) => {
      missed.push(`${what}: ${reason}`);
      gather.endpoints.done(what, reason);
    },
  });
  return missed;
}

async function readOne(
  contents: ApkContents,
  set: TrackerSet,
  each: DexEntry,
  gather: Gatherers,
  onDex: CodePass["onDex"],
): Promise<void> {
  const { name } = each.entry;
  const { code, trackers, endpoints, behaviour, libraries } = gather;
  const failed = (reason: string) => {
    trackers.missed();
    behaviour.missed();
    libraries.missed();
    endpoints.done(name, reason);
  };
  let bytes: Uint8Array;
  try {
    bytes = await contents.read(each.entry);
  } catch (error) {
    const reason = reasonOf(error);
    code.failed(name, reason);
    return failed(reason);
  }
  const dexes = code.addDex(each, bytes, (marks) => contents.notes.add("dex", marks, name));
  if (dexes) {
    const [packers, expressions, prefixes, classes] = findAllSignatures(gather.signatures, dexes);
    if (packers) code.addPackers(packers);
    if (expressions && prefixes) trackers.addClasses(name, expressions, prefixes);
    if (classes) libraries.addClasses(name, classes);
    search(set, name, dexRanges(dexes), gather);
    endpoints.done(name);
  } else failed("it cannot be read as DEX");
  if (onDex) await onDex(name, bytes);
  contents.letGo(bytes);
}

/** Where the texts of DEX lie; DEX of a container share their bytes, and each byte is searched once. */
function dexRanges(dexes: readonly Dex[]): TextRange[] {
  const [first] = dexes;
  if (!first) return [];
  return joinRanges(dexes.map(stringRange)).map((range) => ({ bytes: first.bytes, ...range, lengths: 1 }));
}

function searchResources(contents: ApkContents, set: TrackerSet, { resources }: CodePass, gather: Gatherers): void {
  const name = "resources.arsc";
  if (!contents.entry(name)) return;
  if (!resources.bytes || "unread" in resources.table) {
    gather.endpoints.done(name, "unread" in resources.table ? resources.table.unread : "it could not be read");
    return;
  }
  search(set, name, resourceTextRanges(resources.bytes), gather);
  gather.endpoints.done(name);
}

function search(set: TrackerSet, entry: string, ranges: readonly TextRange[], gather: Gatherers): void {
  const { trackers, endpoints, behaviour, secrets, libraries } = gather;
  for (const range of ranges)
    searchTexts(set.search, range, {
      address: (scheme, host, text) => endpoints.add(entry, host, scheme, text),
      host: (host) => endpoints.add(entry, host),
      domain: (index, host) => trackers.addDomain(entry, index, host),
      credentials: (scheme, user, host) => secrets.credentials(entry, scheme, user, host),
      watched: (index, start, end) => {
        if (index < firstBehaviour) secrets.literal(entry, range, index, start, end);
        else if (index < firstBuiltIn) behaviour.literal(entry, range, index - firstBehaviour, end);
        else libraries.addText(entry, range.bytes, index - firstBuiltIn, start);
      },
    });
}

/** Why trackers may be there that were not found. */
function caveats({ files, obfuscation, packers, calls }: CodeFacts): string[] {
  return [
    ...(files.length === 0
      ? ["There is no DEX in the file: code may lie in splits, in native libraries, or beside it on the phone."]
      : []),
    ...(obfuscation.extent === "most"
      ? ["Most names of classes were shortened: trackers whose names were shortened too cannot be recognised by them."]
      : []),
    ...(packers.length > 0
      ? [
          `It seems to be packed (${packers.map(({ name }) => name).join(", ")}): code that is unpacked later cannot be seen here.`,
        ]
      : []),
    ...(calls.some(({ kind }) => kind === "loads-dex")
      ? ["It loads further code while it runs, which cannot be seen here."]
      : []),
  ];
}
