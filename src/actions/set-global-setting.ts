import { defineAction } from "../core/action.ts";
import { aText, orNull } from "../core/params.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { properties } from "../facts/properties.ts";
import { settingSteps } from "./setting-steps.ts";
import { settingWords } from "./setting-words.ts";

/** Sets a setting of the whole phone, or takes it out. */
export default defineAction({
  id: "set-global-setting",
  title: "Change a setting of the whole phone",
  risk: "safe",
  params: { key: aText, value: orNull(aText) },
  needs: { globalSettings, properties },
  about: ({ key, value }) => settingWords("global", null, key, value),
  state: ({ key }, { globalSettings }) => globalSettings[key] ?? null,
  plan: ({ key, value }, { globalSettings, properties }) =>
    settingSteps({ space: "global", user: null, key, from: globalSettings[key] ?? null, to: value }, properties),
  done: ({ key, value }, { globalSettings }) => (globalSettings[key] ?? null) === value,
  examples: () => [
    { key: "candor_example", value: "1" },
    { key: "adb_enabled", value: null },
  ],
});
