import { VaultError } from "../core/errors.ts";
import { openPlace } from "../vault/open-place.ts";
import type { Place } from "../vault/place.ts";
import type { PlaceAddress } from "../vault/place-address.ts";
import { type PlacePins, pinsInMemory } from "../vault/place-pins.ts";
import {
  type DeclaredRegion,
  declaredRegion,
  type PlaceRegion,
  regionWords,
  verifiedRegion,
} from "../vault/place-region.ts";
import { mustBeWithin, readResidency, withinResidency } from "../vault/residency.ts";
import { accessOf } from "./place-access.ts";
import { openPrivate } from "./private-store.ts";
import type { VaultDesk } from "./vault-desk.ts";
import type { KnownVault } from "./vault-known.ts";

export { type DeclaredRegion, regionWords };

/** How a place is reached, and what holds for it. */
export interface PlaceTerms {
  /** Refers to what the place wants to know, see `accessOf`; null for the environment. */
  readonly credentials: string | null;
  /** Keep no trace of it. */
  readonly unlisted: boolean;
  readonly rule: KnownVault["rule"];
}

/** A rule as a person writes it. @throws VaultError `refused` for what is none */
export function ruleOf(words: string, verifiedOnly = false): NonNullable<KnownVault["rule"]> {
  readResidency(words, verifiedOnly);
  return { words, verifiedOnly };
}

/** The place at an address; where there is a rule, nothing is written to it outside of that. @throws VaultError */
export async function placeAt(
  desk: VaultDesk,
  address: PlaceAddress,
  terms: PlaceTerms & { readonly region: PlaceRegion | null },
): Promise<Place> {
  const place = await bare(desk, address, terms);
  const { rule, region } = terms;
  if (rule === null) return place;
  const residency = readResidency(rule.words, rule.verifiedOnly);
  const known = region ?? saidByAddress(desk, address);
  if (known instanceof VaultError)
    return withinResidency(place, residency, () => {
      throw known;
    });
  const asked = await askedRegion(desk, address, place, known);
  return withinResidency(place, residency, () => asked);
}

/** The region that an address tells, or why nobody knows it: then nothing is written there. */
function saidByAddress(desk: VaultDesk, address: PlaceAddress): PlaceRegion | VaultError {
  try {
    return declaredRegion(address, {}, new Date(desk.now()));
  } catch (error) {
    if (error instanceof VaultError) return error;
    throw error;
  }
}

/**
 * In which region a place is: what the person says and its name tells, judged by the rule before anything is sent; then what the service itself
 * says, judged again.
 *
 * @throws VaultError `refused` outside of the rule, or where nobody says in which country it is
 */
export async function judgedRegion(
  desk: VaultDesk,
  address: PlaceAddress,
  terms: PlaceTerms,
  declared: DeclaredRegion,
): Promise<PlaceRegion> {
  const now = new Date(desk.now());
  const rule = terms.rule && readResidency(terms.rule.words);
  const said = declaredRegion(address, declared, now);
  if (rule) mustBeWithin(rule, said);
  const place = await bare(desk, address, terms);
  try {
    const verified = await verifiedRegion(address, place, said, now, { signal: desk.signal });
    if (terms.rule) mustBeWithin(readResidency(terms.rule.words, terms.rule.verifiedOnly), verified);
    return verified;
  } finally {
    await place.close();
  }
}

async function bare(desk: VaultDesk, address: PlaceAddress, { credentials, unlisted }: PlaceTerms): Promise<Place> {
  return await openPlace(address, {
    credentials: await accessOf(desk, credentials),
    pins: unlisted ? pinsInMemory() : privatePins(desk),
    notice: desk.notice,
  });
}

/** A place that says that it is elsewhere can be read still, so that what lies there can be fetched; nothing is written to it. */
async function askedRegion(
  desk: VaultDesk,
  address: PlaceAddress,
  place: Place,
  known: PlaceRegion,
): Promise<PlaceRegion> {
  try {
    return await verifiedRegion(address, place, known, new Date(desk.now()), { signal: desk.signal });
  } catch (error) {
    if (!(error instanceof VaultError && error.code === "refused")) throw error;
    desk.notice?.(error.message);
    return { ...known, country: "ZZ", verified: null };
  }
}

const pinsFile = "place-pins.json";

/** The keys that servers showed, in what Candor keeps privately: they tell where a person's data lies. */
export function privatePins(desk: VaultDesk): PlacePins {
  const read = async (): Promise<Map<string, string>> => {
    const text = await (await openPrivate(desk)).readText(pinsFile);
    if (text === undefined) return new Map();
    try {
      return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
    } catch {
      throw new VaultError("damaged", `The keys that servers showed before (${pinsFile}) cannot be read.`);
    }
  };
  return {
    known: async (name) => (await read()).get(name) ?? null,
    remember: async (name, pin) => {
      const pins = await read();
      if (pins.get(name) === pin) return;
      pins.set(name, pin);
      await (await openPrivate(desk)).write(pinsFile, `${JSON.stringify(Object.fromEntries(pins), null, 1)}\n`);
    },
  };
}
