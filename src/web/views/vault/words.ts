import type { VaultCard } from "../../../centre/vault-cards.ts";
import { countryName, formatBytes, formatDay, t } from "../../i18n.ts";

export type Region = VaultCard["region"];

/** Where a place is, in words. */
export function regionSaid(region: Region): string {
  if (region === null) return t("vault.unknownPlace");
  if (region.country === null) return t("vault.here");
  const country = countryName(region.country);
  if (region.operator === "yourself") return t("vault.inCountryOwn", { country });
  if (region.operator === "someone not named") return t("vault.inCountryUnnamed", { country });
  return t("vault.inCountry", { country, operator: region.operator });
}

/** How that is known. */
export function regionHow(region: NonNullable<Region>): string {
  if (region.country === null) return t("vault.declaredBy.computer");
  if (region.verified !== null) return t("vault.verifiedOn", { day: formatDay(Date.parse(region.at)) });
  return t(region.declaredBy === "endpoint" ? "vault.declaredBy.endpoint" : "vault.declaredBy.user");
}

/** Seconds in the unit that fits. */
export function timeSaid(seconds: number): string {
  if (seconds < 100) return t("vault.seconds", { count: Math.max(1, Math.round(seconds)) });
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? t("vault.minutes", { count: minutes }) : t("vault.hours", { count: Math.round(minutes / 60) });
}

/** Bytes, or a dash where nobody knows. */
export const sizeSaid = (bytes: number | null): string => (bytes === null ? "–" : formatBytes(bytes));

/** What stands behind the last dot of a name, as a sign for its kind. */
export function endingOf(name: string): string {
  const [, ending = ""] = /\.([\p{L}\p{N}]{1,5})$/u.exec(name) ?? [];
  return ending.toUpperCase();
}

/** Endings of what a browser may draw; whether it is one, its content tells. */
const drawn = new Set(["JPG", "JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF"]);
export const mayBePicture = (file: { readonly kind: string; readonly name: string }): boolean =>
  file.kind === "file" && drawn.has(endingOf(file.name));
