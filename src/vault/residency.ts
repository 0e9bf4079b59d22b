import { VaultError } from "../core/errors.ts";
import type { Place, PlaceCall } from "./place.ts";
import { type PlaceRegion, regionWords } from "./place-region.ts";

/** Where a vault may lie. */
export interface ResidencyRule {
  /** As it was written: “EU/EEA”, “DE, FR”. */
  readonly words: string;
  /** ISO 3166-1 alpha-2, and "EU" where the whole Union is allowed. */
  readonly countries: readonly string[];
  /** Whether a region that is only declared is not enough. */
  readonly verifiedOnly: boolean;
}

/** Member states of the European Union, and of the European Economic Area besides. */
const union = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
const area = ["IS", "LI", "NO"];

/**
 * Reads a rule: countries by their two letters, `EU`, `EEA`, `EU/EEA`, separated by commas, spaces or slashes.
 *
 * @throws VaultError `refused`
 */
export function readResidency(text: string, verifiedOnly = false): ResidencyRule {
  const words = text
    .trim()
    .toUpperCase()
    .split(/[\s,/+]+/)
    .filter((word) => word !== "");
  const countries = words.flatMap((word) =>
    word === "EU" ? [...union, "EU"] : word === "EEA" ? [...union, ...area, "EU"] : [word],
  );
  if (words.length === 0 || countries.some((country) => !/^[A-Z]{2}$/.test(country)))
    throw new VaultError(
      "refused",
      `“${text}” is no rule of residency.`,
      "Write EU/EEA, or countries by their two letters: DE, FR, CH.",
    );
  return { words: text.trim(), countries: [...new Set(countries)], verifiedOnly };
}

/** Why the rule keeps the vault from a place; null where it does not. This computer's own disks are within every rule. */
export function outsideOf(rule: ResidencyRule, region: PlaceRegion): string | null {
  if (region.country === null) return null;
  if (!rule.countries.includes(region.country))
    return `The vault may only lie in ${rule.words}, and this place is in ${regionWords(region)}.`;
  if (rule.verifiedOnly && region.verified === null)
    return `The vault may only lie where the region is verified, and this one is ${regionWords(region)}.`;
  return null;
}

/**
 * The place, with every writing judged by the rule before it begins: nothing can be stored outside, whoever asks. Reading and deleting stay
 * possible, so that what lies in the wrong place can be fetched and removed.
 *
 * @param region asked anew each time, since a place can be found elsewhere meanwhile.
 */
export function withinResidency(place: Place, rule: ResidencyRule, region: () => PlaceRegion): Place {
  return {
    name: place.name,
    kind: place.kind,
    list: (kind, call) => place.list(kind, call),
    get: (kind, name, call) => place.get(kind, name, call),
    async put(kind, name, bytes, call) {
      mustBeWithin(rule, region());
      await place.put(kind, name, bytes, call);
    },
    get staging() {
      return outsideOf(rule, region()) === null ? place.staging : undefined;
    },
    delete: (kind, name, call) => place.delete(kind, name, call),
    stat: (kind, name, call) => place.stat(kind, name, call),
    ...(place.sweep && { sweep: (call?: PlaceCall) => place.sweep?.(call) ?? Promise.resolve(0) }),
    close: () => place.close(),
  };
}

/** @throws VaultError `refused` */
export function mustBeWithin(rule: ResidencyRule, region: PlaceRegion): void {
  const reason = outsideOf(rule, region);
  if (reason !== null)
    throw new VaultError(
      "refused",
      `${reason} Nothing was sent.`,
      "Choose another place, or change the rule if you mean it.",
    );
}
