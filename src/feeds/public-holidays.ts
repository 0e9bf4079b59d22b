import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedPublicHolidays } from "./embedded/public-holidays.ts";

/** The public holidays of a whole country, by the rules that they follow. */
export interface CountryHolidays {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Days of each year, mm-dd. */
  readonly fixed: readonly string[];
  /** Days after Easter Sunday, negative before it. */
  readonly easter: readonly number[];
  /** Which Easter: that of the western churches, or of the orthodox ones. */
  readonly church: "western" | "orthodox";
  /** Mondays: month from 1, and which of it; -1 is the last. */
  readonly mondays: readonly { readonly month: number; readonly nth: number }[];
}

export interface PublicHolidays {
  /** What the rows were last brought up to, yyyy-mm-dd. */
  readonly asOf: string;
  readonly countries: readonly CountryHolidays[];
}

/**
 * Holidays that a whole country has. Regional ones, days in lieu of a holiday at the weekend, and single days that a government sets are not in
 * it: a period may end a day later than is told here, never earlier.
 */
export const publicHolidays = defineFeed<PublicHolidays>({
  id: "public-holidays",
  about: "The public holidays of whole countries of the EEA, the United Kingdom and Switzerland, by which periods end",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://eur-lex.europa.eu/eli/reg/1971/1182/oj",
  files: {},
  parse: () => {
    throw new FormatError("public-holidays", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ countries }) => countries.length,
  embedded: embeddedPublicHolidays,
});
