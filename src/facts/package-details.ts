import { defineFact } from "../core/fact.ts";
import { parsePackageDump } from "../formats/dumpsys-package.ts";

export type { InstallSource, PackageDetails, PackageUserState, PermissionState } from "../formats/dumpsys-package.ts";

/** The dump that several facts share, with the room that it takes on a phone with 500 apps. */
export const packageDump = { run: ["dumpsys", "package"], maxBytes: 48 * 1024 * 1024 } as const;

/** Every package in detail: version, origin, permissions and state per user. */
export const packageDetails = defineFact({
  id: "package-details",
  about: "Packages in detail (version, origin, permissions and state per user)",
  read: () => [packageDump],
  parse: ([text = ""]) => parsePackageDump(text),
});
