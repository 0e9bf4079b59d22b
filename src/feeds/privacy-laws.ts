import { FormatError } from "../core/errors.ts";
import { defineFeed } from "../core/feed.ts";
import { embeddedPrivacyLaws } from "./embedded/privacy-laws.ts";

/** Regions that an owner may call their own, by name for people. `EU` is the whole EEA. */
export const lawRegions = {
  EU: "European Union and EEA",
  GB: "United Kingdom",
  CH: "Switzerland",
  IN: "India",
  ID: "Indonesia",
  BR: "Brazil",
  CN: "China",
  TR: "Türkiye",
  "US-CA": "California",
  RU: "Russia",
  VN: "Vietnam",
} as const;

/** One region, out of a closed set. */
export type LawRegion = keyof typeof lawRegions;

/** A country or territory in which a region's law holds as its own. */
export interface LawTerritory {
  readonly region: LawRegion;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `EU`, `EEA` for members of that alone, `territory` for parts of a member with a code of their own, `state`. */
  readonly as: "EU" | "EEA" | "territory" | "state";
  /** The member that a territory belongs to; null for others. */
  readonly of: string | null;
  /** First and last day of the law there, yyyy-mm-dd. */
  readonly from: string;
  readonly until: string | null;
}

/** What a region's law says of data that goes to other countries, and of the owner's rights. */
export interface PrivacyLaw {
  readonly region: LawRegion;
  /** Name of the law, short. */
  readonly law: string;
  readonly inForceFrom: string;
  readonly until: string | null;
  /**
   * `decisions`: only to countries with a decision, or with safeguards; `safeguards`: no such list, safeguards or consent each time;
   * `allowed`: anywhere that is not forbidden; `no-rule`: the law asks nothing by country.
   */
  readonly countries: "decisions" | "safeguards" | "allowed" | "no-rule";
  /** The rule in words, with its articles. */
  readonly transfer: string;
  /** Articles of the rule, short. */
  readonly articles: readonly string[];
  /** The rule that asks for consent before an app reads from the phone; null where there is none of its own. */
  readonly deviceAccess: string | null;
  /** Days, hours or months within which a request of the owner is answered; null where the law sets none. */
  readonly reply: { readonly amount: number; readonly unit: "hours" | "days" | "months"; readonly rule: string } | null;
  /** Who watches over it; null where there is no one authority. */
  readonly authority: string | null;
  readonly source: string;
  /** False where a row rests on general knowledge. */
  readonly confirmed: boolean;
}

export interface PrivacyLaws {
  /** What the rows were last brought up to, yyyy-mm-dd. */
  readonly asOf: string;
  readonly laws: readonly PrivacyLaw[];
  readonly territories: readonly LawTerritory[];
}

/** The laws of the regions that an owner may call their own: dated, so that a record is judged by the law of its day. */
export const privacyLaws = defineFeed<PrivacyLaws>({
  id: "privacy-laws",
  about:
    "What the law of a region says of personal data that goes to other countries, and within which time a request is answered",
  publisher: "Candor",
  licence: "Apache-2.0",
  homepage: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  files: {},
  parse: () => {
    throw new FormatError("privacy-laws", "this list comes with Candor and is not published elsewhere");
  },
  count: ({ laws, territories }) => laws.length + territories.length,
  embedded: embeddedPrivacyLaws,
});
