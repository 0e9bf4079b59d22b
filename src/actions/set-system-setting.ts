import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aText, aUser, orNull } from "../core/params.ts";
import { properties } from "../facts/properties.ts";
import { systemSettings } from "../facts/system-settings.ts";
import { ofUser, settingSteps } from "./setting-steps.ts";
import { settingWords } from "./setting-words.ts";

/** Sets a setting of one user in the system table, or takes it out. */
export default defineAction({
  id: "set-system-setting",
  title: "Change a system setting of one user",
  risk: "safe",
  params: { user: aUser, key: aText, value: orNull(aText) },
  needs: { systemSettings, properties },
  about: ({ user, key, value }) => settingWords("system", user, key, value),
  state: ({ user, key }, { systemSettings }) =>
    reported(ofUser(systemSettings, user), `settings of user ${user}`).settings[key] ?? null,
  plan: ({ user, key, value }, { systemSettings, properties }) => {
    const { settings } = reported(ofUser(systemSettings, user), `settings of user ${user}`);
    return settingSteps({ space: "system", user, key, from: settings[key] ?? null, to: value }, properties);
  },
  done: ({ user, key, value }, { systemSettings }) =>
    (reported(ofUser(systemSettings, user), `settings of user ${user}`).settings[key] ?? null) === value,
  examples: ({ systemSettings }) =>
    systemSettings.flatMap(({ user }) => (user === "current" ? [] : [{ user, key: "candor_example", value: "a b'c" }])),
});
