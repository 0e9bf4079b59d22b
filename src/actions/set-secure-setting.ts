import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aText, aUser, orNull } from "../core/params.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { ofUser, settingSteps } from "./setting-steps.ts";
import { settingWords } from "./setting-words.ts";

/** Sets a setting of one user in the secure table, or takes it out. */
export default defineAction({
  id: "set-secure-setting",
  title: "Change a secure setting of one user",
  risk: "safe",
  params: { user: aUser, key: aText, value: orNull(aText) },
  needs: { secureSettings, properties },
  about: ({ user, key, value }) => settingWords("secure", user, key, value),
  state: ({ user, key }, { secureSettings }) =>
    reported(ofUser(secureSettings, user), `settings of user ${user}`).settings[key] ?? null,
  plan: ({ user, key, value }, { secureSettings, properties }) => {
    const { settings } = reported(ofUser(secureSettings, user), `settings of user ${user}`);
    return settingSteps({ space: "secure", user, key, from: settings[key] ?? null, to: value }, properties);
  },
  done: ({ user, key, value }, { secureSettings }) =>
    (reported(ofUser(secureSettings, user), `settings of user ${user}`).settings[key] ?? null) === value,
  examples: ({ secureSettings }) =>
    secureSettings.flatMap(({ user }) =>
      user === "current"
        ? []
        : [
            { user, key: "candor_example", value: "1" },
            { user, key: "lock_screen_allow_private_notifications", value: null },
          ],
    ),
});
