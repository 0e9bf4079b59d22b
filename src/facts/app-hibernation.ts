import { defineFact } from "../core/fact.ts";
import { type HibernatingApps, parseAppHibernation } from "../formats/app-hibernation-dump.ts";

/** Apps that sleep until they are opened again (Android 12 and later). */
export const appHibernation = defineFact({
  id: "app-hibernation",
  about: "Apps that the phone put to sleep because they were not used, per user",
  read: () => [["dumpsys", "app_hibernation"]],
  parse: ([text = ""]): readonly HibernatingApps[] => parseAppHibernation(text),
});
