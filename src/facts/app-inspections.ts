import { FormatError } from "../core/errors.ts";
import { defineFact } from "../core/fact.ts";
import { parseAppInspections } from "../formats/app-inspections.ts";

export type {
  AppInspection,
  AppInspections,
  InspectedLibrary,
  InspectedSigner,
  InspectedTracker,
  InspectionVerdict,
} from "../formats/app-inspections.ts";

/**
 * Looking into many apps over a slow network takes hours; what is asked of the phone for it has limits of its own, and a phone that says
 * nothing is gone after seconds.
 */
const timeoutMs = 12 * 60 * 60 * 1000;
/** About 5 kB an app. */
const maxBytes = 48 * 1024 * 1024;

/** What Candor found in the files of the installed apps: signers, trackers, network rules, verdicts of engines with their lists. */
export const appInspections = defineFact({
  id: "app-inspections",
  about: "What is in the files of the installed apps",
  read: () => [{ run: ["candor", "apps"], timeoutMs, maxBytes, complete: /\}\s*$/ }],
  parse: ([text = ""]) => {
    const found = parseAppInspections(text);
    if (found.apps.length === 0) throw new FormatError("app-inspections", "there is no app in it");
    return found;
  },
});
