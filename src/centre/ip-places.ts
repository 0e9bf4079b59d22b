import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { FormatError } from "../core/errors.ts";
import { type IpRangeTable, readIpRangeTable } from "../formats/ip-range-table.ts";
import { type PlaceList, type PlaceTables, placeList } from "../traffic/server-place.ts";

const folder = join(import.meta.dirname, "..", "..", "data");
/** The tables have 2.8 and 0.2 MB; a file that says otherwise is not one of ours. */
const maxBytes = 16_000_000;
/** Databases of the whole world with cities have 150 MB. */
const maxDatabaseBytes = 512_000_000;

/** What the lists that come with Candor ask to be shown wherever their places are shown. */
export interface PlaceAttribution {
  readonly text: string;
  readonly homepage: string;
  readonly licence: string;
  /** yyyy-mm-dd of the data. */
  readonly date: string;
}

/** The tables that come with Candor, made ready once, and databases of the owner's own. */
export interface IpPlaces {
  readonly tables: PlaceTables;
  readonly attributions: readonly PlaceAttribution[];
}

let own: Promise<readonly [IpRangeTable, IpRangeTable]> | null = null;

/**
 * Loads the tables of countries and networks, a tenth of a second at the first call.
 *
 * @param databases `.mmdb` files of the owner's own, which are asked beside the table: where they differ, no place is told
 * @throws FormatError for a file that is no database of countries.
 */
export async function loadIpPlaces(databases: readonly string[] = []): Promise<IpPlaces> {
  own ??= Promise.all([load("ip-countries.bin.br"), load("ip-networks.bin.br")]);
  const [[countries, networks], others] = await Promise.all([own, Promise.all(databases.map(openDatabase))]);
  return {
    tables: { places: [...others, placeList(countries)], networks },
    attributions: [countries, networks].map(({ head: { attribution: text, homepage, licence, date } }) => ({
      text,
      homepage,
      licence,
      date,
    })),
  };
}

async function load(name: string): Promise<IpRangeTable> {
  const packed = await readFile(join(folder, name));
  return readIpRangeTable(await promisify(brotliDecompress)(packed, { maxOutputLength: maxBytes }));
}

/** A MaxMind database as a list of places: the country in which the address is, not the one where it is registered. */
async function openDatabase(path: string): Promise<PlaceList> {
  const bytes = await readFile(path);
  if (bytes.length > maxDatabaseBytes) throw new FormatError("mmdb", "the database is larger than 512 MB");
  const { Reader } = await import("mmdb-lib");
  try {
    const reader = new Reader(bytes);
    const { databaseType, buildEpoch } = reader.metadata;
    return {
      name: databaseType.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 80),
      date: buildEpoch.toISOString().slice(0, 10),
      country: (_, text) => codeIn(answer(() => reader.get(text))),
    };
  } catch (error) {
    throw new FormatError("mmdb", `no database of places: ${error instanceof Error ? error.message : "unknown"}`);
  }
}

/** Databases are files from outside: one that is damaged in one place has no answer there. */
function answer(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** `country.iso_code` in those of MaxMind and DB-IP, `country_code` in others. */
function codeIn(record: unknown): string | null {
  const country = member(record, "country");
  const code = typeof country === "string" ? country : (member(country, "iso_code") ?? member(record, "country_code"));
  return typeof code === "string" ? code : null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
