import { defineFact } from "../core/fact.ts";
import { packageDetails } from "./package-details.ts";

/** The Google Play system update. */
export interface PlaySystemUpdate {
  /** The package that carries its date; null when the phone has none. */
  readonly package: string | null;
  readonly version: string | null;
  /** yyyy-mm-dd, where the version names a day. */
  readonly date: string | null;
}

const carrier = "com.google.android.modulemetadata";

/** The Google Play system update: parts of Android that are renewed through the Play Store (Android 10 and newer). */
export const playSystemUpdate = defineFact({
  id: "play-system-update",
  about: "The Google Play system update",
  needs: { packageDetails },
  read: () => [],
  parse: (_, { packageDetails }): PlaySystemUpdate => {
    const found = packageDetails.find((details) => details.name === carrier);
    const version = found?.versionName ?? null;
    return { package: found ? carrier : null, version, date: /^\d{4}-\d{2}-\d{2}/.exec(version ?? "")?.[0] ?? null };
  },
});
