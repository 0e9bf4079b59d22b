import { FormatError } from "../core/errors.ts";
import type { PersonalKind } from "./personal-hit.ts";

/** Kinds of values that an owner can name, and what class of personal data and which property each is. */
export const knownKinds = {
  advertisingId: ["advertisingId", "gaid"],
  oaid: ["advertisingId", "oaid"],
  androidId: ["developerScopedId", "androidId"],
  imei: ["deviceId", "imei"],
  meid: ["deviceId", "meid"],
  imsi: ["deviceId", "imsi"],
  serial: ["deviceId", "serial"],
  mac: ["deviceId", "mac"],
  installationId: ["installationId", "installationId"],
  account: ["userId", "account"],
  pushToken: ["pushToken", "pushToken"],
  phoneNumber: ["phoneNumber", "phoneNumber"],
  email: ["emailAddress", "emailAddress"],
  contact: ["contact", "contact"],
  ssid: ["network", "ssid"],
  bssid: ["network", "bssid"],
} as const satisfies Readonly<Record<string, readonly [PersonalKind, string]>>;
export type KnownKind = keyof typeof knownKinds;

/** A place where the owner is or was, in degrees. */
export interface KnownPlace {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is the owner's: given by hand, or read from the phone. Everything in it is secret. */
export interface KnownValues {
  readonly values: readonly { readonly kind: KnownKind; readonly value: string }[];
  readonly places: readonly KnownPlace[];
  /** Package names of the installed apps. */
  readonly packages: readonly string[];
}

/** Nothing is known: only names and forms, and what adapters know, can be found. */
export const nothingKnown: KnownValues = { values: [], places: [], packages: [] };

/** More than anyone has; an address book has its own limit in the search. */
const most = 20_000;

/**
 * Reads a file of known values: JSON with the names of `knownKinds`, each a text or a list of texts, `location` (a pair or a list of pairs
 * `{"latitude": 54.6872, "longitude": 25.2797}`) and `packages`.
 *
 * @throws FormatError for any other layout and for names that are not known, so that a misspelt name is not a value never looked for.
 */
export function readKnownValues(text: string): KnownValues {
  const root = jsonObject(text);
  const values: { kind: KnownKind; value: string }[] = [];
  const places: KnownPlace[] = [];
  const packages: string[] = [];
  for (const [name, given] of Object.entries(root)) {
    const items: readonly unknown[] = Array.isArray(given) ? given : [given];
    if (items.length > most) throw new FormatError("known values", `${name} has more than ${most} values`);
    if (name === "location") places.push(...items.map(place));
    else if (name === "packages") packages.push(...items.map((item) => textOf(name, item)));
    else if (Object.hasOwn(knownKinds, name))
      values.push(...items.map((item) => ({ kind: name as KnownKind, value: textOf(name, item) })));
    else
      throw new FormatError(
        "known values",
        `"${name.slice(0, 40)}" is no kind that is known; known are ${[...Object.keys(knownKinds), "location", "packages"].join(", ")}`,
      );
  }
  return { values, places, packages };
}

function jsonObject(text: string): object {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new FormatError("known values", "this is not JSON");
  }
  if (typeof root !== "object" || root === null || Array.isArray(root))
    throw new FormatError("known values", 'an object is expected, such as {"imei": "860000000000008"}');
  return root;
}

function textOf(name: string, item: unknown): string {
  if (typeof item === "number" && Number.isSafeInteger(item)) return String(item);
  if (typeof item !== "string" || item.trim() === "" || item.length > 1024)
    throw new FormatError("known values", `${name} has to be a text of at most 1,024 characters`);
  return item.trim();
}

function place(item: unknown): KnownPlace {
  const { latitude, longitude } = (typeof item === "object" && item !== null ? item : {}) as Partial<KnownPlace>;
  const within = (value: unknown, limit: number) => typeof value === "number" && Math.abs(value) <= limit;
  if (!within(latitude, 90) || !within(longitude, 180))
    throw new FormatError("known values", 'location has to be {"latitude": 54.6872, "longitude": 25.2797}, in degrees');
  return { latitude: latitude as number, longitude: longitude as number };
}
