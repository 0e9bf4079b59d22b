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

/** Where a place is, and how that is known. */
export function regionWhole(region: Region): string {
  const where = regionSaid(region);
  return region === null ? where : t("place.whereHow", { where, how: regionHow(region) });
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

interface Named {
  readonly kind: string;
  readonly name: string;
}

/** Endings of what a browser may draw or play; whether it does, the content tells. Of HEIC it draws the JPEG that may be in it. */
const drawn = new Set(["JPG", "JPEG", "PNG", "GIF", "WEBP", "BMP", "AVIF", "HEIC", "HEIF"]);
const played = new Set(["MP4", "M4V", "MOV", "3GP", "WEBM"]);

export const mayBePicture = ({ kind, name }: Named): boolean => kind === "file" && drawn.has(endingOf(name));
export const mayBeFilm = ({ kind, name }: Named): boolean => kind === "file" && played.has(endingOf(name));
export const mayBeSeen = (file: Named): boolean => mayBePicture(file) || mayBeFilm(file);
/** Photos of which only a preview can be drawn. */
export const isHeicName = ({ name }: Pick<Named, "name">): boolean => /^HEI[CF]$/.test(endingOf(name));

/** Seconds as players show them: 0:07, 12:34, 1:02:03. */
export function clockSaid(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
