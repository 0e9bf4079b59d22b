import { defineCheck } from "../core/check.ts";
import { globalSettings } from "../facts/global-settings.ts";
import { switchOff } from "./wording/collection-remedy.ts";
import { settingEvidence, settingValue } from "./wording/setting-value.ts";
import { unknownValue } from "./wording/unknown-value.ts";

const key = "send_action_app_error";

/** The offer to send a report when an app crashes. */
export default defineCheck({
  id: "error-report-uploads",
  category: "collection",
  severity: "info",
  question: "Does the phone offer to send a report when an app crashes?",
  title: { pass: "Crash reports are not offered", fail: "Crash reports are offered" },
  why: "A crash report goes to the app's installer or the maker and holds what the app was doing at that moment.",
  advice: "Nothing is sent by this switch alone: decline the offer where the app held something private.",
  references: [
    "AOSP: frameworks/base/core/java/android/app/ApplicationErrorReport.java (getErrorReportReceiver)",
    "https://developer.android.com/reference/android/app/ApplicationErrorReport",
  ],
  messages: { on: "When an app crashes, the phone offers to send a report." },
  needs: { globalSettings },
  run: ({ globalSettings: settings }) => {
    const value = settingValue(settings, key);
    // Android's own reader takes a setting that was never made for 0.
    if (value === undefined || value === "0") return [];
    if (value !== "1") return unknownValue(key, value);
    return [
      {
        subject: { kind: "setting", name: key },
        message: "on",
        evidence: settingEvidence(globalSettings, key, value),
        remedy: switchOff("crash-reports", null, { steps: ["Decline the offer when an app crashes."] }),
      },
    ];
  },
  examples: {
    pass: [
      { name: "off", given: { globalSettings: { [key]: "0" } } },
      { name: "never set", given: { globalSettings: {} } },
    ],
    fail: [{ name: "on", given: { globalSettings: { [key]: "1" } }, findings: 1 }],
  },
});
