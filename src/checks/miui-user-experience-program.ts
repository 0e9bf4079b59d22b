import { defineCheck } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { secureSettings } from "../facts/secure-settings.ts";
import { type UserSwitch, userSwitch } from "./wording/user-switch.ts";
import { hyperOs, notXiaomi, stockAndroid, xiaomiSources, xiaomiSwitches } from "./wording/xiaomi.ts";

const asked: UserSwitch = {
  key: "upload_log_pref",
  unset: "on",
  bad: "on",
  switch: "user-experience-program",
  screen: "privacy",
  steps: [
    "Open Settings and search for “User Experience Program” and switch it off.",
    "If it already looks off, switch it on and off once, so that the phone stores the choice.",
  ],
};

/** Xiaomi's programme that collects how the phone is used. */
export default defineCheck({
  id: "miui-user-experience-program",
  category: "collection",
  severity: "medium",
  question: "Does Xiaomi's system report how the phone is used?",
  title: { pass: "The User Experience Program is off", fail: "The User Experience Program is on" },
  why: "With it on, Xiaomi's apps report which apps and screens are used, and when. Where the choice was never made, Xiaomi's own reporting library takes it for yes.",
  advice:
    "Switch it off. A few parts of the system report without asking this switch, so the flow becomes smaller and does not end.",
  references: [xiaomiSwitches, ...xiaomiSources],
  messages: {
    set: "The User Experience Program is on for {user}.",
    unset: "The switch was never set by {user}, and Xiaomi's reporting library takes that for yes.",
  },
  needs: { secureSettings, properties },
  run: ({ secureSettings: all, properties }) => {
    const notApplicable = notXiaomi(properties);
    return notApplicable === undefined ? userSwitch(asked, all) : { notApplicable };
  },
  examples: {
    pass: [
      {
        name: "switched off",
        given: { secureSettings: [{ user: 0, settings: { upload_log_pref: "0" } }], properties: hyperOs },
      },
    ],
    fail: [
      {
        name: "switched on",
        given: { secureSettings: [{ user: 0, settings: { upload_log_pref: "1" } }], properties: hyperOs },
        findings: 1,
      },
      {
        name: "never chosen; a profile follows its owner",
        given: {
          secureSettings: [
            { user: 0, settings: {} },
            { user: 999, settings: {} },
          ],
          properties: hyperOs,
        },
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "a value that is not known",
        given: { secureSettings: [{ user: 0, settings: { upload_log_pref: "yes" } }], properties: hyperOs },
      },
    ],
    notApplicable: [
      { name: "no Xiaomi system", given: { secureSettings: [{ user: 0, settings: {} }], properties: stockAndroid } },
    ],
  },
});
