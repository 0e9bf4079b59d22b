import { defineFact } from "../core/fact.ts";
import { type HibernatingApps, parseAppHibernation } from "../formats/app-hibernation-dump.ts";
import { apiLevel } from "./api-level.ts";

/** Apps that sleep until they are opened again; null before Android 12, where none does. */
export const appHibernation = defineFact({
  id: "app-hibernation",
  about: "Apps that the phone put to sleep because they were not used, per user",
  needs: { apiLevel },
  read: ({ apiLevel }) => (apiLevel < 31 ? [] : [["dumpsys", "app_hibernation"]]),
  parse: ([text = ""], { apiLevel }): readonly HibernatingApps[] | null =>
    apiLevel < 31 ? null : parseAppHibernation(text),
});
