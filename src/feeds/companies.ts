import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";

/** One name under which a company's domains are gathered. */
export interface ListedTracker {
  readonly name: string;
  /** The list's own word: `advertising`, `site_analytics`, `cdn` … */
  readonly category: string;
  /** Null where the list names no company. */
  readonly company: string | null;
}

/** The list as pairs, so that words from outside are no keys. */
export interface Companies {
  readonly trackers: readonly ListedTracker[];
  /** Domain, lower case, with everything below it → place in `trackers`. */
  readonly domains: readonly (readonly [domain: string, tracker: number])[];
}

const trackersFile = "trackers.json";
const companiesFile = "companies.json";
const base = "https://raw.githubusercontent.com/AdguardTeam/companiesdb/main/dist";
const maxRows = 100_000;

/**
 * Domains with the company behind them, gathered by AdGuard. Its licence wants derived lists to carry it, so it is fetched when the owner
 * asks for it and never comes with Candor. It has no countries, and puts some functions of Android under advertising.
 */
export const companies = defineFeed<Companies>({
  id: "companies",
  about: "Domains with the company behind them and what they are mostly used for",
  publisher: "AdGuard",
  licence: "CC-BY-SA-4.0",
  homepage: "https://github.com/AdguardTeam/companiesdb",
  files: {
    [trackersFile]: { url: `${base}/${trackersFile}`, maxBytes: 16_000_000 },
    [companiesFile]: { url: `${base}/${companiesFile}`, maxBytes: 16_000_000 },
  },
  parse: (files) => joined(document(files, trackersFile), document(files, companiesFile)),
  published: (files) => dateOf(document(files, trackersFile)),
  count: ({ domains }) => domains.length,
  embedded: null,
});

function joined(list: unknown, makers: unknown): Companies {
  const categories = rowsOf(list, "categories", trackersFile);
  const categoryOf = new Map(categories.flatMap(([id, name]) => (isLabel(name) ? [[id, name] as const] : [])));
  const nameOf = new Map(
    rowsOf(makers, "companies", companiesFile).flatMap(([id, row]) => {
      const name = own(row, "name");
      return isLabel(name) ? [[id, name.trim()] as const] : [];
    }),
  );
  const places = new Map<string, number>();
  const trackers = rowsOf(list, "trackers", trackersFile).flatMap(([id, row]) => {
    const name = own(row, "name");
    const company = own(row, "companyId");
    if (!isLabel(name)) return [];
    places.set(id, places.size);
    const category = categoryOf.get(String(own(row, "categoryId"))) ?? "unknown";
    return [{ name: name.trim(), category, company: (typeof company === "string" && nameOf.get(company)) || null }];
  });
  const domains = rowsOf(list, "trackerDomains", trackersFile).flatMap(([domain, id]) => {
    const place = typeof id === "string" ? places.get(id) : undefined;
    return place !== undefined && isDomain(domain) ? [[domain.toLowerCase(), place] as const] : [];
  });
  if (domains.length === 0) throw new FormatError(trackersFile, "no domain in it");
  return { trackers, domains };
}

function document(files: Readonly<Record<string, string>>, file: string): unknown {
  try {
    return JSON.parse(files[file] ?? "");
  } catch {
    throw new FormatError(file, "not JSON");
  }
}

function dateOf(list: unknown): string | null {
  const time = own(list, "timeUpdated");
  return typeof time === "string" && /^\d{4}-\d\d-\d\dT/.test(time) ? time.slice(0, 10) : null;
}

function rowsOf(value: unknown, key: string, file: string): readonly (readonly [string, unknown])[] {
  const map = own(value, key);
  if (typeof map !== "object" || map === null || Array.isArray(map)) throw new FormatError(file, `no map of ${key}`);
  const rows = Object.entries(map);
  if (rows.length > maxRows) throw new FormatError(file, `more than ${maxRows} ${key}`);
  return rows;
}

function isLabel(value: unknown): value is string {
  return typeof value === "string" && /^[^\p{Cc}\p{Cf}]{1,200}$/u.test(value) && value.trim() !== "";
}

function isDomain(value: string): boolean {
  return value.length <= 253 && /^[a-z\d_-]+(?:\.[a-z\d_-]+)+$/i.test(value);
}

function own(map: unknown, key: string): unknown {
  return typeof map === "object" && map !== null && Object.hasOwn(map, key)
    ? (map as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
