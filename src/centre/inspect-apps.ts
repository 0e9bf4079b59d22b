import type { PartsRead } from "../apps/analyse-apk.ts";
import { DeviceError, FormatError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { nodeCodec } from "../device/file.ts";
import { phoneFile } from "../device/phone-file.ts";
import { openAppFile } from "../formats/app-container.ts";
import { type AppInspection, type AppInspections, appInspectionsSchema } from "../formats/app-inspections.ts";
import { fileOf } from "../formats/file-window.ts";
import { type Analyse, loadAnalyser } from "./app-analysis.ts";
import { type AppCache, appCache } from "./app-cache.ts";
import { type AppEngines, engineUses, worstFirst } from "./app-engines.ts";
import { type AppIcons, appIcons, pictureIn } from "./app-icons.ts";
import { inspectionOf, type PhoneFileRead, platformCertificates } from "./app-inspection.ts";
import { CodeJudge, type CodeJudgement } from "./code-judge.ts";
import { InspectCounter } from "./inspect-counter.ts";
import { type OpenApks, opener } from "./phone-apk-files.ts";
import { findApks, type PackageFiles, type PhoneApk, splitName, unchanged } from "./phone-apks.ts";
import { hashApks, type PhoneHashes } from "./phone-hashes.ts";
import { listPackages, type PhonePackage } from "./phone-packages.ts";

/** What is being done, and how far it is. */
export interface InspectProgress {
  readonly stage: "list" | "hash" | "read";
  /** Package at hand; null where it is no single one. Outside text. */
  readonly app: string | null;
  /** Packages that are done, and all. */
  readonly done: number;
  readonly of: number;
  /** Bytes that came from the phone, and how many are expected in all; an estimate that gets better. */
  readonly transferred: number;
  readonly expected: number;
}

export interface InspectOptions {
  /** Where lists and the cache of app records lie. */
  readonly dataFolder: string;
  /** As `loadEngines` gives them; those that read files are asked about code, for which it is read anew. */
  readonly engines: AppEngines;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: InspectProgress) => void) | undefined;
  /** Hashes every file anew instead of trusting what was seen of it before. */
  readonly fresh?: boolean | undefined;
  /** Looks into the code of apps of the system image, too. */
  readonly deep?: boolean | undefined;
  /** Only these packages. */
  readonly packages?: readonly string[] | undefined;
}

/** Apps that are read at the same time: round trips overlap, and one DEX of each is in memory. */
const lanes = 4;
/** Files up to this size are read whole: that is fewer round trips, and then everything in them can be compared. */
const smallFile = 128 * 1024;
/** Larger files are not looked into; the largest apps of shops have 4 GB with what they load later. */
const largestFile = 8 * 1024 ** 3;
/** Package of Android itself: who signed it signed the system. */
const platform = "android";

/**
 * Looks into all apps of a phone without pulling them: hashes made on the phone, and of files that were not seen before only the parts
 * that an analysis needs. Apps on the system image are judged by their signers. What could not be read is `unread` at its app.
 *
 * @throws DeviceError where the packages cannot be listed, and `cancelled` when the person stopped it; what was found until then is kept,
 * and the next run goes on from there.
 */
export async function inspectApps(source: Source, options: InspectOptions): Promise<AppInspections> {
  const { dataFolder, engines, signal } = options;
  const counter = new InspectCounter(source, options.onProgress);
  counter.stage("list");
  const { analyse, basis } = await loadAnalyser(dataFolder);
  const all = await listPackages(counter.source, signal);
  // The platform's own certificate is needed to tell which apps bear it.
  const chosen = all.filter(({ name }) => !options.packages || name === platform || options.packages.includes(name));
  const files = await findApks(counter.source, chosen, signal);
  const cache = appCache(dataFolder, basis);
  const icons = appIcons(dataFolder);
  const reader = new AppReader(counter, options, analyse, { cache, icons });
  try {
    await reader.hash(chosen, files);
    await reader.readAll(chosen);
  } finally {
    await Promise.all([cache.prune(), icons.prune(), reader.close()]);
  }
  stopIf(signal);
  const own = platformCertificates(reader.filesOf(platform));
  const apps = chosen
    .filter(({ name }) => !options.packages || options.packages.includes(name))
    .map((each): AppInspection => {
      const found = inspectionOf(each, reader.filesOf(each.name), reader.problemsOf(each), engines, own);
      const verdicts = reader.judgementsOf(each).flatMap((judgement) => judgement.verdicts);
      return verdicts.length === 0 ? found : { ...found, verdicts: worstFirst([...found.verdicts, ...verdicts]) };
    });
  return {
    schema: appInspectionsSchema,
    engines: engineUses(engines),
    missing: [...engines.missing, ...notMade(engines), ...notAsked(engines)],
    apps: apps.sort((a, b) => (a.package < b.package ? -1 : 1)),
  };
}

function notMade({ algorithms }: AppEngines): readonly string[] {
  if (algorithms.length === 0) return [];
  const names = algorithms.map((name) => name.toUpperCase()).join(" and ");
  return [`Of files on a phone only SHA-256 is made: lists with ${names} were not compared.`];
}

/** Engines that read files see what was transferred at most. */
function notAsked({ fileEngines = [] }: AppEngines): readonly string[] {
  const files = "candor apps scan asks about files as a whole";
  return fileEngines.length === 0
    ? [
        `YARA rules and clamd were not asked: only parts of apps on a phone are read (${files}; --yara, about their code).`,
      ]
    : [
        `Rules were asked about the code that was read alone, not about resources, native libraries and pre-installed apps judged by their signers; clamd was not asked (${files}).`,
      ];
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DeviceError("cancelled", "The examination was stopped.");
}

/** Codes of a phone that will not answer anything any more. */
const lost: ReadonlySet<string> = new Set(["gone", "offline", "unauthorised", "no-permission", "no-adb", "no-device"]);

/** What is kept of apps for the next time, and for the page. */
interface KeptApps {
  readonly cache: AppCache;
  readonly icons: AppIcons;
}

/** Reads the files of all apps, a few apps at a time. */
class AppReader {
  readonly #counter: InspectCounter;
  readonly #options: InspectOptions;
  readonly #analyse: Analyse;
  readonly #cache: AppCache;
  readonly #icons: AppIcons;
  readonly #read = new Map<string, PhoneFileRead[]>();
  readonly #problems = new Map<string, string[]>();
  #files: ReadonlyMap<PhonePackage, PackageFiles> = new Map();
  #hashes: PhoneHashes = { known: new Map(), reasons: new Map() };
  readonly #judge: CodeJudge | undefined;
  readonly #judgements = new Map<string, CodeJudgement[]>();
  #lost: DeviceError | undefined;

  constructor(counter: InspectCounter, options: InspectOptions, analyse: Analyse, kept: KeptApps) {
    this.#counter = counter;
    this.#options = options;
    this.#analyse = analyse;
    this.#cache = kept.cache;
    this.#icons = kept.icons;
    const { fileEngines = [] } = options.engines;
    if (fileEngines.length > 0)
      this.#judge = new CodeJudge(fileEngines, options.signal ?? new AbortController().signal);
  }

  /** What was said of the code of an app by those who read it themselves. */
  judgementsOf({ name }: PhonePackage): readonly CodeJudgement[] {
    return this.#judgements.get(name) ?? [];
  }

  async close(): Promise<void> {
    await this.#judge?.close();
  }

  filesOf(name: string): readonly PhoneFileRead[] {
    return this.#read.get(name) ?? [];
  }

  problemsOf({ name }: PhonePackage): readonly string[] {
    const unjudged = (this.#judgements.get(name) ?? []).flatMap((judgement) => judgement.unjudged);
    return [...(this.#problems.get(name) ?? []), ...unjudged];
  }

  /** Lets the phone hash what was not seen before. */
  async hash(packages: readonly PhonePackage[], files: ReadonlyMap<PhonePackage, PackageFiles>): Promise<void> {
    this.#files = files;
    const apks = packages.flatMap((each) =>
      (files.get(each)?.apks ?? []).map((apk) => ({ ...apk, lastUpdate: each.lastUpdate })),
    );
    const { dataFolder, fresh = false, signal } = this.#options;
    this.#counter.stage("hash", packages.length);
    try {
      this.#hashes = await hashApks(this.#counter.source, apks, {
        dataFolder,
        signal,
        fresh,
        onProgress: () => this.#counter.tell(null),
      });
    } catch (error) {
      stopIf(signal);
      if (!(error instanceof DeviceError && lost.has(error.code))) throw error;
      this.#lost = error;
    }
  }

  /** Those that were added to the phone first: they are what a person asks about. */
  async readAll(packages: readonly PhonePackage[]): Promise<void> {
    this.#counter.stage("read", packages.length);
    for (const each of packages)
      for (const { size } of this.#files.get(each)?.apks ?? []) this.#counter.expect(size, this.#depthOf(each));
    const waiting = [...packages].sort((a, b) => Number(a.onImage) - Number(b.onImage));
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await this.#readApp(next);
        this.#counter.done(next.name);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    stopIf(this.#options.signal);
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  #depthOf({ onImage }: PhonePackage): PartsRead {
    return onImage && !this.#options.deep ? "signer" : "code";
  }

  async #readApp(each: PhonePackage): Promise<void> {
    const { apks = [], reason = null } = this.#files.get(each) ?? {};
    const read: PhoneFileRead[] = [];
    const problems: string[] = [];
    this.#read.set(each.name, read);
    this.#problems.set(each.name, problems);
    if (apks.length === 0) problems.push(`Its files were not found: ${reason ?? "the phone lists none"}.`);
    const unproven: { readonly apk: PhoneApk; readonly store: () => Promise<void>; readonly at: number }[] = [];
    const opened = opener(this.#counter.source, apks, this.#options.signal);
    for (const apk of apks) {
      stopIf(this.#options.signal);
      const sha256 = this.#hashes.known.get(apk.path) ?? null;
      if (sha256 === null)
        problems.push(
          `${nameOf(apk)} has no SHA-256: ${this.#hashes.reasons.get(apk.path) ?? this.#lost?.message ?? "it was not made"}.`,
        );
      const found = await this.#readFile(each, apk, sha256, opened);
      if ("reason" in found) problems.push(`${nameOf(apk)}: ${found.reason}.`);
      const { store = null, ...rest } = "reason" in found ? { record: null, depth: null } : found;
      if (store) unproven.push({ apk, store, at: read.length });
      read.push({ apk, sha256, ...rest });
    }
    if (unproven.length > 0) await this.#prove(unproven, read, problems);
    const picture = pictureIn(read.flatMap(({ record }) => (record ? [record] : [])));
    if (picture) await this.#icons.put(picture);
  }

  /** Keeps records of files that are still what they were when they were hashed, and drops the others. */
  async #prove(
    unproven: readonly { readonly apk: PhoneApk; readonly store: () => Promise<void>; readonly at: number }[],
    read: PhoneFileRead[],
    problems: string[],
  ): Promise<void> {
    let same: ReadonlySet<string> = new Set();
    let reason = "it changed while it was read";
    try {
      same = await unchanged(
        this.#counter.source,
        unproven.map(({ apk }) => apk),
        this.#options.signal,
      );
    } catch (error) {
      reason = this.#reasonOf(error);
    }
    for (const { apk, store, at } of unproven) {
      const before = read[at];
      if (same.has(apk.path)) await store();
      else if (before) {
        read[at] = { ...before, record: null, depth: null };
        problems.push(`${nameOf(apk)}: ${reason}.`);
      }
    }
  }

  /** A record from before, or a new one with how to keep it; or why there is none. */
  async #readFile(each: PhonePackage, apk: PhoneApk, sha256: string | null, opened: OpenApks) {
    const depth = this.#depthOf(each);
    // Who reads the code itself needs it, and not what was found in it before.
    const anew = sha256 === null || (this.#judge !== undefined && depth === "code");
    const before = anew ? undefined : await this.#cache.get(sha256, depth);
    if (before) {
      this.#counter.known(apk.size, depth);
      return { record: before, depth: before.file.leftOut.length === 0 ? ("code" as const) : depth };
    }
    if (this.#lost) return { reason: this.#lost.message.replace(/\.$/, "") };
    if (apk.size > largestFile) return { reason: "it is too large to be looked into" };
    try {
      const whole = apk.size <= smallFile;
      const record = await this.#analyseFile(each, apk, { sha256, parts: whole ? null : depth, opened });
      this.#counter.readFile(apk.size, depth);
      const kept = whole ? "whole" : depth;
      const store = async () => (sha256 === null ? undefined : await this.#cache.put(sha256, kept, record));
      return { record, depth: whole ? ("code" as const) : depth, store };
    } catch (error) {
      return { reason: this.#reasonOf(error) };
    }
  }

  /** @param parts null: all of the file is read. */
  async #analyseFile(
    each: PhonePackage,
    apk: PhoneApk,
    {
      sha256,
      parts,
      opened,
    }: { readonly sha256: string | null; readonly parts: PartsRead | null } & { readonly opened: OpenApks },
  ) {
    const { signal } = this.#options;
    const { beside } = opened;
    const judge = this.#judge;
    const onDex = async (entry: string, bytes: Uint8Array) => {
      const said = await judge?.look(`${nameOf(apk)}!/${entry}`, bytes);
      if (said) this.#judgements.set(each.name, [...this.judgementsOf(each), said]);
    };
    const watched = {
      ...(signal && { signal }),
      ...(judge && { onDex }),
      ...(beside && splitName(apk.path) === null && { beside }),
    };
    if (parts !== null) {
      const how = { ...watched, ...(sha256 !== null && { sha256 }), parts };
      return await this.#analyse(await opened.open(apk), how);
    }
    const file = phoneFile(this.#counter.source, apk.path, apk.size, { signal });
    // All of it is here: its hash is made again, and has to be the one that the phone made.
    const bytes = fileOf(await file.read(0, apk.size));
    const record = await this.#analyse(await openAppFile(bytes, nodeCodec), watched);
    if (sha256 !== null && record.file.sha256 !== sha256)
      throw new FormatError("file", "the phone gave other bytes than those that it hashed");
    return record;
  }

  /** What went wrong with one file, as the end of a sentence; throws on what is no matter of files, and notes a phone that is lost. */
  #reasonOf(error: unknown): string {
    stopIf(this.#options.signal);
    if (error instanceof DeviceError) {
      if (lost.has(error.code)) this.#lost = error;
      return error.message.replace(/\.$/, "");
    }
    if (error instanceof FormatError)
      return error.message.startsWith(`${error.format}: `)
        ? error.message.slice(error.format.length + 2)
        : error.message;
    throw error;
  }
}

function nameOf({ path }: PhoneApk): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
