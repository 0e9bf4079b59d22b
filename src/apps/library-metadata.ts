import { appVulnerabilities } from "../feeds/app-vulnerabilities.ts";
import type { ApkEntry, ApkZip } from "../formats/apk-zip.ts";
import type { ApkContents } from "./apk-contents.ts";
import { reasonOf } from "./section.ts";

/** A library that a build tool wrote down within the app, by its coordinate in Maven's or npm's terms. */
export interface StatedLibrary {
  readonly ecosystem: "maven" | "npm";
  /** `group:artifact` of Maven, or the name of a package of npm. */
  readonly coordinate: string;
  /** null where it is not told or was not read. */
  readonly version: string | null;
  readonly entry: string;
}

/** A tool that the app was built with, as it says. */
export interface BuildTool {
  readonly name: string;
  readonly version: string;
  readonly entry: string;
}

/** What build tools wrote down. */
export interface StatedFacts {
  readonly libraries: readonly StatedLibrary[];
  readonly tools: readonly BuildTool[];
  /** What was not read, with the reason. */
  readonly missed: readonly string[];
}

const maxEntries = 1000;
const maxEntryBytes = 256 * 1024;
const versionText = /^[0-9A-Za-z][\w.+~-]{0,60}$/;
const part = /^[A-Za-z0-9_][\w.-]{0,120}$/;

/** Where entries with such names lie, and who reads them. */
interface Place {
  readonly name: RegExp;
  /** What the name alone tells. */
  readonly named?: (match: RegExpExecArray) => string | undefined;
  readonly read: (text: string, match: RegExpExecArray, entry: string) => Partial<StatedFacts>;
}

const places: readonly Place[] = [
  {
    // AndroidX and the Support Library: META-INF/group_artifact.version with one line. Since 2017, by the Android Gradle plugin.
    name: /^META-INF\/([^/]{1,240})\.version$/,
    named: ([, name = ""]) => coordinateOf(name),
    read: (text, [, name = ""], entry) => stated("maven", coordinateOf(name), text.trim(), entry),
  },
  {
    // What Maven puts into every JAR.
    name: /^META-INF\/maven\/([^/]{1,120})\/([^/]{1,120})\/pom\.properties$/,
    named: ([, group = "", artifact = ""]) => joined(group, artifact),
    read: (text, [, group = "", artifact = ""], entry) =>
      stated("maven", joined(group, artifact), property(text, "version"), entry),
  },
  {
    // Google Play services, Firebase, Play Billing and the like: name.properties with version= and client=.
    name: /^([a-z][a-z0-9_-]{1,80})\.properties$/,
    read: (text, _match, entry) => {
      const client = property(text, "client");
      return client ? stated("maven", googleCoordinate(client), property(text, "version"), entry) : {};
    },
  },
  {
    name: /^kotlin-tooling-metadata\.json$/,
    read: (text, _match, entry) =>
      tool("Kotlin", /"buildPluginVersion"\s{0,20}:\s{0,20}"([^"]{1,60})"/.exec(text)?.[1], entry),
  },
  {
    name: /^META-INF\/com\/android\/build\/gradle\/app-metadata\.properties$/,
    read: (text, _match, entry) => tool("Android Gradle plugin", property(text, "androidGradlePluginVersion"), entry),
  },
  {
    name: /^assets\/bin\/Data\/globalgamemanagers$/,
    read: (text, _match, entry) => tool("Unity", unityVersion.exec(text.slice(0, 256))?.[1], entry),
  },
  {
    name: /^assets\/www\/cordova_plugins\.js$/,
    read: (text, _match, entry) => {
      const metadata = text.slice(text.indexOf("metadata"));
      const pairs = [
        ...metadata.matchAll(/"((?:@[a-z0-9._-]{1,60}\/)?[a-z0-9._-]{1,100})"\s{0,20}:\s{0,20}"(\d[^"]{0,60})"/g),
      ];
      return {
        libraries: pairs
          .slice(0, 300)
          .flatMap(([, name = "", version]) => stated("npm", name, version, entry).libraries ?? []),
      };
    },
  },
];

const unityVersion = /(?:^|\0)((?:\d|20\d\d|[6-9]000)\.\d{1,2}\.\d{1,3}[abfpx]\d{1,3}(?:c\d)?)\0/;

/**
 * Reads what build tools left in an app about its libraries. Where reading is dear (`namesOnly`), names of entries have to do and versions
 * stay unknown, but for libraries of which some versions have known holes.
 */
export async function readStated(
  contents: ApkContents,
  namesOnly: boolean,
  signal: AbortSignal | undefined,
): Promise<StatedFacts> {
  const libraries: StatedLibrary[] = [];
  const tools: BuildTool[] = [];
  const missed: string[] = [];
  const found = placed(contents.zip);
  if (found.length > maxEntries) missed.push(`${found.length - maxEntries} more notes of build tools were not read`);
  for (const { entry, match, place } of found.slice(0, maxEntries)) {
    signal?.throwIfAborted();
    const named = place.named?.(match);
    const alone =
      named === undefined ? [] : [{ ecosystem: "maven", coordinate: named, version: null, entry: entry.name } as const];
    const unwanted = namesOnly && (named === undefined || !withHoles().has(named));
    if (unwanted || entry.size > maxEntryBytes) libraries.push(...alone);
    else
      try {
        const read = place.read(new TextDecoder("latin1").decode(await contents.read(entry)), match, entry.name);
        libraries.push(...(read.libraries ?? alone));
        tools.push(...(read.tools ?? []));
      } catch (error) {
        missed.push(`${entry.name}: ${reasonOf(error)}`);
        libraries.push(...alone);
      }
  }
  if (namesOnly && found.length > 0)
    missed.push("versions that build tools wrote down: only parts of the file were read");
  return { libraries, tools, missed: missed.slice(0, 100) };
}

let holed: ReadonlySet<string> | undefined;

/** Libraries of which the version is worth a reading. */
function withHoles(): ReadonlySet<string> {
  holed ??= new Set(appVulnerabilities.embedded?.value.holes.map(({ library }) => library));
  return holed;
}

function placed(zip: ApkZip): readonly { entry: ApkEntry; match: RegExpExecArray; place: Place }[] {
  return [...zip.byName.values()].flatMap((entry) => {
    for (const place of places) {
      const match = place.name.exec(entry.name);
      if (match) return [{ entry, match, place }];
    }
    return [];
  });
}

function stated(
  ecosystem: StatedLibrary["ecosystem"],
  coordinate: string | undefined,
  version: string | undefined,
  entry: string,
): Partial<StatedFacts> {
  if (coordinate === undefined) return {};
  const known = version !== undefined && versionText.test(version) ? version : null;
  return { libraries: [{ ecosystem, coordinate, version: known, entry }] };
}

function tool(name: string, version: string | undefined, entry: string): Partial<StatedFacts> {
  return version !== undefined && versionText.test(version) ? { tools: [{ name, version, entry }] } : {};
}

/** Names of the notes that have no group in front. */
const withoutGroup: Readonly<Record<string, string>> = {
  kotlinx_coroutines_core: "org.jetbrains.kotlinx:kotlinx-coroutines-core",
  kotlinx_coroutines_android: "org.jetbrains.kotlinx:kotlinx-coroutines-android",
  kotlinx_coroutines_play_services: "org.jetbrains.kotlinx:kotlinx-coroutines-play-services",
};

/** `androidx.core_core-ktx` → `androidx.core:core-ktx`. */
function coordinateOf(name: string): string | undefined {
  if (Object.hasOwn(withoutGroup, name)) return withoutGroup[name];
  const at = name.indexOf("_");
  return at > 0 && name.slice(0, at).includes(".") ? joined(name.slice(0, at), name.slice(at + 1)) : undefined;
}

function joined(group: string, artifact: string): string | undefined {
  return part.test(group) && part.test(artifact) ? `${group}:${artifact}` : undefined;
}

/** By the beginnings of the names that Google gives its clients. */
const googleGroups: readonly (readonly [beginning: string, group: string])[] = [
  ["play-services-", "com.google.android.gms"],
  ["firebase-", "com.google.firebase"],
  ["transport-", "com.google.android.datatransport"],
  ["billing", "com.android.billingclient"],
  ["user-messaging-platform", "com.google.android.ump"],
  ["app-update", "com.google.android.play"],
  ["asset-delivery", "com.google.android.play"],
  ["feature-delivery", "com.google.android.play"],
  ["core-common", "com.google.android.play"],
  ["integrity", "com.google.android.play"],
  ["review", "com.google.android.play"],
];

function googleCoordinate(client: string): string | undefined {
  const group = googleGroups.find(([beginning]) => client.startsWith(beginning))?.[1];
  return group === undefined ? undefined : joined(group, client);
}

/** The value of `key=value` in a line of a Java properties file. */
function property(text: string, key: string): string | undefined {
  for (const line of text.slice(0, 20_000).split(/\r?\n/)) {
    const at = line.indexOf("=");
    if (at > 0 && line.slice(0, at).trim() === key) return line.slice(at + 1).trim();
  }
  return undefined;
}
