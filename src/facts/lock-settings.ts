import { defineFact } from "../core/fact.ts";
import { type LockSettings, parseLockSettings } from "../formats/lock-settings.ts";

export type { LockSettings } from "../formats/lock-settings.ts";

/** How each user's lock screen is secured: whether there is a PIN, pattern or password, and which of them. */
export const lockSettings = defineFact({
  id: "lock-settings",
  about: "How the lock screen is secured, per user",
  read: () => [["dumpsys", "lock_settings"]],
  parse: ([text = ""]): readonly LockSettings[] => parseLockSettings(text),
});
