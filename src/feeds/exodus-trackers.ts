import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** One tracker as Exodus describes it. */
export interface ExodusTracker {
  /** Exodus' number of it: the page is https://reports.exodus-privacy.eu.org/trackers/ with the number behind. */
  readonly id: number;
  readonly name: string;
  /** The maker's site; empty where the list names none. */
  readonly website: string;
  readonly categories: readonly string[];
  /** Expression over class names, as published, for `formats/class-tree.ts`; empty where the list has none. Never for `RegExp`. */
  readonly codeSignature: string;
  /** Expression over host names, as published; empty where the list has none. Never for `RegExp`. */
  readonly networkSignature: string;
}

export interface ExodusTrackers {
  readonly trackers: readonly ExodusTracker[];
}

const file = "trackers.json";
const maxTrackers = 20_000;
/** The longest published signature has 490 characters. */
const maxSignature = 8_192;
/** Of all together; those published have 12,000 of each kind. More would be refused when they are made ready to search for. */
const maxSignatures = 100_000;

/** Code and hosts of trackers in Android apps, gathered by Exodus Privacy. */
export const exodusTrackers = defineFeed<ExodusTrackers>({
  id: "exodus-trackers",
  about: "Trackers in Android apps: the classes and hosts by which they are recognised",
  publisher: "Exodus Privacy",
  licence: "ODbL-1.0, contents DbCL-1.0, as others who use the list state",
  homepage: "https://reports.exodus-privacy.eu.org/trackers/",
  files: { [file]: { url: "https://reports.exodus-privacy.eu.org/api/trackers", maxBytes: 8_000_000 } },
  parse: (files) => ({ trackers: trackersOf(files[file] ?? "") }),
  count: ({ trackers }) => trackers.length,
  embedded: null,
});

function trackersOf(text: string): readonly ExodusTracker[] {
  const items = own(document(text), "trackers");
  if (!isMap(items)) throw new FormatError(file, "no map of trackers");
  const rows = Object.entries(items);
  if (rows.length > maxTrackers) throw new FormatError(file, `more than ${maxTrackers} trackers`);
  const seen = new Set<number>();
  const trackers = rows.map(([key, item]) => trackerOf(item, key, seen));
  for (const key of ["codeSignature", "networkSignature"] as const) {
    const characters = trackers.reduce((sum, tracker) => sum + tracker[key].length, 0);
    if (characters > maxSignatures) throw new FormatError(file, `more than ${maxSignatures} characters of signatures`);
  }
  if (!trackers.some(({ codeSignature }) => codeSignature !== ""))
    throw new FormatError(file, "no code signature in it");
  return trackers;
}

function document(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError(file, "not JSON");
  }
}

function trackerOf(item: unknown, key: string, seen: Set<number>): ExodusTracker {
  const where = `${file}, tracker ${key.slice(0, 40)}`;
  const id = own(item, "id");
  const name = own(item, "name");
  const website = own(item, "website");
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id < 1) throw new FormatError(where, "no number");
  if (seen.has(id)) throw new FormatError(where, "its number stands there twice");
  seen.add(id);
  if (!isLabel(name)) throw new FormatError(where, "no name");
  return {
    id,
    name: name.trim(),
    website: typeof website === "string" && /^https?:\/\/[^\s"'<>\p{Cc}]{1,500}$/u.test(website) ? website : "",
    categories: categories(own(item, "categories")),
    codeSignature: signature(item, "code_signature", where),
    networkSignature: signature(item, "network_signature", where),
  };
}

function categories(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set((value as readonly unknown[]).slice(0, 32).filter(isLabel))] : [];
}

/** A signature that is left out would be a tracker that is not found, so one that cannot be kept refuses the list. */
function signature(item: unknown, key: string, where: string): string {
  const value = own(item, key) ?? "";
  if (typeof value !== "string") throw new FormatError(where, `${key} is not text`);
  if (value.length > maxSignature) throw new FormatError(where, `${key} is longer than ${maxSignature} characters`);
  if (/[\p{Cc}\p{Cf}]/u.test(value.trim())) throw new FormatError(where, `${key} has control characters in it`);
  return value.trim();
}

function isLabel(value: unknown): value is string {
  return typeof value === "string" && /^[^\p{Cc}\p{Cf}]{1,200}$/u.test(value) && value.trim() !== "";
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(map: unknown, key: string): unknown {
  return isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}
