import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { settingValue } from "./wording/setting-value.ts";
import { type UserSwitch, userSwitch } from "./wording/user-switch.ts";
import { hyperOs, notXiaomi, stockAndroid, xiaomiSources, xiaomiSwitches } from "./wording/xiaomi.ts";

const key = "upload_debug_log_pref";
const asked: Omit<UserSwitch, "unset"> = {
  key,
  bad: "on",
  switch: "diagnostic-data",
  screen: "privacy",
  steps: ["Open Settings and search for “Send usage and diagnostic data” and switch it off."],
};

/** Xiaomi's upload of diagnostic data. */
export default defineCheck({
  id: "miui-diagnostic-data",
  category: "collection",
  severity: "medium",
  question: "Does Xiaomi's system send diagnostic data?",
  title: { pass: "Diagnostic data is not sent", fail: "Diagnostic data is sent" },
  why: "Logs of crashes and use tell which apps run and what went wrong in them, together with numbers that name the phone.",
  advice: "Switch it off; switch it on for the time in which you want an error looked at.",
  references: [xiaomiSwitches, ...xiaomiSources],
  messages: {
    set: "Diagnostic data is sent for {user}.",
    unset: "The switch was never set by {user}, so it follows the User Experience Program, which is not off.",
  },
  needs: { secureSettings, properties },
  run: ({ secureSettings: all, properties }) => {
    const notApplicable = notXiaomi(properties);
    if (notApplicable !== undefined) return { notApplicable };
    // Never set, it follows the User Experience Program, and that counts as on where it was never set either.
    const followed = all.find(({ user }) => user === 0 || user === "current");
    const program = followed ? settingValue(followed.settings, "upload_log_pref") : undefined;
    return userSwitch({ ...asked, unset: program === "0" ? "off" : "on" }, all);
  },
  examples: {
    pass: [
      { name: "off", given: { secureSettings: [{ user: 0, settings: { [key]: "0" } }], properties: hyperOs } },
      {
        name: "never set, and the programme is off",
        given: { secureSettings: [{ user: 0, settings: { upload_log_pref: "0" } }], properties: hyperOs },
      },
    ],
    fail: [
      {
        name: "on",
        given: { secureSettings: [{ user: 0, settings: { [key]: "1" } }], properties: hyperOs },
        findings: 1,
      },
      {
        name: "neither was ever set",
        given: { secureSettings: [{ user: "current", settings: {} }], properties: hyperOs },
        findings: 1,
      },
    ],
    notApplicable: [
      { name: "no Xiaomi system", given: { secureSettings: [{ user: 0, settings: {} }], properties: stockAndroid } },
    ],
  },
});
