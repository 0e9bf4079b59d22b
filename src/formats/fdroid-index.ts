import { FormatError } from "../core/errors.ts";

/** One version of an app in a repository of F-Droid. */
export interface FdroidVersion {
  readonly name: string;
  readonly code: number;
  /** SHA-256 of the signers' certificates, lower case. */
  readonly signers: readonly string[];
  /** Processors that its native code is for; empty where it has none. */
  readonly processors: readonly string[];
  /** Not for everybody yet (a beta). */
  readonly test: boolean;
  /** The repository says that it has a known hole. */
  readonly vulnerable: boolean;
}

/** An index of a repository of F-Droid. */
export interface FdroidIndex {
  /** Epoch milliseconds at which it was made. */
  readonly published: number;
  /** By package name; of each app its versions, the newest first. */
  readonly apps: ReadonlyMap<string, readonly FdroidVersion[]>;
}

const name = "index-v2.json";
const maxVersions = 200;

/**
 * Reads `index-v2.json` of a repository of F-Droid (https://f-droid.org/docs/All_our_APIs/). Versions that are not whole are left out.
 *
 * @throws FormatError when it is not such an index, or no app is in it.
 */
export function parseFdroidIndex(text: string): FdroidIndex {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new FormatError(name, "it is no JSON");
  }
  const published = member(member(document, "repo"), "timestamp");
  const packages = member(document, "packages");
  if (typeof published !== "number" || !Number.isSafeInteger(published) || typeof packages !== "object" || !packages)
    throw new FormatError(name, "no index of a repository");
  const apps = new Map<string, readonly FdroidVersion[]>();
  for (const [app, entry] of Object.entries(packages)) {
    const versions = member(entry, "versions");
    if (!/^[A-Za-z][\w.]{1,254}$/.test(app) || typeof versions !== "object" || versions === null) continue;
    const read = Object.values(versions).slice(0, maxVersions).flatMap(versionOf);
    if (read.length > 0)
      apps.set(
        app,
        read.sort((a, b) => b.code - a.code),
      );
  }
  if (apps.size === 0) throw new FormatError(name, "no app in it");
  return { published, apps };
}

function versionOf(value: unknown): readonly FdroidVersion[] {
  const manifest = member(value, "manifest");
  const [label, code] = [member(manifest, "versionName"), member(manifest, "versionCode")];
  if (typeof label !== "string" || label.length > 200 || typeof code !== "number" || !Number.isSafeInteger(code))
    return [];
  const signers = texts(member(member(manifest, "signer"), "sha256"))
    .map((digest) => digest.toLowerCase())
    .filter((digest) => /^[0-9a-f]{64}$/.test(digest));
  const wrong = member(value, "antiFeatures");
  return [
    {
      name: label,
      code,
      signers,
      processors: texts(member(manifest, "nativecode")),
      test: texts(member(value, "releaseChannels")).length > 0,
      vulnerable: member(wrong, "KnownVuln") !== undefined,
    },
  ];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string").slice(0, 50) : [];
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
