import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedAdequacyDecisions } from "./embedded/adequacy-decisions.ts";
import type { LawRegion } from "./privacy-laws.ts";

/** One country as one region's law sees it: personal data may go there without further safeguards, within the scope. */
export interface AdequacyDecision {
  /** Whose decision it is. */
  readonly region: LawRegion;
  /** Where data may go, ISO 3166-1 alpha-2; `EEA` for all its members. */
  readonly country: string;
  /** Number, as the official journal prints it. */
  readonly decision: string;
  /** First and last day, yyyy-mm-dd; null while no end is set. */
  readonly inForceFrom: string;
  readonly until: string | null;
  /** Whom and what it covers, in words. */
  readonly scope: string;
  /** `part`: whether a recipient is covered cannot be told from its country. */
  readonly extent: "whole" | "part";
  /** What a person has to look up before relying on it; null where nothing. */
  readonly condition: string | null;
  readonly source: string;
  /** False where number or date were not compared with a published source. */
  readonly confirmed: boolean;
}

export interface AdequacyDecisions {
  /** What the rows were last brought up to, yyyy-mm-dd. */
  readonly asOf: string;
  readonly decisions: readonly AdequacyDecision[];
}

/** Decisions that a country's protection of personal data is enough; those that ended stay, so that an old record is judged by its day. */
export const adequacyDecisions = defineFeed<AdequacyDecisions>({
  id: "adequacy-decisions",
  about:
    "Countries to which personal data may go by a decision of the European Union or another region, with scope and dates",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  files: {},
  parse: () => {
    throw new FormatError("adequacy-decisions", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ decisions }) => decisions.length,
  embedded: embeddedAdequacyDecisions,
});
