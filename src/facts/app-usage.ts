import { defineFact } from "../core/fact.ts";
import { parseUsageStats, type UserAppUse } from "../formats/usage-stats-dump.ts";

export type { UserAppUse } from "../formats/usage-stats-dump.ts";

/** When each app was last opened, per user, as far as the phone remembers. */
export const appUsage = defineFact({
  id: "app-usage",
  about: "When each app was last opened, per user",
  read: () => [{ run: ["dumpsys", "usagestats"], maxBytes: 24 * 1024 * 1024 }],
  parse: ([text = ""]): readonly UserAppUse[] => parseUsageStats(text),
});
