import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedFindingArticles } from "./embedded/finding-articles.ts";

/** One kind of finding in traffic with the articles that a person may look at, and how much may be said. */
export interface FindingArticles {
  /** `tracker-before-consent`, `precise-location` … */
  readonly finding: string;
  /** What has to have been seen. */
  readonly when: string;
  /** Of the GDPR, whose numbers the UK GDPR shares; empty where none is touched. */
  readonly gdpr: readonly string[];
  /** Of Directive 2002/58/EC, or the national rule that carries it out. */
  readonly eprivacy: readonly string[];
  /** Whether the rule of the region on other countries is touched: its articles stand in `privacy-laws`. */
  readonly transfer: boolean;
  /** `strong`: the content was seen; `medium`: a contact was seen; `question`: to be asked, no breach; `none`: for information. */
  readonly strength: "strong" | "medium" | "question" | "none";
  /** How it has to be worded, and what it does not say. */
  readonly caution: string;
  /** First and last day of the articles, yyyy-mm-dd. */
  readonly inForceFrom: string;
  readonly until: string | null;
  readonly sources: readonly string[];
}

export interface FindingArticlesTable {
  /** What the rows were last brought up to, yyyy-mm-dd. */
  readonly asOf: string;
  readonly rows: readonly FindingArticles[];
}

/** What the law says of each kind of finding: no verdict, but where to look. No lawyer has reviewed it. */
export const findingArticles = defineFeed<FindingArticlesTable>({
  id: "finding-articles",
  about: "The articles of law that a finding in traffic touches, how much may be said, and by which guidance",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  files: {},
  parse: () => {
    throw new FormatError("finding-articles", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ rows }) => rows.length,
  embedded: embeddedFindingArticles,
});
