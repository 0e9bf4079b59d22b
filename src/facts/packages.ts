import { defineFact } from "../core/fact.ts";
import { FormatError } from "../core/errors.ts";

/** One installed package, as far as every source can tell it. */
export interface InstalledPackage {
  readonly name: string;
  /** Path of the base APK or its folder; null where the source does not print it. */
  readonly path: string | null;
  /** Part of the system image, or an update of such a package. */
  readonly system: boolean | null;
  /** A system package whose newer version lies on /data. */
  readonly updated: boolean | null;
  /** The app's id: the uid of user 0; in user N the uid is N × 100000 + appId. null where not printed. */
  readonly appId: number | null;
}

/** Packages that are installed for at least one user (or for user 0, where the source lists only that one). */
export const packages = defineFact({
  id: "packages",
  about: "Installed packages",
  read: () => [["dumpsys", "package"]],
  parse: (): readonly InstalledPackage[] => {
    throw new FormatError("dumpsys package", "to be read");
  },
});
