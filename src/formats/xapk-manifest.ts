import { FormatError } from "../core/errors.ts";

/** What the `manifest.json` of an XAPK tells of the app; the words of whoever made the container. */
export interface XapkManifest {
  readonly packageName: string;
  /** APKs by their path in the container, with the id of each: `base`, `config.de`. */
  readonly apks: ReadonlyMap<string, string>;
}

const maxApks = 10_000;

/**
 * Reads the `manifest.json` of an XAPK.
 *
 * @throws FormatError when it is none.
 */
export function parseXapkManifest(text: string): XapkManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FormatError("xapk", "its manifest.json is no JSON");
  }
  const packageName = field(value, "package_name");
  if (typeof packageName !== "string" || field(value, "xapk_version") === undefined)
    throw new FormatError("xapk", "its manifest.json names no package or no version of the format");
  const rows = field(value, "split_apks");
  const apks = new Map<string, string>();
  for (const row of Array.isArray(rows) ? rows.slice(0, maxApks) : []) {
    const [file, id] = [field(row, "file"), field(row, "id")];
    if (typeof file === "string" && typeof id === "string") apks.set(file, id);
  }
  return { packageName, apks };
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
