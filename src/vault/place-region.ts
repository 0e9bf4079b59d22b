import { VaultError } from "../core/errors.ts";
import type { Place, PlaceCall } from "./place.ts";
import { isLoopback, type PlaceAddress } from "./place-address.ts";
import type { ServerTrust } from "./place-tls.ts";
import { endpointRegion, regionCountry, type StorageService } from "./storage-regions.ts";

/** Where a place is, and how that is known; goes into the evidence as it is. */
export interface PlaceRegion {
  /** ISO 3166-1 alpha-2, or "EU" where the operator promises the Union and no country; null for this computer's own disks. */
  readonly country: string | null;
  readonly operator: string;
  /** Whose word it is: the user, or the operator by the name of the endpoint. */
  readonly declaredBy: "user" | "endpoint" | "this computer";
  /** How it was verified, a sentence; null where it is declared and not verified. */
  readonly verified: string | null;
  /** When, ISO 8601. */
  readonly at: string;
}

/** What the user says of a place. */
export interface DeclaredRegion {
  readonly country?: string | undefined;
  readonly operator?: string | undefined;
}

/**
 * What is known of a place's region before anything is asked of it.
 *
 * @throws VaultError `refused` where nobody says in which country it is, or the user and the endpoint's name say different things.
 */
export function declaredRegion(address: PlaceAddress, declared: DeclaredRegion, now: Date): PlaceRegion {
  const at = now.toISOString();
  const said = declared.country?.trim().toUpperCase();
  if (said !== undefined && !/^[A-Z]{2}$/.test(said))
    throw new VaultError("refused", `“${declared.country}” is no country.`, "Give its two letters: DE, FR, CH.");
  if (address.kind === "folder" && said === undefined)
    return {
      country: null,
      operator: declared.operator ?? "yourself",
      declaredBy: "this computer",
      verified: null,
      at,
    };
  const known = address.kind === "s3" ? endpointRegion(address.endpoint.hostname) : null;
  const named = known?.region == null ? null : regionCountry(known.service, known.region);
  if (said !== undefined && named !== null && said !== named && named !== "EU")
    throw new VaultError(
      "refused",
      `You say that this place is in ${said}; its operator, ${known?.service.operator}, says that ${known?.region} is in ${named}.`,
      "Name the country of the endpoint, or the endpoint of the country.",
    );
  const country = said ?? named;
  if (country === null)
    throw new VaultError(
      "refused",
      "Nobody said in which country this place is.",
      "Say it with the country’s two letters. Whoever runs the place knows.",
    );
  const operator =
    declared.operator ?? known?.service.operator ?? (onThisComputer(address) ? "yourself" : "someone not named");
  return { country, operator, declaredBy: said === undefined ? "endpoint" : "user", verified: null, at };
}

/**
 * Asks the place itself. Only S3 can answer: where the service is a known one, reached over TLS under its own name, and names a region for
 * the bucket, the region is verified. Everything else stays declared.
 *
 * @throws VaultError `refused` where the service names a region of another country.
 */
export async function verifiedRegion(
  address: PlaceAddress,
  place: Place,
  declared: PlaceRegion,
  now: Date,
  access: PlaceCall & Pick<ServerTrust, "trust" | "authorities"> = {},
): Promise<PlaceRegion> {
  if (address.kind !== "s3" || !knowsRegion(place)) return declared;
  const named = await place.bucketRegion(access);
  const host = address.endpoint.hostname;
  const known = endpointRegion(host);
  // A key that the user named proves whose server it is to the user, and not to others.
  const vouched =
    address.endpoint.protocol === "https:" && access.trust === undefined && access.authorities === undefined;
  if (known === null || !vouched) return declared;
  const country = countryOf(known.service, named, known.region);
  if (country === null) return declared;
  if (declared.country !== country && country !== "EU")
    throw new VaultError(
      "refused",
      `${known.service.operator} says that the bucket is in ${named}, which is in ${country}; declared was ${declared.country ?? "nothing"}.`,
      "Nothing was stored. Make a bucket in the region that you want, or declare where this one is.",
    );
  const verified = `${host}, reached over TLS, named ${named} as the region of the bucket; ${known.service.operator} says that this is in ${country} (${known.service.source}).`;
  return { ...declared, operator: known.service.operator, verified, at: now.toISOString() };
}

/** One line for people: where, whose, and how it is known. */
export function regionWords(region: PlaceRegion): string {
  if (region.country === null) return "on this computer";
  const how = region.verified === null ? "declared, not verified" : `verified on ${region.at.slice(0, 10)}`;
  return `${region.country}, operated by ${region.operator} (${how})`;
}

interface KnowsRegion {
  bucketRegion(call?: PlaceCall): Promise<string>;
}

function knowsRegion(place: Place): place is Place & KnowsRegion {
  return "bucketRegion" in place && typeof place.bucketRegion === "function";
}

/** Some services name something coarser than a region for a bucket; then the endpoint's name says more. */
function countryOf(service: StorageService, bucket: string, endpoint: string | null): string | null {
  return regionCountry(service, bucket) ?? (endpoint === null ? null : regionCountry(service, endpoint));
}

function onThisComputer(address: PlaceAddress): boolean {
  if (address.kind === "folder") return true;
  return isLoopback(
    address.kind === "sftp" ? address.host : address.kind === "s3" ? address.endpoint.hostname : address.base.hostname,
  );
}
