import { FormatError } from "../core/errors.ts";

/** A known hole of one library, with the versions that have it. */
export interface LibraryHole {
  /** CVE where it has one, else the number of the list: CVE-2021-44228, GHSA-jfh8-c2jp-5v3q. */
  readonly id: string;
  readonly severity: "critical" | "high" | "moderate" | "low" | null;
  /** `group:artifact` of Maven, or the name of a native library. */
  readonly library: string;
  readonly ranges: readonly VersionRange[];
}

/** Versions from `introduced` on and before `fixed`; to `last` where no version mends it. */
export interface VersionRange {
  readonly introduced: string;
  readonly fixed: string | null;
  readonly last: string | null;
}

const name = "osv";
const maxRecords = 100_000;
const version = /^[\w.+~-]{1,60}$/;
const grades: ReadonlyMap<string, LibraryHole["severity"]> = new Map([
  ["CRITICAL", "critical"],
  ["HIGH", "high"],
  ["MODERATE", "moderate"],
  ["MEDIUM", "moderate"],
  ["LOW", "low"],
]);

/**
 * Reads records of the OSV format (https://ossf.github.io/osv-schema/): one record, a list of them, or an answer with `vulns`. Of each, the
 * packages of Maven with ranges of versions; records that were withdrawn and packages of other places are left out.
 *
 * @throws FormatError for anything that is no such record.
 */
export function parseOsv(text: string): readonly LibraryHole[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new FormatError(name, "it is no JSON");
  }
  const several = member(document, "vulns");
  const records = Array.isArray(document) ? document : Array.isArray(several) ? several : [document];
  if (records.length > maxRecords) throw new FormatError(name, "too many records");
  return records.flatMap(holesOf);
}

function holesOf(record: unknown): readonly LibraryHole[] {
  const id = member(record, "id");
  if (typeof id !== "string" || !/^[A-Za-z0-9._-]{3,80}$/.test(id)) throw new FormatError(name, "a record without id");
  if (member(record, "withdrawn") !== undefined) return [];
  const own = list(member(record, "aliases")).find(
    (each) => typeof each === "string" && /^CVE-\d{4}-\d{4,12}$/.test(each),
  );
  const grade = member(member(record, "database_specific"), "severity");
  const severity = (typeof grade === "string" ? grades.get(grade.toUpperCase()) : undefined) ?? null;
  return list(member(record, "affected")).flatMap((affected): readonly LibraryHole[] => {
    const of = member(affected, "package");
    const library = member(of, "name");
    if (
      member(of, "ecosystem") !== "Maven" ||
      typeof library !== "string" ||
      !/^[\w.-]{1,100}:[\w.-]{1,100}$/.test(library)
    )
      return [];
    const ranges = list(member(affected, "ranges")).flatMap(rangesOf);
    return ranges.length === 0 ? [] : [{ id: typeof own === "string" ? own : id, severity, library, ranges }];
  });
}

/** Events stand in order: each `introduced` opens a range that the next `fixed` or `last_affected` closes. */
function rangesOf(range: unknown): readonly VersionRange[] {
  const type = member(range, "type");
  if (type !== "ECOSYSTEM" && type !== "SEMVER") return [];
  const ranges: VersionRange[] = [];
  let open: string | undefined;
  const close = (fixed: string | null, last: string | null) => {
    if (open !== undefined) ranges.push({ introduced: open, fixed, last });
    open = undefined;
  };
  for (const event of list(member(range, "events"))) {
    const [introduced, fixed, last] = ["introduced", "fixed", "last_affected"].map((key) => told(member(event, key)));
    if (introduced !== undefined) {
      close(null, null);
      open = introduced;
    } else if (fixed !== undefined) close(fixed, null);
    else if (last !== undefined) close(null, last);
  }
  close(null, null);
  return ranges;
}

function told(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !version.test(value)) throw new FormatError(name, "a version that is none");
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new FormatError(name, "a list that is none");
  return value;
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
