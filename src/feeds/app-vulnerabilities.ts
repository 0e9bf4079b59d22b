import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { compareLibraryVersions } from "../formats/library-version.ts";
import { type LibraryHole, parseOsv, type VersionRange } from "../formats/osv.ts";
import { holeTable } from "./embedded/app-vulnerabilities.ts";

export type { LibraryHole } from "../formats/osv.ts";

export interface AppVulnerabilities {
  readonly holes: readonly LibraryHole[];
}

const address = "https://api.osv.dev/v1/vulns/";
const first = "GHSA-jfh8-c2jp-5v3q";
/** Records of the same holes at the publisher, for libraries that apps carry most. */
const others = [
  "GHSA-4jrv-ppp4-jm57",
  "GHSA-57j2-w4cx-62h2",
  "GHSA-599f-7c49-w659",
  "GHSA-735f-pc8j-v9w8",
  "GHSA-78wr-2p64-hpwj",
  "GHSA-7g45-4rm6-3mm3",
  "GHSA-7r82-7xv7-xcpj",
  "GHSA-gwrp-pvrq-jmwv",
  "GHSA-m72m-mhq2-9p6c",
  "GHSA-mjmj-j48q-9wg2",
  "GHSA-mvr2-9pj6-7w5j",
  "GHSA-w33c-445m-f8w7",
];
let read: AppVulnerabilities | undefined;

/** Known holes of libraries in apps. An update brings the publisher's own records of those that have one; the others stay. */
export const appVulnerabilities = defineFeed<AppVulnerabilities>({
  id: "app-vulnerabilities",
  about: "Well-known holes of libraries that apps carry, with the versions that have them",
  publisher: "Candor, after the National Vulnerability Database, and OSV with an update",
  licence: "Facts from public-domain entries; records of OSV from GitHub under CC-BY-4.0",
  homepage: "https://osv.dev/",
  files: { [first]: recordFile(first) },
  follow: () => Object.fromEntries(others.map((id) => [id, recordFile(id)])),
  parse: (files) => {
    const told = Object.values(files).flatMap((text) => parseOsv(text));
    if (told.length === 0) throw new FormatError("app-vulnerabilities", "no hole of a library in it");
    const known = new Set(told.map(({ id, library }) => `${id} ${library}`));
    return { holes: [...told, ...embedded().holes.filter(({ id, library }) => !known.has(`${id} ${library}`))] };
  },
  count: ({ holes }) => holes.length,
  embedded: {
    date: "2026-08-22",
    get value() {
      return embedded();
    },
  },
});

/** A library as an app carries it. */
export interface CarriedLibrary {
  readonly name: string;
  /** `group:artifact` of Maven; null where it is not told. */
  readonly coordinate: string | null;
  /** null where it is not told. */
  readonly version: string | null;
}

/** The holes that a version of a library has; `undefined` where some versions have holes and its own cannot be compared. */
export function holesOf(library: CarriedLibrary, { holes }: AppVulnerabilities): readonly LibraryHole[] | undefined {
  const own = holes.filter((hole) => hole.library === library.coordinate || hole.library === library.name);
  if (own.length === 0) return [];
  const { version } = library;
  if (version === null || compareLibraryVersions(version, "0") === undefined) return undefined;
  return own.filter(({ ranges }) => ranges.some((range) => isWithin(version, range)));
}

function isWithin(version: string, { introduced, fixed, last }: VersionRange): boolean {
  const from = compareLibraryVersions(version, introduced);
  if (from === undefined || from < 0) return false;
  if (fixed !== null) return (compareLibraryVersions(version, fixed) ?? 0) < 0;
  return last === null || (compareLibraryVersions(version, last) ?? 1) <= 0;
}

function recordFile(id: string) {
  return { url: `${address}${id}`, maxBytes: 2_000_000 };
}

function embedded(): AppVulnerabilities {
  read ??= { holes: holeTable.trim().split("\n").map(readLine) };
  return read;
}

/** `CVE-2018-10237 moderate com.google.guava:guava 11.0<24.1.1`. */
function readLine(line: string): LibraryHole {
  const [id = "", grade, library = "", ...ranges] = line.split(" ");
  const severity = (["critical", "high", "moderate", "low"] as const).find((each) => each === grade) ?? null;
  return {
    id,
    severity,
    library,
    ranges: ranges.map((range) => {
      const [, introduced = "", mark, end = ""] = /^([^<=]+)([<=])(.+)$/.exec(range) ?? [];
      if (!mark) throw new FormatError("app-vulnerabilities", "a range that is none");
      return { introduced, fixed: mark === "<" ? end : null, last: mark === "=" ? end : null };
    }),
  };
}
