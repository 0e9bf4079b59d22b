import type { PreloadScore } from "../core/assessment.ts";
import type { Snapshot } from "../core/snapshot.ts";

/** The risk score of the pre-installed apps; or why there is none. */
export function scorePreload(_snapshot: Snapshot): PreloadScore | { readonly reason: string } {
  return { reason: "This version of Candor does not compute it." };
}
