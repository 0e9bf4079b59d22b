import { type IpRangeTable, lookUpIp } from "../formats/ip-range-table.ts";
import { type IpNumber, readIpAddress } from "../formats/read-ip-address.ts";
import { countryCode } from "./country-code.ts";
import { networkNamed, type ServerNetwork } from "./server-networks.ts";
import { type SpecialAddress, specialAddress } from "./special-address.ts";

/** A list of places that is asked by address. */
export interface PlaceList {
  /** For people: `DB-IP Lite`. */
  readonly name: string;
  /** yyyy-mm-dd of the data. */
  readonly date: string;
  /** Country by the list's own code; null where it has none. */
  readonly country: (address: IpNumber, text: string) => string | null;
}

/** What `placeOf` asks. */
export interface PlaceTables {
  /** The list that comes with Candor, and those of the owner's own, whose word comes first; may be empty. */
  readonly places: readonly PlaceList[];
  /** Networks of clouds and of what delivers from many places; null where it could not be loaded: then no place is told. */
  readonly networks: IpRangeTable | null;
}

/** Why there is a place or none. */
export type PlaceReason =
  | "listed" // one list, or several that agree, have it
  | "disputed" // lists name different countries
  | "anycast" // the same address answers from many places
  | "known-wrong" // lists are known to be wrong for this network
  | "special" // an address of no public server: private, this computer, documentation …
  | "unlisted" // no list has it
  | "no-networks" // without the list of networks, one that answers from many places would be missed
  | "no-lists" // there was no list to ask
  | "no-address"; // the text is no address

/** Where a server stands, as far as published lists tell: one fact; whose law the operator is under is another. */
export interface ServerPlace {
  /** ISO 3166-1 alpha-2; null wherever the place must not be stated. */
  readonly country: string | null;
  /** `agreed`: two lists or more; `listed`: one list; `none`: no place is told. Lists of this kind are wrong in about 1 case of 20. */
  readonly certainty: "agreed" | "listed" | "none";
  /** The lists that were asked, with their dates and words. */
  readonly said: readonly { readonly source: string; readonly date: string; readonly country: string | null }[];
  /** Whose network it is; null where the list does not have it. */
  readonly hostedBy: ServerNetwork | null;
  readonly special: SpecialAddress | null;
  readonly reason: PlaceReason;
  /** The reason as a sentence. */
  readonly why: string;
}

/** Tells where the server of an address stands. Any text gets an answer. */
export function placeOf(text: string, tables: PlaceTables): ServerPlace {
  const address = readIpAddress(text);
  if (!address) return nowhere("no-address", "This is not an address of a server.");
  const special = specialAddress(address);
  if (special) return { ...nowhere("special", `This address belongs to ${special.about}.`), special };
  const name = tables.networks ? lookUpIp(tables.networks, address) : null;
  const hostedBy = name === null ? null : networkNamed(name);
  const said = tables.places.map((list) => {
    const country = list.country(address, text);
    return { source: list.name, date: list.date, country: country === null ? null : countryCode(country) };
  });
  const unplaced = (reason: PlaceReason, why: string) => ({ ...nowhere(reason, why), said, hostedBy });
  if (hostedBy && hostedBy.place !== "one")
    return hostedBy.place === "anycast"
      ? unplaced("anycast", `${hostedBy.name} answers at this address from many places; where it did cannot be told.`)
      : unplaced("known-wrong", `Lists of places are known to be wrong for the network of ${hostedBy.name}.`);
  if (!tables.networks)
    return unplaced("no-networks", "The list of networks that answer from many places is not there.");
  if (said.length === 0) return unplaced("no-lists", "There is no list of places to ask.");
  const named = [...new Set(said.flatMap(({ country }) => country ?? []))];
  const [country, ...others] = named;
  if (country === undefined) return unplaced("unlisted", "No list has a country for this address.");
  if (others.length > 0) return unplaced("disputed", `Lists name different countries: ${named.join(", ")}.`);
  const agreeing = said.filter((one) => one.country !== null);
  const why = `As listed by ${agreeing.map(({ source, date }) => `${source} (${date})`).join(" and ")}.`;
  const certainty = agreeing.length > 1 ? "agreed" : "listed";
  return { country, certainty, said, hostedBy, special: null, reason: "listed", why };
}

/** The list of places that comes with Candor, ready to be asked. */
export function placeList(table: IpRangeTable): PlaceList {
  return { name: table.head.name, date: table.head.date, country: (address) => lookUpIp(table, address) };
}

function nowhere(reason: PlaceReason, why: string): ServerPlace {
  return { country: null, certainty: "none", said: [], hostedBy: null, special: null, reason, why };
}
