/** What lists write for a country that ISO 3166-1 calls otherwise. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["EL", "GR"],
  ["UK", "GB"],
]);

/** Codes that lists use and that are no country: Europe or Asia as a whole, nowhere, reserved, for one's own use. */
const noCountry: ReadonlySet<string> = new Set(["EU", "AP", "ZZ", "XX", "A1", "A2", "O1", "AA", "QM", "T1"]);

/** A country's code by ISO 3166-1 alpha-2, upper case; null for anything that is no country. */
export function countryCode(text: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(text)) return null;
  const upper = text.toUpperCase();
  return noCountry.has(upper) ? null : (otherWords.get(upper) ?? upper);
}
