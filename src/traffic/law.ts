import type { AdequacyDecision, AdequacyDecisions } from "../feeds/adequacy-decisions.ts";
import type { LawRegion, LawTerritory, PrivacyLaw, PrivacyLaws } from "../feeds/privacy-laws.ts";
import { countryCode } from "./country-code.ts";

/** The dated law, out of the feeds `privacy-laws` and `adequacy-decisions`. */
export interface LawBooks {
  readonly laws: PrivacyLaws;
  readonly decisions: AdequacyDecisions;
}

/**
 * How a country stands to the owner's region on a day. It is about countries alone: whether something is a transfer, and whether a recipient
 * is within the scope of a decision, is not in it.
 *
 * `inside`: the region's own law holds there · `adequate`: by this decision, within its scope · `allowed`: the law lets data go there, or
 * has no rule by country · `none`: no decision; safeguards or consent are needed · `unknown`: cannot be told, as `why` says.
 */
export type Standing =
  | { readonly kind: "inside"; readonly territory: LawTerritory; readonly law: PrivacyLaw; readonly asOf: string }
  | { readonly kind: "adequate"; readonly decision: AdequacyDecision; readonly law: PrivacyLaw; readonly asOf: string }
  | { readonly kind: "allowed"; readonly law: PrivacyLaw; readonly asOf: string }
  | {
      readonly kind: "none";
      readonly law: PrivacyLaw;
      /** A decision that ended before the day, or begins after it; null where there never was one. */
      readonly other: AdequacyDecision | null;
      readonly asOf: string;
    }
  | { readonly kind: "unknown"; readonly why: string; readonly asOf: string };

/**
 * Tells how a country stands to the law of a region on a day.
 *
 * @param country ISO 3166-1 alpha-2 in any case, `UK` and `EL` too; null where it is not known
 * @param date yyyy-mm-dd
 */
export function standingOf(country: string | null, region: LawRegion, date: string, books: LawBooks): Standing {
  const { laws, decisions } = books;
  const asOf = laws.asOf < decisions.asOf ? laws.asOf : decisions.asOf;
  const unknown = (why: string): Standing => ({ kind: "unknown", why, asOf });
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return unknown("the day is not known");
  const code = country === null ? null : countryCode(country);
  if (code === null) return unknown("the country is not known");
  const law = laws.laws.find((row) => row.region === region && holds(row.inForceFrom, row.until, date));
  if (!law) return unknown(`no rule for ${date} is known here`);
  const territory = territoryOf(code, region, date, laws);
  if (territory) return { kind: "inside", territory, law, asOf };
  const own = decisions.decisions.filter((row) => row.region === region && covers(row, code, date, laws));
  const decision = own.find((row) => holds(row.inForceFrom, row.until, date));
  if (decision) return { kind: "adequate", decision, law, asOf };
  if (law.countries === "allowed" || law.countries === "no-rule") return { kind: "allowed", law, asOf };
  return { kind: "none", law, other: own.at(-1) ?? null, asOf };
}

function territoryOf(country: string, region: LawRegion, date: string, laws: PrivacyLaws): LawTerritory | undefined {
  return laws.territories.find(
    (row) => row.region === region && row.country === country && holds(row.from, row.until, date),
  );
}

/** A decision for the EEA names no countries: they are those that it has on the day. */
function covers(row: AdequacyDecision, country: string, date: string, laws: PrivacyLaws): boolean {
  return row.country === country || (row.country === "EEA" && territoryOf(country, "EU", date, laws) !== undefined);
}

function holds(from: string, until: string | null, date: string): boolean {
  return from <= date && (until === null || date <= until);
}
