import type { FindingArticles, FindingArticlesTable } from "../feeds/finding-articles.ts";
import type { LawRegion, PrivacyLaws } from "../feeds/privacy-laws.ts";

/** The row of a kind of finding that holds on a day; null where none does. */
export function articleRow(finding: string, date: string, table: FindingArticlesTable): FindingArticles | null {
  return (
    table.rows.find(
      (row) => row.finding === finding && row.inForceFrom <= date && (row.until === null || date <= row.until),
    ) ?? null
  );
}

/**
 * The articles to look at for a kind of finding, each with the name of its law. Regions without a law of the GDPR's numbers have those of
 * their rule on other countries alone: what else they say of it is not known here.
 *
 * @param date yyyy-mm-dd
 */
export function articlesOf(
  finding: string,
  region: LawRegion,
  date: string,
  { articles, laws }: { readonly articles: FindingArticlesTable; readonly laws: PrivacyLaws },
): readonly string[] {
  const row = articleRow(finding, date, articles);
  const law = laws.laws.find(
    (one) => one.region === region && one.inForceFrom <= date && (one.until === null || date <= one.until),
  );
  if (!row || !law) return [];
  const named = (name: string) => (article: string) => `${name} Art. ${article}`;
  if (region === "EU") return [...row.gdpr.map(named("GDPR")), ...row.eprivacy.map(named("Directive 2002/58/EC"))];
  if (region === "GB") {
    // By its own numbers where the rule on other countries was changed.
    const shared = row.gdpr.map((article) => (article === "45" ? "45A" : article)).map(named("UK GDPR"));
    return [...shared, ...(row.eprivacy.length > 0 ? ["PECR reg. 6"] : [])];
  }
  return row.transfer ? law.articles.map((article) => `${law.law}: ${article}`) : [];
}
