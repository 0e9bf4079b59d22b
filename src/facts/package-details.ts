import { defineFact } from "../core/fact.ts";
import { parsePackageDump } from "../formats/dumpsys-package.ts";

export type { InstallSource, PackageDetails, PackageUserState, PermissionState } from "../formats/dumpsys-package.ts";

/** Every package in detail: version, origin, permissions and state per user. */
export const packageDetails = defineFact({
  id: "package-details",
  about: "Packages in detail (version, origin, permissions and state per user)",
  read: () => [["dumpsys", "package"]],
  parse: ([text = ""]) => parsePackageDump(text),
});
