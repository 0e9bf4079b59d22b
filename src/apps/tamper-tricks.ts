import type { TamperNote } from "./app-tampering.ts";

/** Entries without which nobody sees what an app is. */
const vital = /^(?:AndroidManifest\.xml|resources\.arsc|classes\d*\.dex)$/;

/** Marks that no build tool leaves by accident, where they stand on a vital entry. */
const onVital: ReadonlySet<string> = new Set([
  "method-unknown",
  "method-lies",
  "encrypted-flag",
  "local-method-differs",
  "local-sizes-differ",
  "name-file-as-folder",
]);

/** Marks that no build tool leaves by accident, wherever they stand. */
const anywhere: ReadonlySet<string> = new Set([
  "name-imitates",
  "pair-repeated",
  "wrong-root-type",
  "several-string-pools",
]);

/**
 * Whether a mark is of a kind that serves to mislead: Android goes another way than most programs that look into apps. Known from the
 * packing called BadPack: Unit 42, "Beware of BadPack" (2024).
 */
export function isTrick({ kind, entry }: TamperNote): boolean {
  if (anywhere.has(kind)) return true;
  return entry !== null && vital.test(entry) && onVital.has(kind);
}
