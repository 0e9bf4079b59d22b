import { FormatError } from "../core/errors.ts";
import { defineFeed, type FeedFile } from "../core/feed.ts";
import { addressOf, emailOf, labelOf, lineOf, linksOf, parsed, phrases, webOf } from "./contact-record.ts";
import { embeddedControllers } from "./embedded/controllers.ts";

/** Whom a request goes to: an organisation with its address for data protection, as datarequests.org has it. */
export interface Controller {
  /** Lower case with dashes: the name of its record. */
  readonly slug: string;
  readonly name: string;
  /** Other companies and services it answers for. */
  readonly runs: readonly string[];
  /** Postal address, several lines. */
  readonly address: string;
  readonly email: string | null;
  /** Page with a form for requests. */
  readonly form: string | null;
  readonly web: string | null;
  /** Where its publishers read that. */
  readonly sources: readonly string[];
  /** Language for requests, ISO 639-1, where the organisation wants one. */
  readonly language: string | null;
  /** What it asks for to find a person; outside text. */
  readonly wants: readonly string[];
  readonly wantsIdDocument: boolean;
  /** `verified` and `tested` by people, `scraped` by a program. */
  readonly quality: "verified" | "tested" | "scraped";
  /** True where its publishers found that it is there for tracking, so that it knows devices and not names. */
  readonly tracking: boolean;
}

export interface Controllers {
  readonly controllers: readonly Controller[];
}

const maxControllers = 20_000;
const base = "https://raw.githubusercontent.com/datenanfragen/data/master/companies";

/** Addresses to which requests under the law of data protection go. An update asks for those alone that come with Candor, each again. */
export const controllers = defineFeed<Controllers>({
  id: "controllers",
  about: "Where requests about one's own data go: addresses of companies, with the page that each was read from",
  publisher: "Datenanfragen.de e. V.",
  licence: "CC0-1.0",
  homepage: "https://github.com/datenanfragen/data",
  files: { "mi-com.json": file("mi-com") },
  follow: () =>
    Object.fromEntries(
      embeddedControllers.value.controllers
        .filter(({ slug }) => slug !== "mi-com")
        .map(({ slug }) => [`${slug}.json`, file(slug)]),
    ),
  parse: (files) => ({ controllers: Object.keys(files).flatMap((name) => readControllers(name, files[name] ?? "")) }),
  count: (value) => value.controllers.length,
  embedded: embeddedControllers,
});

/** Reads one record of datarequests.org, or a list of them. @throws FormatError */
export function readControllers(name: string, text: string): readonly Controller[] {
  const document = parsed(name, text);
  const rows = Array.isArray(document) ? document : [document];
  if (rows.length > maxControllers) throw new FormatError(name, `more than ${maxControllers} organisations`);
  const found = rows.flatMap((row) => controllerOf(row) ?? []);
  if (found.length < rows.length || found.length === 0)
    throw new FormatError(name, "not records of organisations with name, address and source");
  return found;
}

function file(slug: string): FeedFile {
  return { url: `${base}/${slug}.json`, maxBytes: 100_000 };
}

function controllerOf(row: unknown): Controller | undefined {
  const slug = lineOf(row, "slug");
  const name = lineOf(row, "name");
  const address = addressOf(row);
  const quality = (["verified", "tested", "scraped"] as const).find((each) => each === lineOf(row, "quality"));
  if (slug === null || !/^[a-z\d-]{1,120}$/.test(slug) || name === null || address === null || !quality)
    return undefined;
  return {
    slug,
    name,
    runs: phrases(row, "runs"),
    address,
    email: emailOf(row),
    form: webOf(row, "webform"),
    web: webOf(row, "web"),
    sources: linksOf(row),
    language: languageOf(row),
    wants: labelOf(row, "required-elements", "desc"),
    wantsIdDocument:
      typeof row === "object" && row !== null && "needs-id-document" in row && row["needs-id-document"] === true,
    quality,
    tracking: lineOf(row, "custom-access-template") === "access-tracking",
  };
}

function languageOf(row: unknown): string | null {
  const language = lineOf(row, "request-language");
  return language !== null && /^[a-z]{2}$/.test(language) ? language : null;
}
