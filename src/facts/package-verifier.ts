import { defineFact } from "../core/fact.ts";
import { parseRequiredVerifiers } from "../formats/dumpsys-package-parts.ts";
import { packageDump } from "./package-details.ts";

/** Which packages must approve every installation: on phones with Google Play it is the store, with Play Protect. */
export interface PackageVerifier {
  /** Empty where no package has to approve. */
  readonly required: readonly string[];
}

/** The package verifier that the phone requires. */
export const packageVerifier = defineFact({
  id: "package-verifier",
  about: "Which package must approve installations (Play Protect on phones with Google Play)",
  read: () => [packageDump],
  parse: ([text = ""]): PackageVerifier => ({ required: parseRequiredVerifiers(text) }),
});
