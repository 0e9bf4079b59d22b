import type { LawRegion } from "../feeds/privacy-laws.ts";
import { type LawBooks, type Standing, standingOf } from "./law.ts";
import type { CountryLaw } from "./traffic-report.ts";

/** What the law of a region says of a country on a day, as it stands in reports. */
export function countryLaw(country: string, region: LawRegion, date: string, books: LawBooks): CountryLaw {
  const standing = standingOf(country, region, date, books);
  const { asOf } = standing;
  if (standing.kind === "unknown")
    return {
      country,
      standing: "unknown",
      decision: null,
      law: null,
      rule: null,
      source: null,
      asOf,
      why: standing.why,
    };
  const decision = standing.kind === "adequate" ? standing.decision : standing.kind === "none" ? standing.other : null;
  return {
    country,
    standing: kindOf(standing),
    decision,
    law: standing.law.law,
    rule: standing.law.transfer,
    source: decision?.source ?? standing.law.source,
    asOf,
    why: null,
  };
}

function kindOf(standing: Exclude<Standing, { kind: "unknown" }>): CountryLaw["standing"] {
  if (standing.kind !== "adequate") return standing.kind;
  return standing.decision.extent === "part" ? "adequate-in-part" : "adequate";
}
