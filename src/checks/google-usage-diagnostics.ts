import { defineCheck } from "../core/check.ts";
import { reported } from "../core/errors.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { switchOff } from "./wording/collection-remedy.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "multi_cb";

/** Google's usage and diagnostics reports. */
export default defineCheck({
  id: "google-usage-diagnostics",
  category: "collection",
  severity: "low",
  question: "Does the phone send usage and diagnostics reports to Google?",
  title: { pass: "Usage and diagnostics are not sent to Google", fail: "Usage and diagnostics are sent to Google" },
  why: "The reports tell Google how often apps are used, how the battery and the network do, and what crashed.",
  advice: "Switch it off in Google's settings if you do not want to give this.",
  references: [
    "https://support.google.com/accounts/answer/6078260",
    "AOSP: frameworks/base/services/profcollect/src/com/android/server/profcollect/ProfcollectForwardingService.java",
  ],
  messages: { on: "Usage and diagnostics reports to Google are on." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = reported(settingValue(settings, key), `${key}, Google's switch for usage and diagnostics`);
    if (value === "0") return [];
    if (value !== "1") return unknownValue(key, value);
    return [
      {
        subject: { kind: "setting", name: key },
        message: "on",
        evidence: settingEvidence(globalSettings, key, value),
        remedy: switchOff("google-usage-diagnostics", null, {
          steps: ["Open Settings > Google > menu > Usage & diagnostics and switch it off."],
          screen: "privacy",
        }),
      },
    ];
  },
  examples: {
    pass: [{ name: "off", given: { globalSettings: { [key]: "0" } } }],
    fail: [{ name: "on", given: { globalSettings: { [key]: "1" } }, findings: 1 }],
    unknown: [
      { name: "not chosen yet", given: { globalSettings: { [key]: "-1" } } },
      { name: "no Google services", given: { globalSettings: {} } },
    ],
  },
});
