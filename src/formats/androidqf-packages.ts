import { FormatError } from "../core/errors.ts";

/** One APK file of a package; digests are lower-case hexadecimal, null where AndroidQF did not compute them. */
export interface AndroidQfFile {
  readonly path: string;
  readonly sha256: string | null;
  /** Digests of the signer's certificate; null where the APK was not downloaded. */
  readonly certificateSha1: string | null;
  readonly certificateSha256: string | null;
  readonly certificateMd5: string | null;
}

/** One row of AndroidQF's packages.json. */
export interface AndroidQfPackage {
  readonly name: string;
  readonly installer: string | null;
  /** null where the collector could not list them (0 stands there). */
  readonly uid: number | null;
  readonly disabled: boolean | null;
  /** null where the package stood in neither list of the phone. */
  readonly system: boolean | null;
  readonly files: readonly AndroidQfFile[];
}

/**
 * Reads packages.json of AndroidQF 1.x: a list of objects, of which unknown fields are passed over.
 *
 * @throws FormatError when it is not such a list, a row has no name, or the list is empty.
 */
export function parseAndroidQfPackages(text: string): readonly AndroidQfPackage[] {
  const rows = parseJson(text);
  if (!Array.isArray(rows) || rows.length === 0) throw new FormatError("packages.json", "not a list of packages");
  return rows.map(row);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError("packages.json", "not JSON");
  }
}

function row(value: unknown): AndroidQfPackage {
  const row = object(value);
  const name = string(row["name"]);
  if (name === null) throw new FormatError("packages.json", "a package without a name");
  const uid = row["uid"];
  const files = row["files"];
  return {
    name,
    installer: string(row["installer"]),
    uid: typeof uid === "number" && Number.isInteger(uid) && uid > 0 ? uid : null,
    disabled: typeof row["disabled"] === "boolean" ? row["disabled"] : null,
    system: row["system"] === true ? true : row["third_party"] === true ? false : null,
    files: Array.isArray(files) ? files.map(file) : [],
  };
}

function file(value: unknown): AndroidQfFile {
  const row = object(value);
  const certificate = object(row["certificate"] ?? {});
  return {
    path: string(row["path"]) ?? "",
    sha256: digest(row["sha256"]),
    certificateSha1: digest(certificate["Sha1"]),
    certificateSha256: digest(certificate["Sha256"]),
    certificateMd5: digest(certificate["Md5"]),
  };
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new FormatError("packages.json", "a row that is no object");
  return value as Readonly<Record<string, unknown>>;
}

/** A non-empty string other than "null", which older collectors print for a missing installer. */
function string(value: unknown): string | null {
  return typeof value === "string" && value !== "" && value !== "null" ? value : null;
}

function digest(value: unknown): string | null {
  const hex = string(value)?.replaceAll(":", "").toLowerCase();
  return hex !== undefined && /^[0-9a-f]{32,64}$/.test(hex) ? hex : null;
}
