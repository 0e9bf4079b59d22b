import { FormatError } from "../core/errors.ts";
import { defineFeed, type FeedFile } from "../core/feed.ts";
import { addressOf, emailOf, lineOf, linksOf, parsed, phrases, webOf } from "./contact-record.ts";
import { embeddedAuthorities } from "./embedded/authorities.ts";

/** A supervisory authority for data protection: whoever a complaint goes to. */
export interface Authority {
  readonly slug: string;
  /** ISO 3166-1 alpha-2. Germany has one for each state, and some of churches and broadcasters. */
  readonly country: string;
  readonly name: string;
  readonly address: string;
  readonly email: string | null;
  /** Page with its form for complaints. */
  readonly form: string | null;
  readonly web: string | null;
  readonly sources: readonly string[];
  /** In which language it takes complaints, ISO 639-1; null where that is not said. */
  readonly language: string | null;
  /** Of its publishers: what to heed. Outside text. */
  readonly notes: readonly string[];
}

export interface Authorities {
  readonly authorities: readonly Authority[];
}

const base = "https://raw.githubusercontent.com/datenanfragen/data/master/supervisory-authorities";

/** The supervisory authorities of the EEA, the United Kingdom and Switzerland. */
export const authorities = defineFeed<Authorities>({
  id: "authorities",
  about: "The supervisory authorities for data protection, with address, form and language for complaints",
  publisher: "Datenanfragen.de e. V.",
  licence: "CC0-1.0",
  homepage: "https://github.com/datenanfragen/data",
  files: { "gbico.json": file("gbico") },
  follow: () =>
    Object.fromEntries(
      embeddedAuthorities.value.authorities
        .filter(({ slug }) => slug !== "gbico")
        .map(({ slug }) => [`${slug}.json`, file(slug)]),
    ),
  parse: (files) => ({ authorities: Object.keys(files).flatMap((name) => readAuthorities(name, files[name] ?? "")) }),
  count: (value) => value.authorities.length,
  embedded: embeddedAuthorities,
});

/** Reads one record of an authority, or a list of them. @throws FormatError */
export function readAuthorities(name: string, text: string): readonly Authority[] {
  const document = parsed(name, text);
  const rows = Array.isArray(document) ? document : [document];
  const found = rows.flatMap((row) => authorityOf(row) ?? []);
  if (found.length < rows.length || found.length === 0)
    throw new FormatError(name, "not records of authorities with name, country and address");
  return found;
}

function file(slug: string): FeedFile {
  return { url: `${base}/${slug}.json`, maxBytes: 100_000 };
}

function authorityOf(row: unknown): Authority | undefined {
  const slug = lineOf(row, "slug");
  const name = lineOf(row, "name");
  const address = addressOf(row);
  const [country] = phrases(row, "relevant-countries");
  if (slug === null || !/^[a-z\d-]{1,60}$/.test(slug) || name === null || address === null) return undefined;
  if (country === undefined || !/^[a-z]{2}$/.test(country)) return undefined;
  const language = lineOf(row, "complaint-language");
  return {
    slug,
    country: country.toUpperCase(),
    name,
    address,
    email: emailOf(row),
    form: webOf(row, "webform"),
    web: webOf(row, "web"),
    sources: linksOf(row),
    language: language !== null && /^[a-z]{2}$/.test(language) ? language : null,
    notes: phrases(row, "comments"),
  };
}
