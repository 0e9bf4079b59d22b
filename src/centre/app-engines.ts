import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { AppRecord } from "../apps/app-record.ts";
import { type Severity, severities } from "../core/check.ts";
import type { Feed } from "../core/feed.ts";
import { knownSigners } from "../feeds/known-signers.ts";
import { mobileThreatIndicators, type ThreatIndicators } from "../feeds/mobile-threat-indicators.ts";
import { type StalkerwareIndicators, stalkerwareIndicators } from "../feeds/stalkerware-indicators.ts";
import { type StalkerwareSamples, sampleApp, stalkerwareSamples } from "../feeds/stalkerware-samples.ts";
import { findHash, type HashAlgorithm, type HashList, readHashList } from "../formats/hash-list.ts";
import type { FileEngine } from "./file-engine.ts";
import { knownSignerEngine, shapeEngine } from "./judgement-engines.ts";
import { listInUse } from "./list-in-use.ts";

/** What engines are asked about: one APK. */
export interface JudgedApp {
  readonly packageName: string | null;
  /** Digests of the whole file, lower case. */
  readonly digests: Readonly<Partial<Record<HashAlgorithm, string>>>;
  readonly size: number | null;
  /** Certificates of the signers, lower case; `verified` where the signature is good. */
  readonly certificates: readonly {
    readonly sha256: string;
    readonly sha1: string;
    readonly md5: string;
    readonly verified: boolean;
  }[];
  /** The whole app by its contents: its base first, then its other parts. Absent where only digests are known, and at a part. */
  readonly records?: readonly AppRecord[];
  /** Who answers for the signer: it came with the phone, or a shop installed it that compares signers itself. Absent: nobody. */
  readonly vouched?: "system" | "shop" | undefined;
}

/** An engine as it was used: what it compared with which list, from when. */
export interface EngineUse {
  readonly id: string;
  /** What is compared, for "nothing found by these engines: …". */
  readonly about: string;
  readonly list: string;
  readonly origin: "embedded" | "updated" | "file";
  /** yyyy-mm-dd of the list. */
  readonly date: string;
  /** 0 where the engine does not tell. */
  readonly entries: number;
}

/** What one engine says against an app. */
export interface Verdict {
  readonly engine: string;
  readonly list: string;
  /** yyyy-mm-dd of the list. */
  readonly date: string;
  readonly severity: Severity;
  readonly confidence: "certain" | "likely" | "possible";
  /** What the list calls it. Outside text. */
  readonly name: string;
  /** One sentence, with outside text in it. */
  readonly message: string;
  /** What was found in the list. */
  readonly evidence: { readonly name: string; readonly value: string };
}

/** One list made ready to be asked. */
export interface AppEngine {
  readonly use: EngineUse;
  readonly judge: (app: JudgedApp) => readonly Omit<Verdict, "engine" | "list" | "date">[];
}

export interface AppEngines {
  readonly engines: readonly AppEngine[];
  /** Engines that have no list to work with, or a bad one: one sentence each. */
  readonly missing: readonly string[];
  /** Digests beside SHA-256 that the lists need. */
  readonly algorithms: readonly HashAlgorithm[];
  /** Engines that read the bytes of files on this computer. */
  readonly fileEngines?: readonly FileEngine[];
}

/** All engines as they are used, those too that read files. */
export function engineUses({ engines, fileEngines = [] }: AppEngines): readonly EngineUse[] {
  return [...engines.map(({ use }) => use), ...fileEngines.flatMap(({ uses }) => uses)];
}

/** Everything that the engines say, the worst first. */
export function verdictsOn({ engines }: AppEngines, app: JudgedApp): readonly Verdict[] {
  return worstFirst(
    engines.flatMap(({ use, judge }) =>
      judge(app).map((verdict) => ({ engine: use.id, list: use.list, date: use.date, ...verdict })),
    ),
  );
}

/** Verdicts by how much they matter. */
export function worstFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/**
 * The engines with the lists in use, and one for each list of digests that the person named.
 *
 * @throws FormatError where a named list has no digest in it; the operating system's error where it cannot be read.
 */
export async function loadEngines(dataFolder: string, hashFiles: readonly string[]): Promise<AppEngines> {
  const engines: AppEngine[] = [];
  const missing: string[] = [];
  const algorithms = new Set<HashAlgorithm>();
  const add = async <T>(feed: Feed<T>, make: (value: T, use: Omit<EngineUse, "id" | "about">) => AppEngine[]) => {
    const { loaded, problem } = await listInUse(dataFolder, feed as Feed<unknown>);
    if (problem) missing.push(`${feed.id}: ${problem}`);
    if (!loaded) missing.push(`${feed.id}: the list comes with an update (candor feeds update ${feed.id}).`);
    else {
      const { id: list, origin, date, entries } = loaded;
      for (const engine of make(loaded.value as T, { list, origin, date, entries }))
        if (engine.use.entries > 0) engines.push(engine);
        else missing.push(`${engine.use.id}: the list in use has nothing for it (candor feeds update ${feed.id}).`);
    }
  };
  await add(stalkerwareSamples, (value, use) => [sampleEngine(value, use)]);
  await add(stalkerwareIndicators, (value, use) => [certificateEngine(value, use), packageEngine(value, use)]);
  await add(mobileThreatIndicators, (value, use) => [threatEngine(value, use)]);
  await add(knownSigners, (value, use) => [knownSignerEngine(value, use), shapeEngine(value)]);
  for (const path of hashFiles) {
    const list = readHashList(await readFile(path), path);
    for (const algorithm of list.algorithms) algorithms.add(algorithm);
    engines.push(hashEngine(list, path, (await stat(path)).mtime));
    const { count, lines } = list.unread;
    if (count > 0) missing.push(`${path}: ${count} lines are no digest (the first is line ${lines[0]}).`);
  }
  return { engines, missing, algorithms: [...algorithms].filter((algorithm) => algorithm !== "sha256") };
}

type ListUse = Omit<EngineUse, "id" | "about">;

function sampleEngine(samples: StalkerwareSamples, use: ListUse): AppEngine {
  return {
    use: { id: "stalkerware-samples", about: "SHA-256 of known stalkerware", ...use },
    judge: ({ digests: { sha256 } }) => {
      const name = sha256 === undefined ? null : sampleApp(samples, sha256);
      if (name === null || sha256 === undefined) return [];
      const message = `The file is a known sample of ${name}, which is made to watch whoever uses the phone.`;
      return [
        { severity: "critical", confidence: "certain", name, message, evidence: { name: "SHA-256", value: sha256 } },
      ];
    },
  };
}

const watches = {
  stalkerware: { severity: "critical", words: "an app that watches whoever uses the phone" },
  watchware: { severity: "medium", words: "an app for openly watching a phone, which can be misused" },
} as const;

function certificateEngine({ entries }: StalkerwareIndicators, use: ListUse): AppEngine {
  const listed = new Map(
    entries.flatMap((product) => product.certificates.map((sha1) => [sha1.toLowerCase(), product] as const)),
  );
  return {
    use: { id: "stalkerware-signers", about: "signers of known stalkerware", ...use, entries: listed.size },
    judge: ({ certificates }) =>
      certificates.flatMap(({ sha1, verified }) => {
        const product = listed.get(sha1);
        if (!product) return [];
        const { severity, words } = watches[product.type];
        const signed = verified ? "is signed with a certificate" : "names a certificate, unproven,";
        return [
          {
            severity,
            confidence: verified ? ("certain" as const) : ("possible" as const),
            name: product.name,
            message: `It ${signed} that is listed for ${product.name}, ${words}.`,
            evidence: { name: "SHA-1 of the certificate", value: sha1 },
          },
        ];
      }),
  };
}

function packageEngine({ entries }: StalkerwareIndicators, use: ListUse): AppEngine {
  const listed = new Map(entries.flatMap((product) => product.packages.map((name) => [name, product] as const)));
  return {
    use: { id: "stalkerware-names", about: "package names of known stalkerware", ...use, entries: listed.size },
    judge: ({ packageName }) => {
      const product = packageName === null ? undefined : listed.get(packageName);
      if (!product || packageName === null) return [];
      const { severity, words } = watches[product.type];
      const message = `Its package name is listed for ${product.name}, ${words}.`;
      // Anyone can take a name, which is why a name alone is not certain.
      return [
        {
          severity,
          confidence: "likely",
          name: product.name,
          message,
          evidence: { name: "package", value: packageName },
        },
      ];
    },
  };
}

function threatEngine({ indicators }: ThreatIndicators, use: ListUse): AppEngine {
  const ofApps = indicators.filter(
    ({ kind, platform }) =>
      platform !== "ios" && /^(?:package|sha256|sha1|md5|certificate-(?:sha256|sha1|md5))$/.test(kind),
  );
  const listed = new Map(ofApps.map((indicator) => [`${indicator.kind}:${indicator.value}`, indicator]));
  return {
    use: {
      id: "mobile-threats",
      about: "packages, signers and files of documented spyware",
      ...use,
      entries: listed.size,
    },
    judge: ({ packageName, digests, certificates }) => {
      const asked = [
        ...Object.entries(digests).map(([kind, value]) => ({ kind, value, sure: "certain" as const })),
        ...certificates.flatMap(({ verified, sha256, sha1, md5 }) =>
          Object.entries({ sha256, sha1, md5 }).map(([kind, value]) => ({
            kind: `certificate-${kind}`,
            value,
            sure: verified ? ("certain" as const) : ("possible" as const),
          })),
        ),
        ...(packageName === null ? [] : [{ kind: "package", value: packageName, sure: "likely" as const }]),
      ];
      return asked.flatMap(({ kind, value, sure }) => {
        const found = listed.get(`${kind}:${value}`);
        if (!found) return [];
        const message = `Its ${threatWords[kind] ?? kind} is listed for ${found.malware} (${found.campaign}), documented spyware.`;
        const evidence = { name: threatWords[kind] ?? kind, value };
        return [{ severity: "critical" as const, confidence: sure, name: found.malware, message, evidence }];
      });
    },
  };
}

const threatWords: Readonly<Record<string, string>> = {
  package: "package name",
  sha256: "SHA-256",
  sha1: "SHA-1",
  md5: "MD5",
  "certificate-sha256": "signer's certificate (SHA-256)",
  "certificate-sha1": "signer's certificate (SHA-1)",
  "certificate-md5": "signer's certificate (MD5)",
};

function hashEngine(list: HashList, path: string, modified: Date): AppEngine {
  const name = basename(path);
  const date = modified.toISOString().slice(0, 10);
  const use = { list: path, origin: "file", date, entries: list.starts.length } as const;
  return {
    use: { id: "digest-list", about: `digests in ${name}`, ...use },
    judge: ({ digests, size }) => {
      for (const digest of Object.values(digests)) {
        const found = findHash(list, digest, size ?? undefined);
        if (!found) continue;
        const called = found.name ?? "no name";
        const message = `The file stands in your list ${name}, line ${found.line} (${called}).`;
        const evidence = { name: found.algorithm, value: found.digest };
        return [{ severity: "high", confidence: "certain", name: called, message, evidence }];
      }
      return [];
    },
  };
}
