import { defineFact } from "../core/fact.ts";
import { parseSettingsList } from "../formats/settings-list.ts";

/** Settings of the whole phone (namespace `global`), by name. */
export const globalSettings = defineFact({
  id: "global-settings",
  about: "Settings of the whole phone",
  read: () => [["settings", "list", "global"]],
  parse: ([text = ""]) => parseSettingsList(text),
});
