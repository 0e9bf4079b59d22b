import type { PreloadScore } from "../core/assessment.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { PackageDetails } from "../formats/dumpsys-package.ts";
import { type PreloadedPackage, preloadScore } from "../profiles/preload-score.ts";

/** The risk score of the pre-installed apps; or why there is none. */
export function scorePreload(snapshot: Snapshot): PreloadScore | { readonly reason: string } {
  const packages = snapshot.facts["package-details"];
  if (packages?.state !== "read") return { reason: "The packages could not be read in detail." };
  const level = snapshot.facts["api-level"];
  if (level?.state !== "read") return { reason: "The version of Android could not be read." };
  const all = packages.value as readonly PackageDetails[];
  const key = all.find(({ name }) => name === "android")?.signatureHashes ?? [];
  if (key.length === 0) return { reason: "The phone does not tell the digest of the system's own key." };
  const image = all.filter(({ flags }) => flags.includes("SYSTEM"));
  return preloadScore(Number(level.value), image.map(preloaded(key)));
}

const preloaded =
  (key: readonly string[]) =>
  ({ name, flags, signatureHashes, installPermissions, users }: PackageDetails): PreloadedPackage => ({
    name,
    platformSigned: signatureHashes.some((hash) => key.includes(hash)),
    hasCode: flags.includes("HAS_CODE"),
    granted: [
      ...installPermissions,
      ...users.flatMap(({ user, permissions }) => (user === 0 ? permissions : [])),
    ].flatMap(({ granted, name }) => (granted ? [name] : [])),
  });
