import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedRightsArticles } from "./embedded/rights-articles.ts";
import type { LawRegion } from "./privacy-laws.ts";

/** What a person may ask for, in the order in which it is listed. */
export const rights = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "withdrawal",
  "complaint",
] as const;

/** One right, out of a closed set. */
export type Right = (typeof rights)[number];

/** Which articles of a region's law give a right. */
export interface RightArticles {
  readonly region: LawRegion;
  readonly right: Right;
  /** How they are cited. */
  readonly unit: "article" | "section" | "rule";
  readonly articles: readonly string[];
  /** First and last day, yyyy-mm-dd; null while no end is set. */
  readonly inForceFrom: string;
  readonly until: string | null;
  readonly source: string;
  /** False where the numbers rest on general knowledge. */
  readonly confirmed: boolean;
}

export interface RightsArticles {
  /** What the rows were last brought up to, yyyy-mm-dd. */
  readonly asOf: string;
  readonly rows: readonly RightArticles[];
}

/** The rights of a person by the law of each region: dated, so that a letter cites what is in force on its day. */
export const rightsArticles = defineFeed<RightsArticles>({
  id: "rights-articles",
  about: "Which articles of a region's law give a person the right to see, correct, erase or take along their data",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  files: {},
  parse: () => {
    throw new FormatError("rights-articles", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ rows }) => rows.length,
  embedded: embeddedRightsArticles,
});
